"use strict";
// Steps through the lane table. Without this script the page shows the whole run.
(() => {
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  byId("theme").addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  const controls = byId("controls");
  if (!controls) {
    return;
  }
  controls.hidden = false;
  let table = byId("some");
  let rows = [];
  let steps = [];
  let at = -1;

  // Rows between two steps, such as a switch, come into sight with the step below them.
  function load() {
    rows = [...table.tBodies[0].rows];
    steps = rows.flatMap((row, i) => (row.classList.contains("step") ? [i] : []));
    byId("slider").max = steps.length;
    at = -1;
    go(steps.length - 1);
  }

  function go(to) {
    to = Math.max(0, Math.min(steps.length - 1, to));
    const last = to === steps.length - 1 ? rows.length - 1 : steps[to];
    const before = at < 0 ? null : at === steps.length - 1 ? rows.length - 1 : steps[at];
    // Only the rows between the old and the new position change: a long run steps as fast as a short one.
    const [from, until] = before === null ? [0, rows.length - 1]
      : [Math.min(before, last), Math.max(before, last)];
    for (let i = from; i <= until; i++) {
      rows[i].classList.toggle("later", i > last);
    }
    if (at >= 0) {
      rows[steps[at]].classList.remove("now");
      rows[steps[at]].removeAttribute("aria-current");
    }
    at = to;
    const now = rows[steps[at]];
    now.classList.add("now");
    now.setAttribute("aria-current", "step");
    byId("slider").value = at + 1;
    byId("position").textContent = `${at + 1} / ${steps.length}`;
    byId("says").textContent = `Step ${at + 1}. ${now.dataset.says}`;
    markSource(now);
    markMessages(Number(now.dataset.step));
    drawArrow();
  }

  // Shows what is under way: what was sent by now, and what this step sends or reads.
  function markMessages(step) {
    for (const message of document.querySelectorAll(".sequence .message")) {
      const sent = Number(message.dataset.sent);
      message.classList.toggle("later", sent > step);
      message.classList.toggle("now", sent === step || Number(message.dataset.delivered) === step);
    }
  }

  // Shows on which line each thread is, and which line runs now.
  function markSource(now) {
    document.querySelectorAll(".source tr.now").forEach((line) => line.classList.remove("now"));
    document.querySelectorAll(".source .who").forEach((who) => who.replaceChildren());
    const seen = new Set();
    for (let i = at; i >= 0 && seen.size < table.tHead.rows[0].cells.length - 2; i--) {
      const row = rows[steps[i]];
      if (!seen.has(row.dataset.thread)) {
        seen.add(row.dataset.thread);
        sourceLine(row)?.querySelector(".who").append(badge(row.dataset.thread));
      }
    }
    sourceLine(now)?.classList.add("now");
  }

  function sourceLine(row) {
    return document.querySelector(
      `.source tr[data-line="${row.dataset.line}"][data-file="${CSS.escape(row.dataset.file)}"]`);
  }

  function badge(column) {
    return table.tHead.rows[0].cells[Number(column) + 1].querySelector(".badge").cloneNode(true);
  }

  // Draws the one arrow of the picture from the step that did the harm to the step that it undid.
  function drawArrow() {
    table.parentElement.querySelector(".curve.drawn")?.remove();
    const from = rows.find((row) => row.dataset.arrow && !row.classList.contains("later"));
    if (!from) {
      return;
    }
    const to = rows[steps[Number(from.dataset.arrow) - 1]];
    const frame = table.parentElement.getBoundingClientRect();
    const left = table.parentElement.scrollLeft;
    const a = from.querySelector(".cause").previousSibling.getBoundingClientRect();
    const b = to.querySelector(".chip").getBoundingClientRect();
    const forward = a.left < b.left;
    const x1 = (forward ? a.right : a.left) - frame.left + left;
    const y1 = a.top + a.height / 2 - frame.top;
    const x2 = b.left + b.width / 2 - frame.left + left;
    const y2 = b.bottom - frame.top + 2;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "curve drawn");
    svg.setAttribute("width", table.offsetWidth);
    svg.setAttribute("height", table.offsetHeight);
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", `M${x1} ${y1} Q${x2} ${y1} ${x2} ${y2}`);
    path.setAttribute("marker-end", "url(#tip)");
    svg.append(path);
    table.parentElement.append(svg);
  }

  function nextSwitch(direction) {
    for (let i = at + direction; i > 0 && i < steps.length; i += direction) {
      if (rows[steps[i]].dataset.thread !== rows[steps[i - 1]].dataset.thread) {
        return i;
      }
    }
    return direction < 0 ? 0 : steps.length - 1;
  }

  function conflict() {
    const found = steps.findIndex((i) => rows[i].classList.contains("conflict"));
    return found < 0 ? steps.length - 1 : found;
  }

  function toggleKeys() {
    byId("key-list").hidden = !byId("key-list").hidden;
  }

  byId("home").addEventListener("click", () => go(0));
  byId("back").addEventListener("click", () => go(at - 1));
  byId("next").addEventListener("click", () => go(at + 1));
  byId("keys").addEventListener("click", toggleKeys);
  byId("slider").addEventListener("input", (event) => go(Number(event.target.value) - 1));
  byId("every")?.addEventListener("click", (event) => {
    const every = table.id === "some";
    event.target.setAttribute("aria-pressed", String(every));
    byId("some").hidden = every;
    byId("all").hidden = !every;
    table = byId(every ? "all" : "some");
    load();
  });
  const keys = {
    ArrowLeft: () => go(at - 1),
    ArrowRight: () => go(at + 1),
    Home: () => go(0),
    End: () => go(steps.length - 1),
    "[": () => go(nextSwitch(-1)),
    "]": () => go(nextSwitch(1)),
    x: () => go(conflict()),
    "?": toggleKeys,
  };
  document.addEventListener("keydown", (event) => {
    const action = keys[event.key];
    if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      action();
    }
  });
  addEventListener("resize", drawArrow);
  load();
})();
