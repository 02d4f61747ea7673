"""One mistake, one message: what is only misspelt is not missing as well."""

from __future__ import annotations

import pytest

from blueprint.rules.manual import Example
from tests.rules.cases import findings

SOUND = """blueprint "Café"
phase interaction {
  core "Coffee" {
    step order "Order" {
      customer "Orders"
      fail "Sold out" 3% -> sorry
    }
    recovery sorry "Say sorry" { frontstage "Says sorry" }
    decision stay "Stay?" {
      when "Stays" 60%
      when "Goes" 40% -> end
    }
    step drink "Drink" { frontstage "Clears the table" }
  }
}
"""


def test_the_sound_file_has_no_findings() -> None:
    assert findings(Example(SOUND)) == ()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("-> sorry", "-> sory"), ("customer", "custmer"), ('when "Goes"', 'wen "Goes"'), ("-> end", "-> edn")],
)
def test_a_slip_is_told_once(right: str, wrong: str) -> None:
    found = findings(Example(SOUND.replace(right, wrong)))
    assert len(found) == 1, [each.message for each in found]
    line = next(number for number, text in enumerate(SOUND.splitlines(), 1) if right in text)
    assert SOUND.replace(right, wrong)[: found[0].span.start].count("\n") + 1 == line


def test_where_no_time_is_accepted_at_all_the_waits_are_not_told_as_well() -> None:
    text = SOUND.replace('customer "Orders"', 'customer "Orders"\n      wait "In line" 10min')
    assert [each.name for each in findings(Example(text), "W8")] == ["standard-without-acceptable"]
    assert [each.name for each in findings(Example(text), "wait-without-acceptable")] == ["wait-without-acceptable"]
    limited = text.replace('core "Coffee" {', 'enhancing "Bag" { acceptable 1min }\n  core "Coffee" {')
    assert [each.name for each in findings(Example(limited), "W8")] == ["wait-without-acceptable"]


def test_a_payment_that_makes_a_loss_is_not_told_as_another_price_too() -> None:
    text = """blueprint "Dentist" { currency CHF }
role hygienist "Hygienist" { rate 48.00/h }
package visit "Visit" { price 165.00; includes cleaning }
phase interaction {
  core cleaning "Cleaning" {
    step clean "Clean" { customer "Lies still"; meanwhile frontstage "Cleans" by hygienist takes 35min }
    step pay "Pay" { customer "Pays" pays 16.50 }
  }
}
"""
    assert [each.name for each in findings(Example(text), "W81")] == ["margin-negative"]
    assert [each.name for each in findings(Example(text.replace("16.50", "100.00")), "W81")] == ["price-not-paid"]
    assert findings(Example(text.replace("16.50", "165.00")), "W81") == ()
