// Says something to a screen reader. The words stand in the document, in the viewer's language.

/** @param {string} what one of the announcer's data-say attributes @param {Record<string, unknown>} values for its places */
export function announce(what, values) {
  const announcer = document.getElementById("announcer");
  if (announcer) {
    announcer.textContent = fill(announcer.getAttribute(`data-say-${what}`), values);
  }
}

/** @param {string} text with {name} places @param {Record<string, unknown>} values */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
