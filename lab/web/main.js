import { html, LitElement, nothing } from "lit";
import "./bench.js";
import "./course.js";
import { unpack } from "./share.js";
import * as store from "./store.js";

const FIRST_PROGRAM = `class Counter {
  static int value;

  static void increment() {
    value++;
  }

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(Counter::increment, "Ann");
    var bob = new Thread(Counter::increment, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert value == 2 : "value is " + value;
  }
}
`;

const KEYS = [["← →", "step back, step on"], ["Home End", "first step, last step"], ["[ ]", "previous switch, next switch"],
  ["x", "the conflict"], ["1 to 9", "let that thread go on, under You schedule"], ["Ctrl+Enter", "Check, also while typing"],
  ["Esc, then Tab", "leave the editor"], ["?", "this list"]];

/** The page: a bar at the top, and the view that the part behind # names. */
class App extends LitElement {
  static properties = { route: { state: true }, workshop: { state: true } };

  constructor() {
    super();
    this.route = [];
    this.navigate = () => this.go();
    this.pressed = (event) => this.press(event);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("hashchange", this.navigate);
    addEventListener("keydown", this.pressed);
    this.go();
  }

  async go() {
    const route = location.hash.replace(/^#\/?/, "").split("/");
    if (route[0] === "main") {
      this.querySelector("main").focus(); // the link "Skip to the content"
      history.replaceState(null, "", this.place || "#/map");
      return;
    }
    const moved = this.route.slice(0, 2).join("/") !== route.slice(0, 2).join("/");
    this.place = location.hash;
    if (route[0] === "w") {
      try {
        this.workshop = await unpack(route[1]);
      } catch {
        this.workshop = { broken: true };
      }
    }
    this.route = route;
    await this.updateComplete;
    if (moved) {
      scrollTo(0, 0);
    }
  }

  press(event) {
    const editing = event.target.closest?.("input:not([type=radio]), textarea, select, .cm-editor");
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "Enter" && !event.defaultPrevented) {
        this.querySelector("hd-bench")?.check();
      }
      return;
    }
    if (editing || event.target.closest?.("dialog, [type=radio]")) {
      return;
    }
    if (event.key === "?") {
      this.querySelector("dialog").showModal();
    } else if (this.querySelector("hd-bench")?.key(event.key)) {
      event.preventDefault();
    }
  }

  render() {
    const [first] = this.route;
    const link = (name, text, active) => html`<a href="#/${name}" aria-current=${active ? "page" : nothing}>${text}</a>`;
    return html`
      <header class="top"><a class="brand" href="#/map" aria-label="Heddle, to the course map"><img src="/web/icon.svg" alt="" width="26" height="26"><span>Heddle</span></a>
        <nav aria-label="Main">${link("map", "Course", first !== "workshop" && first !== "w")}${link("workshop", "Workshop", first === "workshop" || first === "w")}</nav>
        <button type="button" class="plain" @click=${() => this.querySelector("dialog").showModal()} aria-label="Keys" title="Keys">?</button>
        <button type="button" class="theme" aria-label="Light / dark" title="Light / dark" @click=${store.toggleTheme}><span>Light / dark</span></button></header>
      <main id="main" tabindex="-1" class=${first === "chapter" ? "wide" : ""}>${this.view()}</main>
      <dialog aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2><dl>${KEYS.map(([keys, what]) =>
        html`<dt>${keys.split(" ").map((key) => (/^(to|then)$/.test(key) ? html` ${key} ` : html`<kbd>${key.replace(",", "")}</kbd> `))}</dt><dd>${what}</dd>`)}</dl>
        <form method="dialog"><button class="main">Close</button></form></dialog>`;
  }

  view() {
    const [name, id, more] = this.route;
    switch (name) {
      case "chapter": return html`<hd-chapter .path=${`/api/chapter/${id}`} .screen=${Number(more || 1) - 1}></hd-chapter>`;
      case "exercise": return html`<hd-exercise .path=${`/api/exercise/${id}/${more}`}></hd-exercise>`;
      case "workshop": return this.bench([{ name: "Counter.java", text: store.get("texts", "workshop") ?? FIRST_PROGRAM }], null);
      case "w":
        if (this.workshop?.broken) {
          return html`<section class="verdict warns failed-load" role="alert"><h2>This link is not whole</h2><p>A shared link holds the program itself, and a part of
            this one is missing. Ask for it again.</p></section>`;
        }
        return this.bench(this.workshop.files, this.workshop);
      default: return html`<hd-map .path=${"/api/course"}></hd-map>`;
    }
  }

  bench(files, shared) {
    // The same list for as long as the route stays: a new one would start the bench anew.
    if (this.benchFor !== this.place) {
      this.benchFor = this.place;
      this.files = files;
    }
    return html`<h1 class="unseen">Workshop</h1><hd-bench .files=${this.files} .shared=${shared} @changed=${(event) =>
      shared || store.put("texts", "workshop", event.detail.text)}></hd-bench>`;
  }
}

store.applyTheme();
customElements.define("hd-app", App);
