// A task in a rendered text is ticked. The markup is not the page's own, so its event is named and carries where the task
// stands; a change of anything else in there is none of it.

/** @param {{ registerCustomEventType: Function }} blazor */
export function tellTicks(blazor) {
  blazor.registerCustomEventType("tasktick", {
    browserEventName: "change",
    createEventArgs: ({ target }) =>
      target.matches?.("input[data-task]") ? { offset: Number(target.dataset.task), isDone: target.checked } : null,
  });
}
