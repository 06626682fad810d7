import assert from "node:assert/strict";
import { test } from "node:test";
import { problemOf } from "../files/answers.js";

const words = { failed: "failed", offline: "offline", signedOut: "signed out", tooMany: "too many" };

const answer = (status, text = "", type = null, path = "/b/1/cards/2/files") => ({
  status,
  responseText: text,
  responseURL: `http://localhost${path}`,
  getResponseHeader: () => type,
});

test("a file that was taken is no problem", () => assert.equal(problemOf(answer(200), words, true), null));

test("a line that is down is told from a server that does not answer, and both may be tried again", () => {
  assert.deepEqual(problemOf(answer(0), words, false), { text: "offline", mayRetry: true });
  assert.deepEqual(problemOf(answer(0), words, true), { text: "failed", mayRetry: true });
});

test("the page to sign in at is no success", () =>
  assert.equal(problemOf(answer(200, "<html>", "text/html", "/signin"), words, true).text, "signed out"));

test("the server's own words are shown, and its pages are not", () => {
  assert.deepEqual(problemOf(answer(413, "Too large", "text/plain; charset=utf-8"), words, true), { text: "Too large", mayRetry: false });
  assert.deepEqual(problemOf(answer(507, "Full", "text/plain"), words, true), { text: "Full", mayRetry: false });
  assert.deepEqual(problemOf(answer(500, "<h1>", "text/html"), words, true), { text: "failed", mayRetry: true });
  assert.deepEqual(problemOf(answer(429), words, true), { text: "too many", mayRetry: true });
});
