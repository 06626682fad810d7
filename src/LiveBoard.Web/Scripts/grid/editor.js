// Editing a cell: a field of its own over the cell, which no change from others takes away. What is typed is shown in the
// cell at once and sent; the server's answer draws the cell anew, or says what is wrong.
import { textOf } from "./cells.js";
import { fieldFor } from "./fields.js";

/** So long the server's picture may take after its answer. */
const patience = 1500;

export class Editor {
  #on;
  #open = null;
  #place = () => this.#put();

  /** @param {{ root: HTMLElement, layer: HTMLElement, lines: any, cursor: any, server: any, verdict: any }} on */
  constructor(on) {
    this.#on = on;
    on.root.addEventListener("scroll", this.#place, { passive: true });
    on.cursor.onDrawn = this.#place;
  }

  dispose() {
    this.#on.root.removeEventListener("scroll", this.#place);
    this.#close();
  }

  get isOpen() {
    return this.#open !== null;
  }

  /**
   * @param {{ typed?: string, text?: string, readAs?: string }} how what was typed to open it, or what it begins with
   */
  async open(how = {}) {
    const { cursor, lines, server, layer } = this.#on;
    if (lines.isReadOnly || !cursor.isSet || (!cursor.at.card && !cursor.isNew)) {
      return;
    }
    if (cursor.isNew && this.#kind !== "line") {
      cursor.move(lines.count, 0);
    }
    const cell = cursor.cell;
    if (!cell) {
      return;
    }
    const at = { ...cursor.at };
    const readAs = how.readAs ?? textOf(cell) ?? (await server.call("Copy", at.card, at.line, at.card, at.line, at.column, at.column));
    if (this.#open || readAs === false) {
      return;
    }
    const kind = this.#kind;
    if (kind === "check" && how.text === undefined) {
      this.#send(at, readAs ? "" : "yes", readAs);
      return;
    }
    const clean = kind === "lines" && readAs.startsWith('"') && !("t" in cell.dataset) ? unquote(readAs) : readAs;
    const name = lines.head(at.column).textContent.trim();
    const field = fieldFor(kind, how.typed ?? how.text ?? clean, how.typed !== undefined, {
      choices: () => server.call("Choices", at.column),
      label: layer.dataset.editor.replace("{0}", name),
    });
    this.#open = { at, field, readAs: clean };
    layer.append(field.box);
    this.#put();
    field.input.addEventListener("keydown", this.#key);
    field.input.addEventListener("blur", this.#blur);
    field.start();
  }

  /** Sends what was typed. */
  commit() {
    if (this.#open) {
      const { at, field, readAs } = this.#open;
      const text = field.value;
      this.#close();
      if (text !== readAs) {
        this.#send(at, text, readAs);
      }
    }
  }

  cancel() {
    this.#close();
  }

  get #kind() {
    return this.#on.lines.head(this.#on.cursor.at.column)?.dataset.kind;
  }

  async #send(at, text, readAs) {
    const { lines, server, verdict, root } = this.#on;
    const cell = (lines.rowOf(at.card) ?? lines.row(at.line))?.querySelector(`:scope > [data-c="${at.column}"]`);
    const before = cell && [...cell.childNodes];
    if (cell && at.card) {
      cell.classList.add("sent");
      cell.textContent = text;
    }
    const restore = () => {
      if (cell?.isConnected && at.card) {
        cell.classList.remove("sent");
        cell.replaceChildren(...before);
      }
    };
    const answer = await server.call("Edit", at.card, at.line, at.column, text, at.card ? readAs : null);
    if (answer && answer[0] === "ok") {
      setTimeout(restore, patience);
      return;
    }
    restore();
    const again = (more) => {
      this.#on.cursor.move(lines.rowOf(at.card) ? Number(lines.rowOf(at.card).dataset.line) : at.line, at.column);
      root.focus();
      this.open({ text, ...more });
    };
    verdict.show(answer, {
      cell: () => (lines.rowOf(at.card) ?? lines.row(at.line))?.querySelector(`:scope > [data-c="${at.column}"]`),
      text,
      onAgain: again,
      onMine: () => this.#send(at, text, answer[1]),
    });
  }

  #put() {
    const { lines, layer } = this.#on;
    if (!this.#open) {
      return;
    }
    const { at, field } = this.#open;
    const row = lines.rowOf(at.card) ?? (at.card ? null : lines.row(at.line));
    const cell = row?.querySelector(`:scope > [data-c="${at.column}"]`);
    // Scrolled away or filtered out by others: it stays where it was until its row is back.
    if (cell) {
      const [box, base] = [cell.getBoundingClientRect(), layer.parentElement.getBoundingClientRect()];
      field.box.style.left = `${box.left - base.left}px`;
      field.box.style.top = `${box.top - base.top}px`;
      field.box.style.minWidth = `${box.width}px`;
      field.box.style.minHeight = `${box.height}px`;
    }
  }

  #close() {
    if (this.#open) {
      const { field } = this.#open;
      this.#open = null;
      field.input.removeEventListener("blur", this.#blur);
      const hadFocus = field.box.contains(document.activeElement);
      field.box.remove();
      if (hadFocus) {
        this.#on.root.focus({ preventScroll: true });
      }
    }
  }

  #blur = (event) => {
    if (!this.#open?.field.box.contains(event.relatedTarget)) {
      this.commit();
    }
  };

  #key = (event) => {
    if (event.isComposing || event.defaultPrevented) {
      return;
    }
    const { cursor } = this.#on;
    const { line, column } = this.#open.at;
    const leave = (dl, dc) => {
      event.preventDefault();
      event.stopPropagation();
      const isNew = cursor.isNew;
      this.commit();
      // On the line of new cards one card after the other can be typed.
      cursor.move(isNew ? cursor.at.line : line + dl, isNew && dl ? 0 : column + dc);
    };
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.cancel();
    } else if (event.key === "Enter" && !event.altKey && !(event.shiftKey && this.#open.field.isMultiline)) {
      leave(event.shiftKey ? -1 : 1, 0);
    } else if (event.key === "Enter" && event.altKey) {
      this.#open.field.breakLine?.();
      event.preventDefault();
    } else if (event.key === "Tab") {
      leave(0, event.shiftKey ? -1 : 1);
    } else {
      event.stopPropagation();
    }
  };
}

const unquote = (text) => text.slice(1, -1).replaceAll('""', '"').replaceAll("\r\n", "\n");
