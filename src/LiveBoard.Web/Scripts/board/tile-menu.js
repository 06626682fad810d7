// A tile's menu, by its button or by a right click.
import { isTextField, on, tileOf } from "./dom.js";

export class TileMenu {
  #server;
  #unlisten;

  /** @param {HTMLElement} root @param {import("./server.js").Server} server */
  constructor(root, server) {
    this.#server = server;
    this.#unlisten = [
      on(root, "click", (event) => event.target.closest("[data-act=menu]") && this.#open(event)),
      // A finger's long press lifts the card instead.
      on(root, "contextmenu", (event) => event.pointerType !== "touch" && !isTextField(event.target) && this.#open(event)),
    ];
  }

  dispose() {
    this.#unlisten.forEach((unlisten) => unlisten());
  }

  #open(event) {
    const tile = tileOf(event.target);
    if (!tile || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    const box = tile.getBoundingClientRect();
    const isByKey = event.clientX === 0 && event.clientY === 0;
    const [x, y] = isByKey ? [box.right - 24, box.bottom - 8] : [event.clientX, event.clientY];
    this.#server.call("OpenTileMenu", tile.dataset.card, x, y);
  }
}
