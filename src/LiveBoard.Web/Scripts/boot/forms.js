// Enter sends a form that is written in a textarea marked data-submit-on-enter, and Shift+Enter makes a line there; in one
// marked data-submit-on-ctrl-enter, for longer texts, Enter makes a line and Ctrl+Enter (or Command+Enter) sends.
export function submitOnEnter() {
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    const isSent =
      (field.matches?.("textarea[data-submit-on-enter]") && !event.shiftKey) ||
      (field.matches?.("textarea[data-submit-on-ctrl-enter]") && (event.ctrlKey || event.metaKey));
    if (event.key !== "Enter" || event.isComposing || !isSent) {
      return;
    }
    event.preventDefault();
    // The server learns the text by the change event, which Enter alone does not raise in a textarea.
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.form.requestSubmit();
  });
}
