import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { java } from "@codemirror/lang-java";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { linter, lintGutter } from "@codemirror/lint";
import { searchKeymap } from "@codemirror/search";
import { EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, gutter, GutterMarker, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { render } from "lit";
import { post } from "./api.js";
import { badge } from "./icons.js";

const setPlaces = StateEffect.define();

/** The badge of the threads that are on a line. */
class Who extends GutterMarker {
  constructor(places) {
    super();
    this.places = places;
  }

  toDOM() {
    const span = document.createElement("span");
    render(this.places.map((place) => badge(place.column, place.colour)), span);
    return span;
  }
}

const places = StateField.define({
  create: () => ({ markers: RangeSet.empty, lines: Decoration.none }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setPlaces)) {
        return draw(transaction.state.doc, effect.value);
      }
    }
    return transaction.docChanged ? { markers: RangeSet.empty, lines: Decoration.none } : value;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.lines),
});

function draw(doc, all) {
  const byLine = new Map();
  all.filter((place) => place.line >= 1 && place.line <= doc.lines).forEach((place) => {
    byLine.set(place.line, [...(byLine.get(place.line) || []), place]);
  });
  const lines = [...byLine].sort((a, b) => a[0] - b[0]);
  return {
    markers: RangeSet.of(lines.map(([line, there]) => new Who(there).range(doc.line(line).from))),
    lines: Decoration.set(lines.filter(([, there]) => there.some((place) => place.now))
      .map(([line]) => Decoration.line({ class: "at-now" }).range(doc.line(line).from))),
  };
}

/** A Java editor with the compiler's diagnostics and completion. */
export class JavaEditor {
  /**
   * @param {HTMLElement} parent
   * @param {{files: () => any[], current: () => string, changed: (text: string) => void, check: () => void,
   *   problems: (problems: any[]) => void}} host
   */
  constructor(parent, host) {
    this.host = host;
    // The security policy lets in styles with the page's nonce only, the editor's own among them.
    this.nonce = EditorView.cspNonce.of(/** @type {HTMLMetaElement} */ (document.querySelector("meta[name=nonce]")).content);
    this.view = new EditorView({ parent, state: EditorState.create({ extensions: this.nonce }) });
    this.view.scrollDOM.tabIndex = 0; // so that long lines can be scrolled to by keyboard
  }

  show(text, name, readOnly) {
    this.view.setState(EditorState.create({
      doc: text,
      extensions: [
        this.nonce,
        gutter({ class: "cm-who", markers: (view) => view.state.field(places).markers }),
        places, lineNumbers(), history(), drawSelection(), indentOnInput(), indentUnit.of("  "), bracketMatching(), closeBrackets(),
        highlightActiveLine(), java(), syntaxHighlighting(classHighlighter),
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({ "aria-label": `Source of ${name}` }),
        keymap.of([{ key: "Mod-Enter", run: () => (this.host.check(), true) },
          ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...searchKeymap]),
        EditorView.updateListener.of((update) => update.docChanged && this.host.changed(update.state.doc.toString())),
        ...(readOnly ? [] : [lintGutter(), linter(() => this.lint(), { delay: 350 }),
          autocompletion({ override: [(context) => this.complete(context)] })]),
      ],
    }));
  }

  async lint() {
    let problems;
    try {
      problems = (await post("/api/diagnose", { files: this.host.files() })).problems;
    } catch {
      return []; // The next change asks again; Check says what is wrong with the connection.
    }
    this.host.problems(problems);
    const length = this.view.state.doc.length;
    return problems.filter((problem) => problem.file === this.host.current()).map((problem) => ({
      from: Math.min(problem.start, length),
      to: Math.min(Math.max(problem.end, problem.start + 1), length),
      severity: problem.error ? "error" : "warning",
      message: problem.message,
    }));
  }

  async complete(context) {
    const word = context.matchBefore(/[\w$]*/);
    const afterDot = context.state.sliceDoc(Math.max(0, word.from - 1), word.from).match(/[.:]/);
    if (!context.explicit && !afterDot && word.text.length < 2) {
      return null;
    }
    try {
      const { proposals } = await post("/api/complete",
        { files: this.host.files(), file: this.host.current(), position: context.pos });
      return { from: word.from, validFor: /^[\w$]*$/, options: proposals.map((proposal) =>
        ({ label: proposal.name, detail: proposal.detail, type: proposal.kind === "field" ? "property" : proposal.kind })) };
    } catch {
      return null;
    }
  }

  showPlaces(all) {
    this.view.dispatch({ effects: setPlaces.of(all) });
    const now = all.find((place) => place.now);
    if (now && now.line >= 1 && now.line <= this.view.state.doc.lines) {
      this.reveal(this.view.lineBlockAt(this.view.state.doc.line(now.line).from));
    }
  }

  /** Scrolls inside the editor alone: the page stays where the reader has it. */
  reveal(block) {
    const scroller = this.view.scrollDOM;
    if (block.top < scroller.scrollTop) {
      scroller.scrollTop = block.top;
    } else if (block.bottom > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = block.bottom - scroller.clientHeight;
    }
  }

  goTo(position) {
    this.view.dispatch({ selection: { anchor: Math.min(position, this.view.state.doc.length) }, scrollIntoView: true });
    this.view.focus();
  }
}
