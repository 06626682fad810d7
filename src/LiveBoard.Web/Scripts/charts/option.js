// A picture in the words of ECharts. Ids stay the same from one picture to the next, so that each part moves to its new place.
import { barsOf } from "./bars.js";
import { layoutOf, legendGap, legendRoom } from "./layout.js";
import { linesOf } from "./lines.js";
import { scatterOf } from "./scatter.js";
import { tooltipOf } from "./tip.js";
import { fit } from "./words.js";

const kinds = {
  bars: barsOf,
  histogram: barsOf,
  lines: linesOf,
  stackedArea: linesOf,
  sparkline: linesOf,
  scatter: scatterOf,
};

const duration = 300;

/**
 * @param {object} spec look, axis, values, marks and label, as ChartParts.cs writes them
 * @param {ReturnType<import("./scene.js").sceneOf>} scene
 * @param {Element} [element] where the chart is
 */
export function optionOf(spec, scene, element) {
  const layout = layoutOf(spec, scene);
  const { top, right, bottom, left } = layout;
  const { grid, ...parts } = kinds[spec.look.kind](spec, scene, layout);
  return {
    animation: !scene.isStill,
    animationDuration: duration,
    animationDurationUpdate: duration,
    animationEasing: "cubicOut",
    animationEasingUpdate: "cubicOut",
    useUTC: true,
    textStyle: { fontFamily: scene.family, fontSize: scene.em, color: scene.color("ink-2") },
    aria: { enabled: true, label: { enabled: true, description: spec.label } },
    tooltip: tooltipOf(spec, scene, element),
    legend: legendOf(spec, scene, layout),
    grid: grid
      ? { top, bottom: scene.em / 2, ...grid, outerBoundsMode: "none" }
      : { top, right, bottom, left, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    ...parts,
  };
}

const stroke = "path://M0,4h14v2h-14z";
const dashes = "path://M0,4h5v2h-5zM9,4h5v2h-5z";
const iconOf = (kind, isDashed) => (kind === "scatter" ? "circle" : kind === "lines" ? (isDashed ? dashes : stroke) : "rect");

function legendOf(spec, scene, { hasLegend }) {
  const { series } = spec.look;
  return {
    show: hasLegend,
    left: 0,
    top: 0,
    padding: 0,
    itemGap: legendGap,
    itemWidth: scene.em * 1.2,
    itemHeight: scene.em * 0.75,
    // A name may be there twice.
    data: series.map(({ isDashed }, i) => ({ name: `s${i}`, icon: iconOf(spec.look.kind, isDashed) })),
    formatter: (id) => fit(series[Number(id.slice(1))].name, legendRoom(scene), scene.measure),
    selectedMode: false,
    textStyle: { color: scene.color("ink-2"), fontSize: scene.em, fontFamily: scene.family, lineHeight: scene.em * 1.2 },
  };
}
