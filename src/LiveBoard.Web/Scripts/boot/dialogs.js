// A dialog keeps the keys. When what had the focus in it goes away (a row that is now a form, a deleted one), the focus
// falls to the page, where Escape reaches nobody.
export function keepKeysInDialogs() {
  document.addEventListener("keydown", (event) => {
    const dialog = event.target === document.body && [...document.querySelectorAll(".mud-dialog")].at(-1);
    if (dialog) {
      dialog.focus();
      if (event.key === "Escape") {
        dialog.dispatchEvent(new KeyboardEvent("keydown", { key: event.key, bubbles: true, cancelable: true }));
      }
    }
  });
}
