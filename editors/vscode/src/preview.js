// The picture beside the text: one panel for each blueprint, as the server draws it.

import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

import { Newest } from "./newest.js";
import { pageOf } from "./page.js";
import { LANGUAGE } from "./server.js";
import { chosenOf, innermost, moved, possible, request, withoutSheet } from "./shapes.js";

export const PANEL = "service-blueprint.preview";
const PAUSE = 60; // milliseconds after the last key
const STOPPED = "The language server is not running.";
const { ColorThemeKind: Kind, Uri } = vscode;

export class Preview {
  /** `state` is what the page has kept: the file, what was chosen, where the picture stood. */
  constructor(panel, uri, state, { server, extensionUri, gone }) {
    Object.assign(this, { panel, uri, server, extensionUri, chosen: chosenOf(state), elements: [], lit: "", open: false });
    this.drawing = new Newest(() => this.draw(), PAUSE, (error) => this.fails(error));
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.at("dist"), this.at(...FONTS)] };
    panel.iconPath = { light: this.at("icons", "file-light.svg"), dark: this.at("icons", "file-dark.svg") };
    panel.webview.onDidReceiveMessage((message) => this.hears(message));
    panel.onDidDispose(() => { this.drawing.stop(); gone(this); });
    this.name();
    panel.webview.html = this.page();
  }

  at(...parts) {
    return Uri.joinPath(this.extensionUri, ...parts);
  }

  page() {
    const { webview } = this.panel;
    const address = (...parts) => webview.asWebviewUri(this.at(...parts)).toString();
    return pageOf({
      nonce: randomBytes(18).toString("base64url"), source: webview.cspSource,
      script: address("dist", "preview.js"), style: address("dist", "preview.css"), fonts: address(...FONTS, "fonts.css"),
    });
  }

  name() {
    const words = this.uri.path.split("/").at(-1);
    this.panel.title = `Picture of ${words}`;
  }

  moved(uri) {
    this.uri = uri;
    this.name();
    this.say({ kind: "hello", uri: uri.toString() }); // the page keeps it for when the window is loaded again
    this.refresh();
  }

  say(message) {
    if (this.open) void this.panel.webview.postMessage(message);
  }

  // what the page says

  hears(message) {
    const heard = { ready: () => this.begin(), choose: () => this.choose(message.chosen), box: () => this.show(message.key).catch((error) => this.fails(error, "The text could not be shown")) };
    if (Object.hasOwn(heard, message?.kind)) void heard[message.kind]();
  }

  begin() {
    this.open = true; // a page that was hidden is loaded anew, and says so again
    this.say({ kind: "hello", uri: this.uri.toString() });
    this.refresh();
  }

  choose(told) {
    this.chosen = chosenOf(told);
    this.refresh();
  }

  /** Show the line of a box that was clicked. */
  async show(key) {
    const found = this.elements.find((each) => each.key === key);
    if (!found) return;
    this.lit = key;
    const uri = Uri.parse(found.uri);
    const start = new vscode.Position(found.range.start.line, found.range.start.character);
    const seen = vscode.window.visibleTextEditors.find((each) => each.document.uri.toString() === found.uri);
    const column = seen?.viewColumn ?? (this.panel.viewColumn > 1 ? this.panel.viewColumn - 1 : vscode.ViewColumn.Beside);
    const editor = await vscode.window.showTextDocument(uri, { viewColumn: column, selection: new vscode.Range(start, start) });
    editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  // what is drawn

  refresh() {
    this.drawing.ask();
  }

  async draw() {
    if (!this.open || !this.panel.visible) return; // it asks again when it is seen
    // The server knows the texts that the editor has open; a panel may outlive the tab of its file.
    const document = await vscode.workspace.openTextDocument(this.uri);
    if (!this.server.running) { // asked only now: it may have been stopped while the text was opened
      this.say({ kind: "told", message: STOPPED });
      return;
    }
    const answer = await this.server.client.sendRequest("blueprint/preview", request(document.uri.toString(), this.chosen, themeOf()));
    const kept = possible(this.chosen, answer.choices);
    if (Object.keys(kept).some((name) => kept[name] !== this.chosen[name])) {
      this.chosen = kept;
      this.refresh();
      return;
    }
    this.elements = answer.elements.map((each) => ({ ...each, uri: Uri.parse(each.uri).toString() }));
    const { stale, message, choices } = answer;
    this.stale = stale;
    const drawn = answer.svg === null ? { svg: "", sheet: "" } : withoutSheet(answer.svg);
    this.say({ kind: "picture", ...drawn, stale, message, choices, chosen: this.chosen, keys: this.elements.map((each) => each.key) });
    const editor = vscode.window.visibleTextEditors.find((each) => this.isAbout(each.document));
    if (editor) this.follow(editor);
  }

  fails(error, what = "The picture could not be drawn anew") {
    this.server.output.error(String(error?.stack ?? error));
    // What was asked of a server that ended meanwhile has no answer; the next one is asked when it is ready.
    this.say({ kind: "told", message: this.server.running ? `${what}: ${error?.message ?? error}` : STOPPED });
  }

  isAbout(document) {
    const uri = document.uri.toString();
    return uri === this.uri.toString() || this.elements.some((each) => each.uri === uri);
  }

  /** Light the box that the cursor is in. */
  follow(editor) {
    if (!vscode.workspace.getConfiguration("service-blueprint.preview").get("follow", true)) return;
    const key = innermost(this.elements, editor.document.uri.toString(), editor.selection.active);
    // Of two shapes that begin at one place, the one that was clicked stays lit.
    const clicked = this.elements.find((each) => each.key === this.lit);
    if (clicked && key && startsAt(clicked, editor)) return this.say({ kind: "light", key: this.lit });
    if (!key && this.stale) return; // of a text that is half typed little is known: better the box of a moment ago
    this.lit = key;
    this.say({ kind: "light", key });
  }
}

const FONTS = ["bundled", "libs", "blueprint", "render", "fonts"];

function startsAt({ uri, range }, { document, selection }) {
  const { line, character } = selection.active;
  return uri === document.uri.toString() && range.start.line === line && range.start.character === character;
}

function themeOf() {
  const chosen = vscode.workspace.getConfiguration("service-blueprint.preview").get("theme", "auto");
  if (chosen !== "auto") return chosen;
  const { kind } = vscode.window.activeColorTheme;
  return kind === Kind.Dark || kind === Kind.HighContrast ? "dark" : "light";
}

/** All panels, and what makes them draw again. */
export class Previews {
  constructor(context, server) {
    this.shown = new Set();
    this.given = { server, extensionUri: context.extensionUri, gone: (preview) => this.shown.delete(preview) };
    const all = () => this.shown.forEach((each) => each.refresh());
    const watcher = vscode.workspace.createFileSystemWatcher("**/*.bp");
    context.subscriptions.push(
      vscode.window.registerWebviewPanelSerializer(PANEL, this),
      watcher, watcher.onDidChange(all), watcher.onDidCreate(all), watcher.onDidDelete(all),
      server.ready.event(all),
      vscode.window.onDidChangeActiveColorTheme(all),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("service-blueprint.preview") && all()),
      // Of any text: a blueprint may use the one that has changed.
      vscode.workspace.onDidChangeTextDocument(({ document }) => document.languageId === LANGUAGE && all()),
      vscode.workspace.onDidOpenTextDocument((document) => document.languageId === LANGUAGE && all()),
      vscode.workspace.onDidRenameFiles(({ files }) => this.renamed(files)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.follow(editor)),
    );
  }

  follow(editor) {
    if (editor.document.languageId !== LANGUAGE) return;
    for (const each of this.shown) if (each.isAbout(editor.document)) each.follow(editor);
  }

  renamed(files) {
    for (const { oldUri, newUri } of files) {
      for (const each of this.shown) {
        const address = moved(each.uri.toString(), oldUri.toString(), newUri.toString());
        if (address) each.moved(Uri.parse(address));
      }
    }
  }

  of(uri) {
    return [...this.shown].find((each) => each.uri.toString() === uri.toString()) ?? null;
  }

  /** The panel that the reader is in. */
  get active() {
    return [...this.shown].find((each) => each.panel.active) ?? null;
  }

  open(uri) {
    const same = this.of(uri);
    if (same) return same.panel.reveal(same.panel.viewColumn, true);
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(PANEL, "", place, { enableFindWidget: true });
    this.shown.add(new Preview(panel, uri, {}, this.given));
  }

  /** After the window was loaded again. */
  async deserializeWebviewPanel(panel, state) {
    if (typeof state?.uri !== "string") return panel.dispose();
    this.shown.add(new Preview(panel, Uri.parse(state.uri), state, this.given));
  }
}
