// Lines across the chart: a percentile, a target, an average, a day. Their names are written by the label layer.
import { positionOf } from "./axes.js";

/** @param {number} [z] behind bars (1), whose numbers they would cross, and before everything else */
export function markLines(spec, scene, z = 3) {
  const { isHorizontal } = spec.look;
  return {
    z,
    silent: true,
    symbol: "none",
    label: { show: false },
    emphasis: { disabled: true },
    data: spec.marks.map((mark) => ({
      [mark.isPlace === isHorizontal ? "yAxis" : "xAxis"]: mark.isPlace ? positionOf(spec, mark.value) : mark.value,
      lineStyle: { color: scene.color("ink-3"), width: 1, type: mark.isStrong ? "solid" : [3, 3] },
    })),
  };
}

/** From the lowest zone to the highest: a token and how much of it. */
const tints = [
  ["ok-tint", 0.7],
  ["warn-tint", 0.6],
  ["warn-tint", 1],
  ["danger-tint", 1],
];

/** The room between the marked values, from the ground up: the highest zone is always the last tint. */
export function markZones(spec, scene) {
  const edges = spec.marks.filter((mark) => !mark.isPlace).map(({ value }) => value).sort((a, b) => a - b);
  if (!spec.look.hasZones || edges.length === 0) {
    return undefined;
  }
  const all = [0, ...edges];
  return {
    silent: true,
    label: { show: false },
    emphasis: { disabled: true },
    data: all.map((from, zone) => {
      const [token, opacity] = tints[Math.max(0, tints.length - all.length + zone)];
      return [{ yAxis: from, itemStyle: { color: scene.color(token), opacity } }, zone === all.length - 1 ? { y: "0%" } : { yAxis: edges[zone] }];
    }),
  };
}
