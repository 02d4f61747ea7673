"""Quoted texts: what their escapes and their indentation mean, and how a text is written back."""

from __future__ import annotations

import re

from blueprint.diagnostics import Diagnostic
from blueprint.source import Span
from blueprint.syntax.codes import finding, rewrite

_ESCAPE = r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|([\s\S]))"
_PLAIN = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}
_LINE = r"\r\n|\r"


def text_value(written: str, span: Span) -> tuple[str, list[Diagnostic]]:
    """What a text with its quotes means, and an error for each escape that is none. `span` is where it stands."""
    long = written.startswith('"""')
    inner = written[3:-3] if long else written[1:-1]
    # Indentation is taken away first: what an escape stands for is meant and stays.
    value = "\n".join(long_lines(written)) if long else inner
    if "\\" not in inner:
        return value, []
    shift = span.start + (3 if long else 1)
    found = [_unknown(each, shift, span.file) for each in re.finditer(_ESCAPE, inner) if _meaning(each) is None]
    return re.sub(_ESCAPE, lambda each: _meaning(each) or each[0], value), found


def _meaning(escape: re.Match[str]) -> str | None:
    """The character that an escape stands for."""
    if escape[1]:
        number = int(escape[1], 16)
        return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else None
    return _PLAIN.get(escape[2])


def _unknown(escape: re.Match[str], shift: int, file: str) -> Diagnostic:
    place = Span(shift + escape.start(), shift + escape.end(), file)
    return finding(
        "bad-escape",
        f"`{escape[0]}` means nothing in a text.",
        place,
        help=r'A backslash stands before `"`, `\`, `n` (new line), `t` (tab) or `u{1F600}` (a character).',
        fix=rewrite("write the backslash twice", place, "\\" + escape[0]),
    )


def long_lines(written: str) -> list[str]:
    """The lines of a long text, escapes as written, without the indentation that all but the first share, and
    without empty ends."""
    first, *rest = re.sub(_LINE, "\n", written[3:-3]).split("\n")
    margins = [len(line) - len(line.lstrip(" \t")) for line in rest if line.strip(" \t")]
    margin = min(margins, default=0)
    lines = [first.strip(" \t"), *(line[margin:].rstrip(" \t") for line in rest)]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return lines


def quote(value: str) -> str:
    """A text as it is written on one line."""
    return '"' + _escape(value).replace('"', '\\"').replace("\n", "\\n") + '"'


def quote_long(value: str, margin: str) -> str:
    """A text as it is written between three quotes on a statement at `margin`: its lines a level deeper."""
    body = value.strip("\n")
    before = len(value) - len(value.lstrip("\n")) if body else len(value)
    after = len(value) - len(value.rstrip("\n")) if body else 0
    lines = [_guard(_escape(line)) for line in body.split("\n")]
    lines[0] = "\\n" * before + lines[0]
    lines[-1] += "\\n" * after
    if lines == [""]:
        return '""""""'
    if all(line.startswith((" ", "\t")) for line in lines if line):  # else the shared indentation would be taken away
        first = next(number for number, line in enumerate(lines) if line)
        lines[first] = _by_number(lines[first][0]) + lines[first][1:]
    return between_quotes(lines, margin)


def between_quotes(lines: list[str], margin: str) -> str:
    """Lines, as they are written, between three quotes on a statement at `margin`."""
    return '"""\n' + "".join(f"{margin}  {line}\n" if line else "\n" for line in lines) + margin + '"""'


def _guard(line: str) -> str:
    """A line of a long text without blanks at its end and quotes that could close it."""
    if line[-1:] in (" ", "\t"):
        line = line[:-1] + _by_number(line[-1])
    return re.sub(r'"(?="|$)', lambda each: '\\"', line)


def _escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace("\t", "\\t")
    return re.sub(r"[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029]", lambda each: _by_number(each[0]), text)


def _by_number(char: str) -> str:
    return f"\\u{{{ord(char):X}}}"
