"""Where a name of the wrong kind stands it is said what to write: for the thing that is named, and in this place."""

from __future__ import annotations

import pytest

from tests.model.support import only

DECLARED = """role cook "Cook"
role host "Host"
system till "Till"
channel web "Web"
persona guest "Guest" { need quick "Quick" }
policy law "Law"
"""


def helped(line: str, declared: str = DECLARED) -> str:
    text = f'{declared}phase interaction {{ step a "A" {{ customer "x"; frontstage "y"\n{line}\n}} }}'
    return only(text, "wrong-reference")[0].help


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ('backstage "z" via till', "A system acts with `by`: `by till`. After `via` goes a channel: `web`."),
        (
            'backstage "z" by web',
            "A channel is used with `via`: `via web`. After `by` goes a role, a partner, a system or a persona: "
            "`cook`, `host`, `till` or `guest`.",
        ),
        (
            'backstage "z" using cook',
            "A role acts with `by`: `by cook`. After `using` goes a system or a partner: `till`.",
        ),
        ('customer "z" for law', "A policy binds with `under`: `under law`. After `for` goes a persona: `guest`."),
        # A fail point has no `by`.
        ('fail "F" 3% escalates till', "After `escalates` goes a role: `cook` or `host`."),
        ("owner till", "After `owner` goes a role: `cook` or `host`."),
        ("meets cook", "After `meets` goes a need: `guest.quick`."),
        ('fail "F" at a', "After `at` goes a cell, a wait or a pause: `a.customer` or `a.frontstage`."),
        (
            'fail "F" 3% -> web',
            "After `->` goes a step, a decision, a recovery, a parallel or a branch: `end`, `next`, `again` or `a`.",
        ),
    ],
)  # fmt: skip
def test_what_goes_where_is_said(line: str, help: str) -> None:
    assert helped(line) == help


def test_of_many_six_are_named() -> None:
    channels = "".join(f"channel c{number}\n" for number in range(9))
    assert helped('backstage "z" via till', DECLARED.replace('channel web "Web"\n', channels)).endswith(
        "`c0`, `c1`, `c2`, `c3`, `c4`, `c5` or another of the 9 that there are."
    )


def test_where_none_is_declared_it_is_said_how() -> None:
    help = helped('backstage "z" via till', 'system till "Till"\n')
    assert help.endswith(
        "After `via` goes a channel, and none is declared yet: write one at the top, such as "
        '`channel phone "Telephone"`.'
    )
    only(f'system till "Till"\n{help.split("`")[-2]}\nphase interaction {{ step a {{ customer "z" via till }} }}',
         "wrong-reference")  # fmt: skip
    taken = helped('backstage "z" via phone', 'system phone "Phone"\n')
    assert taken.endswith("After `via` goes a channel, and none is declared yet.")
