// A chart as a file of pixels: its SVG, drawn on a canvas at twice its size, with its title above and a ground below.

const scale = 2;
const edge = 16;
const titleSize = 15;

/**
 * @param {HTMLElement} element with the chart's SVG in it
 * @param {{ title: string, unit: string }} words
 * @param {ReturnType<import("./scene.js").sceneOf>} scene
 * @returns {Promise<Blob>}
 */
export async function pictureOf(element, { title, unit }, scene) {
  const svg = element.querySelector("svg");
  const { width, height } = scene;
  const head = titleSize * 2;
  const canvas = document.createElement("canvas");
  canvas.width = (width + edge * 2) * scale;
  canvas.height = (height + head + edge * 2) * scale;
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  pen.fillStyle = scene.color("surface");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = scene.color("ink");
  pen.font = `600 ${titleSize}px ${scene.family}`;
  pen.textBaseline = "top";
  pen.fillText(unit ? `${title}, ${unit}` : title, edge, edge, width);
  pen.drawImage(await imageOf(svg), edge, edge + head, width, height);
  pen.translate(edge, edge + head);
  write(svg, pen);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser made no picture."))), "image/png"),
  );
}

const alignOf = { start: "left", middle: "center", end: "right" };

/** The texts, because a picture inside a picture knows none of the page's faces. */
function write(svg, pen) {
  for (const text of svg.querySelectorAll("text")) {
    const style = getComputedStyle(text);
    const { a, b, c, d, e, f } = text.getCTM();
    const [x, y] = [Number(text.getAttribute("x") ?? 0), Number(text.getAttribute("y") ?? 0)];
    pen.save();
    pen.transform(a, b, c, d, e, f);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.textAlign = alignOf[style.textAnchor];
    pen.textBaseline = style.dominantBaseline === "central" ? "middle" : "alphabetic";
    if (style.stroke !== "none") {
      pen.strokeStyle = style.stroke;
      pen.lineWidth = parseFloat(style.strokeWidth);
      pen.lineJoin = "round";
      pen.strokeText(text.textContent, x, y);
    }
    pen.fillStyle = style.fill;
    pen.fillText(text.textContent, x, y);
    pen.restore();
  }
}

async function imageOf(svg) {
  const shapes = svg.cloneNode(true);
  shapes.querySelectorAll("text").forEach((text) => text.remove());
  const words = new XMLSerializer().serializeToString(shapes);
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([words], { type: "image/svg+xml" }));
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(image.src);
  }
  return image;
}
