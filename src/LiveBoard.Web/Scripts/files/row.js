// One file on its way, as a row of the list of attachments.

export class Row {
  #name;
  #words;
  #request = null;
  #status = element("small");
  #bar = element("progress");
  #retry = element("button", "btn");
  #cancel = element("button", "btn ico");

  element = element("li", "att");

  /** @param {string} name @param {Record<string, string>} words @param {{ cancel: () => void, retry: () => void }} on */
  constructor(name, words, on) {
    this.#name = name;
    this.#words = words;
    const named = element("bdi");
    named.textContent = name;
    const line = element("div", "cut");
    line.append(named);
    const main = element("div", "main");
    main.append(line, this.#bar, this.#status);
    this.#bar.max = 1;
    this.#bar.setAttribute("aria-label", name);
    this.#retry.type = this.#cancel.type = "button";
    this.#retry.textContent = words.retry;
    this.#retry.onclick = on.retry;
    this.#cancel.append(glyph("x"));
    this.#cancel.onclick = on.cancel;
    const actions = element("div", "acts");
    actions.append(this.#retry, this.#cancel);
    const icon = element("span", "pic");
    icon.append(glyph("file"));
    this.element.append(icon, main, actions);
  }

  wait() {
    this.#show(this.#words.waiting, this.#words.cancel);
    this.#bar.removeAttribute("value");
  }

  start(request) {
    this.#request = request;
    this.progress(0);
  }

  /** @param {number} part from 0 to 1 */
  progress(part) {
    this.#bar.value = part;
    // All is there once the server has stored it and said so.
    this.#status.textContent = part < 1 ? `${Math.floor(part * 100)} %` : this.#words.storing;
  }

  /** @param {string} problem @param {boolean} mayRetry */
  fail(problem, mayRetry = false) {
    this.#show(problem, this.#words.dismiss, true);
    this.#retry.hidden = !mayRetry;
  }

  remove() {
    this.element.remove();
    this.#request?.abort();
  }

  #show(status, cancel, isProblem = false) {
    this.#retry.hidden = true;
    this.#bar.hidden = isProblem;
    this.#status.className = isProblem ? "bad" : "";
    this.#status.role = isProblem ? "alert" : null;
    this.#status.textContent = status;
    this.#cancel.title = this.#cancel.ariaLabel = cancel.replace("{name}", () => this.#name);
  }
}

function element(tag, style = "") {
  const made = document.createElement(tag);
  made.className = style;
  return made;
}

function glyph(name) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  made.setAttribute("class", "i");
  made.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#${name}`);
  made.append(use);
  return made;
}
