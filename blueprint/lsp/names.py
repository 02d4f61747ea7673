"""Names that can be written at a place: ids of the right kind, words that a choice takes, metrics of the tier."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from blueprint.lsp.cursor import Cursor
from blueprint.lsp.elements import element, tables
from blueprint.lsp.links import beside
from blueprint.lsp.words import choice, manual, measure
from blueprint.model.fields import ARROW_TARGETS, LINK_ENDS, REFERS
from blueprint.model.names import CELLS, STEPS
from blueprint.model.places import kind_of
from blueprint.model.read import CURRENCIES
from blueprint.records import dataclass
from blueprint.vocabulary import LANES, METRICS, PHASES, RESERVED, TIERS, WORDS

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed
    from blueprint.model.entities import Blueprint

_IN_A_LIST = ("NAME", "CURRENCY", "COMMA", "DOT", "or")
_LIBRARY = re.compile(r"\ufeff?(?:\s|#[^\r\n]*)*library\b")


@dataclass(frozen=True, slots=True)
class Name:
    """A name with what it stands for; `fixed` when the language gives it and not the file."""

    text: str
    detail: str = ""
    manual: str = ""
    fixed: bool = False


def names(here: Cursor, model: Blueprint | None) -> Iterator[Name]:
    """The names that can stand at the cursor, where the grammar takes one."""
    kinds = here.kinds
    if not kinds:
        return
    word = _governing(kinds)
    if kinds[-1] == "DOT":
        yield from _inner(here, model, _referred(word, here))
    elif kinds[-1] == "metric":
        yield from _metrics(here)
    elif kinds[-1] == "phase":
        yield from (Name(kind, meaning, fixed=True) for kind, meaning in PHASES.items())
        yield from _opened_again(here, model)
    elif word in ("->", "~>", "<->"):
        yield from _targets(here, model)
    elif word in WORDS and WORDS[word].shape == "choice":
        yield from _choices(word)
    elif word:
        yield from _of_kinds(here, model, word)
    elif len(kinds) == 1 + (kinds[0] == "meanwhile"):
        yield from _opened_again(here, model)


def link_ends(model: Blueprint) -> Iterator[Name]:
    """What has a name that a link may join, cells aside: they are many, and are written after a dot."""
    return _declared(model, [kind for kind in LINK_ENDS if kind not in CELLS])


def libraries(analysed: Analysed) -> list[str]:
    """The paths of the libraries of the workspace from this file, nearest first."""
    folder = os.path.dirname(analysed.path)
    if not os.path.isabs(folder):
        return []
    found = []
    for path in analysed.project.files() if analysed.project.folders else beside(folder):
        other = analysed.project.at(path)
        if other is not None and path != analysed.path and _LIBRARY.match(other.text):
            found.append(os.path.relpath(path, folder).replace(os.sep, "/"))
    return sorted(found, key=lambda path: (path.count("../"), path.count("/"), path))


# ---------------------------------------------------------------------------------------------------- what governs


def _governing(kinds: tuple[str, ...]) -> str:
    """The word or arrow whose names are being written: what stands before the last run of names; empty when none."""
    at = len(kinds) - 1
    while at >= 0 and kinds[at] in _IN_A_LIST:
        at -= 1
    if at < 0:
        return ""
    if kinds[at] == "ARROW":
        return "->"
    entry = WORDS.get(kinds[at])
    return kinds[at] if entry and entry.shape in ("ref", "refs", "owner", "choice") else ""


def _referred(word: str, here: Cursor) -> tuple[str, ...]:
    if word == "->":
        return LINK_ENDS
    return REFERS.get(word, ()) or ((*CELLS, "need") if not here.head or len(here.before) < 4 else ())


def _listed(here: Cursor) -> set[str]:
    """The names that stand in the list already."""
    found, path = set(), ""
    for kind, written, _, _ in here.before:
        path = path + written if kind == "DOT" or path.endswith(".") else written
        if kind in ("NAME", "CURRENCY"):
            found.add(path)
    return found


# ---------------------------------------------------------------------------------------------------- what is offered


def _of_kinds(here: Cursor, model: Blueprint | None, word: str) -> Iterator[Name]:
    kinds = REFERS[word]
    if word in ("below", "above"):
        yield from (Name(lane, "a lane", manual(lane), fixed=True) for lane in LANES)
    if word == "by":
        others = [kind for kind in kinds if kind != "persona"]
        kinds = ("persona", *others) if here.head == "customer" else tuple(others)
    if model is None:
        return
    if word == "at":
        step = here.around(*STEPS)
        kept = f"{step.key}." if step else ""
        yield from _declared(model, kinds, kept)
        return
    listed = _listed(here)
    yield from (name for name in _declared(model, kinds) if name.text not in listed)


def _targets(here: Cursor, model: Blueprint | None) -> Iterator[Name]:
    own = here.kinds[0] == "ARROW" or here.head in ("fail", "when")
    if model is not None:
        kinds = ARROW_TARGETS if here.head != "fail" else ("recovery", *(k for k in ARROW_TARGETS if k != "recovery"))
        yield from _declared(model, kinds) if own else link_ends(model)
    if own and here.head != "fail":
        recovers = here.around(*STEPS)
        words = RESERVED if recovers and recovers.word == "recovery" else ("end",)
        yield from (Name(word, RESERVED[word], fixed=True) for word in words if word != "start")


def _choices(word: str) -> Iterator[Name]:
    if word == "currency":
        spoken: dict[str, str] = {}
        for said, code in CURRENCIES.items():
            spoken.setdefault(code, said)
        yield from (Name(code, said, fixed=True) for code, said in spoken.items())
    for each in WORDS[word].choices:
        yield Name(each, choice(each, word), fixed=True)


def _metrics(here: Cursor) -> Iterator[Name]:
    service = here.around(*TIERS)
    tier = "core" if service and service.word == "core" else "service" if service else ""
    if here.place in ("blueprint", "library"):
        tier = "whole"
    elif here.place == "role":
        tier = "provider"
    for metric in METRICS.values():
        if tier in ("", metric.tier):
            yield Name(metric.name, metric.doc, measure(metric), fixed=True)


def _opened_again(here: Cursor, model: Blueprint | None) -> Iterator[Name]:
    """What is there already: in a scenario all, elsewhere a service of the same tier."""
    word = here.head
    if model is None:
        return
    if word in LANES and here.scenario:
        step = here.around(*STEPS)
        yield from _under(model, step.key if step else "", CELLS)
    elif word in TIERS and (here.scenario or here.place in ("top", "phase")):
        for service in model.services.values():
            if service.tier == word and (service.explicit or service.title):
                yield Name(service.key, f"{word} “{service.label}”")
    elif here.scenario and word == "need":
        owner = here.around("persona", "role")
        yield from _under(model, owner.key if owner else "", ("need",))
    elif here.scenario:
        yield from _declared(model, (kind_of(word),))


def _inner(here: Cursor, model: Blueprint | None, kinds: tuple[str, ...]) -> Iterator[Name]:
    """What a step, persona or role holds, after its name and a dot."""
    path = []
    for kind, written, _, _ in reversed(here.before[:-1]):
        path.append(written)
        if kind != "DOT":
            break
    if model is not None:
        yield from _under(model, "".join(reversed(path)), kinds or (*CELLS, "need"))


def _under(model: Blueprint, owner: str, kinds: Iterable[str]) -> Iterator[Name]:
    begin = f"{owner}."
    for name in _declared(model, kinds, begin):
        yield Name(name.text.removeprefix(begin), name.detail)


def _declared(model: Blueprint, kinds: Iterable[str], begin: str = "") -> Iterator[Name]:
    """Every name of these kinds, of those that begin so, with what it stands for, kind by kind."""
    order = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
    every = model.symbols.values()
    found = [symbol for symbol in every if symbol.kind in order and symbol.key.startswith(begin)]
    found.sort(key=lambda symbol: order[symbol.kind])
    known = tables(model)
    for symbol in found:
        if symbol.kind in ("parallel", "branch"):  # hardly any has a name, and finding its title would take longest
            if symbol.explicit:
                yield Name(symbol.key, symbol.kind)
            continue
        found_in = known.get(symbol.kind)
        whole = found_in.get(symbol.key) if found_in is not None else element(model, symbol.key, symbol.kind)
        title = whole.title if whole else ""
        yield Name(symbol.key, f"{symbol.kind} “{title}”" if title else symbol.kind)
