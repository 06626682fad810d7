// Which lines are on the page, and which should be: asks for others as the table scrolls, one question at a time.

/** Lines beyond what is seen, on either side. */
const margin = 14;

/**
 * The window that should be on the page.
 * @param {number} top first line seen
 * @param {number} seen number of lines seen
 * @param {{ first: number, end: number }} there lines that are on the page
 * @param {number} count lines there are
 * @returns {[number, number] | null} first line and how many; null when what is there is enough
 */
export function wanted(top, seen, there, count) {
  const needs = { first: Math.max(0, top - 2), end: Math.min(count, top + seen + 2) };
  if (there.first <= needs.first && there.end >= needs.end) {
    return null;
  }
  return [Math.max(0, top - margin), seen + 2 * margin];
}

/** Whether a column stays in sight; on a phone fewer do than the style's classes say. */
const isFrozen = (head) => getComputedStyle(head).position === "sticky";

export class Lines {
  #root;
  #server;
  #asking = false;
  #asked = null;
  #onScroll = () => this.#ask();
  #resized;

  constructor(root, server) {
    [this.#root, this.#server] = [root, server];
    root.addEventListener("scroll", this.#onScroll, { passive: true });
    this.#resized = new ResizeObserver(this.#onScroll);
    this.#resized.observe(root);
  }

  dispose() {
    this.#root.removeEventListener("scroll", this.#onScroll);
    this.#resized.disconnect();
  }

  get height() {
    return parseFloat(getComputedStyle(this.#root).getPropertyValue("--row-h")) || 32;
  }

  /** Lines that hold cards and heads of groups; the line for new cards comes after them. */
  get count() {
    return Number(this.#root.dataset.lines);
  }

  get all() {
    return this.count + (this.isReadOnly ? 0 : 1);
  }

  get columns() {
    return Number(this.#root.dataset.columns);
  }

  get isReadOnly() {
    return "readonly" in this.#root.dataset;
  }

  /** @returns {HTMLElement | null} */
  row(line) {
    return this.#root.querySelector(`.gwin > [data-line="${line}"]`);
  }

  rowOf(cardId) {
    return cardId ? this.#root.querySelector(`.gwin > [data-card="${cardId}"]`) : null;
  }

  cell(line, column) {
    return this.row(line)?.querySelector(`:scope > [data-c="${column}"]`) ?? null;
  }

  head(column) {
    return this.#root.querySelector(`.ghead > [data-c="${column}"]`);
  }

  /** Number of whole lines that are seen at once. */
  get page() {
    return Math.max(1, Math.floor(this.#body / this.height) - 1);
  }

  /** Scrolls so that a cell is seen whole, past what is frozen. */
  reveal(line, column) {
    const root = this.#root;
    const top = line * this.height;
    if (top < root.scrollTop) {
      root.scrollTop = top;
    } else if (top + this.height > root.scrollTop + this.#body) {
      root.scrollTop = top + this.height - this.#body;
    }
    const head = this.head(column);
    if (head && !isFrozen(head)) {
      this.#revealColumn(head);
    }
    this.#ask();
  }

  #revealColumn(head) {
    const root = this.#root;
    const frozen = [...root.querySelectorAll(".ghead > .fz")].filter(isFrozen);
    const edge = frozen.reduce((sum, h) => sum + h.offsetWidth, 0);
    const box = head.getBoundingClientRect();
    const view = root.getBoundingClientRect();
    if (box.left < view.left + edge) {
      root.scrollLeft -= view.left + edge - box.left;
    } else if (box.right > view.left + root.clientWidth) {
      root.scrollLeft += Math.min(box.right - view.left - root.clientWidth, box.left - view.left - edge);
    }
  }

  get #body() {
    const root = this.#root;
    const used = (name) => root.querySelector(`:scope > ${name}`)?.offsetHeight ?? 0;
    return root.clientHeight - used(".ghead") - used(".gfoot");
  }

  async #ask() {
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        this.#asked = next.join();
        await this.#server.call("ShowLines", ...next);
        await new Promise((painted) => requestAnimationFrame(painted));
      }
    } finally {
      this.#asking = false;
      this.#asked = null;
    }
  }

  #next() {
    const { first, end } = this.#root.dataset;
    const top = Math.floor(this.#root.scrollTop / this.height);
    const seen = Math.ceil(this.#root.clientHeight / this.height) + 1;
    const next = wanted(top, seen, { first: Number(first), end: Number(end) }, this.all);
    // An answer that changed nothing would be asked for over and over.
    return next && next.join() !== this.#asked ? next : null;
  }
}
