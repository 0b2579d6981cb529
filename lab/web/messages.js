import { html, LitElement, nothing, svg } from "lit";
import { badge, colour, icon } from "./icons.js";

// Lifelines down, slanted arrows where something happens between sending and reading, a cross where nothing arrives.
const GAP_MIN = 150;
const GAP_MAX = 290;
const MARGIN = 56;
const TAIL_MIN = 110;
const NOTE_CHARACTER = 7;
const HEAD = 44;
const LINE = 40;
const NAME_MAX = 20;
const LABEL_MAX = 26;
const UNFINISHED = 0.6; // how far an arrow goes that nobody receives
const COLOURS = 5;

/**
 * What was sent over the network, as a sequence diagram to step through. Fires "step" as the lanes do: with the
 * number of the lanes' row, and the source lines of those who send or read.
 */
class Messages extends LitElement {
  static properties = { report: { attribute: false }, start: { attribute: false }, at: { state: true } };

  constructor() {
    super();
    this.start = 0;
    this.at = 0;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.resized = () => this.requestUpdate();
    addEventListener("resize", this.resized);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("resize", this.resized);
  }

  get sequence() {
    return this.report.sequence;
  }

  willUpdate(changed) {
    if (changed.has("report")) {
      const steps = this.report.lanes.rows.filter((row) => row.row === "step");
      const chosen = steps[this.start - 1] || steps[steps.length - 1];
      const later = this.sequence.lines.findIndex((line) => line.step > chosen.step);
      this.at = Math.max(0, later < 0 ? this.sequence.lines.length - 1 : later - 1);
    }
  }

  render() {
    const { participants, lines, arrows, hidden } = this.sequence;
    const tail = Math.max(TAIL_MIN, ...arrows.map((arrow) => 24 + NOTE_CHARACTER * arrow.note.length));
    const gap = Math.max(GAP_MIN, Math.min(GAP_MAX, (this.offsetWidth - MARGIN - tail - 4) / Math.max(1, participants.length - 1)));
    const x = (i) => MARGIN + gap * i;
    const y = (i) => HEAD + LINE * i + LINE / 2;
    const width = x(participants.length - 1) + tail;
    const height = HEAD + LINE * lines.length + 16;
    const last = participants.length - 1;
    const drawn = arrows.map((arrow) => ({ ...arrow, ...path(arrow, x, y), last: Math.max(arrow.from, arrow.to) === last }));
    return html`
      <div class="tools" role="toolbar" aria-label="Messages, step by step">
        <button type="button" @click=${() => this.go(0)} aria-label="First message">${icon("first")}</button>
        <button type="button" @click=${() => this.go(this.at - 1)}>Back</button>
        <button type="button" class="main" @click=${() => this.go(this.at + 1)}>Step</button>
        <input type="range" class="slider" min="1" max=${lines.length} .value=${String(this.at + 1)} aria-label="Moment"
          @input=${(event) => this.go(Number(event.target.value) - 1)}>
        <output class="position">${this.at + 1} / ${lines.length}</output>
      </div>
      <p class="says" aria-live="polite">${this.here().map((arrow) => arrow.sentence).join(" ")}</p>
      <p class="legend">Time runs down. Dotted: connections begin and end. Dashed: late, or not read. A cross: it never arrives.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Messages">
        <svg class="sequence" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img"
          aria-label="Who sent what to whom; the list below says the same">
          <defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="14" markerHeight="14" markerUnits="userSpaceOnUse"
            orient="auto"><path d="M0 0 8 4 0 8Z"/></marker></defs>
          <rect class="moment" x="0" y=${y(this.at) - 15} width=${width} height="30"/>
          ${participants.map((one, i) => svg`<path class="life" d="M${x(i)} ${HEAD - 6} V${height}"/>
            <g transform="translate(${x(i) - 12} 10)">${badge(one, shade(one), 24)}</g><text class="name" x=${x(i) + 18} y="27">${cut(one.name, NAME_MAX)}</text>`)}
          ${lines.map((line, i) => (line.number ? svg`<text class="step" x="6" y=${y(i) + 4}>${line.number}</text>` : nothing))}
          ${drawn.map((arrow) => svg`<g class=${this.look(arrow)}><path class="line" marker-end=${arrow.toLine < 0 ? nothing : "url(#arrow)"} d=${arrow.d}/>
            ${arrow.look === "crossed" ? svg`<path class="cross" d="M${arrow.x2 - 6} ${arrow.y2 - 6} l12 12 m0 -12 l-12 12"/>` : nothing}</g>`)}
          ${drawn.map((arrow) => svg`<g class=${this.look(arrow)}><text class="label" text-anchor=${arrow.loop ? "start" : "middle"}
            x=${arrow.labelX} y=${arrow.labelY}>${cut(arrow.label, LABEL_MAX)}</text>${note(arrow, x)}</g>`)}
        </svg>
      </div>
      <details class="settings"><summary>As a list</summary><ol class="messages">${arrows.map((arrow) => html`<li>${arrow.sentence}</li>`)}</ol></details>
      ${hidden > 0 ? html`<p class="legend">${hidden} other ${hidden === 1 ? "message is" : "messages are"} not shown.</p>` : nothing}`;
  }

  look(arrow) {
    const now = arrow.fromLine === this.at || arrow.toLine === this.at;
    return `message ${arrow.look} ${shade(this.sequence.participants[arrow.from])} ${now ? "now" : ""} ${arrow.fromLine > this.at ? "later" : ""}`;
  }

  /** The messages that are sent or read at the moment. */
  here() {
    return this.sequence.arrows.filter((arrow) => arrow.fromLine === this.at || arrow.toLine === this.at);
  }

  /** Goes to a moment, from 0. */
  go(to) {
    this.at = Math.max(0, Math.min(this.sequence.lines.length - 1, to));
    const line = this.sequence.lines[this.at];
    const shown = this.report.lanes.rows.filter((row) => row.row === "step" && row.step <= line.step);
    const event = this.report.events.find((each) => each.step === line.step);
    const index = this.report.lanes.columns.findIndex((column) => column.thread === event?.thread);
    const places = event && index >= 0 ? [{ ...event.place, now: true, column: this.report.lanes.columns[index],
      colour: colour(this.report.lanes.columns, index) }] : [];
    this.dispatchEvent(new CustomEvent("step", { detail: { step: shown.at(-1)?.number || 1, places }, bubbles: true }));
  }

  /** Handles a key; returns whether it was one of ours. @param {string} key */
  key(key) {
    const keys = {
      ArrowLeft: () => this.go(this.at - 1),
      ArrowRight: () => this.go(this.at + 1),
      Home: () => this.go(0),
      End: () => this.go(this.sequence.lines.length - 1),
      x: () => this.go(this.sequence.arrows.find((arrow) => ["crossed", "part", "late"].includes(arrow.look))?.fromLine ?? this.at),
    };
    keys[key]?.();
    return key in keys;
  }
}

function shade(participant) {
  return participant.colour < 0 ? "c-main" : `c${participant.colour % COLOURS}`;
}

// Arrows that cross do so in the middle: each label stands nearer to where it arrives.
function path(arrow, x, y) {
  const x1 = x(arrow.from);
  const y1 = y(arrow.fromLine);
  if (arrow.from === arrow.to) {
    const end = arrow.toLine > arrow.fromLine ? y(arrow.toLine) : y1 + 14;
    return { loop: true, d: `M${x1} ${y1 - 6} h34 V${end} h-30`, x2: x1 + 4, y2: end, labelX: x1 + 42, labelY: y1 + 4 };
  }
  const arrives = arrow.toLine >= 0;
  const x2 = arrives ? x(arrow.to) : x1 + (x(arrow.to) - x1) * UNFINISHED;
  const y2 = arrives ? y(arrow.toLine) : y1;
  const part = y1 === y2 ? 0.5 : 0.76;
  return { loop: false, d: `M${x1} ${y1} L${x2} ${y2}`, x2, y2, labelX: x1 + (x2 - x1) * part, labelY: y1 + (y2 - y1) * part - 6 };
}

/** What became of a message: beside the last lifeline where it takes part, else below the label. */
function note(arrow, x) {
  if (!arrow.note) {
    return nothing;
  }
  if (arrow.loop) {
    return svg`<text class="note" x=${arrow.labelX} y=${arrow.labelY + 17}>${arrow.note}</text>`;
  }
  return arrow.last
    ? svg`<text class="note" x=${x(Math.max(arrow.from, arrow.to)) + 10} y=${arrow.y2 + 4}>${arrow.note}</text>`
    : svg`<text class="note" text-anchor="middle" x=${arrow.labelX} y=${arrow.labelY + 20}>${arrow.note}</text>`;
}

function cut(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

customElements.define("hd-messages", Messages);
