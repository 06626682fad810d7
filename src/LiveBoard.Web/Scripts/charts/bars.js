// Bars and histograms, upright or lying.
import { bandAxis, valueAxis } from "./axes.js";
import { labelLayer } from "./labels.js";
import { markLines } from "./marks.js";
import { fit, numbersIn } from "./words.js";

/** Full is a warning, more than full is too much. */
export function tokenOf(series, look, place) {
  const value = series.values[place];
  const limit = series.limits?.[place] ?? null;
  if (limit !== null && value !== null && value >= limit) {
    return value > limit ? "danger" : "warn";
  }
  return series.colors?.[place] ?? look.color;
}

export function barsOf(spec, scene, layout) {
  const { look } = spec;
  const number = numbersIn(scene.language, look.decimals);
  const count = Math.max(1, spec.axis.names.length);
  const lying = look.isHorizontal ? lyingOf(spec, scene, layout, number) : null;
  const room = look.isHorizontal ? layout.height : layout.width;
  const band = room / count;
  const widest = Math.max(0, ...spec.values[0].values.map((value) => scene.measure(value === null ? "" : number(value))));
  const isLabelled = !lying && look.series.length === 1 && widest + 2 <= band;
  const thickness = thicknessOf(look, scene, band);
  const series = look.series.map((face, i) => ({
    id: `s${i}`,
    name: `s${i}`,
    type: "bar",
    stack: look.isStacked ? "all" : undefined,
    cursor: "default",
    barWidth: thickness,
    barGap: "15%",
    emphasis: { disabled: true },
    itemStyle: { color: scene.color(face.color), borderColor: scene.color("surface"), borderWidth: look.isStacked ? 1 : 0 },
    label: {
      show: isLabelled,
      position: "top",
      distance: scene.em * 0.35,
      color: scene.color("ink-2"),
      opacity: 1,
      fontSize: scene.em,
      fontFamily: scene.family,
      textBorderColor: scene.color("surface"),
      textBorderWidth: 3,
      formatter: ({ dataIndex }) => number(spec.values[i].values[dataIndex]),
    },
    data: spec.values[i].values.map((value, place) => ({
      value,
      itemStyle: {
        color: scene.color(tokenOf(spec.values[i], face, place)),
        opacity: face.isLastOpen && place === count - 1 ? 0.45 : 1,
        borderRadius: look.isStacked ? 0 : look.isHorizontal ? [0, 2, 2, 0] : [2, 2, 0, 0],
      },
    })),
    markLine: i === 0 ? markLines(spec, scene, 1) : undefined,
  }));
  const numbers = valueAxis(spec, scene, layout, { isShown: !isLabelled && !lying, isLengthwise: look.isHorizontal });
  return {
    xAxis: lying ? numbers : bandAxis(spec, scene, layout.width),
    yAxis: lying?.axes ?? numbers,
    grid: lying?.grid,
    series: [...series, limitsOf(spec, scene, band, thickness), labelLayer(spec, scene, layout, 0)],
  };
}

/** Bars beside each other share their band. */
function thicknessOf({ kind, isStacked, isHorizontal, series }, scene, band) {
  const side = isStacked ? 1 : series.length;
  if (kind === "histogram") {
    return band * 0.94;
  }
  return Math.max(1, Math.min((band * 0.7) / side / (side > 1 ? 1.1 : 1), isHorizontal ? scene.em : scene.em * 3));
}

/** Names on the left edge, numbers on the right one, as in a table. */
function lyingOf(spec, scene, layout, number) {
  const { names } = spec.axis;
  const { em, measure } = scene;
  const limits = spec.values[0].limits;
  const words = names.map((_, place) => {
    const total = spec.look.isStacked ? spec.values.reduce((sum, { values }) => sum + (values[place] ?? 0), 0) : spec.values[0].values[place];
    const limit = limits?.[place] ?? null;
    return total === null ? "" : limit === null ? number(total) : `${number(total)} / ${number(limit)}`;
  });
  const nameRoom = Math.min(Math.max(...names.map((name) => measure(name))), scene.width * 0.4);
  const wordRoom = spec.look.series.length > 1 && !spec.look.isStacked ? 0 : Math.max(...words.map(measure));
  const every = Math.max(1, Math.ceil((em * 1.3) / (layout.height / names.length)));
  const axis = (more) => ({
    type: "category",
    inverse: true,
    data: names.map((_, place) => `${place}`),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    ...more,
  });
  const label = { fontSize: em, fontFamily: scene.family, color: scene.color("ink-2"), interval: (place) => place % every === 0 };
  return {
    axes: [
      axis({ axisLabel: { ...label, align: "left", margin: nameRoom + em, formatter: (place) => fit(names[place], nameRoom, measure) } }),
      axis({ position: "right", axisLabel: { ...label, show: wordRoom > 0, align: "right", margin: wordRoom + em, formatter: (place) => words[place] } }),
    ],
    grid: { left: nameRoom + em, right: wordRoom > 0 ? wordRoom + em : em / 2 },
  };
}

/** A stroke across the bar where it is full. */
function limitsOf(spec, scene, band, thickness) {
  const { isHorizontal } = spec.look;
  const long = Math.min(band - 2, thickness + scene.em * 0.6);
  const thick = Math.max(2, Math.round(scene.em / 6));
  const limits = spec.values[0].limits ?? [];
  return {
    id: "limits",
    type: "scatter",
    silent: true,
    z: 4,
    symbol: "rect",
    symbolSize: isHorizontal ? [thick, long] : [long, thick],
    tooltip: { show: false },
    itemStyle: { color: scene.color("ink"), opacity: 1 },
    data: limits.flatMap((limit, place) => (limit === null ? [] : [isHorizontal ? [limit, place] : [place, limit]])),
  };
}
