"""The tree-sitter grammar and its queries: Neovim, Helix, Zed, Emacs.

The rules of a statement are those of the Lark grammar, one by one. Around them stand blocks and what separates
statements; whether a line end does, its scanner tells (`src/scanner.c`, which knows no word of the language).
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections import defaultdict
from pathlib import Path

import lark
from lark.grammar import Rule, Symbol

from blueprint import vocabulary
from blueprint.syntax.grammar import grammar_text, load
from blueprint.syntax.table import _is_word_list, _NoLexer
from tools.highlight import forms
from tools.highlight.machine import plain

_LETTERS = r"\p{L}"
# The character table of tree-sitter has but the first and the last of the large blocks: Han, Hangul, Tangut.
_BLOCKS = (
    r"\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{187f7}\u{18d00}-\u{18d08}"
    r"\u{20000}-\u{2ebe0}\u{30000}-\u{323af}"
)
_TEXTS = {
    "TEXT": r'token(choice(/"([^"\\\r\n]|\\[^\r\n])*"/, /"""([^"\\]|\\(.|\r|\n)|""?([^"\\]|\\(.|\r|\n)))*"""/))',
    "NAME": f"/{forms.NAME.replace('(?:', '(').replace(_LETTERS, _LETTERS + _BLOCKS)}/u",
    "COMMENT": "/#[^\\r\\n]*/",
}
# Names of captures that all editors know, by class.
CAPTURES = {
    "comment": "comment", "string": "string", "keyword": "keyword", "lane": "type.builtin", "attribute": "property",
    "constant": "constant", "number": "number", "operator": "operator", "definition": "type",
    "reference": "variable", "punctuation": "punctuation.delimiter",
}  # fmt: skip
BRACKET, RESERVED = "punctuation.bracket", "constant.builtin"
_BY_PLACE = {
    "definition": ("(header (name) @type)", "(phase (name) @type)", "(cell (name) @type)", "(cell_word (name) @type)"),
    "constant": ("(kind (name) @constant)", "(attribute (name) @constant)", "(metric (name) @constant)"),
}
# Values that say all by themselves, words that belong to them included.
_WHOLE = ("TIMES", "PER", "CURRENCY")


def files() -> dict[str, str]:
    """The generated files by their names in the folder."""
    return {
        "grammar.js": _Grammar().text(),
        "queries/highlights.scm": _highlights(),
        "queries/folds.scm": "(block) @fold\n(text) @fold\n",
        # Neovim's names, then those of Helix.
        "queries/indents.scm": '(block) @indent.begin @indent\n(block "}" @indent.end @indent.branch @outdent)\n'
        "(text) @indent.ignore\n",
        "queries/injections.scm": '((comment) @injection.content\n  (#set! injection.language "comment"))\n',
        "queries/locals.scm": "(header (name) @local.definition)\n(cell (name) @local.definition)\n"
        "(ref (name) @local.reference)\n(source_file) @local.scope\n",
        "queries/textobjects.scm": "(statement) @class.outer @class.around\n"
        "(statement (block) @class.inner @class.inside)\n"
        "(attribute) @parameter.outer @parameter.around @parameter.inside\n(comment) @comment.outer @comment.around\n",
    }


STAMP = "src/made-of.txt"


def made_of(folder: Path) -> str:
    """What the stamp beside the parser says: the digests of the grammar it was made of, and of the parser."""
    names = ("grammar.js", "src/parser.c")
    return "".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)


def is_made(folder: Path) -> bool:
    """Whether `src/parser.c` is of the grammar beside it."""
    stamp = folder / STAMP
    return stamp.exists() and stamp.read_text(encoding="utf-8") == made_of(folder)


def make_parser(folder: Path, program: str) -> None:
    """Let tree-sitter write `src/parser.c`. Raises CalledProcessError."""
    subprocess.run([program, "generate", "--no-bindings"], cwd=folder, check=True)
    (folder / STAMP).write_text(made_of(folder), encoding="utf-8", newline="\n")


def _lark() -> lark.Lark:
    return lark.Lark(grammar_text(), parser="lalr", lexer=_NoLexer)


def word_rule(terminal: str) -> str:
    """The name of the rule for a group of words."""
    name = terminal.lower()
    return name if name.endswith("_word") else f"{name}_keyword"


class _Grammar:
    def __init__(self) -> None:
        parser = _lark()
        self.words = {
            t.name: re.findall(r"[a-z][a-z-]*", _spelt(t.pattern.value)) for t in parser.terminals if _is_word_list(t)
        }
        self.forms = dict(load().forms)
        self.nodes: dict[str, dict[str, list[Rule]]] = defaultdict(lambda: defaultdict(list))
        for rule in parser.rules:
            self.nodes[str(rule.origin.name)][str(rule.alias or rule.origin.name)].append(rule)

    def text(self) -> str:
        written = dict(_AROUND)
        for origin, names in self.nodes.items():
            if origin not in ("name", "_any_word"):  # a name is its lexeme
                written.update({self.rule(origin, node): self.choice(rules) for node, rules in names.items()})
        # A word of the tail before a text is the cell's id.
        ids = [str(rule.expansion[0].name) for rule in self.nodes["cell_word"]["cell_word"]]
        written["cell_word"] = _any([f"alias($.{word_rule(name)}, $.name)" for name in ids])
        anything = [str(rule.expansion[0].name) for rule in self.nodes["_any_word"]["_any_word"]]
        written["_any_word"] = _any(
            [f"alias($.{word_rule(name)}, $.name)" if name in self.words else "$._referred" for name in anything]
        )
        written["_referred"], written["reserved"] = "choice($.name, $.reserved)", _words(list(vocabulary.RESERVED))
        written.update({word_rule(name): _words(words) for name, words in self.words.items()})
        # Of two forms that take the same letters the one that stands first wins: a currency is one before it is a name.
        written.update({self.lexeme(name): _form(name, form) for name, form in self.forms.items() if name != "BLANK"})
        rules = "".join(f"    {name}: ($) => {body},\n\n" for name, body in written.items()).rstrip("\n")
        return _FILE.replace("@RULES@", rules).replace("@BLANK@", f"/{_ascii(self.forms['BLANK'].rstrip('+'))}/")

    def lexeme(self, terminal: str) -> str:
        """The name of the rule for a lexical form; the value that it is a part of may have its name already."""
        name = terminal.lower()
        return f"{name}_form" if name in self.nodes and name != "name" else name

    def rule(self, origin: str, node: str) -> str:
        """The rule for those expansions of a rule that make one kind of node."""
        if origin == "start":
            return "_statement"
        name = re.sub("^_+", "_", origin)
        return name if len(self.nodes[origin]) == 1 or node == origin else f"{name}_{node}"

    def choice(self, rules: list[Rule]) -> str:
        return _any(
            [
                self.sequence(
                    rule.expansion,
                    str(rule.origin.name).lstrip("_").startswith("ref_star") or rule.origin.name == "ref",
                )
                for rule in rules
            ]
        )

    def sequence(self, symbols: list[Symbol], referred: bool) -> str:
        parts = [self.symbol(symbol) for symbol in symbols]
        if referred:
            parts = ["$._referred" if part == "$.name" else part for part in parts]
        return parts[0] if len(parts) == 1 else f"seq({', '.join(parts)})"

    def symbol(self, symbol: Symbol) -> str:
        name = str(symbol.name)
        if symbol.is_term:
            return f"$.{word_rule(name) if name in self.words else self.lexeme(name)}"
        if name == "name":
            return "$.name"
        if name == "_any_word":  # a word where a name stands is a name
            return "$._any_word"
        return _any([self.node(name, node) for node in self.nodes[name]])

    def node(self, origin: str, node: str) -> str:
        rule = self.rule(origin, node)
        return f"$.{rule}" if rule == node or rule.startswith("_") else f"alias($.{rule}, $.{node})"


def _any(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"choice({', '.join(parts)})"


def _spelt(pattern: str) -> str:
    return pattern.replace("times?", "times|time").partition("(?!")[0]


def _words(words: list[str]) -> str:
    return _any([f"'{word}'" for word in words])


def _form(name: str, form: str) -> str:
    """A lexical form. tree-sitter takes the longest match, so what must not follow need not be said."""
    return _TEXTS.get(name) or f"/{re.sub(r'[(][?]![^()]*[)]', '', form).replace('(?:', '(')}/"


_AROUND = {
    "source_file": "optional($._body)",
    "_body": "choice(seq(repeat1($._entry), optional($._last)), $._last)",
    "_entry": "choice(';', alias($._with_block, $.statement), seq($._last, choice(';', $._line_end)))",
    "_last": "alias($._without_block, $.statement)",
    "_without_block": "$._statement",
    "_with_block": "seq($._statement, $.block)",
    "block": "seq('{', optional($._body), '}')",
}
_FILE = """// Written by `python -m tools.build_highlighters` out of the grammar of the language. After it has changed:
// tree-sitter generate
module.exports = grammar({
  name: 'service_blueprint',

  extras: ($) => [@BLANK@, $.comment],

  // Whether a line end ends the statement; the second is valid only after a mistake, where all is tried.
  externals: ($) => [$._line_end, $._after_a_mistake],

  word: ($) => $.name,

  rules: {
@RULES@
  },
});
"""


def _ascii(form: str) -> str:
    """A form without characters that cannot be seen."""
    return "".join(char if " " <= char < "\x7f" else f"\\u{ord(char):04x}" for char in form)


def _highlights() -> str:
    parser = _lark()
    named = {str(rule.origin.name) for rule in parser.rules}
    by_class: dict[str, list[str]] = defaultdict(list)
    for terminal in parser.terminals:
        name = terminal.name.lower()
        if terminal.name in ("BLANK", "NAME", "COMMENT"):
            continue
        rule = word_rule(terminal.name) if _is_word_list(terminal) else f"{name}_form" if name in named else name
        by_class[plain(terminal.name)].append(rule)
    lines = [
        "; Written by `python -m tools.build_highlighters` out of the grammar of the language.",
        "(comment) @comment",
    ]
    for name, rules in by_class.items():
        lines.append(f"[{' '.join(f'({rule})' for rule in sorted(rules))}] @{CAPTURES[name]}")
    lines.append(f'["{{" "}}"] @{BRACKET}')
    lines.append(f'";" @{CAPTURES["punctuation"]}')
    lines += [pattern for patterns in _BY_PLACE.values() for pattern in patterns]
    lines.append(f"(reserved) @{RESERVED}")
    lines.append(f"(ref (name) @{CAPTURES['reference']})")
    lines.append(f"(lane (name) @{CAPTURES['reference']})")
    return "\n".join(lines) + "\n"
