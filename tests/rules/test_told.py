"""What rules say of figures: numbers in people's words, limits as they are set, lower bounds named as such."""

from __future__ import annotations

import pytest

from blueprint.analysis.time import Elapsed
from blueprint.diagnostics import Diagnostic
from blueprint.graph import build
from blueprint.rules import judge
from blueprint.rules.manual import Example
from blueprint.rules.settings import Selection, Settings
from blueprint.rules.told import over, price, share_of, within
from tests.graph.flows import model
from tests.rules.cases import findings, understand

SHINE = """blueprint "Shoeshine" { currency USD; acceptable 5min; demand 200/day; hours 8h/day }
role shiner "Shoe shiner" { staff 1; rate 6.00/h }
phase interaction {
  core "Shine" {
    step shine "Shine" {
      customer "Holds still, pays" pays 0.50
      meanwhile frontstage "Shines" by shiner takes 2min cost 0.12
    }
  }
}
"""


def _one(text: str, rule: str) -> Diagnostic:
    return next(each for each in findings(Example(text), rule) if each.name == rule)


def test_the_shoeshine_loses_money_after_3_min_48_s() -> None:
    found = _one(SHINE, "loss-before-complaint")
    assert found.message == "Customers accept 5 min, but after 3 min 48 s each one brings a loss."
    assert "at 5 min the loss is 0.12 USD" in found.help
    assert SHINE[found.related[0].span.start : found.related[0].span.end] == "pays 0.50"


def test_costs_that_are_unknown_make_break_even_earlier() -> None:
    found = _one(SHINE.replace("by shiner", "by shiner, lad") + 'role lad "Lad"\n', "loss-before-complaint")
    assert "at the latest after 3 min 48 s" in found.message
    assert "the loss is at least 0.12 USD" in found.help


@pytest.mark.parametrize(("limit", "busy"), [(None, False), (0.8, True), (0.84, False)])
def test_how_busy_is_too_busy_can_be_set(limit: float | None, busy: bool) -> None:
    resolved = understand(Example(SHINE))
    assert resolved.blueprint
    options = {} if limit is None else {("role-near-capacity", "limit"): limit}
    settings = Settings(selections=(Selection(("role-near-capacity",)),), options=options)
    found = judge(
        resolved.blueprint, build(resolved.blueprint), resolved.diagnostics, settings, resolved.sources
    ).findings
    says = (
        "“Shoe shiner” would be busy 83% of the time, more than 80%: 200 customers a day bring 6.67 h of work, and "
        "1 person × 8 h a day offers 8 h."
    )
    assert [each.message for each in found] == [says] * busy


def test_amounts_are_told_apart_from_what_they_are_compared_with() -> None:
    assert share_of(0.8511, 0.85) == "85.1%"
    assert share_of(0.92, 0.85) == "92%"
    assert price(0.5, "USD", 0.503) == "0.500 USD"
    assert price(0.503, "USD", 0.5) == "0.503 USD"
    assert over(Elapsed(300.2), 300) == "a little more than 5 min"
    assert over(Elapsed(400, 100, ("x",)), 200) == "at least 5 min"


def test_a_service_called_like_its_blueprint_is_not_the_whole() -> None:
    blueprint = model(
        'blueprint stay "Stay"\nphase interaction {\nstep a "a" { customer "x" }\n'
        'core stay "Stay" { step b "b" { customer "y" } }\n}\n'
    )
    found = {key: [step.key for step in steps] for key, steps in within(blueprint).items()}
    assert found == {"": ["a", "b"], "phase_1": ["a", "b"], "stay": ["b"]}
