// The commands that a person gives. Each says in a sentence what came of it.

import path from "node:path";
import * as vscode from "vscode";

import { FORMATS, pageOfRule, renderArgs, ruleRows, rulesAt, sentence } from "./asking.js";
import { run } from "./run.js";
import { LANGUAGE, SELECTOR } from "./server.js";
import TEMPLATES from "./templates.json";

const RULES = "service-blueprint-rule"; // the scheme of the pages of rules
const FULL = ["png", "pdf"]; // drawn by packages that are made for one kind of machine, and so cannot be inside
const SECONDS = 120; // a PDF of a large service takes its time
const NONE = "Open a service blueprint first, a file of this machine that ends in .bp.";
const { window, workspace, commands } = vscode;

export class Commands {
  constructor(context, server, previews) {
    Object.assign(this, { server, previews, rules: null, pages: new Map() });
    server.ready.event(() => { this.rules = null; });
    const named = (names) => names.map((name) => commands.registerCommand(`service-blueprint.${name}`, (uri) => this[name](uri)));
    context.subscriptions.push(
      ...named(["openPreview", "showSource", "render", "format", "explain", "new", "restartServer", "showOutput"]),
      workspace.registerTextDocumentContentProvider(RULES, { provideTextDocumentContent: (uri) => this.pages.get(uri.toString()) ?? "" }),
    );
  }

  /** The blueprint that is meant: the one clicked on, the one of the panel, or the one in the editor. */
  meant(uri) {
    const document = window.activeTextEditor?.document;
    const edited = document?.languageId === LANGUAGE ? document.uri : null;
    const found = uri instanceof vscode.Uri ? uri : this.previews.active?.uri ?? edited;
    // The server is told of no others, such as the old version of a text beside the new one.
    return SELECTOR.some(({ scheme }) => scheme === found?.scheme) ? found : null;
  }

  openPreview(uri) {
    const meant = this.meant(uri);
    if (meant) this.previews.open(meant);
    else void window.showInformationMessage(NONE);
  }

  async showSource() {
    const { active } = this.previews;
    if (!active) return;
    const shown = window.visibleTextEditors.find((each) => each.document.uri.toString() === active.uri.toString());
    await window.showTextDocument(active.uri, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One });
  }

  format() {
    return commands.executeCommand("editor.action.formatDocument");
  }

  restartServer() {
    return this.server.restart();
  }

  showOutput() {
    this.server.output.show();
  }

  async render(uri) {
    const meant = this.meant(uri);
    if (!meant) void window.showInformationMessage(NONE);
    const file = meant && await this.savedFile(meant);
    if (!file) return;
    const rows = Object.entries(FORMATS).map(([name, use]) => ({ label: name.toUpperCase(), description: use, name }));
    const picked = await window.showQuickPick(rows, { title: "Save as a Picture", placeHolder: "Which format?" });
    if (!picked) return;
    if (this.server.tool?.bundled && FULL.includes(picked.name)) {
      void window.showInformationMessage(`The copy of the tool inside the extension draws SVG and DOT. For ${picked.label}, install it: pip install "service-blueprint[pdf,lsp]". Then restart the language server.`);
      return;
    }
    const { target, args } = renderArgs(file, picked.name, this.previews.of(vscode.Uri.file(file))?.chosen ?? {});
    const name = path.basename(target);
    const done = await this.waiting(`Drawing ${name} …`, args, path.dirname(file));
    if (!done) return;
    const open = "Open";
    const chosen = await window.showInformationMessage(`Saved as ${name}.`, open);
    if (chosen === open) await commands.executeCommand(picked.name === "pdf" ? "revealFileInOS" : "vscode.open", vscode.Uri.file(target));
  }

  /** The path of the file as it is in the editor; null where it was not saved. */
  async savedFile(uri) {
    const document = await workspace.openTextDocument(uri);
    if (document.isUntitled) {
      void window.showInformationMessage("Save the blueprint first: its picture goes beside it.");
      return null;
    }
    return (!document.isDirty || (await document.save())) ? document.uri.fsPath : null;
  }

  async explain() {
    const rules = await this.everyRule();
    if (!rules) return;
    const editor = window.activeTextEditor;
    const about = editor?.document.languageId === LANGUAGE ? editor : null;
    const here = about ? rulesAt(vscode.languages.getDiagnostics(about.document.uri), about.selection.active.line) : [];
    const rows = ruleRows(rules, here);
    const picked = here.length === 1 ? rows[0] : await window.showQuickPick(rows, { title: "Explain a Rule", matchOnDetail: true, matchOnDescription: true });
    if (!picked) return;
    const uri = vscode.Uri.from({ scheme: RULES, path: `/${picked.label}.md` });
    this.pages.set(uri.toString(), pageOfRule(picked.rule));
    try {
      await commands.executeCommand("markdown.showPreviewToSide", uri);
    } catch {
      await window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true }); // without the Markdown extension
    }
  }

  async everyRule() {
    if (!this.rules) {
      const done = await this.waiting("Reading the rules …", ["rules", "--output-format", "json"]);
      this.rules = done && JSON.parse(done.stdout);
    }
    return this.rules;
  }

  async new(folder) {
    const rows = Object.entries(TEMPLATES).map(([label, description]) => ({ label, description }));
    const template = await window.showQuickPick(rows, { title: "New Service Blueprint", placeHolder: "What does the customer pay for?" });
    if (!template) return;
    const where = folder instanceof vscode.Uri ? folder : workspace.workspaceFolders?.[0]?.uri;
    const defaultUri = where && vscode.Uri.joinPath(where, "service.bp");
    const target = await window.showSaveDialog({ defaultUri, filters: { "Service Blueprint": ["bp"] }, title: "New Service Blueprint" });
    if (!target) return;
    const done = await this.waiting("Writing the template …", ["new", target.fsPath, "--template", template.label]);
    if (!done) return;
    const file = target.fsPath.endsWith(".bp") ? target.fsPath : `${target.fsPath}.bp`;
    const editor = await window.showTextDocument(vscode.Uri.file(file), { viewColumn: vscode.ViewColumn.One, preview: false });
    this.previews.open(editor.document.uri);
  }

  /** Run the tool, and say that it runs; null, and what is the matter, where it does not end well. */
  async waiting(title, args, cwd) {
    const { tool } = this.server;
    if (!tool) {
      void this.server.offer("Service blueprints need Python 3.11 or newer, and none was found.");
      return null;
    }
    const options = { cwd, env: tool.env, seconds: SECONDS };
    const done = await window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      run(tool.command, [...tool.args, ...args], options));
    if (done.code === 0) return done;
    this.server.output.error(`${args.join(" ")}\n${done.stderr}`);
    const look = "Show Output";
    void window.showErrorMessage(sentence(done.stderr) || "That did not work.", look)
      .then((chosen) => chosen === look && this.server.output.show());
    return null;
  }
}
