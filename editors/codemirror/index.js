// Service blueprints in CodeMirror 6: colours, comments, brackets, indentation.
//
// The machine of table.js says what each lexeme of a statement is; it is made from the grammar of the language. Here it
// runs line by line, so a keystroke costs the line it is on, however long the file.

import { indentService, LanguageSupport, StreamLanguage, syntaxTree } from "@codemirror/language";
import { Tag, tags } from "@lezer/highlight";
import { CLASSES, FORMS, KINDS, PATTERNS, TABLE, WORDS } from "./table.js";

const sticky = (source) => new RegExp(source, "uy");
const patterns = Object.fromEntries(Object.entries(PATTERNS).map(([name, source]) => [name, sticky(source)]));
const forms = FORMS.map(([kind, source]) => [kind, sticky(source)]);
const kindOf = new Map(Object.entries(WORDS).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind])));
const states = TABLE.map((row) => new Map(row.split(" ").map((cells, column) => [KINDS[column], cells])));
const START = "a";
const RESUMED = states[0].get("COMMA")[1]; // where a statement goes on after what cannot stand there
const stateOf = (letter) => states[letter.charCodeAt(0) - START.charCodeAt(0)];

/** What each class of the language is to a theme. */
export const tokenTable = {
  comment: tags.lineComment,
  string: tags.string,
  keyword: tags.keyword,
  lane: Tag.define("lane", tags.typeName),
  attribute: tags.attributeName,
  constant: tags.atom,
  number: tags.number,
  operator: tags.operator,
  definition: tags.definition(tags.variableName),
  reference: tags.variableName,
  punctuation: tags.punctuation,
  invalid: tags.invalid,
};

const matched = (pattern, text, at) => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
};

/** The kind and the text of the lexeme at `at`; there always is one. */
function lexeme(text, at) {
  for (const [kind, form] of forms.slice(0, 2)) { // a currency is one before it is a name
    const found = matched(form, text, at);
    if (found) return [kind, found];
  }
  let found = matched(patterns.name, text, at);
  if (found) return [kindOf.get(found) ?? "NAME", found];
  found = matched(patterns.shortText, text, at) || matched(patterns.openText, text, at);
  if (found) return ["TEXT", found];
  found = matched(patterns.foreignArrow, text, at);
  if (found) return ["INVALID", found];
  for (const [kind, form] of forms.slice(2)) {
    found = matched(form, text, at);
    if (found) return [kind, found];
  }
  return ["INVALID", matched(patterns.invalid, text, at) || String.fromCodePoint(text.codePointAt(at))];
}

/** The end of a long text from `at` on, or -1 when it goes on in the next line. */
function longEnd(text, at) {
  for (let here = at; here < text.length; here += 1) {
    if (text[here] === "\\") here += 1;
    else if (text.startsWith('"""', here)) return here + 3;
  }
  return -1;
}

/** The class of the lexeme, by the state; the state moves on. */
function step(state, kind, text, end) {
  if (kind === "INVALID") {
    state.at = RESUMED;
    state.comma = false;
    return "invalid";
  }
  const cells = stateOf(state.at).get(kind);
  let which = 0;
  if (cells.length > 2) {
    which = 4;
    if (matchesAt(patterns.linkAhead, text, end)) which = 0;
    else if (matchesAt(patterns.textAhead, text, end)) which = 2;
  }
  state.comma = kind === "COMMA";
  state.at = cells[which + 1];
  return CLASSES[cells[which]];
}

const matchesAt = (pattern, text, at) => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

function longText(stream, state) {
  const end = longEnd(stream.string, stream.pos);
  state.long = end < 0;
  stream.pos = end < 0 ? stream.string.length : end;
  return "string";
}

function newLine(text, state) {
  if (!state.comma) state.at = START;
  else if (matchesAt(patterns.begins, text, 0)) Object.assign(state, { at: START, comma: false });
}

/** The mode as CodeMirror's StreamParser: `at` is a state of TABLE, `comma` whether the statement goes on. */
export const parser = {
  name: "service-blueprint",
  startState: () => ({ at: START, comma: false, long: false }),
  copyState: (state) => ({ ...state }),
  token(stream, state) {
    if (state.long) return longText(stream, state);
    const text = stream.string;
    if (stream.sol()) newLine(text, state);
    const blank = matched(patterns.blank, text, stream.pos);
    if (blank) {
      stream.pos += blank.length;
      return null;
    }
    const char = text[stream.pos];
    if (char === "#") {
      stream.skipToEnd();
      return "comment";
    }
    if ("{};".includes(char)) {
      Object.assign(state, { at: START, comma: false });
      stream.pos += 1;
      return "punctuation";
    }
    if (text.startsWith('"""', stream.pos)) {
      step(state, "TEXT", text, text.length);
      stream.pos += 3;
      return longText(stream, state);
    }
    const [kind, written] = lexeme(text, stream.pos);
    stream.pos += written.length;
    return step(state, kind, text, stream.pos);
  },
  languageData: {
    commentTokens: { line: "#" },
    closeBrackets: { brackets: ["{", '"', '"""'] },
    indentOnInput: /^\s*\}$/,
  },
  tokenTable,
};

// Without texts and comments, so that no brace in them counts.
const bare = (line) => line.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/\s*#.*$/, "").trimEnd();

/** The columns of the line at `pos`: one step more than the last line if that opens a block, one less before a `}`. */
function indentation(context, pos) {
  const { doc } = context.state;
  const line = doc.lineAt(pos);
  const text = context.textAfterPos(pos, -1);
  const inText = syntaxTree(context.state).resolveInner(line.from, 1).name === "string" && !/^\s*"/.test(line.text);
  if (inText) return null; // the lines of a long text stay where they are
  const goesOn = (number) => number > 0 && bare(doc.line(number).text).endsWith(",");
  let last = line.number - 1;
  while (last > 0 && !doc.line(last).text.trim()) last -= 1;
  if (last === 0) return 0;
  const before = bare(doc.line(last).text);
  let columns = context.lineIndent(doc.line(last).from);
  if (before.endsWith("{") || (goesOn(last) && !goesOn(last - 1))) columns += context.unit;
  else if (!goesOn(last) && goesOn(last - 1)) columns -= context.unit;
  return Math.max(0, columns - (/^\s*\}/.test(text) ? context.unit : 0));
}

export const serviceBlueprintLanguage = StreamLanguage.define(parser);

/** The language with what belongs to it, to be given to an editor as an extension. */
export const serviceBlueprint = () => new LanguageSupport(serviceBlueprintLanguage, indentService.of(indentation));
