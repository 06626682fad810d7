// The keyboard, as in a spreadsheet.

export class Keys {
  #on;
  #key = (event) => this.#press(event);

  constructor(on) {
    this.#on = on;
    on.root.addEventListener("keydown", this.#key);
  }

  dispose() {
    this.#on.root.removeEventListener("keydown", this.#key);
  }

  #press(event) {
    const { root, cursor, editor, server } = this.#on;
    if (event.target !== root || event.isComposing || event.defaultPrevented) {
      return;
    }
    const isCtrl = event.ctrlKey || event.metaKey;
    if (!cursor.isSet && event.key.startsWith("Arrow")) {
      event.preventDefault();
      cursor.move(0, 0);
      return;
    }
    if (event.altKey && event.key === "ArrowDown" && cursor.isSet) {
      event.preventDefault();
      const box = root.querySelector(`.ghead > [data-c="${cursor.at.column}"]`).getBoundingClientRect();
      server.call("HeadMenu", cursor.at.column, box.left, box.bottom);
      return;
    }
    const move = this.#move(event, isCtrl);
    if (move) {
      event.preventDefault();
      const from = event.shiftKey && event.key !== "Tab" && event.key !== "Enter" ? cursor.to : cursor.at;
      cursor.move(...move(from), from === cursor.to && from !== cursor.at && event.shiftKey);
      return;
    }
    const act = isCtrl && !event.altKey ? this.#command(event) : this.#plain(event);
    if (act) {
      event.preventDefault();
      act();
    } else if (!isCtrl && !event.altKey && event.key.length === 1 && cursor.isSet && event.key !== " ") {
      event.preventDefault();
      editor.open({ typed: event.key });
    }
  }

  /** @returns {((from: { line: number, column: number }) => [number, number]) | undefined} */
  #move(event, isCtrl) {
    const { root, cursor } = this.#on;
    const lastLine = Math.max(0, Number(root.dataset.lines) - 1);
    const lastColumn = Number(root.dataset.columns) - 1;
    const page = Math.max(1, Math.floor(root.clientHeight / 40));
    if (event.altKey) {
      return undefined;
    }
    switch (event.key) {
      case "ArrowDown":
        return ({ line, column }) => [isCtrl ? lastLine : line + 1, column];
      case "ArrowUp":
        return ({ line, column }) => [isCtrl ? 0 : line - 1, column];
      case "ArrowRight":
        return ({ line, column }) => [line, isCtrl ? lastColumn : column + 1];
      case "ArrowLeft":
        return ({ line, column }) => [line, isCtrl ? 0 : column - 1];
      case "Home":
        return ({ line }) => [isCtrl ? 0 : line, 0];
      case "End":
        return ({ line }) => [isCtrl ? lastLine : line, lastColumn];
      case "PageDown":
        return ({ line, column }) => [line + page, column];
      case "PageUp":
        return ({ line, column }) => [line - page, column];
      case "Tab": {
        // At the ends of a row Tab leaves the table: nobody is caught in it.
        const next = cursor.at.column + (event.shiftKey ? -1 : 1);
        return cursor.isSet && next >= 0 && next <= lastColumn ? ({ line }) => [line, next] : undefined;
      }
      default:
        return undefined;
    }
  }

  #command(event) {
    const { cursor, server, clipboard } = this.#on;
    switch (event.key.toLowerCase()) {
      case "a":
        return () => cursor.all();
      case "d":
        return () => clipboard.ask("FillDown");
      case "z":
        return () => server.call("Undo");
      case "enter":
        return () => cursor.at.card && server.call("Open", cursor.at.card);
      default:
        return undefined;
    }
  }

  #plain(event) {
    const { cursor, editor, server, clipboard } = this.#on;
    const group = cursor.cell?.parentElement.dataset.group;
    switch (event.key) {
      case "Enter":
      case "F2":
        return () => (group === undefined ? editor.open() : server.call("ToggleGroup", group));
      case "Delete":
      case "Backspace":
        return () => clipboard.ask("Clear");
      case "Escape":
        return () => cursor.collapse();
      case " ":
        return () => this.#space(event);
      default:
        return undefined;
    }
  }

  #space(event) {
    const { cursor, editor, server, root } = this.#on;
    const kind = root.querySelector(`.ghead > [data-c="${cursor.at.column}"]`)?.dataset.kind;
    if (event.shiftKey || kind !== "check") {
      cursor.at.card && server.call("Pick", cursor.at.card, null);
    } else {
      editor.open();
    }
  }
}
