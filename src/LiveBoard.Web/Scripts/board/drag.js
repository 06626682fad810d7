// What every drag has in common: a copy follows the pointer, a line says where the thing would go, a drop is one wish,
// and the copy rests there until it is answered. What can be dragged, and to where, is said by those who extend this.
import { DropLine } from "./drop-line.js";
import { EdgeScroll } from "./edge-scroll.js";
import { frames } from "./frames.js";
import { Gesture } from "./gesture.js";
import { Ghost } from "./ghost.js";
import { land } from "./landing.js";

/**
 * @typedef {import("./gesture.js").Point} Point
 * @typedef {{ id: string, at: Point, height: number, ghost: Ghost }} Held
 */
export class Drag {
  #root;
  #across;
  #gesture;
  #line = new DropLine();
  #drag = null;

  /**
   * @param {HTMLElement} root holds all that can be dragged and stays on the page
   * @param {HTMLElement | null} across what scrolls sideways at its edges
   */
  constructor(root, across) {
    this.#root = root;
    this.#across = across;
    this.#gesture = new Gesture(root, {
      find: (target) => this.find(target),
      start: (item, at) => this.#start(item, at),
      move: (to) => (this.#drag.at = to),
      drop: () => this.#drop(),
      still: () => this.#leave(),
      cancel: () => this.#end().ghost.remove(),
    });
  }

  dispose() {
    this.#gesture.dispose();
  }

  // To be said by those who extend this: find(target) what a press on it would take; idOf(item); item(id) where it is
  // now; target(held) where it would go, null for where it is; line(target) on the screen; slot(target, held) where it
  // will lie; wish(target, id) asks for it; hasArrived(item, target).

  /** @returns {HTMLElement | undefined} what scrolls up and down under the pointer */
  scroller(_at) {}

  /** @param {object | null} _target where it would go now; null when nothing is aimed at any more */
  aimed(_target) {}

  /** @param {string | null} _id what is in hand */
  hold(_id) {}

  /** How many things go with the one in hand, itself included. */
  count(_id) {
    return 1;
  }

  /** @param {string} _id what a finger took in hand and let go where it was */
  still(_id) {}

  /** @returns {() => void} what to do on arrival, by what is so at the drop */
  arriving() {
    return () => {};
  }

  #start(item, at) {
    this.#drag = {
      id: this.idOf(item),
      at,
      height: item.offsetHeight,
      ghost: new Ghost(item, at, this.count(this.idOf(item))),
      edges: new EdgeScroll(this.#across, at),
      stop: frames((seconds) => this.#frame(seconds)),
    };
    document.body.classList.add("is-dragging");
    item.dataset.lifted = "";
    this.hold(this.#drag.id);
  }

  #frame(seconds) {
    const { ghost, at, edges, id } = this.#drag;
    ghost.follow(at);
    edges.step(at, seconds, this.scroller(at));
    // Somebody else may have moved it meanwhile: it is another node then.
    this.item(id)?.setAttribute("data-lifted", "");
    // The page under the pointer may have changed or scrolled since the last move.
    this.#show(this.target(this.#drag));
  }

  #show(target) {
    this.aimed(target);
    if (target) {
      this.#line.show(this.line(target));
    } else {
      this.#line.hide();
    }
  }

  #drop() {
    const target = this.target(this.#drag);
    const held = this.#end(target !== null);
    if (!target) {
      held.ghost.remove();
      return;
    }
    land({
      root: this.#root,
      ghost: held.ghost,
      place: this.slot(target, held),
      onArrival: this.arriving(),
      answer: this.wish(target, held.id),
      find: () => this.item(held.id),
      hasArrived: (item) => this.hasArrived(item, target),
    });
  }

  #leave() {
    const { id, ghost } = this.#end();
    ghost.remove();
    this.still(id);
  }

  #end(isLanding = false) {
    const drag = this.#drag;
    this.#drag = null;
    drag.stop();
    this.#show(null);
    document.body.classList.remove("is-dragging");
    if (!isLanding) {
      this.item(drag.id)?.removeAttribute("data-lifted");
    }
    this.hold(null);
    return drag;
  }
}
