import assert from "node:assert/strict";
import { test } from "node:test";
import { quote } from "../grid/cells.js";
import { wanted } from "../grid/lines.js";

test("what is on the page is enough as long as it covers what is seen", () => {
  assert.equal(wanted(10, 20, { first: 0, end: 48 }, 1000), null);
  assert.deepEqual(wanted(30, 20, { first: 0, end: 48 }, 1000), [16, 48]);
});

test("at the end nothing is asked for beyond it", () => {
  assert.equal(wanted(980, 20, { first: 966, end: 1000 }, 1000), null);
});

test("a table that shrank asks for lines that there are", () => {
  assert.deepEqual(wanted(0, 20, { first: 5, end: 6 }, 6), [0, 48]);
});

test("a cell with tabs, breaks or a leading quotation mark is quoted, others are not", () => {
  assert.equal(quote('a "b"'), 'a "b"');
  assert.equal(quote('"a'), '"""a"');
  assert.equal(quote("a\tb"), '"a\tb"');
  assert.equal(quote("a\nb"), '"a\nb"');
});
