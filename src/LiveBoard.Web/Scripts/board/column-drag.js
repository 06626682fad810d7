// Columns by their header.
import { DropLine } from "./drop-line.js";
import { EdgeScroll } from "./edge-scroll.js";
import { frames } from "./frames.js";
import { Gesture } from "./gesture.js";
import { Ghost } from "./ghost.js";
import { land } from "./landing.js";
import { findLane, isControl, isReadOnly, laneOf, lanesOf } from "./dom.js";
import { laneIndexAt } from "./target.js";

export class ColumnDrag {
  #root;
  #server;
  #gesture;
  #line = new DropLine();
  #drag = null;

  /** @param {HTMLElement} root @param {import("./server.js").Server} server */
  constructor(root, server) {
    this.#root = root;
    this.#server = server;
    this.#gesture = new Gesture(root, {
      find: (target) => (isReadOnly(root) || isControl(target) || !target.closest("header") ? null : laneOf(target)),
      start: (lane, at) => this.#start(lane, at),
      move: (to) => (this.#drag.at = to),
      drop: () => this.#drop(),
      cancel: () => this.#end().ghost.remove(),
    });
  }

  dispose() {
    this.#gesture.dispose();
  }

  #start(lane, at) {
    this.#drag = {
      id: lane.dataset.column,
      at,
      ghost: new Ghost(lane, at),
      edges: new EdgeScroll(this.#root, at),
      stop: frames((seconds) => this.#frame(seconds)),
    };
    document.body.classList.add("is-dragging");
    lane.dataset.lifted = "";
  }

  #frame(seconds) {
    const { at, ghost, edges } = this.#drag;
    ghost.follow(at);
    edges.step(at, seconds);
    const target = this.#target();
    if (!target) {
      this.#line.hide();
      return;
    }
    const { top, height } = this.#root.getBoundingClientRect();
    this.#line.show({ left: target.edge - 2, top: top + 4, width: 3, height: height - 8 });
  }

  /** @returns {{ before: string | null, edge: number, isLeftward: boolean } | null} null for where it is already */
  #target() {
    const lanes = lanesOf(this.#root);
    const from = lanes.findIndex((lane) => lane.dataset.column === this.#drag.id);
    const others = lanes.filter((_, index) => index !== from);
    const boxes = others.map((lane) => lane.getBoundingClientRect());
    const index = laneIndexAt(boxes, this.#drag.at.x);
    if (others.length === 0 || index === from) {
      return null;
    }
    const edge = boxes[index]?.left ?? boxes[index - 1].right;
    return { before: others[index]?.dataset.column ?? null, edge, isLeftward: index < from };
  }

  #drop() {
    const target = this.#target();
    const { id, ghost } = this.#end(target !== null);
    if (!target) {
      ghost.remove();
      return;
    }
    const find = () => findLane(this.#root, id);
    const left = this.#root.scrollLeft;
    const { top, width } = find()?.getBoundingClientRect() ?? this.#root.getBoundingClientRect();
    land({
      root: this.#root,
      ghost,
      place: { left: target.edge - (target.isLeftward ? 0 : width), top },
      answer: this.#server.call("MoveColumn", id, target.before),
      find,
      hasArrived: (lane) => nextOf(this.#root, lane) === target.before,
      // Snapping follows the column it was at; the viewer stays where they dropped it.
      onArrival: () => this.#root.scrollTo({ left, behavior: "instant" }),
    });
  }

  #end(isLanding = false) {
    const drag = this.#drag;
    this.#drag = null;
    drag.stop();
    this.#line.hide();
    document.body.classList.remove("is-dragging");
    if (!isLanding) {
      findLane(this.#root, drag.id)?.removeAttribute("data-lifted");
    }
    return drag;
  }
}

function nextOf(root, lane) {
  const lanes = lanesOf(root);
  return lanes[lanes.indexOf(lane) + 1]?.dataset.column ?? null;
}
