import assert from "node:assert/strict";
import { test } from "node:test";
import { backoff } from "../boot/backoff.js";
import { nextOf } from "../boot/menus.js";
import { Reconnection } from "../boot/reconnection.js";
import { reloadLog } from "../boot/reloads.js";

const away = new Error("no answer");

/** A page whose every attempt is answered from the lists; it stops at the reload, as a page does. */
function rig({ reconnect = [], resume = [], isServerUp = [], recentReloads = 0 }) {
  const log = [];
  const next = (name, answers) => async () => {
    log.push(name);
    const answer = answers.shift();
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  };
  const reloaded = deferred();
  const reconnection = new Reconnection({
    link: { live: () => log.push("live"), lost: () => log.push("lost") },
    reconnect: next("reconnect", reconnect),
    resume: next("resume", resume),
    isServerUp: next("health", isServerUp),
    reload: () => {
      log.push("reload");
      reloaded.resolve();
    },
    wait: async () => log.push("wait"),
    reloads: { count: () => recentReloads, note: () => log.push("note") },
  });
  return { log, reconnection, reloaded: reloaded.promise };
}

function deferred() {
  const parts = {};
  parts.promise = new Promise((resolve) => (parts.resolve = resolve));
  return parts;
}

test("waits grow with jitter, stay short for a minute and never pass fifteen seconds", () => {
  assert.equal(backoff(0, () => 1), 300);
  assert.equal(backoff(2, () => 1), 1200);
  assert.equal(backoff(39, () => 1), 2000);
  assert.equal(backoff(41, () => 1), 4000);
  assert.equal(backoff(5000, () => 1), 15_000);
  assert.equal(backoff(5000, () => 0), 150);
});

test("a server that is away is tried for as long as it takes, and the same circuit comes back", async () => {
  const { log, reconnection } = rig({ reconnect: [...Array(100).fill(away), true] });
  await reconnection.down();
  assert.equal(log.filter((entry) => entry === "reconnect").length, 101);
  assert.equal(log.at(-1), "live");
  assert.ok(!log.includes("reload"));
});

test("a server that is up and refuses twice lets this page in no more: it is loaded anew", async () => {
  const { log, reconnection, reloaded } = rig({ reconnect: [away, away], isServerUp: [true, true, true] });
  reconnection.down();
  await reloaded;
  assert.deepEqual(log, ["lost", "reconnect", "health", "wait", "reconnect", "health", "wait", "health", "note", "reload"]);
});

test("a network that comes back between two questions costs the page nothing", async () => {
  const { log, reconnection } = rig({ reconnect: [away, away, true], isServerUp: [true, false] });
  await reconnection.down();
  assert.equal(log.at(-1), "live");
  assert.ok(!log.includes("reload"));
});

test("a circuit that the server let go of is resumed from its kept state", async () => {
  const { log, reconnection } = rig({ reconnect: [false], resume: [true] });
  await reconnection.down();
  assert.deepEqual(log, ["lost", "reconnect", "resume", "live"]);
});

test("the page is loaded anew only when the server answers, and a refused circuit is not asked for again", async () => {
  const { log, reconnection, reloaded } = rig({ reconnect: [false], resume: [away], isServerUp: [false, away, true] });
  reconnection.down();
  await reloaded;
  assert.deepEqual(log, ["lost", "reconnect", "resume", "health", "wait", "health", "wait", "health", "note", "reload"]);
});

test("a circuit that failed is not reconnected, the page is loaded anew", async () => {
  const { log, reconnection, reloaded } = rig({ isServerUp: [true] });
  reconnection.gone();
  await reloaded;
  assert.deepEqual(log, ["lost", "health", "note", "reload"]);
});

test("a page that was just loaded anew waits before it does so again", async () => {
  const { log, reconnection, reloaded } = rig({ isServerUp: [true], recentReloads: 2 });
  reconnection.gone();
  await reloaded;
  assert.deepEqual(log, ["lost", "health", "wait", "note", "reload"]);
});

test("a second loss during the first starts no second loop", async () => {
  const { log, reconnection } = rig({ reconnect: [away, true] });
  await Promise.all([reconnection.down(), reconnection.down()]);
  assert.deepEqual(log, ["lost", "reconnect", "health", "wait", "reconnect", "live"]);
});

test("only reloads of the last two minutes count", () => {
  const items = new Map();
  const storage = { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) };
  let now = 0;
  const log = reloadLog(storage, () => now);
  log.note();
  now = 60_000;
  log.note();
  assert.equal(log.count(), 2);
  now = 130_000;
  assert.equal(log.count(), 1);
});

test("the arrows walk round a menu, Home and End go to its ends, a letter to the next entry that begins with it", () => {
  const words = ["Open", "Rename", "Move to…", "Remove"];
  assert.equal(nextOf(words, 0, "ArrowDown"), 1);
  assert.equal(nextOf(words, 3, "ArrowDown"), 0);
  assert.equal(nextOf(words, 0, "ArrowUp"), 3);
  assert.equal(nextOf(words, 2, "Home"), 0);
  assert.equal(nextOf(words, 0, "End"), 3);
  assert.equal(nextOf(words, 0, "r"), 1);
  assert.equal(nextOf(words, 1, "R"), 3);
  assert.equal(nextOf(words, 3, "r"), 1);
  assert.equal(nextOf(words, 2, "x"), 2);
  assert.equal(nextOf(words, 2, "Enter"), -1);
  assert.equal(nextOf(words, 2, " "), -1);
});
