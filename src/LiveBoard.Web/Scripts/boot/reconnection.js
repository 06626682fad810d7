// Brings the page back after any loss: the same circuit if the server still has it, else the state it kept, else the
// page anew, but only once the server answers. Tries for ever.
import { backoff } from "./backoff.js";

/** The tries after which waits become long: for a page that was loaded anew in vain. */
const patient = 38;

/** Once may be a network that comes back between two questions. */
const enough = 2;

export class Reconnection {
  #io;
  #isDown = false;
  #isGone = false;
  #refusals = 0;

  /**
   * @param {{ link: { live(): void, lost(): void }, reconnect: () => Promise<boolean>, resume: () => Promise<boolean>,
   *   isServerUp: () => Promise<boolean>, reload: () => void, wait: (ms: number) => Promise<void>,
   *   reloads: { count(): number, note(): void } }} io
   */
  constructor(io) {
    this.#io = io;
  }

  get isDown() {
    return this.#isDown;
  }

  /** The circuit lives. */
  up() {
    this.#isDown = false;
    this.#isGone = false;
    this.#refusals = 0;
    this.#io.link.live();
  }

  /** The connection is lost; the server may still have the circuit. */
  async down() {
    if (this.#isDown) {
      return;
    }
    this.#isDown = true;
    this.#io.link.lost();
    for (let attempt = 0; this.#isDown; attempt++) {
      await this.#tryOnce();
      if (this.#isDown) {
        await this.#io.wait(backoff(attempt));
      }
    }
  }

  /** The circuit is over, or never began: nothing but the page anew helps. */
  gone() {
    this.#isGone = true;
    return this.down();
  }

  async #tryOnce() {
    try {
      if (!this.#isGone && (await this.#comesBack())) {
        this.up();
        return;
      }
      // A server that refused once is not asked again: Blazor takes an open connection for a living circuit.
      this.#isGone = true;
      await this.#loadAnew();
    } catch {
      // No answer: the network or the server is away. Or there is one, and it lets nobody in whose sign-in has ended.
      if (!this.#isGone) {
        this.#refusals = (await this.#isServerUp()) ? this.#refusals + 1 : 0;
        this.#isGone = this.#refusals >= enough;
      }
    }
  }

  async #isServerUp() {
    try {
      return await this.#io.isServerUp();
    } catch {
      return false;
    }
  }

  async #comesBack() {
    if (await this.#io.reconnect()) {
      return true;
    }
    // The server answered and no longer has the circuit: it was restarted or let go of it.
    try {
      return await this.#io.resume();
    } catch {
      // Nothing was kept of the circuit.
      return false;
    }
  }

  async #loadAnew() {
    if (!(await this.#io.isServerUp())) {
      return;
    }
    // A page that dies right after each load would else load itself in a circle.
    const recent = this.#io.reloads.count();
    if (recent > 0) {
      await this.#io.wait(backoff(patient + recent));
    }
    if (this.#isDown) {
      this.#io.reloads.note();
      this.#io.reload();
      await new Promise(() => {});
    }
  }
}
