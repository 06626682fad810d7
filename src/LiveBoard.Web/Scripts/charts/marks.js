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
