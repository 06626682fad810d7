// Items of the open card's checklists. The card comes and goes, so what listens is the page around it.
import { RowDrag } from "./row-drag.js";
import { checklistsOf, findItem, isTextField, itemOf, itemsOf } from "./dom.js";
import { nearestAt } from "./target.js";

export class ItemDrag extends RowDrag {
  #root;
  #server;

  /** @param {HTMLElement} root @param {import("./server.js").Server} server */
  constructor(root, server) {
    super(root, null);
    this.#root = root;
    this.#server = server;
  }

  /** An item's words are a button; they are its handle all the same. */
  find(target) {
    return isTextField(target) || target.closest(".check, .btn, [popover]") ? null : itemOf(target);
  }

  idOf(item) {
    return item.dataset.item;
  }

  item(id) {
    return findItem(this.#root, id);
  }

  rowsOf(list) {
    return itemsOf(list);
  }

  /** The checklist that is nearest: an empty one is no taller than a line. Beside the card there is none. */
  listAt({ x, y }) {
    const lists = checklistsOf(this.#root);
    const panel = lists[0]?.closest(".panel").getBoundingClientRect();
    return panel && x >= panel.left && x < panel.right
      ? lists[nearestAt(lists.map((list) => list.getBoundingClientRect()), y)]
      : undefined;
  }

  scroller(at) {
    return this.listAt(at)?.closest(".body");
  }

  wish({ list, before }, id) {
    return this.#server.call("MoveItem", list.dataset.card, id, list.dataset.checklist, before);
  }
}
