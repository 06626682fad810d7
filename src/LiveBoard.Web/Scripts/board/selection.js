// Cards are picked by Ctrl or Shift and a click, by keys, and by finger with a long press and then taps. The server knows
// which are picked, and the page shows it: what is done here is only a wish.
import { isControl, isReadOnly, isTextField, linkOf, on, tileOf } from "./dom.js";

/** What keeps keys to itself while it is open. */
const over = ".mud-dialog, .mud-popover-open, [popover]:popover-open";

export class Selection {
  #root;
  #server;
  #unlisten;

  /** @param {HTMLElement} root @param {import("./server.js").Server} server */
  constructor(root, server) {
    this.#root = root;
    this.#server = server;
    this.#unlisten = [
      // Before the link of the tile hears of it.
      on(root, "click", (event) => this.#onClick(event), true),
      on(document, "keydown", (event) => this.#onKey(event)),
    ];
  }

  dispose() {
    this.#unlisten.forEach((unlisten) => unlisten());
  }

  #onClick(event) {
    const tile = tileOf(event.target);
    if (!tile || isReadOnly(this.#root) || isControl(event.target) || event.button !== 0) {
      return;
    }
    const isTap = event.pointerType === "touch" && isAnyPicked();
    if (event.ctrlKey || event.metaKey || isTap) {
      this.#take(event, () => this.#server.call("Pick", tile.dataset.card));
    } else if (event.shiftKey) {
      const from = tileOf(document.activeElement) ?? tile;
      this.#take(event, () => this.#server.call("PickTo", tile.dataset.card, from.dataset.card));
      getSelection()?.removeAllRanges();
      linkOf(tile)?.focus({ preventScroll: true });
    }
  }

  #take(event, wish) {
    event.preventDefault();
    event.stopPropagation();
    wish();
  }

  #onKey(event) {
    if (event.defaultPrevented || event.isComposing || isTextField(event.target) || document.querySelector(over)) {
      return;
    }
    const wish = this.#wishOf(event);
    if (wish) {
      event.preventDefault();
      wish();
    }
  }

  #wishOf({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
    if (isReadOnly(this.#root) || altKey) {
      return null;
    }
    if (ctrlKey || metaKey) {
      const isHere = target === document.body || this.#root.contains(target);
      return key.toLowerCase() === "a" && !shiftKey && isHere ? () => this.#server.call("PickAll") : null;
    }
    if (key === "Escape") {
      // A card that is open closes first.
      return isAnyPicked() && !document.querySelector("aside.panel") ? () => this.#server.call("PickNone") : null;
    }
    const tile = tileOf(target);
    return key === "x" && tile ? () => this.#server.call("Pick", tile.dataset.card) : null;
  }
}

const isAnyPicked = () => document.querySelector("[data-selection]") !== null;
