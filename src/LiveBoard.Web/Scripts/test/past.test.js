import assert from "node:assert/strict";
import { test } from "node:test";
import { actionOf } from "../past/keys.js";
import { ahead } from "../past/play.js";
import { momentWords } from "../past/words.js";

const hour = 3_600_000;
const week = 7 * 24 * hour;

test("a week passes in twenty seconds, whatever the browser paints in between", () => {
  const end = week * 3;
  let at = 0;
  for (let frame = 0; frame < 20 * 60; frame++) {
    at = ahead({ at, until: null, end }, 1 / 60, week, false);
  }
  assert.ok(Math.abs(at - week) < 1000, `${at}`);
});

test("quiet hours are skipped only when asked for, and never what happens after them", () => {
  const place = { at: 0, until: 30 * hour, end: week };
  assert.equal(ahead(place, 0.1, week, false), (0.1 * week) / 20);
  const leapt = ahead(place, 0.1, week, true);
  assert.ok(leapt > 20 * hour && leapt < 30 * hour, `${leapt / hour}`);
  const busy = { at: 0, until: 1.5 * hour, end: week };
  assert.equal(ahead(busy, 0.01, week, true), (0.01 * week) / 20);
});

test("nobody plays beyond now", () => {
  assert.equal(ahead({ at: week - 1, until: null, end: week }, 5, week, false), week);
  assert.ok(ahead({ at: 0, until: null, end: week }, 0.1, week, true) <= week);
});

const on = (selectors) => ({
  matches: (wanted) => selectors.includes(wanted),
  closest: (wanted) => (selectors.some((s) => wanted.split(", ").includes(s)) ? {} : null),
});

test("arrows step wherever nothing else takes them", () => {
  assert.equal(actionOf({ key: "ArrowLeft", target: on([]) }), "prev");
  assert.equal(actionOf({ key: "ArrowUp", target: on(["[data-past=slider]"]) }), "next");
  assert.equal(actionOf({ key: "PageDown", target: on(["[data-past=slider]"]) }), "nextday");
  assert.equal(actionOf({ key: "ArrowUp", target: on([]) }), null);
  assert.equal(actionOf({ key: "ArrowLeft", target: on(["select"]) }), null);
  assert.equal(actionOf({ key: "ArrowLeft", target: on([]), defaultPrevented: true }), null);
  assert.equal(actionOf({ key: "ArrowLeft", target: on([]), altKey: true }), null);
});

test("space plays, but presses what it is on; escape leaves from everywhere", () => {
  assert.equal(actionOf({ key: " ", target: on([]) }), "play");
  assert.equal(actionOf({ key: " ", target: on(["button"]) }), null);
  assert.equal(actionOf({ key: "Escape", target: on(["select"]) }), "leave");
});

test("a moment is said on the team's clock", () => {
  const at = Date.UTC(2026, 10, 27, 23, 2);
  assert.equal(momentWords("en", "Europe/Berlin")(at), "Saturday 28 November 2026, 00:02");
  assert.equal(momentWords("en", "UTC")(at), "Friday 27 November 2026, 23:02");
});
