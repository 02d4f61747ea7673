"""The texts that highlighters are compared on."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from blueprint.syntax.grammar import load
from blueprint.vocabulary import ENTRIES
from tests.editors.reference import UNREAD, expected
from tests.generate import generate
from tests.house.places import ROOT

_BLOCK = re.compile(r"^```bp *\S*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(folder: str) -> dict[str, str]:
    return {
        f"{path.relative_to(ROOT)}:{number}": body
        for path in sorted((ROOT / folder).rglob("*.md"))
        for number, body in enumerate(_BLOCK.findall(path.read_text(encoding="utf-8")))
    }


def _files(pattern: str) -> dict[str, str]:
    # Bytes are read as they are: the ends of lines are part of some cases.
    return {str(path.relative_to(ROOT)): path.read_bytes().decode("utf-8") for path in sorted(ROOT.glob(pattern))}


def names() -> str:
    """Every word of the language as a name wherever a name can stand, and every word where it is a word."""
    words = sorted(load().words)
    lines = ['blueprint b "Words as names" {']
    lines += [f"  {entry.example}" for entry in ENTRIES]
    for word in words:
        lines += [
            f"  {word} -> {word}",
            f'  {word}.{word} ~> {word}.{word} "A link"',
            f'  role {word} "R" of {word}; persona {word}; step {word} for {word}, {word}',
            f'  frontstage {word} "Does"; support "Does" by {word} or {word}, {word} takes 3min..8min via {word}',
            f'  {word} "A lane of your own, or a text"' if word not in ("use",) else "",
            f'  metric {word} >= 4.2/5 actual -1; kind {word}; version {word}; tags {word}, "x", {word}',
            f'  fail "Late" 3% high at {word} -> {word}; when "Else" -> {word}; phase {word} {word} "P" owner {word}',
        ]
    return "\n".join([*lines, "}", ""])


_LISTS = '''
step a "A" for guest,
  crew,   # the second of them

  # and the third
  owner,
  end
frontstage "Does" by clerk,
  porter, waiter takes 4min
skills technical,
  "first aid", tags,
  """over
  two lines""", interpersonal
wait "For a chair" 10min acceptable 15min; pause "Reads \\"x\\" \\\\" 3w
note """
  step this "is text" { # so is this
  "" quotes \\" and \\""" inside
  """ owner "Me"
note """a""" ; note "" owner "x"
rate 28.00 EUR/h price 2.50 EUR cost 3 date 2026-11-21 hours 8h/day demand 60/day uses 4/month
metric csat >= 4.2/5 actual 40% ; emotion +2 ; takes 4min ±1min ; takes 4min +- 1min ; repeats 1..4 times
USD -> EUR ; currency USD ; kind access
旅館_受付 "荷物 👩🏽‍💻" by 係り-員, Müller-Lüdenscheidt ; é́tage -> 部屋.frontstage_2 "→"
step check-in "a" { customer takes "x" ; customer takes 4min }
'''
# The comma was one too many: the next line is plainly a statement.
_COMMAS = """
frontstage "Does" by clerk,
  backstage "Cooks"
frontstage "Does" by clerk,
  a -> b
frontstage "Does" by clerk,
  -> b
customer "Asks" via desk, phone,
  takes 4min
skills technical,
  staff 2
for guest, 4min,
  porter owner "x"
"""


def lines(text: str) -> str:
    """Something with characters beyond the Basic Multilingual Plane at the head of each line's text."""
    return re.sub(r' "(?!")', ' "😀 客 ', text)


@cache
def sound() -> dict[str, str]:
    """Texts whose every statement the grammar takes, by where they are from."""
    texts = {**_files("examples/*.bp"), **{name: text for name, text in _pages().items() if _reads(text)}}
    texts["generated"] = lines(generate(7, 330))
    texts["words as names"] = names()
    texts["lists"] = _LISTS
    texts["CRLF"] = _LISTS.replace("\n", "\r\n")
    return texts


@cache
def damaged() -> dict[str, str]:
    """Texts with every kind of mistake."""
    pages = {name: text for name, text in _pages().items() if not _reads(text)}
    return {**_files("tests/syntax/cases/*.bp"), **pages, "commas": _COMMAS}


@cache
def _pages() -> dict[str, str]:
    return {**_blocks("docs"), **_blocks("tests/rules"), **_blocks("README.md")}


def _reads(text: str) -> bool:
    """Whether every statement is one: an odd word or value may stand in it."""
    return UNREAD not in expected(text)


# A long text without its end: the parser sees statements begin again, editors that go line by line do not.
ENDLESS = ("tests/syntax/cases/unclosed-quote.bp",)


def pages(texts: dict[str, str]) -> dict[str, list[str]]:
    """The names of texts by the page they are from, so that a page is one test."""
    found: dict[str, list[str]] = {}
    for name in texts:
        found.setdefault(name.partition(":")[0], []).append(name)
    return found


def joined(texts: dict[str, str]) -> list[tuple[str, str]]:
    """The texts with their names, small ones of one folder together in one."""
    by_folder = groupby(texts.items(), lambda item: item[0].partition(":")[0])
    return [(name, "\n".join(text for _, text in items)) for name, items in by_folder]
