// What is asked of the command line, and what its answers are shown as.

import path from "node:path";

export const FORMATS = {
  svg: "for web pages and documents; sharp at any size",
  png: "for slides and chats",
  pdf: "for printing",
  dot: "for Graphviz",
};

const plain = (text) => text.replace(/[^\p{L}\p{N}_-]+/gu, "-");

/** The picture of a file, beside it; what was chosen to be seen is drawn, and named. */
export function renderArgs(file, format, chosen) {
  const { dir, name } = path.parse(file);
  const flags = Object.entries(chosen).filter(([key, value]) => value && !(key === "view" && value === "blueprint"));
  const wanted = chosen.view === "blueprint" ? flags : flags.filter(([key]) => key === "view" || key === "scenario");
  const target = path.join(dir, `${[name, ...wanted.map(([, value]) => plain(value))].join("-")}.${format}`);
  return { target, args: ["render", file, "-o", target, ...wanted.map(([key, value]) => `--${key}=${value}`)] };
}

/** What went wrong, in a line: what the tool wrote last that is a sentence. */
export function sentence(stderr) {
  const lines = stderr.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const error = lines.find((line) => /^error\b/i.test(line)) ?? lines.at(-1) ?? "";
  return error.replace(/^error(\[[\w-]+\])?:\s*/i, "");
}

/** The rules as rows to choose from; those of `first` (names) before the others. */
export function ruleRows(rules, first) {
  const rank = ({ name }) => (first.includes(name) ? 0 : 1);
  return [...rules].sort((a, b) => rank(a) - rank(b)).map((rule) => ({
    label: rule.name, description: `${rule.severity} ${rule.code}`, detail: rule.summary, rule,
  }));
}

/** The page of a rule, as Markdown. */
export function pageOfRule({ name, code, severity, manual }) {
  return `# ${name}\n\n*${severity}* ${code}\n\n${manual}\n`;
}

/** The names of rules that these diagnostics are about, each once, those at the line of the cursor. */
export function rulesAt(diagnostics, line) {
  const here = diagnostics.filter(({ range, source }) => source === "blueprint" && range.start.line <= line && line <= range.end.line);
  return [...new Set(here.map(({ code }) => String(code?.value ?? code ?? "")))].filter(Boolean);
}
