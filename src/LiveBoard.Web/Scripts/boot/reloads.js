// How often this tab has loaded its page anew of late; kept in the tab, because each load forgets everything else.

const key = "liveboard:reloads";
const late = 120_000;

/** @param {Storage} storage @param {() => number} [now] */
export function reloadLog(storage, now = Date.now) {
  const recent = () => JSON.parse(storage.getItem(key) ?? "[]").filter((at) => now() - at < late);
  return {
    count: () => recent().length,
    note: () => storage.setItem(key, JSON.stringify([...recent(), now()])),
  };
}
