"""Services opened again, and what of a part belongs to the whole."""

from __future__ import annotations

import pytest

from blueprint.model.entities import ServicePart
from tests.model.support import findings, fixed, model, only, under_line


def test_parts_make_one_service() -> None:
    blueprint = model(
        'phase interaction { core c "C" { outcome "O"; evidence "1"; step a } }\n'
        'phase billing { core c { price 2; evidence "2"; pain "p"; step b } }\n'
        'core c { pain "q"; note "n" }'
    )
    service = blueprint.services["c"]
    assert (service.title, service.outcome, str(service.price.amount)) == ("C", "O", "2")  # type: ignore[union-attr]
    assert service.notes.pains == ("p", "q")
    assert [each.text for each in service.evidence] == ["1", "2"]
    parts = [item for phase in blueprint.phases for item in phase.items if isinstance(item, ServicePart)]
    assert [(part.key, part.phase, [each.text for each in part.evidence]) for part in parts] == [
        ("c.part", "phase_1", ["1"]), ("c.part_2", "phase_2", ["2"]),
    ]  # fmt: skip
    assert [step.service for step in blueprint.steps.values()] == ["c", "c"]


def test_a_service_known_by_its_title_is_opened_again_by_the_id_made_from_it() -> None:
    blueprint = model(
        'phase billing { core "Shoe shine" { step a } }\nphase billing { core shoe_shine { price 3; step b } }'
    )
    assert list(blueprint.services) == ["shoe_shine"]
    assert blueprint.services["shoe_shine"].price is not None


def test_the_same_value_again_is_no_conflict() -> None:
    assert findings('phase billing { core c "C" { price 3 }; core c "C" { price 3 } }') == []


@pytest.mark.parametrize(
    ("again", "range", "message", "first"),
    [
        (
            "facilitating c {}",
            "facilitating",
            "`c` is a core service; it cannot be opened again as facilitating.",
            "core",
        ),
        (
            "core c { price 4 }",
            "price 4",
            "`price` says something else here than where `c` was opened first.",
            "price 3",
        ),
        ('core c "D" {}', '"D"', "The title of `c` is “C” already.", '"C"'),
    ],
)
def test_conflicts_show_both_places(again: str, range: str, message: str, first: str) -> None:
    found, resolved = only(f'phase billing {{ core c "C" {{ price 3 }}\n{again} }}', "conflicting-attribute")
    assert (under_line(resolved, found.span), found.message) == (range, message)
    assert [under_line(resolved, each.span) for each in found.related] == [first]


def test_another_tier_is_mended_by_the_first() -> None:
    found, resolved = only("phase billing { core c {}; facilitating c {} }", "conflicting-attribute")
    assert fixed(found, resolved) == "phase billing { core c {}; core c {} }"


def test_an_attribute_twice_in_one_part_is_a_double() -> None:
    assert findings("phase billing { core c { price 3\nprice 4 } }") == [("duplicate-attribute", "price 4")]


def test_steps_know_where_they_stand() -> None:
    blueprint = model(
        "phase interaction { step a; facilitating f { step b {"
        ' when "x" 20% { step d; decision g { when "1" 1%; when "2" } } } }\n'
        "recovery r { -> again } }"
    )
    assert {key: (step.kind, step.service, step.within) for key, step in blueprint.steps.items()} == {
        "a": ("step", "", ""), "b": ("step", "f", ""), "d": ("step", "f", "b.when"), "g": ("decision", "f", "b.when"),
        "r": ("recovery", "", ""),
    }  # fmt: skip


def test_packages_name_services() -> None:
    blueprint = model("package p includes c, d\nphase billing { core c {}; core d {} }")
    assert blueprint.packages["p"].includes == ("c", "d")
    found, resolved = only(
        "package p includes c, stay\nphase billing { core c {}; core stayy {} }", "package-unknown-content"
    )
    assert found.message == "There is no service `stay`; did you mean `stayy`?"
    assert fixed(found, resolved) == "package p includes c, stayy\nphase billing { core c {}; core stayy {} }"
    assert findings("role r\npackage p includes r") == [("package-unknown-content", "r")]


def test_who_plays_a_customer_cell_is_whom_it_is_for() -> None:
    blueprint = model(
        "persona a; persona b; role r; role q\n"
        'phase billing { step s { customer "x" by a; customer "y" for b; frontstage "z" by r or q } }'
    )
    first, second, third = blueprint.cells.values()
    assert (first.personas, second.personas) == (("a",), ("b",))  # type: ignore[union-attr]
    assert (third.performers, third.any_performer) == (("r", "q"), True)  # type: ignore[union-attr]


def test_owners_are_roles_or_texts() -> None:
    blueprint = model('role r\nphase billing { step a { owner r }; step b { owner "Front office" } }')
    assert [step.notes.owner for step in blueprint.steps.values()] == ["r", "Front office"]
    assert findings("phase billing { step a { owner finance } }") == [("unknown-reference", "finance")]
