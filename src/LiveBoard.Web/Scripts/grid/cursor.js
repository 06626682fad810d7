// Which cell is the active one, and which range goes with it. Where the cursor stands is known at once and here alone; a
// line is remembered by its card, so that it stays with the card when others come and go above it.

export class Cursor {
  #root;
  #lines;
  #server;
  #observer;
  #told = "";
  #telling = 0;
  #focus = () => this.paint();

  /** The active cell, and the corner that a range was drawn to. */
  at = { line: 0, column: 0, card: "" };
  to = { line: 0, column: 0, card: "" };
  isSet = false;

  constructor(root, lines, server) {
    [this.#root, this.#lines, this.#server] = [root, lines, server];
    this.#observer = new MutationObserver(() => this.#follow());
    this.#observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-line", "data-columns"] });
    root.addEventListener("focus", this.#focus);
  }

  dispose() {
    this.#observer.disconnect();
    clearTimeout(this.#telling);
    this.#root.removeEventListener("focus", this.#focus);
  }

  get cell() {
    return this.#lines.cell(this.at.line, this.at.column);
  }

  get isNew() {
    return !this.#lines.isReadOnly && this.at.line === this.#lines.count;
  }

  get range() {
    return {
      first: Math.min(this.at.line, this.to.line),
      last: Math.max(this.at.line, this.to.line),
      left: Math.min(this.at.column, this.to.column),
      right: Math.max(this.at.column, this.to.column),
    };
  }

  get isRange() {
    return this.at.line !== this.to.line || this.at.column !== this.to.column;
  }

  /** The range for the server: cards where they are known, and lines. */
  get asked() {
    const [from, to] = this.at.line <= this.to.line ? [this.at, this.to] : [this.to, this.at];
    const { left, right } = this.range;
    return [from.card, from.line, to.card, to.line, left, right];
  }

  /** @param {boolean} extends_ true to draw the range to there and leave the active cell where it is */
  move(line, column, extends_ = false) {
    const last = this.#lines.all - 1;
    const there = {
      line: Math.max(0, Math.min(line, last)),
      column: Math.max(0, Math.min(column, this.#lines.columns - 1)),
      card: "",
    };
    this.isSet = true;
    this.to = there;
    if (!extends_) {
      this.at = { ...there };
    }
    this.#lines.reveal(there.line, there.column);
    this.#learn();
    this.paint();
    this.#tell();
  }

  /** The range to all lines and columns. */
  all() {
    this.at = { line: 0, column: 0, card: "" };
    this.to = { line: Math.max(0, this.#lines.count - 1), column: this.#lines.columns - 1, card: "" };
    this.isSet = true;
    this.#learn();
    this.paint();
  }

  collapse() {
    this.to = { ...this.at };
    this.paint();
  }

  paint() {
    const root = this.#root;
    for (const old of root.querySelectorAll(".sel, .act, #grid-active")) {
      old.classList.remove("sel", "act");
      if (old.id === "grid-active") {
        old.removeAttribute("id");
      }
      old.removeAttribute("aria-selected");
    }
    if (!this.isSet) {
      return;
    }
    const { first, last, left, right } = this.range;
    if (this.isRange) {
      for (const row of root.querySelectorAll(".gwin > [data-line]")) {
        const line = Number(row.dataset.line);
        if (line >= first && line <= last) {
          for (let column = left; column <= right; column++) {
            const cell = row.querySelector(`:scope > [data-c="${column}"]`);
            cell?.classList.add("sel");
            cell?.setAttribute("aria-selected", "true");
          }
        }
      }
    }
    const active = this.cell;
    if (active) {
      active.classList.add("act");
      active.id = "grid-active";
      active.setAttribute("aria-selected", "true");
      root.setAttribute("aria-activedescendant", "grid-active");
    } else {
      root.removeAttribute("aria-activedescendant");
    }
  }

  /** After the server drew something: the cursor stays with its card. */
  #follow() {
    if (this.isSet) {
      for (const end of [this.at, this.to]) {
        const row = this.#lines.rowOf(end.card);
        if (row) {
          end.line = Number(row.dataset.line);
        } else if (end.card && this.#lines.row(end.line)) {
          // The card is not in the table any more, or far away: what stands in its place is another.
          end.card = this.#lines.row(end.line).dataset.card ?? "";
        }
        end.line = Math.max(0, Math.min(end.line, this.#lines.all - 1));
        end.column = Math.max(0, Math.min(end.column, this.#lines.columns - 1));
      }
      this.#learn();
    }
    this.#observer.takeRecords();
    this.paint();
    this.#observer.takeRecords();
    this.onDrawn?.();
  }

  #learn() {
    for (const end of [this.at, this.to]) {
      end.card ||= this.#lines.row(end.line)?.dataset.card ?? "";
    }
  }

  /** The others are told where the cursor rests, not every cell that it passes. */
  #tell() {
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      const where = `${this.at.card} ${this.at.column}`;
      if (where !== this.#told) {
        this.#told = where;
        this.#server.call("At", this.at.card, this.at.column);
      }
    }, 120);
  }
}
