"""A tree that was made again after a change is the tree of the whole text, and nearly every keystroke has one."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from blueprint.source import Source
from blueprint.syntax import parse
from blueprint.syntax.again import parse_again
from tests.generate import generate
from tests.house.places import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.bp"))
PIECES = (
    "x", "ä", " ", "\n", "\n\n", "{", "}", '"', "#", "# a comment\n", ";", ",", ", ", "->", "-> next\n", "by clerk",
    "takes 4min", "stepp", 'step new "New" {\n}\n', "wait 3 min", "\t", "客", "😀", 'note "x"', "\r\n", " {", "} ",
    "step", '"""', '""', 'note """x, # "" {\n } """',
)  # fmt: skip


def _edited(random: Random, text: str) -> str:
    """The text with one small change of the kind that is typed."""
    start = random.randrange(len(text) + 1)
    end = min(len(text), start + random.choice((0, 0, 0, 0, 1, 1, 2, 5, 40)))
    return text[:start] + random.choice(("", *PIECES)) + text[end:]


def _agree(before: str, after: str) -> bool:
    """Whether there was a tree to be had; it is then that of the whole text."""
    old, new = Source(before, "a.bp"), Source(after, "a.bp")
    again = parse_again(old, parse(old), new)
    if again is None:
        return False
    whole = parse(new)
    assert again.file == whole.file
    assert again.diagnostics == whole.diagnostics
    return True


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_tree_is_that_of_the_whole_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    random = Random(path.name)
    for _ in range(60):
        _agree(text, _edited(random, text))


@pytest.mark.parametrize("seed", range(12))
def test_one_change_after_another_stays_in_step(seed: int) -> None:
    random = Random(seed)
    source = Source(generate(seed, 12), "a.bp")
    parsed = parse(source)
    for _ in range(40):
        new = Source(_edited(random, source.text), "a.bp")
        whole = parse(new)
        again = parse_again(source, parsed, new)
        if again is not None:
            assert again.file == whole.file
            assert again.diagnostics == whole.diagnostics
        # A text that is beyond repair teaches nothing.
        source, parsed = (new, again or whole) if len(whole.diagnostics) < 6 else (source, parsed)


def test_a_long_text_elsewhere_is_only_moved() -> None:
    text = (ROOT / "examples" / "hotel.bp").read_text(encoding="utf-8")
    long = '  summary """\n    Of }} many, # lines\n    """\n'
    text = text.replace("  state current\n", "  state current\n" + long, 1)
    text = text.replace(
        "phase billing", 'phase after-sales "Then" {\n' + long.replace("summary", "note") + "}\nphase billing", 1
    )
    places = [at for at, char in enumerate(text) if char.isalpha() and text.rfind("\nphase int", 0, at) > 0]
    had = sum(_agree(text, text[:at] + "x" + text[at:]) for at in places[:: max(1, len(places) // 60)])
    assert had > 40
    inside = text.index("many, #")
    assert not _agree(text, text[:inside] + '"""' + text[inside:])


def test_a_letter_in_a_word_is_read_again_and_nothing_else() -> None:
    text = (ROOT / "examples" / "hotel.bp").read_text(encoding="utf-8")
    places = [at for at, char in enumerate(text) if char.isalpha() and text.rfind("\nphase", 0, at) > 0]
    had = sum(_agree(text, text[:at] + "x" + text[at:]) for at in places[:: max(1, len(places) // 60)])
    assert had > 50


def test_a_text_that_is_not_closed_any_more_is_read_with_all_the_rest() -> None:
    text = (ROOT / "examples" / "hotel.bp").read_text(encoding="utf-8")
    at = text.index('customer "Arrive at hotel"') + len('customer "')
    assert not _agree(text, text[:at] + 'step new "New"\n}\n' + text[at + 1 :])
