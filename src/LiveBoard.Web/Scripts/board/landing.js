// What comes after a drop: the copy rests at the place of the drop until the server's answer has put the real thing
// there, so that the eye never sees it jump back; if the server says no, it glides home.

const longest = 1500;

/**
 * @param {{ root: HTMLElement, ghost: import("./ghost.js").Ghost, place: { left: number, top: number },
 *   answer: Promise<unknown>, find: () => HTMLElement | null, hasArrived: (item: HTMLElement) => boolean,
 *   onArrival?: () => void }} drop `answer` true when it was done; `find` the thing itself, wherever it is now
 */
export async function land({ root, ghost, place, answer, find, hasArrived, onArrival }) {
  const resting = ghost.glideTo(place);
  if ((await answer) === true) {
    await arrival(root, find, hasArrived);
    onArrival?.();
  }
  const item = find();
  if (item) {
    // Two of it would show while the copy covers the last pixels.
    item.dataset.landing = "";
  }
  root.querySelectorAll("[data-lifted]").forEach((lifted) => lifted.removeAttribute("data-lifted"));
  await resting;
  if (item?.isConnected) {
    await ghost.glideTo(item.getBoundingClientRect());
  }
  ghost.remove();
  item?.removeAttribute("data-landing");
}

/** Resolves when the thing is where it was dropped, at the latest after a while. */
function arrival(root, find, hasArrived) {
  return new Promise((resolve) => {
    const look = () => {
      const item = find();
      if (item && hasArrived(item)) {
        done();
      }
    };
    const done = () => {
      observer.disconnect();
      clearTimeout(limit);
      resolve();
    };
    const observer = new MutationObserver(look);
    const limit = setTimeout(done, longest);
    observer.observe(root, { childList: true, subtree: true });
    look();
  });
}
