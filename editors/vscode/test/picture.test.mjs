// The picture: which shape the cursor is in, what is asked for, how often, and what the page may load.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { Newest } from "../src/newest.js";
import { pageOf } from "../src/page.js";
import { chosenOf, innermost, moved, possible, request, withoutSheet } from "../src/shapes.js";

const at = (line, character) => ({ line, character });
const shape = (key, start, end, uri = "file:///a.bp") => ({ key, uri, range: { start, end } });
const SHAPES = [shape("phase", at(0, 0), at(9, 1)), shape("step", at(2, 2), at(5, 3)), shape("cell", at(3, 4), at(3, 20)), shape("far", at(3, 0), at(3, 30), "file:///b.bp")];

test("the innermost shape at the cursor", () => {
  const found = (line, character, uri = "file:///a.bp") => innermost(SHAPES, uri, at(line, character));
  assert.equal(found(3, 4), "cell");
  assert.equal(found(3, 20), "cell");
  assert.equal(found(3, 21), "step");
  assert.equal(found(7, 0), "phase");
  assert.equal(found(12, 0), "");
  assert.equal(found(3, 10, "file:///b.bp"), "far");
});

test("a file that was moved, or a folder above it", () => {
  assert.equal(moved("file:///w/a.bp", "file:///w/a.bp", "file:///w/b.bp"), "file:///w/b.bp");
  assert.equal(moved("file:///w/old/a%20b.bp", "file:///w/old", "file:///w/new"), "file:///w/new/a%20b.bp");
  assert.equal(moved("file:///w/older/a.bp", "file:///w/old", "file:///w/new"), null);
});

test("a picture and its style sheet", () => {
  assert.deepEqual(withoutSheet("<svg><style>.a{fill:red}</style><g/></svg>"), { svg: "<svg><g/></svg>", sheet: ".a{fill:red}" });
  assert.deepEqual(withoutSheet("<svg/>"), { svg: "<svg/>", sheet: "" });
});

test("what a page or a saved state says is made sound", () => {
  assert.deepEqual(chosenOf(undefined), { view: "blueprint", phase: "", service: "", scenario: "" });
  assert.deepEqual(chosenOf({ view: "nonsense", phase: 3, scenario: "x".repeat(900) }).scenario.length, 500);
  assert.equal(chosenOf({ view: "flow", phase: {} }).view, "flow");
});

test("what is no longer there cannot be chosen; while nothing is known the choice stays", () => {
  const chosen = { view: "blueprint", phase: "p1", service: "gone", scenario: "" };
  const choices = { phase: [["p1", "One"]], service: [["s", "S"]], scenario: [] };
  assert.deepEqual(possible(chosen, choices), { ...chosen, service: "" });
  assert.equal(possible(chosen, { phase: [], service: [], scenario: [] }), chosen);
});

test("phases and services are asked for of a blueprint only", () => {
  const chosen = { view: "flow", phase: "p", service: "", scenario: "s" };
  assert.deepEqual(request("u", chosen, "dark"), { textDocument: { uri: "u" }, view: "flow", theme: "dark", scenario: "s" });
  assert.equal(request("u", { ...chosen, view: "blueprint" }, "light").phase, "p");
});

test("a burst is one request, and what changed meanwhile one more", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const begun = [];
  const newest = new Newest(() => new Promise((done) => begun.push(done)), 60, assert.fail);
  for (let key = 0; key < 30; key += 1) { newest.ask(); mock.timers.tick(10); }
  assert.equal(begun.length, 0);
  mock.timers.tick(60);
  assert.equal(begun.length, 1);
  for (let key = 0; key < 30; key += 1) { newest.ask(); mock.timers.tick(100); }
  assert.equal(begun.length, 1);
  begun[0]();
  await new Promise(setImmediate);
  mock.timers.tick(60);
  assert.equal(begun.length, 2);
  newest.stop();
  newest.ask();
  begun[1]();
  await new Promise(setImmediate);
  mock.timers.tick(1000);
  assert.equal(begun.length, 2);
  mock.timers.reset();
});

test("what fails is told of, and the next is tried", async () => {
  const told = [];
  const newest = new Newest(async () => { throw new Error("no"); }, 0, (error) => told.push(error.message));
  newest.ask();
  await new Promise((done) => setTimeout(done, 20));
  newest.ask();
  await new Promise((done) => setTimeout(done, 20));
  assert.deepEqual(told, ["no", "no"]);
});

test("the page may load nothing but what is in the extension", () => {
  const page = pageOf({ nonce: "n0nce", source: "https://own", script: "https://own/p.js", style: "https://own/p.css", fonts: "https://own/f.css" });
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)[1];
  assert.equal(policy, "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-n0nce'; style-src https://own; font-src https://own");
  assert.equal([...page.matchAll(/<script/g)].length, 1);
  assert.doesNotMatch(page, / style=| on\w+=/);
});
