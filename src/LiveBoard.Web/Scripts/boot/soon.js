// The page is drawn by the server: what was asked for is there a moment later.

/**
 * Looks at each frame for a while.
 * @param {number} patience ms
 * @param {() => unknown} isTime
 * @param {() => void} act once it is
 */
export function soon(patience, isTime, act) {
  const until = performance.now() + patience;
  const look = () => {
    if (isTime()) {
      act();
    } else if (performance.now() < until) {
      requestAnimationFrame(look);
    }
  };
  look();
}
