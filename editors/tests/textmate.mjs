// Colours texts with a TextMate grammar as VS Code does: a letter for each character.
// Standard input: {grammar, others: [...], injections: [...], scopes: {scope: letter}, texts: [...]}; standard output: the letters of each text.
import fs from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const { resolve } = createRequire(import.meta.url);
const { grammar, others = [], injections = [], scopes, texts } = JSON.parse(fs.readFileSync(0, "utf8"));
await oniguruma.loadWASM(fs.readFileSync(resolve("vscode-oniguruma/release/onig.wasm")).buffer);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async (name) => [grammar, ...others, ...injections].find((each) => each.scopeName === name) ?? null,
  getInjections: (name) => (name === grammar.scopeName ? injections.map((each) => each.scopeName) : undefined),
});
const loaded = await registry.loadGrammar(grammar.scopeName);

const letterOf = (names) => {
  for (const name of [...names].reverse()) if (name in scopes) return scopes[name];
  return " ";
};

const results = texts.map((text) => {
  let stack = textmate.INITIAL;
  const letters = [];
  for (const piece of text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []) {
    const line = piece.replace(/[\r\n]+$/, "");
    const { tokens, ruleStack } = loaded.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes: names } of tokens) {
      for (const char of line.slice(startIndex, endIndex)) letters.push(letterOf(names));
    }
    letters.push(...Array(piece.length - line.length).fill(" "));
  }
  return letters.join("");
});
process.stdout.write(JSON.stringify(results));
