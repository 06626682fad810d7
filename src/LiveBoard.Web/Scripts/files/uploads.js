// The files that are on their way to one card, a few at a time.
import { problemOf } from "./answers.js";
import { Row } from "./row.js";

/** More side by side are no faster, and hold up what else the page asks for. */
const atOnce = 2;

export class Uploads {
  #url;
  #maxBytes;
  #words;
  #waiting = [];
  #rows = new Set();
  #running = 0;
  #place = null;

  /** @param {string} url @param {number} maxBytes @param {Record<string, string>} words */
  constructor(url, maxBytes, words) {
    this.#url = url;
    this.#maxBytes = maxBytes;
    this.#words = words;
  }

  /** @param {HTMLElement} place */
  showIn(place) {
    this.#place = place;
    place.querySelector("[data-uploads]").replaceChildren(...[...this.#rows].map((row) => row.element));
  }

  /** @param {(File | null)[]} files */
  add(files) {
    for (const file of files) {
      const row = new Row(file?.name ?? "", this.#words, {
        cancel: () => this.#remove(row),
        retry: () => this.#queue(file, row),
      });
      this.#rows.add(row);
      this.#place.querySelector("[data-uploads]").append(row.element);
      if (!file) {
        row.fail(this.#words.folder);
      } else if (file.size > this.#maxBytes) {
        row.fail(this.#words.tooLarge);
      } else {
        this.#queue(file, row);
      }
    }
  }

  #queue(file, row) {
    row.wait();
    this.#waiting.push({ file, row });
    this.#next();
  }

  #next() {
    while (this.#running < atOnce && this.#waiting.length > 0) {
      const { file, row } = this.#waiting.shift();
      if (this.#rows.has(row)) {
        this.#running++;
        this.#send(file, row);
      }
    }
  }

  #send(file, row) {
    const request = new XMLHttpRequest();
    request.open("POST", this.#url);
    request.setRequestHeader("RequestVerificationToken", document.querySelector("[name=__RequestVerificationToken]")?.value ?? "");
    request.upload.onprogress = ({ loaded, total }) => row.progress(loaded / total);
    // After any end: answered, broken off, or taken back here.
    request.onloadend = () => {
      this.#running--;
      if (this.#rows.has(row)) {
        this.#finish(file, row, request);
      }
      this.#next();
    };
    row.start(request);
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  }

  #finish(file, row, request) {
    const problem = problemOf(request, this.#words, navigator.onLine);
    if (problem) {
      row.fail(problem.text, problem.mayRetry);
      return;
    }
    this.#remove(row);
    this.#place.querySelector("[data-uploads-said]").textContent = this.#words.done.replace("{name}", () => file.name);
  }

  #remove(row) {
    this.#rows.delete(row);
    row.remove();
  }
}
