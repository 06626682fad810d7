// Lines, layers (cumulative flow) and sparklines.
import { lineAxis, positionOf, valueAxis } from "./axes.js";
import { labelLayer } from "./labels.js";
import { lastPlace } from "./layout.js";
import { markLines } from "./marks.js";

export function linesOf(spec, scene, layout) {
  const { kind, series: faces } = spec.look;
  const isStacked = kind === "stackedArea";
  const isTiny = kind === "sparkline";
  const of = isStacked ? layerOf : lineOf;
  const series = faces.map((face, i) => ({
    id: `s${i}`,
    name: `s${i}`,
    type: "line",
    cursor: "default",
    symbol: "none",
    showSymbol: true,
    showAllSymbol: true,
    emphasis: { disabled: true },
    markLine: i === 0 ? markLines(spec, scene) : undefined,
    ...of(spec, scene, face, i),
  }));
  const isFromZero = isStacked || !isFar(spec, isTiny);
  const xAxis = lineAxis(spec, scene, layout);
  return {
    xAxis: isTiny ? { ...xAxis, show: false } : xAxis,
    yAxis: valueAxis(spec, scene, layout, { isShown: !isTiny, isFromZero }),
    // The first layer lies on top, and a stack is built from the ground.
    series: [...(isStacked ? series.toReversed() : series), labelLayer(spec, scene, layout, positionOf(spec, 0))],
  };
}

function layerOf(spec, scene, face, i) {
  const color = scene.color(face.color);
  return {
    stack: "all",
    lineStyle: { color: scene.color("surface"), width: 1 },
    itemStyle: { color },
    areaStyle: { color, opacity: 1 },
    data: spec.values[i].values.map((value, place) => [positionOf(spec, place), value]),
  };
}

function lineOf(spec, scene, face, i) {
  const color = scene.color(face.color);
  const { values } = spec.values[i];
  const last = lastPlace(values);
  const isTiny = spec.look.kind === "sparkline";
  const dot = { symbol: "circle", symbolSize: Math.round(scene.em * (isTiny ? 0.45 : 0.6)) };
  const isAlone = (place) => (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null;
  return {
    lineStyle: { color, width: Math.max(isTiny ? 1.5 : 2, scene.em / 7), type: face.isDashed ? [5, 4] : "solid", cap: "butt" },
    itemStyle: { color },
    areaStyle: isTiny ? { color, opacity: 0.12, origin: "start" } : undefined,
    data: values.map((value, place) => {
      const point = [positionOf(spec, place), value];
      // Where it stands now; and a value between gaps, which no line would show.
      const isDot = value !== null && ((place === last && !face.isDashed) || isAlone(place));
      return isDot ? { value: point, ...dot } : point;
    }),
  };
}

/** True when zero is so far from all values that it would press them flat. */
function isFar(spec, isTiny) {
  const values = [...spec.values.flatMap((series) => series.values), ...spec.marks.filter((mark) => !mark.isPlace).map(({ value }) => value)].filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low > 0 && (isTiny || low > high * 0.7);
}
