"""Old findings put off: a blueprint that was there before the checks begins with none, and only what is new is told.

An entry is a file, a rule, the element in which the finding stands and a hash of its message, with how many there are.
Lines may move, and elements be moved, without an entry losing its finding; what is renamed or mended comes up again.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from blueprint.diagnostics import Diagnostic, Refusal
from blueprint.model.entities import Blueprint, Element
from blueprint.records import dataclass
from blueprint.rules.settings import fixed
from blueprint.source import Span

VERSION = 1
NAME = "blueprint-baseline.json"
Entry = tuple[str, str, str, str]  # file, relative to the baseline's folder; rule; element's key; hash of the message


@dataclass(frozen=True, slots=True)
class Owned:
    """What a baseline has to know of a blueprint: the key of the innermost element around each of its findings, in
    their order and empty where there is none, and whether rules have `judged` it, as they do no library."""

    keys: tuple[str, ...]
    judged: bool


def owned(found: Sequence[Diagnostic], blueprint: Blueprint | None) -> Owned:
    """What stands around the findings of a blueprint."""
    owners = _Owners(blueprint) if found else None
    keys = tuple(owners.of(each.span) for each in found) if owners else ()
    return Owned(keys, blueprint is not None and not blueprint.library)


class Baseline:
    """The entries of a file, and what has come up of them. A library's findings come up once for each blueprint that
    uses it, and count once."""

    def __init__(self, path: str, counts: Counter[Entry] | None = None) -> None:
        self.folder = os.path.dirname(os.path.realpath(path))
        self.counts = Counter[Entry]() if counts is None else counts
        self._up: Counter[Entry] = Counter()
        self._read: set[str] = set()
        self._judged: set[str] = set()  # on a library by itself no rule runs: what does not come up may still be there

    @classmethod
    def load(cls, path: str, *, new: bool = False) -> Baseline:
        """Read a baseline, which need not be there when a `new` one is to be written. Raises `Refusal` when it is not
        there or is none."""
        import json

        if new and not os.path.exists(path):
            return cls(path)

        try:
            with open(path, encoding="utf-8") as file:
                data = json.load(file)
            if data["version"] != VERSION:
                raise ValueError(data["version"])
            counts = Counter({_row(each): int(each.get("count", 1)) for each in data["findings"]})
        except FileNotFoundError:
            raise Refusal(f"There is no baseline `{path}`. `--write-baseline` writes it.") from None
        except OSError as error:
            raise Refusal(f"The baseline `{path}` cannot be read: {error.strerror or error}.") from None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise Refusal(f"`{path}` is not a baseline of this version. `--write-baseline` writes it anew.") from None
        return cls(path, counts)

    def new(self, file: str, found: Sequence[Diagnostic], about: Blueprint | Owned | None) -> list[Diagnostic]:
        """The findings of a file, and of the libraries it uses, that are not in the baseline. What could not be read is
        always new."""
        about = about if isinstance(about, Owned) else owned(found, about)
        left: list[Diagnostic] = []
        up: Counter[Entry] = Counter()
        for finding, each in zip(found, entries(found, about.keys, self.folder), strict=True):
            if up[each] < self.counts[each] and not fixed(finding.name, finding.code):
                up[each] += 1
            else:
                left.append(finding)
        self._came_up(file, up, judged=about.judged)
        return left

    def put_off(self, file: str, found: Sequence[Diagnostic], about: Blueprint | Owned | None) -> list[Diagnostic]:
        """Take all findings of a file into the baseline that is to be written; those that cannot be are returned."""
        about = about if isinstance(about, Owned) else owned(found, about)
        rows = zip(found, entries(found, about.keys, self.folder), strict=True)
        up = Counter(entry for each, entry in rows if not fixed(each.name, each.code))
        self._came_up(file, up, judged=about.judged)
        return [each for each in found if fixed(each.name, each.code)]

    def _came_up(self, file: str, up: Counter[Entry], *, judged: bool) -> None:
        self._up |= up
        self._read.add(_relative(file, self.folder))
        if judged:
            self._judged.add(_relative(file, self.folder))

    def gone(self) -> int:
        """How many entries of the files that were checked no finding has come up for."""
        return sum(count - self._up[each] for each, count in self.counts.items() if each[0] in self._judged)

    def rewrite(self) -> None:
        """Let the entries of the files that were checked be those that have come up; others stay."""
        anew = self._read | {file for file, *_ in self._up}
        self.counts = Counter({each: n for each, n in self.counts.items() if each[0] not in anew}) + self._up

    def encoded(self) -> bytes:
        """The file, the same bytes for the same findings."""
        import json

        rows = [
            {"file": file, "rule": rule, "element": element, "message": message, **({"count": n} if n > 1 else {})}
            for (file, rule, element, message), n in sorted(self.counts.items())
        ]
        body = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
        return f'{{"version": {VERSION}, "findings": [\n{body}\n]}}\n'.encode()


def entries(found: Sequence[Diagnostic], keys: Sequence[str], folder: str) -> Iterable[Entry]:
    """The entry of each finding, which stands in the element of this key."""
    from hashlib import sha256

    files = {file: _relative(file, folder) for file in {each.span.file for each in found}}
    for each, key in zip(found, keys, strict=True):
        message = sha256(each.message.encode("utf-8", "replace")).hexdigest()[:12]
        yield files[each.span.file], each.name, key, message


def _row(row: dict[str, str]) -> Entry:
    return str(row["file"]), str(row["rule"]), str(row["element"]), str(row["message"])


def _relative(file: str, folder: str) -> str:
    return os.path.relpath(os.path.realpath(file), folder).replace(os.sep, "/")


class _Owners:
    """Finds the innermost element around a place. Elements are statements, so their ranges nest."""

    def __init__(self, blueprint: Blueprint | None) -> None:
        spans = sorted((each.span.file, each.span.start, -each.span.end, each.key) for each in _elements(blueprint))
        self._starts: list[tuple[str, int]] = []
        self._keys: list[str] = []
        opened: list[tuple[str, int, str]] = []  # file, end and key of the elements around
        for file, start, end, key in spans:
            while opened and (opened[-1][0] != file or opened[-1][1] <= start):
                self._mark(opened, opened[-1][0], opened.pop()[1])
            opened.append((file, -end, key))
            self._mark(opened, file, start)
        while opened:
            self._mark(opened, opened[-1][0], opened.pop()[1])

    def _mark(self, opened: Sequence[tuple[str, int, str]], file: str, at: int) -> None:
        """From here on the innermost of the opened elements is around."""
        self._starts.append((file, at))
        self._keys.append(opened[-1][2] if opened and opened[-1][0] == file else "")

    def of(self, span: Span) -> str:
        place = bisect_right(self._starts, (span.file, span.start))
        return self._keys[place - 1] if place and self._starts[place - 1][0] == span.file else ""


def _elements(blueprint: Blueprint | None) -> Iterable[Element]:
    if blueprint is None:
        return
    tables = (
        blueprint.personas, blueprint.roles, blueprint.systems, blueprint.channels, blueprint.packages,
        blueprint.insights, blueprint.policies, blueprint.services, blueprint.scenarios, blueprint.steps,
    )  # fmt: skip
    for table in tables:
        yield from table.values()
    yield from blueprint.cells.values()
    yield from (lane for lane in blueprint.lanes if not lane.builtin)
    yield from blueprint.phases
