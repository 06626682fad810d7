// Keys of the time machine. On a tile the arrows walk over the tiles, and in a choice they choose.

const actions = {
  ArrowLeft: "prev",
  ArrowRight: "next",
  PageUp: "prevday",
  PageDown: "nextday",
  Home: "begin",
  End: "now",
  Escape: "leave",
  " ": "play",
};

/**
 * What a key does. Pure but for the look at where the focus is.
 * @param {{ key: string, target: Element, defaultPrevented?: boolean, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean }} event
 * @returns {string | null}
 */
export function actionOf(event) {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
    return null;
  }
  const action = actions[key] ?? null;
  const isSlider = target.matches?.("[data-past=slider]");
  if (key === "Escape" || isSlider) {
    // Up and down of a slider are its own keys as well.
    return action ?? { ArrowDown: "prev", ArrowUp: "next" }[key] ?? null;
  }
  if (target.closest?.("select, input:not([type=checkbox]), textarea, [contenteditable], .mud-dialog")) {
    return null;
  }
  return key === " " && target.closest?.("a, button, input, summary, label") ? null : action;
}
