import assert from "node:assert/strict";
import { test } from "node:test";
import { ChangeSet, EditorState, Text } from "@codemirror/state";
import { keptIn } from "../text/kept.js";
import { Sync, syncExtension } from "../text/sync.js";

const histories = 10_000;
globalThis.document = { documentElement: { dataset: { link: "live" } } };

/** Random numbers that come again: mulberry32 (Tommy Ettinger, public domain). */
function randomFrom(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** The server in small: takes what was made for the text as it is, and tells what came before everything else. */
class Authority {
  updates = [];
  text = Text.empty;

  push(version, id, changes) {
    const isTaken = version === this.updates.length;
    if (isTaken) {
      for (const change of changes) {
        this.text = ChangeSet.fromJSON(JSON.parse(change)).apply(this.text);
        this.updates.push({ id, changes: change });
      }
    }
    return { outcome: isTaken ? "Done" : "Behind", from: version, updates: this.updates.slice(version) };
  }
}

/** An editor without a screen. Its answers may be lost, and its page may be loaded anew. */
class Writer {
  constructor(name, authority, random) {
    Object.assign(this, { name, authority, random, storage: new Map(), words: 0, loses: false });
    this.kept = keptIn({
      getItem: (key) => this.storage.get(key) ?? null,
      setItem: (key, value) => this.storage.set(key, value),
      removeItem: (key) => this.storage.delete(key),
    });
    this.open({ version: authority.updates.length, text: authority.text.toString(), clientId: `${name}1`, changes: [] });
  }

  open({ version, text, clientId, changes }) {
    const view = {
      state: EditorState.create({ doc: Text.of(text.split("\n")), extensions: [syncExtension(version, clientId)] }),
      dispatch(spec) {
        this.state = this.state.update(spec).state;
      },
    };
    const dotnet = {
      invokeMethodAsync: async (name, ...how) => {
        const answer = name === "Push" ? this.authority.push(...how) : this.authority.push(how[0], "", []);
        if (this.loses) {
          throw new Error("The connection ended before the answer.");
        }
        return JSON.stringify(answer);
      },
    };
    this.sync?.dispose();
    this.view = view;
    this.sync = new Sync(view, view.state.doc, dotnet, () => {});
    changes.forEach((change) => view.dispatch({ changes: ChangeSet.fromJSON(change) }));
  }

  type() {
    const length = this.view.state.doc.length;
    const from = this.random(length + 1);
    const to = Math.min(length, from + this.random(4));
    this.view.dispatch({ changes: { from, to, insert: `<${this.name}${this.words++}>` } });
  }

  async push(loses) {
    this.loses = loses;
    await this.sync.push();
    this.loses = false;
  }

  /** As the editor keeps it, and takes it up again. */
  reload() {
    const { pending, version, clientId, synced } = this.sync;
    const changes = pending.map((update) => update.changes.toJSON());
    this.kept.put("card", this.name, { version, clientId, text: synced.toString(), changes });
    this.open(this.kept.find("card", this.name));
  }
}

test("whoever types what when, and whatever gets lost on the way, all end with the server's text", async () => {
  for (let seed = 1; seed <= histories; seed++) {
    const random = randomFrom(seed);
    const authority = new Authority();
    const writers = Array.from({ length: 2 + random(4) }, (_, i) => new Writer("abcde"[i], authority, random));
    for (let step = 0; step < 30; step++) {
      const writer = writers[random(writers.length)];
      const what = random(8);
      if (what < 3) {
        writer.type();
      } else if (what < 6) {
        await writer.push(what === 5);
      } else if (what === 6) {
        await writer.sync.pull();
      } else {
        writer.reload();
      }
    }
    while (writers.some((writer) => writer.sync.pending.length > 0)) {
      for (const writer of writers) {
        await writer.push(false);
      }
    }
    for (const writer of writers) {
      await writer.sync.pull();
      writer.sync.dispose();
      assert.equal(writer.view.state.doc.toString(), authority.text.toString(), `history ${seed}`);
      assert.equal(writer.sync.synced.toString(), authority.text.toString(), `history ${seed}`);
    }
    const all = authority.updates.map(({ changes }) => changes).join();
    for (const writer of writers) {
      for (let word = 0; word < writer.words; word++) {
        assert.ok(all.includes(`<${writer.name}${word}>`), `history ${seed}: ${writer.name}${word} was lost`);
      }
    }
  }
});

test("what was typed is given back to whoever typed it, and to nobody else", () => {
  const storage = new Map();
  const kept = keptIn({
    getItem: (key) => storage.get(key) ?? null,
    setItem: (key, value) => storage.set(key, value),
    removeItem: (key) => storage.delete(key),
  });
  kept.put("card", "ada", { version: 1, text: "a", clientId: "x", changes: [] });

  assert.equal(kept.find("card", "bo"), null);
  assert.equal(kept.find("other card", "ada"), null);
  assert.equal(kept.find("card", "ada").text, "a");
  kept.remove("card");
  assert.equal(kept.find("card", "ada"), null);
});
