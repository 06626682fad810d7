// What could be meant by @ and #, offered while it is typed; asked of the server, which knows who and what there is.
import { autocompletion } from "@codemirror/autocomplete";
import { begun, inserted } from "../board/begun.js";

/** @param {(sign: string, words: string) => Promise<string[]>} suggest */
export function completion(suggest) {
  return autocompletion({
    icons: false,
    activateOnTyping: true,
    override: [
      async (context) => {
        const line = context.state.doc.lineAt(context.pos);
        const found = begun(line.text.slice(0, context.pos - line.from));
        if (!found) {
          return null;
        }
        const options = await suggest(found.sign, found.words);
        return options.length === 0
          ? null
          : {
              from: context.pos - found.words.length - 1,
              filter: false,
              options: options.map((words) => ({ label: found.sign + words, apply: inserted(found.sign, words) })),
            };
      },
    ],
  });
}
