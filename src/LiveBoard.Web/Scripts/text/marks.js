// What the buttons above the text do: the common Markdown, put around what is selected or before its lines.

import { EditorSelection } from "@codemirror/state";

const around = { bold: "**", italic: "*", code: "`" };
const before = { heading: "## ", list: "- ", task: "- [ ] ", quote: "> " };

/** @param {import("@codemirror/view").EditorView} view @param {string} name */
export function mark(view, name) {
  if (around[name]) {
    wrap(view, around[name], around[name]);
  } else if (name === "link") {
    wrap(view, "[", "](https://)");
  } else if (before[name]) {
    beginLines(view, before[name]);
  }
  view.focus();
}

function wrap(view, open, close) {
  view.dispatch(
    view.state.changeByRange((range) => ({
      changes: [
        { from: range.from, insert: open },
        { from: range.to, insert: close },
      ],
      range: EditorSelection.range(range.from + open.length, range.to + open.length),
    })),
    { userEvent: "input.mark" },
  );
}

function beginLines(view, start) {
  const lines = new Set();
  for (const { from, to } of view.state.selection.ranges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      lines.add(line.from);
      at = line.to + 1;
    }
  }
  view.dispatch({ changes: [...lines].map((from) => ({ from, insert: start })), userEvent: "input.mark" });
}
