// The two axes of a chart: places (names, days or moments) and values.
import { fit, shortNumbersIn } from "./words.js";

const label = (scene) => ({ color: scene.color("ink-2"), fontSize: scene.em, fontFamily: scene.family });

/** Where a place lies: a moment in time, or its number. */
export const positionOf = (spec, place) => spec.axis.at?.[place] ?? place;

/** @returns {number[]} the places whose names are written: the first, the last, and as many between as there is room for */
export function namedPlaces(spec, scene, room) {
  const { names } = spec.axis;
  const last = names.length - 1;
  if (last < 1) {
    return names.map((_, place) => place);
  }
  const widest = Math.max(...names.map((name) => scene.measure(name)));
  const steps = Math.max(1, Math.min(last, Math.floor(room / (Math.min(widest, room / 3) + scene.em * 3))));
  const [from, to] = [positionOf(spec, 0), positionOf(spec, last)];
  const places = new Set([0]);
  for (let step = 1; step < steps; step++) {
    places.add(nearest(spec, from + ((to - from) * step) / steps));
  }
  return [...places.add(last)];
}

/** @returns {number} the place that lies nearest to a position */
export function nearest(spec, position) {
  const count = spec.axis.names.length;
  let best = 0;
  for (let place = 1; place < count; place++) {
    if (Math.abs(positionOf(spec, place) - position) < Math.abs(positionOf(spec, best) - position)) {
      best = place;
    }
  }
  return best;
}

/** Places along a line: the first lies at the left edge, the last at the right one. */
export function lineAxis(spec, scene, layout) {
  const places = namedPlaces(spec, scene, layout.width);
  const room = layout.width / Math.max(1, places.length);
  const ofPosition = new Map(places.map((place) => [positionOf(spec, place), spec.axis.names[place]]));
  return {
    type: spec.axis.at ? "time" : "value",
    min: positionOf(spec, 0),
    max: positionOf(spec, spec.axis.names.length - 1),
    axisLine: { show: true, onZero: false, lineStyle: { color: scene.color("line-control"), width: 1 } },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      ...label(scene),
      customValues: [...ofPosition.keys()],
      formatter: (position) => fit(ofPosition.get(position) ?? "", room, scene.measure),
      alignMinLabel: "left",
      alignMaxLabel: "right",
      hideOverlap: false,
      margin: scene.em * 0.7,
    },
    axisPointer: { label: { show: false } },
  };
}

/** Places beside each other, each with a band of its own. */
export function bandAxis(spec, scene, room) {
  const { names } = spec.axis;
  const band = room / Math.max(1, names.length);
  const widest = Math.max(0, ...names.map((name) => scene.measure(name)));
  // Short names are written where they fit; long ones are cut, but not to a letter or two.
  const wanted = Math.min(widest + scene.em, scene.em * 6);
  const every = Math.max(1, Math.ceil(wanted / band));
  return {
    type: "category",
    data: names.map((_, place) => `${place}`),
    axisLine: { show: true, onZero: false, lineStyle: { color: scene.color("line-control"), width: 1 } },
    axisTick: { show: false },
    axisLabel: {
      ...label(scene),
      // Counted from the last one, which is now.
      interval: (place) => (names.length - 1 - place) % every === 0,
      formatter: (place) => fit(names[place], band * every - scene.em * 0.5, scene.measure),
      margin: scene.em * 0.7,
    },
  };
}

/** Values, with a hairline at each number. */
export function valueAxis(spec, scene, layout, { isShown = true, isFromZero = true, isLengthwise = false } = {}) {
  const room = isLengthwise ? layout.width / (scene.em * 7) : layout.height / (scene.em * 4);
  const short = shortNumbersIn(scene.language, Math.max(spec.look.decimals, 0));
  return {
    type: "value",
    scale: !isFromZero,
    show: isShown,
    splitNumber: Math.max(2, Math.min(5, Math.floor(room))),
    minInterval: spec.look.decimals === 0 ? 1 : 0,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: scene.color("chart-grid"), width: 1 } },
    axisLabel: { ...label(scene), formatter: short, margin: scene.em * 0.6 },
    axisPointer: { label: { show: false } },
  };
}
