// The column map in the tool row: shows the part of the board on screen, and leads to a column.
import { findLane, lanesOf, on } from "./dom.js";

export class Ruler {
  #root;
  #observer;
  #unlisten;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#observer = new MutationObserver(() => this.#update());
    this.#observer.observe(root, { childList: true });
    this.#unlisten = [
      on(root, "scroll", () => this.#update(), { passive: true }),
      on(window, "resize", () => this.#update()),
      on(document, "click", (event) => this.#go(event), true),
    ];
    this.#update();
  }

  dispose() {
    this.#observer.disconnect();
    this.#unlisten.forEach((unlisten) => unlisten());
  }

  #update() {
    const ruler = document.querySelector(".ruler");
    const lanes = lanesOf(this.#root);
    const width = lanes[0]?.offsetWidth;
    if (ruler && width) {
      ruler.style.setProperty("--from", (this.#root.scrollLeft / width).toFixed(2));
      ruler.style.setProperty("--span", Math.min(this.#root.clientWidth / width, lanes.length).toFixed(2));
    }
  }

  #go(event) {
    const link = event.target.closest?.("[data-column-link]");
    const lane = link && findLane(this.#root, link.dataset.columnLink);
    if (lane) {
      event.preventDefault();
      event.stopPropagation();
      const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
      lane.scrollIntoView({ behavior, inline: "start", block: "nearest" });
    }
  }
}
