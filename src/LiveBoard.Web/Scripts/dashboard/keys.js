// Arranging by keys: with a widget in focus, Alt and an arrow moves it, with Shift it is sized. Ctrl Z takes back.

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @returns {[number, number, boolean] | null} columns, rows, is it a size */
export const stepOf = (event) =>
  event.altKey && !event.ctrlKey && !event.metaKey && arrows[event.key] ? [...arrows[event.key], event.shiftKey] : null;

export class WidgetKeys {
  constructor(root, dotnet) {
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    root.addEventListener(
      "keydown",
      (event) => {
        const widget = event.target.matches("[data-widget]") ? event.target : null;
        const step = stepOf(event);
        if (widget && step && "editable" in root.dataset) {
          event.preventDefault();
          dotnet.invokeMethodAsync("Step", widget.dataset.widget, ...step);
        }
      },
      { signal },
    );
    document.addEventListener(
      "keydown",
      (event) => {
        const isTyping = event.target.closest?.("input, textarea, select, [contenteditable], dialog, .mud-dialog");
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !isTyping) {
          event.preventDefault();
          dotnet.invokeMethodAsync("Undo");
        }
      },
      { signal },
    );
  }

  dispose() {
    this.stopping.abort();
  }
}
