import assert from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../board/announce.js";
import { EdgeAxis, edgeSpeed } from "../board/edge-scroll.js";
import { indexAt, isBetween, laneIndexAt, nearestAt, neighbours, placeOf } from "../board/target.js";
import { step } from "../board/walk.js";

const rows = [0, 100, 200].map((top) => ({ id: `${top}`, top, bottom: top + 90 }));

test("the upper half of a tile means before it, the lower half after it", () => {
  assert.equal(indexAt(rows, 44), 0);
  assert.equal(indexAt(rows, 46), 1);
  assert.equal(indexAt(rows, 246), 3);
  assert.equal(indexAt([], 10), 0);
});

test("a column goes before the one whose left half the pointer is over", () => {
  assert.equal(laneIndexAt([{ left: 0, right: 100 }, { left: 100, right: 200 }], 60), 1);
  assert.equal(laneIndexAt([], 60), 0);
});

test("the nearest list is meant, also one that is as good as empty", () => {
  const lists = [{ top: 0, bottom: 90 }, { top: 150, bottom: 150 }];
  assert.equal(nearestAt(lists, -20), 0);
  assert.equal(nearestAt(lists, 110), 0);
  assert.equal(nearestAt(lists, 130), 1);
  assert.equal(nearestAt(lists, 400), 1);
  assert.equal(nearestAt([], 10), -1);
});

test("places are named by their neighbours", () => {
  assert.deepEqual(neighbours(["a", "b"], 0), { after: null, before: "a" });
  assert.deepEqual(neighbours(["a", "b"], 2), { after: "b", before: null });
  assert.deepEqual(neighbours([], 0), { after: null, before: null });
});

test("a place keeps its neighbour while others change the column", () => {
  assert.equal(placeOf(["new", "a", "b"], { after: "a", before: "b" }), 2);
  assert.equal(placeOf(["new", "b"], { after: "a", before: "b" }), 1);
  assert.equal(placeOf(["new"], { after: "a", before: "b" }), 1);
  assert.equal(placeOf(["a", "b"], { after: null, before: "a" }), 0);
});

test("walking skips empty columns, aiming does not", () => {
  assert.deepEqual(step([2, 0, 3], { lane: 0, index: 1 }, "right", false), { lane: 2, index: 1 });
  assert.deepEqual(step([2, 0, 3], { lane: 0, index: 1 }, "right", true), { lane: 1, index: 0 });
  assert.deepEqual(step([2, 0, 3], { lane: 2, index: 2 }, "down", false), { lane: 2, index: 2 });
  assert.deepEqual(step([2, 0, 3], { lane: 2, index: 2 }, "down", true), { lane: 2, index: 3 });
  assert.deepEqual(step([2, 0, 3], { lane: 0, index: 0 }, "left", true), { lane: 0, index: 0 });
});

test("announcements are filled in", () => {
  assert.equal(fill("{title}, {position} of {count}", { title: "A", position: 1, count: 3 }), "A, 1 of 3");
});

test("a card is at its place when one of its neighbours says so", () => {
  assert.ok(isBetween(["a", "x", "b"], "x", "a", "b"));
  assert.ok(isBetween(["a", "x", "new", "b"], "x", "a", "b"));
  assert.ok(isBetween(["x"], "x", null, null));
  assert.ok(!isBetween(["a", "b", "x"], "x", "a", "b"));
  assert.ok(!isBetween(["x", "a"], "x", "a", null));
  assert.ok(!isBetween(["a"], "x", "a", null));
});

test("scrolling is faster nearer to the edge, and still in the middle", () => {
  assert.equal(edgeSpeed(500, 0, 1000), 0);
  assert.ok(edgeSpeed(10, 0, 1000) < edgeSpeed(30, 0, 1000));
  assert.ok(edgeSpeed(30, 0, 1000) < 0);
  assert.ok(edgeSpeed(990, 0, 1000) > 0);
  assert.equal(edgeSpeed(5000, 0, 1000), edgeSpeed(1000, 0, 1000));
});

test("a drag that starts at an edge scrolls only once it goes on towards it or has left it", () => {
  const pressed = new EdgeAxis(20);
  assert.equal(pressed.speed(20, 0, 1000), 0);
  assert.ok(pressed.speed(5, 0, 1000) < 0);
  const wandering = new EdgeAxis(20);
  assert.equal(wandering.speed(500, 0, 1000), 0);
  assert.ok(wandering.speed(30, 0, 1000) < 0);
});
