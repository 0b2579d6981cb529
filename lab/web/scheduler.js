import { html, LitElement, nothing } from "lit";
import { post } from "./api.js";
import { badge, colour } from "./icons.js";
import { plainTable } from "./table.js";

/** "You are the scheduler": the learner picks the thread that takes the next step, by its number. */
class Scheduler extends LitElement {
  static properties = { files: { attribute: false }, picks: { state: true }, answer: { state: true }, error: { state: true },
    busy: { state: true } };

  constructor() {
    super();
    this.picks = [];
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    this.ask([]);
  }

  async ask(picks) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.error = "";
    try {
      this.answer = await post("/api/steer", { files: this.files, picks });
      this.picks = picks;
    } catch (error) {
      this.error = error.message;
    }
    this.busy = false;
  }

  /** Handles a key; returns whether it was one of ours. @param {string} key */
  key(key) {
    const option = /^[1-9]$/.test(key) && this.answer?.options[Number(key) - 1];
    if (!option) {
      return false;
    }
    this.ask([...this.picks, option.thread]);
    return true;
  }

  render() {
    if (this.error && !this.answer) {
      return html`<p class="empty" role="alert">${this.error}</p>`;
    }
    if (!this.answer) {
      return html`<p class="empty" role="status">Getting ready …</p>`;
    }
    const { lanes, options } = this.answer;
    return html`<p class="says" role="status">${this.says()}</p>
      <div class="choices" role="group" aria-label="Threads that can take the next step">
        ${options.map((option, i) => html`<button type="button" @click=${() => this.ask([...this.picks, option.thread])}><kbd>${i + 1}</kbd>
          ${this.badgeOf(option.thread)} ${option.name}</button>`)}
        <button type="button" ?disabled=${!this.picks.length} @click=${() => this.ask(this.picks.slice(0, -1))}>Take back</button>
        <button type="button" ?disabled=${!this.picks.length} @click=${() => this.ask([])}>From the start</button></div>
      ${plainTable(lanes, "The run so far")}`;
  }

  says() {
    const { options, title, explanation, continuations, failing, all } = this.answer;
    if (!options.length) {
      return title ? html`<strong>✖ You made it fail: ${title}.</strong> ${explanation}` : html`<strong>✔ The run has ended, and it passes.</strong>`;
    }
    const tried = all ? `all ${continuations} ways to go on` : `${continuations} ways to go on`;
    const reach = failing ? `It can still fail: ${failing} of ${tried} do.`
      : all ? `It can no longer fail: ${tried} pass.` : `No failure in ${tried}.`;
    return html`<strong>Which thread takes the next step?</strong> ${reach}${this.error ? ` ${this.error}` : ""}`;
  }

  badgeOf(thread) {
    const columns = this.answer.lanes.columns;
    const index = columns.findIndex((column) => column.thread === thread);
    return index < 0 ? nothing : badge(columns[index], colour(columns, index));
  }
}
customElements.define("hd-scheduler", Scheduler);
