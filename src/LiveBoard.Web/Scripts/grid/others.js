// Who else is at work in the table: the cell somebody is in carries their name, a cell that became another lights up in the
// colour of its author. Which row somebody touched comes from the server; which of its cells is another is seen here.

export class Others {
  #root;
  #observer;
  #known = new Map();

  constructor(root) {
    this.#root = root;
    this.#observer = new MutationObserver(() => this.#look());
    this.#observer.observe(root.querySelector(".gbody"), {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["data-marks", "data-touch"],
    });
    this.#look();
  }

  dispose() {
    this.#observer.disconnect();
  }

  #look() {
    const seen = new Map();
    for (const row of this.#root.querySelectorAll(".gwin > [data-card]")) {
      const cells = [...row.querySelectorAll(":scope > [data-c]")];
      const says = cells.map((cell) => cell.dataset.t ?? cell.textContent);
      const before = this.#known.get(row.dataset.card);
      if (row.dataset.touch && before?.length === says.length && before.columns === this.#columns) {
        this.#light(row, cells.filter((_, i) => says[i] !== before[i]));
      }
      says.columns = this.#columns;
      seen.set(row.dataset.card, says);
      this.#mark(row, cells);
    }
    this.#known = seen;
  }

  get #columns() {
    return [...this.#root.querySelectorAll(".ghead > [data-c]")].map((head) => head.textContent).join("\t");
  }

  #light(row, cells) {
    const [version, color, ...name] = row.dataset.touch.split(" ");
    for (const cell of cells) {
      cell.classList.add(color, Number(version) % 2 ? "lit-b" : "lit-a");
      cell.title = name.join(" ");
    }
  }

  #mark(row, cells) {
    const marks = (row.dataset.marks ?? "").split("\n").filter(Boolean);
    for (const cell of cells) {
      const mark = marks.find((m) => m.startsWith(`${cell.dataset.c} `));
      const [, color, ...name] = mark?.split(" ") ?? [];
      if ((cell.dataset.who ?? "") !== name.join(" ")) {
        cell.classList.remove("here", ...(cell.dataset.whoColor ? [cell.dataset.whoColor] : []));
        if (mark) {
          cell.classList.add("here", color);
          [cell.dataset.who, cell.dataset.whoColor] = [name.join(" "), color];
        } else {
          delete cell.dataset.who;
          delete cell.dataset.whoColor;
        }
      }
    }
  }
}
