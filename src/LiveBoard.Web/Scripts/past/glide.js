// Cards that are elsewhere after a step glide there from where they were. Blazor owns the nodes: a card that changes its
// column is another node, so it is found again by its id.

const most = 60;
const duration = 260;
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** @param {HTMLElement} root @returns {() => void} to be called when the board has changed */
export function watchPlaces(root) {
  if (still.matches) {
    return () => {};
  }
  const before = places(root);
  return () => {
    let moved = 0;
    for (const [id, { tile, box }] of places(root)) {
      const from = before.get(id)?.box;
      const isElsewhere = from && Math.abs(from.left - box.left) + Math.abs(from.top - box.top) > 2;
      if ((isElsewhere || !from) && before.size > 0 && ++moved <= most) {
        tile.animate(from ? glide(from, box) : [{ opacity: 0 }, { opacity: 1 }], { duration, easing: "ease-out" });
      }
    }
  };
}

const glide = (from, to) => [
  { transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)`, zIndex: 3 },
  { transform: "none", zIndex: 3 },
];

function places(root) {
  const view = root.getBoundingClientRect();
  const found = new Map();
  for (const tile of root.querySelectorAll("[data-card]")) {
    const box = tile.getBoundingClientRect();
    if (box.bottom > view.top && box.top < view.bottom && box.right > view.left && box.left < view.right) {
      found.set(tile.dataset.card, { tile, box });
    }
  }
  return found;
}
