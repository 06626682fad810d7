// A card lifted by keyboard: arrows choose its place, Space or Enter drops it, Esc or leaving it changes nothing.
import { announce } from "./announce.js";
import { DropLine, lineBetween } from "./drop-line.js";
import { cardsOf, findLane, findTile, laneOf, lanesOf, linkOf, nameOf, on, tilesOf, titleOf } from "./dom.js";
import { isBetween, neighbours, placeOf } from "./target.js";
import { step } from "./walk.js";

/** So long the focus follows a dropped card, which is another node once it is in another column. */
const followTime = 1500;

export class KeyboardLift {
  #root;
  #server;
  #line = new DropLine();
  #lift = null;
  #follow = () => {};

  constructor(root, server) {
    this.#root = root;
    this.#server = server;
  }

  get isUp() {
    return this.#lift !== null;
  }

  dispose() {
    this.#follow();
    if (this.#lift) {
      this.#end();
    }
  }

  /** @param {HTMLElement} tile */
  start(tile) {
    const lane = laneOf(tile);
    const observer = new MutationObserver(() => this.#onPageChange());
    observer.observe(this.#root, { childList: true, subtree: true });
    this.#lift = {
      id: tile.dataset.card,
      title: titleOf(tile),
      column: lane.dataset.column,
      ...neighboursOf(tile),
      unlisten: [
        () => observer.disconnect(),
        on(this.#root, "focusout", () => this.#cancel()),
        on(this.#root, "scroll", () => this.#draw(), { capture: true, passive: true }),
        on(window, "resize", () => this.#draw()),
      ],
    };
    tile.dataset.lifted = "";
    this.#server.hold(this.#lift.id);
    this.#draw();
    announce("lifted", { title: this.#lift.title });
  }

  actionOf(key) {
    return { " ": () => this.#drop(), Enter: () => this.#drop(), Escape: () => this.#cancel() }[key] ?? null;
  }

  /** @param {"up" | "down" | "left" | "right"} direction */
  aim(direction) {
    const lift = this.#lift;
    const lanes = lanesOf(this.#root);
    const from = { lane: lanes.indexOf(findLane(this.#root, lift.column)), index: this.#place().index };
    const next = step(lanes.map((lane) => this.#others(lane).length), from, direction, true);
    const lane = lanes[next.lane];
    const others = this.#others(lane);
    lift.column = lane.dataset.column;
    Object.assign(lift, neighbours(idsOf(others), next.index));
    lane.scrollIntoView({ inline: "nearest", block: "nearest", behavior: "instant" });
    (others[next.index] ?? others[next.index - 1])?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    this.#draw();
    announce("over", { column: nameOf(lane), position: next.index + 1, count: others.length + 1 });
  }

  #others(lane) {
    return tilesOf(lane).filter((tile) => tile.dataset.card !== this.#lift.id);
  }

  /** Where the card would go now: the neighbours say it, whatever others have done to the column. */
  #place() {
    const lane = findLane(this.#root, this.#lift.column);
    const others = this.#others(lane);
    return { lane, others, index: placeOf(idsOf(others), this.#lift) };
  }

  #draw() {
    const { lane, others, index } = this.#place();
    this.#line.show(lineBetween(cardsOf(lane), others, index));
  }

  /** Others go on working: the card in hand or the column it is aimed at may be gone. */
  #onPageChange() {
    const { id, column } = this.#lift;
    if (findLane(this.#root, column) && findTile(this.#root, id)?.contains(document.activeElement)) {
      this.#draw();
    } else {
      this.#cancel();
    }
  }

  async #drop() {
    const { id, title, column, after, before } = this.#lift;
    const { lane, others, index } = this.#place();
    const tile = findTile(this.#root, id);
    if (laneOf(tile) === lane && isBetween(idsOf(tilesOf(lane)), id, after, before)) {
      this.#cancel();
      return;
    }
    this.#end();
    this.#followFocus(id);
    const isDone = (await this.#server.call("MoveCard", id, column, after, before)) === true;
    const values = { title, column: nameOf(lane), position: index + 1, count: others.length + 1 };
    announce(isDone ? "dropped" : "refused", values);
  }

  /** Keeps the focus on a card while the page is rearranged, unless the viewer puts it somewhere else. */
  #followFocus(id) {
    this.#follow();
    const focus = () => {
      const link = linkOf(findTile(this.#root, id));
      const isLost = document.activeElement === document.body || document.activeElement === null;
      if (isLost) {
        link?.focus();
      }
    };
    const observer = new MutationObserver(focus);
    observer.observe(this.#root, { childList: true, subtree: true });
    const limit = setTimeout(() => this.#follow(), followTime);
    this.#follow = () => {
      observer.disconnect();
      clearTimeout(limit);
    };
  }

  #cancel() {
    announce("cancelled", { title: this.#lift.title });
    this.#end();
  }

  #end() {
    const { id, unlisten } = this.#lift;
    this.#lift = null;
    unlisten.forEach((stop) => stop());
    this.#line.hide();
    findTile(this.#root, id)?.removeAttribute("data-lifted");
    this.#server.hold(null);
  }
}

const idsOf = (tiles) => tiles.map((tile) => tile.dataset.card);

function neighboursOf(tile) {
  const ids = idsOf(tilesOf(laneOf(tile)));
  const index = ids.indexOf(tile.dataset.card);
  return { after: ids[index - 1] ?? null, before: ids[index + 1] ?? null };
}
