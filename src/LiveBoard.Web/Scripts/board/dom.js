// How the board's nodes are found.

export const tileOf = (node) => node?.closest?.("article.tile[data-card]") ?? null;
export const laneOf = (node) => node?.closest?.("section.lane[data-column]") ?? null;
export const lanesOf = (root) => [...root.querySelectorAll(":scope > section.lane[data-column]")];
export const cardsOf = (lane) => lane.querySelector(":scope > .cards");
export const tilesOf = (lane) => [...lane.querySelectorAll(":scope > .cards > article.tile[data-card]")];
export const findTile = (root, id) => root.querySelector(`article.tile[data-card="${CSS.escape(id)}"]`);
export const findLane = (root, id) => root.querySelector(`section.lane[data-column="${CSS.escape(id)}"]`);
export const itemOf = (node) => node?.closest?.("[data-checklist] > li[data-item]") ?? null;
export const checklistsOf = (root) => [...root.querySelectorAll(".panel ul[data-checklist]")];
export const itemsOf = (list) => [...list.querySelectorAll(":scope > li[data-item]")];
export const findItem = (root, id) => root.querySelector(`.panel li[data-item="${CSS.escape(id)}"]`);
export const linkOf = (tile) => tile?.querySelector(".tile-link") ?? null;
export const titleOf = (tile) => linkOf(tile)?.textContent ?? "";
export const nameOf = (lane) => lane.getAttribute("aria-label") ?? "";
export const isReadOnly = (root) => root.hasAttribute("data-readonly");
export const isTextField = (node) => Boolean(node?.closest?.("input, textarea, select, [contenteditable]"));
export const isControl = (node) => isTextField(node) || Boolean(node?.closest?.("button, form"));

/** Listens until the returned function is called. */
export function on(target, kind, listener, options) {
  target.addEventListener(kind, listener, options);
  return () => target.removeEventListener(kind, listener, options);
}
