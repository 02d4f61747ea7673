"""A statement that cannot be read: what to say about it, and what was most likely meant.

Each repair looks at the place where the parse stopped, tells of one mistake, and hands back the lexemes as they were meant
(or without the part that has no meaning), so that the rest of the statement is still read. They are tried in order; the
last always does something, and each one either mends or shortens, so mending comes to an end.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from blueprint import vocabulary
from blueprint.diagnostics import Diagnostic, Edit, Fix
from blueprint.source import Span
from blueprint.spelling import nearest
from blueprint.syntax.codes import finding, rewrite
from blueprint.syntax.grammar import Grammar, Refused
from blueprint.syntax.lexemes import Lexeme, scan
from blueprint.syntax.near import UNITS, near
from blueprint.syntax.phrases import expected_phrase, named, shown

_TITLED = frozenset({"wait", "pause", "fail", "when"})
_HEADS = frozenset(entry.word for entry in vocabulary.STATEMENTS if entry.word != "use")
_QUANTITIES = frozenset(
    {"number", "signed", "share", "duration", "rate", "money", "price", "date", "times", "amount", "version", "choice",
     "owner", "reason", "proxy"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Repair:
    """The finding, and the lexemes as they are to be read instead."""

    diagnostic: Diagnostic
    lexemes: list[Lexeme]


class Place:
    """Where the parse of a statement stopped: its lexemes, the one at `index` that was refused, what could stand there."""

    def __init__(self, grammar: Grammar, text: str, file: str, lexemes: list[Lexeme], refused: Refused) -> None:
        self.grammar, self.text, self.file, self.lexemes = grammar, text, file, lexemes
        self.index = refused.index
        self.expected = grammar.expected(refused.states)
        self.at_end = self.index >= len(lexemes)
        self.kind = "" if self.at_end else lexemes[self.index][0]
        self.word = "" if self.at_end else lexemes[self.index][1]

    def span(self, first: int, end: int) -> Span:
        """The range of the lexemes `first` to `end` (exclusive)."""
        return Span(self.lexemes[first][2], self.lexemes[max(end, first + 1) - 1][3], self.file)

    @property
    def here(self) -> Span:
        """The refused lexeme, or the last one when the statement ends too early."""
        at = min(self.index, len(self.lexemes) - 1)
        return self.span(at, at + 1)

    def written(self, first: int, end: int) -> str:
        return self.text[self.lexemes[first][2] : self.lexemes[end - 1][3]] if end > first else ""

    def starts_tail(self, at: int) -> bool:
        """Whether an attribute or an arrow may begin with this lexeme."""
        kind = self.lexemes[at][0]
        entry = vocabulary.WORDS.get(kind)
        if entry is None:
            return kind in ("ARROW", "FOREIGN_ARROW") or (kind in ("low", "medium", "high") and self.lexemes[0][0] == "fail")
        before = self.lexemes[at - 1] if at else ("", "", 0, 0)
        inside = (kind in UNITS and before[0] in ("NUMBER", "BAD")) or (kind == "of" and before[1] == "out")  # of a value
        return entry.shape not in ("statement", "lane") and not inside

    def tail_from(self, at: int) -> int:
        """The index of the first lexeme from here on that begins an attribute, or the end."""
        while at < len(self.lexemes) and not self.starts_tail(at):
            at += 1
        return at

    def value_end(self, at: int) -> int:
        """Where the value ends that this lexeme is part of: before the next attribute, or the comma before it."""
        end = self.tail_from(at)
        return end - 1 if end > at and self.lexemes[end - 1][0] == "COMMA" else end

    def attribute(self) -> int | None:
        """The index of the attribute word whose value is being read, or None."""
        for at in range(min(self.index, len(self.lexemes) - 1), -1, -1):
            named = at == 1 and self.lexemes[0][0] in _HEADS  # `step takes "…"`: there it is the id
            if at < self.index and self.starts_tail(at) and self.lexemes[at][0] in vocabulary.WORDS and not named:
                return None if vocabulary.WORDS[self.lexemes[at][0]].shape == "flag" else at
        return None

    def swap(self, first: int, end: int, text: str) -> list[Lexeme]:
        """The lexemes with `text` read in the place of some; it takes their place in the file."""
        start, stop = self.lexemes[first][2], self.lexemes[max(end, first + 1) - 1][3]
        new = [(kind, piece, start, stop) for kind, piece, _, _ in scan(self.grammar, text)]
        return [*self.lexemes[:first], *new, *self.lexemes[end:]]

    def without(self, first: int, end: int) -> list[Lexeme]:
        return [*self.lexemes[:first], *self.lexemes[end:]]

    def reads_further(self, lexemes: list[Lexeme]) -> bool:
        """Whether these lexemes are understood past the place where the old ones were refused."""
        try:
            self.grammar.parse(tuple([lexeme[0] for lexeme in lexemes]))
        except Refused as refused:
            return refused.index > self.index + len(lexemes) - len(self.lexemes)
        return True


def repair(place: Place) -> Repair:
    """The first repair that fits; the last of them always does."""
    for each in _REPAIRS:
        found = each(place)
        if found is not None:
            return found
    return _drop(place)


# ---------------------------------------------------------------------------------------------------- signs


_SIGNS = {"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "、": ",", "،": ",", "．": ".", "∼": "~", "≤": "<=", "≥": ">="}


def _ascii_sign(char: str) -> str:
    """The sign of the language that a foreign one stands for, or the sign itself."""
    if char in _SIGNS:
        return _SIGNS[char]
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and plain in "%,.:=<>~+-/€$£¥" else char


def _foreign_sign(place: Place) -> Repair | None:
    """`–` for `-`, `４` for `4`: write the statement with the plain signs and read it again."""
    for at, (kind, written, start, _) in enumerate(place.lexemes):
        plain = "".join(map(_ascii_sign, written)) if kind == "BAD" else written
        if plain == written:
            continue
        # Signs join what stands around them (`after–sales`), so their neighbours are read anew with them.
        first, end = at, at + 1
        while first and place.lexemes[first - 1][3] == place.lexemes[first][2] and place.lexemes[first - 1][0] != "TEXT":
            first -= 1
        while end < len(place.lexemes) and place.lexemes[end - 1][3] == place.lexemes[end][2] and place.lexemes[end][0] != "TEXT":
            end += 1
        whole = place.span(first, end)
        new = "".join(map(_ascii_sign, place.written(first, end)))
        bad = next(number for number, char in enumerate(written) if _ascii_sign(char) != char)
        sign = Span(start + bad, start + bad + 1, place.file)
        message = f"`{written[bad]}` is not the sign `{_ascii_sign(written[bad])}`, though it looks like it."
        fix = rewrite(f"write `{new}`", whole, new)
        return Repair(finding("foreign-sign", message, sign, fix=fix), place.swap(first, end, new))
    return None


def _foreign_arrow(place: Place) -> Repair | None:
    if place.kind != "FOREIGN_ARROW":
        return None
    arrow = "<->" if place.word in "↔⇔⟷⇨" and place.word != "⇨" else "->"
    span = place.here
    fix = rewrite(f"write `{arrow}`", span, arrow)
    message = f"An arrow is written `{arrow}` here, not `{place.word}`."
    return Repair(finding("foreign-sign", message, span, fix=fix), place.swap(place.index, place.index + 1, arrow))


def _quotes(place: Place) -> Repair | None:
    """Curly or single quotes, and quotes that are never closed."""
    for at, (kind, written, start, end) in enumerate(place.lexemes):
        span = Span(start, end, place.file)
        if kind in ("CURLY_TEXT", "SINGLE_TEXT"):
            plain = '"' + written[1:-1].replace('"', '\\"') + '"'
            message = f"A text stands between straight quotes `\"`, not between `{written[0]}` and `{written[-1]}`."
            new = place.swap(at, at + 1, plain)
            return Repair(finding("foreign-sign", message, span, fix=rewrite(f"write {shown(plain)}", span, plain)), new)
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


_NEEDLESS = {":": "A colon", "=": "An equals sign", "(": "A bracket", ")": "A bracket", "[": "A bracket", "]": "A bracket"}


def _needless_sign(place: Place) -> Repair | None:
    """`takes: 4min`, `takes = 4min`, `step a, "A"`: the sign can go."""
    if place.at_end:
        if place.lexemes[-1][0] != "COMMA" or len(place.lexemes) < 2:
            return None
        last = len(place.lexemes) - 1
        return _delete(place, last, "Nothing follows the comma at the end of this line.", "take the comma away")
    before = place.index - 1
    if before > 1 and place.lexemes[before - 1][0] == "COMMA" and place.starts_tail(before):  # `by a, via desk`
        return _delete(place, before - 1, f"No comma is needed before `{place.lexemes[before][1]}`.", "take the comma away")
    if place.kind == "COMMA" and place.index and place.lexemes[before][0] not in ("COMMA", "NUMBER"):
        new = place.without(place.index, place.index + 1)
        if place.reads_further(new):
            return _delete(place, place.index, "No comma is needed here.", "take the comma away")
    if place.word in _NEEDLESS and place.kind in ("BAD", "COMPARISON") and place.index:
        return _delete(place, place.index, f"{_NEEDLESS[place.word]} is not needed here.", f"take the `{place.word}` away")
    return None


def _delete(place: Place, at: int, message: str, title: str) -> Repair:
    span = place.span(at, at + 1)
    rest = _unless_alone(place.without(at, at + 1))
    tight = place.text[span.start - 1 : span.start].isalnum() and place.text[span.end : span.end + 1].isalnum()
    return Repair(finding("syntax-error", message, span, fix=rewrite(title, span, " " if tight else "")), rest)


# ---------------------------------------------------------------------------------------------------- words


def _and(place: Place) -> Repair | None:
    """`by clerk and porter`."""
    if place.word not in ("and", "or", "&", "+") or "COMMA" not in place.expected or place.at_end:
        return None
    span = place.here
    word = "Names that belong together have a comma between them." if place.word != "or" else (
        "Only `by` takes names with `or` between them; elsewhere there is a comma."
    )  # fmt: skip
    before = place.lexemes[place.index - 1][3]
    fix = Fix("write a comma", (Edit(Span(before, span.end, place.file), ","),), safe=place.word != "or")
    return Repair(finding("syntax-error", word, span, fix=fix), place.swap(place.index, place.index + 1, ","))


def _misspelt(place: Place) -> Repair | None:
    """A word that is almost one of those that can stand here, or another word of the field for it."""
    for at in sorted({min(place.index, len(place.lexemes) - 1), 0}, reverse=True):
        kind, written, _, _ = place.lexemes[at]
        if kind != "NAME":
            continue
        for word in _candidates(place, at, written):
            new = place.swap(at, at + 1, word)
            if place.reads_further(new) or (at == place.index and _takes(place, word)):
                span = place.span(at, at + 1)
                message = f"`{written}` is no word of the language; did you mean `{word}`?"
                if written.lower().replace("_", "-") in vocabulary.SYNONYMS:
                    message = f"What you call `{written}` is called `{word}` here."
                return Repair(finding("misspelt-word", message, span, fix=rewrite(f"write `{word}`", span, word)), new)
    return None


def _candidates(place: Place, at: int, written: str) -> list[str]:
    known = vocabulary.SYNONYMS.get(written.lower().replace("_", "-"), ())
    among = [word for word in place.grammar.words if at == 0 or _takes(place, word)]
    close = [word for word in nearest(written, among) if len(written) > 2]
    close += [word for word in among if len(written) > 2 and word.startswith(written.lower()) and word not in close]
    return [*(word for word in known if at == 0 or _takes(place, word)), *close]


def _takes(place: Place, word: str) -> bool:
    """Whether the word could stand at the refused place as a word of the language."""
    return any(terminal in place.expected for terminal in place.grammar.words.get(word, ()) if terminal != "NAME")


def _order(place: Place) -> Repair | None:
    """`step "Check in" check_in`: the id stands before the title. `frontstage by clerk "Greets"`: the text comes first."""
    kinds = [lexeme[0] for lexeme in place.lexemes]
    if place.at_end:
        return None
    if place.index == 2 and kinds[1] == "TEXT" and kinds[0] in _HEADS and place.kind in ("NAME", *place.grammar.words):
        target, what = 1, f"The id stands before the title: `{kinds[0]} {place.word} {shown(place.lexemes[1][1])}`."
    elif place.kind == "TEXT" and "TEXT" not in kinds[: place.index] and kinds[0] not in _HEADS and (
        place.attribute() != place.index - 1
    ):
        target = 2 if kinds[0] == "meanwhile" else 1
        what = f"The text stands right after `{place.lexemes[target - 1][1]}`, before everything else."
    else:
        return None
    moved = list(place.lexemes)
    moved.insert(target, moved.pop(place.index))
    if not place.reads_further(moved) or target >= place.index:
        return None
    span, to = place.here, place.lexemes[target][2]
    gap = Span(place.lexemes[place.index - 1][3], span.end, place.file)
    edits = (Edit(Span(to, to, place.file), place.word + " "), Edit(gap, ""))
    return Repair(finding("syntax-error", what, span, fix=Fix("move it there", edits)), moved)


def _unquoted(place: Place) -> Repair | None:
    """`customer Checks in`: a title without its quotes."""
    first = 2 if place.lexemes[0][0] == "meanwhile" else 1
    head = place.lexemes[min(first, len(place.lexemes)) - 1][0]
    titled = head in _TITLED or head in _HEADS or head in vocabulary.LANES
    words = [lexeme for lexeme in place.lexemes[first : place.index + 1] if _is_word(lexeme)]
    if not titled or place.at_end or place.index < first or len(words) < place.index + 1 - first:
        return None
    if first + 1 < len(place.lexemes) and _like_id(place.lexemes[first][1], place.lexemes[first + 1][1]):
        first += 1
    if head == "phase" and place.lexemes[first][1] in vocabulary.PHASES:
        first += 1
    for end in range(max(place.index, first) + 1, min(len(place.lexemes), 60) + 1):
        if end < len(place.lexemes) and not place.starts_tail(end) and _is_word(place.lexemes[end]):
            continue
        quoted = f'"{place.written(first, end)}"'
        new = place.swap(first, end, quoted)
        if '"' not in quoted[1:-1] and (end == len(place.lexemes) or _tail_follows(place, new, end)):
            span = place.span(first, end)
            message = f"The text of {named(head)} stands in quotes."
            return Repair(finding("unquoted-text", message, span, fix=rewrite(f"write {shown(quoted)}", span, quoted)), new)
    return None


def _tail_follows(place: Place, new: list[Lexeme], end: int) -> bool:
    """Whether the words end here: what follows reads well, or is an attribute with a number, be it a wrong one."""
    try:
        place.grammar.parse(tuple([lexeme[0] for lexeme in new]))
    except Refused:
        return not _is_word(place.lexemes[end]) or (
            end + 1 < len(place.lexemes) and place.lexemes[end + 1][1][:1].isdigit() and place.starts_tail(end)
        )
    return True


def _is_word(lexeme: Lexeme) -> bool:
    return lexeme[0] in ("NAME", "CURRENCY") or lexeme[0].islower()


def _like_id(word: str, after: str) -> bool:
    return "_" in word or (word[:1].islower() and after[:1].isupper())


# ---------------------------------------------------------------------------------------------------- values


def _near_value(place: Place) -> Repair | None:
    """A value that is plainly meant, though not written as the language writes it: `10 min`, `2,400/day`."""
    at = place.attribute()
    entry = vocabulary.WORDS[place.lexemes[at][0]] if at is not None else None
    if place.at_end and entry is None:
        return None
    if at is not None and entry is not None and entry.shape in _NUMBERS:
        return _say_near(place, at + 1, place.value_end(max(at + 1, place.index)), entry.shape)
    for first in (place.index, place.index - 1):
        if 0 < first < len(place.lexemes) and place.lexemes[first][1][:1].isdigit():
            for shape in _LINE_SHAPES.get(place.lexemes[0][0], ()):
                found = _say_near(place, first, place.value_end(place.index), shape)
                if found:
                    return found
    return None


_NUMBERS = _QUANTITIES - {"version", "choice", "owner", "reason", "proxy"}
_LINE_SHAPES = {
    "wait": ("duration",), "pause": ("duration",), "meanwhile": ("duration",), "fail": ("share",), "when": ("share",),
    "metric": ("amount",),
}  # fmt: skip


def _say_near(place: Place, first: int, end: int, shape: str) -> Repair | None:
    written = place.written(first, end)
    meant = near(shape, written) if written else None
    if meant is None or meant == written:
        return None
    new, span = place.swap(first, end, meant), place.span(first, end)
    if not place.reads_further(new):
        return None
    message = f"`{shown(written)}` is written `{meant}` here."
    return Repair(finding("bad-value", message, span, fix=rewrite(f"write `{meant}`", span, meant)), new)


def _value(place: Place) -> Repair | None:
    """The value of an attribute, or the share or time of a line, is none that it could have."""
    at = place.attribute()
    if at is None:
        return _line_value(place)
    entry = vocabulary.WORDS[place.lexemes[at][0]]
    end = place.value_end(max(at + 1, place.index))
    if entry.shape == "text" and at == 0:
        end = len(place.lexemes)
    cell_text = place.lexemes[0][0] in vocabulary.LANES and at == 1 and place.index == 2 and place.kind == "TEXT"
    if end == at + 1 or (cell_text and entry.shape == "refs"):  # `customer by "Pays"`: the text is the cell's
        return _missing(place, at, entry)
    if entry.shape in _QUANTITIES or place.index == at + 1:
        return _bad_value(place, at, end, entry)
    return _two_names(place) if entry.shape in ("ref", "refs") else None


def _line_value(place: Place) -> Repair | None:
    """`when "X" 40`: a bare number where a share or a duration stands."""
    for shape, terminal in (("share", "SHARE"), ("duration", "DURATION")):
        if terminal in place.expected and place.kind == "NUMBER":
            return _no_value(place, place.index, place.index, place.value_end(place.index), shape)
    return None


def _two_names(place: Place) -> Repair | None:
    """`via front desk`: one name of two words, or two without their comma."""
    before = place.index - 1
    if not _is_word(place.lexemes[before]) or place.at_end or not _is_word(place.lexemes[place.index]):
        return None
    one, other = place.lexemes[before][1], place.word
    span = place.span(before, place.index + 1)
    message = f"`{one} {other}` are two names: join them as `{one}_{other}`, or put a comma between them."
    return Repair(finding("syntax-error", message, span), place.without(place.index, place.index + 1))


def _missing(place: Place, at: int, entry: vocabulary.Entry) -> Repair:
    span = place.span(at, at + 1)
    message = f"`{entry.word}` says nothing yet: it needs {vocabulary.lacking(entry.word)}."
    return Repair(finding("missing-value", message, span), place.without(at, at + 1))


def _bad_value(place: Place, at: int, end: int, entry: vocabulary.Entry) -> Repair:
    first, written = at + 1, place.written(at + 1, end)
    if entry.word == "hours" and place.lexemes[first][0] == "TEXT":
        span, whole = place.span(first, end), place.span(at, end)
        message = "`hours` counts how long it is open, such as `8h/day`; the times of day belong in a note."
        fix = rewrite("make it a note", whole, f"note {written}", safe=False)
        return Repair(finding("bad-value", message, span, fix=fix), place.without(at, end))
    meant = near(entry.shape, written)
    if entry.shape == "version" and meant is None and place.lexemes[first][0] != "TEXT":
        meant = near("text", written)
    if entry.shape in ("text", "owner", "version") and meant:
        span = place.span(first, end)
        message = f"The text after `{entry.word}` stands in quotes."
        fix = rewrite(f"write {shown(meant)}", span, meant)
        return Repair(finding("unquoted-text", message, span, fix=fix), place.swap(first, end, meant))
    if meant and meant != written and entry.shape not in _NUMBERS:
        said = _say_near(place, first, end, entry.shape)
        if said is not None:
            return said
    return _no_value(place, at, first, end, entry.shape, entry.word)


def _no_value(place: Place, at: int, first: int, end: int, shape: str, word: str = "") -> Repair:
    """Nobody knows what this value means: cut it out, from `at` on."""
    span, written = place.span(first, end), place.written(first, end)
    what = vocabulary.lacking(word) if word else "{} such as `{}`".format(*vocabulary.VALUES[shape])
    subject = f"`{word}` needs {what}" if word else f"Here stands {what}"
    fix = None
    unit = {"share": "%", "duration": "min", "times": " times"}.get(shape, "")
    if unit and place.lexemes[first][0] == "NUMBER" and end == first + 1:
        fix = rewrite(f"write `{written}{unit}`", span, written + unit, safe=False)
    message = f"{subject}; `{shown(written)}` is none."
    return Repair(finding("bad-value", message, span, fix=fix), place.without(at, end))


# ---------------------------------------------------------------------------------------------------- the rest


def _arrow_in_tail(place: Place) -> Repair | None:
    if place.kind != "ARROW" or place.index == 0:
        return None
    message = "An arrow stands on a line of its own, inside the step that it leaves."
    end = len(place.lexemes)
    return Repair(finding("syntax-error", message, place.span(place.index, end)), place.without(place.index, end))


def _drop(place: Place) -> Repair:
    """Nobody can tell what was meant: say what could stand there, and go on with the next attribute."""
    end = place.tail_from(place.index + 1) if not place.at_end else len(place.lexemes)
    help = expected_phrase(place.expected, place.lexemes[0][0] if place.lexemes else "")
    if place.at_end:
        message = f"Something is missing after `{shown(place.lexemes[-1][1])}`."
        at = place.attribute()
        first = at if at is not None and at > 0 else max(0, len(place.lexemes) - 1)
        return Repair(finding("syntax-error", message, place.here, help=help), _unless_alone(place.lexemes[:first]))
    message = f"`{shown(place.word)}` cannot stand here."
    if place.kind == "TEXT" and place.index == 0:
        message = f"A line cannot begin with a text: say what {shown(place.word)} is."
    at = place.attribute()
    first = at if at is not None and at > 0 and not _complete(place) else place.index
    rest = place.without(first, end) if place.index else []
    return Repair(finding("syntax-error", message, place.here, help=help), _unless_alone(rest))


def _unless_alone(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Nothing when only a name is left: alone it would read as the cell of a lane that nobody meant."""
    return [] if len(lexemes) == 1 and lexemes[0][0] in ("NAME", "CURRENCY") else lexemes


def _complete(place: Place) -> bool:
    """Whether the statement could end before the refused lexeme."""
    return "$END" in place.expected


_REPAIRS: tuple[Callable[[Place], Repair | None], ...] = (
    _quotes,
    _foreign_sign,
    _foreign_arrow,
    _needless_sign,
    _and,
    _order,
    _arrow_in_tail,
    _near_value,
    _misspelt,
    _value,
    _unquoted,
)
