// What is asked of the command line, and how its answers are read.

import assert from "node:assert/strict";
import { test } from "node:test";

import { pageOfRule, renderArgs, ruleRows, rulesAt, sentence } from "../src/asking.js";
import { run } from "../src/run.js";

test("a picture goes beside its file, named for what is drawn", () => {
  assert.deepEqual(renderArgs("/w/my hotel.bp", "svg", {}), { target: "/w/my hotel.svg", args: ["render", "/w/my hotel.bp", "-o", "/w/my hotel.svg"] });
  const all = { view: "blueprint", phase: "After the stay", service: "", scenario: "" };
  assert.deepEqual(renderArgs("/w/h.bp", "png", all).args.slice(2), ["-o", "/w/h-After-the-stay.png", "--phase=After the stay"]);
  const flow = { view: "flow", phase: "gone", service: "", scenario: "../x" };
  assert.deepEqual(renderArgs("/w/h.bp", "pdf", flow).args.slice(3), ["/w/h-flow--x.pdf", "--view=flow", "--scenario=../x"]);
});

test("what went wrong, in a sentence", () => {
  assert.equal(sentence("Usage: x\n\nError: There is no such file.\n"), "There is no such file.");
  assert.equal(sentence("error[syntax-error]: A line cannot be read.\n --> a\n"), "A line cannot be read.");
  assert.equal(sentence("one\nAnother one.\r\n"), "Another one.");
  assert.equal(sentence(""), "");
});

test("the rules at the cursor, each once, and first in the list", () => {
  const on = (line, code, source = "blueprint") => ({ code, source, range: { start: { line }, end: { line: line + 1 } } });
  const found = [on(1, { value: "a-rule" }), on(2, "b-rule"), on(2, { value: "a-rule" }), on(2, "other", "spelling"), on(9, "far")];
  assert.deepEqual(rulesAt(found, 2), ["a-rule", "b-rule"]);
  const rules = ["x", "b-rule", "y"].map((name) => ({ name, severity: "advice", code: "A1", summary: "S.", manual: "M." }));
  assert.deepEqual(ruleRows(rules, ["b-rule"]).map((row) => row.label), ["b-rule", "x", "y"]);
  assert.equal(pageOfRule(rules[0]), "# x\n\n*advice* A1\n\nM.\n");
});

test("programs have a time limit, and what cannot be run is no error", async () => {
  const script = (text, more) => run(process.execPath, ["-e", text], more);
  assert.deepEqual(await script("process.stdin.pipe(process.stdout)", { input: "旅館" }), { code: 0, stdout: "旅館", stderr: "" });
  assert.equal((await script("process.exit(3)")).code, 3);
  assert.equal((await script("setTimeout(() => {}, 60000)", { seconds: 0.3 })).code, -1);
  for (const program of ["/nowhere/at/all", `${process.execPath}/python`, "a\0b"]) {
    const { code, stderr } = await run(program, []);
    assert.equal(code, -1);
    assert.notEqual(stderr, "");
  }
});
