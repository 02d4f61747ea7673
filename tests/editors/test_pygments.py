"""The Pygments lexer: which files it takes, and that it loses nothing."""

from __future__ import annotations

import importlib.metadata

from pygments.lexers import find_lexer_class_for_filename, get_lexer_by_name
from pygments.token import Error, Name

from blueprint.highlighting.lexer import TOKENS, ServiceBlueprintLexer
from tests.editors.reference import LETTERS
from tests.editors.texts import damaged, sound

ANDROID = 'cc_binary {\n    name: "gzip",\n    srcs: ["src/gzip.c"],\n}\n'


def test_the_entry_point_is_the_lexer() -> None:
    found = {point.name: point for point in importlib.metadata.entry_points(group="pygments.lexers")}
    assert found["service-blueprint"].load() is ServiceBlueprintLexer
    assert isinstance(get_lexer_by_name("service-blueprint"), ServiceBlueprintLexer)


def test_every_class_has_a_token() -> None:
    assert set(TOKENS) == set(LETTERS)


def test_nothing_is_lost() -> None:
    for text in {**sound(), **damaged()}.values():
        pieces = list(ServiceBlueprintLexer().get_tokens_unprocessed(text))
        assert "".join(piece for _, _, piece in pieces) == text
        assert all(text.startswith(piece, start) for start, _, piece in pieces)


def test_sound_examples_have_no_error() -> None:
    for name, text in sound().items():
        if name.startswith("examples"):
            assert Error not in {token for _, token, _ in ServiceBlueprintLexer().get_tokens_unprocessed(text)}


def test_a_word_used_as_a_name_is_a_name() -> None:
    tokens = list(ServiceBlueprintLexer().get_tokens("review -> pay\nreview 2026-11-21\n"))
    assert tokens[0] == (Name.Variable, "review")
    assert (Name.Attribute, "review") in tokens


def test_android_build_files_are_left_alone() -> None:
    assert ServiceBlueprintLexer.analyse_text(ANDROID) == 0
    assert ServiceBlueprintLexer.analyse_text("﻿# A hotel\n\nblueprint hotel {") == 1
    assert ServiceBlueprintLexer.analyse_text('library "Roles"') == 1


def test_files_are_found_by_their_names() -> None:
    assert find_lexer_class_for_filename("hotel.bp", code='blueprint "Hotel"') is ServiceBlueprintLexer
    android = find_lexer_class_for_filename("Android.bp", code=ANDROID)
    assert android is not None
    assert android.name == "Soong"
