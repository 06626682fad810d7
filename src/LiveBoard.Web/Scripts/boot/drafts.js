// What somebody was typing when the page under it was taken away is still theirs: it is shown where they can copy it.
// The server does not have it, because it learns of text when a field is left.

/** How long ago a field may have gone: dialogs close a moment before the page does. */
const recently = 3000;

/**
 * @param {Document} [page]
 * @param {(address: string) => void} [go] Leads on when there is nothing to keep.
 */
export function keepDrafts(page = document, go = (address) => location.assign(address)) {
  let lost = [];
  const typed = new WeakSet();
  page.addEventListener("input", ({ target }) => typed.add(target));
  page.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-kept-done]")) {
      target.closest("[data-kept-drafts]").hidden = true;
    }
  });
  new MutationObserver((records) => {
    const now = Date.now();
    const gone = records.flatMap((record) => [...record.removedNodes]).filter((node) => !node.isConnected);
    lost = [...lost.filter((draft) => now - draft.at < recently), ...gone.flatMap((node) => draftsIn(node, typed)).map((text) => ({ at: now, text }))];
    // The last that still stands: a board may have gone a moment before the sign-in did.
    const place = records
      .flatMap((record) => [...record.addedNodes])
      .map(placeIn)
      .findLast((found) => found?.isConnected);
    if (place) {
      show(place, [...new Set(lost.map((draft) => draft.text))], go);
    }
  }).observe(page.body, { childList: true, subtree: true });
}

const fields = "textarea, input[type=text], input:not([type]), .cm-content";

/** An editor draws only what is in sight; it is asked for the whole. */
const textOf = (field) => field.value ?? field.keptText?.() ?? field.innerText;

function draftsIn(node, typed) {
  if (!node.querySelectorAll) {
    return [];
  }
  return [...(node.matches(fields) ? [node] : []), ...node.querySelectorAll(fields)]
    .filter((field) => typed.has(field) && textOf(field).trim() !== "")
    .map(textOf);
}

const placeIn = (node) =>
  node.matches?.("[data-kept-drafts]") ? node : node.querySelector?.("[data-kept-drafts]");

function show(place, texts, go) {
  if (texts.length > 0) {
    place.querySelector("textarea").value = texts.join("\n\n");
    place.hidden = false;
  } else if (place.dataset.next) {
    go(place.dataset.next);
  }
}
