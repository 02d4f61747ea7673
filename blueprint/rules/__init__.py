"""The rules: what a good blueprint is. One module per rule; its docstring is its manual.

`MODULES` is the whole catalogue in the order of its codes; adding a rule is its module and one line here. A check
imports the modules of the rules that run and no others. `RULES` are all of them, imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from blueprint.diagnostics import Diagnostic
from blueprint.graph.flow import Flow
from blueprint.model.entities import Blueprint
from blueprint.model.findings import FINDINGS
from blueprint.records import dataclass
from blueprint.rules.base import Context, Finding, Rule
from blueprint.rules.settings import DEFAULT, Settings
from blueprint.rules.suppress import suppressed
from blueprint.source import Source
from blueprint.syntax.codes import CODES

if TYPE_CHECKING:
    RULES: tuple[Rule, ...]

__all__ = [
    "MODULES", "RULES", "Context", "Finding", "Judged", "Rule", "Settings", "find", "judge", "known", "sifted",
]  # fmt: skip

_NO_TEXTS: Mapping[str, Source] = MappingProxyType({})

MODULES: Mapping[str, str] = {
    "E102": "structure.misplaced_statement",
    "E106": "references.duplicate_name",
    "E109": "references.unknown_reference",
    "E110": "references.ambiguous_reference",
    "E113": "values.unit_mismatch",
    "E114": "values.value_out_of_range",
    "E115": "values.currency_mixed",
    "E116": "branching.two_arrows",
    "E117": "references.package_unknown_content",
    "E118": "references.scenario_unknown_target",
    "E122": "references.use_cycle",
    "E123": "references.use_outside_root",
    "E201": "structure.no_customer_action",
    "E202": "structure.unreachable_step",
    "E203": "structure.dead_end_step",
    "E204": "structure.loop_without_end",
    "E205": "structure.offstage_entered",
    "E206": "structure.lane_performer_conflict",
    "E211": "branching.decision_one_exit",
    "E212": "branching.decision_exit_unlabelled",
    "E213": "branching.branch_shares_sum",
    "E214": "branching.branch_left",
    "E221": "references.self_link",
    "E222": "references.duplicate_link",
    "E231": "time.acceptable_below_standard",
    "E241": "people.staff_not_positive",
    "W101": "failure.recovery_missing",
    "W102": "failure.fail_points_none",
    "W103": "failure.fail_likelihood_missing",
    "W104": "failure.fail_owner_missing",
    "W201": "contact.evidence_missing",
    "W202": "contact.visibility_leap",
    "W203": "contact.support_touches_customer",
    "W204": "contact.handoff_without_standard",
    "W205": "contact.moment_without_standard",
    "W206": "contact.wait_unexplained",
    "W301": "people.performer_missing",
    "W311": "voice.provider_need_missing",
    "W312": "voice.job_missing",
    "W313": "voice.need_unmet",
    "W314": "voice.insight_missing",
    "W401": "phases.interaction_missing",
    "W402": "phases.billing_missing",
    "W403": "phases.after_sales_missing",
    "W404": "phases.billing_first_undeclared",
    "W405": "phases.price_unseen",
    "W411": "offer.core_missing",
    "W412": "offer.core_without_price",
    "W413": "offer.facilitating_priced",
    "W414": "offer.access_without_response",
    "W501": "metrics.metric_wrong_tier",
    "W502": "metrics.tier_without_metric",
    "W503": "metrics.metric_without_target",
    "W504": "metrics.metric_missed",
    "W505": "metrics.transactions_only",
    "W701": "document.unused_declaration",
    "W702": "document.observed_without_source",
    "W703": "document.sketch",
    "W704": "document.text_unwritten",
    "W801": "time.standard_without_acceptable",
    "W802": "time.recovery_over_acceptable",
    "W803": "time.time_over_acceptable",
    "W804": "time.wait_over_acceptable",
    "W805": "time.promise_over_capability",
    "W806": "time.wait_without_acceptable",
    "W811": "money.loss_before_complaint",
    "W812": "money.margin_negative",
    "W813": "money.price_not_paid",
    "W821": "people.role_over_capacity",
    "W822": "people.role_near_capacity",
    "W901": "suppressions.unused_suppression",
    "W902": "suppressions.suppression_unreadable",
    "A101": "contact.action_without_contact",
    "A102": "contact.silent_stretch",
    "A103": "contact.maybe_meanwhile",
    "A104": "time.time_grain_mixed",
    "A201": "people.handoff_chain",
    "A202": "people.single_point_of_failure",
    "A203": "people.skills_mismatch",
    "A204": "failure.not_empowered",
    "A301": "offer.petal_missing",
    "A302": "offer.not_productised",
    "A303": "offer.digital_path_missing",
    "A304": "voice.dip_without_idea",
    "A401": "document.blueprint_size",
    "A402": "document.owner_missing",
    "A403": "document.review_stale",
    "A901": "suppressions.suppression_unexplained",
}
# Rules that judge figures: of a model that cannot be trusted they say nothing.
FIGURES = frozenset(("W802", "W803", "W805", "W811", "W812", "W821", "W822"))
_CODES = {module.partition(".")[2].replace("_", "-"): code for code, module in MODULES.items()}


def find(name: str) -> Rule | None:
    """The rule of this name; None for what reading and resolution report without one."""
    return _load(_CODES[name]) if name in _CODES else None


@cache
def known() -> Mapping[str, str]:
    """Every name that a finding can have, with its code: of reading, of resolution, of the rules."""
    return {**CODES, **{each.name: each.code for each in FINDINGS}, **_CODES}


def _load(code: str) -> Rule:
    rule: Rule = import_module(f"blueprint.rules.{MODULES[code]}").RULE
    return rule


def __getattr__(name: str) -> tuple[Rule, ...]:
    if name == "RULES":
        return tuple(map(_load, MODULES))
    raise AttributeError(f"module 'blueprint.rules' has no attribute {name!r}")


@dataclass(frozen=True, slots=True)
class Judged:
    """All findings in their order, and whether some rule is `waiting` to be asked until errors are mended."""

    findings: tuple[Diagnostic, ...]
    waiting: bool = False


def judge(
    blueprint: Blueprint,
    flow: Flow,
    reported: Sequence[Diagnostic] = (),
    settings: Settings = DEFAULT,
    sources: Mapping[str, Source] = _NO_TEXTS,
    between: Callable[[], None] | None = None,
) -> Judged:
    """All findings sorted by place, the file's own before those of its libraries: what the chosen rules find, together
    with what parsing and resolution have `reported`. Comments in the `sources` may suppress them. An exception in here
    is a defect of a rule, never of the input, or one that `between` raises: it is called before each rule, so that an
    editor can give up a check that a keystroke has overtaken."""
    found = list(reported)
    context = Context(blueprint, flow, reported, settings.options, settings.today, found)
    chosen, waiting = settings.chosen(known()), False
    # The findings of E1 are reported already: resolution has them.
    for code in [code for name, code in _CODES.items() if name in chosen and not code.startswith("E1")]:
        if between is not None:
            between()
        if code in FIGURES and any(map(_misleads, found)):
            waiting = waiting or _would_judge(blueprint, code)
        else:
            found += _load(code).run(context)
    waiting = waiting or bool(context.held)
    shown = _sifted(found, blueprint.span.file, settings, sources, _looked(chosen, reported, found))
    if any(each.name == "sketch" for each in found):
        from blueprint.rules.document.sketch import folded

        return Judged(folded(shown, context, chosen), waiting)
    return Judged(shown, waiting)


def _would_judge(blueprint: Blueprint, code: str) -> bool:
    from blueprint.rules.held import would_judge  # only where there are errors

    return would_judge(blueprint, code)


def _looked(chosen: frozenset[str], reported: Sequence[Diagnostic], found: Sequence[Diagnostic]) -> frozenset[str]:
    """The rules whose silence says that there is nothing: many hold their tongue where something could not be read."""
    if any(each.severity == "error" for each in reported):
        return frozenset(name for name in chosen if known()[name] < "E2")
    silent = FIGURES if any(map(_misleads, found)) else ()
    return frozenset(name for name in chosen if known()[name] not in silent)


def _misleads(finding: Diagnostic) -> bool:
    """Whether it makes figures wrong: any error does, but one that is itself about the time that customers accept."""
    return finding.severity == "error" and finding.code != "E231"


def sifted(
    reported: Sequence[Diagnostic], own: str, settings: Settings = DEFAULT, sources: Mapping[str, Source] = _NO_TEXTS
) -> tuple[Diagnostic, ...]:
    """The same of a file on which no rule runs, such as a library: what was `reported`, as far as it is shown; `own` is
    the name of the file."""
    return _sifted(reported, own, settings, sources, frozenset())


def _sifted(
    found: Sequence[Diagnostic], own: str, settings: Settings, sources: Mapping[str, Source], ran: frozenset[str]
) -> tuple[Diagnostic, ...]:
    chosen = settings.chosen(known())
    found = suppressed(found, sources, own, known(), ran)
    ignored = {file: settings.ignored(file, known()) for file in dict.fromkeys(each.span.file for each in found)}
    shown = [settings.weighed(d) for d in found if d.name in chosen and d.name not in ignored[d.span.file]]
    return tuple(sorted(shown, key=lambda d: (d.span.file != own, d.span.file, d.span.start, d.span.end, d.code)))
