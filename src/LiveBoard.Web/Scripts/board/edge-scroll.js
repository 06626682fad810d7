// Scrolls what is under a dragged thing while it is held near an edge.

const zone = 48;
const fastest = 900;
/** So far the pointer has to go before an edge that it started at counts. */
const dead = 12;

/**
 * Speed at a place along a scroller: 0 in its middle, growing towards and past its edges.
 * @param {number} at @param {number} start @param {number} end
 * @returns {number} pixels per second, negative towards the start
 */
export function edgeSpeed(at, start, end) {
  const width = Math.min(zone, (end - start) / 4);
  const nearness = at < start + width ? at - (start + width) : Math.max(0, at - (end - width));
  return fastest * Math.max(-1, Math.min(1, nearness / width));
}

/** One axis of one drag. A drag that starts at an edge does not scroll before it has left it or goes on towards it. */
export class EdgeAxis {
  #start;
  #isArmed = false;

  /** @param {number} start where the drag began */
  constructor(start) {
    this.#start = start;
  }

  /** @returns {number} pixels per second */
  speed(at, start, end) {
    const speed = edgeSpeed(at, start, end);
    const way = at - this.#start;
    this.#isArmed ||= speed === 0 || (Math.abs(way) > dead && Math.sign(way) === Math.sign(speed));
    return this.#isArmed ? speed : 0;
  }
}

export class EdgeScroll {
  #root;
  #x;
  #y;

  /** @param {HTMLElement | null} root scrolls sideways @param {import("./gesture.js").Point} from */
  constructor(root, from) {
    this.#root = root;
    this.#x = new EdgeAxis(from.x);
    this.#y = new EdgeAxis(from.y);
  }

  /**
   * @param {import("./gesture.js").Point} at
   * @param {number} seconds since the last step
   * @param {HTMLElement} [list] scrolls up and down
   */
  step(at, seconds, list) {
    if (this.#root) {
      const { left, right } = this.#root.getBoundingClientRect();
      scrollBy(this.#root, this.#x.speed(at.x, left, right) * seconds, 0);
    }
    if (list) {
      const { top, bottom } = list.getBoundingClientRect();
      scrollBy(list, 0, this.#y.speed(at.y, top, bottom) * seconds);
    }
  }
}

function scrollBy(element, left, top) {
  if (left || top) {
    element.scrollBy({ left, top, behavior: "instant" });
  }
}
