// Dragging a widget by its head, and sizing it by its corner. The widget follows the pointer; a frame shows where it
// would go; the server says where it goes, and where the others do.
import { isSame, measure, moved, placeOf, sized } from "./grid.js";

/** So far a press is a click, px. */
const slack = 4;

export class Arranging {
  /** @param {HTMLElement} root  @param {{ invokeMethodAsync: Function }} dotnet */
  constructor(root, dotnet) {
    this.root = root;
    this.dotnet = dotnet;
    this.drag = null;
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    root.addEventListener("pointerdown", (e) => this.down(e), { signal });
    root.addEventListener("pointermove", (e) => this.move(e), { signal });
    root.addEventListener("pointerup", (e) => this.up(e), { signal });
    root.addEventListener("pointercancel", () => this.end(), { signal });
    document.addEventListener("keydown", (e) => e.key === "Escape" && this.end(), { signal });
  }

  dispose() {
    this.end();
    this.stopping.abort();
  }

  down(event) {
    if (!("editable" in this.root.dataset) || event.button !== 0 || this.isStacked() || event.target.closest("button, a, input")) {
      return;
    }
    const isSize = event.target.closest("[data-size]") !== null;
    const widget = event.target.closest(isSize || event.target.closest("[data-grip]") ? "[data-widget]" : "[data-none]");
    if (!widget) {
      return;
    }
    this.drag = { id: event.pointerId, widget, isSize, x: event.clientX, y: event.clientY, from: placeOf(widget.style), isOn: false };
  }

  move(event) {
    const drag = this.drag;
    if (drag?.id !== event.pointerId) {
      return;
    }
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y + (this.root.scrollTop - (drag.scroll ?? this.root.scrollTop))];
    if (!drag.isOn) {
      if (Math.hypot(dx, dy) < slack) {
        return;
      }
      drag.isOn = true;
      drag.scroll = this.root.scrollTop;
      drag.cell = this.cell();
      this.root.setPointerCapture(event.pointerId);
      drag.widget.classList.add(drag.isSize ? "sizing" : "lift");
    }
    drag.to = (drag.isSize ? sized : moved)(drag.from, dx, dy, drag.cell);
    if (!drag.isSize) {
      drag.widget.style.translate = `${dx}px ${dy}px`;
    }
    this.show(drag.to);
  }

  async up(event) {
    const drag = this.drag;
    if (drag?.id !== event.pointerId) {
      return;
    }
    this.end();
    if (drag.isOn && drag.to && !isSame(drag.from, drag.to)) {
      const { x, y, w, h } = drag.to;
      await this.dotnet.invokeMethodAsync("Place", drag.widget.dataset.widget, x, y, w, h);
    }
  }

  end() {
    if (this.drag) {
      this.drag.widget.classList.remove("lift", "sizing");
      this.drag.widget.style.translate = "";
      this.drag = null;
      this.show(null);
    }
  }

  /** On a phone the widgets stand one below the other, and there is nothing to arrange by hand. */
  isStacked() {
    return getComputedStyle(this.root).getPropertyValue("--stacked").trim() === "1";
  }

  cell() {
    const style = getComputedStyle(this.root);
    const [left, right] = [style.paddingLeft, style.paddingRight].map(parseFloat);
    return measure({ width: this.root.clientWidth - left - right }, parseFloat(style.gridAutoRows), parseFloat(style.columnGap));
  }

  show(place) {
    const slot = this.root.querySelector(".dash-slot");
    if (slot) {
      slot.hidden = place === null;
      for (const name of place ? ["x", "y", "w", "h"] : []) {
        slot.style.setProperty(`--${name}`, place[name]);
      }
    }
  }
}
