import { html, svg } from "lit";

// Threads that wait for each other, as a ring: thread, the lock it wants, the thread that holds it, and so on.
const WIDTH = 360;
const NODE_HEIGHT = 26;
const THREADS_MAX = 5;
const NAME_MAX = 14;

/** @param {any} finding of kind deadlock */
export function ring(finding) {
  const waits = finding.waits.slice(0, finding.cycle);
  const words = finding.waits.map((wait) =>
    `${wait.thread} waits for ${wait.waitsFor}${wait.owner ? `, held by ${wait.owner}` : ""}.`);
  return html`${waits.length >= 2 && waits.length <= THREADS_MAX ? draw(waits) : ""}
    <p>${words.join(" ")} ${finding.cycle > 0 ? "A circle means deadlock." : ""}</p>`;
}

function draw(waits) {
  const height = 130 + waits.length * 30;
  const nodes = waits.flatMap((wait) => [
    { name: cut(wait.thread), thread: true },
    { name: cut(wait.waitsFor), thread: false },
  ]).map((node, i, all) => {
    const angle = Math.PI + (2 * Math.PI * i) / all.length;
    return { ...node, half: node.name.length * 3.7 + 10, x: WIDTH / 2 + Math.cos(angle) * 120,
      y: height / 2 + Math.sin(angle) * (height / 2 - NODE_HEIGHT) };
  });
  return html`<svg class="ring" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="A ring of threads and the locks they wait for">
    <defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path
      d="M0 0 8 4 0 8Z"/></marker></defs>
    ${nodes.map((node, i) => edge(node, nodes[(i + 1) % nodes.length]))}
    ${nodes.map((node) => svg`<rect class=${node.thread ? "thread" : "lock"} x=${node.x - node.half} y=${node.y - NODE_HEIGHT / 2}
      width=${node.half * 2} height=${NODE_HEIGHT} rx=${node.thread ? NODE_HEIGHT / 2 : 3}/><text x=${node.x} y=${node.y + 4}>${node.name}</text>`)}
  </svg>`;
}

function edge(from, to) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const a = border(from, dx, dy);
  const b = 1 - border(to, dx, dy);
  const length = Math.hypot(dx, dy);
  return svg`<path class=${from.thread ? "wants" : "held"} marker-end="url(#head)"
    d="M${from.x + dx * a} ${from.y + dy * a} L${from.x + dx * b} ${from.y + dy * b}"/><text class="edge"
    x=${from.x + dx / 2 + (dy / length) * 22} y=${from.y + dy / 2 - (dx / length) * 12 + 4}>${from.thread ? "wants" : "held by"}</text>`;
}

/** Which part of the way in this direction lies inside a node's box. */
function border(node, dx, dy) {
  return Math.min(node.half / Math.max(Math.abs(dx), 1e-9), NODE_HEIGHT / 2 / Math.max(Math.abs(dy), 1e-9), 0.45);
}

function cut(name) {
  return name.length > NAME_MAX ? `${name.slice(0, NAME_MAX - 1)}…` : name;
}
