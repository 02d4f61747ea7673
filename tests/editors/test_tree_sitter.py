"""The tree-sitter grammar, compiled here: its colours, its trees, and that its parser is made of its grammar."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tree_sitter import Language, Node, Query

from tests.editors.programs import needs
from tests.editors.reference import LETTERS, UNREAD, differences, expected
from tests.editors.texts import damaged, pages, sound
from tests.editors.trees import FOLDER, compiled, letters, parsed, query
from tools.highlight.treesitter import BRACKET, CAPTURES, RESERVED, is_made

BY_CAPTURE = {capture: LETTERS[name] for name, capture in CAPTURES.items()} | {BRACKET: "p", RESERVED: "v"}
# Their braces do not match, which the parser mends and this one reports.
BRACES = ("docs/rules/block-of-nothing.md:0", "docs/rules/stray-brace.md:0", "docs/rules/unclosed-brace.md:0")


@pytest.fixture(scope="session")
def language(tmp_path_factory: pytest.TempPathFactory) -> Language:
    needs("gcc", ", so the tree-sitter grammar cannot be compiled")
    return compiled(tmp_path_factory.mktemp("tree-sitter"))


@pytest.fixture(scope="session")
def highlights(language: Language) -> Query:
    return query(language, "highlights")


@pytest.mark.parametrize("page", pages(sound()))
def test_no_character_differs(page: str, language: Language, highlights: Query) -> None:
    for name in pages(sound())[page]:
        text = sound()[name]
        wanted = expected(text)
        tree = parsed(language, text)
        assert differences(text, letters(tree, text, highlights, BY_CAPTURE), wanted) == []
        if UNREAD not in wanted:
            assert tree.root_node.has_error == (name in BRACES), name


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def test_a_mistake_stays_near_its_line(language: Language) -> None:
    text = sound()["examples/hotel.bp"]
    lines = text.split("\n")
    lines[20] += " takes takes 30 minutes ,"
    tree = parsed(language, "\n".join(lines))
    errors = [node for node in _nodes(tree.root_node) if node.is_error or node.is_missing]
    assert errors
    assert {node.start_point.row for node in errors} <= {19, 20, 21}


def test_damaged_texts_have_trees(language: Language, highlights: Query) -> None:
    for text in damaged().values():
        tree = parsed(language, text)
        assert tree.root_node.end_byte == len(text.encode("utf-8"))
        assert len(letters(tree, text, highlights, BY_CAPTURE)) == len(text)


@pytest.mark.parametrize("name", ["folds", "indents", "injections", "locals", "textobjects"])
def test_queries_are_sound(name: str, language: Language) -> None:
    assert query(language, name).pattern_count > 0


def test_a_brace_may_stand_on_the_next_line(language: Language) -> None:
    root = parsed(language, 'step a\n  # why\n{\n  customer "A"\n}\nstep b\n').root_node
    assert [child.type for child in root.children] == ["statement", "statement"]
    assert [child.type for child in root.children[0].children] == ["header", "comment", "block"]


def test_the_parser_is_made_of_the_grammar() -> None:
    assert is_made(FOLDER), "run `python -m tools.build_highlighters` where the tree-sitter program is"
