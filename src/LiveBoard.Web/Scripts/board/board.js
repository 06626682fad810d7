// The board's part in the browser: dragging, keys, the menu of a tile, growing columns, the ruler. Blazor owns the
// nodes; nothing here moves or removes them.
export { attachCompletion, detachCompletion } from "./complete.js";
import { CardDrag } from "./card-drag.js";
import { ItemDrag } from "./item-drag.js";
import { ColumnDrag } from "./column-drag.js";
import { Keyboard } from "./keyboard.js";
import { TileMenu } from "./tile-menu.js";
import { GrowingColumns } from "./growing-columns.js";
import { Ruler } from "./ruler.js";
import { Shortcuts } from "./shortcuts.js";
import { Selection } from "./selection.js";
import { Server } from "./server.js";

/** The board on the page. A circuit that is gone cannot detach what it attached; its successor does. */
let current = null;

/**
 * @param {string} key names this attachment
 * @param {{ invokeMethodAsync: (name: string, ...args: unknown[]) => Promise<any> }} dotnet the page's wishes go here
 */
export function attach(key, dotnet) {
  detach(current?.key);
  const root = document.getElementById("lanes");
  if (!root) {
    // The board was left while this script was still coming.
    return;
  }
  const server = new Server(dotnet);
  const parts = [
    server,
    new CardDrag(root, server),
    new ColumnDrag(root, server),
    new ItemDrag(root.closest("main"), server),
    new Selection(root, server),
    new Keyboard(root, server),
    new Shortcuts(root, server),
    new TileMenu(root, server),
    new GrowingColumns(root, server),
    new Ruler(root),
  ];
  root.dataset.live = "";
  current = { key, parts };
}

/** @param {string | undefined} key what was attached since under another key stays */
export function detach(key) {
  if (current?.key === key) {
    current?.parts.forEach((part) => part.dispose());
    current = null;
  }
}
