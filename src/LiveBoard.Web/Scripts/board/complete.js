// Offers people and cards in a plain text field while @ or # is typed: a list below the field, for keys and pointer.
// The server says who and what there is; what it says is only ever written as text.
import { begun, inserted } from "./begun.js";

const pause = 120;
const open = new Map();

/**
 * @param {string} key names this field
 * @param {HTMLTextAreaElement} field
 * @param {{ invokeMethodAsync: (name: string, ...args: unknown[]) => Promise<any> }} dotnet
 */
export function attachCompletion(key, field, dotnet) {
  detachCompletion(key);
  open.set(key, new Completion(key, field, dotnet));
}

export function detachCompletion(key) {
  open.get(key)?.dispose();
  open.delete(key);
}

class Completion {
  #field;
  #dotnet;
  #list = document.createElement("ul");
  #sign = "@";
  #words = "";
  #at = -1;
  #asking = null;
  #abort = new AbortController();

  constructor(key, field, dotnet) {
    this.#field = field;
    this.#dotnet = dotnet;
    this.#list.className = "complete";
    this.#list.id = `complete-${key}`;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", field.dataset.offer);
    this.#list.hidden = true;
    field.after(this.#list);
    field.setAttribute("aria-autocomplete", "list");
    const { signal } = this.#abort;
    field.addEventListener("input", () => this.#ask(), { signal });
    field.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    field.addEventListener("blur", () => this.#hide(), { signal });
    // Not the click: by then the field has lost the focus.
    this.#list.addEventListener("pointerdown", (event) => this.#onPointer(event), { signal });
    // It comes with the focus, and some type quicker than that.
    this.#ask();
  }

  dispose() {
    this.#abort.abort();
    clearTimeout(this.#asking);
    this.#list.remove();
  }

  #begun() {
    const { value, selectionStart } = this.#field;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    return begun(value.slice(start, selectionStart));
  }

  #ask() {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(async () => {
      const wanted = this.#begun();
      const options = wanted ? await this.#dotnet.invokeMethodAsync("Suggest", wanted.sign, wanted.words).catch(() => []) : [];
      const now = this.#begun();
      if (wanted && now?.sign === wanted.sign && now.words === wanted.words && document.activeElement === this.#field) {
        this.#show(wanted, options);
      } else {
        this.#hide();
      }
    }, pause);
  }

  #show({ sign, words }, options) {
    [this.#sign, this.#words] = [sign, words];
    this.#list.replaceChildren(...options.map((option, i) => this.#entry(option, i)));
    this.#list.hidden = options.length === 0;
    this.#choose(options.length === 0 ? -1 : 0);
  }

  #entry(words, i) {
    const entry = document.createElement("li");
    entry.id = `${this.#list.id}-${i}`;
    entry.setAttribute("role", "option");
    entry.textContent = this.#sign + words;
    entry.dataset.words = words;
    return entry;
  }

  #choose(at) {
    this.#at = at;
    [...this.#list.children].forEach((entry, i) => entry.setAttribute("aria-selected", String(i === at)));
    const entry = this.#list.children[at];
    entry?.scrollIntoView({ block: "nearest" });
    if (entry) {
      this.#field.setAttribute("aria-activedescendant", entry.id);
    } else {
      this.#field.removeAttribute("aria-activedescendant");
    }
  }

  #hide() {
    this.#list.hidden = true;
    this.#choose(-1);
  }

  #onKey(event) {
    if (this.#list.hidden || event.isComposing) {
      return;
    }
    const count = this.#list.children.length;
    switch (event.key) {
      case "ArrowDown":
        this.#choose((this.#at + 1) % count);
        break;
      case "ArrowUp":
        this.#choose((this.#at - 1 + count) % count);
        break;
      case "Enter":
      case "Tab":
        if (event.ctrlKey || event.metaKey) {
          return;
        }
        this.#take(this.#list.children[this.#at]);
        break;
      case "Escape":
        this.#hide();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #onPointer(event) {
    const entry = event.target.closest("[role=option]");
    if (entry) {
      event.preventDefault();
      this.#take(entry);
    }
  }

  #take(entry) {
    const end = this.#field.selectionStart;
    const text = inserted(this.#sign, entry.dataset.words);
    this.#field.setRangeText(text, end - this.#words.length - 1, end, "end");
    this.#hide();
    // As if it had been typed: whoever keeps what is typed hears of it.
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
