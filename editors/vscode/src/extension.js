// Where the editor begins and ends with this extension.

import * as vscode from "vscode";

import { Commands } from "./commands.js";
import { Previews } from "./preview.js";
import { Server } from "./server.js";

let server = null;
let followed = false; // whether another choice of Python is heard of

export function activate(context) {
  server = new Server(context);
  // The Python extension is asked for a Python, and so begun, only in a folder that is trusted.
  const begin = () => server.restart().then(() => followPython(context));
  new Commands(context, server, new Previews(context, server));
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(begin),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const begins = ["interpreter", "checkDelay"].some((name) => event.affectsConfiguration(`service-blueprint.${name}`));
      if (begins) void server.restart();
    }),
  );
  void begin();
}

/** Another Python is chosen for the folder: it may have the tool, or another version of it. */
function followPython(context) {
  if (followed) return;
  const python = vscode.extensions.getExtension("ms-python.python");
  if (!python?.isActive) return;
  const changed = python.exports?.environments?.onDidChangeActiveEnvironmentPath;
  if (!changed) return;
  followed = true;
  context.subscriptions.push(changed(() => server.restart()));
}

export function deactivate() {
  return server?.stop();
}
