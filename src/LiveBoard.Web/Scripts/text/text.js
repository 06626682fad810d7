// A card's description while it is being written, by several people at once. Comes when the first editor opens.
import { Editor } from "./editor.js";

const open = new Map();

/**
 * @param {string} key names this editor
 * @param {HTMLElement} host where it goes
 * @param {{ invokeMethodAsync: (name: string, ...args: unknown[]) => Promise<any> }} dotnet the server's end
 * @param {string} begin what it begins with, as JSON
 */
export function openText(key, host, dotnet, begin) {
  closeText(key);
  open.set(key, new Editor(host, dotnet, JSON.parse(begin)));
}

export const tellText = (key, news) => open.get(key)?.take(JSON.parse(news));

/** Waits until all that was typed is stored, for as long as it takes; false when it cannot be. */
export const finishText = (key) => open.get(key)?.finish() ?? true;

export function closeText(key) {
  open.get(key)?.dispose();
  open.delete(key);
}
