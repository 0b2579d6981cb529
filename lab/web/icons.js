import { nothing, svg } from "lit";

const PATHS = {
  read: "M1 8s2.5-5 7-5 7 5 7 5-2.5 5-7 5-7-5-7-5Zm7-2.2a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z",
  write: "M2 14l1-4 8-8 3 3-8 8Z",
  lock: "M3 7h2V5a3 3 0 0 1 6 0v2h2v7H3Zm4 0h2V5a1 1 0 0 0-2 0Z",
  unlock: "M3 7h2V4a3 3 0 0 1 6 0H9a1 1 0 0 0-2 0v3h6v7H3Z",
  wait: "M4 3h3v10H4Zm5 0h3v10H9Z",
  signal: "M3 11V7a5 5 0 0 1 10 0v4l1 1H2Zm4 2h2v1H7Z",
  thread: "M4 3l9 5-9 5Z",
  call: "M2 7h7V4l5 4-5 4V9H2Z",
  print: "M2 3h12v8H6l-3 3v-3H2Z",
  failure: "M3 5l2-2 3 3 3-3 2 2-3 3 3 3-2 2-3-3-3 3-2-2 3-3Z",
  passed: "M2 8.5l2-2 3 3 5.5-6 2 2L7 13.5Z",
  warning: "M8 1l7.5 13.5H.5ZM7 6v4h2V6Zm0 5.2v2h2v-2Z",
  first: "M3 3h2v10H3Zm10 0v10L6 8Z",
  stop: "M3 3h10v10H3Z",
};

/** @param {string} name */
export function icon(name) {
  const path = PATHS[name];
  return path ? svg`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path}/></svg>` : "";
}

const OUTLINES = {
  square: svg`<rect x="1" y="1" width="22" height="22" rx="5"/>`,
  circle: svg`<circle cx="12" cy="12" r="11"/>`,
  triangle: svg`<path d="M12 0 24 23H0Z"/>`,
  diamond: svg`<path d="M12 0 24 12 12 24 0 12Z"/>`,
  hexagon: svg`<path d="M6 1h12l6 11-6 11H6L0 12Z"/>`,
};

/**
 * The badge of a thread: a shape with a letter.
 * @param {any} column @param {string} colour @param {number} [size] its size inside another drawing
 */
export function badge(column, colour, size) {
  return svg`<svg class="badge ${colour}" viewBox="0 0 24 24" width=${size || nothing} height=${size || nothing} aria-hidden="true">${OUTLINES[column.shape]}<text
    x="12" y=${column.shape === "triangle" ? 19 : 16.5}>${column.letter}</text></svg>`;
}

const COLOURS = 5;

/** The class that gives a column its colour. @param {any[]} columns @param {number} index */
export function colour(columns, index) {
  const main = columns[0]?.shape === "hexagon";
  const position = index - (main ? 1 : 0);
  return position < 0 ? "c-main" : `c${position % COLOURS}`;
}
