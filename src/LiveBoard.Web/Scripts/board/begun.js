// What has been begun with @ or # right before the cursor. Pure.

const longest = 40;

/**
 * @param {string} before the line up to the cursor
 * @returns {{ sign: "@" | "#", words: string } | null}
 */
export function begun(before) {
  const found = /(?:^|[^\p{L}\p{N}])([@#])([^@#\n]*)$/u.exec(before);
  if (!found || found[2].length > longest || /^\s|\s{2}/u.test(found[2])) {
    return null;
  }
  const [, sign, words] = found;
  // "#" alone with a blank behind it is a heading or a thought that has ended; a name has blanks.
  return sign === "#" && /\s/u.test(words) ? null : { sign, words };
}

/** Of a card only the number stands in the text: its title may become another one. */
export const inserted = (sign, words) => (sign === "#" ? `#${words.split(" ", 1)[0]} ` : `@${words} `);
