// Waits that end early when there is a reason to look again: the network is back, the laptop was opened, the tab is in
// front once more.

const reasons = [
  [window, "online"],
  [window, "focus"],
  [window, "pageshow"],
  [document, "visibilitychange"],
];

/** @param {number} ms @returns {Promise<void>} */
export function waitOrWake(ms) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      reasons.forEach(([target, kind]) => target.removeEventListener(kind, done));
      resolve();
    };
    const timer = setTimeout(done, ms);
    reasons.forEach(([target, kind]) => target.addEventListener(kind, done));
  });
}
