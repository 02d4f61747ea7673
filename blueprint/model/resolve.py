"""`resolve`: a text and what it uses become one model with every name resolved. It never raises."""

from __future__ import annotations

import gc

from blueprint.diagnostics import Diagnostic, Edit, Fix
from blueprint.model import entities as e
from blueprint.model.afterwards import complete
from blueprint.model.build import Builder
from blueprint.model.collect import collect, head_of, span_of_word
from blueprint.model.findings import finding
from blueprint.model.imports import Files, Loaded, Loader, Parse
from blueprint.model.names import Names
from blueprint.model.naming import name
from blueprint.model.read import Taken
from blueprint.model.scenario import scenarios
from blueprint.model.values import Values
from blueprint.model.wrapped import unwrapped
from blueprint.records import dataclass, field
from blueprint.source import Source, Span
from blueprint.syntax import nodes, parse
from blueprint.units import Rate

BUILTIN = (
    e.Lane(key="evidence", id="evidence", title="Physical evidence"),
    e.Lane(key="customer", id="customer", title="Customer", beside="evidence"),
    e.Lane(key="frontstage", id="frontstage", title="Frontstage", beside="customer", line="Line of interaction"),
    e.Lane(key="backstage", id="backstage", title="Backstage", beside="frontstage", line="Line of visibility"),
    e.Lane(key="support", id="support", title="Support", beside="backstage", line="Line of internal interaction"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a text means. `blueprint` is None only when it is neither blueprint nor library.

    `diagnostics` holds those of the syntax and of used libraries too, the file's own first, by place; `sources` finds
    the text that a span speaks of by `Span.file`; `used` has each path that a `use` led to, in this file or in a used
    one, and where that really lies, links followed.
    """

    blueprint: e.Blueprint | None
    diagnostics: tuple[Diagnostic, ...]
    sources: dict[str, Source] = field(default_factory=dict)
    file: nodes.File | None = None
    used: dict[str, str] = field(default_factory=dict)


def resolve(source: Source, files: Files | None = None, parse: Parse = parse) -> Resolved:
    """Read a text, follow its `use` lines through `files`, and resolve every name.

    Without `files` a `use` finds nothing. Whatever is wrong is a diagnostic; the model holds what could be understood.
    Who has parsed some of the texts already, such as an editor, gives a `parse` that knows them.
    """
    collecting = gc.isenabled()
    gc.disable()  # nothing here makes cycles, and looking for them would cost two thirds of the time
    try:
        return _resolve(source, files, parse)
    finally:
        if collecting:
            gc.enable()


_BEGIN = 'Begin with `blueprint "…" { }`; `blueprint new` writes a file to start from.'


def _resolve(source: Source, files: Files | None, parse: Parse) -> Resolved:
    loader = Loader(files, parse)
    loader.load(source)
    own = loader.order[-1]
    if head_of(own.file) is None:
        unread = [each for each in loader.diagnostics if each.name == "too-large"]
        return Resolved(None, tuple(unread[-1:]) or (_no_blueprint(own),), {source.path: source}, own.file)
    model = _model(loader.order, loader.diagnostics)
    order = {each.source.path: number for number, each in enumerate([own, *loader.order[:-1]])}
    ranked = sorted(
        _one_cause(loader.diagnostics),
        key=lambda d: (order.get(d.span.file, len(order)), d.span.start, d.span.end, d.code),
    )
    sources = {each.source.path: each.source for each in loader.order}
    return Resolved(model, tuple(ranked), sources, own.file, loader.used)


def _one_cause(found: list[Diagnostic]) -> list[Diagnostic]:
    """Of `$20` in a blueprint that counts in euros only that: its spelling is not to be mended to `20 USD` first."""
    mixed = {each.span for each in found if each.name == "currency-mixed"}
    return [each for each in found if each.name != "bad-value" or each.span not in mixed] if mixed else found


def _no_blueprint(own: Loaded) -> Diagnostic:
    """One finding for a file of another kind, such as a build file that shares the suffix; no other is made."""
    statements = own.file.statements
    if not statements:
        return finding("not-a-blueprint", Span(0, 0, own.source.path), "There is no blueprint in this file.",
                       help=_BEGIN)  # fmt: skip
    first = span_of_word(statements[0])
    # Build files of another tool hold blocks such as `package { … }` too, without id and title.
    known = any(
        isinstance(each, nodes.Header) and each.block is not None and (each.id or each.title or each.kind)
        for each in statements
    )
    start = Span(statements[0].span.start, statements[0].span.start, own.source.path)
    fix = Fix('begin with `blueprint "…"`', (Edit(start, 'blueprint "…"\n\n'),), safe=False) if known else None
    message = "This is not a blueprint: it begins with neither `blueprint` nor `library`."
    return finding("not-a-blueprint", first, message, fix=fix, help="" if fix else _BEGIN)


def _model(loaded: list[Loaded], report: list[Diagnostic]) -> e.Blueprint | None:
    own = loaded[-1].file
    head = head_of(own)
    if head is None:
        return None
    own = unwrapped(own, head, report)
    head = head_of(own) or head
    names = Names(report.append)
    kinds = [(each.file, "library") for each in loaded[:-1]] + [(own, head.keyword.text)]
    found = collect(kinds, names, report)
    name(found)
    values = Values(report.append)
    builder = Builder(found, values)
    taken = _whole(builder, head)
    for file in [*(each.file for each in loaded[:-1]), own]:
        builder.declarations(file.statements)
    builder.check_places()
    builder.check_lanes()
    builder.check_shares()
    blueprint = _assemble(builder, head, taken, own)
    complete(report, names, blueprint)
    return blueprint


def _whole(builder: Builder, head: nodes.Header) -> Taken:
    """The attributes of the file's own head. Its currency and working days hold for everything, so they come first."""
    values = builder.reader.values
    for each in builder.found.statements(head.block):
        if isinstance(each, nodes.Attribute) and each.values:
            first = each.values[0]
            valid = isinstance(first, nodes.Word) and first.text.isalpha() and len(first.text) == 3
            if each.word.text == "currency" and isinstance(first, nodes.Word) and valid and not values.currency.code:
                values.currency.code, values.currency.said = first.text, each.span
            if each.word.text == "workdays" and isinstance(first, nodes.Quantity) and isinstance(first.value, Rate):
                days = float(first.value.amount)
                values.workdays = days if 0 < days <= 7 else values.workdays
    return builder.reader.take(head.keyword.text, "", head)


def _assemble(builder: Builder, head: nodes.Header, taken: Taken, file: nodes.File) -> e.Blueprint:
    tables = builder.tables
    id = head.id.text if head.id else ""
    values = taken.fields()
    if not values.get("currency"):
        values["currency"] = builder.reader.values.currency.code
    return e.Blueprint(
        key=id or head.keyword.text, id=id, title=head.title.value if head.title else "", explicit=head.id is not None,
        span=file.span, at=_places(taken, head), library=head.keyword.text == "library", **values,
        personas=tables.personas, roles=tables.roles, systems=tables.systems, channels=tables.channels,
        packages=tables.packages, insights=tables.insights, policies=tables.policies, lanes=_lanes(builder.extra),
        services=builder.whole_services(), phases=tuple(builder.phases), links=tuple(builder.links),
        scenarios=scenarios(builder), symbols=builder.names.symbols(),
    )  # fmt: skip


def _places(taken: Taken, head: nodes.Header) -> dict[str, Span]:
    parts = {"id": head.id, "title": head.title}
    return {**taken.at, **{name: part.span for name, part in parts.items() if part is not None}}


def _lanes(extra: list[e.Lane]) -> tuple[e.Lane, ...]:
    """The five, with each extra lane at its place: below or above another, in written order; else at the foot."""
    beside: dict[tuple[str, str], list[e.Lane]] = {}
    for lane in extra:
        beside.setdefault((lane.beside, lane.position), []).append(lane)
    placed: dict[str, e.Lane] = {}
    # A list instead of recursion: lanes may hang on each other in a chain of any length.
    waiting = [(lane, False) for lane in reversed(BUILTIN)]
    while waiting:
        lane, opened = waiting.pop()
        if opened:
            placed[lane.key] = lane
            continue
        waiting += [(each, False) for each in reversed(beside.get((lane.key, "below"), []))]
        waiting.append((lane, True))
        waiting += [(each, False) for each in reversed(beside.get((lane.key, "above"), []))]
    left = [lane for lane in extra if lane.key not in placed]  # beside nothing, or in a circle
    return (*placed.values(), *left)
