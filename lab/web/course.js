import { html, LitElement, nothing } from "lit";
import { get, stream } from "./api.js";
import "./bench.js";
import "./questions.js";
import * as store from "./store.js";
import { text } from "./text.js";
import { toast } from "./toast.js";

/** A view that first loads something. */
class View extends LitElement {
  static properties = { path: { attribute: false }, loaded: { state: true }, error: { state: true } };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has("path")) {
      this.load();
    }
  }

  async load() {
    const path = this.path;
    this.error = "";
    try {
      const loaded = await get(path);
      if (path === this.path) {
        this.loaded = loaded;
        this.arrived?.();
      }
    } catch (error) {
      this.error = error.message;
    }
  }

  render() {
    if (this.error) {
      return html`<section class="verdict warns failed-load" role="alert"><h2>This page could not be loaded</h2><p>${this.error}</p>
        <p><button type="button" @click=${this.load}>Try again</button></p></section>`;
    }
    return this.loaded ? this.content() : html`<p class="empty" role="status">Loading …</p>`;
  }
}

/** The course map: chapters as a path, which is also the list that a screen reader reads. */
class CourseMap extends View {
  content() {
    const course = this.loaded;
    return html`<div class="map"><header><h1>${course.title}</h1><p>${course.about}</p></header>
      <ol class="path">${course.chapters.map((chapter, i) => this.stop(chapter, i))}</ol>
      <div class="tail"><button type="button" @click=${store.exportAll}>Export progress</button>
        <label class="button" tabindex="-1">Import progress <input class="unseen" type="file" accept=".json,application/json" @change=${this.import}></label>
        <span class="note">Progress stays in this browser.</span></div></div>`;
  }

  stop(chapter, i) {
    const seen = store.seen(chapter.id).length;
    const passed = chapter.exercises.filter((exercise) => store.get("passed", `${chapter.id}/${exercise.id}`)).length;
    const done = seen >= chapter.screens && passed === chapter.exercises.length;
    const state = done ? "done" : seen > 0 || passed > 0 ? "begun" : "new";
    return html`<li><span class="node ${state}" aria-hidden="true">${done ? "✓" : i + 1}</span>
      <article class="panel stop"><h2><a href="#/chapter/${chapter.id}">${chapter.title}</a></h2><p>${chapter.teaches}</p>
        <p class="figures"><span>${chapter.minutes} minutes</span><span>${seen} of ${chapter.screens} screens read</span>
          <span>${{ done: "finished", begun: "begun", new: "not begun" }[state]}</span></p>
        ${chapter.exercises.length ? html`<ul class="tasks" aria-label="Exercises">${chapter.exercises.map((exercise) => {
          const ok = store.get("passed", `${chapter.id}/${exercise.id}`);
          return html`<li><span class="tick ${ok ? "done" : ""}">${ok ? "✓" : "○"}<span class="unseen">${ok ? "passed" : "not passed yet"}</span></span>
            <a href="#/exercise/${chapter.id}/${exercise.id}">${exercise.title}</a> <span class="note">${exercise.minutes} min</span></li>`;
        })}</ul>` : nothing}</article></li>`;
  }

  async import(event) {
    try {
      await store.importAll(event.target.files[0]);
      toast("Progress imported.");
      this.requestUpdate();
    } catch (error) {
      toast(error.message);
    }
    event.target.value = "";
  }
}
customElements.define("hd-map", CourseMap);

/** A chapter: one screen of text at a time, beside a live program. */
class Chapter extends View {
  static properties = { ...View.properties, screen: { attribute: false } };

  constructor() {
    super();
    this.screen = 0;
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    if (this.loaded && (changed.has("screen") || changed.has("loaded"))) {
      store.see(this.loaded.id, this.at);
      const name = this.programAt(this.at);
      if (name !== this.program?.name || changed.has("loaded")) {
        this.open(name);
      }
    }
  }

  get at() {
    return Math.max(0, Math.min(this.loaded.screens.length - 1, this.screen));
  }

  programAt(screen) {
    return this.loaded.screens.slice(0, screen + 1).map((each) => each.program).filter((each) => each).at(-1);
  }

  open(name) {
    const original = this.loaded.programs[name];
    this.program = { name };
    this.files = [{ name, text: store.get("texts", `${this.loaded.id}/${name}`) ?? original }];
  }

  content() {
    const chapter = this.loaded;
    const screen = chapter.screens[this.at];
    const go = (to) => (location.hash = `#/chapter/${chapter.id}/${to + 1}`);
    const seen = store.seen(chapter.id);
    return html`<article class="lesson">
      <header><h1>${chapter.title}</h1><span class="note">${chapter.minutes} minutes</span></header>
      <nav aria-label="Screens"><ol class="steps">${chapter.screens.map((each, i) => html`<li><button type="button" class=${seen.includes(i) ? "seen" : ""}
        aria-current=${i === this.at ? "step" : nothing} @click=${() => go(i)}><span class="unseen">${i + 1}.</span> ${each.step}</button></li>`)}</ol></nav>
      <hd-bench .files=${this.files} .lead=${this.text(chapter, screen, go)} .actions=${[{ label: "Reset", run: () => this.reset() }]}
        @changed=${(event) => store.put("texts", `${chapter.id}/${event.detail.name}`, event.detail.text)}></hd-bench></article>`;
  }

  text(chapter, screen, go) {
    const next = chapter.screens[this.at + 1];
    return html`<section class="panel screen" aria-labelledby="screen-title">
      <p class="step">${screen.step}</p><h2 id="screen-title">${screen.title}</h2>
      <div class="prose">${text(screen.blocks, `${chapter.id}/${this.at}`)}</div>
      <div class="turn">${this.at > 0 ? html`<button type="button" @click=${() => go(this.at - 1)}>Back</button>` : nothing}<span class="grow"></span>
        ${next ? html`<button type="button" class="main" @click=${() => go(this.at + 1)}>Next: ${next.step}</button>`
          : chapter.exercises.length ? html`<a class="button main" href="#/exercise/${chapter.id}/${chapter.exercises[0].id}">To the exercises</a>`
            : html`<a class="button main" href="#/map">To the course map</a>`}</div></section>`;
  }

  reset() {
    store.put("texts", `${this.loaded.id}/${this.program.name}`, undefined);
    this.open(this.program.name);
    this.requestUpdate();
  }
}
customElements.define("hd-chapter", Chapter);

const SIGNS = { passed: "✓", failed: "✗", open: "–", waiting: "○" };
const WORDS = { passed: "holds", failed: "does not hold", open: "not judged", waiting: "not judged yet" };

/** An exercise: goal, starter, hints, and a rubric in which every failure opens the run that shows it. */
class Exercise extends View {
  static properties = { ...View.properties, grades: { state: true }, grading: { state: true } };

  arrived() {
    this.key = this.path.replace("/api/exercise/", "");
    this.grades = {};
    this.grading = null;
    this.open();
  }

  open() {
    const task = this.loaded;
    this.files = [{ name: task.file, text: store.get("texts", this.key) ?? task.start },
      ...task.given.map((file) => ({ ...file, readOnly: true }))];
  }

  get bench() {
    return this.querySelector("hd-bench");
  }

  async grade() {
    this.grades = {};
    this.grading = "Sending";
    const [chapter, exercise] = this.key.split("/");
    const solution = this.bench.sources()[0];
    const failing = [];
    try {
      await stream("/api/grade", { chapter, exercise, files: [solution] }, (line) => {
        if (line.told === "trying") {
          this.grading = `Trying ${line.what}`;
        } else if (line.told === "graded") {
          this.grades = { ...this.grades, [line.criterion]: line };
          if (line.state === "failed" && line.report) {
            failing.push(line);
          }
        } else if (line.told === "rejected") {
          this.bench.tell(line, {});
        } else if (line.told === "failed") {
          throw new Error(line.why);
        }
      });
      const all = this.loaded.criteria.every((criterion) => this.grades[criterion.id]?.state === "passed");
      if (all) {
        store.put("passed", this.key, true);
      } else if (failing.length) {
        this.bench.show(failing[0].report);
      }
    } catch (error) {
      toast(error.message);
    }
    this.grading = null;
  }

  content() {
    const task = this.loaded;
    const judged = Object.keys(this.grades).length;
    const passed = Object.values(this.grades).filter((grade) => grade.state === "passed").length;
    const full = passed === task.criteria.length;
    return html`<article class="task">
      <header><h1>${task.title}</h1><span class="note">${task.minutes} minutes${store.get("passed", this.key) ? " · passed ✓" : ""}</span></header>
      <hd-bench .files=${this.files} .lead=${this.lead(task, judged, passed, full)} .actions=${[{ label: "Start again", run: () => this.reset() }]}
        @changed=${(event) => store.put("texts", this.key, event.detail.text)}></hd-bench>
      <div class="tail"><a class="button" href="#/chapter/${this.key.split("/")[0]}">To the chapter</a><a class="button" href="#/map">To the course map</a></div></article>`;
  }

  lead(task, judged, passed, full) {
    return html`<section class="panel screen"><p class="goal"><strong>Goal.</strong> ${task.goal}</p><div class="prose">${text(task.blocks, this.key)}</div>
        ${task.hints.map((hint, i) => html`<details class="hint"><summary>Hint ${i + 1}</summary><div class="prose">${text(hint, this.key)}</div></details>`)}</section>
      <section class="panel" aria-labelledby="rubric-title"><h2 class="bar-title" id="rubric-title">Rubric
        <span class="note">${judged ? `${passed} of ${task.criteria.length} hold` : "not judged yet"}</span><span class="grow"></span>
        <button type="button" class="main" @click=${() => this.grade()} ?disabled=${this.grading}>${this.grading ? "Judging …" : "Judge my solution"}</button></h2>
        <p class="legend" role="status">${this.grading || (full ? "Full marks: every order that was tried holds." : "")}</p>
        <ul class="rubric">${task.criteria.map((criterion) => this.line(criterion))}</ul></section>`;
  }

  line(criterion) {
    const grade = this.grades[criterion.id];
    const state = grade?.state || "waiting";
    return html`<li class=${state}><span class="sign" aria-hidden="true">${SIGNS[state]}</span><span><strong>${criterion.label}</strong>
      <span class="unseen">: ${WORDS[state]}</span></span>
      ${grade?.report ? html`<button type="button" @click=${() => this.see(grade.report)}>See the run<span class="unseen"> of: ${criterion.label}</span></button>` : nothing}
      ${grade?.why ? html`<p class="why">${grade.why}</p>` : nothing}</li>`;
  }

  see(report) {
    this.bench.show(report);
  }

  reset() {
    store.put("texts", this.key, undefined);
    this.open();
    this.requestUpdate();
  }
}
customElements.define("hd-exercise", Exercise);
