// A dashboard's part in the browser: dragging and sizing widgets, keys, clocks. Blazor owns the nodes; nothing here
// moves or removes them.
import { Arranging } from "./arranging.js";
import { Clocks } from "./clocks.js";
import { WidgetKeys } from "./keys.js";

/** The dashboard on the page. A circuit that is gone cannot detach what it attached; its successor does. */
let current = null;

/**
 * @param {string} key names this attachment
 * @param {{ invokeMethodAsync: (name: string, ...args: unknown[]) => Promise<any> }} dotnet the page's wishes go here
 */
export function attach(key, dotnet) {
  detach(current?.key);
  const root = document.getElementById("dash");
  if (!root) {
    // The dashboard was left while this script was still coming.
    return;
  }
  current = { key, parts: [new Arranging(root, dotnet), new WidgetKeys(root, dotnet), new Clocks(root)] };
  root.dataset.live = "";
}

/** @param {string | undefined} key what was attached since under another key stays */
export function detach(key) {
  if (current?.key === key) {
    current?.parts.forEach((part) => part.dispose());
    current = null;
  }
}
