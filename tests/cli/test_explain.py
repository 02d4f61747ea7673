"""`explain` and `rules`: the manual in the terminal."""

from __future__ import annotations

import json
import re

import pytest

from blueprint.api import parse
from blueprint.cli.wordpage import known
from blueprint.rules import Rule
from blueprint.rules.manual import every, example, sections
from blueprint.rules.settings import DEFAULT
from blueprint.vocabulary import WORDS
from tests.cli.conftest import SMALL, Run

RULES = [pytest.param(rule, id=rule.name) for rule in every()]


@pytest.mark.parametrize("rule", RULES)
def test_every_page_is_readable_in_a_terminal(run: Run, rule: Rule) -> None:
    result = run("explain", rule.name)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"{rule.severity}[{rule.name}] {rule.code}\n")
    text = " ".join(result.stdout.split())
    for heading, body in sections(rule).items():
        assert f"\n{heading}\n" in result.stdout
        if heading in ("What", "Why") and "\n- " not in body:
            assert " ".join(body.split()) in text
    for option in rule.options:
        assert f"{option.name} = {option.default:g}" in result.stdout
    assert not re.search(r"^(#|```)", result.stdout, re.MULTILINE)
    prose = [line for line in result.stdout.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 100
    bad = example(sections(rule).get("Bad", "")).text
    assert "".join(f"    {line}".rstrip() + "\n" for line in bad.splitlines()) in result.stdout


@pytest.mark.parametrize("name", ["E103", "e103", "unknown-word", "UNKNOWN_WORD", "unknown word", "[unknown-word]"])
def test_a_name_may_be_written_in_many_ways(run: Run, name: str) -> None:
    result = run("explain", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("error[unknown-word] E103\n")


def test_a_near_miss_is_explained_and_said(run: Run) -> None:
    result = run("explain", "unclosed-txt")
    assert result.exit_code == 0
    assert result.stderr == "There is no rule `unclosed-txt`; this is `unclosed-text`.\n\n"
    assert result.stdout.startswith("error[unclosed-text] E003\n")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("zzzzzz", "`blueprint rules` lists all rules"),
        ("brace", "`unclosed-brace`"),
        ("E999", "`E999`"),
        ("", "no rule"),
        ("zzzzzz", "`blueprint explain step` says what can stand in a step"),
    ],
)
def test_a_name_there_is_none_of(run: Run, name: str, says: str) -> None:
    result = run("explain", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


@pytest.mark.parametrize("word", known())
def test_every_word_has_a_page(run: Run, word: str) -> None:
    result = run("explain", "--", word)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{word}\n")
    assert len(result.stdout.splitlines()) > 2
    entry = WORDS.get(word)
    if entry is not None:
        text = " ".join(result.stdout.split())
        assert entry.doc in text
        assert " ".join(entry.example.split()) in text
        assert all(synonym in text for synonym in entry.synonyms)


def test_a_word_says_what_can_stand_in_its_braces(run: Run) -> None:
    step = run("explain", "step").stdout
    assert "- `pause`: The customer's own time" in step
    assert "- `->`: leads to" in step
    assert "- `takes`" not in step
    assert "What can stand in it" not in run("explain", "takes").stdout
    whole = run("explain", "blueprint").stdout
    assert whole.index("- `job`:") < whole.index("What can stand below it in the file") < whole.index("- `role`:")


@pytest.mark.parametrize(
    ("name", "word", "said"),
    [
        ("queue", "wait", "What you call `queue` is called `wait` here.\n\n"),
        ("Fail", "fail", ""),
        ("recovry", "recovery", "There is no word `recovry`; this is `recovery`.\n\n"),
        ("arrow", "->", ""),
    ],
)
def test_a_word_is_found_by_what_people_call_it(run: Run, name: str, word: str, said: str) -> None:
    result = run("explain", name)
    assert (result.exit_code, result.stderr) == (0, said)
    assert result.stdout.startswith(f"{word}\n")


@pytest.mark.parametrize("sign", ["->", "~>", "<->", "<=", "..", "#", "{"])
def test_a_sign_can_be_explained_as_it_is_written(run: Run, sign: str) -> None:
    result = run("explain", sign)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{sign}\n")
    if sign in ("->", "~>", "<->"):
        assert "What can stand on both sides" in result.stdout
        assert {"- a step", "- a system", "- a service", "- a cell"} <= set(result.stdout.splitlines())


def test_what_an_arrow_says_of_it_can_be_written() -> None:
    """Each kind that is said to stand beside a link does so, and each word behind an arrow."""
    text = SMALL + "".join(f"{end} ~> order\n" for end in ("barista", "talks", "coffee", "serve.frontstage", "serve"))
    assert [each.message for each in parse(text).check() if each.severity == "error"] == []
    for target in ("next", "end", "serve"):
        written = SMALL.replace("barista takes 30s", f"barista takes 30s; -> {target}")
        assert "unknown-reference" not in [each.name for each in parse(written).check()]


def test_what_only_looks_like_a_sign_is_an_unknown_option(run: Run) -> None:
    result = run("explain", "--everything")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No such option" in result.stderr


def test_several_are_explained_one_after_the_other(run: Run) -> None:
    out = run("explain", "E001", "E002").stdout
    assert out.index("error[syntax-error] E001") < out.index("error[misspelt-word] E002")
    assert "Which finding or word?" in run("explain").output


def test_the_name_in_every_finding_can_be_explained(run: Run) -> None:
    names = re.findall(r"^error\[([a-z-]+)\]", run("check", "broken.bp").stdout, re.MULTILINE)
    assert len(names) == 2
    assert run("explain", *names).exit_code == 0


def test_rules_lists_all_with_their_codes(run: Run) -> None:
    lines = run("rules").stdout.splitlines()
    assert [line.split()[:2] for line in lines[:-2]] == [[rule.code, rule.name] for rule in every()]
    assert lines[-1].startswith(f"{len(every())} in all.")
    off = {line.split()[1] for line in lines if line.endswith("(off)")}
    assert off == {rule.name for rule in every()} - DEFAULT.chosen({rule.name: rule.code for rule in every()})


def test_rules_as_json(run: Run) -> None:
    listed = json.loads(run("rules", "--output-format", "json").stdout_bytes)
    assert [each["name"] for each in listed] == [rule.name for rule in every()]
    by_name = {each["name"]: each for each in listed}
    assert by_name["unknown-word"]["severity"] == "error"
    assert by_name["unknown-word"]["ignorable"]
    assert not by_name["syntax-error"]["ignorable"]
    assert by_name["dead-end-step"]["family"] == "structure"
    assert {option["name"] for each in listed for option in each["options"]} == {
        o.name for r in every() for o in r.options
    }
    assert all(each["manual"] for each in listed)


def test_rules_by_kind_and_family(run: Run) -> None:
    def names(*arguments: str) -> set[str]:
        return {each["name"] for each in json.loads(run("rules", "--output-format", "json", *arguments).stdout_bytes)}

    assert names("--kind", "warning", "--kind", "advice") == {rule.name for rule in every() if rule.kind in "WA"}
    assert names("--family", "form", "--kind", "error") == {rule.name for rule in every() if rule.family == "form"}
    assert names("--family", "form", "--kind", "warning") == set()
    assert "The families are" in run("rules", "--family", "fom").output
    assert run("rules", "--family", "fom").exit_code == 2
    assert "Did you mean `warning`?" in run("rules", "--kind", "warnings").output


def test_rules_as_markdown_is_the_index_of_the_pages(run: Run) -> None:
    out = run("rules", "--output-format", "md").stdout
    assert out.startswith("# The rules\n")
    assert all(f"| {rule.code} | [{rule.name}]({rule.name}.md) |" in out for rule in every())
