// Shows whether the page is live, reconnecting, or stale since when. The texts come from the document's data attributes.

const staleAfter = 10_000;

export class LinkState {
  #root;
  #timer;
  #since;

  /** @param {HTMLElement} root the document element */
  constructor(root) {
    this.#root = root;
  }

  live() {
    if (this.#since) {
      clearTimeout(this.#timer);
      this.#since = undefined;
      delete this.#root.dataset.staleSince;
      this.#show("live", this.#root.dataset.textLive);
      document.dispatchEvent(new Event("liveboard:live"));
    }
  }

  lost() {
    if (!this.#since) {
      this.#since = new Date();
      this.#show("reconnecting", this.#root.dataset.textReconnecting);
      this.#timer = setTimeout(() => this.#stale(), staleAfter);
    }
  }

  #stale() {
    const at = this.#since.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.#root.dataset.staleSince = at;
    this.#show("stale", this.#root.dataset.textStale?.replace("{0}", at));
  }

  #show(state, text) {
    this.#root.dataset.link = state;
    for (const { firstChild } of document.querySelectorAll("[data-live-text]")) {
      // The text node is Blazor's and has to stay.
      firstChild.data = text ?? "";
    }
  }
}
