// How far a playing slider goes in a while. Pure.

const hour = 3_600_000;

/** Nothing for longer than this is a quiet time. */
export const quiet = 2 * hour;

/** Of a quiet time that is skipped this much is played, so that the eye is there when something happens. */
const lead = 0.4;

/** What passes on the board while twenty seconds pass here: the speed. */
export const seconds = 20;

/**
 * @param {{ at: number, until: number | null, end: number }} place ms; `until` when the board changes next
 * @param {number} elapsed seconds here
 * @param {number} span ms on the board in twenty seconds
 * @param {boolean} skips true to leap over quiet times
 * @returns {number} ms, never beyond the end
 */
export function ahead({ at, until, end }, elapsed, span, skips) {
  const rate = span / seconds;
  let next = at + elapsed * rate;
  const change = until ?? end;
  if (skips && change - next > quiet) {
    next = Math.max(next, change - lead * rate);
  }
  return Math.min(next, end);
}
