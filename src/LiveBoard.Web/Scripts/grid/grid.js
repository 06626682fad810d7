// A table's part in the browser: the window that scrolls, the cursor, keys, editors, the clipboard, and who else is where.
// Blazor owns the rows; what is drawn on them here are classes and attributes that no markup of the server has.
import { Server } from "../board/server.js";
import { Clipboard } from "./clipboard.js";
import { Cursor } from "./cursor.js";
import { Editor } from "./editor.js";
import { Head } from "./head.js";
import { Keys } from "./keys.js";
import { Lines } from "./lines.js";
import { Others } from "./others.js";
import { Pointer } from "./pointer.js";
import { Verdict } from "./verdict.js";

/** The table on the page. A circuit that is gone cannot detach what it attached; its successor does. */
let current = null;

/**
 * @param {string} key names this attachment
 * @param {{ invokeMethodAsync: (name: string, ...args: unknown[]) => Promise<any> }} dotnet the page's wishes go here
 */
export function attach(key, dotnet) {
  detach(current?.key);
  const root = document.getElementById("grid");
  if (!root) {
    // The table was left while this script was still coming.
    return;
  }
  const layer = root.parentElement.querySelector(".glayer");
  const server = new Server(dotnet);
  const lines = new Lines(root, server);
  const cursor = new Cursor(root, lines, server);
  const verdict = new Verdict(root, layer);
  const editor = new Editor({ root, layer, lines, cursor, server, verdict });
  const clipboard = new Clipboard({ root, cursor, editor, server, verdict });
  const parts = [
    server,
    lines,
    cursor,
    verdict,
    editor,
    clipboard,
    new Others(root, cursor),
    new Keys({ root, cursor, editor, clipboard, server }),
    new Pointer({ root, cursor, editor, server }),
    new Head(root, server),
  ];
  root.dataset.live = "";
  current = { key, parts };
}

/** @param {string | undefined} key what was attached since under another key stays */
export function detach(key) {
  if (current?.key === key) {
    current?.parts.forEach((part) => part.dispose?.());
    current = null;
  }
}
