// The dashboard's grid: twelve columns and rows of one height, see dashboard.css. Pure.

export const columns = 12;
const maxHeight = 12;
const maxY = 1000;

const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

/** @param {DOMRect} box the grid's content, px  @param {number} row height of a row, px  @param {number} gap px */
export const measure = (box, row, gap) => ({ column: (box.width - gap * (columns - 1)) / columns + gap, row: row + gap });

/** Where a widget lands that was dragged by so many px. */
export const moved = (place, dx, dy, cell) => ({
  ...place,
  x: clamp(place.x + Math.round(dx / cell.column), 0, columns - place.w),
  y: clamp(place.y + Math.round(dy / cell.row), 0, maxY),
});

/** The size of a widget whose corner was dragged by so many px. */
export const sized = (place, dx, dy, cell) => ({
  ...place,
  w: clamp(place.w + Math.round(dx / cell.column), 1, columns - place.x),
  h: clamp(place.h + Math.round(dy / cell.row), 1, maxHeight),
});

/** @param {CSSStyleDeclaration} style of a widget, with its place in custom properties */
export const placeOf = (style) =>
  Object.fromEntries(["x", "y", "w", "h"].map((name) => [name, Number(style.getPropertyValue(`--${name}`))]));

export const isSame = (one, other) => ["x", "y", "w", "h"].every((name) => one[name] === other[name]);
