"""Help that can only be given when everything is resolved: who refers to a name, which service a step stands in, and
whether a used file would be needed at all."""

from __future__ import annotations

from blueprint.diagnostics import Diagnostic, Related
from blueprint.model.entities import Blueprint
from blueprint.model.findings import write_instead
from blueprint.model.names import Entry, Names
from blueprint.records import replace
from blueprint.source import Span


def complete(report: list[Diagnostic], names: Names, blueprint: Blueprint) -> None:
    """Add to the findings what was not known yet when they were made."""
    if not any(each.name in ("duplicate-name", "package-unknown-content", "use-missing") for each in report):
        return
    if not blueprint.library and not any(each.name in _LACKING or each.code < "E1" for each in report):
        report[:] = [_needless(each, blueprint) for each in report]
    declared = {entry.span: entry for entry in names.entries.values()}
    report[:] = [_completed(each, declared, names, blueprint) for each in report]


# What says that a declaration is missing, or that a line could not be understood which may name one. Findings of the
# syntax, which come before E101, are of the second kind too.
_LACKING = ("unknown-reference", "package-unknown-content", "scenario-unknown-target", "unknown-word")


def _needless(each: Diagnostic, blueprint: Blueprint) -> Diagnostic:
    """A library may not be needed where this file has all that it names. What a library takes in is for others too."""
    if each.name != "use-missing" or each.fix or each.span.file != blueprint.span.file:
        return each
    needless = "Nothing here lacks a declaration, so the line may not be needed: then take it away."
    return replace(each, help=f"{each.help} {needless}")


def _completed(each: Diagnostic, declared: dict[Span, Entry], names: Names, blueprint: Blueprint) -> Diagnostic:
    entry = next((declared[other.span] for other in each.related if other.span in declared), None)
    if entry is None:
        return each
    if each.name == "duplicate-name":
        return _used(each, entry, names)
    return _inside(each, entry, blueprint) if each.name == "package-unknown-content" else each


def _used(each: Diagnostic, first: Entry, names: Names) -> Diagnostic:
    """Whether the id of one of two things can be changed without a look at the rest of the file."""
    uses = names.uses.get(first.key, [])
    if not uses:
        return replace(each, help=f"{each.help} Nothing refers to `{first.key}` yet.")
    count = "One place refers" if len(uses) == 1 else f"{len(uses)} places refer"
    help = f"{each.help} {count} to `{first.key}`, which is the first of them now."
    return replace(each, help=help, related=(*each.related, Related(uses[0], f"`{first.key}` is referred to here")))


def _inside(each: Diagnostic, entry: Entry, blueprint: Blueprint) -> Diagnostic:
    """What a package includes is the service, not one of its steps."""
    step = blueprint.steps.get(entry.key)
    if step is None:
        return each
    if not step.service:
        return replace(each, help=f"Put the step into a service, and include that: `{entry.key}` stands in none.")
    help = f"The step stands in the service `{step.service}`: write `includes {step.service}`."
    return replace(each, help=help, fix=write_instead(each.span, step.service, safe=False))
