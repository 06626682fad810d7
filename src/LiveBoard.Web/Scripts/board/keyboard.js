// The board by keyboard alone: arrows walk, letters act. Lifting and dropping is in keyboard-lift.js.
import { KeyboardLift } from "./keyboard-lift.js";
import { isReadOnly, isTextField, laneOf, lanesOf, linkOf, on, tileOf, tilesOf } from "./dom.js";
import { step } from "./walk.js";

const directions = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

export class Keyboard {
  #root;
  #server;
  #lift;
  #unlisten;

  /** @param {HTMLElement} root @param {import("./server.js").Server} server */
  constructor(root, server) {
    this.#root = root;
    this.#server = server;
    this.#lift = new KeyboardLift(root, server);
    this.#unlisten = on(document, "keydown", (event) => this.#onKey(event));
  }

  dispose() {
    this.#unlisten();
    this.#lift.dispose();
  }

  #onKey(event) {
    if (event.defaultPrevented || event.isComposing || isTextField(event.target)) {
      return;
    }
    const action = event.ctrlKey || event.metaKey || event.altKey ? this.#chord(event) : this.#action(event);
    if (action) {
      event.preventDefault();
      action();
    }
  }

  #chord(event) {
    const isUndo = event.key.toLowerCase() === "z" && !event.shiftKey && !event.altKey;
    return isUndo ? () => this.#server.call("Undo") : null;
  }

  #action({ key, target, shiftKey }) {
    if (key === "/") {
      return () => document.querySelector("[data-filter-input]")?.focus();
    }
    const lane = laneOf(target);
    if (!lane || !this.#root.contains(lane)) {
      return null;
    }
    const tile = tileOf(target);
    return (tile && this.#tileAction(key, tile, { isOnLink: linkOf(tile) === target, isPicking: shiftKey })) ?? this.#laneAction(key, lane);
  }

  #laneAction(key, lane) {
    return key === "n" && !isReadOnly(this.#root) ? () => this.#server.call("StartAdd", lane.dataset.column) : null;
  }

  /** The tile's buttons keep Space and Enter to themselves; with Shift an arrow picks on its way. */
  #tileAction(key, tile, { isOnLink, isPicking }) {
    const direction = directions[key];
    if (this.#lift.isUp) {
      return direction ? () => this.#lift.aim(direction) : this.#lift.actionOf(key);
    }
    if (direction) {
      return () => this.#walk(tile, direction, isPicking && !isReadOnly(this.#root));
    }
    if (isReadOnly(this.#root)) {
      return null;
    }
    const id = tile.dataset.card;
    switch (key) {
      case " ":
        return isOnLink ? () => this.#lift.start(tile) : null;
      case "m":
        return () => this.#server.call("OpenMoveMenu", id);
      case "e":
      case "F2":
        return () => this.#server.call("StartRename", id);
      default:
        return null;
    }
  }

  #walk(tile, direction, isPicking) {
    const lanes = lanesOf(this.#root).map(tilesOf);
    const lane = lanes.findIndex((tiles) => tiles.includes(tile));
    const next = step(lanes.map((tiles) => tiles.length), { lane, index: lanes[lane].indexOf(tile) }, direction, false);
    const to = lanes[next.lane][next.index];
    linkOf(to)?.focus();
    if (isPicking) {
      this.#server.call("PickTo", to.dataset.card, tile.dataset.card);
    }
  }
}
