// What a cell says.

/** The text of a cell, as it would be typed; null when only the server has the whole of it. */
export function textOf(cell) {
  if ("cut" in cell.dataset) {
    return null;
  }
  return cell.dataset.t ?? cell.textContent;
}

/** A cell for the clipboard, as Excel and LibreOffice read it. */
export const quote = (text) => (/[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text);
