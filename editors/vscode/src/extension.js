// Where the editor begins and ends with this extension.

import * as vscode from "vscode";

import { Commands } from "./commands.js";
import { Previews } from "./preview.js";
import { Server } from "./server.js";

let server = null;

export function activate(context) {
  server = new Server(context);
  new Commands(context, server, new Previews(context, server));
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const begins = ["interpreter", "checkDelay"].some((name) => event.affectsConfiguration(`service-blueprint.${name}`));
      if (begins) void server.restart();
    }),
  );
  void server.restart().then(() => followPython(context));
}

/** Another Python is chosen for the folder: it may have the tool, or another version of it. */
async function followPython(context) {
  const python = vscode.extensions.getExtension("ms-python.python");
  if (!python?.isActive) return;
  const changed = python.exports?.environments?.onDidChangeActiveEnvironmentPath;
  if (changed) context.subscriptions.push(changed(() => server.restart()));
}

export function deactivate() {
  return server?.stop();
}
