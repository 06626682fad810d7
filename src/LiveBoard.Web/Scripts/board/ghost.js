// The copy that follows the pointer. It is ours: whatever happens to the original, it stays under the finger.

const glideTime = 160;

export class Ghost {
  #copy;
  #from;
  #start;

  /** @param {HTMLElement} original @param {import("./gesture.js").Point} start @param {number} count so many go along */
  constructor(original, start, count = 1) {
    this.#start = start;
    this.#from = original.getBoundingClientRect();
    this.#copy = original.cloneNode(true);
    for (const name of ["id", "data-card", "data-column", "data-item", "data-lifted", "aria-label"]) {
      this.#copy.removeAttribute(name);
    }
    // A sheet of choices is not part of the look, and its names would be twice on the page.
    this.#copy.querySelectorAll("[popover]").forEach((sheet) => sheet.remove());
    if (count > 1) {
      this.#copy.dataset.count = count;
    }
    this.#copy.inert = true;
    this.#copy.setAttribute("aria-hidden", "true");
    this.#copy.classList.add("drag-ghost");
    const { left, top, width, height } = this.#from;
    Object.assign(this.#copy.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    document.body.append(this.#copy);
  }

  /** @param {import("./gesture.js").Point} to */
  follow(to) {
    this.#copy.style.translate = `${to.x - this.#start.x}px ${to.y - this.#start.y}px`;
  }

  /** @param {{ left: number, top: number }} place @returns {Promise<void>} when it is there */
  async glideTo({ left, top }) {
    this.#copy.classList.add("landing");
    const from = getComputedStyle(this.#copy).translate;
    const to = `${left - this.#from.left}px ${top - this.#from.top}px`;
    this.#copy.style.translate = to;
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
      const easing = "cubic-bezier(0.2, 0.7, 0.2, 1)";
      await this.#copy.animate([{ translate: from }, { translate: to }], { duration: glideTime, easing }).finished;
    }
  }

  remove() {
    this.#copy.remove();
  }
}
