import { html, nothing } from "lit";
import { icon } from "./icons.js";

/** The verdict: an icon, a title, a sentence, the figures. @param {any} report @param {boolean} once */
export function verdict(report, once) {
  const look = {
    fails: ["fails", "failure"], allPass: ["proof", "passed"], nothingFound: ["", ""], notControllable: ["warns", "warning"],
  }[report.verdict] || ["", ""];
  return html`<section class="verdict rise ${look[0]}" role="status">
    <h2>${icon(look[1])} <span>${title(report, once)}</span></h2>
    ${sentences(report, once).map((sentence) => html`<p>${sentence}</p>`)}
    ${report.notes.map((note) => html`<p class="figures">Note: ${note}</p>`)}
    <p class="figures">${figures(report, once).join(" · ")}</p>
    ${report.schedule ? html`<details class="figures"><summary>Schedule</summary><code>${report.schedule}</code></details>` : nothing}
  </section>`;
}

function title(report, once) {
  switch (report.verdict) {
    case "fails": return capital(report.finding.title);
    case "allPass": return report.interleavings === 1 ? "Proof: all interleavings pass, and are equivalent"
      : `Proof: all ${report.interleavings.toLocaleString("en")} inequivalent interleavings pass`;
    case "notControllable": return "Not controllable: no verdict would be honest";
    default: return once || report.strategy === "replay" ? "This one run passes" : "Nothing found so far";
  }
}

function sentences(report, once) {
  switch (report.verdict) {
    case "fails": return [report.finding.explanation + (report.onlySleepPrevents ? " The program is right only thanks to sleep." : "")];
    case "allPass": return ["Every order in which the threads can take their steps was executed, and each one passed."];
    case "notControllable": return report.escapes.map((escape) =>
      `The program ${escape.what}${escape.place.line ? ` (${escape.place.file}:${escape.place.line})` : ""}.`);
    default: return once ? ["One run shows that it can go well. Press Check to see whether it always does."]
      : ["The time was over before every interleaving was tried. That is no proof."];
  }
}

function figures(report, once) {
  const count = report.executions.toLocaleString("en");
  const milliseconds = Math.max(1, Math.round(report.nanos / 1e6)).toLocaleString("en");
  if (report.verdict === "fails") {
    return [once ? "one run" : `found in execution ${report.execution.toLocaleString("en")}`, `seed ${report.seed}`,
      `${report.switches} ${report.switches === 1 ? "switch" : "switches"}`, `${milliseconds} ms`];
  }
  const share = report.shareExplored > 0 && !once ? [`about ${(report.shareExplored * 100).toPrecision(2)} % explored`] : [];
  return [`${count} ${report.executions === 1 ? "execution" : "executions"}`, report.strategy, ...share, `seed ${report.seed}`, `${milliseconds} ms`];
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
