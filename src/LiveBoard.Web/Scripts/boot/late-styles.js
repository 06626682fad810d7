// Style sheets marked data-late are for print until the page has been painted: their place among the others stays, and
// nobody waits for them.
export function applyLateStyles() {
  // A frame is painted after its callbacks, so the time after the next one is after a paint.
  requestAnimationFrame(() => setTimeout(() => {
    for (const sheet of document.querySelectorAll("link[data-late]")) {
      sheet.media = "all";
    }
  }));
}
