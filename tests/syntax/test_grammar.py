"""The grammar has no conflicts, needs nothing but Lark to be understood, and agrees with the table of words."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lark
import pytest

from blueprint import vocabulary
from blueprint.syntax import table
from blueprint.syntax.grammar import Refused, grammar_text, load
from blueprint.syntax.lexemes import scan
from blueprint.syntax.outline import Outline
from tests.syntax.trees import CASES, EXAMPLES, sound

STATEMENTS = (
    'role support "Support desk" { }',
    "review -> pay",
    'line -> a "label"',
    "step line",
    'step or "Or"',
    "a.frontstage_2 <-> start.takes",
    "pms ~> check_in",
    "-> again",
    'frontstage review "Reviews" by a, by or for',
    'meanwhile courier takes "Takes it" via post takes 1.5h..2h',
    'phase after-sales care "Care" acceptable 4min ±1min',
    "phase interaction line",
    'lane courier "Delivery partner" below support line "Line"',
    'fail "Not ready" 3% high -> lounge escalates manager within 4h',
    'when "Card declined" 5% -> retry for a, b',
    'wait "Table" 10min..20min acceptable 15min notice "Screen"',
    "pause 3w",
    "metric error-rate <= 5% actual 8%",
    'metric "Hygiene score" >= 4.2/5 proxy for "dignity" source "Audit"',
    'need chat "A chat" unmet because "no time"',
    "repeats 1..4 times every 1mo",
    "price 6000/month uses 4/month",
    "rate 28.00 EUR/h",
    "hours 8h/day",
    "cost 2.50 EUR",
    "emotion -1",
    "date 2026-11-21",
    'skills technical, interpersonal, "first aid"',
    "takes 1h30min",
    "takes 3min..4min..8min",
    'use "roles.bp"',
    'facilitating pay "Payment" as payment optional 40%',
    'मेज़ "साफ़ करना"',
    'job """many\n  lines"""',
)


@pytest.fixture(scope="module")
def peer() -> Iterator[lark.Lark]:
    """Lark's own reading of the grammar, with its contextual lexer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            lark.lexer, "has_interegular", False
        )  # its search for collisions takes ten seconds: once is enough
        yield lark.Lark(grammar_text(), parser="lalr", lexer="contextual", maybe_placeholders=False)


def test_no_conflicts() -> None:
    """Neither rules nor terminals leave a choice: Lark's strict mode makes each one an error."""
    lark.Lark(grammar_text(), parser="lalr", lexer="contextual", strict=True)


def own(text: str) -> Any:
    """Our parse, in the form of `theirs`."""
    grammar = load()
    lexemes = [lexeme for lexeme in scan(grammar, text) if lexeme[0] not in ("OPEN", "CLOSE")]
    shape = grammar.parse(tuple([lexeme[0] for lexeme in lexemes]))

    def plain(part: Any) -> Any:
        return lexemes[part][1] if isinstance(part, int) else (part[0], [plain(each) for each in part[1]])

    return plain(shape)


def theirs(tree: Any) -> Any:
    if isinstance(tree, lark.Token):
        return str(tree)
    return str(tree.data), [theirs(child) for child in tree.children]


def test_the_same_trees_as_lark(peer: lark.Lark) -> None:
    for text in STATEMENTS:
        text = text.replace("{ }", "")
        assert own(text) == theirs(peer.parse(text)), text


@pytest.mark.parametrize("text", ['customer by "Pays"', "step 4min", "a -> ", "takes", "x = y", "by a,", 'use "a" "b"'])
def test_both_refuse_what_is_no_statement(peer: lark.Lark, text: str) -> None:
    with pytest.raises(Refused):
        own(text)
    with pytest.raises(lark.exceptions.UnexpectedInput):
        peer.parse(text)


PIECES = (
    "step", "by", '"a"', "4min", "3%", "->", ".", ",", "or", "takes", "x", "2", "EUR", "/h", "..", "±", "-1", "=",
    "wait", "because", "times", "EUR/h", "1h", "when", "lane", "e\u0301", "“", "-", "/", "%", "2026-11-21", "4.2/5",
    "+-", "<->", "metric", "for", "low", "1..2", "use", "phase", "meanwhile",
)  # fmt: skip


def statements_of(text: str) -> list[list[str]]:
    """The lexemes of each statement of a file, as the parser gets them."""
    todo, found = Outline(scan(load(), text), text, "test.bp").walk().root, []
    while todo:
        segment = todo.pop()
        found.append([lexeme[1] for lexeme in segment.lexemes])
        todo += segment.body or []
    return [words for words in found if words]


def damaged(words: list[str], chance: random.Random) -> str:
    """The statement with one or two words lost, doubled, changed or in another place, or a character changed."""
    words = list(words)
    for _ in range(chance.randint(1, 2)):
        at, kind = chance.randrange(len(words)), chance.randrange(5)
        if kind == 0:
            words[at : at + 1] = [] if len(words) > 1 else ["x"]
        elif kind == 1:
            words.insert(at, chance.choice(PIECES))
        elif kind == 2:
            words[at] = chance.choice(PIECES)
        elif kind == 3:
            words[at : at + 2] = reversed(words[at : at + 2])
        else:
            place = chance.randrange(len(words[at]))
            words[at] = words[at][:place] + chance.choice('"x.-%4,=/') + words[at][place + 1 :]
    return (" " if chance.random() < 0.8 else "").join(words)


def outcome(read: Callable[[str], Any], text: str) -> Any:
    """The structure that a parser finds, or that it refuses the text."""
    try:
        return read(text)
    except (Refused, lark.exceptions.UnexpectedInput):
        return "refused"


@pytest.mark.parametrize("path", [*EXAMPLES, *CASES], ids=lambda path: path.name)
def test_lark_reads_and_refuses_the_same(peer: lark.Lark, path: Path) -> None:
    """Every statement of every example, and copies of it with damage, through our table runner and through Lark."""
    chance = random.Random(path.name)
    for words in statements_of(path.read_bytes().decode("utf-8")):
        for text in (" ".join(words), *(damaged(words, chance) for _ in range(4))):
            assert outcome(own, text) == outcome(lambda each: theirs(peer.parse(each)), text), text


@pytest.mark.parametrize("word", sorted(vocabulary.WORDS))
def test_any_word_may_be_a_name(word: str) -> None:
    sound(f'role {word} "A role"')
    sound(f'{word} -> {word} "A link"')
    sound(f"includes a, {word}")
    sound(f"phase interaction {word}")
    sound(f"-> {word}.{word}")
    sound(f"step {word} {{ }}")


@pytest.mark.parametrize("entry", vocabulary.ENTRIES, ids=lambda entry: entry.word)
def test_every_word_of_the_table_is_read_as_its_example_shows(entry: vocabulary.Entry) -> None:
    sound(entry.example)


def test_grammar_and_table_know_the_same_words() -> None:
    small = {"low", "medium", "high", "because", "or", "times", "time"}  # they stand only beside other words
    assert set(load().words) - small == set(vocabulary.WORDS)


SHAPES = {
    "FLAG_WORD": "flag", "TEXT_WORD": "text", "UNMET": "reason", "BY": "refs", "FOR": "refs", "REFS_WORD": "refs",
    "REF_WORD": "ref", "OWNER_WORD": "owner", "WORDS_WORD": "words", "CHOICE_WORD": "choice", "VERSION_WORD": "version",
    "NUMBER_WORD": "number", "SIGNED_WORD": "signed", "SHARE_WORD": "share", "DURATION_WORD": "duration",
    "RATE_WORD": "rate", "MONEY_WORD": "money", "PRICE_WORD": "price", "DATE_WORD": "date", "TIMES_WORD": "times",
    "ACTUAL": "amount", "PROXY": "proxy", "USE": "text", "LANE": "lane",
}  # fmt: skip


@pytest.mark.parametrize("entry", vocabulary.ENTRIES, ids=lambda entry: entry.word)
def test_each_word_stands_in_the_group_of_its_shape(entry: vocabulary.Entry) -> None:
    group = load().words[entry.word][0]
    assert SHAPES.get(group, "statement") == entry.shape


def test_a_damaged_table_is_made_anew(tmp_path: Any) -> None:
    from blueprint.syntax.grammar import read_table, write_table

    path, text = str(tmp_path / "deep" / "table.bin"), grammar_text()
    assert read_table(path, text) is None
    made = table.make(text)
    write_table(path, made)
    assert read_table(path, text) == made
    assert read_table(path, text + "// another grammar") is None
    for damaged in (b"", b"\x00", b"i\x01\x00\x00\x00", (tmp_path / "deep" / "table.bin").read_bytes()[:-9]):
        (tmp_path / "deep" / "table.bin").write_bytes(damaged)
        assert read_table(path, text) is None
