import { html, LitElement } from "lit";
import { post } from "./api.js";
import { essence, firstDifference, plainTable } from "./table.js";

/** A run that passes beside the one that fails, with the first step at which they part. */
class Compare extends LitElement {
  static properties = { files: { attribute: false }, report: { attribute: false }, passing: { state: true }, error: { state: true } };

  createRenderRoot() {
    return this;
  }

  async firstUpdated() {
    try {
      this.passing = await post("/api/passing", { files: this.files });
    } catch (error) {
      this.error = error.message;
    }
  }

  render() {
    if (this.error) {
      return html`<p class="empty" role="alert">${this.error}</p>`;
    }
    if (!this.passing) {
      return html`<p class="empty" role="status">Looking for a run that passes …</p>`;
    }
    if (!this.passing.lanes) {
      return html`<p class="empty">None of some thousand orders passes: there is nothing to compare with.</p>`;
    }
    const failing = essence(this.report.everyStep || this.report.lanes);
    const passing = essence(this.passing.lanes);
    const differs = firstDifference(failing, passing);
    return html`<p class="says">${differs > 0 ? `The two runs part at step ${differs}.` : "The two runs begin alike."} Starts, ends and waits are left out.</p>
      <div class="pair runs"><section><h3>✖ This run fails</h3>${plainTable(failing, "The run that fails", differs, true)}</section>
      <section><h3>✔ This run passes</h3>${plainTable(passing, "A run that passes", differs, true)}</section></div>`;
  }
}
customElements.define("hd-compare", Compare);
