// What is typed into a field marked data-send-while-typing reaches the server while it is being typed, and not only when
// the field is left: the server keeps it. Not with each key: that would be a message for each.

const pause = 800;

/** @param {Document} [page] */
export function sendWhileTyping(page = document) {
  const waiting = new Map();
  const send = (field) => {
    clearTimeout(waiting.get(field));
    waiting.delete(field);
    if (field.isConnected) {
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  page.addEventListener("input", ({ target }) => {
    if (target.matches?.("[data-send-while-typing]") && !waiting.has(target)) {
      waiting.set(target, setTimeout(() => send(target), pause));
    }
  });
  // Esc leaves a field without a word to its owner; what stands in it is told first.
  page.addEventListener("keydown", ({ key, target }) => key === "Escape" && waiting.has(target) && send(target), true);
  // A phone may end the page any time after it has put it aside.
  page.addEventListener("visibilitychange", () => page.visibilityState === "hidden" && [...waiting.keys()].forEach(send));
}
