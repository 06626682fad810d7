// Hands in what is typed, one batch at a time, and puts what others typed under it (CodeMirror's collab package: the
// server has the last word on the order).
import { ChangeSet } from "@codemirror/state";
import { collab, getClientID, getSyncedVersion, receiveUpdates, sendableUpdates } from "@codemirror/collab";

/** Several keys in so short a time go together. */
const pause = 40;
const retry = 1000;
/** An answer that was on its way when the connection ended never comes; asking again does no harm. */
const patience = 4000;
/** More than this at once is not taken; the rest follows. */
const most = 100;

export const syncExtension = (version, clientId) => collab({ startVersion: version, clientID: clientId });

export class Sync {
  #view;
  #dotnet;
  #onState;
  #timer = null;
  #isBusy = false;
  #isRefused = false;
  #isOver = false;

  /**
   * @param {import("@codemirror/view").EditorView} view
   * @param {import("@codemirror/state").Text} synced the text as the server has it
   * @param {{ invokeMethodAsync: (name: string, ...args: unknown[]) => Promise<any> }} dotnet
   * @param {(state: "saved" | "saving" | "away" | "refused") => void} onState
   */
  constructor(view, synced, dotnet, onState) {
    this.#view = view;
    this.synced = synced;
    this.#dotnet = dotnet;
    this.#onState = onState;
  }

  get version() {
    return getSyncedVersion(this.#view.state);
  }

  get clientId() {
    return getClientID(this.#view.state);
  }

  get pending() {
    return sendableUpdates(this.#view.state);
  }

  get isRefused() {
    return this.#isRefused;
  }

  /** Something was typed. */
  changed() {
    if (!this.#isRefused) {
      this.#onState("saving");
      this.#soon(pause);
    }
  }

  /** What others typed, and what came of our own. Parts that are known already are left out. */
  take({ from, updates }) {
    const fresh = updates.slice(Math.max(0, this.version - from));
    if (fresh.length > 0 && this.version >= from) {
      const taken = fresh.map(({ id, changes }) => ({ clientID: id, changes: ChangeSet.fromJSON(JSON.parse(changes)) }));
      this.synced = taken.reduce((text, { changes }) => changes.apply(text), this.synced);
      this.#view.dispatch(receiveUpdates(this.#view.state, taken));
    }
    return this.version >= from;
  }

  /** Asks for all that came since: after a pause in which news may have been lost. */
  async pull() {
    this.take(await this.#ask("Pull", this.version));
  }

  async push() {
    if (this.#isBusy || this.#isRefused || this.#isOver || this.pending.length === 0) {
      return;
    }
    if (document.documentElement.dataset.link !== "live") {
      this.#wait();
      return;
    }
    this.#isBusy = true;
    try {
      const changes = this.pending.slice(0, most).map((update) => JSON.stringify(update.changes));
      const answer = await this.#ask("Push", this.version, this.clientId, changes);
      this.#isRefused = answer.outcome === "NotAllowed" || answer.outcome === "Invalid";
      this.take(answer);
      this.#report();
      this.#soon(this.pending.length > 0 ? 0 : null);
    } catch {
      this.#wait();
    } finally {
      this.#isBusy = false;
    }
  }

  dispose() {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  async #ask(...what) {
    let timer = null;
    const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error("No answer.")), patience)));
    try {
      return JSON.parse(await Promise.race([this.#dotnet.invokeMethodAsync(...what), late]));
    } finally {
      clearTimeout(timer);
    }
  }

  /** The connection is lost; what was typed is kept, and handed in when it is back. */
  #wait() {
    this.#onState("away");
    this.#soon(retry);
  }

  #report() {
    this.#onState(this.#isRefused ? "refused" : this.pending.length > 0 ? "saving" : "saved");
  }

  #soon(delay) {
    if (delay === null || this.#isOver) {
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.push(), delay);
  }
}
