"""The one namespace: what is declared under which name, and what each reference means.

Ids that are written come first; ids made from titles take what is free, the later one with `_2`. A reference to a
made id that several things would have is an error that shows the choices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from blueprint.diagnostics import Diagnostic, Related
from blueprint.model.entities import StepKind, Symbol
from blueprint.model.findings import finding, write_instead
from blueprint.model.instead import NOWHERE, After, instead
from blueprint.model.words import a_or_an, derive, listed, nfc
from blueprint.records import dataclass, field
from blueprint.source import Span
from blueprint.spelling import nearest
from blueprint.syntax import nodes
from blueprint.vocabulary import RESERVED, WORDS

STEPS: tuple[StepKind, ...] = ("step", "decision", "recovery")
CELLS = ("cell", "wait", "pause")
_COMPARISONS = 60_000  # words compared for suggestions in one run, so that a ruined file still takes linear time


@dataclass(slots=True)
class Entry:
    """One declared name. `base` is the id before a number was added to it; `span` is where the name is given.

    `present` is false for what stands where it cannot: its name is known, so that nothing else complains, but it is
    no part of the model.
    """

    key: str
    kind: str
    title: str
    explicit: bool
    span: Span
    base: str
    present: bool = True


@dataclass
class Names:
    """Every declared name and every use of it."""

    report: Callable[[Diagnostic], None]
    entries: dict[str, Entry] = field(default_factory=dict)
    derived: dict[str, list[Entry]] = field(default_factory=dict)
    at: dict[Span, Entry] = field(default_factory=dict)  # by the span of the statement that declares
    inner: dict[str, dict[str, Entry]] = field(default_factory=dict)  # owner's key → its cells or needs by name
    uses: dict[str, list[Span]] = field(default_factory=dict)
    titles: dict[str, list[Span]] = field(default_factory=dict)  # where a title stands for the id made from it
    _numbers: dict[str, int] = field(default_factory=dict)
    _left: int = _COMPARISONS
    _by_name: dict[tuple[str, tuple[str, ...]], tuple[list[Entry], list[Entry]]] = field(default_factory=dict)
    _by_kind: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    # declaring

    def declare(self, kind: str, word: nodes.Word, title: str, span: Span, *, present: bool = True) -> Entry:
        """A name that is written. A second of the same name is an error, and gets a name of its own all the same."""
        name = nfc(word.text)
        first = self.entries.get(name)
        reserved = name in RESERVED or (kind == "lane" and name in WORDS)
        if reserved:
            what = "the id of a lane" if kind == "lane" else "an id"
            self.report(finding("name-reserved", word.span, f"`{name}` has a meaning of its own and cannot be {what}.",
                                fix=write_instead(word.span, f"{kind}_{name}", safe=False)))  # fmt: skip
        elif first is not None:
            self.report(finding(
                "duplicate-name", word.span, f"`{name}` is already the id of {a_or_an(first.kind)}{_titled(first)}.",
                help="Every id is given once; choose another for one of the two.",
                related=(Related(first.span, f"`{name}` is first declared here"),),
            ))  # fmt: skip
        key = self.free(f"{kind}_{name}" if reserved else name)
        return self._enter(Entry(key, kind, title, True, word.span, key, present), span)

    def make(self, kind: str, keyword: str, title: str, name_span: Span, span: Span, *, present: bool = True) -> Entry:
        """A name made from a title, or from the keyword alone where there is none."""
        base = derive(title, keyword)
        entry = self._enter(Entry(self.free(base), kind, title, False, name_span, base, present), span)
        self.derived.setdefault(base, []).append(entry)
        return entry

    def free(self, base: str) -> str:
        """The name itself where nothing has it yet, else the first `_2`, `_3` … that is free."""
        if base not in self.entries:
            return base
        number = self._numbers.get(base, 2)
        while f"{base}_{number}" in self.entries:
            number += 1
        self._numbers[base] = number + 1
        return f"{base}_{number}"

    def _enter(self, entry: Entry, span: Span) -> Entry:
        self.entries[entry.key] = entry
        self.at[span] = entry
        return entry

    def free_inside(self, owner: str, base: str) -> str:
        """The same inside a step, persona or role."""
        table = self.inner.setdefault(owner, {})
        if base not in table:
            return base
        number = self._numbers.get(f"{owner}.{base}", 2)
        while f"{base}_{number}" in table:
            number += 1
        self._numbers[f"{owner}.{base}"] = number + 1
        return f"{base}_{number}"

    # referring

    def use(self, key: str, span: Span) -> None:
        self.uses.setdefault(key, []).append(span)

    def use_lane(self, word: nodes.Word) -> None:
        """A cell is named by its lane, perhaps with a number: `courier`, `courier_2`."""
        name = nfc(word.text)
        lane, _, number = name.rpartition("_")
        entry = self.entries.get(name)
        if entry is None or entry.kind != "lane":
            entry = self.entries.get(lane) if number.isdecimal() else None
        if entry is not None and entry.kind == "lane":
            span = word.span
            self.use(entry.key, Span(span.start, span.end - len(name) + len(entry.key), span.file))

    def find(
        self,
        ref: nodes.Ref,
        kinds: Sequence[str],
        *,
        finding_name: str = "unknown-reference",
        extra: Sequence[str] = (),
        after: After = NOWHERE,
    ) -> Entry | None:
        """What a reference means among things of these kinds; None after a finding, or for what was left out.

        `extra` are names that no declaration gives (the five lanes), offered as near ones too.
        """
        if len(ref.parts) > 1:
            return self._find_inner(ref, kinds, finding_name)
        word = ref.parts[0]
        found = self._choose(word, kinds, finding_name, extra)
        if found is None:
            return None
        if found.kind not in kinds:
            self._report_kind(ref, found, kinds, finding_name, after, extra)
            return None
        self.use(found.key, word.span)
        return found if found.present else None

    def _choose(self, word: nodes.Word, kinds: Sequence[str], finding_name: str, extra: Sequence[str]) -> Entry | None:
        """The one entry of that name; of several made ones, the only one of the right kind."""
        name = nfc(word.text)
        exact = self.entries.get(name)
        if exact is not None and exact.explicit:
            return exact
        several, right = self._choices(name, tuple(kinds), exact)
        if len(right) > 1:
            self._report_ambiguous(word, right)
        if not several:
            self._report_unknown(word, self.known(kinds, extra), kinds, finding_name)
            return None
        return (right or several)[0]

    def _choices(self, name: str, kinds: tuple[str, ...], exact: Entry | None) -> tuple[list[Entry], list[Entry]]:
        """All that a made name could mean, and those of the right kinds. Kept: equal titles may be many."""
        known = self._by_name.get((name, kinds))
        if known is None:
            several = list(self.derived.get(name, ()))
            if exact is not None and exact not in several:
                several.insert(0, exact)
            known = several, [entry for entry in several if entry.kind in kinds]
            self._by_name[name, kinds] = known
        return known

    def _find_inner(self, ref: nodes.Ref, kinds: Sequence[str], finding_name: str) -> Entry | None:
        first, rest = ref.parts[0], ref.parts[1:]
        owners: tuple[str, ...] = (*STEPS,) if set(kinds) & set(CELLS) else ()
        owners = (*owners, "persona", "role") if "need" in kinds else owners
        if not owners:  # nothing with a dot can stand here: say so of the whole
            self._report_unknown(nodes.Word(ref.name, ref.span), self.known(kinds), kinds, finding_name)
            return None
        owner = self.find(nodes.Ref((first,), first.span), owners, finding_name=finding_name)
        if owner is None:
            return None
        table = self.inner.get(owner.key, {})
        name = ".".join(nfc(part.text) for part in rest)
        found = table.get(name)
        if found is None:
            word = nodes.Word(name, rest[0].span.to(rest[-1].span))
            self._report_unknown(word, table, kinds, finding_name, inside=owner)
            return None
        self.use(found.key, rest[-1].span)
        if found.kind == "cell" and not (found.explicit and found.key == f"{owner.key}.{name}"):
            self.use_lane(rest[-1])  # a cell with an id of its own may be called by its lane all the same
        return found

    # telling

    def known(self, kinds: Sequence[str], extra: Sequence[str] = ()) -> list[str]:
        """The names of all things of these kinds, after the `extra` ones."""
        known = self._by_kind.get((*kinds, *extra))
        if known is None:
            known = [entry.key for entry in self.entries.values() if entry.kind in kinds and entry.present]
            known = self._by_kind[(*kinds, *extra)] = [*extra, *known]
        return known

    def near(self, word: str, among: Iterable[str]) -> list[str]:
        """The nearest names, while there is time for it."""
        if self._left <= 0:
            return []
        names = among if isinstance(among, list) else list(among)
        self._left -= len(names)
        return nearest(word, names)

    def _report_unknown(
        self,
        word: nodes.Word,
        among: Iterable[str],
        kinds: Sequence[str],
        finding_name: str,
        inside: Entry | None = None,
    ) -> None:
        names = among if isinstance(among, list) else list(among)
        where = f" in {inside.kind} `{inside.key}`" if inside else ""
        table = self.inner.get(inside.key, {}) if inside else self.entries
        near = self.near(word.text, names) or ([] if inside else self._qualified(word.text, kinds))
        if near:
            message = f"There is no {_kinds(kinds)} `{word.text}`{where}; did you mean `{near[0]}`?"
            entry = table.get(near[0]) or self._by_path(near[0])
            related = (Related(entry.span, f"`{near[0]}` is declared here"),) if entry else ()
            # To send customers to the end, when an id was meant, changes the service.
            self.report(finding(
                finding_name, word.span, message, related=related,
                fix=write_instead(word.span, near[0], safe=near[0] not in RESERVED),
            ))  # fmt: skip
            return
        known = f"Known here: {_some(names)}." if names else ""
        self.report(finding(finding_name, word.span, f"There is no {_kinds(kinds)} `{word.text}`{where}.", help=known))

    def _qualified(self, name: str, kinds: Sequence[str]) -> list[str]:
        """`commuter.quick` for a bare `quick`: the needs or cells that are called so."""
        if not {"need", "cell"} & set(kinds):
            return []
        self._left -= len(self.inner)
        if self._left <= 0:
            return []
        return [f"{o}.{name}" for o, table in self.inner.items() if name in table and table[name].kind in kinds][:3]

    def _inner_of(self, kinds: Sequence[str], after: After) -> list[str]:
        """Needs by their path, `commuter.quick`, and cells of the step in hand, where they are among the kinds."""
        owners = [*self.inner] if "need" in kinds else [after.key.partition(".")[0]] if "cell" in kinds else []
        if not owners:
            return []
        asked = (f"in {'' if 'need' in kinds else owners[0]}", *kinds)
        if asked not in self._by_kind:
            inner = ((owner, name, each) for owner in owners for name, each in self.inner.get(owner, {}).items())
            self._by_kind[asked] = [f"{owner}.{name}" for owner, name, each in inner if each.kind in kinds]
        return self._by_kind[asked]

    def _by_path(self, path: str) -> Entry | None:
        owner, _, name = path.partition(".")
        return self.inner.get(owner, {}).get(name)

    def _report_ambiguous(self, word: nodes.Word, choices: Sequence[Entry]) -> None:
        keys = [entry.key for entry in choices[:6]]
        self.report(finding(
            "ambiguous-reference", word.span, f"`{word.text}` could mean {listed(keys)}: "
            f"{len(choices)} things have this name from their titles.",
            help="Give the one that is meant an id of its own, before its title.",
            related=tuple(Related(e.span, f"{e.kind} “{e.title}” is `{e.key}`") for e in choices[:6]),
        ))  # fmt: skip

    def _report_kind(
        self,
        ref: nodes.Ref,
        found: Entry,
        kinds: Sequence[str],
        finding_name: str,
        after: After,
        extra: Sequence[str],
    ) -> None:
        name = finding_name if finding_name != "unknown-reference" else "wrong-reference"
        known = (self._inner_of(kinds, after) or self.known(kinds, extra)) if after.word else []
        self.report(finding(
            name, ref.span, f"`{ref.name}` is {a_or_an(found.kind)}, and {_kinds(kinds, article=True)} is wanted here.",
            help=instead(found.key, found.kind, after, kinds, known, self.entries),
            related=(Related(found.span, f"`{found.key}` is declared here"),),
        ))  # fmt: skip

    def symbols(self) -> dict[str, Symbol]:
        """Every definition with its uses, in the order of declaration."""
        inner = [entry for table in self.inner.values() for entry in table.values()]
        table: dict[str, Symbol] = {}
        for entry in (*self.entries.values(), *inner):
            if entry.key not in table:
                table[entry.key] = Symbol(
                    key=entry.key, kind=entry.kind, definition=entry.span, explicit=entry.explicit,
                    uses=_ordered(self.uses, entry.key), titles=_ordered(self.titles, entry.key),
                )  # fmt: skip
        return table


def _ordered(table: dict[str, list[Span]], key: str) -> tuple[Span, ...]:
    return tuple(sorted(table[key], key=lambda span: (span.file, span.start))) if key in table else ()


def _some(names: Sequence[str], most: int = 8) -> str:
    if len(names) <= most:
        return listed(names, "and")
    return f"{', '.join(f'`{name}`' for name in names[:most])} and {len(names) - most} more"


def _titled(entry: Entry) -> str:
    return f" “{entry.title}”" if entry.title else ""


def _kinds(kinds: Sequence[str], *, article: bool = False) -> str:
    """`role, partner or system`, as a person would say it."""
    words = [a_or_an(kind) if article else kind for kind in kinds[:4]]
    if set(kinds) >= {*STEPS, *CELLS}:
        words = ["a step, cell or declaration" if article else "step, cell or declaration"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
