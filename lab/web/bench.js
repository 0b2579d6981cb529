import { html, LitElement, nothing } from "lit";
import { post, stream } from "./api.js";
import { JavaEditor } from "./editor.js";
import "./compare.js";
import { icon } from "./icons.js";
import "./lanes.js";
import "./messages.js";
import "./scheduler.js";
import { pack } from "./share.js";
import { toast } from "./toast.js";
import { verdict } from "./verdict.js";

const DEFAULTS = { strategy: "auto", clock: "both", seconds: 10, seed: 1, network: "tcp" };

/**
 * The workbench: files, an editor, Check, and what came out. Fires "changed" (a file's text), "verdict" (the report),
 * and shows what it is given in "files": objects with a name, a text and readOnly.
 */
class Bench extends LitElement {
  static properties = {
    files: { attribute: false },
    shared: { attribute: false },
    actions: { attribute: false },
    lead: { attribute: false },
    current: { state: true },
    state: { state: true },
    tab: { state: true },
    settings: { state: true },
    problems: { state: true },
  };

  constructor() {
    super();
    this.files = [];
    this.actions = [];
    this.current = "";
    this.state = { kind: "idle" };
    this.tab = "lanes";
    this.settings = { ...DEFAULTS };
    this.problems = [];
    this.step = 0;
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has("files")) {
      this.stop();
      this.texts = new Map(this.files.map((file) => [file.name, file.text]));
      this.current = this.files[0]?.name || "";
      this.state = { kind: "idle" };
      this.problems = [];
    }
    if (changed.has("shared") && this.shared) {
      this.settings = { ...DEFAULTS, ...this.shared.settings };
    }
  }

  updated(changed) {
    if (!this.editor) {
      this.editor = new JavaEditor(this.querySelector(".editor"), {
        files: () => this.sources(),
        current: () => this.current,
        changed: (text) => this.changed(text),
        check: () => this.check(),
        problems: (problems) => (this.problems = problems),
      });
    }
    if (changed.has("files") || changed.has("current")) {
      const file = this.files.find((each) => each.name === this.current);
      if (file) {
        this.editor.show(this.texts.get(file.name), file.name, Boolean(file.readOnly));
      }
    }
    if (changed.has("shared") && this.shared?.schedule) {
      this.explore({ schedule: this.shared.schedule }, this.shared.step);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  changed(text) {
    this.texts.set(this.current, text);
    this.dispatchEvent(new CustomEvent("changed", { detail: { name: this.current, text } }));
    if (this.state.report) {
      this.requestUpdate();
    }
  }

  sources() {
    return this.files.map((file) => ({ name: file.name, text: this.texts.get(file.name) }));
  }

  check() {
    this.explore({});
  }

  runOnce() {
    this.explore({ strategy: "random", clock: "strict", executions: 1, seed: 1 + Math.floor(Math.random() * 1e6) });
  }

  /** @param {object} more settings over those chosen @param {number} [step] where to begin in the lanes */
  async explore(more, step = 0) {
    this.stop();
    const abort = new AbortController();
    this.abort = abort;
    this.start = step;
    this.tab = "lanes";
    const settings = { ...this.settings, ...more };
    this.checked = { sources: this.sources(), settings };
    this.state = { kind: "working", what: "Sending" };
    try {
      await stream("/api/check", { files: this.sources(), settings }, (line) => {
        if (this.abort === abort) {
          this.tell(line, settings);
        }
      }, abort.signal);
      if (this.abort === abort && this.state.kind === "working") {
        this.state = { kind: "failed", why: "The connection ended before there was a verdict. Press Check again." };
      }
    } catch (error) {
      if (this.abort === abort) {
        this.state = { kind: "failed", why: error.name === "TypeError"
          ? "The workshop does not answer. Is heddle lab still running?" : error.message };
      }
    }
  }

  tell(line, settings) {
    switch (line.told) {
      case "accepted": this.job = line.id; break;
      case "queued": this.state = { kind: "working", what: `Waiting for ${line.ahead} others` }; break;
      case "started": this.state = { kind: "working", what: "Compiling and exploring" }; break;
      case "exploring": this.state = { kind: "working", what: "Exploring", progress: line.progress }; break;
      case "rejected":
        this.problems = line.problems;
        this.state = { kind: "rejected" };
        break;
      case "failed": this.state = { kind: "failed", why: line.why }; break;
      case "done":
        this.state = { kind: "done", report: line.report, once: settings.executions === 1 };
        this.tab = settings.outcomes ? "outcomes" : line.report.lanes ? "lanes" : "output";
        this.showAnswer();
        this.dispatchEvent(new CustomEvent("verdict", { detail: { report: line.report, once: settings.executions === 1 } }));
        break;
    }
  }

  stop() {
    this.abort?.abort();
    this.abort = null;
  }

  async stopGently() {
    try {
      await post("/api/stop", { id: this.job });
    } catch {
      this.stop(); // It has just ended, or the connection is gone.
      this.state = { kind: "idle" };
    }
  }

  /** Shows a report that came from elsewhere, such as from grading. */
  show(report) {
    this.start = 0;
    this.checked = null; // its program may be another trial than the one in the editor
    this.state = { kind: "done", report };
    this.tab = report.lanes ? "lanes" : "output";
    this.showAnswer();
  }

  /** Where the answer stands above the program, as on a phone, it is scrolled to. */
  async showAnswer() {
    await this.updateComplete;
    if (matchMedia("(max-width: 61.99rem)").matches) {
      this.querySelector(".side").scrollIntoView({ block: "start" });
    }
  }

  async share() {
    const report = this.state.report;
    const shared = { files: this.sources(), settings: this.settings };
    if (report?.schedule) {
      Object.assign(shared, { schedule: report.schedule, step: this.step });
    }
    const link = `${location.origin}/#/w/${await pack(shared)}`;
    try {
      await navigator.clipboard.writeText(link);
      toast("Link copied: it holds the program, the settings and the run.");
    } catch {
      prompt("Copy this link: it holds the program, the settings and the run.", link);
    }
  }

  render() {
    const working = this.state.kind === "working";
    return html`<div class="bench ${["done", "failed"].includes(this.state.kind) ? "answered" : ""}">
      <div class="work">${this.lead || nothing}<section class="panel" aria-label="Program">
        ${this.files.length > 1 ? html`<div class="files" role="tablist" aria-label="Files">${this.files.map((file) => html`
          <button type="button" role="tab" aria-selected=${file.name === this.current} @click=${() => (this.current = file.name)}>${file.name}${file.readOnly
            ? " (given)" : ""}</button>`)}</div>` : nothing}
        <div class="tools" role="toolbar" aria-label="Program">
          ${working ? html`<button type="button" class="main" @click=${this.stopGently}>${icon("stop")} Stop</button>`
            : html`<button type="button" class="main" @click=${this.check} title="Explore the orders of the threads (Ctrl+Enter)">Check</button>`}
          <button type="button" @click=${this.runOnce} ?disabled=${working}>Run once</button>
          <button type="button" @click=${this.share}>Share</button>
          <span class="grow"></span>
          ${this.actions.map((action) => html`<button type="button" @click=${action.run}>${action.label}</button>`)}
        </div>
        <div class="editor"></div>
        ${this.problems.some((problem) => problem.error) ? html`<ul class="problems" aria-label="What javac says">${this.problems.slice(0, 5).map((problem) => html`
          <li><button type="button" @click=${() => this.goTo(problem)}>${problem.file}:${problem.line}</button> ${problem.message}</li>`)}</ul>` : nothing}
        ${this.settingsForm()}
      </section></div>
      <div class="side" aria-live="off">${this.answer()}</div>
    </div>`;
  }

  async goTo(problem) {
    this.current = problem.file;
    await this.updateComplete;
    this.editor.goTo(problem.start);
  }

  settingsForm() {
    const set = (name, number) => (event) => {
      this.settings = { ...this.settings, [name]: number ? Number(event.target.value) || DEFAULTS[name] : event.target.value };
    };
    const option = (name, value, text) => html`<option value=${value} ?selected=${this.settings[name] === value}>${text}</option>`;
    return html`<details class="settings"><summary>Settings</summary><div class="fields">
      <label>Strategy <select @change=${set("strategy")}>${option("strategy", "auto", "automatic")}${option("strategy", "exhaustive",
        "exhaustive")}${option("strategy", "random", "random walk")}${option("strategy", "pct", "PCT")}${option("strategy", "pos", "POS")}</select></label>
      <label>Time <select @change=${set("clock")}>${option("clock", "both", "both")}${option("clock", "strict",
        "strict: moves when nobody can run")}${option("clock", "adversarial", "adversarial: sleeps may overtake")}</select></label>
      <label>Network <select @change=${set("network")}>${option("network", "none", "perfect")}${option("network", "tcp",
        "TCP on a good day")}${option("network", "faults", "faults: loss, resets")}</select></label>
      <label>Seconds <input type="number" min="1" max="60" .value=${String(this.settings.seconds)} @change=${set("seconds", true)}></label>
      <label>Seed <input type="number" min="0" .value=${String(this.settings.seed)} @change=${set("seed", true)}></label>
    </div></details>`;
  }

  answer() {
    const state = this.state;
    switch (state.kind) {
      case "working": return html`<section class="panel working" role="status"><strong>${state.what} …</strong>
        ${state.progress?.shareExplored > 0 ? html`<progress max="1" value=${state.progress.shareExplored} aria-label="Share explored"></progress>`
          : html`<progress aria-label="Working"></progress>`}
        ${state.progress ? html`<span class="figures">${state.progress.phase} · ${state.progress.executions.toLocaleString("en")} executions${state.progress.shareExplored > 0
          ? ` · about ${Math.round(state.progress.shareExplored * 100)} % explored` : ""}</span>` : nothing}</section>`;
      case "rejected": return html`<section class="verdict warns rise" role="status"><h2>${icon("warning")} It does not compile yet</h2>
        <p>${this.problems.length === 1 ? "There is one problem" : `There are ${this.problems.length} problems`}; the list under the editor leads to
        ${this.problems.length === 1 ? "it" : "them"}.</p></section>`;
      case "failed": return html`<section class="verdict warns rise" role="alert"><h2>${icon("warning")} No verdict</h2><p>${state.why}</p></section>`;
      case "done": return this.results(state.report, state.once);
      default: return html`<section class="panel empty"><svg viewBox="0 0 120 60" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="2"
        opacity=".55"><path d="M20 6v48M60 6v48M100 6v48" stroke-dasharray="3 4"/><path d="M20 14H60V28H100V42H20"/></g><circle cx="20" cy="14" r="4.5"
        fill="var(--c0)"/><rect x="55.5" y="23.5" width="9" height="9" fill="var(--c1)"/><path d="M100 36l6 10H94Z" fill="var(--c2)"/></svg>
        <p><strong>Press Check.</strong></p><p>Every order in which the threads can take their steps is tried, as far as the time allows.</p></section>`;
    }
  }

  results(report, once) {
    const tabs = [
      ...(report.lanes ? [["lanes", "Lanes"]] : []),
      ...(report.sequence?.arrows.length ? [["messages", "Messages"]] : []),
      ...(this.checked ? [["outcomes", "Outcomes"]] : []),
      ...(report.lanes && this.checked ? [["compare", "Compare"]] : []),
      ["output", "Output"],
      ...(this.checked ? [["scheduler", "You schedule"]] : []),
    ];
    return html`${verdict(report, once)}
      <section class="panel rise">
        <div class="tabs" role="tablist" aria-label="What it shows">${tabs.map(([id, label]) => html`
          <button type="button" role="tab" id="tab-${id}" aria-controls="tabpanel" aria-selected=${this.tab === id} @click=${() => this.open(id)}>${label}</button>`)}</div>
        <div role="tabpanel" id="tabpanel" aria-labelledby="tab-${this.tab}">${this.panel(report)}</div>
      </section>`;
  }

  /** Opens a tab; lanes and messages show the same step. */
  open(tab) {
    this.start = this.step;
    this.tab = tab;
  }

  panel(report) {
    const moved = (event) => {
      this.step = event.detail.step;
      this.editor.showPlaces(event.detail.places.filter((place) => place.file === this.current));
    };
    switch (this.tab) {
      case "lanes": return html`<hd-lanes .report=${report} .start=${this.start} @step=${moved}></hd-lanes>`;
      case "messages": return html`<hd-messages .report=${report} .start=${this.start} @step=${moved}></hd-messages>`;
      case "outcomes": return this.outcomes(report);
      case "compare": return html`<hd-compare .files=${this.checked.sources} .report=${report}></hd-compare>`;
      case "scheduler": return html`<hd-scheduler .files=${this.checked.sources}></hd-scheduler>`;
      default: return report.output ? html`<pre class="output" tabindex="0">${report.output}</pre>`
        : html`<p class="empty">The program printed nothing.</p>`;
    }
  }

  outcomes(report) {
    if (!report.outcomes?.length) {
      return html`<div class="empty"><p>An outcome is what a run prints, and how it ends.</p>
        <p><button type="button" class="main" @click=${() => this.explore({ outcomes: true })}>Find every outcome</button></p></div>`;
    }
    return html`<p class="says">${report.allOutcomes ? "Every interleaving was executed: none has another outcome."
      : "Not every interleaving was executed: there may be other outcomes."}</p>
      <table class="outcomes"><thead><tr><th scope="col">How often</th><th scope="col">Outcome</th><th scope="col">Run</th></tr></thead>
      <tbody>${report.outcomes.map((outcome) => html`<tr><td>${outcome.count.toLocaleString("en")}</td>
        <td>${icon(outcome.failure ? "failure" : "passed")} ${outcome.failure || nothing} ${outcome.output.trim()
          ? html`<code>${outcome.output.trim()}</code>` : outcome.failure ? nothing : "prints nothing"}</td>
        <td><button type="button" @click=${() => this.explore({ schedule: outcome.schedule })}
          aria-label=${`Show the run with ${outcome.failure || outcome.output.trim() || "no output"}`}>Show</button></td></tr>`)}</tbody></table>`;
  }

  /** Handles a key that no field wanted. @param {string} key */
  key(key) {
    return (this.querySelector("hd-lanes") || this.querySelector("hd-messages") || this.querySelector("hd-scheduler"))?.key(key) ?? false;
  }
}
customElements.define("hd-bench", Bench);
