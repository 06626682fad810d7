// Menus by keyboard: arrows, Home, End and first letters move, Enter and Space choose, Escape and Tab leave, and the
// focus goes back to where it came from (ARIA Authoring Practices, menu pattern). The menus themselves are MudBlazor's.

import { soon } from "./soon.js";

const patience = 2000;
const openMenu = ".mud-popover-open [role=menu]";
const menuOf = (target) => target.closest?.(openMenu);
const shownMenu = () => document.querySelector(openMenu);
const entriesOf = (menu) => [...menu.querySelectorAll("[role=menuitem]:not([aria-disabled=true])")];

let opener = null;

/** @returns {number[]} where a menu belongs that was not opened by a pointer, px in the window */
export function placeOfMenu() {
  const { left, bottom } = document.activeElement.getBoundingClientRect();
  return [left, bottom];
}

/** A menu opens: its first entry takes the focus as soon as it is there. */
export function enterMenu() {
  opener = document.activeElement;
  soon(patience, shownMenu, () => entriesOf(shownMenu())[0]?.focus({ preventScroll: true }));
}

export function walkMenus() {
  // What was chosen in a sheet leads away from it; the browser itself leaves it open over the new page.
  document.addEventListener("click", (event) => event.target.closest?.("[data-closes]")?.closest("[popover]")?.hidePopover());
  document.addEventListener("keydown", (event) => {
    const menu = menuOf(event.target);
    if (!menu || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape" || event.key === "Tab") {
      leave();
    } else if (event.key === "Enter" || event.key === " ") {
      // A key that is still held down from opening the menu chooses nothing.
      if (!event.repeat) {
        event.target.closest("[role=menuitem]")?.click();
        returnFocus();
      }
    } else if (!walk(entriesOf(menu), event)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }, true);
}

function leave() {
  // What lies over the page while a menu is open closes it.
  document.querySelector(".mud-overlay")?.click();
  opener?.focus({ preventScroll: true });
}

/** Once the menu is gone, unless what was chosen took the focus. */
function returnFocus() {
  soon(patience, () => !shownMenu(), () => document.activeElement === document.body && opener?.focus({ preventScroll: true }));
}

/** @returns {boolean} whether the key is one that moves */
function walk(entries, { key, target }) {
  const at = entries.indexOf(target.closest("[role=menuitem]"));
  const next = nextOf(entries.map((entry) => entry.textContent), at, key);
  entries[next]?.focus();
  return next >= 0;
}

/**
 * @param {string[]} words what the entries say
 * @param {number} at the entry that has the focus
 * @param {string} key
 * @returns {number} the entry that gets it; -1 when the key moves nothing
 */
export function nextOf(words, at, key) {
  const count = words.length;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return at < 0 ? count - 1 : (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return byLetter(words, at, key);
  }
}

function byLetter(words, at, key) {
  if (key.length !== 1 || key === " ") {
    return -1;
  }
  const count = words.length;
  const letter = key.toLocaleLowerCase();
  const order = words.map((_, i) => (at + 1 + i) % count);
  return order.find((i) => words[i].trim().toLocaleLowerCase().startsWith(letter)) ?? at;
}
