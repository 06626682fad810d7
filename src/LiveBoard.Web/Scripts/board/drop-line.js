// The line that shows where something would be dropped. It lies above the page, so that nothing on it has to make room.
export class DropLine {
  #line = null;

  /** @param {{ left: number, top: number, width: number, height: number }} place */
  show({ left, top, width, height }) {
    if (!this.#line) {
      this.#line = document.createElement("div");
      this.#line.className = "drop-line";
      document.body.append(this.#line);
    }
    Object.assign(this.#line.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  }

  hide() {
    this.#line?.remove();
    this.#line = null;
  }
}

/**
 * The place of the line between the rows of a list: tiles of a column, items of a checklist.
 * @param {HTMLElement} cards @param {HTMLElement[]} tiles without the moving one @param {number} index
 */
export function lineBetween(cards, tiles, index) {
  const { box, above, below, gap, first } = around(cards, tiles, index);
  const y = above && below ? (above.bottom + below.top) / 2 : (below?.top ?? (above ? above.bottom + gap : first)) - gap / 2;
  const top = Math.min(Math.max(y, box.top + 1), box.bottom - 3) - 1;
  return { left: box.left + 10, top, width: box.width - 19, height: 2 };
}

/**
 * Where the tile itself will be once the server has put it there: what is below its old place moves up.
 * @param {HTMLElement} cards @param {HTMLElement[]} tiles without the moving one @param {number} index
 * @param {{ height: number, tile: HTMLElement | null }} moving
 */
export function slotAt(cards, tiles, index, { height, tile }) {
  const { box, above, below, gap, first } = around(cards, tiles, index);
  const isFromAbove = tile?.parentElement === cards && above && tile.getBoundingClientRect().top < above.top;
  const top = above ? above.bottom + gap : (below?.top ?? first);
  return { left: box.left + parseFloat(getComputedStyle(cards).paddingLeft), top: isFromAbove ? top - height - gap : top };
}

function around(cards, tiles, index) {
  const box = cards.getBoundingClientRect();
  const style = getComputedStyle(cards);
  return {
    box,
    gap: parseFloat(style.rowGap) || 0,
    first: box.top + parseFloat(style.paddingTop),
    above: tiles[index - 1]?.getBoundingClientRect(),
    below: tiles[index]?.getBoundingClientRect(),
  };
}
