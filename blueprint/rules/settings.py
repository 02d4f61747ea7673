"""Which rules run, how heavy their findings weigh, and the numbers they compare with.

A selector is a rule's name, its code, the beginning of codes (`W2`), a kind (`E`, `W`, `A`) or `all`. The more a
selector says the more it counts, in whatever order they are written: select `W`, ignore `W2`, select one of its rules.

What reading and resolution report (E0 and E1) is shown whatever is selected, for no other finding can be trusted beside
it. An E1 is ignored by its own name alone; an E0, something that could not be read, not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from blueprint.diagnostics import Diagnostic, Severity
from blueprint.records import dataclass, field, replace
from blueprint.syntax.write import WIDTH

PRESETS: Mapping[str, tuple[str, ...]] = {
    "errors": ("E",),  # what is plainly wrong, whatever one holds of the method
    "recommended": ("E", "W"),
    "strict": ("E", "W", "A"),
}
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")
KINDS = ("E", "W", "A", "all")
_NOTHING: Mapping[str, Severity] = MappingProxyType({})
_UNSET: Mapping[tuple[str, str], float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Selection:
    """Selectors from one place, the configuration or the command line. A `select` replaces all that came before it."""

    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a project or a command can set.

    `options` are by rule and option; `severities` by rule. `per_file` are globs, relative to `folder`, each with the
    selectors that are ignored in the files it matches. `baseline` is the path of a file of old findings, or empty.
    `today` is the day of the check, such as `2026-11-21`; without it nothing is said that depends on the day.
    `line_width` is for the formatter, and no rule looks at it: how many columns a line may take.
    """

    preset: str = "recommended"
    selections: tuple[Selection, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=lambda: _NOTHING)
    options: Mapping[tuple[str, str], float] = field(default_factory=lambda: _UNSET)
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    folder: str = ""
    baseline: str = ""
    today: str = ""
    line_width: int = WIDTH

    def chosen(self, known: Mapping[str, str]) -> frozenset[str]:
        """The names, of those known with their codes, whose findings are shown."""
        chosen = _changed(set(known), known, Selection(PRESETS[self.preset]))
        for each in self.selections:
            chosen = _changed(chosen, known, each)
        return frozenset(chosen)

    def ignored(self, path: str, known: Mapping[str, str]) -> frozenset[str]:
        """The names that are ignored in the file at this path, beyond those that are not chosen at all."""
        if not self.per_file:
            return frozenset()
        selectors = [each for glob, ignore in self.per_file if _matches(path, glob, self.folder) for each in ignore]
        return frozenset(known) - _changed(set(known), known, Selection(ignore=tuple(selectors)))

    def weighed(self, finding: Diagnostic) -> Diagnostic:
        """The finding with the severity that is set for its rule."""
        severity = self.severities.get(finding.name)
        if severity is None or severity == finding.severity or fixed(finding.name, finding.code):
            return finding
        return replace(finding, severity=severity)


DEFAULT = Settings()


def fixed(name: str, code: str) -> bool:
    """Whether findings of this name can neither be ignored nor weighed otherwise."""
    return code.startswith("E0") or name == "not-a-blueprint"


def problem(selector: str, known: Mapping[str, str], *, ignoring: bool = False) -> str:
    """What is wrong with a selector, as a sentence; empty when nothing is."""
    names = [name for name, code in known.items() if selector in (name, code)]
    if ignoring and names and fixed(names[0], known[names[0]]):
        return f"`{selector}` cannot be ignored: what could not be read cannot be judged either."
    if names or selector in KINDS or _is_prefix(selector, known.values()):
        return ""
    from blueprint.spelling import nearest

    near = nearest(selector, [*known, *known.values()])
    hint = f" Did you mean `{near[0]}`?" if near else " `blueprint rules` lists them."
    return f"There is no rule `{selector}`.{hint}"


def _changed(chosen: set[str], known: Mapping[str, str], selection: Selection) -> set[str]:
    steps = [(*_reach(each, known), True) for each in (*(selection.select or ()), *selection.extend)]
    steps += [(*_reach(each, known), False) for each in selection.ignore]
    if selection.select is not None:
        chosen = {name for name in chosen if known[name][:2] in ("E0", "E1")}
    for weight, names, on in sorted(steps, key=lambda each: (each[0], not each[2])):
        if on:
            chosen |= names
        else:
            exact = weight == _EXACT
            chosen -= {name for name in names if exact or known[name][:2] not in ("E0", "E1")}
    return chosen | {name for name, code in known.items() if fixed(name, code)}


_EXACT = 9  # longer than a code


def _reach(selector: str, known: Mapping[str, str]) -> tuple[int, set[str]]:
    """How much a selector says, and the names it means."""
    if selector == "all":
        return 0, set(known)
    exact = {name for name, code in known.items() if selector in (name, code)}
    if exact:
        return _EXACT, exact
    if _is_prefix(selector, known.values()):
        return len(selector), {name for name, code in known.items() if code.startswith(selector)}
    return 1, set()


def _is_prefix(selector: str, codes: Iterable[str]) -> bool:
    return selector[:1] in ("E", "W", "A") and any(code.startswith(selector) for code in codes)


def _matches(path: str, glob: str, folder: str) -> bool:
    """Whether a glob means this file: by its name when the glob has no slash, else by its path from the folder; the
    glob of a folder means all that is in it, and `*` stands for anything, slashes too."""
    import os
    from fnmatch import fnmatchcase

    relative = os.path.relpath(os.path.realpath(path), os.path.realpath(folder or ".")).replace(os.sep, "/")
    glob = glob.rstrip("/").removeprefix("./")
    tried = relative if "/" in glob else relative.rpartition("/")[2]
    return fnmatchcase(tried, glob) or fnmatchcase(relative, glob + "/*")
