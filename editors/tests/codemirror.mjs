// Colours texts with the CodeMirror mode: a letter for each character.
// Standard input: {letters: {class: letter}, texts: [...]}, lines ending in \n alone; standard output: the letters of each.
import fs from "node:fs";
import { highlightTree, tagHighlighter } from "@lezer/highlight";
import { serviceBlueprintLanguage, tokenTable } from "../codemirror/index.js";

const { letters, texts } = JSON.parse(fs.readFileSync(0, "utf8"));
const highlighter = tagHighlighter(Object.entries(tokenTable).map(([name, tag]) => ({ tag, class: letters[name] })));

const results = texts.map((text) => {
  const classes = Array(text.length).fill(" ");
  const mark = (from, to, name) => classes.fill(name, from, to);
  highlightTree(serviceBlueprintLanguage.parser.parse(text), highlighter, mark);
  let at = 0;
  return [...text].map((char) => {
    const letter = classes[at];
    at += char.length;
    return letter;
  }).join("");
});
process.stdout.write(JSON.stringify(results));
