// Single keys that act on the open card or start something anew. Each presses a control that is there for the mouse as
// well, marked with data-shortcut; so a key can do nothing that a click cannot.
import { isReadOnly, laneOf, lanesOf, linkOf, on, tileOf } from "./dom.js";
import { soon } from "../boot/soon.js";

/** Keys that a tile has through its opened card. */
const throughCard = ["l", "a", "d"];
const patience = 3000;

export class Shortcuts {
  #root;
  #server;
  #unlisten;

  /** @param {HTMLElement} root @param {import("./server.js").Server} server */
  constructor(root, server) {
    this.#root = root;
    this.#server = server;
    this.#unlisten = on(document, "keydown", (event) => this.#onKey(event));
  }

  dispose() {
    this.#unlisten();
  }

  #onKey(event) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !event.isComposing;
    if (!isPlain || event.repeat || isTyping(event.target) || isSomethingOver()) {
      return;
    }
    const action = this.#action(event);
    if (action) {
      event.preventDefault();
      action();
    }
  }

  #action({ key, target }) {
    if (key === "?") {
      return () => this.#server.call("ShowShortcuts");
    }
    const panel = openPanel();
    if (panel) {
      const control = controlOf(panel, key);
      return control && (() => (key === "Escape" ? this.#close(control) : press(control)));
    }
    const inBar = document.querySelector(`header.bar [data-shortcut="${CSS.escape(key)}"]`);
    if (inBar) {
      return () => inBar.click();
    }
    if (isReadOnly(this.#root)) {
      return null;
    }
    if (key === "c") {
      const lane = laneOf(target) ?? lanesOf(this.#root)[0];
      return lane && (() => this.#server.call("StartAdd", lane.dataset.column));
    }
    const tile = throughCard.includes(key) ? tileOf(target) : null;
    return tile && (() => openAnd(linkOf(tile), key));
  }

  /** The focus goes back to the tile whose card it was. */
  #close(control) {
    const address = location.pathname;
    press(control);
    soon(patience, () => !openPanel(), () => {
      const link = [...this.#root.querySelectorAll("a.tile-link")].find((a) => new URL(a.href).pathname === address);
      link?.focus({ preventScroll: true });
    });
  }
}

/** A box that is ticked takes no letters. */
const isTyping = (node) =>
  node.closest?.("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])") != null;
const openPanel = () => document.querySelector("aside.panel");
const controlOf = (panel, key) => panel.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
const isSomethingOver = () => document.querySelector(".mud-dialog, .mud-popover-open, [popover]:popover-open") !== null;

/** A field is entered, so that what is typed next goes into it; anything else is pressed. */
function press(control) {
  control.focus({ preventScroll: !control.matches("input") });
  if (!control.matches("input")) {
    control.click();
  }
}

function openAnd(link, key) {
  link.click();
  const found = () => openPanel() && controlOf(openPanel(), key);
  soon(patience, found, () => press(found()));
}
