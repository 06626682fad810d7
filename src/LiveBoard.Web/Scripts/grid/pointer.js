// Mouse and finger: a press sets the cursor, a pull draws a range, twice opens the editor, the row's head picks the card.

export class Pointer {
  #on;
  #from = null;
  #wasActive = false;
  #picked = null;

  constructor(on) {
    this.#on = on;
    this.#listen("addEventListener");
  }

  dispose() {
    this.#listen("removeEventListener");
  }

  #listen(how) {
    const { root } = this.#on;
    root[how]("pointerdown", this.#down);
    root[how]("pointermove", this.#pull);
    root[how]("pointerup", this.#up);
    root[how]("click", this.#click);
    root[how]("dblclick", this.#twice);
  }

  #place(event) {
    const cell = event.target.closest?.(".gwin > .gline > [data-c]");
    return cell && { line: Number(cell.parentElement.dataset.line), column: Number(cell.dataset.c), cell };
  }

  #down = (event) => {
    const place = this.#place(event);
    if (!place || event.button !== 0) {
      return;
    }
    const { cursor, root } = this.#on;
    this.#wasActive = place.cell.id === "grid-active";
    if (event.pointerType === "mouse") {
      event.preventDefault();
      root.focus({ preventScroll: true });
      cursor.move(place.line, place.column, event.shiftKey && cursor.isSet);
      this.#from = place;
    }
  };

  #pull = (event) => {
    const place = this.#from && event.buttons === 1 ? this.#place(event) : null;
    if (place && (place.line !== this.#on.cursor.to.line || place.column !== this.#on.cursor.to.column)) {
      this.#on.cursor.move(place.line, place.column, true);
    }
  };

  #up = () => {
    this.#from = null;
  };

  #click = (event) => {
    const { cursor, editor, server, root } = this.#on;
    const row = event.target.closest(".gwin > .gline");
    if (event.target.closest("[data-open]")) {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        event.stopPropagation();
        server.call("Open", row.dataset.card);
      }
    } else if (event.target.closest("[data-pick-all]")) {
      server.call("PickAll");
    } else if (row?.dataset.group !== undefined) {
      server.call("ToggleGroup", row.dataset.group);
    } else if (row && event.target.closest(".gh")) {
      if (row.dataset.card) {
        server.call("Pick", row.dataset.card, event.shiftKey ? this.#picked : null);
        this.#picked = row.dataset.card;
      }
    } else if (event.pointerType !== "mouse") {
      // By finger: the first tap goes there, the second one edits.
      const place = this.#place(event);
      if (place) {
        root.focus({ preventScroll: true });
        cursor.move(place.line, place.column);
        if (this.#wasActive) {
          editor.open();
        }
      }
    }
  };

  #twice = (event) => {
    if (this.#place(event) && !event.target.closest(".ggroup")) {
      this.#on.editor.open();
    }
  };
}
