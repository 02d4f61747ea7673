// The language server's life: found, started, told of in the status bar, started anew.

import * as vscode from "vscode";
import { LanguageClient, State } from "vscode-languageclient/node";

import { lookForTool } from "./tool.js";

export const LANGUAGE = "service-blueprint";
export const PREFIX = "picture-"; // before each id in a picture, so that no name in a text can stand for a part of the page
// Android's build files have the same ending and another language; the server leaves them alone too.
export const SELECTOR = [{ language: LANGUAGE, scheme: "file" }, { language: LANGUAGE, scheme: "untitled" }];
const HOW_TO_INSTALL = "https://www.python.org/downloads/";

export class Server {
  constructor(context) {
    this.context = context;
    this.output = vscode.window.createOutputChannel("Service Blueprint", { log: true });
    this.status = vscode.languages.createLanguageStatusItem("service-blueprint.server", { language: LANGUAGE });
    this.status.name = "Service Blueprint";
    this.status.command = { command: "service-blueprint.restartServer", title: "Restart" };
    this.ready = new vscode.EventEmitter(); // each time that a server can be asked
    this.client = null;
    this.tool = null;
    this.turn = Promise.resolve();
    context.subscriptions.push(this.output, this.status, this.ready);
  }

  /** Whether there is a server to ask. */
  get running() {
    return this.client?.state === State.Running;
  }

  /** Stop what runs, and start what is found now. One after another, whoever asks. */
  restart() {
    this.turn = this.turn.then(() => this.begin()).catch((error) => this.fails(error));
    return this.turn;
  }

  async begin() {
    await this.stop();
    this.tell("Looking for Python …", "", true);
    const tool = await lookForTool(this.context.extensionPath, vscode.window.activeTextEditor?.document.uri);
    this.tool = tool.problem ? null : tool;
    if (!this.tool) {
      this.output.error(tool.problem);
      this.tell("No Python", tool.problem, false, vscode.LanguageStatusSeverity.Error);
      void this.offer(tool.problem);
      return;
    }
    this.output.info(`Running ${tool.origin}: ${[tool.command, ...tool.args].join(" ")}`);
    this.client = this.make(tool);
    await this.client.start();
    this.runs();
  }

  /** Say what runs, and have what is shown asked for anew. */
  runs() {
    const version = this.client.initializeResult?.serverInfo?.version ?? "";
    this.tell(`Service Blueprint ${version}`, `${this.tool.origin}: ${this.tool.command}`);
    this.ready.fire();
  }

  make({ command, args, env }) {
    const options = { env: { ...process.env, PYTHONUTF8: "1", ...env } };
    const client = new LanguageClient(
      LANGUAGE, "Service Blueprint", { command, args: [...args, "lsp"], options },
      {
        documentSelector: SELECTOR,
        outputChannel: this.output,
        initializationOptions: {
          delay: vscode.workspace.getConfiguration("service-blueprint").get("checkDelay"),
          picture: { prefix: PREFIX, faces: false },
        },
        markdown: { isTrusted: false, supportHtml: false },
      },
    );
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped && client === this.client) this.tell("Stopped", "The language server has ended.", false, vscode.LanguageStatusSeverity.Warning);
      if (newState === State.Running && client === this.client) this.runs(); // also when the client started it again
    });
    return client;
  }

  async stop() {
    const { client } = this;
    this.client = null;
    if (client) await client.dispose(2000).catch(() => {});
  }

  fails(error) {
    this.output.error(String(error?.stack ?? error));
    this.tell("Not running", String(error?.message ?? error), false, vscode.LanguageStatusSeverity.Error);
    void this.offer("The language server of service blueprints could not be started.");
  }

  /** Say what is the matter, with what can be done about it. */
  async offer(sentence) {
    const choose = "Choose Python…";
    const get = "Get Python";
    const look = "Show Output";
    const chosen = await vscode.window.showErrorMessage(sentence, choose, get, look);
    if (chosen === choose) await vscode.commands.executeCommand("workbench.action.openSettings", "service-blueprint.interpreter");
    else if (chosen === get) await vscode.env.openExternal(vscode.Uri.parse(HOW_TO_INSTALL));
    else if (chosen === look) this.output.show();
  }

  tell(text, detail, busy = false, severity = vscode.LanguageStatusSeverity.Information) {
    Object.assign(this.status, { text, detail, busy, severity });
  }
}
