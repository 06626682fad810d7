import assert from "node:assert/strict";
import test from "node:test";
import { leftWords } from "../dashboard/clocks.js";
import { isSame, measure, moved, sized } from "../dashboard/grid.js";
import { stepOf } from "../dashboard/keys.js";

const cell = measure({ width: 1190 }, 48, 10);

test("a column is a twelfth of what the gaps leave, with its gap", () => {
  assert.deepEqual(cell, { column: 100, row: 58 });
});

test("a dragged widget goes to the nearest cell and stays in the grid", () => {
  const place = { x: 2, y: 1, w: 4, h: 3 };
  assert.deepEqual(moved(place, 151, -29, cell), { x: 4, y: 1, w: 4, h: 3 });
  assert.deepEqual(moved(place, 5000, -5000, cell), { x: 8, y: 0, w: 4, h: 3 });
  assert.deepEqual(moved(place, -5000, 60, cell), { x: 0, y: 2, w: 4, h: 3 });
});

test("a sized widget keeps its corner, and at least one cell", () => {
  const place = { x: 8, y: 1, w: 4, h: 3 };
  assert.deepEqual(sized(place, -5000, -5000, cell), { x: 8, y: 1, w: 1, h: 1 });
  assert.deepEqual(sized(place, 300, 5000, cell), { x: 8, y: 1, w: 4, h: 12 });
  assert.ok(isSame(place, sized(place, 10, 10, cell)));
});

test("alt and an arrow moves, with shift it sizes, with ctrl it is the browser's", () => {
  assert.deepEqual(stepOf({ altKey: true, key: "ArrowLeft", shiftKey: false }), [-1, 0, false]);
  assert.deepEqual(stepOf({ altKey: true, key: "ArrowDown", shiftKey: true }), [0, 1, true]);
  assert.equal(stepOf({ altKey: true, ctrlKey: true, key: "ArrowLeft" }), null);
  assert.equal(stepOf({ altKey: false, key: "ArrowLeft" }), null);
});

test("a countdown says its two greatest parts", () => {
  const words = ["days", "h", "min", "s", "now"];
  assert.equal(leftWords(6 * 86_400_000 + 20 * 3_600_000 + 59_000, words), "6 days 20 h");
  assert.equal(leftWords(3 * 3_600_000 + 12 * 60_000, words), "3 h 12 min");
  assert.equal(leftWords(70_000, words), "1 min 10 s");
  assert.equal(leftWords(9_999, words), "9 s");
  assert.equal(leftWords(0, words), "now");
});
