// Puts elements marked data-keep-scroll back to where they were before the page was drawn again: after a reload, and
// after prerendered nodes or those of a former circuit were replaced.

const patience = 10_000;
const handsOn = ["wheel", "touchmove", "pointerdown", "keydown"];
const storageKey = () => `liveboard:scroll:${location.pathname}`;
const keepers = () => document.querySelectorAll("[data-keep-scroll]");

let stop = () => {};

export function keepScroll() {
  addEventListener("pagehide", save);
  restore();
}

/** What is on the page now is about to be drawn anew. */
export function carryScrollOver() {
  save();
  restore();
}

function save() {
  const positions = [...keepers()].map((element) => [element.dataset.keepScroll, [element.scrollLeft, element.scrollTop]]);
  if (positions.length > 0) {
    sessionStorage.setItem(storageKey(), JSON.stringify(Object.fromEntries(positions)));
  }
}

/** Until the viewer takes over, or for a while: what is to be scrolled appears bit by bit. */
function restore() {
  stop();
  const positions = JSON.parse(sessionStorage.getItem(storageKey()) ?? "{}");
  const done = new WeakSet();
  const put = () => {
    for (const element of keepers()) {
      const [left, top] = positions[element.dataset.keepScroll] ?? [0, 0];
      if ((left || top) && !done.has(element)) {
        element.scrollTo({ left, top, behavior: "instant" });
        if (Math.abs(element.scrollTop - top) < 2 && Math.abs(element.scrollLeft - left) < 2) {
          done.add(element);
        }
      }
    }
  };
  const observer = new MutationObserver(put);
  observer.observe(document.body, { childList: true, subtree: true });
  const limit = setTimeout(() => end(), patience);
  const end = () => {
    observer.disconnect();
    clearTimeout(limit);
    handsOn.forEach((kind) => removeEventListener(kind, end, true));
  };
  handsOn.forEach((kind) => addEventListener(kind, end, { capture: true, passive: true }));
  stop = end;
  put();
}
