// Cards by mouse and by finger.
import { RowDrag } from "./row-drag.js";
import { cardsOf, findTile, isControl, isReadOnly, laneOf, lanesOf, tileOf, tilesOf } from "./dom.js";

export class CardDrag extends RowDrag {
  #root;
  #server;

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
    return tilesOf(laneOf(cards));
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
    this.#server.hold(id);
  }

  wish({ list, after, before }, id) {
    return this.#server.call("MoveCard", id, laneOf(list).dataset.column, after, before);
  }
}
