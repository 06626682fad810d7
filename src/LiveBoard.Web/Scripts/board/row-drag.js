// Things that lie below each other in lists, within their list and from one to another.
import { Drag } from "./drag.js";
import { lineBetween, slotAt } from "./drop-line.js";
import { indexAt, isBetween, neighbours } from "./target.js";

export class RowDrag extends Drag {
  // To be said by those who extend this, besides find, idOf, item and wish: listAt(at) the list aimed at; rowsOf(list).

  /** @param {import("./drag.js").Held} held */
  target({ at, id }) {
    const list = this.listAt(at);
    if (!list) {
      return null;
    }
    const rows = this.rowsOf(list).filter((row) => this.idOf(row) !== id);
    const index = indexAt(rows.map((row) => row.getBoundingClientRect()), at.y);
    const target = { list, rows, index, ...neighbours(rows.map(this.idOf), index) };
    const row = this.item(id);
    return row && this.hasArrived(row, target) ? null : target;
  }

  line({ list, rows, index }) {
    return lineBetween(list, rows, index);
  }

  slot({ list, rows, index }, { id, height }) {
    return slotAt(list, rows, index, { height, tile: this.item(id) });
  }

  hasArrived(row, { list, after, before }) {
    const rows = this.rowsOf(list);
    return rows.includes(row) && isBetween(rows.map(this.idOf), this.idOf(row), after, before);
  }
}
