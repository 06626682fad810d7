// Names and numbers beside lines and marks. Drawn by one series of its own, because only who knows all of them can keep
// them apart.
import { positionOf } from "./axes.js";
import { fit, markNumbersIn, numbersIn } from "./words.js";

/**
 * Moves texts apart that would lie on each other, as little as it takes.
 * @param {number[]} wanted px from the top
 * @param {number} height of one text
 * @param {number} top of the room
 * @param {number} bottom of the room
 * @returns {number[]} in the same order
 */
export function dodge(wanted, height, top, bottom) {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const placed = wanted.slice();
  let free = top;
  for (const i of order) {
    placed[i] = Math.max(wanted[i], free);
    free = placed[i] + height;
  }
  free = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], free);
    free = placed[i] - height;
  }
  return placed;
}

export function labelLayer(spec, scene, layout, x0) {
  const { ends, inside, valueMarks, topMarks } = layout;
  const { isHorizontal } = spec.look;
  const number = numbersIn(scene.language, spec.look.decimals);
  const { em } = scene;
  const markNumber = markNumbersIn(scene.language, spec.look.decimals);
  const beside = [
    ...ends.map((end) => ({ ...end, words: number(end.value) })),
    ...valueMarks.map(({ name, value }) => ({ name, y: value, words: markNumber(value) })),
  ];
  // Names in one column and numbers in another, unless it is one number at the end of the only line.
  const isTable = beside.every(({ name }) => name);
  const spread = (named, box, api) =>
    dodge(named.map(({ y }) => api.coord([x0, y])[1]), em * 1.3, box.y + em / 2, box.y + box.height - em / 2);
  // Besides drawing, it makes the axis long enough for every mark.
  const reach = spec.marks.filter((mark) => !mark.isPlace).map(({ value }) => (isHorizontal ? [value, x0] : [x0, value]));
  const first = firstPoint(spec, x0);
  return {
    id: "labels",
    type: "custom",
    silent: true,
    clip: false,
    z: 5,
    tooltip: { show: false },
    data: [isHorizontal ? first.toReversed() : first, ...reach],
    renderItem: ({ dataIndex, coordSys: box }, api) => {
      if (dataIndex > 0) {
        return null;
      }
      const text = textOf(scene);
      const ys = spread(beside, box, api);
      const insideYs = spread(inside, box, api);
      const left = box.x + box.width + 8;
      return {
        type: "group",
        children: [
          ...beside.flatMap(({ name, words }, i) => {
            const cut = name && fit(name, layout.nameRoom, scene.measure);
            return isTable
              ? [text(cut, left, ys[i], "left"), text(words, left + layout.gutter, ys[i], "right")]
              : [text(`${cut} ${words}`.trim(), left, ys[i], "left"), text("", left, ys[i], "left")];
          }),
          ...inside.map(({ series, place, name, value }, i) => {
            const { values } = spec.values[series];
            const [x] = api.coord([positionOf(spec, place), value]);
            // Above the line's end, on the side that the line does not come from.
            const isRising = (values[place - 1] ?? value) <= value;
            const room = isRising ? x - box.x : box.x + box.width - x;
            const words = `${fit(name, room - em * 3, scene.measure)} ${number(value)}`.trim();
            return text(words, isRising ? x - em * 0.3 : x + em * 0.3, insideYs[i] - em, isRising ? "right" : "left");
          }),
          ...topMarks.map((mark) => {
            const at = isHorizontal ? api.coord([mark.value, 0]) : api.coord([positionOf(spec, mark.value), 0]);
            const words = mark.isPlace ? mark.name : `${mark.name} ${markNumber(mark.value)}`;
            const half = Math.min(scene.measure(words), box.width) / 2;
            const x = Math.min(Math.max(at[0], box.x + half), Math.max(box.x + half, scene.width - half));
            return text(fit(words, box.width, scene.measure), x, box.y - em * 0.8, "center");
          }),
          // Of a group without any children ECharts leaves those standing that it had.
          text("", 0, 0, "left"),
        ],
      };
    },
  };
}

const textOf = (scene) => (words, x, y, align) => ({
  type: "text",
  x,
  y,
  transition: ["x", "y"],
  style: { text: words, align, verticalAlign: "middle", fill: scene.color("ink-2"), font: `${scene.em}px ${scene.family}`, stroke: scene.color("surface"), lineWidth: 3 },
});

/** A point that lies on the axes whatever they show. */
function firstPoint(spec, x0) {
  const values = spec.values.flatMap((series) => series.points?.map(({ y }) => y) ?? series.values);
  return [x0, values.find((value) => value !== null) ?? 0];
}
