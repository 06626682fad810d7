// Columns by their header.
import { Drag } from "./drag.js";
import { findLane, isControl, isReadOnly, laneOf, lanesOf } from "./dom.js";
import { laneIndexAt } from "./target.js";

export class ColumnDrag extends Drag {
  #root;
  #server;

  /** @param {HTMLElement} root @param {import("./server.js").Server} server */
  constructor(root, server) {
    super(root, root);
    this.#root = root;
    this.#server = server;
  }

  find(target) {
    return isReadOnly(this.#root) || isControl(target) || !target.closest("header") ? null : laneOf(target);
  }

  idOf(lane) {
    return lane.dataset.column;
  }

  item(id) {
    return findLane(this.#root, id);
  }

  /** @returns {{ before: string | null, edge: number, isLeftward: boolean } | null} */
  target({ at, id }) {
    const lanes = lanesOf(this.#root);
    const from = lanes.findIndex((lane) => lane.dataset.column === id);
    const others = lanes.filter((_, index) => index !== from);
    const boxes = others.map((lane) => lane.getBoundingClientRect());
    const index = laneIndexAt(boxes, at.x);
    if (others.length === 0 || index === from) {
      return null;
    }
    const edge = boxes[index]?.left ?? boxes[index - 1].right;
    return { before: others[index]?.dataset.column ?? null, edge, isLeftward: index < from };
  }

  line({ edge }) {
    const { top, height } = this.#root.getBoundingClientRect();
    return { left: edge - 2, top: top + 4, width: 3, height: height - 8 };
  }

  slot({ edge, isLeftward }, { id }) {
    const { top, width } = (this.item(id) ?? this.#root).getBoundingClientRect();
    return { left: edge - (isLeftward ? 0 : width), top };
  }

  wish({ before }, id) {
    return this.#server.call("MoveColumn", id, before);
  }

  hasArrived(lane, { before }) {
    const lanes = lanesOf(this.#root);
    return (lanes[lanes.indexOf(lane) + 1]?.dataset.column ?? null) === before;
  }

  /** Snapping follows the column it was at; the viewer stays where they dropped it. */
  arriving() {
    const left = this.#root.scrollLeft;
    return () => this.#root.scrollTo({ left, behavior: "instant" });
  }
}
