"""`use`: libraries, each once, and no way out of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from blueprint.diagnostics import apply
from blueprint.model import Resolved, resolve
from blueprint.source import Source
from blueprint.workspace import Disk
from tests.model.support import in_project, under_line

MAIN = 'blueprint main "Main"\nuse "roles.bp"\nphase billing { step s { frontstage "x" by clerk } }\n'
ROLES = 'library roles\nrole clerk "Clerk"\n'


def told(resolved: Resolved) -> list[tuple[str, str, str]]:
    return [(d.name, under_line(resolved, d.span), d.message) for d in resolved.diagnostics]


def test_a_library_is_taken_in() -> None:
    resolved, memory = in_project({"main.bp": MAIN, "roles.bp": ROLES})
    assert told(resolved) == []
    assert resolved.blueprint is not None
    assert resolved.blueprint.cells["s.frontstage"].performers == ("clerk",)  # type: ignore[union-attr]
    assert resolved.blueprint.roles["clerk"].span.file == "/project/roles.bp"
    assert sorted(resolved.sources) == ["/project/main.bp", "/project/roles.bp"]
    assert under_line(resolved, resolved.blueprint.symbols["clerk"].definition) == "clerk"
    assert memory.asked == ["roles.bp"]


def test_libraries_use_libraries_and_each_is_read_once() -> None:
    resolved, memory = in_project({
        "main.bp": 'blueprint m\nuse "a.bp"\nuse "shared/b.bp"\nuse "./shared/../a.bp"\n',
        "a.bp": 'library a\nuse "shared/b.bp"\n',
        "shared/b.bp": 'library b\nuse "c.bp"\nrole r of p\n',
        "shared/c.bp": "library c\npartner p\n",
    })  # fmt: skip
    assert told(resolved) == []
    assert memory.asked == ["a.bp", "shared/b.bp", "shared/c.bp"]
    assert resolved.blueprint is not None
    assert resolved.blueprint.roles["r"].of == "p"


def test_a_circle_shows_the_loop() -> None:
    resolved, _ = in_project({
        "main.bp": 'blueprint m\nuse "a.bp"\n',
        "a.bp": 'library a\nuse "b.bp"\n',
        "b.bp": 'library b\nuse "a.bp"\n',
    })  # fmt: skip
    assert told(resolved) == [("use-cycle", '"a.bp"', "These files use each other in a circle: a.bp → b.bp → a.bp.")]
    assert resolved.diagnostics[0].span.file == "/project/b.bp"


def test_a_file_that_uses_itself() -> None:
    resolved, _ = in_project({"main.bp": 'blueprint m\nuse "main.bp"\n'})
    assert told(resolved) == [
        ("use-cycle", '"main.bp"', "These files use each other in a circle: main.bp → main.bp."),
    ]  # fmt: skip


def test_a_long_chain_of_libraries_is_no_crash() -> None:
    files: dict[str, str | bytes] = {f"l{i}.bp": f'library l{i}\nuse "l{i + 1}.bp"\n' for i in range(3000)}
    files |= {"main.bp": 'blueprint m\nuse "l0.bp"\n', "l3000.bp": "library last\nrole r\n"}
    resolved, _ = in_project(files)
    assert told(resolved) == []
    assert resolved.blueprint is not None
    assert list(resolved.blueprint.roles) == ["r"]


@pytest.mark.parametrize(
    "path",
    ["../other.bp", "a/../../other.bp", "/etc/passwd", "C:\\\\roles.bp", "c:/roles.bp",
     "\\\\\\\\host\\\\share\\\\roles.bp",
     "//host/roles.bp", "..\\\\other.bp", "~/roles.bp", "https://example.org/roles.bp"],
)  # fmt: skip
def test_no_way_out_of_the_project(path: str) -> None:
    resolved, memory = in_project({"main.bp": f'blueprint m\nuse "{path}"\n'})
    assert [name for name, _, _ in told(resolved)] == ["use-outside-root"]
    assert memory.asked == []


@pytest.mark.parametrize("path", ["\\u{0}.bp", "\\u{D800}.bp", "", ".", "a" * 5000, "x" * 300 + "/y.bp"])
def test_odd_paths_are_messages(path: str) -> None:
    resolved, _ = in_project({"main.bp": f'blueprint m\nuse "{path}"\n'})
    assert resolved.blueprint is not None
    assert [name for name, _, _ in told(resolved)] != []


def test_a_blueprint_is_no_library() -> None:
    resolved, _ = in_project({"main.bp": 'blueprint m\nuse "b.bp"\n', "b.bp": "blueprint b\nrole r\n"})
    assert told(resolved) == [("use-not-library", '"b.bp"', "`b.bp` is a blueprint, not a library.")]
    resolved, _ = in_project({"main.bp": 'blueprint m\nuse "b.bp"\n', "b.bp": "android { }\n"})
    assert told(resolved) == [("use-not-library", '"b.bp"', "`b.bp` is not a library.")]


def test_errors_in_a_library_stand_at_their_own_place_after_the_file_s_own() -> None:
    resolved, _ = in_project({
        "main.bp": 'blueprint m\nuse "roles.bp"\nphase billing { step a { -> b } }\n',
        "roles.bp": "library r\nrole a1 reports boss\n",
    })  # fmt: skip
    assert [(d.name, d.span.file) for d in resolved.diagnostics] == [
        ("unknown-reference", "/project/main.bp"), ("unknown-reference", "/project/roles.bp"),
    ]  # fmt: skip


def test_an_id_in_file_and_library() -> None:
    resolved, _ = in_project({"main.bp": MAIN + 'role clerk "Other"\n', "roles.bp": ROLES})
    found = resolved.diagnostics[0]
    assert (found.name, found.span.file, found.related[0].span.file) == (
        "duplicate-name", "/project/main.bp", "/project/roles.bp",
    )  # fmt: skip


def test_a_library_s_money_takes_the_currency_of_the_file() -> None:
    library = "library r\nrole clerk rate 20.00/h\nsystem s cost 1.00 EUR\n"
    resolved, _ = in_project({"main.bp": 'blueprint m { currency EUR }\nuse "r.bp"\n', "r.bp": library})
    assert told(resolved) == []
    resolved, _ = in_project({"main.bp": 'blueprint m { currency USD }\nuse "r.bp"\n', "r.bp": library})
    assert [(d.name, d.span.file) for d in resolved.diagnostics] == [("currency-mixed", "/project/r.bp")]


def test_a_text_alone_has_no_neighbours() -> None:
    resolved = resolve(Source(MAIN, "<stdin>"))
    assert [found.name for found in resolved.diagnostics] == ["use-missing", "unknown-reference"]


def test_a_library_is_a_model_too() -> None:
    resolved = resolve(Source(ROLES, "roles.bp"))
    assert told(resolved) == []
    assert resolved.blueprint is not None
    assert resolved.blueprint.library


# on a real disk


def on_disk(folder: Path, files: dict[str, str | bytes], name: str = "main.bp") -> Resolved:
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data if isinstance(data, bytes) else data.encode())
    disk = Disk()
    return resolve(disk.read(folder / name), disk)


def test_the_project_is_the_fence(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "house/blueprint.toml": "",
        "house/hotel/main.bp": 'blueprint m\nuse "../shared/roles.bp"\nuse "../../out.bp"\n',
        "house/shared/roles.bp": ROLES, "out.bp": ROLES,
    }  # fmt: skip
    resolved = on_disk(tmp_path, files, "house/hotel/main.bp")
    assert told(resolved) == [("use-outside-root", '"../../out.bp"', "`../../out.bp` lies outside the project.")]
    assert resolved.blueprint is not None
    assert list(resolved.blueprint.roles) == ["clerk"]


def test_links_are_no_way_out(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "roles.bp").write_text(ROLES)
    (tmp_path / "in").mkdir()
    os.symlink(tmp_path / "out" / "roles.bp", tmp_path / "in" / "roles.bp")
    os.symlink(tmp_path / "out", tmp_path / "in" / "folder")
    text = 'blueprint m\nuse "roles.bp"\nuse "folder/roles.bp"\n'
    resolved = on_disk(tmp_path, {"in/main.bp": text}, "in/main.bp")
    assert [name for name, _, _ in told(resolved)] == ["use-outside-root", "use-outside-root"]


def test_a_library_by_two_names_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "roles.bp").write_text(ROLES)
    os.symlink(tmp_path / "roles.bp", tmp_path / "same.bp")
    resolved = on_disk(tmp_path, {"main.bp": 'blueprint m\nuse "roles.bp"\nuse "same.bp"\n'})
    assert told(resolved) == []


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    resolved = on_disk(tmp_path, {"main.bp": 'blueprint m\nuse "lib/role.bp"\n', "lib/roles.bp": ROLES})
    found = resolved.diagnostics[0]
    assert (found.name, found.message) == (
        "use-missing", "There is no file `lib/role.bp` here; did you mean `lib/roles.bp`?",
    )  # fmt: skip
    assert found.fix is not None
    text = resolved.sources[found.span.file].text
    assert apply(text, [found.fix]) == 'blueprint m\nuse "lib/roles.bp"\n'


LACKS = 'phase interaction { step a { customer "x" by cook } }'
NEEDLESS = " Nothing here lacks a declaration, so the line may not be needed: then take it away."


@pytest.mark.parametrize(
    ("written", "rest", "help"),
    [
        ("zebra.bp", "", "the same folder as this file?" + NEEDLESS),
        ("lib/zebra.bp", "", "the folder `lib`, seen from this file?" + NEEDLESS),
        ("lib\\\\zebra.bp", "", "the folder `lib`, seen from this file?" + NEEDLESS),
        ("zebra.bp", LACKS, "the same folder as this file?"),
        ("zebra.bp", 'role = = "Cook"', "the same folder as this file?"),  # what is declared or named there is unknown
        ("zebra.bp", f'{LACKS}\nrole cook "Cook"', "the same folder as this file?" + NEEDLESS),
    ],
)
def test_a_missing_file_is_looked_for_or_not_needed(tmp_path: Path, written: str, rest: str, help: str) -> None:
    resolved = on_disk(tmp_path, {"main.bp": f'blueprint m\nuse "{written}"\n{rest}\n', "lib/roles.bp": ROLES})
    found = next(each for each in resolved.diagnostics if each.name == "use-missing")
    assert found.help == f"Is the name spelt right, and does the file lie in {help}"


def test_what_a_library_uses_is_for_others_too(tmp_path: Path) -> None:
    resolved = on_disk(tmp_path, {"main.bp": 'library m\nuse "zebra.bp"\n'})
    assert resolved.diagnostics[0].help.endswith("as this file?")
    resolved = on_disk(tmp_path, {"main.bp": 'blueprint m\nuse "all.bp"\n', "all.bp": 'library l\nuse "zebra.bp"\n'})
    assert resolved.diagnostics[0].help.endswith("as this file?")


def test_a_file_without_its_suffix_is_found(tmp_path: Path) -> None:
    resolved = on_disk(tmp_path, {"main.bp": 'blueprint m\nuse "lib/roles"\n', "lib/roles.bp": ROLES})
    assert resolved.diagnostics[0].message == "There is no file `lib/roles` here; did you mean `lib/roles.bp`?"


def test_what_cannot_be_read_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "folder.bp").mkdir()
    os.mkfifo(tmp_path / "pipe.bp")
    text = 'blueprint m\nuse "latin.bp"\nuse "folder.bp"\nuse "pipe.bp"\nrole r\n'
    resolved = on_disk(tmp_path, {"main.bp": text, "latin.bp": "library caf\xe9".encode("latin-1")})
    assert told(resolved) == [
        ("use-unreadable", '"latin.bp"', "`latin.bp` is not UTF-8 text."),
        ("use-unreadable", '"folder.bp"', "`folder.bp` is not a file."),
        ("use-unreadable", '"pipe.bp"', "`pipe.bp` is not a file."),
    ]
    assert resolved.blueprint is not None
    assert list(resolved.blueprint.roles) == ["r"]
