"""The directive of Sphinx, by real builds."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.documents.making import (
    HAIRCUT,
    ROLES,
    WRONG,
    WRONG_LINE,
    Html,
    assert_pictures_are_apart,
    indented,
    made,
    shown_in_the_manual,
    write,
)  # fmt: skip

CONF = 'project = "Services"\nextensions = ["blueprint.docs.sphinx"]\n'
HEAD = "Services\n========\n\n"
DIRECTIVE = ".. service-blueprint::{}\n\n{}\n"


def _inline(text: str = HAIRCUT, options: str = "") -> str:
    return DIRECTIVE.format("".join(f"\n   {each}" for each in options.splitlines()), indented(text, 3))


def _build(folder: Path, builder: str = "html", *arguments: str) -> subprocess.CompletedProcess[str]:
    return made(folder, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", builder, *arguments, ".", f"out/{builder}")


def _page(folder: Path, name: str = "index.html") -> Html:
    return Html((folder / "out" / "html" / name).read_text(encoding="utf-8"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path, {"conf.py": CONF, "roles.bp": ROLES, "cut.bp": HAIRCUT, "index.rst": HEAD + _inline()})


def test_what_the_manual_shows_is_built_without_a_warning(tmp_path: Path) -> None:
    write(tmp_path, dict(shown_in_the_manual("sphinx")))
    done = _build(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    page = _page(tmp_path)
    assert page.titles[1:] != []
    assert len(page.pictures()) == 2
    assert "What happens in the shop, step by step" in page.titles
    assert_pictures_are_apart(page)


def test_many_pages_read_in_parallel_share_no_id(project: Path) -> None:
    pages = {f"p{number}.rst": HEAD + _inline() + _inline() for number in range(6)}
    toctree = ".. toctree::\n\n" + "".join(f"   p{number}\n" for number in range(6))
    write(project, {**pages, "index.rst": HEAD + toctree})
    done = _build(project, "html", "-j", "2")
    assert (done.returncode, done.stderr) == (0, "")
    ids = [each["id"] for number in range(6) for each in _page(project, f"p{number}.html").pictures()]
    assert len(ids) == len(set(ids)) == 12


@pytest.mark.parametrize(
    ("builder", "file", "said"),
    [
        ("text", "index.txt", "[Haircut. Service blueprint with 2 steps in 5 lanes.]"),
        ("man", "services.1", "[Haircut. Service blueprint with 2 steps in 5 lanes.]"),
        ("texinfo", "services.texi", "[Haircut. Service blueprint with 2 steps in 5 lanes.]"),
        ("latex", "services.tex", r"\sphinxincludegraphics{{blueprint-"),
    ],
)
def test_builders_without_web_pages(project: Path, builder: str, file: str, said: str) -> None:
    done = _build(project, builder)
    assert (done.returncode, done.stderr) == (0, "")
    text = (project / "out" / builder / file).read_text(encoding="utf-8")
    assert said in text
    if builder == "latex":
        stem, suffix = re.findall(r"includegraphics\{\{(blueprint-\w+)\}\.(\w+)\}", text)[0]
        start = (project / "out" / "latex" / f"{stem}.{suffix}").read_bytes()[:5]
        assert start == (b"%PDF-" if suffix == "pdf" else b"\x89PNG\r")


def test_as_a_file_beside_the_page_it_is_an_image_with_its_words(project: Path) -> None:
    write(project, {"conf.py": CONF + 'service_blueprint_html = "file"\n'})
    assert _build(project).returncode == 0
    image = next(attrs for tag, attrs in _page(project).elements if tag == "img" and "blueprint" in attrs["src"])
    assert image["alt"] == "Haircut. Service blueprint with 2 steps in 5 lanes."
    assert (project / "out" / "html" / image["src"]).read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("builder", "file", "label"),
    [
        ("html", "html/index.html", 'class="service-blueprint wide" id="cut"'),
        ("latex", "latex/services.tex", r"\label{"),
    ],
)
def test_a_picture_as_a_file_can_be_referred_to_and_styled(project: Path, builder: str, file: str, label: str) -> None:
    page = HEAD + _inline(options=":name: cut\n:class: wide\n:width: 40em") + "See :ref:`the cut <cut>`.\n"
    write(project, {"conf.py": CONF + 'service_blueprint_html = "file"\n', "index.rst": page})
    done = _build(project, builder)
    assert (done.returncode, done.stderr) == (0, "")
    assert label in (project / "out" / file).read_text(encoding="utf-8")


def test_another_way_of_showing_pictures_is_told_of(project: Path) -> None:
    write(project, {"conf.py": CONF + 'service_blueprint_html = "inlin"\n'})
    done = _build(project)
    assert done.returncode == 1
    assert "`service_blueprint_html`" in done.stderr


LATE = """
def setup(app):
    def broken(*_):
        with open(app.srcdir / "roles.bp", "w") as file:
            file.write('library roles "Roles" rolle\\n')
    app.connect("env-updated", broken)
"""


@pytest.mark.parametrize(("builder", "file"), [("html", "index.html"), ("latex", "services.tex")])
def test_what_breaks_between_reading_and_writing_is_a_warning(project: Path, builder: str, file: str) -> None:
    write(project, {"conf.py": CONF + LATE})
    done = _build(project, builder)
    assert done.returncode == 1
    assert f"{project}/index.rst:4: WARNING: The picture is left out: " in done.stderr
    assert "Traceback" not in done.stderr
    text = (project / "out" / builder / file).read_text(encoding="utf-8")
    assert "[Haircut. Service blueprint with 2 steps in 5 lanes.]" in text


# What a page says; where its mistake is: a line of the page, or a file and a line; words of the message.
CASES = [
    (HEAD + _inline(WRONG), f"{5 + WRONG_LINE}", "did you mean `customer`?"),
    (HEAD + ".. include:: part.txt\n", f"part.txt:{3 + WRONG_LINE}", "did you mean `customer`?"),
    (HEAD + ".. service-blueprint:: wrong.bp\n", f"wrong.bp:{WRONG_LINE}", "did you mean `customer`?"),
    (HEAD + _inline(options=":phase: nowhere"), "4", "no phase `nowhere`"),
    (HEAD + _inline(options=":theme: drak"), "4", "Did you mean `dark`?"),
    (HEAD + _inline(options=":width: wide"), "4", "`wide` is not a width."),
    (HEAD + _inline(options=":view: flow\n:phase: billing"), "4", "draws all of it"),
    (HEAD + ".. service-blueprint:: roles.bp\n", "4", "is a library"),
    (HEAD + ".. service-blueprint:: gone.bp\n", "4", "There is no file `gone.bp`."),
    (HEAD + ".. service-blueprint:: ../secret.bp\n", "4", "lies outside the folder"),
    (HEAD + ".. service-blueprint:: /../secret.bp\n", "4", "lies outside the folder"),
    (HEAD + ".. service-blueprint:: link.bp\n", "4", "lies outside the folder"),
    (HEAD + ".. service-blueprint:: folder\n", "4", "is not a file"),
    (HEAD + _inline(HAIRCUT.replace("roles.bp", "../secret.bp")), "7", "lies outside the project"),
    (HEAD + _inline(HAIRCUT.replace("roles.bp", "broken.bp")), "broken.bp:2", "unknown-word"),
    (HEAD + ".. service-blueprint::\n", "4", "neither a file nor a text"),
]


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """All cases as the pages of one project, and the warnings of its build."""
    folder = tmp_path_factory.mktemp("cases") / "docs"
    part, broken = "\n" + _inline(WRONG), 'library b "B"\nrolle x "X"\n'
    write(folder, {"conf.py": CONF, "roles.bp": ROLES, "part.txt": part, "wrong.bp": WRONG, "broken.bp": broken})
    write(folder, {"folder/a.bp": ROLES, "../secret.bp": ROLES})
    write(folder, {"index.rst": HEAD + ".. toctree::\n   :glob:\n\n   case*\n"})
    write(folder, {f"case{number}.rst": rst for number, (rst, _, _) in enumerate(CASES)})
    (folder / "link.bp").symlink_to(folder.parent / "secret.bp")
    done = _build(folder)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return folder, [line for line in done.stderr.splitlines() if "WARNING:" in line]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_what_is_wrong_fails_the_build_where_it_stands(refused: tuple[Path, list[str]], number: int) -> None:
    folder, warnings = refused
    _, place, said = CASES[number]
    start = f"{folder}/{place if ':' in place else f'case{number}.rst:{place}'}: WARNING: "
    assert [line for line in warnings if line.startswith(start) and said in line] != [], warnings


MYST = """\
# Page

- In a list

  ```{service-blueprint}
  ---
  caption: A haircut
  ---
"""


def test_pages_of_myst_name_their_own_lines(project: Path) -> None:
    conf = 'project = "Services"\nextensions = ["myst_parser", "blueprint.docs.sphinx"]\nroot_doc = "page"\n'
    page = MYST + indented(WRONG, 2) + "  ```\n"
    write(project, {"conf.py": conf + 'exclude_patterns = ["index.rst"]\n', "page.md": page})
    done = _build(project)
    assert done.returncode == 1
    assert f"{project}/page.md:{8 + WRONG_LINE}: WARNING: `custommer`" in done.stderr


def test_a_page_is_made_anew_when_what_it_uses_has_changed(project: Path) -> None:
    write(project, {"index.rst": HEAD + ".. service-blueprint:: cut.bp\n", "other.rst": ":orphan:\n\nOther\n=====\n"})
    assert _build(project).returncode == 0
    write(project, {"roles.bp": ROLES.replace('"Barber"', '"Hairdresser"')})
    done = made(project, "-m", "sphinx", "-W", "-b", "html", ".", "out/html")
    assert "0 added, 1 changed, 0 removed" in done.stdout
    assert "Hairdresser" in (project / "out" / "html" / "index.html").read_text(encoding="utf-8")


def test_a_wider_root_is_a_decision_of_the_project(tmp_path: Path) -> None:
    conf = CONF + 'service_blueprint_root = ".."\n'
    write(tmp_path, {"services/cut.bp": HAIRCUT, "services/roles.bp": ROLES})
    docs = write(
        tmp_path / "docs", {"conf.py": conf, "index.rst": HEAD + ".. service-blueprint:: ../services/cut.bp\n"}
    )
    done = _build(docs)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(_page(docs).pictures()) == 1
