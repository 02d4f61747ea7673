// The language server, spoken to through the connection of the page.

import { LSPClient, LSPPlugin, Workspace, languageServerExtensions } from "@codemirror/lsp-client";

const LANGUAGE = "service-blueprint";
const PATIENCE = 10_000; // milliseconds that an answer may take

/** Each file has one editor for as long as the page knows it, shown or not. */
class Files extends Workspace {
  constructor(client, display) {
    super(client);
    Object.assign(this, { files: [], display, numbers: new Map() });
  }

  next(uri) {
    const number = (this.numbers.get(uri) ?? -1) + 1;
    this.numbers.set(uri, number);
    return number;
  }

  syncFiles() {
    const updates = [];
    for (const file of this.files) {
      const plugin = LSPPlugin.get(file.view);
      if (!plugin || plugin.unsyncedChanges.empty) continue;
      updates.push({ file, prevDoc: file.doc, changes: plugin.unsyncedChanges });
      Object.assign(file, { doc: file.view.state.doc, version: this.next(file.uri) });
      plugin.clear();
    }
    return updates;
  }

  openFile(uri, languageId, view) {
    const file = { uri, languageId: LANGUAGE, version: this.next(uri), doc: view.state.doc, view, getView: () => view };
    this.files.push(file);
    if (this.client.connected) this.client.didOpen(file);
  }

  closeFile(uri) {
    this.files = this.files.filter((file) => file.uri !== uri);
    if (this.client.connected) this.client.didClose(uri);
  }

  /** A server that was just started knows nothing: it is given the texts as they are now. */
  connected() {
    for (const file of this.files) {
      LSPPlugin.get(file.view)?.clear();
      Object.assign(file, { doc: file.view.state.doc, version: this.next(file.uri) });
      this.client.didOpen(file);
    }
  }

  async displayFile(uri) {
    return this.display(uri);
  }
}

export class LanguageClient {
  /** `display(uri)` brings a file before the reader and gives its editor. */
  constructor({ display }) {
    this.handlers = new Set();
    this.client = new LSPClient({
      extensions: languageServerExtensions(),
      sanitizeHTML: sanitize,
      timeout: PATIENCE,
      workspace: (client) => new Files(client, display),
    });
  }

  plugin(uri) {
    return this.client.plugin(uri, LANGUAGE);
  }

  connect(say) {
    this.client.connect({
      send: (message) => say(truly(JSON.parse(message))),
      subscribe: (handler) => this.handlers.add(handler),
      unsubscribe: (handler) => this.handlers.delete(handler),
    });
    this.client.initializing.catch(() => {});
    this.live = true;
  }

  disconnect() {
    if (this.live) this.client.disconnect();
    this.live = false;
  }

  hear(message) {
    for (const handler of this.handlers) handler(message);
  }

  /** What can be mended at a place: actions with their edits by address, for the texts as they are. */
  async fixes(uri, range) {
    this.sync();
    const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ["quickfix"] } };
    return (await this.client.request("textDocument/codeAction", params)) ?? [];
  }

  sync() {
    if (this.live) this.client.sync();
  }
}

/** The client says that it asks for diagnostics and never does: a server that believes it would wait to be asked. */
function truly(message) {
  if (message.method === "initialize") delete message.params.capabilities.textDocument.diagnostic;
  return message;
}

const KEPT = new Set("a b blockquote br code div em h1 h2 h3 h4 hr i li ol p pre span strong table tbody td th thead tr ul".split(" "));

/** Documentation as the server writes it holds names and notes of the blueprint: only plain words and links are kept. */
function sanitize(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of [...body.querySelectorAll("*")]) {
    if (!KEPT.has(element.localName)) {
      element.replaceWith(document.createTextNode(element.textContent));
      continue;
    }
    for (const { name, value } of [...element.attributes]) {
      const kept = (name === "class" && element.localName === "span") || (name === "href" && /^https?:\/\//i.test(value));
      if (!kept) element.removeAttribute(name);
    }
    if (element.localName === "a") {
      element.setAttribute("rel", "noopener noreferrer");
      element.setAttribute("target", "_blank");
    }
  }
  return body.innerHTML;
}
