// Asks for more of a long column when its end comes near.

/** A screen's height ahead in each column, and half a column's width ahead sideways. */
const ahead = { rootMargin: "0px 160px", scrollMargin: "400px 0px" };

export class GrowingColumns {
  #root;
  #server;
  #observer;
  #mutations;
  /** The placeholder's state for which more was asked already. */
  #asked = new WeakMap();
  #again = () => {
    // What was asked while the link was lost never arrived.
    this.#asked = new WeakMap();
    this.#watch();
  };

  /** @param {HTMLElement} root @param {import("./server.js").Server} server */
  constructor(root, server) {
    this.#root = root;
    this.#server = server;
    this.#observer = new IntersectionObserver((entries) => this.#look(entries), { root, ...ahead });
    this.#mutations = new MutationObserver((changes) => changes.some(concernsPlaceholder) && this.#watch());
    this.#mutations.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-shown"] });
    document.addEventListener("liveboard:live", this.#again);
    this.#watch();
  }

  dispose() {
    this.#observer.disconnect();
    this.#mutations.disconnect();
    document.removeEventListener("liveboard:live", this.#again);
  }

  /** Watching anew makes the observer look again, also at a placeholder that is still in sight after growing. */
  #watch() {
    this.#observer.disconnect();
    this.#root.querySelectorAll(".more[data-more]").forEach((more) => this.#observer.observe(more));
  }

  #look(entries) {
    for (const { isIntersecting, target } of entries) {
      const { more, shown } = target.dataset;
      if (isIntersecting && this.#asked.get(target) !== shown) {
        this.#asked.set(target, shown);
        this.#server.call("ShowMore", more);
      }
    }
  }
}

function concernsPlaceholder(change) {
  return change.type === "attributes" || [...change.addedNodes].some((node) =>
    node.matches?.(".more, .lane") || node.querySelector?.(".more"));
}
