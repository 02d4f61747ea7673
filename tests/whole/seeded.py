"""Two faults at a time in each example, as people make them, and whether the first message names one of them.

A message names a fault when it stands on the fault's line, or shows it as its related place, and has the wrong word or
the title of the thing in its sentence, its help or its underlined text. The first message is the very first that is
printed, also where an example gives it without any fault: the two classics have eight warnings each by intent, see
tests/rules/test_calibration.py. Only where all messages are looked at, these are passed over, as a baseline would.

Run as a program it prints the table (`python -m tests.whole.seeded 40`, pairs for each example; `-v` shows what fails).
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from blueprint.analysis import figures
from blueprint.api import Document
from blueprint.diagnostics import Diagnostic
from blueprint.rules.settings import Selection, Settings
from blueprint.source import Source
from blueprint.workspace import Disk
from tests.house.places import EXAMPLES

SETTINGS = Settings(selections=(Selection(("E", "W")),), today="2026-11-21")
IN_COMMENT = re.compile(r'^(?:[^"#\n]|"(?:[^"\\\n]|\\.)*")*#', re.MULTILINE)


@dataclass(frozen=True)
class Fault:
    """One replacement of text[start:end]. `words`: any of them names it; `also`: offsets in the sound text whose lines
    are as good as its own, such as the header that a missing brace belongs to."""

    kind: str
    start: int
    end: int
    text: str
    words: tuple[str, ...]
    also: tuple[int, ...] = ()


Seeder = Callable[[str, random.Random], Iterator[Fault]]
KINDS: dict[str, Seeder] = {}


def kind(name: str) -> Callable[[Seeder], Seeder]:
    def register(seeder: Seeder) -> Seeder:
        KINDS[name] = seeder
        return seeder

    return register


def misspelt(word: str, rng: random.Random) -> str:
    """The word with two letters swapped, one left out, or one doubled."""
    at = rng.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return rng.choice(
        (
            swapped if swapped != word else word + "s",
            word[:at] + word[at + 1 :],
            word[:at] + word[at : at + 1] + word[at:],
        )
    )


def simple(name: str, pattern: str, change: Callable[[str, random.Random], str], words: tuple[str, ...] = ()) -> None:
    """A kind that changes what a pattern calls `it`; it is named by what is then there, by `said`, or by `words`."""
    form = re.compile(pattern, re.MULTILINE)

    def seed(text: str, rng: random.Random) -> Iterator[Fault]:
        for found in form.finditer(text):
            new = change(found["it"], rng)
            said = found.groupdict().get("said")
            named = (*words, *([said] if said else ()), *([new.strip()] if new.strip() else ()))
            yield Fault(name, *found.span("it"), new, named)

    KINDS[name] = seed


def unknown(word: str, rng: random.Random) -> str:
    return rng.choice((misspelt(word, rng) if len(word) > 3 else f"{word}_x", "nobody_knows", f"{word}_2"))


def nothing(word: str, rng: random.Random) -> str:
    return ""


# What only a rule finds, and rules judge no library.
JUDGED = ("missing recovery", "missing likelihood", "missing performer", "missing target", "moment without standard")
STATEMENTS = (
    "blueprint|library|phase|core|facilitating|enhancing|step|decision|recovery|when|customer|frontstage|backstage|"
    "support|evidence|wait|pause|fail|persona|role|system|partner|channel|package|insight|policy|need"
)
ATTRIBUTES = (
    "staff|rate|hours|availability|skills|price|includes|within|acceptable|demand|currency|workdays|outcome|metric|"
    "emotion|meets|under|standard|latitude|status|sample|quote|owner|review|takes|using|notice|escalates|optional"
)
TITLE = r'"(?P<said>[^"\n]{4,}?)[^"\n]{0,2}"'

simple("misspelt keyword", rf"^ *(?:meanwhile )?(?P<it>{STATEMENTS}) ", misspelt)
simple("misspelt attribute", rf"(?:^ +|(?<=[\w\"%] ))(?P<it>{ATTRIBUTES}) ", misspelt)
simple("misspelt value", r"^ *(?:kind|state|terms|status|latitude) (?P<it>\w{3,})", misspelt)
simple("misspelt petal", r"\bas (?P<it>billing|exceptions|information|order-taking|payment|consultation)\b", misspelt)
simple("unknown performer", r" by (?P<it>\w+)", unknown)
simple(
    "unknown channel",
    r" via (?P<it>\w+)",
    lambda word, rng: rng.choice((misspelt(word, rng) if len(word) > 3 else "fax", "fax")),
)
simple("unknown system", r" using (?P<it>\w+)", unknown)
simple("dangling reference", r"^ *(?:meets \w+\.|includes |under |insights )(?P<it>\w+)", unknown)
simple("arrow to nowhere", r"-> (?!end\b|next\b|again\b)(?P<it>\w+)", unknown)
simple("missing closing quote", r'"(?P<said>[^"\n]{4,12})[^"\n]*(?P<it>")', nothing)
simple("missing opening quote", r'^ *\w+ (?:\w+ )?(?P<it>")(?P<said>[^"\n]{4,8})', nothing)
simple(
    "quotes forgotten",
    r'^ *(?:meanwhile )?(?:customer|frontstage|backstage|support|evidence) (?P<it>"[^"\n]+ [^"\n]+")',
    lambda text, rng: text[1:-1],
)
simple("curly quotes", r'^ *\w+ (?:\w+ )?(?P<it>"[^"\n]+")', lambda text, rng: f"“{text[1:-1]}”")
simple(
    "wrong unit",
    r"\btakes (?P<it>\d+(?:\.\d+)?(?:s|min|h))\b(?!\.\.)",
    lambda text, rng: re.sub(r"[a-z]+", lambda unit: rng.choice(("kg", "mn", "EUR")), text),
)
simple(
    "number without unit",
    r"\b(?:takes|within|response-time <=) (?P<it>\d+(?:s|min|h|d))\b(?!\.\.)",
    lambda text, rng: re.sub(r"[a-z]+", "", text),
)
simple(
    "wrong money",
    r"\b(?:price|cost|pays|rate) (?P<it>\d+\.\d\d)\b(?! [A-Z])",
    lambda text, rng: rng.choice((f"{text} crowns", text.replace(".", ",") + "0.", f"{text}kg")),
)
simple("percent sign forgotten", r"\b(?:availability|optional|share) (?P<it>\d+%)", lambda text, rng: text[:-1])
simple(
    "percent over a hundred",
    r"\b(?:availability|optional|share) (?P<it>\d+%)",
    lambda text, rng: f"1{int(text[:-1]):02d}%",
)
simple("tolerance forgotten", r"\btakes (?P<it>\d+(?:s|min|h))$", lambda text, rng: f"{text} ±")
simple("missing value", r"\b(?:(?P<said>takes|rate|staff|demand|price|emotion|optional))(?P<it> [\w.+/-]+%?)$", nothing)
simple("no staff", r"^ *staff (?P<it>\d+)", lambda text, rng: rng.choice(("0", "-1")), ("staff",))
simple("missing recovery", rf"^ *fail {TITLE}[^\n]*?(?P<it> -> \w+)", nothing)
simple("missing likelihood", rf"^ *fail {TITLE}(?P<it> \d+%)", nothing)
simple("missing performer", rf"^ *frontstage {TITLE}(?P<it> by \w+)(?= (?:takes|via|using))", nothing)
simple("missing target", r"^ *metric (?P<said>[\w-]+)(?P<it> [<>]= [^\s]+)", nothing)
simple("number as a word", r"^ *(?:staff|sample|demand) (?P<it>\d+)", lambda text, rng: "three")
simple("two values", r"\btakes (?P<it>\d+(?:s|min|h))\b(?!\.\.)", lambda text, rng: f"{text} {text}")
simple("colon", r"^ *(?P<said>price|rate|staff|demand|currency|owner)(?P<it> )", lambda text, rng: ": ")


@kind("missing closing brace")
def _closing(text: str, rng: random.Random) -> Iterator[Fault]:
    for opening, closing in braces(text):
        line = text.rfind("\n", 0, closing) + 1
        if text[line : closing + 2].strip() == "}" and text.count("\n", opening, closing):
            yield Fault("missing closing brace", line, min(closing + 2, len(text)), "", ("{", "}"), (opening,))


@kind("missing opening brace")
def _opening(text: str, rng: random.Random) -> Iterator[Fault]:
    for opening, closing in braces(text):
        if text[opening + 1] == "\n" and text[opening - 1] == " ":
            yield Fault("missing opening brace", opening - 1, opening + 1, "", ("{", "}"), (closing,))


@kind("stray brace")
def _stray(text: str, rng: random.Random) -> Iterator[Fault]:
    for _, closing in braces(text):
        if text[closing + 1 : closing + 2] == "\n":
            indent = text[text.rfind("\n", 0, closing) + 1 : closing]
            if not indent.strip():
                yield Fault("stray brace", closing + 1, closing + 1, f"\n{indent}}}", ("{", "}"), (closing,))


@kind("duplicate id")
def _twice(text: str, rng: random.Random) -> Iterator[Fault]:
    """A declaration that was copied and not renamed; whole blocks too."""
    ends = dict(braces(text))
    for found in re.finditer(
        r'^ *(?:role|system|partner|channel|persona|policy|step) (\w+) "[^"\n]*".*\n', text, re.MULTILINE
    ):
        opening = text.find("{", found.start(), found.end())
        if opening < 0 or opening in ends:
            end = text.index("\n", ends.get(opening, found.end() - 1)) + 1
            yield Fault("duplicate id", end, end, text[found.start() : end], (found[1],), (found.start(),))


@kind("over-capacity role")
def _overworked(text: str, rng: random.Random) -> Iterator[Fault]:
    document = Document(Source(text, str(EXAMPLES[0])), files=Disk())
    if document.model is None or document.model.library:
        return
    busy = figures(document.model, document.flow).people
    for load in busy.roles.values():
        role = document.model.roles[load.role]
        found = re.compile(r"\bstaff (\d+)").search(text, role.span.start, role.span.end) if load.utilisation else None
        if found and role.span.file == str(EXAMPLES[0]) and (load.utilisation or 0) * int(found[1]) > 0.02:
            title = role.title or role.key
            yield Fault("over-capacity role", found.start(1), found.end(1), "0.01", (title,), (role.span.start,))


@kind("acceptable under standard")
def _impatient(text: str, rng: random.Random) -> Iterator[Fault]:
    for found in re.finditer(r'^ *wait "(?P<title>[^"\n]*)" (\S+) acceptable (\S+)', text, re.MULTILINE):
        if ".." not in found[2] and found[2] != found[3]:
            swapped = f"{found[3]} acceptable {found[2]}"
            yield Fault("acceptable under standard", found.start(2), found.end(3), swapped, (found["title"],))
    for found in re.finditer(r"^  acceptable (\S+)$", text, re.MULTILINE):
        yield Fault("acceptable under standard", found.start(1), found.end(1), "1s", ("acceptable", "accept"))


@kind("shares over a hundred")
def _shares(text: str, rng: random.Random) -> Iterator[Fault]:
    ends = dict(braces(text))
    for found in re.finditer(r'^ *decision \w+ "([^"\n]*)" \{\n', text, re.MULTILINE):
        block = text[: ends.get(found.end() - 2, found.end())]
        for exit_ in re.compile(r'\bwhen "([^"\n]*)" (\d+%)').finditer(block, found.end()):
            if exit_[2] != "99%":
                yield Fault("shares over a hundred", *exit_.span(2), "99%", (found[1], exit_[1]), (found.start(),))


@kind("exit without a title")
def _untitled(text: str, rng: random.Random) -> Iterator[Fault]:
    ends = dict(braces(text))
    for found in re.finditer(r'^( *)decision \w+ "([^"\n]*)" \{\n', text, re.MULTILINE):
        block = text[: ends.get(found.end() - 2, found.end())]
        for exit_ in re.compile(rf'^{found[1]}  when( "[^"\n]*") \d+%', re.MULTILINE).finditer(block, found.end()):
            yield Fault("exit without a title", *exit_.span(1), "", (found[2],))


@kind("moment without standard")
def _moment(text: str, rng: random.Random) -> Iterator[Fault]:
    for opening, closing in braces(text):
        inside = text[opening:closing]
        header = text[text.rfind("\n", 0, opening) + 1 : opening]
        found = re.search(r'^ *standard "[^"\n]*"\n', inside, re.MULTILINE)
        title = re.search(r'step \w* ?"([^"]*)"', header)
        if found and title and "moment-of-truth" in inside:
            at = text.index("moment-of-truth", opening)
            where = (opening, at)
            yield Fault(
                "moment without standard", opening + found.start(), opening + found.end(), "", (title[1],), where
            )


def braces(text: str) -> list[tuple[int, int]]:
    """Each `{` with its `}`, in a text that has no braces within its texts or comments."""
    found, open_ = [], []
    for at, char in enumerate(text):
        if char == "{":
            open_.append(at)
        elif char == "}" and open_:
            found.append((open_.pop(), at))
    return sorted(found)


def faults(text: str, name: str, rng: random.Random) -> list[Fault]:
    """Every place of a kind, those within comments aside."""
    if name in JUDGED and text.count("\nlibrary "):
        return []
    out = [(found.end() - 1, _line_end(text, found.end())) for found in IN_COMMENT.finditer(text)]
    out += [(found.start() + 1, found.end() - 1) for found in re.finditer(r'"[^"\n]*"', text)]
    places = [each for each in KINDS[name](text, rng) if each.text != text[each.start : each.end]]
    return [each for each in places if not any(low <= each.start < high for low, high in out)]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


@dataclass
class Trial:
    """An example with two faults, the first that is printed of it, and what is found beyond what it gives anyway."""

    path: Path
    faults: tuple[Fault, ...]
    source: Source
    first: Diagnostic | None
    found: tuple[Diagnostic, ...]
    named: list[list[Fault]] = field(default_factory=list)  # for each of `found` the faults it names

    @property
    def hit(self) -> bool:
        return bool(self.found) and self.first is self.found[0] and bool(self.named[0])

    @property
    def both(self) -> bool:
        return all(any(fault in named for named in self.named) for fault in self.faults)

    @property
    def spurious(self) -> list[Diagnostic]:
        return [each for each, named in zip(self.found, self.named, strict=True) if not named]


@cache
def known(path: Path) -> Counter[tuple[str, str]]:
    """What is found in the example as it is, by rule and message."""
    return Counter((each.name, each.message) for each in check(path.read_text("utf-8"), path))


def check(text: str, path: Path) -> tuple[Diagnostic, ...]:
    return Document(Source(text, str(path)), files=Disk()).check(SETTINGS)


def tried(path: Path, pair: Sequence[Fault]) -> Trial:
    """Seed these faults, which are apart, and look."""
    sound = path.read_text("utf-8")
    text, shift, lines = "", 0, {}
    ordered = sorted(pair, key=lambda fault: fault.start)
    at = 0
    for fault in ordered:
        text += sound[at : fault.start] + fault.text
        at = fault.end
    text += sound[at:]

    def moved(offset: int) -> int:
        return offset + sum(len(f.text) - (f.end - f.start) for f in ordered if f.end <= offset)

    for fault in ordered:
        start = fault.start + shift
        shift += len(fault.text) - (fault.end - fault.start)
        first, last = text.count("\n", 0, start), text.count("\n", 0, start + len(fault.text))
        lines[fault] = set(range(first, last + 1)) | {text.count("\n", 0, moved(place)) for place in fault.also}
    source = Source(text, str(path))
    left = Counter(known(path))
    printed = check(text, path)
    found: list[Diagnostic] = []
    for each in printed:
        key = (each.name, each.message)
        if left[key]:
            left[key] -= 1
        else:
            found.append(each)
    trial = Trial(path, tuple(ordered), source, printed[0] if printed else None, tuple(found))
    trial.named = [[fault for fault in ordered if names(each, fault, source, lines[fault])] for each in found]
    return trial


def names(finding: Diagnostic, fault: Fault, source: Source, lines: set[int]) -> bool:
    """Whether the finding stands on the fault's lines, or shows one, and has one of its words."""
    spans = [finding.span, *(each.span for each in finding.related)]
    here = [span for span in spans if span.file == source.path]
    at = {source.text.count("\n", 0, span.start) for span in here}
    said = " ".join([finding.message, finding.help, *(source.slice(span) for span in here)])
    return bool(at & lines) and any(word.casefold() in said.casefold() for word in fault.words)


def pairs(path: Path, count: int) -> Iterator[tuple[Fault, Fault]]:
    """So many pairs of faults of two kinds, on lines of their own; the same ones every time."""
    text = path.read_text("utf-8")
    rng = random.Random(path.stem)
    turns: list[str] = []
    for _ in range(count):
        chosen: list[Fault] = []
        while len(chosen) < 2:
            if not turns:
                turns = rng.sample(sorted(KINDS), len(KINDS))
            there = faults(text, turns.pop(), rng)
            there = [each for each in there if all(_apart(each, other, text) for other in chosen)]
            if there:
                chosen.append(rng.choice(there))
        yield chosen[0], chosen[1]


def _apart(one: Fault, other: Fault, text: str) -> bool:
    first, second = sorted((one, other), key=lambda fault: (fault.start, fault.end))
    return one.kind != other.kind and "\n" in text[first.end : second.start]


def trials(count: int) -> Iterator[Trial]:
    """`count` pairs in each example."""
    for path in EXAMPLES:
        for pair in pairs(path, count):
            yield tried(path, pair)


def table(done: Sequence[Trial]) -> Iterator[str]:
    """The figures by kind of fault and over all."""
    yield f"{'kind of fault':28} {'seeded':>6} {'first names one':>16} {'this one named':>15}"
    for name in sorted(KINDS):
        having = [trial for trial in done if any(fault.kind == name for fault in trial.faults)]
        if having:
            hit = sum(trial.hit for trial in having)
            own = sum(any(f.kind == name for each in trial.named for f in each) for trial in having)
            yield f"{name:28} {len(having):6} {hit / len(having):16.0%} {own / len(having):15.0%}"
    hit, both = sum(trial.hit for trial in done), sum(trial.both for trial in done)
    spurious = Counter(each.name for trial in done for each in trial.spurious)
    yield f"{len(done)} pairs in {len({trial.path for trial in done})} examples, {len(KINDS)} kinds"
    yield f"the first message names a seeded fault and its line: {hit / len(done):.1%}"
    yield f"both are named among all messages: {both / len(done):.1%}"
    yield f"messages that name neither: {spurious.total()} ({spurious.total() / len(done):.2f} for each pair)"
    yield "  " + ", ".join(f"{name} {number}" for name, number in spurious.most_common())


def story(trial: Trial) -> Iterator[str]:
    """What was seeded and what was said, for a person."""
    yield f"== {trial.path.name}: " + " | ".join(f"{f.kind} {f.text!r} {f.words}" for f in trial.faults)
    for fault in trial.faults:
        start = trial.path.read_text("utf-8").count("\n", 0, fault.start) + 1
        yield f"   line {start} (sound): {trial.path.read_text('utf-8').splitlines()[start - 1].strip()[:110]}"
    if trial.first and not any(trial.first is each for each in trial.found):
        yield f"   the example gives anyway, and it is printed first: {trial.first.name}: {trial.first.message}"
    for each, named in zip(trial.found, trial.named, strict=True):
        line = trial.source.line_column(each.span.start)[0]
        yield f"   {'+' if named else '-'} {line}: {each.name}: {each.message}"


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    all_ = list(trials(numbers[0] if numbers else 40))
    if "-v" in sys.argv:
        for trial in all_:
            if not (trial.hit and trial.both) or trial.spurious:
                sys.stdout.writelines(f"{line}\n" for line in story(trial))
    sys.stdout.writelines(f"{line}\n" for line in table(all_))
