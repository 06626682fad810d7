// What the server said about a change that it did not make: why not, with the places; or, when somebody else changed the
// cell meanwhile, both values and a choice.

export class Verdict {
  #root;
  #layer;
  #box = null;
  #cell = null;
  #put = () => this.#place();

  constructor(root, layer) {
    [this.#root, this.#layer] = [root, layer];
    root.addEventListener("scroll", this.#put, { passive: true });
  }

  dispose() {
    this.#root.removeEventListener("scroll", this.#put);
    this.close();
  }

  /**
   * @param {string[] | false} answer
   * @param {{ cell: () => Element | null, text?: string, onAgain?: (more: object) => void, onMine?: () => void }} of
   */
  show(answer, of) {
    this.close();
    const [kind, words] = answer || ["lost"];
    if (kind === "ok" || kind === "said") {
      return;
    }
    const say = this.#layer.dataset;
    const box = document.createElement("div");
    box.className = "gverdict";
    box.setAttribute("role", "alertdialog");
    const title = document.createElement("b");
    title.id = "grid-verdict";
    box.setAttribute("aria-labelledby", title.id);
    title.textContent = kind === "clash" ? say.clash : kind === "lost" ? say.unreachable : say.refused;
    box.append(title);
    const buttons = document.createElement("div");
    buttons.className = "row acts";
    const button = (text, act, style = "") => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = `btn ${style}`;
      made.textContent = text;
      made.addEventListener("click", () => {
        this.close();
        this.#root.focus({ preventScroll: true });
        act?.();
      });
      buttons.append(made);
    };
    if (kind === "clash") {
      box.append(this.#value(say.theirs, words), this.#value(say.yours, of.text));
      button(say.keepTheirs, null);
      button(say.keepYours, of.onMine, "pri");
    } else {
      for (const line of (words ?? "").split("\n").filter(Boolean)) {
        const paragraph = document.createElement("p");
        paragraph.textContent = line;
        box.append(paragraph);
      }
      button(of.onAgain ? say.drop : say.close, null);
      if (of.onAgain) {
        button(say.again, () => of.onAgain({}), "pri");
      }
    }
    box.append(buttons);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        this.close();
        this.#root.focus({ preventScroll: true });
      }
    });
    this.#layer.append(box);
    [this.#box, this.#cell] = [box, of.cell];
    this.#place();
    buttons.lastElementChild.focus({ preventScroll: true });
  }

  close() {
    this.#box?.remove();
    this.#box = null;
  }

  #value(who, text) {
    const line = document.createElement("p");
    const label = document.createElement("span");
    label.className = "mut";
    label.textContent = who;
    const value = document.createElement("bdi");
    value.textContent = text || "—";
    line.append(label, " ", value);
    return line;
  }

  #place() {
    const cell = this.#cell?.();
    if (!this.#box || !cell) {
      return;
    }
    const [at, base] = [cell.getBoundingClientRect(), this.#layer.parentElement.getBoundingClientRect()];
    const { offsetWidth: width, offsetHeight: height } = this.#box;
    const below = at.bottom - base.top + 4;
    const top = below + height > base.height ? Math.max(4, at.top - base.top - height - 4) : below;
    this.#box.style.left = `${Math.max(4, Math.min(at.left - base.left, base.width - width - 4))}px`;
    this.#box.style.top = `${top}px`;
  }
}
