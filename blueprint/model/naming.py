"""Names for what the first pass gathered: written ids first, then those made from titles, then those inside things."""

from __future__ import annotations

from blueprint.diagnostics import Related
from blueprint.model.collect import Collected, Pending, span_of_word, word_of
from blueprint.model.findings import finding
from blueprint.model.names import STEPS, Entry
from blueprint.model.words import derive, nfc
from blueprint.source import Span
from blueprint.syntax import nodes
from blueprint.vocabulary import WORDS


def name(found: Collected) -> None:
    """Written ids first, then those made from titles, then what is named inside steps, personas and roles."""
    named = [p for p in found.pending if p.kind not in ("need", "blueprint", "library")]
    parts = _parts_of_services(named)
    for pending in named:
        if pending.node.id is not None and pending.node.span not in parts:
            title = pending.node.title.value if pending.node.title else ""
            found.names.declare(pending.kind, pending.node.id, title, pending.node.span, present=pending.present)
    for pending in named:
        if pending.node.id is None and pending.kind not in ("phase", "branch"):
            _make(found, pending)
    for span, (word, first) in parts.items():
        made = found.names.derived.get(nfc(word.text), [])
        entry = found.names.at[first] if first else next(iter(made), None)
        if entry is not None:
            found.names.at[span] = entry
            found.names.use(entry.key, word.span)
    for pending in found.pending:
        _inside(found, pending)


def _parts_of_services(named: list[Pending]) -> dict[Span, tuple[nodes.Word, Span | None]]:
    """Where a service is opened again: its id, and the part that declares it.

    None stands for a part that has no written id, but whose title gives this one.
    """
    groups: dict[str, list[Pending]] = {}
    made = {
        derive(p.node.title.value, p.node.keyword.text)
        for p in named
        if p.kind == "service" and not p.node.id and p.node.title
    }
    for pending in named:
        if pending.kind == "service" and pending.node.id:
            groups.setdefault(nfc(pending.node.id.text), []).append(pending)
    parts = {}
    for name, group in groups.items():
        titled = next((p.node.span for p in group if p.node.title), None)
        first = titled or (None if name in made else group[0].node.span)
        for pending in group:
            if pending.node.span != first and pending.node.id:
                parts[pending.node.span] = (pending.node.id, first)
    return parts


def _make(found: Collected, pending: Pending) -> None:
    node, title = pending.node, pending.node.title
    if pending.kind != "parallel":
        _unnamed(found, node)
    text = title.value if title and pending.kind != "parallel" else ""
    at = title.span if title else node.keyword.span
    found.names.make(pending.kind, node.keyword.text, text, at, node.span, present=pending.present)


def _unnamed(found: Collected, node: nodes.Header) -> None:
    if (node.title is None or not node.title.value.strip()) and not found.spoilt(node):
        found.report.append(finding(
            "name-missing", (node.title or node.keyword).span,
            f"This `{node.keyword.text}` has neither an id nor a title.",
            help=f'Give it a title in quotes, for example `{node.keyword.text} "…"`.',
        ))  # fmt: skip


def _untold(found: Collected, node: nodes.Cell) -> None:
    """A cell says what happens; evidence what there is to see."""
    word = word_of(node)
    silent = node.title is None or not node.title.value.strip()
    if silent and (node.id is None or word == "evidence") and not found.spoilt(node):
        entry = WORDS.get(word)
        found.report.append(finding(
            "name-missing", (node.title or node.lane).span,
            f"This `{word}`{'' if word == 'evidence' else ' cell'} has no text.",
            help=f"Write in quotes what happens, for example `{entry.example}`." if entry else "",
        ))  # fmt: skip


def _inside(found: Collected, pending: Pending) -> None:
    """The cells and waits of a step, the needs of a persona or role."""
    if pending.kind == "need":
        _need(found, pending)
    elif pending.kind in STEPS:
        step = found.names.at[pending.node.span]
        own = [each for each in found.statements(pending.node.block) if isinstance(each, nodes.Cell | nodes.Timed)]
        for each in own:
            if isinstance(each, nodes.Cell):
                _untold(found, each)
            if isinstance(each, nodes.Cell) and each.id is not None and word_of(each) != "evidence":
                _inner(found, step, "cell", each, each.id, each.title)
        counts: dict[str, int] = {}
        for each in own:
            _count(found, step, each, counts)


def _count(found: Collected, step: Entry, each: nodes.Cell | nodes.Timed, counts: dict[str, int]) -> None:
    """The name a cell has by its lane; one that has an id of its own is known by both."""
    word = word_of(each)
    kind = each.keyword.text if isinstance(each, nodes.Timed) else "cell"
    if word == "evidence":
        return
    table = found.names.inner.setdefault(step.key, {})
    counts[word] = number = counts.get(word, 0) + 1
    name = word if number == 1 else f"{word}_{number}"
    entry = found.names.at.get(each.span)
    if entry is not None:
        table.setdefault(name, entry)
        return
    while name in table:  # someone gave this very name to another cell
        counts[word] = number = number + 1
        name = f"{word}_{number}"
    title = each.title.value if each.title else ""
    at = each.title.span if each.title else span_of_word(each)
    entry = Entry(f"{step.key}.{name}", kind, title, False, at, name, step.present)
    table[name] = found.names.at[each.span] = entry


def _need(found: Collected, pending: Pending) -> None:
    node = pending.node
    owner = found.names.at.get(pending.owner.span) if pending.owner else None
    if owner is None:
        return
    if node.id is not None:
        _inner(found, owner, "need", node, node.id, node.title)
        return
    _unnamed(found, node)
    base = derive(node.title.value if node.title else "", "need")
    table, name = found.names.inner.setdefault(owner.key, {}), found.names.free_inside(owner.key, base)
    at = node.title.span if node.title else node.keyword.span
    title = node.title.value if node.title else ""
    table[name] = found.names.at[node.span] = Entry(
        f"{owner.key}.{name}", "need", title, False, at, name, owner.present
    )


def _inner(
    found: Collected,
    owner: Entry,
    kind: str,
    node: nodes.Cell | nodes.Header,
    word: nodes.Word,
    text: nodes.Text | None,
) -> None:
    """A written id inside a step, persona or role."""
    name, table = nfc(word.text), found.names.inner.setdefault(owner.key, {})
    first = table.get(name)
    if first is not None:
        found.report.append(finding(
            "duplicate-name", word.span, f"`{name}` is already the id of another {kind} in `{owner.key}`.",
            related=(Related(first.span, f"`{name}` is first declared here"),),
        ))  # fmt: skip
    name = found.names.free_inside(owner.key, name)
    title = text.value if text else ""
    table[name] = found.names.at[node.span] = Entry(
        f"{owner.key}.{name}", kind, title, True, word.span, name, owner.present
    )
