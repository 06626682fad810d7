// Points: one for each finished card, or each card at its column.
import { bandAxis, lineAxis, positionOf, valueAxis } from "./axes.js";
import { labelLayer } from "./labels.js";
import { markLines, markZones } from "./marks.js";

/** Points of one column stand beside each other in turn: left, right and in the middle. */
const turns = [0, -1, 1, -2, 2];

export function scatterOf(spec, scene, layout) {
  const isInTime = Boolean(spec.axis.at);
  const seen = new Map();
  const turnOf = (at) => {
    const count = seen.get(at) ?? 0;
    seen.set(at, count + 1);
    return turns[count % turns.length];
  };
  const size = Math.max(7, Math.round(scene.em * 0.65));
  const series = spec.look.series.map((face, i) => ({
    id: `s${i}`,
    name: `s${i}`,
    type: "scatter",
    symbolSize: size,
    cursor: "default",
    emphasis: { scale: 1.4 },
    itemStyle: { color: scene.color(face.color), opacity: 0.75, borderColor: scene.color("surface"), borderWidth: 1 },
    markLine: i === 0 ? markLines(spec, scene) : undefined,
    markArea: i === 0 ? markZones(spec, scene) : undefined,
    data: spec.values[i].points.map(({ at, y, address }) => ({
      value: [positionOf(spec, at), y],
      symbolOffset: isInTime ? undefined : [turnOf(at) * (size + 3), 0],
      cursor: address ? "pointer" : "default",
    })),
  }));
  return {
    xAxis: isInTime ? lineAxis(spec, scene, layout) : bandAxis(spec, scene, layout.width),
    yAxis: valueAxis(spec, scene, layout),
    series: [...series, labelLayer(spec, scene, layout, positionOf(spec, 0))],
  };
}
