// Enter sends a form that is written in a textarea marked data-submit-on-enter; Shift+Enter makes a line.
export function submitOnEnter() {
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !field.matches?.("textarea[data-submit-on-enter]")) {
      return;
    }
    event.preventDefault();
    // The server learns the text by the change event, which Enter alone does not raise in a textarea.
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.form.requestSubmit();
  });
}
