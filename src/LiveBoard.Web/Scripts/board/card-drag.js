// Cards by mouse and by finger.
import { RowDrag } from "./row-drag.js";
import { cardsOf, findTile, isControl, isReadOnly, laneOf, lanesOf, tileOf, tilesOf } from "./dom.js";

export class CardDrag extends RowDrag {
  #root;
  #server;
  #held = null;

  /** @param {HTMLElement} root @param {import("./server.js").Server} server */
  constructor(root, server) {
    super(root, root);
    this.#root = root;
    this.#server = server;
  }

  find(target) {
    return isReadOnly(this.#root) || isControl(target) ? null : tileOf(target);
  }

  idOf(tile) {
    return tile.dataset.card;
  }

  item(id) {
    return findTile(this.#root, id);
  }

  rowsOf(cards) {
    return tilesOf(laneOf(cards)).filter((tile) => !this.#goesAlong(tile));
  }

  /** The column under the pointer by its sides alone: above its head and below its foot still mean this column. */
  listAt({ x }) {
    const lane = lanesOf(this.#root).find((l) => {
      const box = l.getBoundingClientRect();
      return x >= box.left && x < box.right;
    });
    return lane && cardsOf(lane);
  }

  scroller(at) {
    return this.listAt(at);
  }

  aimed(target) {
    for (const lane of lanesOf(this.#root)) {
      lane.toggleAttribute("data-over", lane === laneOf(target?.list));
    }
  }

  /** Others see who has it in hand. */
  hold(id) {
    this.#held = id ?? this.#held;
    this.#server.hold(id);
  }

  /** All that are picked go with one of them. */
  count(id) {
    return this.#isPicked(id) ? Number(document.querySelector("[data-selection]")?.dataset.selection ?? 1) : 1;
  }

  /** A finger that stays and lifts again picks the card. */
  still(id) {
    this.#server.call("Pick", id);
  }

  wish({ list, after, before }, id) {
    const column = laneOf(list).dataset.column;
    return this.count(id) > 1
      ? this.#server.call("MoveSelected", column, after, before)
      : this.#server.call("MoveCard", id, column, after, before);
  }

  #isPicked(id) {
    return this.item(id)?.classList.contains("picked") ?? false;
  }

  /** A card that moves as well is no neighbour. */
  #goesAlong(tile) {
    return tile.dataset.card !== this.#held && tile.classList.contains("picked") && this.#isPicked(this.#held);
  }
}
