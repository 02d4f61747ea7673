"""Random typing and random questions: every answer is an answer or a sentence, and what is told in the end is what a
fresh look at the text finds."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from blueprint.lsp.document import Project
from tests.generate import generate
from tests.lsp.wire import PUSHED, Client, Message, codes

UTF_32: Message = {"general": {"positionEncodings": ["utf-32"]}, **PUSHED}
TYPED = ("x", "{", "}", '"', "\n", "# c\n", 'step a "A" {\n}\n', "by zz", '"""', "客😀", "")
REFUSED = -32803
OPTIONS = {"tabSize": 2, "insertSpaces": True}
PLACED = ("hover", "completion", "definition", "documentHighlight", "prepareCallHierarchy", "prepareRename")
WHOLE = ("documentSymbol", "foldingRange", "semanticTokens/full", "codeLens", "documentLink")


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def _questions(uri: str, text: str, offset: int) -> list[tuple[str, dict[str, Any]]]:
    line, character = _place(text, offset)
    here, document = {"line": line, "character": character}, {"textDocument": {"uri": uri}}
    place = {**document, "position": here}
    lines = {"start": {"line": 0, "character": 0}, "end": here}
    return [
        *((f"textDocument/{name}", place) for name in PLACED),
        *((f"textDocument/{name}", document) for name in WHOLE),
        ("textDocument/references", {**place, "context": {"includeDeclaration": True}}),
        ("textDocument/rename", {**place, "newName": "zzz"}),
        ("textDocument/selectionRange", {**document, "positions": [here]}),
        ("textDocument/inlayHint", {**document, "range": lines}),
        ("textDocument/codeAction", {**document, "range": lines, "context": {"diagnostics": []}}),
        ("textDocument/formatting", {**document, "options": OPTIONS}),
        ("textDocument/rangeFormatting", {**document, "range": lines, "options": OPTIONS}),
        *(("textDocument/onTypeFormatting", {**place, "ch": ch, "options": OPTIONS}) for ch in ("}", "\n")),
        ("blueprint/preview", document),
    ]


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_is_typed_brings_it_down(seed: int, tmp_path: Path) -> None:
    random, text = Random(seed), generate(seed, 6)
    uri = (tmp_path / "typed.bp").as_uri()
    with Client(UTF_32, str(tmp_path), limit=60.0) as client:
        client.open(uri, text)
        for version in range(2, 10):
            start = random.randrange(len(text) + 1)
            end, new = min(len(text), start + random.choice((0, 0, 1, 3, 30))), random.choice(TYPED)
            client.change(uri, version, (_place(text, start), _place(text, end), new))
            text = text[:start] + new + text[end:]
            for method, params in random.sample(_questions(uri, text, start), 5):
                answer = client.answer(client.ask(method, params))
                assert answer.get("error", {"code": REFUSED})["code"] == REFUSED, (method, answer)
        told = [client.published(uri, 9)]
        told += [e["params"] for e in client.quiet(1.0) if e.get("params", {}).get("version") == 9]
    fresh = Project((str(tmp_path),)).put(uri, text)
    assert sorted(codes(told[-1])) == sorted(each.name for each in fresh.findings)
