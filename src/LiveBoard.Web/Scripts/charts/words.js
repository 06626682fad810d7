// Texts on a chart. People's names are drawn as they are and never read as markup: no formatter here returns HTML, no
// label uses rich text, whose braces would be read.

const dots = "…";

/** One line, whatever was typed. */
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/** Keeps what turns the direction of writing inside its own name: numbers stand beside it. */
export const isolate = (text) => `\u2068${text}\u2069`;

/**
 * @param {string} text
 * @param {number} room px
 * @param {(text: string) => number} measure px
 * @returns {string} the text, or its beginning with dots
 */
export function fit(text, room, measure) {
  const line = oneLine(text);
  if (measure(line) <= room) {
    return isolate(line);
  }
  const letters = [...line];
  let [fits, tooLong] = [0, letters.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(letters.slice(0, middle).join("").trimEnd() + dots) <= room) {
      fits = middle;
    } else {
      tooLong = middle;
    }
  }
  return isolate(letters.slice(0, fits).join("").trimEnd() + dots);
}

/**
 * @param {string} language of the page
 * @param {number} decimals
 * @returns {(value: number) => string}
 */
export function numbersIn(language, decimals) {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: decimals });
  return (value) => format.format(value);
}

/** A percentile of whole days, or an average of whole cards, is rarely whole itself. */
export const markNumbersIn = (language, decimals) => numbersIn(language, Math.max(1, decimals));

/** For an axis, where what is written must stay short. */
export function shortNumbersIn(language, decimals) {
  const long = numbersIn(language, decimals);
  const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
  return (value) => (Math.abs(value) < 10_000 ? long(value) : short.format(value));
}
