// Decides what is written where before anything is drawn: names beside the lines if there is room, else a legend above.
import { markNumbersIn, numbersIn } from "./words.js";

/** Where names beside the lines would leave too little for the lines. */
const narrow = 360;
const gap = 8;

/** The last place at which a series has a value; -1 when it has none. */
export const lastPlace = (values) => values.findLastIndex((value) => value !== null);

/** @returns {{ series: number, place: number, name: string, value: number, y: number }[]} what is named at a line's end */
function endsOf(spec) {
  const isStacked = spec.look.kind === "stackedArea";
  return spec.look.series
    .map(({ name }, series) => {
      const values = spec.values[series].values;
      const place = lastPlace(values);
      const value = values[place];
      const below = isStacked ? sumBelow(spec, series, place) : 0;
      // In a stack the middle of the layer, so that the name stands beside it.
      return { series, place, name, value, y: isStacked ? below + value / 2 : value };
    })
    .filter(({ place }) => place >= 0);
}

/** The first series lies on top. */
const sumBelow = (spec, series, place) =>
  spec.values.slice(series + 1).reduce((sum, { values }) => sum + (values[place] ?? 0), 0);

function legendRows(spec, scene) {
  let [rows, used] = [1, 0];
  for (const { name } of spec.look.series) {
    const width = Math.min(scene.measure(name), legendRoom(scene)) + scene.em * 1.2 + 5;
    if (used > 0 && used + width > scene.width) {
      rows++;
      used = 0;
    }
    used += width + legendGap;
  }
  return rows;
}

export const legendGap = 12;
export const legendRoom = (scene) => Math.min(scene.em * 16, scene.width * 0.45);

const nothing = { hasLegend: false, gutter: 0, nameRoom: 0, ends: [], inside: [], valueMarks: [], topMarks: [] };

const isBars = (kind) => kind === "bars" || kind === "histogram";

/** What a chart is made of, besides its axes: gutter, legend, names at the ends. */
export function layoutOf(spec, scene) {
  const { kind, decimals, isHorizontal, series } = spec.look;
  const { em, measure } = scene;
  const number = numbersIn(scene.language, decimals);
  const last = spec.axis.names.length - 1;
  if (kind === "sparkline") {
    const edge = Math.ceil(em / 3);
    const { width, height } = scene;
    return { ...nothing, width, height, top: edge, right: edge, bottom: 2, left: edge };
  }

  const hasLines = kind === "lines" || kind === "stackedArea";
  const isNarrow = scene.width < narrow;
  const valueMarks = isHorizontal ? [] : spec.marks.filter((mark) => !mark.isPlace);
  const topMarks = spec.marks.filter((mark) => (isHorizontal ? !mark.isPlace : mark.isPlace));
  const allEnds = hasLines ? endsOf(spec) : [];
  const fitsBeside = (allEnds.length + valueMarks.length) * em * 1.35 <= scene.height - em * 4;
  // One line needs no name: the title says what it is. Its value is worth a place.
  const hasEnds = hasLines && fitsBeside && (!isNarrow || series.length === 1);
  const hasLegend = series.length > 1 && !hasEnds;
  const named = hasEnds ? allEnds.map((end) => (series.length === 1 ? { ...end, name: "" } : end)) : [];
  const ends = named.filter(({ place }) => place === last);

  const markNumber = markNumbersIn(scene.language, decimals);
  const words = [
    ...ends.map(({ name, value }) => ({ name, number: number(value) })),
    ...valueMarks.map(({ name, value }) => ({ name, number: markNumber(value) })),
  ];
  const names = Math.min(Math.max(0, ...words.map(({ name }) => measure(name))), scene.width * (isNarrow ? 0.16 : 0.24), em * 14);
  const values = Math.max(0, ...words.map((word) => measure(word.number)));
  const gutter = words.length > 0 ? names + (names > 0 ? em * 0.6 : 0) + values : 0;

  const rows = hasLegend ? legendRows(spec, scene) : 0;
  const legend = rows > 0 ? rows * em * 1.2 + (rows - 1) * legendGap + em : 0;
  const top = legend + (topMarks.length > 0 ? em * 1.8 : isBars(kind) && !isHorizontal ? em * 1.5 : em * 0.6);
  const axisRoom = em * 3;
  return {
    top,
    right: Math.ceil(gutter > 0 ? gutter + gap : em * 0.5),
    bottom: 1,
    left: 1,
    width: Math.max(em, scene.width - gutter - gap - axisRoom),
    height: Math.max(em, scene.height - top - em * 2),
    gutter,
    nameRoom: names,
    hasLegend,
    ends,
    // A line that stops before the edge is named where it stops.
    inside: named.filter(({ place }) => place < last),
    valueMarks,
    topMarks,
  };
}
