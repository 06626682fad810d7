// Files for the open card: chosen, dropped or pasted, and sent one by one. Comes when somebody who may add them opens a card.
import { listen } from "./sources.js";
import { Uploads } from "./uploads.js";

/** By address: what is under way goes on while the card is closed and opened, or drawn anew. */
const byCard = new Map();
const attached = new Map();

/**
 * @param {string} key names this place
 * @param {HTMLElement} place the part of the page that shows attachments
 * @param {string} options where to send to, how large a file may be, and the words, as JSON
 */
export function attachFiles(key, place, options) {
  detachFiles(key);
  const { url, maxBytes, words } = JSON.parse(options);
  if (!byCard.has(url)) {
    byCard.set(url, new Uploads(url, maxBytes, words));
  }
  const uploads = byCard.get(url);
  uploads.showIn(place);
  attached.set(key, listen(place, (files) => uploads.add(files)));
  place.toggleAttribute("data-live", true);
}

export function detachFiles(key) {
  attached.get(key)?.();
  attached.delete(key);
}
