"""`render`: the right bytes in the right place, or nothing changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run

SIGNS = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"graph"}


@pytest.mark.parametrize("suffix", SIGNS)
def test_every_format_by_its_suffix(run: Run, tmp_path: Path, suffix: str) -> None:
    result = run("render", "kiosk.bp", "-o", f"out.{suffix}")
    assert result.exit_code == 0, result.output
    assert SIGNS[suffix] in (tmp_path / f"out.{suffix}").read_bytes()[:400]


def test_without_an_output_the_svg_stands_beside_the_file(run: Run, tmp_path: Path) -> None:
    assert run("render", "kiosk.bp").exit_code == 0
    assert (tmp_path / "kiosk.svg").exists()


def test_several_outputs_and_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    assert run("render", "kiosk.bp", "-o", "a.svg", "-o", "b.png").exit_code == 0
    assert (tmp_path / "a.svg").exists()
    assert (tmp_path / "b.png").exists()
    (tmp_path / "two.bp").write_text(SMALL, "utf-8")
    assert run("render", "kiosk.bp", "two.bp", "-o", "pictures", "-f", "svg", "-f", "dot").exit_code == 0
    assert sorted(os.listdir("pictures")) == ["kiosk.dot", "kiosk.svg", "two.dot", "two.svg"]


def test_an_unknown_suffix_lists_the_known_ones(run: Run) -> None:
    result = run("render", "kiosk.bp", "-o", "out.gif")
    assert result.exit_code == 2
    for known in SIGNS:
        assert known in result.output


def test_an_unknown_theme_lists_the_known_ones(run: Run) -> None:
    result = run("render", "kiosk.bp", "-o", "out.svg", "--theme", "drak")
    assert result.exit_code == 2
    assert "dark" in result.output


def test_errors_are_printed_and_the_old_picture_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.svg").write_text("old", "utf-8")
    result = run("render", "broken.bp", "-o", "out.svg")
    assert result.exit_code == 1
    assert "onstage" in result.output
    assert "Nothing was drawn" in result.output
    assert (tmp_path / "out.svg").read_text("utf-8") == "old"
    assert run("render", "broken.bp", "-o", "out.svg", "--anyway").exit_code == 0
    assert (tmp_path / "out.svg").read_bytes().startswith(b"<")


def test_a_picture_never_overwrites_its_source(run: Run, tmp_path: Path) -> None:
    os.symlink("kiosk.bp", "kiosk.svg")
    assert run("render", "kiosk.bp", "-o", "kiosk.svg").exit_code == 2
    assert (tmp_path / "kiosk.bp").read_text("utf-8") == SMALL


def test_two_files_of_one_name_do_not_overwrite_each_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "kiosk.bp").write_text(SMALL, "utf-8")
    assert run("render", "kiosk.bp", "b/kiosk.bp", "-o", "./").exit_code == 2


def test_a_missing_folder_is_a_sentence_and_leaves_no_litter(run: Run, tmp_path: Path) -> None:
    result = run("render", "kiosk.bp", "-o", "nowhere/out.svg")
    assert result.exit_code == 2
    assert "there is no folder `nowhere`" in result.output
    assert sorted(os.listdir(tmp_path)) == ["broken.bp", "kiosk.bp"]


def test_phase_service_scenario(run: Run) -> None:
    whole = run("render", "kiosk.bp", "-o", "-").stdout
    billing = run("render", "kiosk.bp", "-o", "-", "--phase", "billing").stdout
    coffee = run("render", "kiosk.bp", "-o", "-", "--service", "Coffee").stdout
    assert "Hands it over" in whole
    assert "Gives change" in billing
    assert "Hands it over" not in billing
    assert "Hands it over" in coffee
    assert "Gives change" not in coffee
    assert run("render", "kiosk.bp", "-o", "-", "--scenario", "rush").exit_code == 0
    for option, name in (("--phase", "before"), ("--service", "tea"), ("--scenario", "rus")):
        result = run("render", "kiosk.bp", "-o", "-", option, name)
        assert result.exit_code == 2
        assert name in result.output


@pytest.mark.parametrize("settings", ["", 'preset = "strict"', '[rules.job-missing]\nseverity = "error"'])
def test_a_weak_service_is_drawn_without_a_word(run: Run, tmp_path: Path, settings: str) -> None:
    weak = 'blueprint "Haircut"\nphase interaction { core "Cut" { step cut "Cut" { customer "Sits" takes 9min } } }\n'
    (tmp_path / "weak.bp").write_text(weak, "utf-8")
    (tmp_path / "blueprint.toml").write_text(settings, "utf-8")
    assert "warning[" in run("check", "weak.bp").output
    result = run("render", "weak.bp", "-o", "weak.svg")
    assert (result.exit_code, result.output) == (0, "weak.bp → weak.svg\n")


@pytest.mark.parametrize("view", ["handoffs", "flow"])
def test_views(run: Run, view: str) -> None:
    result = run("render", "kiosk.bp", "-o", "-", "--view", view)
    assert result.exit_code == 0, result.output
    assert "<svg" in result.stdout


def test_a_library_cannot_be_drawn(run: Run, tmp_path: Path) -> None:
    (tmp_path / "roles.bp").write_text('library roles "Roles"\nrole a "A" { staff 1 }\n', "utf-8")
    result = run("render", "roles.bp", "-o", "out.svg")
    assert result.exit_code == 2
    assert "is a library" in result.output


def test_the_graphviz_engine(run: Run, tmp_path: Path) -> None:
    result = run("render", "kiosk.bp", "--engine", "graphviz", "-o", "out.svg")
    assert result.exit_code == 0, result.output
    assert "Hands it over" in (tmp_path / "out.svg").read_text("utf-8")


def test_standard_input_to_standard_output(run: Run) -> None:
    result = run("render", "-", "-o", "-", given=SMALL)
    assert result.exit_code == 0
    assert result.stdout_bytes.rstrip().endswith(b"</svg>")


def test_a_folder_that_is_named_as_one_is_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.bp").write_text(SMALL, "utf-8")
    assert run("render", "kiosk.bp", "-o", "new/deep/").exit_code == 0
    assert run("render", "kiosk.bp", "two.bp", "-o", "pictures").exit_code == 0
    assert os.listdir("new/deep") == ["kiosk.svg"]
    assert sorted(os.listdir("pictures")) == ["kiosk.svg", "two.svg"]


def test_among_several_files_a_library_is_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a-roles.bp").write_text('library roles "Roles"\nrole a "A" { staff 1 }\n', "utf-8")
    result = run("render", "a-roles.bp", "kiosk.bp", "-o", "pictures/")
    assert result.exit_code == 0, result.output
    assert "a-roles.bp is a library: nothing to draw" in result.output
    assert os.listdir("pictures") == ["kiosk.svg"]


def test_an_output_that_does_not_say_its_format(run: Run) -> None:
    result = run("render", "kiosk.bp", "-o", "picture")
    assert result.exit_code == 2
    assert "Write `picture.svg`" in result.output


def test_a_part_cannot_be_chosen_where_the_whole_is_drawn(run: Run) -> None:
    result = run("render", "kiosk.bp", "--view", "flow", "--phase", "billing")
    assert result.exit_code == 2
    assert "`--view flow` draws all of it" in result.output


def test_a_service_slower_than_accepted_is_drawn_all_the_same(run: Run, tmp_path: Path) -> None:
    (tmp_path / "slow.bp").write_text(SMALL.replace("currency EUR", "currency EUR; acceptable 10s"), "utf-8")
    assert run("check", "slow.bp").exit_code == 1
    result = run("render", "slow.bp", "-o", "slow.svg")
    assert result.exit_code == 0
    assert "acceptable up to 10 s" in result.output
    assert (tmp_path / "slow.svg").exists()


def test_standard_input_goes_to_standard_output_by_itself(run: Run, tmp_path: Path) -> None:
    result = run("render", "-", given=SMALL)
    assert result.stdout_bytes.rstrip().endswith(b"</svg>")
    assert sorted(os.listdir(tmp_path)) == ["broken.bp", "kiosk.bp"]


@pytest.mark.parametrize(("option", "known"), [("--view", "handoffs"), ("--engine", "graphviz")])
def test_a_misspelt_choice_lists_the_known_ones(run: Run, option: str, known: str) -> None:
    result = run("render", "kiosk.bp", option, known[:-1])
    assert result.exit_code == 2
    assert f"Did you mean `{known}`?" in result.output


@pytest.mark.parametrize("view", ["blueprint", "handoffs", "flow"])
def test_every_view_says_which_scenario_it_shows(run: Run, view: str) -> None:
    assert "Rush hour" not in run("render", "kiosk.bp", "-o", "-", "--view", view).stdout
    assert "Rush hour" in run("render", "kiosk.bp", "-o", "-", "--view", view, "--scenario", "rush").stdout
