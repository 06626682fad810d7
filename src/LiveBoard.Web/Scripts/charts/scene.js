// What the page gives a chart: colours and type from its style sheets, room, and whether things may move.

const smallest = 11;
const largest = 22;

/** A chart of this size is read with the smallest type: four beside each other on a screen of 1280 px. */
const [plainWidth, plainHeight] = [640, 260];

/** @returns {number} px; larger charts are looked at from further away */
export function typeSizeOf(width, height) {
  const growth = Math.sqrt(Math.min(width / plainWidth, height / plainHeight));
  return Math.round(Math.min(largest, Math.max(smallest, smallest * growth)));
}

const isToken = (token) => /^[a-z][a-z0-9-]*$/.test(token);

/**
 * @param {HTMLElement} element asked of what holds where the chart is: light-dark() is decided by then
 * @returns {(token: string) => string} a colour by its name in tokens.css
 */
function colorsOf(element) {
  const known = new Map();
  const read = (token) => {
    const probe = document.createElement("span");
    probe.hidden = true;
    probe.style.color = `var(--${isToken(token) ? token : "ink"})`;
    element.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  return (token) => known.get(token) ?? known.set(token, read(token)).get(token);
}

const pen = globalThis.document?.createElement("canvas").getContext("2d");

/** @returns {(text: string) => number} px */
const measureIn = (font) => (text) => {
  pen.font = font;
  return pen.measureText(text).width;
};

/**
 * @param {HTMLElement} element where the chart is
 * @param {boolean} isStill nothing is to move this time
 */
export function sceneOf(element, isStill) {
  const { clientWidth: width, clientHeight: height } = element;
  const em = typeSizeOf(width, height);
  const family = getComputedStyle(element).fontFamily;
  return {
    width,
    height,
    em,
    family,
    color: colorsOf(element),
    measure: measureIn(`${em}px ${family}`),
    language: document.documentElement.lang || "en",
    isStill: isStill || matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}
