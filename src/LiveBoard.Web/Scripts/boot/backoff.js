// How long to wait before the next try: exponential with full jitter, so that a thousand pages do not come back at once.
// Most losses end within the minute, so the wait stays short for that long.

const first = 300;
const short = 2000;
const longest = 15_000;
const shortTries = 40;

/**
 * @param {number} attempt 0 for the first
 * @param {() => number} [random] 0 to 1
 * @returns {number} milliseconds
 */
export function backoff(attempt, random = Math.random) {
  const ceiling = attempt < shortTries
    ? Math.min(short, first * 2 ** attempt)
    : Math.min(longest, short * 2 ** Math.min(attempt - shortTries, 3));
  return first / 2 + random() * (ceiling - first / 2);
}
