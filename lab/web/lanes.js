import { html, LitElement, nothing } from "lit";
import { badge, colour, icon } from "./icons.js";
import { ring } from "./ring.js";

const LEGEND = {
  stale: "Striped bar: this thread holds an out-of-date copy.",
  holds: "Solid bar: holds a lock.",
  blocked: "Barred strip: can not go on.",
};

/**
 * A run as a table to step through: time runs down, one column a thread. Fires "step" with the source lines of all
 * threads.
 *
 * Lit draws the table once; a step changes only the rows between the old and the new position, so that ten thousand
 * rows step as fast as five.
 */
class Lanes extends LitElement {
  static properties = {
    report: { attribute: false },
    every: { state: true },
    start: { attribute: false },
    title: { attribute: false },
  };

  constructor() {
    super();
    this.at = -1;
    this.every = false;
    this.redraw = () => this.drawArrow();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("resize", this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("resize", this.redraw);
  }

  get lanes() {
    return this.every && this.report.everyStep ? this.report.everyStep : this.report.lanes;
  }

  willUpdate(changed) {
    if (changed.has("report")) {
      this.every = false;
    }
  }

  updated(changed) {
    if (changed.has("report") || changed.has("every")) {
      this.rows = [...this.querySelectorAll("tbody > tr")];
      this.steps = this.rows.flatMap((row, i) => (row.classList.contains("step") ? [i] : []));
      this.told = this.lanes.rows.filter((row) => row.row === "step");
      this.at = -1;
      const first = changed.has("report") && this.start > 0 ? this.start - 1 : this.steps.length - 1;
      this.go(first);
    }
  }

  render() {
    const lanes = this.lanes;
    const bars = new Set(lanes.rows.flatMap((row) => (row.cells || []).flatMap((cell) => cell.bars)));
    const deadlock = this.report.finding?.waits?.length > 0;
    return html`
      <div class="tools" role="toolbar" aria-label="Steps">
        <button type="button" @click=${() => this.go(0)} aria-label="First step">${icon("first")}</button>
        <button type="button" @click=${() => this.go(this.at - 1)}>Back</button>
        <button type="button" class="main" @click=${() => this.go(this.at + 1)}>Step</button>
        <input type="range" class="slider" min="1" aria-label="Step" @input=${(event) => this.go(Number(event.target.value) - 1)}>
        <output class="position"></output>
        ${this.report.everyStep && this.report.lanes.hidden > 0
          ? html`<button type="button" aria-pressed=${this.every} @click=${() => (this.every = !this.every)}>Show everything</button>`
          : nothing}
      </div>
      <p class="says" aria-live="polite"></p>
      <p class="legend">Time runs down, one column a thread. ${Object.keys(LEGEND).filter((bar) => bars.has(bar)).map((bar) => LEGEND[bar]).join(" ")}</p>
      <div class="scroll frame" tabindex="0" role="region" aria-label="Lanes">
        <table class="lanes">
          <caption class="unseen">What each thread did, in order; time runs down.</caption>
          <thead><tr><th scope="col">step</th>${lanes.columns.map((column, i) =>
            html`<th scope="col"><span class="thread">${badge(column, colour(lanes.columns, i))} ${column.name}</span></th>`)}
            <th scope="col">${lanes.memoryTitle}</th></tr></thead>
          <tbody>${lanes.rows.map((row) => this.row(lanes, row))}</tbody>
        </table>
        <svg class="curve" width="0" height="0" aria-hidden="true"><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4"
          markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 8 4 0 8Z"/></marker></defs></svg>
      </div>
      ${lanes.hidden > 0 ? html`<p class="legend">${lanes.hidden} other steps are not shown.</p>` : nothing}
      <div class="pair">
        <section><h3 class="variables-title">Variables</h3><table class="variables"><caption class="unseen">Variables at this step</caption><tbody></tbody></table></section>
        ${deadlock ? html`<section><h3>Who waits for whom</h3>${ring(this.report.finding)}</section>` : nothing}
      </div>`;
  }

  row(lanes, row) {
    const span = lanes.columns.length + 1;
    if (row.row === "switch") {
      const name = lanes.columns.find((column) => column.thread === row.thread)?.name;
      return html`<tr class="switch"><td></td><td colspan=${span}><span>⇄ now ${name} runs</span></td></tr>`;
    }
    if (row.row === "fold") {
      return html`<tr class="fold"><td></td><td colspan=${span}>${row.text}</td></tr>`;
    }
    const cause = lanes.arrow?.from === row.number;
    return html`<tr class="step ${row.failing ? "failing" : ""} ${cause || (row.failing && !lanes.arrow) ? "conflict" : ""}">
      <th scope="row">${row.number}</th>
      ${row.cells.map((cell, i) => html`<td class=${cell.bars.length ? `bars ${cell.bars.join(" ")}` : ""}>${cell.bars.map((bar) =>
        html`<i class="bar ${bar}"></i>`)}${this.cell(lanes, cell, i, cause)}</td>`)}
      <td class="memory">${row.struck ? html`<del>${row.struck}</del> ` : nothing}${row.changed
        ? html`<mark>${row.memory}</mark>` : row.memory}</td></tr>`;
  }

  cell(lanes, cell, i, cause) {
    if (cell.kind === "none") {
      return nothing;
    }
    if (cell.kind === "state") {
      return html`<span class="state">${cell.text}</span>`;
    }
    const look = cell.kind === "failure" || cause ? "failure" : colour(lanes.columns, i);
    return html`<span class="chip ${look}">${icon(cell.kind)}${cell.text}</span>${cause
      ? html`<span class="cause">${lanes.arrow.label}</span>` : nothing}`;
  }

  /** Goes to a step, from 0. */
  go(to) {
    if (!this.steps?.length) {
      return;
    }
    to = Math.max(0, Math.min(this.steps.length - 1, to));
    const end = (step) => (step === this.steps.length - 1 ? this.rows.length - 1 : this.steps[step]);
    const last = end(to);
    const [from, until] = this.at < 0 ? [0, this.rows.length - 1]
      : [Math.min(end(this.at), last), Math.max(end(this.at), last)];
    for (let i = from; i <= until; i++) {
      this.rows[i].classList.toggle("later", i > last);
    }
    if (this.at >= 0) {
      this.rows[this.steps[this.at]].classList.remove("now");
      this.rows[this.steps[this.at]].removeAttribute("aria-current");
    }
    this.at = to;
    const row = this.rows[this.steps[to]];
    row.classList.add("now");
    row.setAttribute("aria-current", "step");
    const slider = this.querySelector(".slider");
    slider.max = String(this.steps.length);
    slider.value = String(to + 1);
    const step = this.told[to];
    this.querySelector(".position").textContent = `${to + 1} / ${this.steps.length}`;
    this.querySelector(".says").textContent = `Step ${to + 1}. ${step.sentence}`;
    this.showVariables(step);
    this.drawArrow();
    this.dispatchEvent(new CustomEvent("step", { detail: { step: to + 1, places: this.places(to) }, bubbles: true }));
  }

  /** Where each thread is at a step; the one that moves last. */
  places(to) {
    const steps = this.told;
    const places = new Map();
    for (let i = to; i >= 0 && places.size < this.lanes.columns.length && to - i < 500; i--) {
      if (!places.has(steps[i].thread)) {
        const index = this.lanes.columns.findIndex((column) => column.thread === steps[i].thread);
        places.set(steps[i].thread, { ...steps[i].place, now: i === to, column: this.lanes.columns[index],
          colour: colour(this.lanes.columns, index) });
      }
    }
    return [...places.values()];
  }

  showVariables(step) {
    const values = new Map();
    const name = new Map(this.report.threads.map((thread) => [thread.number, thread.name]));
    for (const event of this.report.events) {
      if (event.step > step.step) {
        break;
      }
      switch (event.operation) {
        case "read": case "write": values.set(event.variable, event.value); break;
        case "acquire": values.set(event.lock, `held by ${name.get(event.thread)}`); break;
        case "release": values.set(event.lock, "free"); break;
      }
    }
    this.querySelector(".variables-title").textContent = `Variables at step ${step.number}`;
    this.querySelector(".variables tbody").replaceChildren(...[...values].slice(-8).map(([variable, value]) => {
      const row = document.createElement("tr");
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = variable;
      const cell = document.createElement("td");
      cell.textContent = value;
      row.append(head, cell);
      return row;
    }));
  }

  // Draws the one arrow of the picture, from the step that did the harm to the step that it undid.
  drawArrow() {
    this.querySelector(".curve.drawn")?.remove();
    const arrow = this.lanes?.arrow;
    const frame = this.querySelector(".frame");
    const from = arrow && this.rows?.[this.steps[arrow.from - 1]];
    if (!from || from.classList.contains("later")) {
      return;
    }
    const to = this.rows[this.steps[arrow.to - 1]];
    const box = frame.getBoundingClientRect();
    const a = from.querySelector(".cause").previousElementSibling.getBoundingClientRect();
    const b = to.querySelector(".chip").getBoundingClientRect();
    const left = frame.scrollLeft - box.left;
    const x1 = (a.left < b.left ? a.right : a.left) + left;
    const x2 = b.left + b.width / 2 + left;
    const y1 = a.top + a.height / 2 - box.top;
    const y2 = b.bottom - box.top + 2;
    const space = "http://www.w3.org/2000/svg";
    const drawing = document.createElementNS(space, "svg");
    drawing.setAttribute("class", "curve drawn");
    drawing.setAttribute("width", String(frame.scrollWidth));
    drawing.setAttribute("height", String(frame.scrollHeight));
    drawing.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", `M${x1} ${y1} Q${x2} ${y1} ${x2} ${y2}`);
    path.setAttribute("marker-end", "url(#tip)");
    drawing.append(path);
    frame.append(drawing);
  }

  /** Handles a key; returns whether it was one of ours. @param {string} key */
  key(key) {
    const keys = {
      ArrowLeft: () => this.go(this.at - 1),
      ArrowRight: () => this.go(this.at + 1),
      Home: () => this.go(0),
      End: () => this.go(this.steps.length - 1),
      "[": () => this.go(this.nextSwitch(-1)),
      "]": () => this.go(this.nextSwitch(1)),
      x: () => this.go(Math.max(0, this.steps.findIndex((i) => this.rows[i].classList.contains("conflict")))),
    };
    keys[key]?.();
    return key in keys;
  }

  nextSwitch(direction) {
    const steps = this.told;
    for (let i = this.at + direction; i > 0 && i < steps.length; i += direction) {
      if (steps[i].thread !== steps[i - 1].thread) {
        return i;
      }
    }
    return direction < 0 ? 0 : steps.length - 1;
  }
}
customElements.define("hd-lanes", Lanes);
