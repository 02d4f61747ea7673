"""Damaged texts: never an exception, never long, and what was not damaged is still understood."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint import vocabulary
from blueprint.diagnostics import apply
from blueprint.syntax import nodes
from tests.syntax.trees import CASES, EXAMPLES, bare, names, read

TEXTS = [path.read_bytes().decode("utf-8") for path in (*CASES, *EXAMPLES)]
SCRAPS = [
    '"',
    '"""',
    "{",
    "}",
    ";",
    ",",
    "#",
    "\n",
    "->",
    "=",
    "\\",
    "“",
    "−",
    "\x00",
    "\ud800",
    "4min",
    "step",
    "or",
    ".",
    "…",
    "\u0301",
]


def steps(file: nodes.File) -> set[str]:
    """The ids of all steps, wherever they stand."""
    found: set[str] = set()
    todo = list(file.statements)
    while todo:
        node = todo.pop()
        if isinstance(node, nodes.Header) and node.keyword.text == "step" and node.id:
            found.add(node.id.text)
        block = getattr(node, "block", None)
        todo.extend(block.statements if block else ())
    return found


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_every_prefix_gives_a_tree(text: str) -> None:
    for end in range(0, len(text), max(1, len(text) // 150)):
        parsed = read(text[:end])
        assert len(parsed.file.span) == len(text[:end].removeprefix("\ufeff"))


@pytest.mark.parametrize("seed", range(60))
def test_any_damage_gives_a_tree(seed: int) -> None:
    chance = random.Random(seed)
    text = chance.choice(TEXTS)
    for _ in range(chance.randint(1, 8)):
        at, end = sorted(chance.choices(range(len(text) + 1), k=2))
        end = min(end, at + 12)
        text = text[:at] + chance.choice((*SCRAPS, "")) + text[chance.choice((at, end)) :]
    parsed = read(text)
    assert all(each.message.endswith((".", "?")) for each in parsed.diagnostics)
    fixed = apply(text.removeprefix("\ufeff"), [each.fix for each in parsed.diagnostics if each.fix])
    read(fixed)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*vocabulary.WORDS, *SCRAPS, '"A"', "3%", "2", "a", "é", " ", " ", " "]), max_size=25))
def test_any_words_give_a_tree(words: list[str]) -> None:
    read(" ".join(words))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_tree(text: str) -> None:
    read(text)


WHOLE = next(path for path in CASES if path.stem == "language-whole").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line", [n for n, line in enumerate(WHOLE.splitlines()) if "{" not in line and "}" not in line]
)
def test_a_damaged_line_costs_no_step_and_no_other_line(line: int) -> None:
    lines = WHOLE.splitlines()
    good = steps(read(WHOLE).file)
    for damage in ("= =", '"', "takes", "\x01", '"a" "b"'):
        damaged = [*lines[:line], f"{lines[line]} {damage}", *lines[line + 1 :]]
        parsed = read("\n".join(damaged))
        assert steps(parsed.file) == good
        told = {"\n".join(damaged)[: each.span.start].count("\n") for each in parsed.diagnostics}
        assert told <= {line}


@pytest.mark.parametrize("brace", [n for n, char in enumerate(WHOLE) if char == "}"])
def test_one_missing_brace_is_one_message_and_costs_nothing(brace: int) -> None:
    parsed = read(WHOLE[:brace] + WHOLE[brace + 1 :])
    assert names(parsed) == ["unclosed-brace"]
    assert steps(parsed.file) == steps(read(WHOLE).file)


def test_a_missing_brace_is_found_where_it_belongs() -> None:
    """Wherever a brace that stands alone on its line is taken away, the tree stays the same."""
    lines, good = WHOLE.splitlines(), read(WHOLE).file
    for number, line in enumerate(lines):
        if line.strip() == "}":
            parsed = read("\n".join([*lines[:number], *lines[number + 1 :]]))
            assert len(parsed.diagnostics) == 1
            assert _without_closed(bare(parsed.file)) == _without_closed(bare(good))
            fix = parsed.diagnostics[0].fix
            assert fix is not None
            mended = apply("\n".join([*lines[:number], *lines[number + 1 :]]), [fix])
            assert bare(read(mended).file) == bare(good)


OPENING = [number for number, line in enumerate(WHOLE.splitlines()) if line.endswith(" {")]


@pytest.mark.parametrize("number", OPENING)
def test_a_missing_opening_brace_is_found_where_it_belongs(number: int) -> None:
    lines = WHOLE.splitlines()
    damaged = "\n".join([*lines[:number], lines[number].removesuffix(" {"), *lines[number + 1 :]])
    parsed = read(damaged)
    assert names(parsed) == ["stray-brace"]
    assert damaged[: parsed.diagnostics[0].span.start].count("\n") == number
    assert steps(parsed.file) == steps(read(WHOLE).file)
    fix = parsed.diagnostics[0].fix
    assert fix is not None
    assert apply(damaged, [fix]) == "\n".join(lines)


def _without_closed(tree: object) -> object:
    if isinstance(tree, tuple):
        return tuple(
            _without_closed(each) for each in tree if not (isinstance(each, tuple) and each[:1] == ("closed",))
        )
    return tree


def test_statements_are_never_merged() -> None:
    parsed = read('x =\ny = 2\ncustomer "Pays" takes\nfrontstage "Takes" by clerk')
    assert len(parsed.file.statements) == 4
    last = parsed.file.statements[3]
    assert isinstance(last, nodes.Cell)
    assert last.tail[0].word.text == "by"


HARD = {
    "open quotes": '"' * 200_000,
    "open long quotes": '"""' * 60_000 + '"',
    "odd long quotes": 'note """a"""\n' * 20_000 + 'note """',
    "backslashes": '"' + "\\" * 200_000,
    "blanks": " " * 200_000,
    "blank lines": "\n" * 200_000,
    "quote and blanks": '"' + " " * 200_000,
    "braces": "{" * 100_000,
    "closing braces": "}" * 100_000,
    "steps in steps": "step a {\n" * 50_000,
    "commas": "a," * 100_000,
    "continued lines": "tags a,\n" * 50_000,
    "digits": "1" * 200_000,
    "long number": "takes " + "9" * 200_000 + "min",
    "durations": "takes " + "1s" * 100_000 + "x",
    "dots": "a" + ".a" * 100_000 + " -> b",
    "marks": "a" + "\u0301" * 100_000,
    "hyphens": "a-" * 100_000,
    "one long bad line": "takes takes takes " * 20_000,
    "many bad lines": "takes 30 minutes bye x = y\n" * 3_000,
    "curly": "“" * 100_000,
    "arrows": "->" * 100_000,
    "signs": "−" * 100_000,
    "unquoted words": "customer " + "word " * 50_000,
    "semicolons": ";" * 100_000,
    "comments": "#\n" * 100_000,
}


@pytest.mark.parametrize("name", HARD)
def test_time_grows_with_the_text_alone(name: str) -> None:
    began = time.process_time()
    read(HARD[name])
    assert time.process_time() - began < 8, "far more than these 200 kB need"
