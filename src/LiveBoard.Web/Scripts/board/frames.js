/**
 * Runs once per painted frame until the returned function is called.
 * @param {(seconds: number) => void} onFrame
 * @param {number} longest no frame counts for more seconds than this
 * @returns {() => void}
 */
export function frames(onFrame, longest = 0.05) {
  let last = performance.now();
  let next = requestAnimationFrame(function frame(now) {
    const seconds = Math.min(longest, Math.max(0, (now - last) / 1000));
    last = now;
    next = requestAnimationFrame(frame);
    onFrame(seconds);
  });
  return () => cancelAnimationFrame(next);
}
