// Clocks and countdowns run in the browser: a second that passes is no news for the server.

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * "6 days 20 h", "3 h 12 min", "4 min 10 s": the two greatest parts.
 * @param {number} left ms  @param {string[]} words of days, hours, minutes, seconds, and of "now"
 */
export function leftWords(left, [days, hours, minutes, seconds, now]) {
  if (left <= 0) {
    return now;
  }
  const parts = [
    [Math.floor(left / day), days],
    [Math.floor((left % day) / hour), hours],
    [Math.floor((left % hour) / minute), minutes],
    [Math.floor((left % minute) / second), seconds],
  ];
  const first = Math.max(0, parts.findIndex(([count]) => count > 0));
  return parts
    .slice(first, first + 2)
    .map(([count, word]) => `${count} ${word}`)
    .join(" ");
}

export class Clocks {
  constructor(root) {
    this.root = root;
    this.timer = setInterval(() => this.tick(), second);
    this.tick();
  }

  dispose() {
    clearInterval(this.timer);
  }

  tick() {
    const now = new Date();
    const locale = document.documentElement.lang || undefined;
    for (const clock of this.root.ownerDocument.querySelectorAll("[data-clock]")) {
      clock.textContent =
        clock.dataset.clock === "date"
          ? now.toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long" })
          : now.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    }
    for (const countdown of this.root.querySelectorAll("[data-until]")) {
      countdown.textContent = leftWords(new Date(countdown.dataset.until) - now, countdown.dataset.words.split("|"));
    }
  }
}
