import assert from "node:assert/strict";
import { test } from "node:test";
import { begun, inserted } from "../board/begun.js";

const cases = [
  ["@", "@", ""],
  ["Ask @An", "@", "An"],
  ["Ask @Anna B", "@", "Anna B"],
  ["(@An", "@", "An"],
  ["see #4", "#", "4"],
  ["#tide", "#", "tide"],
  ["@Inês", "@", "Inês"],
];
const none = ["", "a@b", "x#4", "# Heading", "@Anna  ", "@ anna", "#4 and", `@${"x".repeat(41)}`, "@Anna #4 "];

for (const [before, sign, words] of cases) {
  test(`${JSON.stringify(before)} begins something`, () => assert.deepEqual(begun(before), { sign, words }));
}
for (const before of none) {
  test(`${JSON.stringify(before)} begins nothing`, () => assert.equal(begun(before), null));
}
test("of a card only its number is inserted", () => {
  assert.equal(inserted("#", "42 Buy lime"), "#42 ");
  assert.equal(inserted("@", "Anna Berg"), "@Anna Berg ");
});
