// One chart on the page: drawn once, then moved from each picture to the next.
import { init } from "./echarts.js";
import { optionOf } from "./option.js";
import { pictureOf } from "./picture.js";
import { sceneOf } from "./scene.js";

export class Chart {
  #element;
  #server;
  #spec = {};
  #chart;
  #size;
  #shape;

  /**
   * @param {HTMLElement} element
   * @param {{ invokeMethodAsync: (name: string) => Promise<void> }} server
   */
  constructor(element, server) {
    this.#element = element;
    this.#server = server;
    this.#size = new ResizeObserver(() => this.#resize());
    this.#size.observe(element);
  }

  get isOnPage() {
    return this.#element.isConnected;
  }

  /** @param {object} parts what is new: look, axis, values, marks, label */
  update(parts) {
    Object.assign(this.#spec, parts);
    this.#draw(false);
  }

  /** Asks for all of it once more. */
  askAgain() {
    return this.#server.invokeMethodAsync("DrawAgain");
  }

  /** The same picture: other colours, other type. */
  redraw() {
    this.#draw(true);
  }

  /** @returns {Promise<Blob>} a PNG */
  async picture() {
    // As it will stand, not on its way there.
    this.#draw(true);
    return pictureOf(this.#element, this.#spec.look, sceneOf(this.#element, true));
  }

  dispose() {
    this.#size.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.#element;
    if (width === 0 || height === 0) {
      return;
    }
    this.#chart?.resize();
    this.#draw(true);
  }

  #draw(isStill) {
    const { clientWidth: width, clientHeight: height } = this.#element;
    if (width === 0 || height === 0 || !this.#spec.look) {
      // Hidden: the observer tells when it is seen.
      return;
    }
    this.#chart ??= this.#begin();
    const { kind, isHorizontal } = this.#spec.look;
    const shape = `${kind} ${isHorizontal} ${Boolean(this.#spec.axis.at)}`;
    if (this.#shape !== undefined && this.#shape !== shape) {
      this.#chart.clear();
    }
    this.#shape = shape;
    const scene = sceneOf(this.#element, isStill);
    const option = optionOf(this.#spec, scene, this.#element);
    this.#chart.setOption(option, { replaceMerge: ["series", "xAxis", "yAxis"], lazyUpdate: false });
  }

  #begin() {
    const chart = init(this.#element, null, { renderer: "svg" });
    // Not by the click: while a point grows under the pointer, its element may be another one when the button is let go,
    // and then the browser makes no click of it.
    let held;
    chart.on("mousedown", ({ seriesId, dataIndex }) => (held = `${seriesId} ${dataIndex}`));
    chart.on("mouseup", ({ seriesId, dataIndex, event }) => {
      const point = this.#spec.values[Number(seriesId?.slice(1))]?.points?.[dataIndex];
      const isPressed = held === `${seriesId} ${dataIndex}` && (event?.event?.button ?? 0) === 0;
      held = undefined;
      if (isPressed && point?.address) {
        go(point.address);
      }
    });
    return chart;
  }
}

/** Only to a page of ours: whatever the address says, it is not to lead anywhere else. */
function go(address) {
  const url = new URL(address, document.baseURI);
  if (url.origin === location.origin) {
    Blazor.navigateTo(url.href);
  }
}
