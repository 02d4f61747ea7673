"""A way to run the command as a person does, and a small blueprint to run it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from blueprint.cli import cli

SMALL = """\
blueprint kiosk "Coffee kiosk" {
  currency EUR
  job "When I wait for my train, I want a coffee in minutes, so that I am awake at work"
}
phase interaction "At the kiosk" {
  core coffee "Coffee" {
    step order "Order" {
      evidence "Menu board"
      customer "Says what it shall be"
      frontstage "Notes the order" by barista takes 30s
    }
    step serve "Serve" {
      evidence "Cup"
      customer "Takes the cup"
      frontstage "Hands it over" by barista takes 20s
      fail "Lukewarm" 2% -> brew { owner "Barista" }
    }
    recovery brew "Brew again" { frontstage "Brews again" by barista takes 1min }
    price 2.50
    metric error-rate <= 3%
  }
  acceptable 3min
  insights talks
}
phase billing "Till" {
  facilitating pay "Payment" as payment {
    step cash "Pay" {
      evidence "Receipt"
      customer "Pays" pays 2.50
      frontstage "Gives change" by barista
    }
    metric csat >= 4/5
  }
  insights talks
}
phase after-sales "Afterwards" {
  enhancing card "Tenth cup free" as hospitality {
    metric repeat-rate >= 30%
    step stamp "Stamp" { evidence "Card"; frontstage "Stamps the card" by barista }
  }
}
role barista "Barista" { staff 1; need "Know the next order while this one brews" }
insight talks "Talks at the kiosk" { source "Ten regulars, in May" }
scenario rush "Rush hour" { role barista { staff 3 } }
"""
BROKEN = SMALL.replace('frontstage "Notes', 'onstage "Notes').replace("by barista takes 20s", "by baristo takes 20s")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `blueprint ARGS` in an empty folder that holds kiosk.bp (sound) and broken.bp."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kiosk.bp").write_text(SMALL, "utf-8")
    (tmp_path / "broken.bp").write_text(BROKEN, "utf-8")

    def call(*args: str, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, args, input=given, prog_name="blueprint")

    return call
