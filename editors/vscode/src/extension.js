// Where the editor begins and ends with this extension.

import * as vscode from "vscode";

import { Server } from "./server.js";

let server = null;

export function activate(context) {
  server = new Server(context);
  context.subscriptions.push(
    vscode.commands.registerCommand("service-blueprint.restartServer", () => server.restart()),
    vscode.commands.registerCommand("service-blueprint.showOutput", () => server.output.show()),
  );
  void server.restart();
}

export function deactivate() {
  return server?.stop();
}
