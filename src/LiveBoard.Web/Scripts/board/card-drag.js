// Cards by mouse and by finger.
import { DropLine, lineBetween, slotAt } from "./drop-line.js";
import { EdgeScroll } from "./edge-scroll.js";
import { frames } from "./frames.js";
import { Gesture } from "./gesture.js";
import { Ghost } from "./ghost.js";
import { land } from "./landing.js";
import { cardsOf, findTile, isControl, isReadOnly, laneOf, lanesOf, tileOf, tilesOf } from "./dom.js";
import { indexAt, isBetween, neighbours } from "./target.js";

export class CardDrag {
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
      find: (target) => (isReadOnly(root) || isControl(target) ? null : tileOf(target)),
      start: (tile, at) => this.#start(tile, at),
      move: (to) => (this.#drag.at = to),
      drop: () => this.#drop(),
      cancel: () => this.#end().ghost.remove(),
    });
  }

  dispose() {
    this.#gesture.dispose();
  }

  #start(tile, at) {
    this.#drag = {
      id: tile.dataset.card,
      at,
      height: tile.offsetHeight,
      ghost: new Ghost(tile, at),
      edges: new EdgeScroll(this.#root, at),
      stop: frames((seconds) => this.#frame(seconds)),
    };
    document.body.classList.add("is-dragging");
    tile.dataset.lifted = "";
    this.#server.hold(this.#drag.id);
  }

  #frame(seconds) {
    const { ghost, at, edges, id } = this.#drag;
    ghost.follow(at);
    const lane = this.#laneAt(at.x);
    edges.step(at, seconds, lane && cardsOf(lane));
    // Somebody else may have moved the card meanwhile: it is another node then.
    findTile(this.#root, id)?.setAttribute("data-lifted", "");
    this.#show(this.#target());
  }

  /** Where the card would go now. The page under the pointer may have changed or scrolled since the last move. */
  #target() {
    const { at, id } = this.#drag;
    const lane = this.#laneAt(at.x);
    if (!lane) {
      return null;
    }
    const tiles = tilesOf(lane).filter((tile) => tile.dataset.card !== id);
    const index = indexAt(tiles.map((tile) => tile.getBoundingClientRect()), at.y);
    const target = { lane, tiles, index, ...neighbours(tiles.map((tile) => tile.dataset.card), index) };
    const tile = findTile(this.#root, id);
    return tile && isAt(tile, target) ? null : target;
  }

  /** The column under the pointer by its sides alone: above its head and below its foot still mean this column. */
  #laneAt(x) {
    return lanesOf(this.#root).find((lane) => {
      const box = lane.getBoundingClientRect();
      return x >= box.left && x < box.right;
    });
  }

  #show(target) {
    for (const lane of lanesOf(this.#root)) {
      lane.toggleAttribute("data-over", lane === target?.lane);
    }
    if (target) {
      this.#line.show(lineBetween(cardsOf(target.lane), target.tiles, target.index));
    } else {
      this.#line.hide();
    }
  }

  #drop() {
    const target = this.#target();
    const { id, ghost, height } = this.#end(target !== null);
    if (!target) {
      ghost.remove();
      return;
    }
    const { lane, after, before } = target;
    const find = () => findTile(this.#root, id);
    land({
      root: this.#root,
      ghost,
      place: slotAt(cardsOf(lane), target.tiles, target.index, { height, tile: find() }),
      answer: this.#server.call("MoveCard", id, lane.dataset.column, after, before),
      find,
      hasArrived: (tile) => isAt(tile, target),
    });
  }

  #end(isLanding = false) {
    const drag = this.#drag;
    this.#drag = null;
    drag.stop();
    this.#show(null);
    document.body.classList.remove("is-dragging");
    if (!isLanding) {
      findTile(this.#root, drag.id)?.removeAttribute("data-lifted");
    }
    this.#server.hold(null);
    return drag;
  }
}

/** Whether the tile is already where it would be dropped. */
function isAt(tile, { lane, after, before }) {
  return laneOf(tile) === lane && isBetween(tilesOf(lane).map((t) => t.dataset.card), tile.dataset.card, after, before);
}
