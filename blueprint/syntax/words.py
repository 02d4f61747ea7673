"""Repairs of words: misspelt ones, those of other tools, titles without quotes and in the wrong place."""

from __future__ import annotations

from blueprint import vocabulary
from blueprint.diagnostics import Edit, Fix
from blueprint.source import Span
from blueprint.spelling import nearest
from blueprint.syntax.codes import finding, rewrite
from blueprint.syntax.grammar import Refused
from blueprint.syntax.lexemes import Lexeme
from blueprint.syntax.phrases import named, shown
from blueprint.syntax.place import HEADS, Place, Repair, is_word

_TITLED = frozenset({"wait", "pause", "fail", "when"})


def joined_by_and(place: Place) -> Repair | None:
    """`by clerk and porter`."""
    if place.word not in ("and", "or", "&", "+") or "COMMA" not in place.expected or place.at_end:
        return None
    span = place.here
    word = "Names that belong together have a comma between them." if place.word != "or" else (
        "Only `by` takes names with `or` between them; elsewhere there is a comma."
    )  # fmt: skip
    before = Span(place.gap(place.index).start, span.end, place.file)
    fix = Fix("write a comma", (Edit(before, ","),), safe=place.word != "or")
    return Repair(finding("syntax-error", word, span, fix=fix), place.swap(place.index, place.index + 1, ","))


def misspelt(place: Place) -> Repair | None:
    """A word that is almost one of those that can stand here, or another word of the field for it."""
    for at in sorted({min(place.index, len(place.lexemes) - 1), 0}, reverse=True):
        kind, written, _, _ = place.lexemes[at]
        if kind != "NAME" and kind not in vocabulary.SYNONYMS:  # `time` is a word of the language: `repeats 1 time`
            continue
        fitting = [
            (-place.reach(new), number, word, new)
            for number, word in enumerate(_candidates(place, at, written))
            if place.reads_further(new := place.swap(at, at + 1, word)) or (at == place.index and _takes(place, word))
        ]
        if fitting:  # of two that are as near, the one that what follows suits
            _, _, word, new = min(fitting)
            known = vocabulary.SYNONYMS.get(_plain(written), ())
            return _meant(place, at, word, new, sure=len({word for _, _, word, _ in fitting} & {*known}) < 2)
    return None


def misspelt_first(place: Place) -> Repair | None:
    """`sklls technical, "tariffs"`: with the first word mended, nothing is wrong with the statement."""
    kind, written, _, _ = place.lexemes[0]
    for word in _candidates(place, 0, written) if kind == "NAME" else ():
        new = place.swap(0, 1, word)
        if _sound(place, new):
            return _meant(place, 0, word, new)
    return None


def _meant(place: Place, at: int, word: str, new: list[Lexeme], sure: bool = True) -> Repair:
    written, span = place.lexemes[at][1], place.span(at, at + 1)
    message = f"`{written}` is no word of the language; did you mean `{word}`?"
    if _plain(written) in vocabulary.SYNONYMS:
        message = f"What you call `{written}` is called `{word}` here."
    return Repair(finding("misspelt-word", message, span, fix=rewrite(f"write `{word}`", span, word, safe=sure)), new)


def _plain(written: str) -> str:
    return written.lower().replace("_", "-")


def _candidates(place: Place, at: int, written: str) -> list[str]:
    known = vocabulary.SYNONYMS.get(_plain(written), ())
    among = [word for word in place.grammar.words if at == 0 or _takes(place, word)]
    close = [word for word in nearest(written, among) if len(written) > 2]
    close += [word for word in among if len(written) > 2 and word.startswith(written.lower()) and word not in close]
    found = [word for word in (*known, *close) if at == 0 or (_takes(place, word) and _belongs(place, word))]
    if at and "pays" in known and "pays" in found and place.head in vocabulary.LANES:
        # What costs the customer, they pay.
        found = ["pays", *found] if place.head == "customer" else [word for word in found if word != "pays"]
    return found


def _belongs(place: Place, word: str) -> bool:
    """Whether a line such as this one may hold the attribute; small words such as `or` have no place of their own."""
    head = place.head
    where = vocabulary.place_of(head) or ("cell" if head == "NAME" else "")
    return not where or where == "evidence" or word not in vocabulary.WORDS or vocabulary.allowed(word, where)


def _takes(place: Place, word: str) -> bool:
    """Whether the word could stand at the refused place as a word of the language."""
    return any(terminal in place.expected for terminal in place.grammar.words.get(word, ()) if terminal != "NAME")


def order(place: Place) -> Repair | None:
    """`step "Check in" check_in`: the id comes before the title. `customer by guest "Pays"`: the text comes first."""
    kinds = [lexeme[0] for lexeme in place.lexemes]
    if place.at_end:
        return None
    if place.index == 2 and kinds[1] == "TEXT" and kinds[0] in HEADS and place.kind in ("NAME", *place.grammar.words):
        target, what = 1, f"The id stands before the title: `{kinds[0]} {place.word} {shown(place.lexemes[1][1])}`."
    elif (
        place.kind == "TEXT"
        and "TEXT" not in kinds[: place.index]
        and kinds[0] not in HEADS
        and (place.attribute() != place.index - 1)
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
    gap = Span(place.gap(place.index).start, span.end, place.file)
    edits = (Edit(Span(to, to, place.file), place.word + " "), Edit(gap, ""))
    return Repair(finding("syntax-error", what, span, fix=Fix("move it there", edits)), moved)


def unquoted_list(place: Place) -> Repair | None:
    """`evidence Menu, flyer`: the comma is part of a text without its quotes."""
    first = 2 if place.lexemes[0][0] == "meanwhile" else 1
    if place.kind != "COMMA" or place.index != first + 1 or place.lexemes[first - 1][0] not in vocabulary.LANES:
        return None
    return unquoted(place)


def unquoted(place: Place) -> Repair | None:
    """`customer Checks in`: a title without its quotes."""
    first = 2 if place.lexemes[0][0] == "meanwhile" else 1
    head = place.lexemes[min(first, len(place.lexemes)) - 1][0]
    titled = head in _TITLED or head in HEADS or head in vocabulary.LANES
    words = [lexeme for lexeme in place.lexemes[first : place.index + 1] if is_word(lexeme) or lexeme[0] == "COMMA"]
    if not titled or place.at_end or place.index < first or len(words) < place.index + 1 - first:
        return None
    if first + 1 < len(place.lexemes) and _like_id(place.lexemes[first][1], place.lexemes[first + 1][1]):
        first += 1
    if head == "phase" and place.lexemes[first][1] in vocabulary.PHASES:
        first += 1
    for end in range(max(place.index, first) + 1, min(len(place.lexemes), 60) + 1):
        if end < len(place.lexemes) and not place.starts_tail(end) and _goes_on(place, end):
            continue
        quoted = f'"{place.written(first, end)}"'
        new = place.swap(first, end, quoted)
        if '"' not in quoted[1:-1] and (end == len(place.lexemes) or _tail_follows(place, new, end)):
            span = place.span(first, end)
            message = f"The text of {named(head)} stands in quotes."
            return Repair(
                finding("unquoted-text", message, span, fix=rewrite(f"write {shown(quoted)}", span, quoted)), new
            )
    return None


def whole_text(place: Place) -> Repair | None:
    """`customer Checks in with bags takes 2min`: words of the language stand in it too, but as a text without its
    quotes, and as nothing else, the whole statement is sound. A single word is more likely a misspelt one."""
    first = 2 if place.lexemes[0][0] == "meanwhile" else 1
    lane = place.lexemes[min(first, len(place.lexemes)) - 1][0] in (*vocabulary.LANES, "evidence")
    if not lane or place.at_end or any(_quoted(kind) or kind == "ARROW" for kind, *_ in place.lexemes):
        return None
    if len(place.lexemes) > first + 1 and _like_id(place.lexemes[first][1], place.lexemes[first + 1][1]):
        first += 1
    title = place.lexemes[first][1][:1] if len(place.lexemes) > first else ""
    for end in range(max(place.index, first) + 1, min(len(place.lexemes), 60) + 1):
        if not title.isupper() or (end < len(place.lexemes) and not place.starts_tail(end)):
            continue
        quoted = f'"{place.written(first, end)}"'
        new = place.swap(first, end, quoted)
        if _sound(place, new):
            span, head = place.span(first, end), place.lexemes[0][0]
            message = f"The text of {named(head)} stands in quotes."
            fix = rewrite(f"write {shown(quoted)}", span, quoted)
            return Repair(finding("unquoted-text", message, span, fix=fix), new)
    return None


def _quoted(kind: str) -> bool:
    return kind.endswith("TEXT") or kind == "OPEN_LONG"


def _sound(place: Place, lexemes: list[Lexeme]) -> bool:
    try:
        place.grammar.parse(tuple([lexeme[0] for lexeme in lexemes]))
    except Refused:
        return False
    return True


def _goes_on(place: Place, at: int) -> bool:
    """Whether an unquoted text goes on here: a word, or a comma before one."""
    if place.lexemes[at][0] == "COMMA":
        return at + 1 < len(place.lexemes) and is_word(place.lexemes[at + 1]) and not place.starts_tail(at + 1)
    return is_word(place.lexemes[at])


def _tail_follows(place: Place, new: list[Lexeme], end: int) -> bool:
    """Whether the words end here: what follows reads well, or is an attribute with a number, be it a wrong one."""
    try:
        place.grammar.parse(tuple([lexeme[0] for lexeme in new]))
    except Refused:
        return not is_word(place.lexemes[end]) or (
            end + 1 < len(place.lexemes) and place.lexemes[end + 1][1][:1].isdigit() and place.starts_tail(end)
        )
    return True


_LINES = frozenset((*vocabulary.LANES, *(entry.word for entry in vocabulary.STATEMENTS if entry.shape == "statement")))


def two_on_a_line(place: Place) -> Repair | None:
    """`customer "Asks", frontstage "Answers"`: two lines in one, with a comma or nothing between them."""
    at = place.index + (place.kind == "COMMA")
    if not 1 < at < len(place.lexemes) - 1 or place.lexemes[at][0] not in _LINES or place.lexemes[at + 1][0] != "TEXT":
        return None
    if _waits(place, place.index):
        return None
    word = place.lexemes[at][1]
    gap = place.gap(place.index, at)
    message = f"`{word}` begins a line of its own; on one line, a `;` stands before it."
    fix = Fix("put a `;` before it", (Edit(gap, "; "),))
    return Repair(finding("syntax-error", message, place.span(at, at + 1), fix=fix), place.lexemes[: place.index])


def _waits(place: Place, at: int) -> bool:
    """Whether what stands before still lacks its value, so that the word is more likely a name."""
    return place.lexemes[at - 1][0] in vocabulary.WORDS and vocabulary.WORDS[place.lexemes[at - 1][0]].shape != "flag"


def _like_id(word: str, after: str) -> bool:
    return "_" in word or (word[:1].islower() and after[:1].isupper())
