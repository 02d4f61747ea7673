"""The rules: what a good blueprint is. One module per rule; its docstring is its manual.

`RULES` is the whole catalogue in the order of its codes; adding a rule is its module and one line here.
"""

from __future__ import annotations

from collections.abc import Sequence

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
from blueprint.rules.people import staff_not_positive
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
from blueprint.rules.structure import (
    dead_end_step,
    lane_performer_conflict,
    loop_without_end,
    misplaced_statement,
    no_customer_action,
    offstage_entered,
    unreachable_step,
)
from blueprint.rules.time import acceptable_below_standard
from blueprint.rules.values import currency_mixed, unit_mismatch, value_out_of_range

__all__ = ["RULES", "Context", "Finding", "Rule", "run"]

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
)


def run(
    blueprint: Blueprint, flow: Flow, reported: Sequence[Diagnostic] = (), rules: Sequence[Rule] = RULES
) -> tuple[Diagnostic, ...]:
    """All findings sorted by place, the file's own before those of its libraries: what these rules find, together with
    what parsing and resolution have `reported`. An exception in here is a defect of a rule, never of the input."""
    context = Context(blueprint, flow, reported)
    found = [*reported, *(each for rule in rules for each in rule.run(context))]
    own = blueprint.span.file
    return tuple(sorted(found, key=lambda d: (d.span.file != own, d.span.file, d.span.start, d.span.end, d.code)))
