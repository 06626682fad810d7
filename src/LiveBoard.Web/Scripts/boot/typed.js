// Carries over what was typed or chosen while the page was not live: Blazor then draws its fields anew, and would begin
// with what the server knows. Fields say by data-keep-typed, with a name, that they take part.

const patience = 10_000;

/**
 * What is on the page now is about to be drawn anew. Until it is, people go on typing: what a field held is asked when
 * another has taken its place.
 * @param {Document} [page]
 */
export function carryTypedOver(page = document) {
  const kept = new Map([...fieldsOf(page)].map((field) => [field.dataset.keepTyped, field]));
  if (kept.size === 0) {
    return;
  }
  const { pathname } = page.location;
  let focused = page.activeElement;
  const onFocus = ({ target }) => (focused = target);
  const stop = () => {
    observer.disconnect();
    page.removeEventListener("focusin", onFocus);
  };
  const observer = new MutationObserver(() => {
    // Fields of the same name on another page are others.
    if (page.location.pathname !== pathname) {
      stop();
      return;
    }
    for (const field of fieldsOf(page)) {
      const old = kept.get(field.dataset.keepTyped);
      if (old && old !== field) {
        kept.delete(field.dataset.keepTyped);
        if (isTouched(old)) {
          hand(old, field, old === focused);
        }
      }
    }
    if (kept.size === 0) {
      stop();
    }
  });
  page.addEventListener("focusin", onFocus);
  observer.observe(page.body, { childList: true, subtree: true });
  setTimeout(stop, patience);
}

const fieldsOf = (page) => page.querySelectorAll("[data-keep-typed]");

function isTouched(field) {
  if (field.type === "file") {
    return field.files.length > 0;
  }
  if (field.options) {
    // With none that is selected by default, the browser selects the first.
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  return field.value !== field.defaultValue;
}

function hand(old, field, hadFocus) {
  if (field.type === "file") {
    field.files = old.files;
  } else {
    field.value = old.value;
  }
  if (hadFocus) {
    field.focus();
    if (typeof old.selectionStart === "number") {
      field.setSelectionRange(old.selectionStart, old.selectionEnd);
    }
    keepFocus(field);
  }
  // The server learns of it as it does of any typing.
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** After a navigation Blazor puts the focus on the heading. It does so on the first page as well, and takes it from under the hands. */
function keepFocus(field) {
  const onBlur = ({ relatedTarget }) => relatedTarget?.matches("h1[tabindex='-1']") && field.focus();
  field.addEventListener("blur", onBlur, { once: true });
}
