// One step over the board with an arrow key. Pure.

/**
 * @param {number[]} counts tiles per column
 * @param {{ lane: number, index: number }} from
 * @param {"up" | "down" | "left" | "right"} direction
 * @param {boolean} isPlace true for places between tiles (one more than tiles, empty columns count), false for tiles
 * @returns {{ lane: number, index: number }}
 */
export function step(counts, { lane, index }, direction, isPlace) {
  const last = (l) => (isPlace ? counts[l] : counts[l] - 1);
  if (direction === "up" || direction === "down") {
    const moved = index + (direction === "up" ? -1 : 1);
    return { lane, index: Math.min(Math.max(moved, 0), last(lane)) };
  }
  const by = direction === "left" ? -1 : 1;
  for (let next = lane + by; next >= 0 && next < counts.length; next += by) {
    if (isPlace || counts[next] > 0) {
      return { lane: next, index: Math.min(index, last(next)) };
    }
  }
  return { lane, index };
}
