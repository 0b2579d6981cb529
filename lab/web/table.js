import { html, nothing } from "lit";
import { badge, colour, icon } from "./icons.js";

/**
 * A run as a plain table, without steps.
 * @param {any} lanes @param {string} label @param {number} [differs] number of the row at which it differs from another run
 * @param {boolean} [narrow] whether to leave out the memory column
 */
export function plainTable(lanes, label, differs, narrow) {
  const steps = lanes.rows.filter((row) => row.row === "step");
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}><table class="lanes"><caption class="unseen">${label}</caption>
    <thead><tr><th scope="col">step</th>${lanes.columns.map((column, i) =>
      html`<th scope="col"><span class="thread">${badge(column, colour(lanes.columns, i))} ${column.name}</span></th>`)}${narrow ? nothing : html`<th scope="col">${lanes.memoryTitle}</th>`}</tr></thead>
    <tbody>${steps.map((row) => html`<tr class=${row.number === differs ? "now" : ""}><th scope="row">${row.number}</th>${row.cells.map((cell, i) => html`<td>${cell.kind === "none"
      ? nothing : cell.kind === "state" ? html`<span class="state">${cell.text}</span>`
        : html`<span class="chip ${cell.kind === "failure" ? "failure" : colour(lanes.columns, i)}">${icon(cell.kind)}${cell.text}</span>`}</td>`)}
      ${narrow ? nothing : html`<td class="memory">${row.changed ? html`<mark>${row.memory}</mark>` : row.memory}</td>`}</tr>`)}</tbody></table></div>`;
}

const TELLING = ["read", "write", "lock", "unlock", "signal", "call", "print", "failure"];

/** The run without starts, ends and waits, and without what the threads that do not move are doing. @param {any} lanes */
export function essence(lanes) {
  let number = 0;
  const rows = lanes.rows.filter((row) => row.row === "step").flatMap((row) => {
    const index = lanes.columns.findIndex((column) => column.thread === row.thread);
    return TELLING.includes(row.cells[index].kind)
      ? [{ ...row, number: ++number, cells: row.cells.map((cell, i) => (i === index ? cell : { ...cell, kind: "none" })) }] : [];
  });
  return { ...lanes, rows };
}

/** What a step says, so that steps of two runs can be compared. */
function said(lanes, row) {
  const index = lanes.columns.findIndex((column) => column.thread === row.thread);
  return `${lanes.columns[index]?.name}: ${row.cells[index]?.text}`;
}

/**
 * The number of the first step at which two runs differ; 0 when one is the beginning of the other.
 * @param {any} one @param {any} two
 */
export function firstDifference(one, two) {
  const [a, b] = [one, two].map((lanes) => lanes.rows.filter((row) => row.row === "step").map((row) => said(lanes, row)));
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) {
      return i + 1;
    }
  }
  return 0;
}
