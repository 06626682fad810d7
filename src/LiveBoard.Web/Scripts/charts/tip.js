// What stands at the pointer. Made of elements and text nodes: no text ever becomes markup.
import { nearest } from "./axes.js";
import { tokenOf } from "./bars.js";
import { numbersIn } from "./words.js";

const edge = 8;
const fromPointer = 14;

/**
 * @param {number} place
 * @returns {{ title: string, rows: { token?: string, name: string, value: string }[] }}
 */
export function tipOfPlace(spec, language, place) {
  const number = numbersIn(language, spec.look.decimals);
  const rows = spec.look.series.flatMap((face, i) => {
    const series = spec.values[i];
    const value = series.values[place] ?? null;
    const limit = series.limits?.[place] ?? null;
    return value === null
      ? []
      : [{ token: tokenOf(series, face, place), name: face.name, value: limit === null ? number(value) : `${number(value)} / ${number(limit)}` }];
  });
  return { title: spec.axis.full?.[place] ?? spec.axis.names[place], rows };
}

export function tipOfPoint(spec, language, series, index) {
  const number = numbersIn(language, spec.look.decimals);
  const { at, y, label } = spec.values[series].points[index];
  const day = spec.axis.full?.[at] ?? spec.axis.names[at];
  const value = `${number(y)} ${spec.look.unit}`.trim();
  return { title: label, rows: [{ token: spec.look.series[series].color, name: day, value }] };
}

function elementOf({ title, rows }, scene) {
  const tip = document.createElement("div");
  tip.className = "chart-tip-in";
  const part = (name, words, into = tip) => {
    const element = document.createElement(name);
    element.textContent = words;
    // Whatever direction a name is written in, it turns nothing beside it.
    element.dir = "auto";
    into.append(element);
    return element;
  };
  part("b", title);
  for (const { token, name, value } of rows) {
    const row = part("div", "");
    const swatch = part("i", "", row);
    swatch.style.background = scene.color(token);
    part("span", name, row);
    part("strong", value, row);
  }
  return tip;
}

/** Beside the pointer, inside the window, whatever size the chart has. */
export function tipPosition([x, y], [width, height], { left, top }, [windowWidth, windowHeight]) {
  const isRoomRight = left + x + fromPointer + width <= windowWidth - edge;
  const wanted = isRoomRight ? x + fromPointer : x - fromPointer - width;
  const clamp = (value, low, high) => Math.max(low, Math.min(value, high));
  return [
    clamp(wanted, edge - left, Math.max(edge - left, windowWidth - edge - width - left)),
    clamp(y - height / 2, edge - top, Math.max(edge - top, windowHeight - edge - height - top)),
  ];
}

export function tooltipOf(spec, scene, element) {
  const isPoints = spec.look.kind === "scatter";
  const isBand = spec.look.kind === "bars" || spec.look.kind === "histogram";
  const tipOf = (params) => {
    if (isPoints) {
      return tipOfPoint(spec, scene.language, Number(params.seriesId.slice(1)), params.dataIndex);
    }
    const [{ axisValue }] = params;
    return tipOfPlace(spec, scene.language, isBand ? Number(axisValue) : nearest(spec, Number(axisValue)));
  };
  return {
    trigger: isPoints ? "item" : "axis",
    appendTo: "body",
    className: "chart-tip",
    renderMode: "html",
    enterable: false,
    transitionDuration: 0,
    padding: 0,
    borderWidth: 0,
    backgroundColor: "transparent",
    shadowBlur: 0,
    shadowColor: "transparent",
    extraCssText: "font:var(--t-12);color:var(--ink)",
    axisPointer: {
      type: isBand ? "shadow" : "line",
      z: isBand ? 0 : 10,
      shadowStyle: { color: scene.color("hover"), opacity: 1 },
      lineStyle: { color: scene.color("ink-2"), width: 1, type: "solid" },
      animation: false,
    },
    position: (point, _, __, ___, size) =>
      tipPosition(point, size.contentSize, element.getBoundingClientRect(), [innerWidth, innerHeight]),
    formatter: (params) => elementOf(tipOf(params), scene),
  };
}
