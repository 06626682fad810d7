import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { init } from "../charts/echarts.js";
import { dodge } from "../charts/labels.js";
import { layoutOf } from "../charts/layout.js";
import { namedPlaces } from "../charts/axes.js";
import { optionOf } from "../charts/option.js";
import { typeSizeOf } from "../charts/scene.js";
import { tipOfPlace, tipOfPoint, tipPosition } from "../charts/tip.js";
import { fit } from "../charts/words.js";

const hostile = "<img src=x onerror=alert(1)>";
const measure = (text) => text.replace(/[\u2068\u2069]/g, "").length * 6;
const day = 86_400_000;

const scene = (more = {}) => ({
  width: 600,
  height: 220,
  em: 11,
  family: "sans-serif",
  language: "en",
  isStill: true,
  // A colour of its own for each token, so that a picture tells which were asked for.
  color: (token) => `#${[...token].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) & 0xffffff, 7).toString(16).padStart(6, "0")}`,
  measure,
  ...more,
});

const look = (kind, series, more = {}) => ({
  kind,
  title: "Title",
  unit: "cards",
  decimals: 0,
  isHorizontal: false,
  isStacked: false,
  series: series.map((face) => ({ color: "chart-1", isDashed: false, isLastOpen: false, ...face })),
  ...more,
});
const values = (...numbers) => ({ values: numbers, limits: null, colors: null, points: null });
const names = (...list) => ({ at: null, names: list, full: null });
const days = (count) => {
  const list = Array.from({ length: count }, (_, i) => `day ${i}`);
  return { at: list.map((_, i) => i * day), names: list, full: list.map((name) => `full ${name}`) };
};
const points = (...list) => ({ values: [], limits: null, colors: null, points: list });

const specs = {
  bars: { look: look("bars", [{ name: hostile }]), axis: names(hostile, "b"), values: [values(1, 2)], marks: [{ name: hostile, value: 1.5, isPlace: false, isStrong: false }], label: hostile },
  lying: { look: look("bars", [{ name: "n" }], { isHorizontal: true }), axis: names(hostile, "b"), values: [values(1, null)], marks: [], label: "" },
  stacked: { look: look("bars", [{ name: hostile }, { name: "n" }], { isStacked: true }), axis: names("a", "b"), values: [values(1, 2), values(3, null)], marks: [], label: "" },
  histogram: { look: look("histogram", [{ name: "n" }]), axis: names("0–2", hostile), values: [values(1, 2)], marks: [{ name: hostile, value: 1, isPlace: true, isStrong: false }], label: "" },
  lines: { look: look("lines", [{ name: hostile }, { name: "n", isDashed: true }]), axis: days(4), values: [values(1, null, 3, null), values(4, 3, 2, 1)], marks: [], label: "" },
  stackedArea: { look: look("stackedArea", [{ name: hostile }, { name: "n" }]), axis: days(3), values: [values(1, 2, 3), values(10, 20, 30)], marks: [], label: "" },
  sparkline: { look: look("sparkline", [{ name: "n" }]), axis: days(3), values: [values(1, 2, 3)], marks: [], label: "" },
  scatter: { look: look("scatter", [{ name: hostile }, { name: "n" }]), axis: days(3), values: [points({ at: 1, y: 4, label: hostile, address: null }), points()], marks: [{ name: hostile, value: 3, isPlace: false, isStrong: true }], label: "" },
};

/** What ECharts itself makes of it. */
function draw(spec, more) {
  const { width, height } = scene(more);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  const { tooltip, ...option } = optionOf(spec, scene(more));
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const strings = (part) =>
  typeof part === "string" ? [part] : part && typeof part === "object" ? Object.values(part).flatMap(strings) : [];

for (const [name, spec] of Object.entries(specs)) {
  test(`${name}: a hostile name is drawn as its letters`, () => {
    const svg = draw(spec);
    assert.match(svg, /^<svg/);
    assert.doesNotMatch(svg, /<img/);
    const isNamed = JSON.stringify([spec.axis, spec.look.series.length > 1 && spec.look, spec.marks]).includes("<img");
    assert.equal(svg.includes("&lt;img"), isNamed);
  });

  test(`${name}: nothing asks ECharts to read a template or rich text`, () => {
    const option = optionOf(spec, scene());
    for (const formatter of JSON.stringify(option, (key, value) => (key === "formatter" ? typeof value : value)).matchAll(/"formatter":"(\w+)"/g)) {
      assert.equal(formatter[1], "function");
    }
    assert.doesNotMatch(JSON.stringify(option), /"rich":/);
  });

  test(`${name}: the next picture has the same parts under the same ids`, () => {
    const ids = (spec) => optionOf(spec, scene()).series.map(({ id }) => id);
    const next = structuredClone(spec);
    next.values[0].values = next.values[0].values.map((value) => (value ?? 0) + 1);
    assert.deepEqual(ids(next), ids(spec));
    assert.equal(new Set(ids(spec)).size, ids(spec).length);
  });
}

test("names reach ECharts only by functions: the option holds none but its description", () => {
  for (const spec of Object.values(specs)) {
    assert.ok(strings(optionOf({ ...spec, label: "" }, scene())).every((text) => !text.includes("<img")));
  }
});

test("the description is ours", () => assert.equal(optionOf(specs.bars, scene()).aria.label.description, hostile));

test("colours are asked for by token", () => {
  const asked = [];
  optionOf(specs.bars, { ...scene(), color: (token) => (asked.push(token), "#000000") });
  assert.ok(asked.includes("chart-1") && asked.includes("ink-2"));
  assert.ok(asked.every((token) => /^[a-z][a-z0-9-]*$/.test(token)));
});

test("a full bar warns, a fuller one more, and a colour of its own gives way", () => {
  const spec = { ...specs.bars, axis: names("a", "b", "c"), values: [{ ...values(4, 5, 6), limits: [5, 5, 5], colors: ["person-1", "person-2", "person-3"] }] };
  const colors = optionOf(spec, { ...scene(), color: (token) => token }).series[0].data.map(({ itemStyle }) => itemStyle.color);
  assert.deepEqual(colors, ["person-1", "warn", "danger"]);
});

test("zones lie between the marked values, the last one open, and the highest is always the worst", () => {
  const zoned = (...edges) => ({ ...specs.scatter, look: { ...specs.scatter.look, hasZones: true }, marks: edges.map((value) => ({ name: "", value, isPlace: false, isStrong: false })) });
  const zonesOf = (spec) => optionOf(spec, { ...scene(), color: (token) => token }).series[0].markArea?.data.map(([from, to]) => [from.yAxis, to.yAxis, from.itemStyle.color]);
  assert.deepEqual(zonesOf(zoned(8, 2, 5)), [[0, 2, "ok-tint"], [2, 5, "warn-tint"], [5, 8, "warn-tint"], [8, undefined, "danger-tint"]]);
  assert.deepEqual(zonesOf(zoned(2)), [[0, 2, "warn-tint"], [2, undefined, "danger-tint"]]);
  assert.equal(zonesOf(zoned()), undefined);
  assert.equal(zonesOf(specs.scatter), undefined);
  assert.match(draw(zoned(2, 5, 8)), /^<svg/);
});

test("layers are built from the ground: the last one first", () => {
  const { series } = optionOf(specs.stackedArea, scene());
  assert.deepEqual(series.map(({ id }) => id), ["s1", "s0", "labels"]);
  assert.deepEqual(layoutOf(specs.stackedArea, scene()).ends.map(({ y }) => y), [31.5, 15]);
});

test("a line that stops early is named where it stops, a dashed one has no dot", () => {
  const layout = layoutOf(specs.lines, scene());
  assert.deepEqual(layout.inside.map(({ name, place }) => [name, place]), [[hostile, 2]]);
  const [first, second] = optionOf(specs.lines, scene()).series;
  assert.deepEqual(first.data.map((point) => point.symbol ?? "none"), ["circle", "none", "circle", "none"]);
  assert.ok(second.data.every((point) => !point.symbol));
});

test("on a phone a legend stands above, and elsewhere names beside the lines", () => {
  assert.equal(layoutOf(specs.lines, scene()).hasLegend, false);
  assert.equal(layoutOf(specs.lines, scene({ width: 330 })).hasLegend, true);
  assert.match(draw(specs.lines, { width: 330 }), /&lt;img/);
});

test("a tip shows the texts as they are, gaps left out", () => {
  assert.deepEqual(tipOfPlace(specs.lines, "en", 1), { title: "full day 1", rows: [{ token: "chart-1", name: "n", value: "3" }] });
  assert.deepEqual(tipOfPoint(specs.scatter, "en", 0, 0), { title: hostile, rows: [{ token: "chart-1", name: "full day 1", value: "4 cards" }] });
});

test("a tip stays in the window", () => {
  const window = [375, 667];
  for (const [x, y] of [[0, 0], [340, 10], [170, 180]]) {
    const [left, top] = tipPosition([x, y], [200, 120], { left: 16, top: 480 }, window);
    assert.ok(left + 16 >= 0 && left + 16 + 200 <= window[0]);
    assert.ok(top + 480 >= 0 && top + 480 + 120 <= window[1]);
  }
});

test("long names end in dots, whole letters only, and keep their direction to themselves", () => {
  assert.equal(fit("abc", 18, measure), "\u2068abc\u2069");
  assert.equal(fit("abcdef", 24, measure), "\u2068abc…\u2069");
  assert.equal(fit("👍👍👍", 4, (text) => [...text].length * 2), "\u2068👍…\u2069".normalize());
  assert.equal(fit("a\nb\t c", 60, measure), "\u2068a b c\u2069");
});

test("texts on each other move apart and stay inside", () => {
  assert.deepEqual(dodge([10, 12, 50], 10, 0, 60), [10, 20, 50]);
  assert.deepEqual(dodge([58, 60, 59], 10, 0, 60), [40, 60, 50]);
});

test("the first and the last place are always named", () => {
  for (const width of [80, 300, 900]) {
    const places = namedPlaces({ axis: days(40) }, scene(), width);
    assert.equal(places[0], 0);
    assert.equal(places.at(-1), 39);
    assert.ok(places.length * 36 <= Math.max(width, 72));
  }
});

test("type grows with the chart", () => {
  assert.equal(typeSizeOf(330, 190), 11);
  assert.equal(typeSizeOf(640, 260), 11);
  assert.ok(typeSizeOf(1200, 520) > 13);
  assert.ok(typeSizeOf(2400, 1300) <= 22);
});

test("the licences of what is in the bundle lie beside it", () => {
  const oneLine = (text) => text.replace(/\s+/g, " ").trim();
  const read = (path) => oneLine(readFileSync(new URL(path, import.meta.url), "utf8"));
  const beside = read("../../wwwroot/js/charts.LICENSE.txt");
  for (const path of ["echarts/LICENSE", "echarts/NOTICE", "echarts/licenses/LICENSE-d3", "zrender/LICENSE", "tslib/LICENSE.txt"]) {
    assert.ok(beside.includes(read(`../node_modules/${path}`)), path);
  }
  assert.match(readFileSync(new URL("../../wwwroot/js/charts.js", import.meta.url), "utf8"), /charts\.LICENSE\.txt/);
});
