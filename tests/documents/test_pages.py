"""Fences of Markdown, by real builds with MkDocs and with Zensical."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.documents.making import (
    HAIRCUT,
    ROLES,
    WRONG,
    WRONG_COLUMN,
    WRONG_LINE,
    Html,
    assert_pictures_are_apart,
    indented,
    made,
    shown_in_the_manual,
    write,
)

CONFIGURATION = dict(shown_in_the_manual("site"))["mkdocs.yml"].replace(
    "markdown_extensions:\n", "plugins: []\nmarkdown_extensions:\n  - admonition\n"
)
FENCE = "```service-blueprint{}\n{}```\n"
makers = pytest.mark.parametrize("maker", ["mkdocs", "zensical"])


def _build(folder: Path, maker: str) -> subprocess.CompletedProcess[str]:
    return made(folder, "-m", maker, "build", "--strict")


def _page(folder: Path) -> Html:
    return Html((folder / "site" / "index.html").read_text(encoding="utf-8"))


def _project(folder: Path, page: str) -> Path:
    return write(folder, {"mkdocs.yml": CONFIGURATION, "docs/roles.bp": ROLES, "docs/index.md": page})


@makers
def test_what_the_manual_shows_is_built_without_a_warning(tmp_path: Path, maker: str) -> None:
    done = _build(write(tmp_path, dict(shown_in_the_manual("site"))), maker)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    page = _page(tmp_path)
    assert len(page.pictures()) == 2
    assert {"Haircut", "Come in, then go"} <= set(page.titles)
    assert_pictures_are_apart(page)


@makers
def test_the_same_picture_many_times_on_one_page(tmp_path: Path, maker: str) -> None:
    fence = FENCE.format("", HAIRCUT)
    quoted = "".join(f"> {line}" for line in fence.splitlines(keepends=True))
    page = "\n".join(["# Page\n", fence, fence, "!!! note\n\n" + indented(fence, 4), quoted])
    done = _build(_project(tmp_path, page), maker)
    assert done.returncode == 0, done.stderr
    assert len(_page(tmp_path).pictures()) == 4
    assert_pictures_are_apart(_page(tmp_path))


@makers
def test_the_page_says_whether_a_picture_is_dark(tmp_path: Path, maker: str) -> None:
    page = FENCE.format("", HAIRCUT) + "\n" + FENCE.format(' theme="dark"', HAIRCUT)
    assert _build(_project(tmp_path, page), maker).returncode == 0
    follows, stays = [sheet for sheet in _page(tmp_path).sheets if "@font-face" in sheet]
    assert "[data-md-color-scheme=slate]" in follows
    assert "[data-md-color-scheme=slate]" not in stays


@makers
def test_classes_and_id_of_a_fence_are_those_of_its_picture(tmp_path: Path, maker: str) -> None:
    page = FENCE.replace("service-blueprint{}", "{{.service-blueprint .wide #cut width=1400px}}").format(HAIRCUT)
    assert _build(_project(tmp_path, page), maker).returncode == 0
    holder = next(attrs for _, attrs in _page(tmp_path).elements if attrs.get("id") == "cut")
    assert holder["class"] == "service-blueprint wide"
    assert holder["tabindex"] == "0"


FRONT = "---\ntitle: A page\n---\n\n"
BROKEN_LIBRARY = HAIRCUT.replace("roles.bp", "broken.bp")
CASES = [
    (FRONT + FENCE.format("", WRONG), f"docs/index.md:{5 + WRONG_LINE}:{WRONG_COLUMN}", "did you mean `customer`?"),
    (
        "# Page\n\n" + FENCE.format("", HAIRCUT) + "\n!!! note\n\n" + indented(FENCE.format("", WRONG), 4),
        f"docs/index.md:{2 + 10 + 1 + 2 + 1 + WRONG_LINE}:{WRONG_COLUMN + 4}",
        "did you mean `customer`?",
    ),
    (
        "".join(f"> {line}" for line in FENCE.format("", WRONG).splitlines(keepends=True)),
        f"docs/index.md:{1 + WRONG_LINE}:{WRONG_COLUMN + 2}",
        "did you mean `customer`?",
    ),
    ("# P\n\n" + FENCE.format(' phase="nowhere"', HAIRCUT), "docs/index.md:3:1", "no phase `nowhere`"),
    ("# P\n\n" + FENCE.format(' vew="flow"', HAIRCUT), "docs/index.md:3:1", "Did you mean `view`?"),
    ("# P\n\n" + FENCE.format(' theme="drak"', HAIRCUT), "docs/index.md:3:1", "Did you mean `dark`?"),
    (FENCE.format("", ROLES), "docs/index.md:1:1", "is a library"),
    (FENCE.format("", HAIRCUT.replace("roles.bp", "../../secret.bp")), "docs/index.md:3:5", "lies outside the project"),
    (FENCE.format("", HAIRCUT.replace("roles.bp", "link.bp")), "docs/index.md:3:5", "lies outside the project"),
    (FENCE.format("", BROKEN_LIBRARY), "docs/broken.bp:2:1", "did you mean `role`?"),
]


@makers
@pytest.mark.parametrize(("page", "place", "said"), CASES)
def test_what_is_wrong_fails_the_build_where_it_stands(
    tmp_path: Path, maker: str, page: str, place: str, said: str
) -> None:
    folder = _project(tmp_path / "project", page)
    write(folder, {"../secret.bp": ROLES, "docs/broken.bp": 'library b "B"\nrolle x "X"\n'})
    (folder / "docs" / "link.bp").symlink_to(tmp_path / "secret.bp")
    done = _build(folder, maker)
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if f"{place}: " in line]
    assert any(said in line for line in told), done.stderr
    assert maker == "zensical" or "Traceback" not in done.stderr
