"""Unit economics, people and failures: Shostack's and the time-driven costing's published numbers, and by hand."""

from __future__ import annotations

import math

import pytest

from blueprint.analysis import BUSY
from blueprint.analysis.amounts import a_day, capacity_rate, demand
from blueprint.analysis.costs import cell_costs, says_costs, step_costs
from blueprint.analysis.people import answered_within, erlang_c, staff_for_service, staff_needed
from blueprint.model.entities import Blueprint
from tests.analysis.texts import core, of, recovery, step
from tests.graph.flows import example, model


def near(value: float | None, expected: float) -> bool:
    return value is not None and math.isclose(value, expected, rel_tol=1e-9, abs_tol=1e-9)


# ---------------------------------------------------------------------------------------------------- shoeshine


@pytest.mark.parametrize(("minutes", "profit"), [(2, 0.18), (3, 0.08), (3.25, 0.055), (4, -0.02), (5, -0.12)])
def test_shoeshine_profit_by_execution_time(minutes: float, profit: float) -> None:
    """Shostack 1984, Exhibit II, and what follows from it at 3:15 and 5 min."""
    assert near(of(example("shoeshine.bp")).money.profit_at(minutes * 60), profit)


def test_shoeshine_unit_economics() -> None:
    money = of(example("shoeshine.bp")).money
    assert near(money.break_even, 228)
    assert near(money.standard.costs.labour, 0.20)
    assert near(money.standard.costs.other, 0.12)
    assert near(money.standard.amount, 0.18)
    failed = 0.1 / 0.9
    assert near(money.expected.costs.labour, 0.20 + 75 / 600 * failed)
    assert near(money.expected.costs.written, 0.12 + 0.03 * failed)
    assert money.expected.revenue.source == "pays"
    assert near(money.packages["shine"].amount, money.expected.amount or 0)
    assert near(money.services["supplies"].total, 0.09)
    assert near(money.tiers["core"].total + money.tiers["facilitating"].total, money.expected.costs.total)


def test_shoeshine_failures() -> None:
    failures = of(example("shoeshine.bp")).failures
    assert failures.time_with("polish.fail").seconds == 195
    point = failures.points["polish.fail"]
    assert near(point.each.total, 0.075 + 0.05 + 0.03)  # cleaning, polishing once more with its wax
    assert near(point.cost, 0.155 * 0.1 / 0.9)
    assert near(failures.chance, 0.1)
    assert failures.exact


def test_a_failure_that_nothing_is_done_about_adds_and_saves_no_time() -> None:
    """The customer goes on with what is left of the step, on the main path and off it."""
    fail = 'fail "Late" 10%\nfrontstage "x" takes 5min'
    branch = f'decision d "?" {{ when "usual" 90%\nwhen "rare" 10% {{ {step("b", 3, fail)} }} }}'
    figures = core(step("a", 2, fail) + branch)
    assert figures.standard.total.seconds == 7 * 60
    for key in ("a.fail", "b.fail"):
        point = figures.failures.points[key]
        assert (point.extra.seconds, point.each.total) == (0, 0)
        assert figures.failures.time_with(key).seconds == 7 * 60


def test_shoeshine_people() -> None:
    people = of(example("shoeshine.bp")).people
    load = people.roles["shiner"]
    minutes = 2 + 1.25 * 0.1 / 0.9
    assert load.minutes == 480
    assert near(load.load, 60 * minutes)
    assert near(load.utilisation, 60 * minutes / 480)
    assert near(people.largest_demand, 480 / minutes)
    assert people.bottleneck == load


# ---------------------------------------------------------------------------------------------------- costs


def declared(text: str, blueprint: str = "") -> Blueprint:
    return model(f'blueprint "Test" {{\n{blueprint}\n}}\n{text}\nphase interaction {{ {step("a")} }}\n')


@pytest.mark.parametrize(
    ("role", "hourly"),
    [
        ("rate 48000/year; hours 40h/week", 240_000 / 10_400),  # 23.08
        ("rate 48000/year; hours 40h/week; availability 81.7307692307692%", 240_000 / 8_500),  # 28.24
        ("rate 4000/month; hours 8h/day; availability 57.6923076923077%", 240_000 / 6_000),  # 40.00
        ("rate 28.00/h", 28),
        ("rate 28.00/h; availability 80%", 35),
        ("rate 240/day; hours 8h/day", 30),
    ],
)
def test_capacity_cost_rates(role: str, hourly: float) -> None:
    """A published example: 240,000 a year for five people, over 10,400, 8,500 and 6,000 hours of theirs."""
    blueprint = declared(f'role r "R" {{ {role} }}', "workdays 5/week")
    rate = capacity_rate(blueprint.roles["r"], blueprint)
    assert rate is not None
    assert rate == pytest.approx(hourly)


def test_a_rate_by_the_month_needs_hours() -> None:
    blueprint = declared('role r "R" rate 2000/month')
    assert capacity_rate(blueprint.roles["r"], blueprint) is None
    blueprint = declared('role r "R" rate 2080/month', "hours 6h/day; workdays 5/week")
    assert capacity_rate(blueprint.roles["r"], blueprint) == pytest.approx(16)


def test_demand_in_open_days() -> None:
    assert demand(declared("", "demand 60/week; workdays 5/week")) == pytest.approx(12)
    assert demand(declared("", "demand 6/h; hours 10h/day")) == pytest.approx(60)
    assert demand(declared("", "demand 6/h")) is None
    assert demand(declared("", "demand 260/year; workdays 5/week")) == pytest.approx(1)
    assert demand(declared('persona p "P" demand 3/day\npersona q "Q" demand 14/week')) == pytest.approx(5)
    assert a_day(None, declared("")) is None


HEAD = """role ann "Ann" { rate 60.00/h }
role bob "Bob" { rate 120.00/h; availability 50% }
role cat "Cat"
system s "S" cost 0.40
partner p "P" cost 3.00
"""


@pytest.mark.parametrize(
    ("cell", "labour", "other", "unknown"),
    [
        ('frontstage "x" by ann takes 3min', 3, 0, ()),
        ('frontstage "x" by ann, bob takes 1min', 1 + 4, 0, ()),
        ('frontstage "x" by ann or bob takes 1min', 2.5, 0, ()),
        ('frontstage "x" by ann using s takes 2min..4min cost 0.10', 3, 0.5, ()),
        ('support "x" by p', 0, 3, ()),
        ('frontstage "x" by ann', 0, 0, ("k.frontstage",)),
        ('frontstage "x" by cat takes 1min', 0, 0, ("cat",)),
        ('customer "x" takes 1h', 0, 0, ()),
        ('wait "x" 1h', 0, 0, ()),
    ],
)
def test_what_a_cell_costs(cell: str, labour: float, other: float, unknown: tuple[str, ...]) -> None:
    blueprint = core(f'{step("j")} step k "k" {{ {cell} }}', HEAD).blueprint
    costs = cell_costs(blueprint, blueprint.steps["k"].cells[0])
    assert [costs.labour, costs.other] == pytest.approx([labour, other])
    assert costs.unknown == unknown
    assert step_costs(blueprint, blueprint.steps["k"]) == costs
    assert says_costs(blueprint, blueprint.steps["k"]) == (costs.total > 0)


# ---------------------------------------------------------------------------------------------------- revenue

FREE = 'package gift "Gift" { price 0; includes svc }'
PACKAGES = """package big "Big" { price 6000/month; uses 4/month; share 25%; includes svc }
package small "Small" { price 100; includes svc }
"""


def test_packages_are_mixed_by_share() -> None:
    money = core(step("a"), PACKAGES).money
    assert money.expected.revenue.source == "packages"
    assert near(money.expected.revenue.amount, 0.25 * 1500 + 0.75 * 100)
    assert {key: margin.amount for key, margin in money.packages.items()} == {"big": 1500, "small": 100}


def test_uses_in_another_unit_than_the_price() -> None:
    money = core(step("a"), 'package p "P" { price 5200/year; uses 2/week; includes svc }').money
    assert near(money.expected.revenue.amount, 50)


def test_a_price_by_the_month_without_uses_is_unknown() -> None:
    money = core(step("a"), 'package p "P" { price 60/month; includes svc }').money
    assert (money.expected.revenue.amount, money.expected.revenue.unknown, money.expected.amount) == (
        None,
        ("p",),
        None,
    )
    assert money.break_even is None


def test_services_prices_count_by_how_often_they_are_entered() -> None:
    figures = of(
        model(f"""blueprint "Test"
phase interaction {{
  core one "One" {{ price 10; {step("a", 1, 'fail "f" 50% -> r')} {recovery("r", 1, "-> again")} }}
  enhancing two "Two" {{ price 5; optional 40%; {step("b")} }}
}}
""")
    )
    assert figures.money.expected.revenue.source == "services"
    assert near(figures.money.expected.revenue.amount, 12)


def test_a_price_of_nothing_is_free() -> None:
    money = core('step a "a" { frontstage "x" by ann takes 1min }', HEAD + FREE).money
    assert money.expected.free
    assert money.packages["gift"].free
    assert near(money.expected.amount, -1)
    assert money.break_even is None


def test_no_price_at_all_is_unknown() -> None:
    money = core(step("a")).money
    assert money.expected.amount is None
    assert money.profit_at(60) is None
    assert not money.expected.free


def test_a_package_is_charged_with_its_services_and_those_of_none() -> None:
    text = f"""blueprint "Test"
{HEAD}
package x "X" {{ price 10; includes one }}
package y "Y" {{ price 20; includes one, two }}
phase interaction {{
  core one "One" {{ step a "a" {{ frontstage "x" by ann takes 1min }} }}
  enhancing two "Two" {{ step b "b" {{ frontstage "x" by ann takes 2min }} }}
  facilitating three "Three" {{ step c "c" {{ frontstage "x" by ann takes 4min }} }}
}}
"""
    packages = of(model(text)).money.packages
    assert {key: margin.costs.total for key, margin in packages.items()} == pytest.approx({"x": 5, "y": 7})


# ---------------------------------------------------------------------------------------------------- people


def test_the_bottleneck_is_the_role_that_is_full_first() -> None:
    head = """role a "A" { staff 2; hours 8h/day }
role b "B" { staff 1; hours 8h/day; availability 50% }
role c "C" { staff 1 }
"""
    body = 'step s "s" { frontstage "x" by a takes 10min\nfrontstage "y" by a, b takes 6min\nbackstage "z" by c }'
    people = core(body, head, blueprint="demand 36/day").people
    assert {key: load.utilisation for key, load in people.roles.items()} == {
        "a": pytest.approx(0.6), "b": pytest.approx(0.9), "c": None,
    }  # fmt: skip
    assert people.bottleneck is not None
    assert people.bottleneck.role == "b"
    assert near(people.largest_demand, 40)
    assert people.roles["c"].unknown == ("s.backstage",)


def test_staff_for_growth() -> None:
    figures = core(
        'step s "s" { frontstage "x" by a takes 10min }',
        'role a "A" { staff 2; hours 8h/day }',
        blueprint="demand 81/day",
    )
    load, role = figures.people.roles["a"], figures.blueprint.roles["a"]
    needed = {growth: staff_needed(load, role, figures.blueprint, growth) for growth in (0, 0.01, 0.3)}
    assert needed == {0: 2, 0.01: 3, 0.3: 3}
    assert load.load is not None
    assert load.load / (2 * 480) <= BUSY < load.load * 1.01 / (2 * 480)


def test_without_demand_the_load_is_unknown_and_the_largest_demand_is_not() -> None:
    people = core('step s "s" { frontstage "x" by a takes 10min }', 'role a "A" { staff 1; hours 8h/day }').people
    assert people.roles["a"].utilisation is None
    assert people.largest_demand == 48


def test_erlang_c() -> None:
    """Textbook: 10 busy on average at 14 desks, 17.4 % wait; 360 calls of 4 min an hour need 28 for 80 % in 20 s."""
    assert erlang_c(14, 10) == pytest.approx(0.1741, abs=5e-4)
    assert erlang_c(1, 0.5) == pytest.approx(0.5)
    assert (erlang_c(3, 3), erlang_c(3, 0)) == (1, 0)
    servers = staff_for_service(360, 240, 20, 0.8)
    assert servers is not None
    assert answered_within(servers, 360, 240, 20) >= 0.8 > answered_within(servers - 1, 360, 240, 20)
    assert staff_for_service(10, 60, 20, 1.0) is None
    assert staff_for_service(1e9, 60, 20, 0.8) is None


# ---------------------------------------------------------------------------------------------------- failure


@pytest.mark.parametrize(
    ("body", "chance"),
    [
        (step("a", 1, 'fail "f" 10% -> r\nfail "g" 20%') + recovery("r", 1, "-> again"), 1 - 0.9 * 0.8),
        (step("a", 1, 'fail "f" 10%', "optional 50%") + step("b", 1, 'fail "g" 20%'), 1 - 0.95 * 0.8),
        (step("a", 1, 'fail "f" 10%', "repeats 3 times"), 1 - 0.9**3),
        (step("a", 1, 'backstage "late" takes 9min\nfail "f" 10%'), 0.1),
        (step("a") + 'step o "o" { offstage; backstage "x"\nfail "f" 10% }', 0.1),
        ("parallel { " + step("a", 1, 'fail "f" 10%') + step("b", 1, 'fail "g" 20%') + " }", 1 - 0.9 * 0.8),
        (step("a"), 0),
    ],
)
def test_the_chance_of_at_least_one_failure(body: str, chance: float) -> None:
    failures = core(body).failures
    assert failures.chance == pytest.approx(chance)
    assert failures.exact


def test_unknown_likelihoods_are_not_ranked() -> None:
    body = 'step a "a" { frontstage "x" by ann takes 1min\nfail "f" -> r\nfail "g" 10% low\nfail "h" 10% high'
    body += '\nfail "i" 5% -> r }\nrecovery r "r" { frontstage "x" by ann takes 4min }'
    failures = core(body, HEAD).failures
    assert [(point.fail.title, point.cost) for point in failures.points.values()] == [
        ("i", pytest.approx(0.05 * 4)), ("h", 0), ("g", 0), ("f", None),
    ]  # fmt: skip
    assert not failures.exact


TWO = 'step b "b" {{ customer "x" takes 2min\nfail "f" 10% -> {0}\ncustomer "y" takes 3min }}\n'


@pytest.mark.parametrize(
    ("target", "tail", "minutes"),
    [
        ("r", recovery("r", 10), 1 + 2 + 10 + 4),
        ("r", recovery("r", 10, "-> again"), 1 + 2 + 10 + 5 + 4),
        ("r", recovery("r", 10, "-> a"), 1 + 2 + 10 + 1 + 5 + 4),
        ("r", recovery("r", 10, "-> end"), 1 + 2 + 10),
        ("a", "", 1 + 2 + 1 + 5 + 4),
        ("c", "", 1 + 2 + 4),
        ("r", recovery("r", 10, f'when "w" 80% {{ {step("in", 20)} }}\n-> again'), 1 + 2 + 30 + 4),
        ("r", recovery("r", 10, "-> q") + recovery("q", 20, "-> again"), 1 + 2 + 30 + 5 + 4),
    ],
)
def test_time_with_one_failure(target: str, tail: str, minutes: float) -> None:
    failures = core(step("a") + TWO.format(target) + step("c", 4) + tail).failures
    assert failures.time_with("b.fail").seconds / 60 == pytest.approx(minutes)


# ---------------------------------------------------------------------------------------------------- tolerances


def test_tolerances_at_every_level() -> None:
    text = """blueprint "Test" { acceptable 10min }
package p "P" { price 5; includes svc; within 6min }
phase interaction { acceptable 5min
  core svc "Service" { acceptable 9min
    step a "a" { acceptable 6min; customer "x" takes 1min..3min acceptable 1min
      pause "own" 1h
      wait "w" 4min acceptable 3min
      fail "f" 50% -> r
    }
    recovery r "r" { customer "x" takes 3min }
  }
}
"""
    found = of(model(text)).tolerances
    said = [
        (t.level, t.element.key, t.limit / 60, t.expected and round(t.expected.in_service / 60, 6), t.over)
        for t in found
    ]
    assert said == [
        ("whole", found[0].element.key, 10, 7.5, False),
        ("package", "p", 6, 7.5, True),
        ("phase", "phase_1", 5, 7.5, True),
        ("service", "svc", 9, 7.5, False),
        ("step", "a", 6, 6, False),
        ("cell", "a.customer", 1, 2, True),
        ("wait", "a.wait", 3, 4, True),
    ]
    assert [t.standard and t.standard.in_service / 60 for t in found] == [6, 6, 6, 6, 6, 2, 4]


def test_a_service_in_a_repeated_phase_is_paid_each_time() -> None:
    money = of(model(
        'blueprint "Test"\nphase interaction {\nrepeats 3 times\ncore svc "Service" {\nprice 10; repeats 2 times\n'
        'step a "a" { customer "x" takes 1min }\n}\n}\n'
    )).money  # fmt: skip
    assert near(money.standard.revenue.amount, 60)
    assert near(money.expected.revenue.amount, 60)


KITCHEN = 'role cook "Cook" { rate 60/h }'
STOCK = (
    'step a "a" { customer "x" takes 1min }\nrecovery r "r" { backstage "y" by cook takes 1min }\n'
    'step stock "stock" { offstage; backstage "z" by cook takes 6min\nfail "f" 10% -> r }\n'
)


@pytest.mark.parametrize(("share", "standard"), [(50, 6), (30, 0)])
def test_offstage_steps_are_for_those_whom_the_service_is_for(share: int, standard: float) -> None:
    figures = core(f"optional {share}%\n{STOCK}", KITCHEN)
    assert figures.money.standard.costs.labour == pytest.approx(standard)
    assert figures.money.expected.costs.labour == pytest.approx(share / 100 * (6 + 0.1 * 1))
    assert figures.failures.chance == pytest.approx(share / 100 * 0.1)
    assert figures.failures.points["stock.fail"].each.labour == pytest.approx(1)


def test_what_fails_offstage_takes_no_time_of_the_customers() -> None:
    figures = core(STOCK, KITCHEN)
    assert figures.failures.time_with("stock.fail") == figures.standard.total


def test_a_failure_names_one_unknown_part_of_what_it_repeats() -> None:
    cells = 'frontstage "a"\nfrontstage "b"\nfrontstage "c" takes 1min\nfail "f" 10% -> r\n'
    body = f'step s "s" {{ customer "x" takes 2min }}\nstep t "t" {{\n{cells}}}\n{recovery("r", 4, "-> s")}'
    extra = core(body).failures.points["t.fail"].extra
    assert (extra.seconds, extra.unknown) == ((2 + 1 + 4) * 60, ("t.frontstage",))


def test_a_package_costs_and_earns_what_it_includes_and_what_none_does() -> None:
    blueprint = model(
        'blueprint "Test"\nrole cook "Cook" { rate 60/h }\n'
        'package big "Big" { price 9; includes one, two }\npackage small "Small" { price 5; includes one }\n'
        'package bare "Bare" { price 1 }\nphase interaction {\n'
        'core one "One" { step a "a" { customer "x"\nfrontstage "y" by cook takes 1min } }\n'
        'core two "Two" { step b "b" { customer "x" pays 7\nfrontstage "y" by cook takes 2min } }\n'
        'core shared "Shared" { step c "c" { customer "x"\nfrontstage "y" by cook takes 4min } }\n'
        'step loose "loose" { customer "x"\nfrontstage "y" by cook takes 8min }\n}\n'
    )  # fmt: skip
    packages = of(blueprint).money.packages
    costs = {key: round(margin.costs.total, 9) for key, margin in packages.items()}
    assert costs == {"big": 1 + 2 + 4 + 8, "small": 1 + 4 + 8, "bare": 4 + 8}
    assert {key: margin.revenue.amount for key, margin in packages.items()} == {"big": 7, "small": 5, "bare": 1}
    assert {key: margin.revenue.source for key, margin in packages.items()} == {
        "big": "pays", "small": "packages", "bare": "packages"
    }  # fmt: skip
