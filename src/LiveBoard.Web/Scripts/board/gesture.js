// Recognises a drag: by mouse after a few pixels, by finger after a long press, so that a swipe still scrolls the page.
// Follows the pointer even when the node it began on goes away, which happens when somebody else moves that card.
import { on } from "./dom.js";

const mouseThreshold = 5;
const fingerTolerance = 8;
const longPress = 180;
/** A click that belongs to the end of a drag comes at once. */
const clickGrace = 60;

/**
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ find: (target: Element) => HTMLElement | null, start: (item: HTMLElement, at: Point) => void,
 *   move: (to: Point) => void, drop: () => void, still: () => void, cancel: () => void }} Handler
 *   `still` instead of `drop` for a finger that stayed where it was
 */
export class Gesture {
  #root;
  #handler;
  #press = null;
  #unlisten;

  /** @param {HTMLElement} root @param {Handler} handler */
  constructor(root, handler) {
    this.#root = root;
    this.#handler = handler;
    this.#unlisten = [
      on(root, "pointerdown", (event) => this.#down(event)),
      // Browsers decide when a finger comes down whether somebody may stop it from scrolling: this has to be here by then.
      on(root, "touchmove", (event) => this.#stopScroll(event), { passive: false }),
      // The browser's own dragging of links, marking of text, and menu of a long press would each end ours.
      on(root, "dragstart", (event) => this.#press && event.preventDefault()),
      on(root, "selectstart", (event) => this.#press && event.preventDefault()),
      on(root, "contextmenu", (event) => this.#press && !this.#press.isMouse && event.preventDefault(), true),
    ];
  }

  dispose() {
    this.#cancel();
    this.#unlisten.forEach((unlisten) => unlisten());
  }

  #down(event) {
    if (this.#press) {
      // A second finger: the hand wants something else.
      this.#cancel();
      return;
    }
    const item = event.button === 0 && event.isPrimary ? this.#handler.find(event.target) : null;
    if (!item) {
      return;
    }
    const isMouse = event.pointerType === "mouse";
    this.#press = { id: event.pointerId, item, isMouse, from: pointOf(event), isDragging: false };
    const mine = (act) => (e) => e.pointerId === this.#press?.id && act(e);
    this.#press.unlisten = [
      on(document, "pointermove", mine((e) => this.#move(e)), true),
      on(document, "pointerup", mine(() => this.#up()), true),
      on(document, "pointercancel", mine(() => this.#cancel()), true),
      on(window, "blur", () => this.#cancel()),
      on(window, "keydown", (e) => this.#key(e), true),
      // Once the node is taken out of the page its touches no longer pass through the root.
      on(event.target, "touchmove", (e) => this.#stopScroll(e), { passive: false }),
    ];
    this.#press.timer = isMouse ? 0 : setTimeout(() => this.#begin(this.#press.from), longPress);
  }

  #move(event) {
    const press = this.#press;
    const to = pointOf(event);
    if (press.isMouse && event.buttons === 0) {
      // Released where nobody told us, outside the window.
      this.#cancel();
    } else if (press.isDragging) {
      press.hasMoved ||= Math.hypot(to.x - press.from.x, to.y - press.from.y) > fingerTolerance;
      this.#handler.move(to);
    } else {
      this.#wait(to);
    }
  }

  /** Not a drag yet: a mouse makes it one by going, a finger by staying. */
  #wait(to) {
    const { isMouse, from } = this.#press;
    const way = Math.hypot(to.x - from.x, to.y - from.y);
    if (isMouse && way >= mouseThreshold) {
      this.#begin(from);
      this.#handler.move(to);
    } else if (!isMouse && way > fingerTolerance) {
      this.#release();
    }
  }

  #begin(at) {
    this.#press.isDragging = true;
    this.#root.setPointerCapture(this.#press.id);
    this.#handler.start(this.#press.item, at);
  }

  #up() {
    const { isDragging, isMouse, hasMoved } = this.#release();
    if (isDragging) {
      swallowClick();
      if (isMouse || hasMoved) {
        this.#handler.drop();
      } else {
        this.#handler.still();
      }
    }
  }

  #key(event) {
    if (event.key === "Escape" && this.#press.isDragging) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#cancel();
    }
  }

  #cancel() {
    if (this.#press && this.#release().isDragging) {
      // The button may still be down; the click of its release must not open what is below.
      addEventListener("pointerup", swallowClick, { capture: true, once: true });
      this.#handler.cancel();
    }
  }

  #release() {
    const press = this.#press;
    this.#press = null;
    clearTimeout(press.timer);
    press.unlisten.forEach((unlisten) => unlisten());
    return press;
  }

  #stopScroll(event) {
    if (this.#press?.isDragging && event.cancelable) {
      event.preventDefault();
    }
  }
}

const pointOf = (event) => ({ x: event.clientX, y: event.clientY });

function swallowClick() {
  const unlisten = on(window, "click", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  setTimeout(unlisten, clickGrace);
}
