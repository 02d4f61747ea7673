// Finding a Python: pure choices, so every machine can be told of.

import assert from "node:assert/strict";
import { test } from "node:test";

import { expand, findTool, onPath, parseProbe, pythonNames } from "../src/python.js";

const OLD = { version: [3, 10, 4], complete: true };
const PLAIN = { version: [3, 12, 1], complete: false };
const FULL = { version: [3, 11, 0], complete: true };

/** A machine on which there is nothing but what is told. */
function machine(told) {
  const { probes = {}, speaking = [], ...rest } = told;
  return {
    given: "", chosen: "", tools: [], pythons: [], bundle: "/x/libs",
    probe: async (python) => probes[python] ?? null,
    speaks: async (tool) => speaking.includes(tool),
    ...rest,
  };
}

test("the setting goes before everything", async () => {
  const tool = await findTool(machine({ given: "/a", chosen: "/b", tools: ["/t"], speaking: ["/t"], probes: { "/a": FULL, "/b": FULL } }));
  assert.equal(tool.command, "/a");
  assert.deepEqual(tool.args, ["-P", "-m", "blueprint"]);
  assert.deepEqual(tool.env, {});
});

test("the Python of the setting runs the bundle when the tool is not installed in it", async () => {
  const tool = await findTool(machine({ given: "/a", probes: { "/a": PLAIN } }));
  assert.equal(tool.command, "/a");
  assert.equal(tool.env.PYTHONPATH, "/x/libs");
});

test("a setting that cannot be followed is told of, and nothing else is run in its place", async () => {
  const others = { chosen: "/b", pythons: ["/p"], probes: { "/a": OLD, "/b": FULL, "/p": FULL } };
  assert.match((await findTool(machine({ given: "/a", ...others }))).problem, /Python 3\.10\.4.*3\.11 or newer/);
  assert.match((await findTool(machine({ given: "/none", ...others }))).problem, /names `\/none`, which is no Python/);
});

test("then the Python of the folder, if the tool is installed in it", async () => {
  const told = { chosen: "/b", tools: ["/t"], speaking: ["/t"], pythons: ["/p"] };
  assert.equal((await findTool(machine({ ...told, probes: { "/b": FULL } }))).command, "/b");
  assert.equal((await findTool(machine({ ...told, probes: { "/b": PLAIN } }))).command, "/t");
});

test("then the command on the path, if it can be a server", async () => {
  const told = { tools: ["/other", "/t"], pythons: ["/p"], probes: { "/p": FULL } };
  assert.deepEqual((await findTool(machine({ ...told, speaking: ["/t"] }))).args, []);
  assert.equal((await findTool(machine(told))).env.PYTHONPATH, "/x/libs");
});

test("then the bundle: by the Python of the folder, or the first that is new enough", async () => {
  const probes = { "/b": PLAIN, "/old": OLD, "/p": PLAIN };
  assert.equal((await findTool(machine({ chosen: "/b", pythons: ["/old", "/p"], probes }))).command, "/b");
  assert.equal((await findTool(machine({ pythons: ["/old", "/p"], probes }))).command, "/p");
});

test("without any there is a sentence", async () => {
  const { problem } = await findTool(machine({ chosen: "/old", pythons: ["/old"], probes: { "/old": OLD } }));
  assert.equal(problem, "The Python of this folder is version 3.10.4, which is too old. Service blueprints need Python 3.11 or newer, and none was found.");
});

test("what a Python says of itself", () => {
  const said = '{"version": [3, 11, 2], "blueprint": true, "pygls": true}';
  assert.equal(parseProbe(`a greeting\n${said}\n`).complete, true);
  assert.equal(parseProbe(said.replace('"pygls": true', '"pygls": false')).complete, false);
  for (const other of ["", "hello", "null", "[]", '{"version": 3}']) assert.equal(parseProbe(other), null, other);
});

test("programs are looked for in whole paths only, so that an open folder brings none", () => {
  const there = new Set(["/usr/bin/python3", "python3", "./python3", "/opt/python"]);
  const found = onPath(pythonNames("linux"), { PATH: ".::bin:/usr/bin:/opt" }, "linux", (path) => there.has(path));
  assert.deepEqual(found, ["/usr/bin/python3", "/opt/python"]);
  const windows = onPath(["py", "python"], { Path: "C:\\Py;tools;D:\\x" }, "win32", (path) => /^(C:\\Py\\python|D:\\x\\py)\.exe$/.test(path));
  assert.deepEqual(windows, ["D:\\x\\py.exe", "C:\\Py\\python.exe"]);
  assert.deepEqual(onPath(["python3"], {}, "linux", () => true), []);
});

test("a setting may name the open folder and one's own", () => {
  assert.equal(expand(" ${workspaceFolder}/.venv/bin/python ", "/w/$&", "/home/me"), "/w/$&/.venv/bin/python");
  assert.equal(expand("~/py", "/w", "/home/me"), "/home/me/py");
  assert.equal(expand("~other/py", "/w", "/home/me"), "~other/py");
});
