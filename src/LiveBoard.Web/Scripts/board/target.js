// Where a dragged card would go: pure geometry, so that it can be tested without a browser.

/**
 * @typedef {{ id: string, top: number, bottom: number }} Row
 * @param {Row[]} rows the column's tiles from top to bottom, without the dragged one
 * @param {number} y the pointer
 * @returns {number} index to insert at
 */
export function indexAt(rows, y) {
  const index = rows.findIndex((row) => y < (row.top + row.bottom) / 2);
  return index < 0 ? rows.length : index;
}

/**
 * @param {{ left: number, right: number }[]} lanes from left to right, without the dragged one
 * @param {number} x the pointer
 * @returns {number} index to insert at
 */
export function laneIndexAt(lanes, x) {
  const index = lanes.findIndex((lane) => x < (lane.left + lane.right) / 2);
  return index < 0 ? lanes.length : index;
}

/**
 * @param {{ top: number, bottom: number }[]} lists from top to bottom
 * @param {number} y the pointer
 * @returns {number} index of the one that is nearest; -1 when there is none
 */
export function nearestAt(lists, y) {
  const ways = lists.map(({ top, bottom }) => Math.max(top - y, y - bottom, 0));
  return ways.indexOf(Math.min(...ways));
}

/**
 * The neighbours at an index, as the server wants them: places are named by neighbours, which stay meaningful when
 * others move cards at the same time.
 * @param {string[]} ids
 * @param {number} index
 * @returns {{ after: string | null, before: string | null }}
 */
export function neighbours(ids, index) {
  return { after: ids[index - 1] ?? null, before: ids[index] ?? null };
}

/**
 * The index of a place named by its neighbours, after others may have changed the column.
 * @param {string[]} ids @param {{ after: string | null, before: string | null }} place
 */
export function placeOf(ids, { after, before }) {
  if (ids.includes(after)) {
    return ids.indexOf(after) + 1;
  }
  return ids.includes(before) ? ids.indexOf(before) : ids.length;
}

/**
 * Whether a card lies between two neighbours. One of them is enough: somebody may have put another card in between.
 * @param {string[]} ids @param {string} id @param {string | null} after @param {string | null} before
 */
export function isBetween(ids, id, after, before) {
  const index = ids.indexOf(id);
  if (index < 0) {
    return false;
  }
  const above = ids[index - 1] ?? null;
  const below = ids[index + 1] ?? null;
  return (above === after && after !== null) || (below === before && before !== null) || (above === after && below === before);
}
