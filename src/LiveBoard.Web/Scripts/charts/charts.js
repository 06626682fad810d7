// Charts of dashboards. Comes when the first one is on the page.
import { Chart } from "./chart.js";
import { save } from "./save.js";

const charts = new Map();

/**
 * Draws a chart, or moves it to its next picture.
 * @param {string} key names this chart
 * @param {HTMLElement} element where it goes
 * @param {{ invokeMethodAsync: (name: string) => Promise<void> }} dotnet the server's end
 * @param {string} parts what is new of it, as JSON
 */
export async function drawChart(key, element, dotnet, parts) {
  sweep();
  await faceOf(element);
  if (!charts.has(key)) {
    charts.set(key, new Chart(element, dotnet));
  }
  charts.get(key).update(JSON.parse(parts));
}

export async function saveChartPicture(key, name) {
  const chart = charts.get(key);
  if (chart) {
    save(await chart.picture(), name);
  }
}

export const saveChartNumbers = (text, name) => save(new Blob([text], { type: "text/csv;charset=utf-8" }), name);

export function removeChart(key) {
  charts.get(key)?.dispose();
  charts.delete(key);
}

/** Measured with another face, names would stand beside their places ever after: widths are remembered. */
const faceOf = (element) => Promise.allSettled([document.fonts.load(`11px ${getComputedStyle(element).fontFamily}`)]);

/** A page that was drawn anew says good-bye to none of its charts. */
function sweep() {
  for (const [key, chart] of charts) {
    if (!chart.isOnPage) {
      removeChart(key);
    }
  }
}

// What was told meanwhile is lost. A chart of a circuit that was made anew is drawn by that one, and its old end is gone.
document.addEventListener("liveboard:live", () => {
  sweep();
  charts.forEach((chart) => chart.askAgain().catch((gone) => console.info(gone.message)));
});

const redraw = () => charts.forEach((chart) => chart.redraw());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
matchMedia("(prefers-contrast: more)").addEventListener("change", redraw);
new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
