"""The rules: what a good blueprint is. One module per rule; its docstring is its manual.

`RULES` is the whole catalogue in the order of its codes; adding a rule is its module and one line here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from blueprint.diagnostics import Diagnostic
from blueprint.graph.flow import Flow
from blueprint.model.entities import Blueprint
from blueprint.rules.base import Context, Finding, Rule
from blueprint.rules.branching import (
    branch_left,
    branch_shares_sum,
    decision_exit_unlabelled,
    decision_one_exit,
    two_arrows,
)
from blueprint.rules.contact import (
    action_without_contact,
    evidence_missing,
    handoff_without_standard,
    maybe_meanwhile,
    moment_without_standard,
    silent_stretch,
    support_touches_customer,
    visibility_leap,
    wait_unexplained,
)
from blueprint.rules.document import (
    blueprint_size,
    observed_without_source,
    owner_missing,
    review_stale,
    unused_declaration,
)
from blueprint.rules.failure import (
    fail_likelihood_missing,
    fail_owner_missing,
    fail_points_none,
    not_empowered,
    recovery_missing,
)
from blueprint.rules.metrics import (
    metric_missed,
    metric_without_target,
    metric_wrong_tier,
    tier_without_metric,
    transactions_only,
)
from blueprint.rules.money import loss_before_complaint, margin_negative
from blueprint.rules.offer import (
    access_without_response,
    core_missing,
    core_without_price,
    digital_path_missing,
    facilitating_priced,
    not_productised,
    petal_missing,
)
from blueprint.rules.people import (
    handoff_chain,
    performer_missing,
    role_near_capacity,
    role_over_capacity,
    single_point_of_failure,
    skills_mismatch,
    staff_not_positive,
)
from blueprint.rules.phases import (
    after_sales_missing,
    billing_first_undeclared,
    billing_missing,
    interaction_missing,
    price_unseen,
)
from blueprint.rules.references import (
    ambiguous_reference,
    duplicate_link,
    duplicate_name,
    package_unknown_content,
    scenario_unknown_target,
    self_link,
    unknown_reference,
    use_cycle,
    use_outside_root,
)
from blueprint.rules.settings import DEFAULT, Settings, catalogue
from blueprint.rules.structure import (
    dead_end_step,
    lane_performer_conflict,
    loop_without_end,
    misplaced_statement,
    no_customer_action,
    offstage_entered,
    unreachable_step,
)
from blueprint.rules.suppress import suppressed
from blueprint.rules.suppressions import suppression_unexplained, suppression_unreadable, unused_suppression
from blueprint.rules.time import (
    acceptable_below_standard,
    promise_over_capability,
    recovery_over_acceptable,
    standard_without_acceptable,
    time_grain_mixed,
    time_over_acceptable,
    wait_over_acceptable,
)
from blueprint.rules.values import currency_mixed, unit_mismatch, value_out_of_range
from blueprint.rules.voice import (
    dip_without_idea,
    insight_missing,
    job_missing,
    need_unmet,
    provider_need_missing,
)
from blueprint.source import Source

__all__ = ["RULES", "Context", "Finding", "Rule", "Settings", "run", "sifted"]

_NO_TEXTS: Mapping[str, Source] = MappingProxyType({})

RULES: tuple[Rule, ...] = (
    misplaced_statement.RULE,
    duplicate_name.RULE,
    unknown_reference.RULE,
    ambiguous_reference.RULE,
    unit_mismatch.RULE,
    value_out_of_range.RULE,
    currency_mixed.RULE,
    two_arrows.RULE,
    package_unknown_content.RULE,
    scenario_unknown_target.RULE,
    use_cycle.RULE,
    use_outside_root.RULE,
    no_customer_action.RULE,
    unreachable_step.RULE,
    dead_end_step.RULE,
    loop_without_end.RULE,
    offstage_entered.RULE,
    lane_performer_conflict.RULE,
    decision_one_exit.RULE,
    decision_exit_unlabelled.RULE,
    branch_shares_sum.RULE,
    branch_left.RULE,
    self_link.RULE,
    duplicate_link.RULE,
    acceptable_below_standard.RULE,
    staff_not_positive.RULE,
    recovery_missing.RULE,
    fail_points_none.RULE,
    fail_likelihood_missing.RULE,
    fail_owner_missing.RULE,
    evidence_missing.RULE,
    visibility_leap.RULE,
    support_touches_customer.RULE,
    handoff_without_standard.RULE,
    moment_without_standard.RULE,
    wait_unexplained.RULE,
    performer_missing.RULE,
    provider_need_missing.RULE,
    job_missing.RULE,
    need_unmet.RULE,
    insight_missing.RULE,
    interaction_missing.RULE,
    billing_missing.RULE,
    after_sales_missing.RULE,
    billing_first_undeclared.RULE,
    price_unseen.RULE,
    core_missing.RULE,
    core_without_price.RULE,
    facilitating_priced.RULE,
    access_without_response.RULE,
    metric_wrong_tier.RULE,
    tier_without_metric.RULE,
    metric_without_target.RULE,
    metric_missed.RULE,
    transactions_only.RULE,
    unused_declaration.RULE,
    observed_without_source.RULE,
    standard_without_acceptable.RULE,
    recovery_over_acceptable.RULE,
    time_over_acceptable.RULE,
    wait_over_acceptable.RULE,
    promise_over_capability.RULE,
    loss_before_complaint.RULE,
    margin_negative.RULE,
    role_over_capacity.RULE,
    role_near_capacity.RULE,
    unused_suppression.RULE,
    suppression_unreadable.RULE,
    action_without_contact.RULE,
    silent_stretch.RULE,
    maybe_meanwhile.RULE,
    time_grain_mixed.RULE,
    handoff_chain.RULE,
    single_point_of_failure.RULE,
    skills_mismatch.RULE,
    not_empowered.RULE,
    petal_missing.RULE,
    not_productised.RULE,
    digital_path_missing.RULE,
    dip_without_idea.RULE,
    blueprint_size.RULE,
    owner_missing.RULE,
    review_stale.RULE,
    suppression_unexplained.RULE,
)


def run(
    blueprint: Blueprint,
    flow: Flow,
    reported: Sequence[Diagnostic] = (),
    settings: Settings = DEFAULT,
    sources: Mapping[str, Source] = _NO_TEXTS,
) -> tuple[Diagnostic, ...]:
    """All findings sorted by place, the file's own before those of its libraries: what the chosen rules find, together
    with what parsing and resolution have `reported`. Comments in the `sources` may suppress them. An exception in here
    is a defect of a rule, never of the input."""
    context = Context(blueprint, flow, reported, settings.options, settings.today)
    chosen = settings.chosen(catalogue(RULES))
    found = [*reported, *(each for rule in RULES if rule.name in chosen for each in rule.run(context))]
    return _sifted(found, blueprint.span.file, settings, sources, chosen)


def sifted(
    reported: Sequence[Diagnostic], own: str, settings: Settings = DEFAULT, sources: Mapping[str, Source] = _NO_TEXTS
) -> tuple[Diagnostic, ...]:
    """The same of a file on which no rule runs, such as a library: what was `reported`, as far as it is shown; `own` is
    the name of the file."""
    return _sifted(reported, own, settings, sources, frozenset())


def _sifted(
    found: Sequence[Diagnostic], own: str, settings: Settings, sources: Mapping[str, Source], ran: frozenset[str]
) -> tuple[Diagnostic, ...]:
    known = catalogue(RULES)
    chosen = settings.chosen(known)
    found = suppressed(found, sources, own, known, ran)
    ignored = {file: settings.ignored(file, known) for file in dict.fromkeys(each.span.file for each in found)}
    shown = [settings.weighed(d) for d in found if d.name in chosen and d.name not in ignored[d.span.file]]
    return tuple(sorted(shown, key=lambda d: (d.span.file != own, d.span.file, d.span.start, d.span.end, d.code)))
