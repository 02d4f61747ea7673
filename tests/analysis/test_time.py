"""Standard time, on the published figures and on every rule that `blueprint.analysis.time` keeps."""

from __future__ import annotations

import pytest

from blueprint.analysis.time import Standard, standard_time, step_time
from blueprint.graph import build
from tests.analysis.texts import core
from tests.graph.flows import example, model


def standard(body: str) -> Standard:
    blueprint = model(f'blueprint "Test"\nphase interaction {{\ncore svc "Service" {{\n{body}\n}}\n}}\n')
    return standard_time(blueprint, build(blueprint))


def step(body: str) -> tuple[float, float, tuple[str, ...]]:
    blueprint = model(f'blueprint "Test"\nchannel phone "Phone"\nphase interaction {{ step a "A" {{\n{body}\n}} }}\n')
    time = step_time(blueprint.steps["a"])
    return time.seconds, time.pause, time.unknown


def test_the_shoeshine_takes_two_minutes() -> None:
    """Shostack 1984, Exhibit I: 30 + 30 + 45 + 15 s."""
    blueprint = example("shoeshine.bp")
    result = standard_time(blueprint, build(blueprint))
    assert result.total.seconds == 120
    assert result.total.unknown == ()
    assert result.path == ("brush", "polish", "buff", "collect")
    assert {key: time.seconds for key, time in result.services.items()} == {"shine_service": 105, "pay": 15}
    assert {key: time.seconds for key, time in result.phases.items()} == {"phase_1": 105, "phase_2": 15}


@pytest.mark.parametrize(
    ("body", "seconds", "pause", "unknown"),
    [
        ('customer "x" takes 40min\nmeanwhile frontstage "y" takes 40min', 2400, 0, ()),
        ('customer "x" takes 1min\nfrontstage "y" takes 2min\nbackstage "z" takes 1h', 180, 0, ()),
        ('customer "x" takes 1min\nbackstage "z" takes 1h\nfrontstage "y" takes 2min', 3780, 0, ()),
        ('customer "x" takes 1min\nmeanwhile backstage "z" takes 1h', 60, 0, ()),
        ('customer "x" takes 1min\nmeanwhile backstage "z" takes 1h\nfrontstage "y" takes 2min', 3720, 0, ()),
        ('backstage "z" takes 1min\nsupport "s" takes 2min', 180, 0, ()),
        ('backstage "z" via phone takes 1min\nsupport "s" takes 2min', 60, 0, ()),
        ('wait "w"\nmeanwhile backstage "z" takes 30min', 1800, 0, ()),
        ('wait "w" 5min\nfrontstage "y" takes 3min..5min', 540, 0, ()),
        ('customer "x" takes 1min\npause "p" 1d\ncustomer "y" takes 1min', 86520, 86400, ()),
        ('customer "x"\nfrontstage "y" takes 1min', 60, 0, ("a.customer",)),
        ('customer "x"\nmeanwhile frontstage "y" takes 1min', 60, 0, ()),
        ('wait "w"', 0, 0, ("a.wait",)),
        ('evidence "Sign"', 0, 0, ()),
    ],
)
def test_inside_a_step(body: str, seconds: float, pause: float, unknown: tuple[str, ...]) -> None:
    assert step(body) == (seconds, pause, unknown)


def test_the_main_path_takes_likely_exits_and_no_way_back() -> None:
    result = standard("""
      step a "A" { customer "x" takes 1min; when "Redo" 60% -> again; when "Back" 20% -> start }
      decision d "D?" {
        customer "x" takes 1min
        when "Rare" 10% -> end
        when "Usual" 90% { step b "B" { customer "x" takes 1min } }
      }
      step c "C" { customer "x" takes 1min; fail "f" 30% -> r; when "Unknown" -> end }
      recovery r "R" { customer "x" takes 1h }
      step prep "Prepare" { offstage; backstage "x" takes 1h }
    """)  # fmt: skip
    assert result.path == ("a", "d", "b", "c")
    assert result.total.seconds == 240


def test_optional_parts_count_from_one_half() -> None:
    result = standard("""
      step a "A" optional 49% { customer "x" takes 1h }
      step b "B" optional 50% { customer "x" takes 1min }
    """)
    assert result.path == ("b",)


def test_repeats_multiply_the_total_and_not_one_run_of_a_service() -> None:
    blueprint = model("""blueprint "Test"
phase interaction { repeats 2 times
  core svc "Service" repeats 3 times { step a "A" repeats 1..3 times { customer "x" takes 1min } }
}
""")
    result = standard_time(blueprint, build(blueprint))
    assert (result.services["svc"].seconds, result.phases["phase_1"].seconds, result.total.seconds) == (120, 360, 720)


def test_of_parallel_branches_the_longest_counts_and_the_unknown_is_kept() -> None:
    result = standard("""
      parallel {
        branch { step a "A" { backstage "x" takes 8min }; step b "B" { backstage "x" takes 8min } }
        branch { step c "C" { backstage "x" takes 10min } }
        branch { step d "D" { backstage "x" } }
      }
      step e "E" { customer "x" takes 1min }
    """)
    assert result.path == ("a", "b", "e")
    assert result.total.seconds == 17 * 60
    assert result.total.unknown == ("d.backstage",)


def test_pauses_are_told_apart() -> None:
    result = standard('step a "A" { customer "x" takes 1min; pause "p" 3d; customer "y" takes 1min }')
    assert result.total.in_service == 120


FEW = 'persona few "Few" { share 10% }\npersona many "Many" { share 90% }'
CARE = (
    'step a "a" {\ncustomer "x" takes 1min\nfrontstage "y" takes 30min for few\nfrontstage "z" takes 4min for many\n}\n'
)


def test_what_is_for_few_customers_is_not_in_the_standard_time() -> None:
    """Like an optional part under 50%; the expected time has it for those it is for."""
    figures = core(CARE, FEW)
    assert figures.standard.total.seconds == 5 * 60
    assert figures.journey.expected.seconds == pytest.approx(60 * (1 + 0.1 * 30 + 0.9 * 4))


def test_a_contact_without_a_time_lasts_as_long_as_what_starts_with_it() -> None:
    """Also where that runs behind the line: the customer watches the screen meanwhile."""
    time = core('step a "a" { customer "x"\nmeanwhile backstage "y" takes 5min }\n').standard.total
    assert (time.seconds, time.unknown, time.behind) == (300, (), 0)


def test_personas_without_a_share_are_on_the_path_with_what_is_left_for_them() -> None:
    head = 'persona few "Few" { share 30% }\npersona many "Many"'
    body = (
        'step a "a" for many { customer "x" takes 2min }\nstep b "b" for few { customer "x" takes 9min }\n'
        'decision d "d" {\nwhen "few" for few -> end\nwhen "many" for many\n}\nstep e "e" { customer "x" takes 4min }\n'
    )
    assert core(body, head).standard.path == ("a", "d", "e")
