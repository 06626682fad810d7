// Where files come from: the chooser, a drop anywhere on the panel, a paste.

const fields = "input, textarea, [contenteditable]:not([contenteditable=false])";

/**
 * @param {HTMLElement} place has the field that chooses
 * @param {(files: (File | null)[]) => void} add is handed them; null stands for a folder
 * @returns {() => void} ends it
 */
export function listen(place, add) {
  const over = new AbortController();
  // In front of an editor, which would put the text of a file into its own.
  const first = { capture: true, signal: over.signal };
  const panel = place.closest(".panel") ?? place;
  const chooser = place.querySelector("[data-choose-files]");

  const takeChosen = () => {
    add([...chooser.files]);
    // The same file may be chosen again.
    chooser.value = "";
  };
  chooser.addEventListener("change", takeChosen, first);
  // Whoever was quick has chosen before this came.
  takeChosen();

  for (const name of ["dragenter", "dragover"]) {
    panel.addEventListener(name, (event) => hasFiles(event) && (claim(event), mark(panel, true)), first);
  }
  panel.addEventListener("dragleave", (event) => !panel.contains(event.relatedTarget) && mark(panel, false), first);
  panel.addEventListener("drop", (event) => {
    mark(panel, false);
    if (hasFiles(event)) {
      claim(event);
      add(filesOf(event.dataTransfer));
    }
  }, first);

  document.addEventListener("paste", (event) => {
    const { target, clipboardData } = event;
    if (isMeant(panel, target, clipboardData)) {
      claim(event);
      add([...clipboardData.files]);
    }
  }, first);

  return () => {
    over.abort();
    mark(panel, false);
  };
}

const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files") ?? false;

const mark = (panel, isOver) => panel.toggleAttribute("data-dropping", isOver);

function claim(event) {
  event.preventDefault();
  event.stopPropagation();
}

/** What is copied from a text may bring a picture of itself along: in a field the text is meant. */
const isMeant = (panel, target, data) =>
  data?.files.length > 0
  && (panel.contains(target) || target === document.body)
  && !(target.closest(fields) && data.types.includes("text/plain"));

const filesOf = (data) =>
  [...data.items]
    .filter((item) => item.kind === "file")
    .map((item) => (item.webkitGetAsEntry?.()?.isDirectory ? null : item.getAsFile()));
