/**
 * Runs once per painted frame until the returned function is called.
 * @param {(seconds: number) => void} onFrame
 * @returns {() => void}
 */
export function frames(onFrame) {
  let last = performance.now();
  let next = requestAnimationFrame(function frame(now) {
    const seconds = Math.min(0.05, Math.max(0, (now - last) / 1000));
    last = now;
    next = requestAnimationFrame(frame);
    onFrame(seconds);
  });
  return () => cancelAnimationFrame(next);
}
