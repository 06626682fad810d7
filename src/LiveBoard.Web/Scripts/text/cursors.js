// Where the others are: a caret in their colour with their name, and what they have selected.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";

const setPointers = StateEffect.define();

class Caret extends WidgetType {
  constructor(name, color) {
    super();
    this.name = name;
    this.color = color;
  }

  eq(other) {
    return other.name === this.name && other.color === this.color;
  }

  toDOM() {
    const caret = document.createElement("span");
    caret.className = `rc p${this.color}`;
    caret.setAttribute("aria-hidden", "true");
    const flag = document.createElement("span");
    // Written by the style sheet: it is no part of the text.
    flag.dataset.name = this.name;
    caret.append(flag);
    return caret;
  }

  ignoreEvent() {
    return true;
  }
}

const pointers = StateField.define({
  create: () => [],
  update(all, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setPointers)) {
        return effect.value;
      }
    }
    return transaction.docChanged
      ? all.map((p) => ({ ...p, anchor: transaction.changes.mapPos(p.anchor), head: transaction.changes.mapPos(p.head) }))
      : all;
  },
  provide: (field) =>
    EditorView.decorations.from(field, (all) =>
      Decoration.set(
        all.flatMap(({ anchor, head, name, color }) => [
          ...(anchor === head
            ? []
            : [Decoration.mark({ class: `rs p${color}` }).range(Math.min(anchor, head), Math.max(anchor, head))]),
          Decoration.widget({ widget: new Caret(name, color), side: 1 }).range(head),
        ]),
        true,
      ),
    ),
});

export const cursorExtension = pointers;

/**
 * Shows them. Places are counted in the text as the server has it; what is typed here and not there yet is added.
 * @param {EditorView} view
 * @param {{ name: string, color: number, anchor: number, head: number }[]} all
 * @param {readonly { changes: import("@codemirror/state").ChangeSet }[]} pending
 */
export function showPointers(view, all, pending) {
  const place = (at) => {
    const here = pending.reduce((pos, { changes }) => changes.mapPos(Math.min(pos, changes.length)), at);
    return Math.min(Math.max(0, here), view.state.doc.length);
  };
  view.dispatch({
    effects: setPointers.of(all.map((p) => ({ ...p, anchor: place(p.anchor), head: place(p.head) }))),
  });
}

/** A place here, counted in the text as the server has it. */
export const placeThere = (at, pending) =>
  pending.reduceRight((pos, { changes }) => changes.invertedDesc.mapPos(Math.min(pos, changes.newLength)), at);
