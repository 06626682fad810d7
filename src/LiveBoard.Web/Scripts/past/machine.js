// Where the slider is, and until when the board looks the same there.
import { ahead } from "./play.js";
import { watchPlaces } from "./glide.js";
import { momentWords } from "./words.js";

const settling = 400;
/** A browser that paints slowly still plays in time. */
const longestFrame = 0.5;

export class TimeMachine {
  #bar;
  #lanes;
  #call;
  #frames;
  #slider;
  #at;
  #until;
  #isNow;
  #stop = null;
  #isAsking = false;
  #wanted = null;
  #settled = 0;
  #words = "";
  #observer;
  #wordsOf;

  /** @param {{ bar: HTMLElement, lanes: HTMLElement, call: (...what: unknown[]) => Promise<any>, frames: Function }} parts */
  constructor({ bar, lanes, call, frames }) {
    this.#bar = bar;
    this.#lanes = lanes;
    this.#call = call;
    this.#frames = frames;
    this.#slider = bar.querySelector("[data-past=slider]");
    this.#wordsOf = momentWords(document.documentElement.lang || undefined, bar.dataset.zone);
    this.#isNow = bar.dataset.at === "";
    this.#at = this.#isNow ? this.#end : Number(bar.dataset.at);
    this.#until = numberIn(bar.dataset.until);
    // The end moves with each change and each minute; who is at the end moves with it.
    this.#observer = new MutationObserver(() => this.#onEnd());
    this.#observer.observe(bar, { attributes: true, attributeFilter: ["data-end"] });
    this.#paint();
  }

  get #begin() {
    return Number(this.#bar.dataset.begin);
  }

  get #end() {
    return Number(this.#bar.dataset.end);
  }

  dispose() {
    this.#pause();
    this.#observer.disconnect();
    clearTimeout(this.#settled);
  }

  /** @param {string} name of a button or a key */
  act(name) {
    if (name === "play") {
      return this.#stop ? this.#pause() : this.#play();
    }
    this.#pause();
    switch (name) {
      case "prev":
      case "next":
        return this.#ask("Step", name === "prev" ? -1 : 1);
      case "prevday":
      case "nextday":
        return this.#ask("StepDay", this.#at, name === "prevday" ? -1 : 1);
      case "begin":
        return this.#goTo(this.#begin);
      case "now":
        return this.#ask("Now");
      default:
        return undefined;
    }
  }

  /** The slider is in somebody's hand. */
  drag() {
    this.#pause();
    const value = Number(this.#slider.value);
    if (value >= this.#end) {
      this.#at = value;
      this.#ask("Now");
    } else {
      this.#goTo(value);
    }
  }

  /** What was asked while the link was lost never arrived. */
  again() {
    if (!this.#isNow) {
      this.#ask("Show", this.#at);
    }
  }

  #play() {
    if (this.#isNow) {
      // From the end there is nothing to play: a week back, or as much as the speed shows in twenty seconds.
      this.#goTo(Math.max(this.#begin, this.#end - this.#span));
    }
    this.#stop = this.#frames((elapsed) => this.#onFrame(elapsed), longestFrame);
    this.#showPlaying();
  }

  #pause() {
    this.#stop?.();
    this.#stop = null;
    this.#showPlaying();
  }

  get #span() {
    return Number(this.#bar.querySelector("[data-past=speed]").value);
  }

  #onFrame(elapsed) {
    const skips = this.#bar.querySelector("[data-past=skip]").checked;
    const place = { at: this.#at, until: this.#until, end: this.#end };
    const next = ahead(place, elapsed, this.#span, skips && !this.#isAsking);
    if (next >= this.#end) {
      this.#pause();
      this.#ask("Now");
      return;
    }
    this.#goTo(next);
  }

  /** Moves there, and asks when the board looks different there. */
  #goTo(at) {
    const isSame = !this.#isNow && at >= this.#at && (this.#until === null || at < this.#until);
    this.#at = at;
    this.#isNow = false;
    this.#paint();
    if (!isSame || this.#isAsking) {
      this.#ask("Show", at);
    }
  }

  /** One question at a time; of those that come meanwhile the last. */
  async #ask(...question) {
    if (this.#isAsking) {
      this.#wanted = question;
      return;
    }
    this.#isAsking = true;
    const settle = watchPlaces(this.#lanes);
    const answer = await this.#call(...question);
    this.#isAsking = false;
    if (typeof answer !== "string") {
      this.#wanted = null;
      this.#pause();
      return;
    }
    settle();
    const wanted = this.#wanted;
    this.#wanted = null;
    this.#take(answer, question[0], wanted);
    if (wanted && !(this.#stop && wanted[1] < (this.#until ?? Infinity))) {
      this.#ask(...wanted);
    }
  }

  /** While playing or dragging the slider has gone on meanwhile; it is not taken back. */
  #take(answer, name, wanted) {
    const [at, until] = answer.split("|").map(numberIn);
    this.#until = until;
    if (!wanted) {
      this.#isNow = at === null;
      this.#at = this.#isNow ? this.#end : name === "Show" ? Math.max(this.#begin, this.#at) : at;
    }
    this.#paint();
  }

  #onEnd() {
    if (this.#isNow) {
      this.#at = this.#end;
      this.#paint();
    } else if (this.#until === null) {
      // Something may have come after what was the last change.
      this.#ask("Show", this.#at);
    }
  }

  #paint() {
    this.#slider.value = String(this.#at);
    this.#bar.style.setProperty("--at", String((this.#at - this.#begin) / Math.max(1, this.#end - this.#begin)));
    this.#bar.toggleAttribute("data-now", this.#isNow);
    const words = this.#isNow ? this.#bar.dataset.textNow : this.#wordsOf(this.#at);
    if (words !== this.#words) {
      this.#words = words;
      this.#bar.querySelector("[data-past-when]").textContent = words;
      this.#slider.setAttribute("aria-valuetext", words);
    }
    clearTimeout(this.#settled);
    this.#settled = setTimeout(() => this.#settle(), settling);
  }

  /** When it has come to rest: the address leads here, and a screen reader says where that is. */
  #settle() {
    const address = new URL(location.href);
    if (this.#isNow) {
      address.searchParams.delete("at");
    } else {
      address.searchParams.set("at", new Date(Math.ceil(this.#at)).toISOString());
    }
    history.replaceState(history.state, "", address);
    if (document.activeElement !== this.#slider) {
      this.#bar.querySelector("[data-past-said]").textContent = this.#words;
    }
  }

  #showPlaying() {
    this.#bar.querySelector("[data-past=play]").setAttribute("aria-pressed", String(this.#stop !== null));
  }
}

const numberIn = (text) => (text === "" || text === undefined ? null : Number(text));
