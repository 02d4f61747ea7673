// Indents the lines of texts with the CodeMirror mode.
// Standard input: {texts: [...]}; standard output: the texts with their lines indented anew.
import fs from "node:fs";
import { ensureSyntaxTree, getIndentation, indentUnit } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { serviceBlueprint } from "../codemirror/index.js";

const results = JSON.parse(fs.readFileSync(0, "utf8")).texts.map((text) => {
  let state = EditorState.create({ doc: text, extensions: [serviceBlueprint(), indentUnit.of("  ")] });
  for (let number = 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    const blank = /^\s*/.exec(line.text)[0].length;
    ensureSyntaxTree(state, state.doc.length, 5000); // an editor does so in the background
    const columns = getIndentation(state, line.from) ?? blank;
    state = state.update({ changes: { from: line.from, to: line.from + blank, insert: " ".repeat(columns) } }).state;
  }
  return state.doc.toString();
});
process.stdout.write(JSON.stringify(results));
