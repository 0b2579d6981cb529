// What stays in this browser: progress, texts and the theme. Nothing of it is sent anywhere.
const KEY = "heddle-progress";
const FORMAT = 1;

function empty() {
  return { format: FORMAT, screens: {}, passed: {}, answers: {}, texts: {} };
}

function load() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) || "null");
    return isProgress(found) ? found : empty();
  } catch {
    return empty();
  }
}

/** @param {any} value */
function isProgress(value) {
  return value?.format === FORMAT
    && ["screens", "passed", "answers", "texts"].every((name) => typeof value[name] === "object" && value[name]);
}

let progress = load();

function save() {
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    // The browser keeps nothing (private window, or full): the page works on without.
  }
}

/** @param {string} kind @param {string} key */
export function get(kind, key) {
  return progress[kind][key];
}

/** @param {string} kind @param {string} key @param {any} value */
export function put(kind, key, value) {
  if (value === undefined) {
    delete progress[kind][key];
  } else {
    progress[kind][key] = value;
  }
  save();
}

/** The screens of a chapter that have been seen. @param {string} chapter @returns {number[]} */
export function seen(chapter) {
  return progress.screens[chapter] || [];
}

/** @param {string} chapter @param {number} screen */
export function see(chapter, screen) {
  if (!seen(chapter).includes(screen)) {
    put("screens", chapter, [...seen(chapter), screen]);
  }
}

/** Saves the progress as a file. */
export function exportAll() {
  const url = URL.createObjectURL(new Blob([JSON.stringify(progress, null, 1)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "heddle-progress.json";
  link.click();
  URL.revokeObjectURL(url);
}

/** Reads a saved file in place of what is here. @param {File} file */
export async function importAll(file) {
  let found;
  try {
    found = JSON.parse(await file.text());
  } catch {
    found = null;
  }
  if (!isProgress(found)) {
    throw new Error(`${file.name}: expected a file that "Export progress" wrote. Nothing was changed.`);
  }
  progress = found;
  save();
}

/** @returns {"light" | "dark"} */
export function theme() {
  const chosen = localStorage.getItem("heddle-theme");
  if (chosen === "light" || chosen === "dark") {
    return chosen;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function toggleTheme() {
  localStorage.setItem("heddle-theme", theme() === "dark" ? "light" : "dark");
  applyTheme();
}

export function applyTheme() {
  document.documentElement.dataset.theme = theme();
}
