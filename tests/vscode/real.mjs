// The extension in the real Visual Studio Code: code-server, driven in Chromium. Run on demand, see CONTRIBUTING.md.
//
//   node tests/vscode/real.mjs --code FOLDER --vsix FILE [--python PYTHON] [--pictures FOLDER]
//
// FOLDER holds `node_modules` with code-server and playwright-core. Without --python the bundled server is used.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

const LONGEST = 400_000; // milliseconds for everything
const PATIENCE = 30_000; // for one thing to be seen
const ROOT = path.resolve(import.meta.dirname, "../..");

const { values: given } = parseArgs({
  options: {
    code: { type: "string" }, vsix: { type: "string" }, python: { type: "string", default: "" },
    pictures: { type: "string", default: "" }, chromium: { type: "string", default: "/usr/bin/chromium" },
  },
});
const from = createRequire(path.join(path.resolve(given.code), "package.json"));
const { chromium } = from("playwright-core");
const entry = from.resolve("code-server/out/node/entry.js");

const home = mkdtempSync(path.join(tmpdir(), "vscode-real-"));
const workspace = path.join(home, "services");
const TEXT = readFileSync(path.join(ROOT, "examples", "hotel.bp"), "utf8");
mkdirSync(workspace);
writeFileSync(path.join(workspace, "hotel.bp"), TEXT);
writeFileSync(path.join(workspace, "Android.bp"), 'cc_binary {\n    name: "x",\n}\n');
writeFileSync(path.join(workspace, "notes.md"), '# Notes\n\n```service-blueprint\nstep pay "Pay" { customer "Pays" }\n```\n');
mkdirSync(path.join(home, "user", "User"), { recursive: true });
writeFileSync(path.join(home, "user", "User", "settings.json"), JSON.stringify({
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Light Modern",
  "chat.commandCenter.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "editor.minimap.enabled": false,
  "files.simpleDialog.enable": true,
}));
// Which program is run is a setting of the machine, not of the person.
mkdirSync(path.join(home, "user", "Machine"));
writeFileSync(path.join(home, "user", "Machine", "settings.json"), JSON.stringify({ "service-blueprint.interpreter": given.python }));

const folders = ["--user-data-dir", path.join(home, "user"), "--extensions-dir", path.join(home, "extensions")];
const env = { ...process.env, VSCODE_PROXY_URI: "" };

function code(...args) {
  const child = spawn(process.execPath, [entry, ...folders, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  child.told = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => { child.told += data; });
  return child;
}

const ended = (child) => new Promise((done) => child.once("exit", done));
const freePort = () => new Promise((done) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

async function until(what, look, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`not seen in time: ${what}${last ? ` (${last.message})` : ""}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

const began = Date.now();
const say = (sentence) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${sentence}`);
const limit = setTimeout(() => { console.error("took too long"); finish(1); }, LONGEST);
let server = null;
let browser = null;
async function finish(status) {
  clearTimeout(limit);
  await browser?.close().catch(() => {});
  server?.kill();
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.exit(status);
}

const install = code("--install-extension", path.resolve(given.vsix));
assert.equal(await ended(install), 0, install.told);
say("installed");
const port = await freePort();
server = code("--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-workspace-trust", "--disable-telemetry", "--disable-update-check", workspace);
await until("the server", async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok);
browser = await chromium.launch({ executablePath: given.chromium, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1500, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
const page = await context.newPage();
page.setDefaultTimeout(PATIENCE);

export async function picture(name) {
  if (!given.pictures) return;
  mkdirSync(given.pictures, { recursive: true });
  await page.screenshot({ path: path.join(given.pictures, `${name}.png`) });
}

async function palette(command) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input");
  await input.waitFor();
  await input.fill(`>${command}`);
  await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${command}"]`).first().waitFor();
  await page.keyboard.press("Enter");
}

async function open(name) {
  await page.keyboard.press("Control+P");
  const input = page.locator(".quick-input-widget input");
  await input.waitFor();
  await input.fill(name);
  await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${name}"]`).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}

async function goTo(line, column) {
  await until("the text to have the focus", async () => { // the picture or a list may have had it
    await page.keyboard.press("Control+1");
    return page.locator('.editor-group-container.active .tab.active[data-resource-name="hotel.bp"]').count();
  });
  await page.keyboard.press("Control+G");
  const input = page.locator(".quick-input-widget input");
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

const lineOf = (text) => TEXT.split("\n").findIndex((line) => line.includes(text)) + 1;
const saved = () => readFileSync(path.join(workspace, "hotel.bp"), "utf8");
const save = () => page.keyboard.press("Control+S");

try {
  const { main } = await import("./seen.mjs");
  await page.goto(`http://127.0.0.1:${port}/?folder=${workspace}`);
  await page.locator(".monaco-workbench").waitFor();
  await main({ page, workspace, TEXT, say, until, picture, palette, open, goTo, lineOf, saved, save, assert });
  say("all was seen");
  await finish(0);
} catch (error) {
  await picture("failed");
  console.error(error);
  await finish(1);
}
