"""What things are called: small lines under a cell's text, and names for people who listen to the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from blueprint.layout.columns import Place
from blueprint.layout.values import duration
from blueprint.model.entities import Blueprint, Cell, Element, Evidence, Wait
from blueprint.source import Span
from blueprint.units import Money

LANES = {
    "evidence": "Physical evidence", "customer": "Customer actions", "frontstage": "Frontstage",
    "backstage": "Backstage", "support": "Support processes",
}  # fmt: skip


def money(value: Money | None, currency: str) -> str:
    if value is None:
        return ""
    return f"{value.amount:.2f}\u00a0{value.currency or currency}".strip()


def labels(keys: Iterable[str], *tables: Mapping[str, Element]) -> list[str]:
    """The titles of what these keys name."""
    return [next((t[key].label for t in tables if key in t), key) for key in keys]


def performers(blueprint: Blueprint, cell: Cell) -> str:
    names = labels(cell.performers, blueprint.roles, blueprint.systems, blueprint.personas)
    return (" or " if cell.any_performer else ", ").join(names)


def meta(blueprint: Blueprint, place: Place) -> list[str]:
    """What stands small under a cell's text: who, over which channel, what is paid, how long."""
    part = place.part
    if isinstance(part, Cell):
        via = ", ".join(labels(part.channels, blueprint.channels))
        pays = f"pays {money(part.pays, blueprint.currency)}" if part.pays else ""
        return [word for word in (performers(blueprint, part), via, pays, duration(part.takes)) if word]
    if isinstance(part, Wait):
        most = f"at most {duration(part.notes.acceptable)}" if part.notes.acceptable else ""
        return [word for word in (duration(part.duration), most) if word]
    return []


def lane_label(blueprint: Blueprint, key: str) -> str:
    if key in LANES:
        return LANES[key]
    return next((lane.title for lane in blueprint.lanes if lane.id == key and lane.title), key)


def spoken(blueprint: Blueprint, place: Place) -> str:
    """The accessible name: `Frontstage: Process registration, by Clerk, 4 min`."""
    part, text = place.part, place.text
    if place.kind == "decision":
        return f"Decision: {text}"
    if place.kind == "bar":
        return "All of these run side by side" if place.key.startswith("fork:") else "All of these have ended"
    if place.kind in ("wait", "pause"):
        words = [f"{place.kind.capitalize()}: {part.title}" if part and part.title else place.kind.capitalize()]
    elif isinstance(part, Evidence):
        words = [f"Evidence: {text}"]
    else:
        words = [f"{lane_label(blueprint, place.lane)}: {text}"]
    if isinstance(part, Cell):
        if part.performers:
            words.append(f"by {performers(blueprint, part)}")
        if part.channels:
            words.append("via " + ", ".join(labels(part.channels, blueprint.channels)))
        if part.systems:
            words.append("using " + ", ".join(labels(part.systems, blueprint.systems)))
        words.append(duration(part.takes))
    elif isinstance(part, Wait):
        words.append(duration(part.duration))
    return ", ".join(filter(None, words))


def described(place: Place) -> str:
    """What else is known of a cell, for a tooltip."""
    part = place.part
    if part is None:
        return ""
    notes = part.notes
    words = [
        f"Standard: {notes.standard}" if notes.standard else "",
        f"Acceptable: {duration(notes.acceptable)}" if notes.acceptable else "",
        *(f"Notice: {n}" for n in getattr(part, "notices", ())),
        *(f"Pain: {p}" for p in notes.pains), *(f"Idea: {i}" for i in notes.ideas),
        *(f"“{q}”" for q in notes.quotes), *notes.notes,
    ]  # fmt: skip
    return ". ".join(filter(None, words))


def data(key: str, span: Span, **more: str) -> dict[str, str]:
    """The data attributes that tie a shape to its text: positions count code points from 0."""
    found = {"key": key, **{name: value for name, value in more.items() if value}}
    if len(span):
        found |= {"file": span.file, "start": str(span.start), "end": str(span.end)}
    return found
