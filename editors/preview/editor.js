// The text beside the picture: CodeMirror with our colours, and, where texts may be changed, our language server.
// `node build.mjs` makes one file of this and of all it needs: blueprint/preview/static/editor.js.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { Annotation, Compartment, EditorState, StateEffect, StateField, Transaction } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { formatDocument } from "@codemirror/lsp-client";
import { serviceBlueprint, tokenTable } from "../codemirror/index.js";
import { LanguageClient } from "./language.js";

const PAUSE = 60; // milliseconds without a keystroke before the text is sent
const SEVERITIES = { error: "error", warning: "warning", advice: "info" };
const ours = Annotation.define(); // marks what the page did, and not its reader

const light = StateEffect.define();
const litLine = StateField.define({
  create: () => Decoration.none,
  update(lit, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(light)) return Decoration.set(Decoration.line({ class: "cm-lit" }).range(effect.value));
    }
    return lit.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: tokenTable.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: tokenTable.string, color: "var(--string)" },
  { tag: tokenTable.keyword, color: "var(--keyword)", fontWeight: "600" },
  { tag: tokenTable.lane, color: "var(--lane)", fontWeight: "600" },
  { tag: tokenTable.attribute, color: "var(--attribute)" },
  { tag: tokenTable.constant, color: "var(--number)" },
  { tag: tokenTable.number, color: "var(--number)" },
  { tag: tokenTable.definition, color: "var(--definition)" },
  { tag: tokenTable.invalid, color: "var(--error)" },
]);

const look = (dark) => EditorView.theme({
  "&": { backgroundColor: "var(--paper)", color: "var(--ink)" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "DejaVu Sans Mono", Consolas, monospace', fontSize: "13px" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--quiet)", borderRight: "1px solid var(--rule)" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLineGutter": { color: "var(--ink)", fontWeight: "600" },
  ".cm-lit": { backgroundColor: "var(--marked)", boxShadow: "inset 3px 0 var(--lit)" },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)", borderColor: "var(--rule)" },
  ".cm-tooltip": { maxWidth: "min(44em, 90vw)" },
  ".cm-lsp-documentation": { maxHeight: "18em", overflow: "auto", padding: "4px 8px", whiteSpace: "normal" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--ground)", color: "var(--quiet)" },
}, { dark });

/**
 * An editor in `parent`. `say(message)` speaks to the language server; `moved({file, line, character})` is called when
 * the reader has put the cursor elsewhere, `opened(file)` when another file is shown, `changed()` when a text changes.
 */
export function makeEditor({ parent, nonce, say, moved, opened, changed }) {
  const files = new Map();
  const waiting = new Map(); // texts by name that have no editor yet
  const later = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 50));
  const system = matchMedia("(prefers-color-scheme: dark)");
  const looks = new Compartment();
  let edit = false;
  let shown = null;
  let client = null;
  let pause = 0;
  let told = []; // the findings, where no language server tells the editor of them

  system.addEventListener("change", () => {
    for (const { view } of files.values()) view.dispatch({ effects: looks.reconfigure(look(system.matches)) });
  });

  function extensions(name, uri) {
    const writing = edit ? [client.plugin(uri)] : [
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ "aria-readonly": "true" }),
    ];
    return [
      basicSetup,
      EditorView.cspNonce.of(nonce),
      EditorView.contentAttributes.of({ "aria-label": `Text of ${name}`, tabindex: "0" }),
      looks.of(look(system.matches)),
      syntaxHighlighting(colours),
      serviceBlueprint(),
      litLine,
      EditorView.updateListener.of((update) => heardOf(name, update)),
      writing,
    ];
  }

  function heardOf(name, update) {
    if (update.docChanged) {
      clearTimeout(pause);
      pause = setTimeout(() => client?.sync(), PAUSE);
      changed();
    }
    const own = update.transactions.some((each) => each.annotation(ours));
    if (own || !(update.selectionSet || update.docChanged) || shown?.name !== name) return;
    const head = update.state.selection.main.head;
    const line = update.state.doc.lineAt(head);
    update.view.dispatch({ effects: light.of(line.from), annotations: ours.of(true) });
    moved({ file: name, line: line.number - 1, character: head - line.from });
  }

  function add(name, { text, hash, uri }) {
    const view = new EditorView({ state: EditorState.create({ doc: text, extensions: extensions(name, uri) }) });
    const file = { name, uri, view, hash, saved: view.state.doc, sent: null };
    files.set(name, file);
    view.dom.hidden = true;
    parent.append(view.dom);
    if (!edit) underline(file);
    if (!shown) bring(file);
  }

  /** The file of this name, with an editor from now on. */
  function ensure(name) {
    if (!waiting.has(name)) return files.get(name);
    const text = waiting.get(name);
    waiting.delete(name);
    add(name, text);
    return files.get(name);
  }

  /** One after the other: a rename reaches the files that have an editor. */
  function ensureNext() {
    if (!waiting.size) return;
    ensure(waiting.keys().next().value);
    later(ensureNext);
  }

  function underline({ name, view }) {
    const own = told.filter((each) => each.place?.file === name).map((each) => {
      const from = offset(view.state, each.place.from);
      const to = offset(view.state, each.place.to);
      return { from, to: Math.max(from, to), severity: SEVERITIES[each.severity], message: each.message };
    });
    view.dispatch(setDiagnostics(view.state, own));
  }

  function bring(file) {
    if (shown === file) return;
    if (shown) shown.view.dom.hidden = true;
    shown = file;
    file.view.dom.hidden = false;
    file.view.requestMeasure();
    opened(file.name);
  }

  /** Change only what is different, so that the cursor and the folds stay. */
  function set(file, text) {
    const { state } = file.view;
    const now = state.doc.toString();
    const next = state.toText(text).toString();
    let start = 0;
    while (start < now.length && now[start] === next[start]) start += 1;
    let end = 0;
    const most = Math.min(now.length, next.length) - start;
    while (end < most && now[now.length - 1 - end] === next[next.length - 1 - end]) end += 1;
    if (now.length === next.length && start === now.length) return;
    file.view.dispatch({
      changes: { from: start, to: now.length - end, insert: next.slice(start, next.length - end) },
      annotations: [ours.of(true), Transaction.addToHistory.of(edit)],
    });
  }

  const isUnsaved = (file) => edit && !file.view.state.doc.eq(file.saved);

  function offset({ doc }, [line, character]) {
    const at = doc.line(Math.min(line + 1, doc.lines));
    return Math.min(at.from + character, at.to);
  }

  return {
    connected(message) {
      edit = message.edit;
      if (!edit) return;
      client ??= new LanguageClient({
        display(uri) {
          const file = ensure([...files, ...waiting].find(([, each]) => each.uri === uri)?.[0]);
          if (file) bring(file);
          file?.view.focus();
          return file?.view ?? null;
        },
      });
      client.connect(say);
    },
    disconnected: () => client?.disconnect(),
    hear: (message) => client?.hear(message),

    /** Take texts as they are on disk; those of names that are not listed are gone. The names of texts that were changed
     * both there and here come back. */
    take(texts, names) {
      const both = [];
      for (const [name, text] of Object.entries(texts)) {
        const file = files.get(name);
        if (!file) {
          if (shown) waiting.set(name, text);
          else add(name, text);
          continue;
        }
        const next = file.view.state.toText(text.text);
        if (file.sent?.eq(next) || !isUnsaved(file)) {
          if (!file.sent?.eq(next)) set(file, text.text);
          Object.assign(file, { hash: text.hash, saved: next, sent: null });
        } else if (text.hash !== file.hash) {
          both.push({ name, ...text });
        }
      }
      for (const name of waiting.keys()) if (!names.includes(name)) waiting.delete(name);
      if (edit) later(ensureNext);
      for (const [name, file] of files) {
        if (names.includes(name) || isUnsaved(file)) continue;
        files.delete(name);
        file.view.dom.remove();
        file.view.destroy();
        if (shown === file) {
          shown = null;
          bring(files.values().next().value);
        }
      }
      return both;
    },

    /** Show a place, its line lit; where texts may be changed the cursor goes there. */
    show(place, takeFocus) {
      const file = ensure(place.file);
      if (!file) return false;
      bring(file);
      const from = offset(file.view.state, place.from);
      file.view.dispatch({
        selection: { anchor: from },
        effects: [light.of(file.view.state.doc.lineAt(from).from), EditorView.scrollIntoView(from, { y: "center" })],
        annotations: ours.of(true),
      });
      if (takeFocus && edit) file.view.focus();
      return true;
    },

    /** Take the fix of this title at a place; whether there was one, for texts that nobody changed meanwhile. */
    async mend(place, title) {
      const { uri } = ensure(place.file);
      const [start, end] = [place.from, place.to].map(([line, character]) => ({ line, character }));
      const before = new Map([...files.values()].map((file) => [file.uri, file.view.state.doc]));
      const fix = (await client.fixes(uri, { start, end })).find((each) => each.title === title && each.edit?.changes);
      const mended = Object.entries(fix?.edit.changes ?? {}).map(([at, edits]) =>
        ({ view: [...files.values()].find((each) => each.uri === at)?.view, doc: before.get(at), edits }));
      if (!mended.length || mended.some((each) => !each.view?.state.doc.eq(each.doc))) return false;
      for (const { view, edits } of mended) {
        const { state } = view;
        const changes = edits.map(({ range, newText }) => ({
          from: offset(state, [range.start.line, range.start.character]),
          to: offset(state, [range.end.line, range.end.character]),
          insert: newText,
        }));
        view.dispatch({ changes, userEvent: "input.fix" });
      }
      this.show(place, false);
      return true;
    },

    /** Underline findings; where there is a language server, that does it. */
    found(findings) {
      if (edit) return;
      told = findings;
      for (const file of files.values()) underline(file);
    },

    /** What is to be saved: the texts that were changed and the one that is shown, or this one, each with the version
     * on disk that it was made from. */
    pending(name = null) {
      const wanted = (file) => (name === null ? file === shown || isUnsaved(file) : file.name === name);
      return [...files.values()].filter(wanted).map((file) => {
        file.sent = file.view.state.doc;
        return { file: file.name, text: file.sent.toString(), hash: file.hash };
      });
    },
    saved(name, text, hash) {
      const file = files.get(name);
      Object.assign(file, { hash, saved: file.view.state.toText(text), sent: null });
    },
    replace(name, text, hash) {
      const file = files.get(name);
      set(file, text);
      Object.assign(file, { hash, saved: file.view.state.doc, sent: null });
    },
    unsaved: () => [...files.values()].some(isUnsaved),
    format() {
      if (shown && edit) formatDocument(shown.view);
    },
  };
}
