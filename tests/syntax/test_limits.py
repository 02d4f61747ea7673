"""The limits of a file, each with its own message."""

from __future__ import annotations

from blueprint.syntax import nodes, write
from tests.syntax.trees import names, read


def test_five_megabytes() -> None:
    parsed = read("# é\n" * 1_200_000)
    assert names(parsed) == ["too-large"]
    assert parsed.file.statements == ()
    assert names(read("#\n" * 100_000)) == []


def test_fifty_levels() -> None:
    text = "".join(f"branch b{n} {{\n" for n in range(60)) + "step s\n" + "}\n" * 60 + "step after"
    parsed = read(text)
    assert names(parsed) == ["too-deep"]
    after = parsed.file.statements[1]
    assert isinstance(after, nodes.Header)
    node, depth = parsed.file.statements[0], 1
    while isinstance(node, nodes.Header) and node.block:
        node, depth = node.block.statements[0], depth + 1
    assert depth == 52
    assert isinstance(node, nodes.Broken)
    assert node.text.startswith("branch b51")
    assert "step s" in node.text
    assert names(read("".join(f"branch b{n} {{" for n in range(50)) + "}" * 50)) == []
    write(parsed.file)


def test_levels_that_are_never_closed() -> None:
    for count in (70, 10_000):  # what stands too deep is told once, however much it is
        assert names(read("branch { " * count)) == ["too-deep", *["unclosed-brace"] * 50]


def test_twenty_thousand_steps() -> None:
    parsed = read("step a\n" * 20_003 + "role x")
    assert names(parsed) == ["too-many-steps"]
    assert sum(isinstance(node, nodes.Broken) for node in parsed.file.statements) == 3
    assert isinstance(parsed.file.statements[-1], nodes.Header)
