import { html, LitElement, nothing } from "lit";
import * as store from "./store.js";
import { plain } from "./text.js";

let names = 0;

/** A prediction: answers to choose from, and after the choice which was right, and why. */
class Choice extends LitElement {
  static properties = { block: { attribute: false }, key: { attribute: false }, chosen: { state: true } };

  constructor() {
    super();
    this.name = `choice-${names++}`;
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has("key")) {
      this.chosen = store.get("answers", this.key) ?? -1;
    }
  }

  choose(i) {
    this.chosen = i;
    store.put("answers", this.key, i);
  }

  render() {
    const answered = this.chosen >= 0;
    return html`<fieldset class="choice"><legend>${plain(this.block.question)}</legend>
      ${this.block.options.map((option, i) => html`
        <label class=${answered && option.right ? "right" : answered && i === this.chosen ? "wrong" : ""}>
          <input type="radio" name=${this.name} .checked=${i === this.chosen} @change=${() => this.choose(i)}>
          ${plain(option.text)}${answered && option.right ? html`<span class="sign">✓ right</span>`
            : answered && i === this.chosen ? html`<span class="sign">✗ not so</span>` : nothing}</label>`)}
      <div aria-live="polite">${answered ? plain(this.block.because) : nothing}</div></fieldset>`;
  }
}
customElements.define("hd-choice", Choice);

/** A question in free text: after one's own answer, another one to compare with. */
class Question extends LitElement {
  static properties = { block: { attribute: false }, key: { attribute: false }, shown: { state: true } };

  constructor() {
    super();
    this.shown = false;
    this.name = `question-${names++}`;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<div class="question"><label for=${this.name}>${plain(this.block.question)}</label>
      <textarea id=${this.name} rows="4" .value=${store.get("answers", this.key) || ""}
        @input=${(event) => store.put("answers", this.key, event.target.value)}></textarea>
      <button type="button" @click=${() => (this.shown = !this.shown)} aria-expanded=${this.shown}>${this.shown ? "Hide the answer" : "Compare with an answer"}</button>
      ${this.shown ? html`<div class="prose">${plain(this.block.answer)}</div>` : nothing}</div>`;
  }
}
customElements.define("hd-question", Question);
