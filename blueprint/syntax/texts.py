"""Quoted texts: what their escapes and their indentation mean, and how a text is written back."""

from __future__ import annotations

import re

from blueprint.diagnostics import Diagnostic
from blueprint.source import Span
from blueprint.syntax.codes import finding, rewrite

_ESCAPE = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|([\s\S]))")
_PLAIN = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}
_LINE = re.compile(r"\r\n|\r")


def text_value(written: str, span: Span) -> tuple[str, list[Diagnostic]]:
    """What a text with its quotes means, and an error for each escape that is none. `span` is where it stands."""
    if not written.startswith('"""'):
        inner = written[1:-1]
        return (inner, []) if "\\" not in inner else _unescape(inner, span, 1)
    value, found = _unescape(written[3:-3], span, 3)
    return _dedent(_LINE.sub("\n", value)), found


def _unescape(inner: str, span: Span, shift: int) -> tuple[str, list[Diagnostic]]:
    found: list[Diagnostic] = []

    def one(escape: re.Match[str]) -> str:
        if escape[1]:
            number = int(escape[1], 16)
            if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF:
                return chr(number)
        elif escape[2] in _PLAIN:
            return _PLAIN[escape[2]]
        start = span.start + shift + escape.start()
        place = Span(start, start + len(escape[0]), span.file)
        found.append(
            finding(
                "bad-escape",
                f"`{escape[0]}` means nothing in a text.",
                place,
                help=r'A backslash stands before `"`, `\`, `n` (new line), `t` (tab) or `u{1F600}` (a character by its number).',
                fix=rewrite("write the backslash twice", place, "\\" + escape[0]),
            )
        )
        return escape[0]

    return _ESCAPE.sub(one, inner), found


def _dedent(text: str) -> str:
    """The lines without the indentation that all but the first share, and without empty ends."""
    first, *rest = text.split("\n")
    margins = [len(line) - len(line.lstrip(" \t")) for line in rest if line.strip(" \t")]
    margin = min(margins, default=0)
    lines = [first.strip(" \t"), *(line[margin:].rstrip(" \t") for line in rest)]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return "\n".join(lines)


def quote(value: str) -> str:
    """A text on one line, as it is written between quotes."""
    out = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]", lambda c: f"\\u{{{ord(c[0]):X}}}", out) + '"'
