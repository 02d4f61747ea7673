"""Incremental changes leave the server with the very text the editor has, whatever characters are in it."""

from __future__ import annotations

from random import Random
from typing import get_args

import pytest
from lsprotocol import types

from blueprint.lsp.convert import Encoding, Lines, changed
from blueprint.source import Source

PIECES = (
    "a", "blueprint", " ", '"', "{", "}", "\n", "\r\n", "\r", "\n\n", "\t", "é", "客", "旅館", "😀", "👩🏽‍💻", "\u2028",
    "\u2029", "\u0085", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\ufeff", "e\u0301", "مرحبا", "# bp", "step one",
)  # fmt: skip
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)
SEQUENCES = 1000


class Editor:
    """A reference that keeps the text as a list of lines and knows nothing of offsets."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.encoding = encoding
        self.text = text

    @property
    def lines(self) -> list[str]:
        """Each with its line end, the last without one."""
        made, line, at = [], "", 0
        while at < len(self.text):
            step = 2 if self.text.startswith("\r\n", at) else 1
            line += self.text[at : at + step]
            if self.text[at] in "\r\n":
                made.append(line)
                line = ""
            at += step
        return [*made, line]

    def length(self, text: str) -> int:
        if self.encoding == "utf-32":
            return len(text)
        if self.encoding == "utf-8":
            return sum(len(char.encode("utf-8")) for char in text)
        return sum(2 if ord(char) > 0xFFFF else 1 for char in text)

    def place(self, random: Random) -> tuple[int, int]:
        """A line and a count of characters in it, never between CR and LF."""
        lines = self.lines
        number = random.randrange(len(lines))
        return number, random.randint(0, len(lines[number].rstrip("\r\n")))

    def position(self, place: tuple[int, int]) -> types.Position:
        line, count = place
        return types.Position(line=line, character=self.length(self.lines[line][:count]))

    def replace(self, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        lines = self.lines
        before = "".join(lines[: start[0]]) + lines[start[0]][: start[1]]
        after = lines[end[0]][end[1] :] + "".join(lines[end[0] + 1 :])
        self.text = before + text + after


def _some(random: Random, most: int) -> str:
    return "".join(random.choice(PIECES) for _ in range(random.randint(0, most)))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_thousand_sequences_of_changes_stay_in_step(encoding: Encoding) -> None:
    for seed in range(SEQUENCES):
        random = Random(seed)
        editor = Editor(_some(random, 30).lstrip("\ufeff"), encoding)
        source = Source(editor.text)
        for _ in range(random.randint(1, 6)):
            changes: list[types.TextDocumentContentChangeEvent] = []
            for _ in range(random.randint(1, 3)):
                start, end = sorted((editor.place(random), editor.place(random)))
                text = _some(random, 4)
                where = types.Range(start=editor.position(start), end=editor.position(end))
                changes.append(types.TextDocumentContentChangePartial(range=where, text=text))
                editor.replace(start, end, text)
            source = changed(source, changes, encoding)
            assert source.text == editor.text, (seed, encoding)
            whole = Source("x" + editor.text).line_starts
            assert source.line_starts == [0, *(start - 1 for start in whole[1:])]


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 9), ("utf-16", 5), ("utf-32", 3)])
def test_a_place_after_emoji_counts_in_the_units_agreed_on(encoding: Encoding, character: int) -> None:
    lines = Lines(Source("x\r\n😀😀 b"), encoding)
    assert lines.position(6) == types.Position(line=1, character=character)
    assert lines.offset(types.Position(line=1, character=character)) == 6


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_places_past_an_end_are_that_end(encoding: Encoding) -> None:
    lines = Lines(Source("客ab\r\ncd\re"), encoding)
    assert [lines.offset(types.Position(line=n, character=99)) for n in (0, 1, 2, 3)] == [3, 7, 9, 9]
    assert lines.position(4) == lines.position(3), "nothing stands between CR and LF"


def test_a_place_inside_a_character_is_its_beginning() -> None:
    assert Lines(Source("a😀b"), "utf-16").offset(types.Position(line=0, character=2)) == 1
    assert Lines(Source("a😀b"), "utf-8").offset(types.Position(line=0, character=4)) == 1


def test_half_characters_typed_one_after_the_other_become_one() -> None:
    def insert(at: int, text: str) -> types.TextDocumentContentChangePartial:
        place = types.Position(line=0, character=at)
        return types.TextDocumentContentChangePartial(range=types.Range(start=place, end=place), text=text)

    assert changed(Source("ab"), [insert(1, "\ud83d"), insert(2, "\ude00")], "utf-16").text == "a😀b"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_byte_order_mark_is_a_character_of_the_editor_alone(encoding: Encoding) -> None:
    lines = Lines(Source("\ufeffab\ncd"), encoding)
    first = lines.position(0)
    assert first.character == (3 if encoding == "utf-8" else 1)
    assert lines.offset(first) == 0
    assert lines.position(3) == types.Position(line=1, character=0)
