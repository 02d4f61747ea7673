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
}
role barista "Barista" { staff 1 }
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
    }
  }
}
phase billing "Till" {
  facilitating pay "Payment" as payment {
    step cash "Pay" { customer "Pays" pays 2.50; frontstage "Gives change" by barista }
  }
}
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
