// The right field for each kind of cell: a line, lines, a list of choices, names with suggestions, a day from a calendar.

const day = /^\d{4}-\d\d-\d\d$/;

/**
 * @param {string} kind what the column's head says
 * @param {string} text what it begins with
 * @param {boolean} isTyped true when it was opened by typing: then text is text, whatever the kind
 * @param {{ choices: () => Promise<string[] | false>, label: string }} from
 */
export function fieldFor(kind, text, isTyped, from) {
  const box = document.createElement("div");
  box.className = `gedit ${kind}`;
  const input = inputFor(kind, text, isTyped);
  input.setAttribute("aria-label", from.label);
  input.value = text;
  box.append(input);
  const field = {
    box,
    input,
    isMultiline: input.tagName === "TEXTAREA",
    get value() {
      return input.value;
    },
    start() {
      input.focus({ preventScroll: true });
      if (input.setSelectionRange && input.type !== "date" && input.type !== "number") {
        input.setSelectionRange(input.value.length, input.value.length);
      }
    },
  };
  if (field.isMultiline) {
    field.breakLine = () => input.setRangeText("\n", input.selectionStart, input.selectionEnd, "end");
  }
  if (kind === "choice" || kind === "names" || kind === "name") {
    suggest(field, kind === "names", from.choices, kind !== "choice" || isTyped);
  }
  return field;
}

function inputFor(kind, text, isTyped) {
  if (kind === "lines") {
    const area = document.createElement("textarea");
    area.rows = 6;
    return area;
  }
  const input = document.createElement("input");
  input.type = kind === "date" && !isTyped && (text === "" || day.test(text)) ? "date" : "text";
  input.inputMode = kind === "number" ? "decimal" : "";
  input.autocomplete = "off";
  return input;
}

/** A list under the field; what is chosen takes the place of the word that is being typed. */
function suggest(field, isMany, read, isFiltering) {
  const { box, input } = field;
  const list = document.createElement("div");
  list.className = "gsuggest";
  list.setAttribute("role", "listbox");
  list.id = "grid-choices";
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  Object.entries({ role: "combobox", "aria-expanded": "true", "aria-controls": "grid-choices", "aria-autocomplete": "list" }).forEach(
    ([name, value]) => input.setAttribute(name, value),
  );
  let all = [];
  let at = -1;
  let isTyping = isFiltering && input.value !== "" && !isMany;
  const start = () => (isMany ? Math.max(input.value.lastIndexOf(","), input.value.lastIndexOf(";")) + 1 : 0);
  const word = () => input.value.slice(start()).trim().toLocaleLowerCase();
  const choose = (name) => {
    const quoted = isMany && /[,;]|^"/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
    const head = (isTyping ? input.value.slice(0, start()) : input.value && `${input.value.trim()},`).trim();
    input.value = isMany && head ? `${head} ${quoted}` : quoted;
    isTyping = false;
  };
  const draw = () => {
    const isShort = isTyping && word();
    // Who or what is named already needs no second mention.
    const named = isMany ? input.value.slice(0, isTyping ? start() : undefined).split(/[,;]/).map((name) => name.trim()) : [];
    const shown = all.filter((name) => !named.includes(name) && (!isShort || name.toLocaleLowerCase().includes(word())));
    at = Math.min(at, shown.length - 1);
    list.replaceChildren(
      ...shown.map((name, i) => {
        const option = document.createElement("div");
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", String(i === at));
        option.id = `grid-choice-${i}`;
        option.textContent = name;
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          choose(name);
          isMany || input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        });
        return option;
      }),
    );
    input.setAttribute("aria-activedescendant", at >= 0 ? `grid-choice-${at}` : "");
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  };
  input.addEventListener("input", () => {
    [isTyping, at] = [true, word() ? 0 : -1];
    draw();
  });
  // Before the editor's own keys: a choice is taken with the key that leaves.
  input.addEventListener("keydown", (event) => {
    const count = list.childElementCount;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      event.stopImmediatePropagation();
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + count) % count;
      draw();
    } else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) {
      choose(list.children[at].textContent);
    }
  });
  box.append(list);
  read().then((names) => {
    all = names || [];
    if (!isMany && !isTyping) {
      at = all.indexOf(input.value);
    }
    draw();
  });
}
