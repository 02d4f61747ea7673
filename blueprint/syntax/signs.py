"""Repairs of signs: foreign quotes, dashes and arrows, and signs that nothing needs."""

from __future__ import annotations

import unicodedata

from blueprint.diagnostics import Edit, Fix
from blueprint.source import Span
from blueprint.syntax.codes import finding, rewrite
from blueprint.syntax.lexemes import Lexeme
from blueprint.syntax.phrases import shown
from blueprint.syntax.place import Place, Repair, unless_alone

_SIGNS = {
    "−": "-",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "、": ",",
    "،": ",",
    "．": ".",
    "∼": "~",
    "≤": "<=",
    "≥": ">=",
}


def _ascii_sign(char: str) -> str:
    """The sign of the language that a foreign one stands for, or the sign itself."""
    if char in _SIGNS:
        return _SIGNS[char]
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and plain in "%,.:=<>~+-/€$£¥" else char


def foreign_sign(place: Place) -> Repair | None:
    """`–` for `-`, `４` for `4`: write the statement with the plain signs and read it again."""
    for at, (kind, written, start, _) in enumerate(place.lexemes):
        plain = "".join(map(_ascii_sign, written)) if kind == "BAD" else written
        if plain == written:
            continue
        # Signs join what stands around them (`after–sales`), so their neighbours are read anew with them.
        first, end = at, at + 1
        while (
            first and place.lexemes[first - 1][3] == place.lexemes[first][2] and place.lexemes[first - 1][0] != "TEXT"
        ):
            first -= 1
        while (
            end < len(place.lexemes)
            and place.lexemes[end - 1][3] == place.lexemes[end][2]
            and place.lexemes[end][0] != "TEXT"
        ):
            end += 1
        whole = place.span(first, end)
        new = "".join(map(_ascii_sign, place.written(first, end)))
        bad = next(number for number, char in enumerate(written) if _ascii_sign(char) != char)
        sign = Span(start + bad, start + bad + 1, place.file)
        message = f"`{written[bad]}` is not the sign `{_ascii_sign(written[bad])}`, though it looks like it."
        fix = rewrite(f"write `{new}`", whole, new)
        return Repair(finding("foreign-sign", message, sign, fix=fix), place.swap(first, end, new))
    return None


def foreign_arrow(place: Place) -> Repair | None:
    if place.kind != "FOREIGN_ARROW":
        return None
    arrow = "<->" if place.word in "↔⇔⟷⇨" and place.word != "⇨" else "->"
    span = place.here
    fix = rewrite(f"write `{arrow}`", span, arrow)
    message = f"An arrow is written `{arrow}` here, not `{place.word}`."
    return Repair(finding("foreign-sign", message, span, fix=fix), place.swap(place.index, place.index + 1, arrow))


def quotes(place: Place) -> Repair | None:
    """Curly or single quotes, and quotes that are never closed."""
    for at, (kind, written, start, end) in enumerate(place.lexemes):
        span = Span(start, end, place.file)
        if kind in ("CURLY_TEXT", "SINGLE_TEXT"):
            plain = '"' + written[1:-1].replace('"', '\\"') + '"'
            message = f'A text stands between straight quotes `"`, not between `{written[0]}` and `{written[-1]}`.'
            new = place.swap(at, at + 1, plain)
            return Repair(
                finding("foreign-sign", message, span, fix=rewrite(f"write {shown(plain)}", span, plain)), new
            )
        if kind in ("OPEN_TEXT", "OPEN_LONG"):
            closing = '"' if kind == "OPEN_TEXT" else '"""'
            stop = Span(end, end, place.file)
            message = f"This text has no closing `{closing}`" + (" on its line." if kind == "OPEN_TEXT" else ".")
            fix = Fix(f"close the text with `{closing}`", (Edit(stop, closing),), safe=False)
            if len(written) == len(closing):  # nothing stands in it
                return Repair(finding("unclosed-text", message, span), place.without(at, at + 1))
            body = written.removesuffix("\\") if (len(written) - len(written.rstrip("\\"))) % 2 else written
            lexeme: Lexeme = ("TEXT", body + closing, start, end)
            new = [*place.lexemes[:at], lexeme, *place.lexemes[at + 1 :]]
            shorter = Span(start, min(end, start + len(written.splitlines()[0])), place.file)
            return Repair(finding("unclosed-text", message, shorter, fix=fix), new)
    return None


def inner_quotes(place: Place) -> Repair | None:
    """`customer "Says "hello" to us"`: the inner quotes end the text, and what follows sticks to it."""
    kinds = [lexeme[0] for lexeme in place.lexemes]
    first = place.index - 1
    if place.at_end or first < 0 or kinds[first] != "TEXT" or kinds[place.index] == "COMMA":
        return None
    if place.lexemes[first][3] != place.lexemes[place.index][2] or "TEXT" not in kinds[place.index :]:
        return None
    last = len(kinds) - 1 - kinds[::-1].index("TEXT")
    span, written = place.span(first, last + 1), place.written(first, last + 1)
    plain = '"' + written[1:-1].replace('\\"', '"').replace('"', '\\"') + '"'
    if "\n" in written or "\r" in written:
        return None
    message = 'A quote inside a text is written `\\"`, or curly: `“…”`.'
    fix = rewrite(f"write {shown(plain)}", span, plain)
    return Repair(finding("bad-escape", message, span, fix=fix), place.swap(first, last + 1, plain))


def comment(place: Place) -> Repair | None:
    """`// a remark`, `/* a remark */`: as other languages have it."""
    at = next((n for n, (kind, word, _, _) in enumerate(place.lexemes) if kind == "BAD" and word == "/"), None)
    if at is None:
        return None
    start = place.lexemes[at][2]
    glued = at > 0 and place.lexemes[at - 1][3] == start  # `https://…`
    if glued or place.text[start : start + 2] not in ("//", "/*"):
        return None
    span = Span(start, start + 2, place.file)
    fix = rewrite("write `#`", span, "#", safe=place.text[start + 1] == "/")
    return Repair(finding("foreign-sign", "A comment begins with `#`.", span, fix=fix), place.lexemes[:at])


def invisible(place: Place) -> Repair | None:
    """Signs that nobody sees, from a web page or a word processor."""
    for at, (kind, written, _, _) in enumerate(place.lexemes):
        if kind == "BAD" and unicodedata.category(written[0]) in ("Cf", "Cc"):
            span = place.span(at, at + 1)
            message = f"A character that cannot be seen stands here ({shown(written[0])})."
            fix = rewrite("take it away", span, "")
            return Repair(finding("foreign-sign", message, span, fix=fix), place.without(at, at + 1))
    return None


_NEEDLESS = {
    ":": "A colon",
    "=": "An equals sign",
    "(": "A bracket",
    ")": "A bracket",
    "[": "A bracket",
    "]": "A bracket",
}


def needless_sign(place: Place) -> Repair | None:
    """`takes: 4min`, `takes = 4min`, `step a, "A"`: the sign can go."""
    if place.at_end:
        if place.lexemes[-1][0] != "COMMA" or len(place.lexemes) < 2:
            return None
        last = len(place.lexemes) - 1
        return _delete(place, last, "Nothing follows the comma at the end of this line.", "take the comma away")
    before = place.index - 1
    if before > 1 and place.lexemes[before - 1][0] == "COMMA" and place.starts_tail(before):  # `by a, via desk`
        return _delete(
            place, before - 1, f"No comma is needed before `{place.lexemes[before][1]}`.", "take the comma away"
        )
    after = place.index + 1
    if place.kind == "COMMA" and place.index and after < len(place.lexemes) and place.starts_tail(after):
        return _delete(place, place.index, "No comma is needed here.", "take the comma away")  # `staff 3, rate 12/h`
    if place.kind == "COMMA" and place.index and place.lexemes[before][0] not in ("COMMA", "NUMBER"):
        new = place.without(place.index, place.index + 1)
        if place.reads_further(new):
            return _delete(place, place.index, "No comma is needed here.", "take the comma away")
    if place.word in _NEEDLESS and place.kind in ("BAD", "COMPARISON") and place.index:
        return _delete(
            place, place.index, f"{_NEEDLESS[place.word]} is not needed here.", f"take the `{place.word}` away"
        )
    return None


def _delete(place: Place, at: int, message: str, title: str) -> Repair:
    span = place.span(at, at + 1)
    rest = unless_alone(place.without(at, at + 1))
    tight = place.text[span.start - 1 : span.start].isalnum() and place.text[span.end : span.end + 1].isalnum()
    return Repair(finding("syntax-error", message, span, fix=rewrite(title, span, " " if tight else "")), rest)
