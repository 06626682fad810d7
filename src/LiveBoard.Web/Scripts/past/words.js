// A moment in words, as the rest of the product writes dates: "Friday 27 November 2026, 14:02".

/**
 * @param {string | undefined} language @param {string} zone name of the time zone
 * @returns {(at: number) => string}
 */
export function momentWords(language, zone) {
  const of = (style) => new Intl.DateTimeFormat(language, { timeZone: zone, ...style });
  const parts = [
    of({ weekday: "long" }),
    of({ day: "numeric" }),
    of({ month: "long" }),
    of({ year: "numeric" }),
  ];
  const time = of({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (at) => `${parts.map((part) => part.format(at)).join(" ")}, ${time.format(at)}`;
}
