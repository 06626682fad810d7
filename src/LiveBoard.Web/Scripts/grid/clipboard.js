// The clipboard, as tables go between spreadsheets: cells apart by tabs, rows by line breaks.
import { quote, textOf } from "./cells.js";

export class Clipboard {
  #on;
  #copy = (event) => this.#put(event);
  #cut = (event) => this.#put(event) && this.ask("Clear");
  #paste = (event) => this.#take(event);

  constructor(on) {
    this.#on = on;
    document.addEventListener("copy", this.#copy);
    document.addEventListener("cut", this.#cut);
    document.addEventListener("paste", this.#paste);
  }

  dispose() {
    document.removeEventListener("copy", this.#copy);
    document.removeEventListener("cut", this.#cut);
    document.removeEventListener("paste", this.#paste);
  }

  /** Something about the range: the server does it as one change. */
  async ask(name, ...more) {
    const { cursor, server, verdict } = this.#on;
    if (cursor.isSet && !(cursor.isNew && name !== "Paste")) {
      const answer = await server.call(name, ...cursor.asked, ...more);
      verdict.show(answer, { cell: () => cursor.cell });
    }
  }

  get #isMine() {
    const { root, editor, cursor } = this.#on;
    return document.activeElement === root && !editor.isOpen && cursor.isSet;
  }

  #put(event) {
    if (!this.#isMine) {
      return false;
    }
    event.preventDefault();
    const text = this.#seen();
    if (text === null) {
      // Lines that are not on the page: only the server has them.
      const { server, cursor } = this.#on;
      server.call("Copy", ...cursor.asked).then((all) => all !== false && LiveBoard.copy(all));
    } else {
      event.clipboardData.setData("text/plain", text);
    }
    return true;
  }

  /** The range as far as it is on the page; null when some of it is not. */
  #seen() {
    const { root, cursor } = this.#on;
    const { first, last, left, right } = cursor.range;
    const rows = [];
    for (let line = first; line <= last; line++) {
      const row = root.querySelector(`.gwin > [data-line="${line}"]`);
      if (!row) {
        return null;
      }
      if (!row.dataset.card) {
        continue;
      }
      const texts = [];
      for (let column = left; column <= right; column++) {
        const text = textOf(row.querySelector(`:scope > [data-c="${column}"]`));
        if (text === null) {
          return null;
        }
        texts.push(quote(text));
      }
      rows.push(texts.join("\t"));
    }
    return rows.join("\r\n");
  }

  #take(event) {
    const text = this.#isMine ? event.clipboardData.getData("text/plain") : "";
    if (text) {
      event.preventDefault();
      // As a stream: a message has a limit that a large table is beyond.
      this.ask("Paste", DotNet.createJSStreamReference(new Blob([text])));
    }
  }
}
