// One editor: CodeMirror, what keeps it in step with the others, and what is around it on the page.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { ChangeSet, Compartment, EditorState, Text } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { completion } from "./complete.js";
import { cursorExtension, placeThere, showPointers } from "./cursors.js";
import { kept } from "./kept.js";
import { mark } from "./marks.js";
import { Sync, syncExtension } from "./sync.js";

/** Not with each key: others look where somebody is, they do not follow every step. */
const pointPause = 250;
/** What no text has, and what a paste may bring. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;

export class Editor {
  #host;
  #dotnet;
  #begin;
  #readOnly = new Compartment();
  #pointing = null;
  #waiting = [];

  /**
   * @param {HTMLElement} host
   * @param {{ invokeMethodAsync: (name: string, ...args: unknown[]) => Promise<any> }} dotnet
   * @param {{ cardId: string, personId: string, version: number, text: string, label: string, hint: string, max: number }} begin
   */
  constructor(host, dotnet, begin) {
    this.#host = host;
    this.#dotnet = dotnet;
    this.#begin = begin;
    const left = kept.find(begin.cardId, begin.personId);
    this.view = new EditorView({
      parent: host.querySelector("[data-text]"),
      state: this.#stateOf(left ?? { version: begin.version, text: begin.text, clientId: crypto.randomUUID() }),
    });
    // For whoever keeps what was typed when the page is taken away (boot/drafts.js).
    this.view.contentDOM.keptText = () => this.view.state.doc.toString();
    this.sync = new Sync(this.view, this.view.state.doc, dotnet, (state) => this.#show(state));
    host.addEventListener("click", this.#onClick);
    addEventListener("pagehide", this.#keep);
    if (left) {
      this.#takeUp(left);
    }
    this.#show("saved");
    this.view.focus();
  }

  /** What the server says: what others typed, and where they are. */
  take(news) {
    if (!this.sync.take(news)) {
      this.sync.pull().catch(() => {});
    }
    showPointers(this.view, news.pointers, this.sync.pending);
    this.#settle();
  }

  finish() {
    this.sync.push();
    return new Promise((done) => {
      this.#waiting.push(done);
      this.#settle();
    });
  }

  dispose() {
    this.#keep();
    this.sync.dispose();
    clearTimeout(this.#pointing);
    removeEventListener("pagehide", this.#keep);
    this.#host.removeEventListener("click", this.#onClick);
    this.view.destroy();
    this.#waiting.forEach((done) => done(false));
  }

  #stateOf({ version, text, clientId }) {
    return EditorState.create({
      doc: Text.of(text.split("\n")),
      extensions: [
        syncExtension(version, clientId),
        history(),
        drawSelection(),
        cursorExtension,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": this.#begin.label, dir: "auto", spellcheck: "true" }),
        EditorView.clipboardInputFilter.of((pasted) => pasted.replace(controls, "")),
        EditorState.lineSeparator.of("\n"),
        // Others' typing is taken whatever comes of it; it was checked.
        EditorState.changeFilter.of((tr) => !tr.isUserEvent("input") || tr.newDoc.length <= this.#begin.max),
        this.#readOnly.of([]),
        placeholder(this.#begin.hint),
        completion((sign, words) => this.#dotnet.invokeMethodAsync("Suggest", sign, words).catch(() => [])),
        keymap.of([
          { key: "Mod-b", run: (view) => (mark(view, "bold"), true) },
          { key: "Mod-i", run: (view) => (mark(view, "italic"), true) },
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.updateListener.of((update) => this.#onUpdate(update)),
      ],
    });
  }

  /** What was typed before the page was loaded anew goes on top of what has come since. */
  async #takeUp({ changes }) {
    for (const change of changes) {
      this.view.dispatch({ changes: ChangeSet.fromJSON(change) });
    }
    try {
      await this.sync.pull();
    } catch {
      // Handing in will bring what is missing.
    }
    this.sync.changed();
  }

  #onUpdate(update) {
    if (!this.sync) {
      return;
    }
    if (update.docChanged && this.sync.pending.length > 0) {
      this.#keep();
      this.sync.changed();
    }
    if (update.selectionSet || update.docChanged) {
      this.#pointing ??= setTimeout(() => this.#point(), pointPause);
    }
  }

  #point() {
    this.#pointing = null;
    const { anchor, head } = this.view.state.selection.main;
    const { pending, version } = this.sync;
    this.#dotnet
      .invokeMethodAsync("Point", placeThere(anchor, pending), placeThere(head, pending), version)
      .catch(() => {});
  }

  #keep = () => {
    const { cardId, personId } = this.#begin;
    const { pending, version, clientId, isRefused, synced } = this.sync;
    if (pending.length === 0) {
      kept.remove(cardId);
    } else if (!isRefused) {
      kept.put(cardId, personId, {
        version,
        clientId,
        text: synced.toString(),
        changes: pending.map(({ changes }) => changes.toJSON()),
      });
    }
  };

  #show(state) {
    const foot = this.#host.querySelector("[data-text-state]");
    foot.textContent = foot.dataset[state];
    this.#host.dataset.state = state;
    if (state === "refused") {
      this.view.dispatch({ effects: this.#readOnly.reconfigure(EditorState.readOnly.of(true)) });
    }
    this.#settle();
  }

  /** Tells whoever waits that all is stored, or that it cannot be. */
  #settle() {
    if (this.sync && (this.sync.isRefused || this.sync.pending.length === 0)) {
      this.#keep();
      this.#waiting.splice(0).forEach((done) => done(!this.sync.isRefused));
    }
  }

  #onClick = ({ target }) => {
    const button = target.closest("[data-mark]");
    if (button) {
      mark(this.view, button.dataset.mark);
    }
  };
}
