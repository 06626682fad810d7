// What was typed and is not acknowledged yet, kept in the tab: it outlives a reload, and with it the end of the server or
// of the network. Another person in the same tab does not get it.

const prefix = "liveboard:text:";

/** @param {Storage} storage */
export function keptIn(storage) {
  return {
    /** @returns {{ version: number, text: string, clientId: string, changes: unknown[] } | null} */
    find(cardId, personId) {
      const found = JSON.parse(storage.getItem(prefix + cardId) ?? "null");
      return found?.personId === personId ? found : null;
    },
    put: (cardId, personId, state) => storage.setItem(prefix + cardId, JSON.stringify({ personId, ...state })),
    remove: (cardId) => storage.removeItem(prefix + cardId),
  };
}

export const kept = keptIn(globalThis.sessionStorage);
