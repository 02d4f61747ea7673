"""Expected visits and times, by hand for every way a journey can go, and consistent on generated models."""

from __future__ import annotations

import math

import pytest

from blueprint.model import resolve
from blueprint.source import Source
from tests.analysis.texts import core, of, recovery, step
from tests.generate import generate
from tests.graph.flows import example, model


def visits(body: str, head: str = "") -> dict[str, float]:
    return {key: round(count, 6) for key, count in core(body, head).journey.visits.items()}


def minutes(body: str, head: str = "") -> float:
    return round(core(body, head).journey.expected.seconds / 60, 6)


def test_the_shoeshine_takes_2_08_with_its_failures() -> None:
    journey = of(example("shoeshine.bp")).journey
    assert journey.expected.seconds == pytest.approx(120 + 75 * 0.1 / 0.9)
    assert journey.visits["polish"] == pytest.approx(1 / 0.9)
    assert journey.visits["clean"] == pytest.approx(0.1 / 0.9)
    assert journey.failures == {"polish.fail": pytest.approx(0.1 / 0.9)}
    assert sum(time.seconds for time in journey.phases.values()) == pytest.approx(journey.expected.seconds)


FAIL = 'fail "f" 20% -> r'
TWO_CELLS = 'step a "a" {{ customer "x" takes 2min\n{0}\ncustomer "y" takes 3min }}\n'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (step("a", 5) + step("b"), 6),
        (TWO_CELLS.format(FAIL) + step("b") + recovery("r", 10), 0.8 * 5 + 0.2 * 12 + 1),  # next: the rest is skipped
        (TWO_CELLS.format(FAIL) + recovery("r", 10, "-> again"), 5 + (2 + 10) * 0.25),
        (TWO_CELLS.format(FAIL) + step("b") + recovery("r", 10, "-> end"), 0.8 * 6 + 0.2 * 12),
        (step("a", 2, 'fail "f" 20% -> b') + step("c", 7) + step("b"), 2 + 0.8 * 7 + 1),  # elsewhere
        (step("a", 2, 'fail "f" 20%'), 2),  # nothing mends it: the customer goes on
        (step("a", 2, 'fail "f" 50% -> r\nfail "g" 50% -> r') + recovery("r", 4), 2 + 4 * 0.75),
        (step("a", 2, 'backstage "late" takes 9min\nfail "f" 50% -> r') + recovery("r", 4), 2),  # behind the line
        (step("a", 2, 'when "w" 25% -> end') + step("b", 4), 2 + 3),
        (step("a", 2, 'when "w" 25% -> a') + step("b", 4), 2 / 0.75 + 4),
        (step("a", 2, 'when "w" -> end') + step("b", 4), 6),
        (step("a", 2, header="optional 30%") + step("b", 4), 0.6 + 4),
        (step("a", 2, header="repeats 1..4 times"), 5),
        (step("a", 2, 'fail "f" 20% -> r', "repeats 3 times") + recovery("r", 1), 6 + 0.6),
        (step("a", 1, 'when "w" 50% -> end', "repeats 3 times"), 3),
        (step("a", 1, 'fail "f" 50% -> r', "repeats 3 times") + recovery("r", 0.5, "-> end"), 1.75 + 0.5 * 0.875),
        (f"parallel {{ {step('a', 5)} {step('b', 2)} }} {step('c', 1)}", 6),
        (f"parallel {{ branch {{ {step('a', 5, FAIL)} }} {step('b', 5.5)} }} {recovery('r', 5)}", 6),
    ],
)
def test_expected_minutes(body: str, expected: float) -> None:
    assert minutes(body) == pytest.approx(expected, abs=1e-5)


def test_exits_without_a_share_divide_what_is_left_and_the_figure_says_so() -> None:
    body = f"""decision d "d?" {{
      when "A" 40% {{ {step("a")} }}
      when "B" {{ {step("b")} }}
      when "C" {{ {step("c")} }}
    }}"""
    journey = core(body).journey
    assert journey.visits == pytest.approx({"d": 1, "a": 0.4, "b": 0.3, "c": 0.3})
    assert journey.assumed == ("d",)


def test_a_when_without_a_share_in_a_step_is_not_taken_and_leaves_the_time_at_least() -> None:
    journey = core(step("a", 2, 'when "w" -> end') + step("b")).journey
    assert journey.visits == {"a": 1, "b": 1}
    assert len(journey.expected.unknown) == 1


def test_cells_without_time_and_fail_points_without_likelihood_are_named() -> None:
    journey = core('step a "a" { customer "x"\nfrontstage "y" takes 1min\nfail "f" -> r }' + recovery("r")).journey
    assert journey.expected.seconds == 60
    assert set(journey.expected.unknown) == {"a.fail", "a.customer"}


def test_one_recovery_returns_to_each_step_that_fails() -> None:
    fails = 'fail "f" 50% -> r'
    found = visits(step("a", rest=fails) + step("b", rest=fails) + step("c") + recovery("r", 1, "-> again"))
    assert found == {"a": 2, "b": 2, "c": 1, "r": 2}


def test_a_recovery_with_a_branch_and_one_that_fails_itself() -> None:
    body = step("a", rest='fail "f" 50% -> r') + step("b")
    body += recovery("r", 1, f'fail "g" 50% -> q\nwhen "w" 40% {{ {step("in", 1, "-> end")} }}') + recovery("q", 1)
    # Of the half that fails, half fails again (q, then on from r by `next`); of the other half 40 % go to the end.
    found = visits(body)
    assert found == {"a": 1, "r": 0.5, "q": 0.25, "in": 0.1, "b": 0.9}


def test_recoveries_that_fail_into_each_other_settle() -> None:
    body = step("a", rest='fail "f" 50% -> r') + step("b")
    body += recovery("r", 1, 'fail "g" 50% -> q') + recovery("q", 1, 'fail "h" 50% -> r')
    assert visits(body) == pytest.approx({"a": 1, "b": 1, "r": 2 / 3, "q": 1 / 3}, abs=1e-5)


def test_branches_all_run_and_one_goes_on() -> None:
    body = f"{step('z')} parallel p {{ {step('a', 5)} {step('b', 2)} }}\n" + step("d", 1, 'when "w" 50% -> z')
    journey = core(body).journey
    assert journey.visits == pytest.approx({"z": 2, "a": 2, "b": 2, "d": 2})
    assert journey.expected.seconds == pytest.approx(2 * 7 * 60)
    assert journey.longest == ("p",)


def test_personas_are_solved_apart_and_mixed() -> None:
    head = 'persona one "One" { share 30% }\npersona two "Two" { share 70% }\n'
    body = (
        step("a", 1, "for one") + step("b", 1, "for one") + step("c", 2, 'when "w" for two 50% -> end') + step("d", 4)
    )
    assert visits(body, head) == {"a": 0.3, "b": 0.3, "c": 1, "d": 0.65}
    assert minutes(body, head) == pytest.approx(0.6 + 2 + 0.65 * 4)


def test_cells_for_a_persona_are_only_theirs() -> None:
    head = 'persona one "One" { share 25% }\npersona two "Two"\n'
    figures = core('step a "a" { customer "x" takes 1min\nfrontstage "y" takes 4min for one }', head)
    assert figures.journey.runs == pytest.approx({"a.customer": 1, "a.frontstage": 0.25})
    assert figures.journey.expected.seconds == pytest.approx(120)
    assert figures.journey.assumed == ("two",)


def test_services_and_phases_repeat() -> None:
    text = f"""blueprint "Test"
phase interaction {{ repeats 2 times
  core svc "Service" repeats 3 times {{ {step("a")} {step("b", 1, "", "optional 50%")} }}
}}
phase billing {{ {step("c")} }}
"""
    journey = of(model(text)).journey
    assert journey.visits == pytest.approx({"a": 6, "b": 3, "c": 1})
    assert journey.entries == pytest.approx({"phase_1": 2, "phase_2": 1, "svc": 6})
    run = journey.one_run("svc")
    assert run is not None
    assert run.seconds == pytest.approx(90)


def test_waits_pauses_and_what_runs_behind_the_line_are_told_apart() -> None:
    body = 'step a "a" { wait "w" 5min\nfrontstage "y" takes 2min\npause "p" 1h\ncustomer "z" takes 1min'
    body += '\nbackstage "b" takes 9min }\n'
    body += 'step b "b" { backstage "x" takes 3min }'
    time = core(body).journey.expected
    assert (time.seconds / 60, time.pause / 60, time.wait / 60, time.behind / 60) == (71, 60, 8, 9)
    assert time.in_service / 60 == 11


def test_what_fails_behind_the_line_counts_and_costs() -> None:
    body = 'step a "a" { customer "x" takes 1min\nbackstage "y" takes 2min\nfail "f" 50% -> r }' + step("b")
    journey = core(body + recovery("r", 4, "-> again")).journey
    assert journey.runs == pytest.approx({"a.customer": 1, "a.backstage": 2, "r.frontstage": 1, "b.customer": 1})
    assert journey.failures == pytest.approx({"a.fail": 1})
    assert journey.visits == pytest.approx({"a": 1, "b": 1})
    assert (journey.expected.seconds, journey.expected.behind) == pytest.approx((120, 4 * 60 + 4 * 60))


def test_offstage_steps_are_done_once() -> None:
    body = step("a", header="repeats 5 times") + 'step o "o" { offstage; backstage "x" takes 1h }'
    journey = core(body).journey
    assert journey.runs["o.backstage"] == 1
    assert journey.expected.seconds == pytest.approx(300)


@pytest.mark.parametrize("seed", range(120))
def test_generated_models_are_consistent(seed: int) -> None:
    blueprint = resolve(Source(generate(seed, 4 + seed % 50), "x.bp")).blueprint
    assert blueprint is not None
    figures = of(blueprint)
    journey = figures.journey
    numbers = (*journey.visits.values(), *journey.runs.values(), *journey.failures.values(), *journey.entries.values())
    assert all(number >= 0 and math.isfinite(number) for number in numbers)
    expected = journey.expected
    assert sum(time.seconds for time in journey.phases.values()) == pytest.approx(expected.seconds)
    assert sum(time.behind for time in journey.phases.values()) == pytest.approx(expected.behind)
    assert 0 <= expected.pause <= expected.seconds + 1e-6
    assert 0 <= expected.wait <= expected.seconds - expected.pause + 1e-6
    if not journey.longest:
        assert sum(time.seconds for time in journey.steps.values()) == pytest.approx(expected.seconds)
    costs = figures.money.expected.costs
    assert sum(each.total for each in figures.money.phases.values()) == pytest.approx(costs.total)
    assert sum(each.labour for each in figures.money.roles.values()) == pytest.approx(costs.labour)
    assert 0 <= figures.failures.chance <= 1
    assert all(load.each >= 0 for load in figures.people.roles.values())
    assert all(tolerance.limit >= 0 for tolerance in figures.tolerances)


def test_three_thousand_steps_with_fail_points_ways_back_and_recoveries() -> None:
    body = "".join(
        step(f"s{n}", 1, f'fail "f" 10% -> r{n % 40}\nwhen "w" 5% -> s{max(0, n - 7 * (n % 5))}') for n in range(3000)
    )
    body += "".join(recovery(f"r{n}", 1, "-> again") for n in range(40))
    journey = core(body).journey
    assert journey.visits["s2999"] >= 1
    assert sum(journey.failures.values()) == pytest.approx(sum(journey.visits[f"r{n}"] for n in range(40)))
