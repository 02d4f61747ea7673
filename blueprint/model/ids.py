"""Which ids a model must write out so that reading it again gives every element the key it has."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import entities as e
from blueprint.model.words import derive


def written_ids(whole: e.Blueprint) -> set[str]:
    """The keys that are written: those that were, those that no title gives, and those that another would take."""
    named = list(_named(whole))
    written = {
        element.key
        for element, _ in named
        if element.explicit or not (element.title or isinstance(element, e.Parallel))
    }
    while True:
        wrong = _wrong(named, written)
        if not wrong:
            return written
        written |= wrong


def _wrong(named: list[tuple[e.Element, str]], written: set[str]) -> set[str]:
    """Elements that would be given another key from their titles, when these ids are written."""
    taken = set(written)
    numbers: dict[str, int] = {}
    wrong = set()
    for element, kind in named:
        if element.key in written:
            continue
        base = derive("" if kind == "parallel" else element.title, kind)
        key, number = base, numbers.get(base, 2)
        while key in taken:
            key, number = f"{base}_{number}", number + 1
        numbers[base] = number
        taken.add(key)
        if key != element.key:
            wrong.add(element.key)
    return wrong


def _named(whole: e.Blueprint) -> Iterator[tuple[e.Element, str]]:
    """Everything that can be referred to by one name, in the order it is written, with the word it is made from."""
    from blueprint.model.tree import declarations

    for element in declarations(whole):
        yield element, element.kind if isinstance(element, e.System) else type(element).__name__.lower()
    seen: set[str] = set()
    for phase in whole.phases:
        for item in phase.items:
            if isinstance(item, e.ServicePart):
                if item.service not in seen and item.service in whole.services:
                    seen.add(item.service)
                    yield whole.services[item.service], whole.services[item.service].tier
                yield from _items(item.items)
            else:
                yield from _items((item,))
    for key, service in whole.services.items():
        if key not in seen:
            yield service, service.tier
    for scenario in whole.scenarios.values():
        yield scenario, "scenario"


def _items(items: tuple[e.Item, ...]) -> Iterator[tuple[e.Element, str]]:
    for item in items:
        if isinstance(item, e.Parallel):
            yield item, "parallel"
            for branch in item.branches:
                yield from _items(branch.items)
        else:
            yield item, item.kind
            for when in item.whens:
                yield from _items(when.items)
