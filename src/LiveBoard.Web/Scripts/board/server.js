// The page's other half. A wish that cannot reach it is refused at once or after a while, never left hanging.

const longest = 10_000;

export class Server {
  #dotnet;
  #held = null;
  #told = null;
  #retell = () => this.#tell();

  /** @param {{ invokeMethodAsync: (name: string, ...args: unknown[]) => Promise<any> }} dotnet */
  constructor(dotnet) {
    this.#dotnet = dotnet;
    document.addEventListener("liveboard:live", this.#retell);
  }

  dispose() {
    document.removeEventListener("liveboard:live", this.#retell);
  }

  /** @returns {Promise<any>} the answer; false when there is none */
  async call(name, ...args) {
    if (!isLive()) {
      return false;
    }
    let limit;
    const silence = new Promise((resolve) => {
      limit = setTimeout(() => resolve(false), longest);
    });
    try {
      return await Promise.race([this.#dotnet.invokeMethodAsync(name, ...args), silence]);
    } catch (error) {
      // A page that is closing has nobody left to listen; a wish then has no effect and no error to show.
      console.debug(name, error);
      return false;
    } finally {
      clearTimeout(limit);
    }
  }

  /** Tells the others which card is in hand; null when none. Made up for if the link was lost meanwhile. */
  hold(cardId) {
    this.#held = cardId;
    this.#tell();
  }

  #tell() {
    if (this.#held !== this.#told && isLive()) {
      this.#told = this.#held;
      this.call("Hold", this.#told);
    }
  }
}

const isLive = () => (document.documentElement.dataset.link ?? "live") === "live";
