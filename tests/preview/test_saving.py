"""Saves: of the files that are shown, over the version the page knows, whole or not at all."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from blueprint.preview import saving
from blueprint.preview.saving import save
from blueprint.preview.session import OnDisk, Session, read
from tests.preview.running import SMALL, Running

NEW = SMALL.replace("Sleeps", "Dreams")


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_a_text_is_saved_and_drawn(editing: Running) -> None:
    with editing.page() as page:
        page.drawn()
        known = page.hear("texts")["texts"]["stay.bp"]["hash"]
        status, told = editing.save("stay.bp", NEW, known)
        assert status == 200
        assert editing.file.read_text("utf-8") == NEW
        assert told["hash"] == _hash(editing.file)
        assert "Dreams" in page.drawn()
        assert not [each for each in editing.file.parent.iterdir() if each.suffix == ".part"]


def test_what_somebody_else_changed_is_not_overwritten(editing: Running) -> None:
    known = _hash(editing.file)
    theirs = SMALL.replace("Pays", "Settles")
    editing.file.write_text(theirs, "utf-8")
    status, told = editing.save("stay.bp", NEW, known)
    assert status == 409
    assert "Another program has changed" in told["message"]
    assert told["text"] == theirs
    assert editing.file.read_text("utf-8") == theirs
    assert editing.save("stay.bp", NEW, told["hash"])[0] == 200, "over it, knowing what is there"
    assert editing.file.read_text("utf-8") == NEW


def test_what_is_no_text_any_more_is_not_taken_for_an_empty_one(editing: Running) -> None:
    with editing.page() as page:
        page.drawn()
        known = page.hear("texts")["texts"]["stay.bp"]["hash"]
        editing.file.write_bytes(b"\x89PNG\xff\xff")
        assert page.hear("state")["problem"]
        page.show(view="flow")
        assert page.drawn()
        status, told = editing.save("stay.bp", NEW, known)
        assert (status, told["text"]) == (409, None)


def test_a_deleted_file_is_written_anew_only_when_asked_twice(editing: Running) -> None:
    known = _hash(editing.file)
    editing.file.unlink()
    status, told = editing.save("stay.bp", NEW, known)
    assert status == 409
    assert "not on disk any more" in told["message"]
    assert not editing.file.exists()
    assert editing.save("stay.bp", NEW, told["hash"])[0] == 200
    assert editing.file.read_text("utf-8") == NEW


def test_no_other_file_is_written(editing: Running) -> None:
    folder = editing.file.parent.parent
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    for name in (
        "other.bp", "secret.txt", "blueprint.toml", "../outside.bp", "new.bp", "./stay.bp", "stay.bp/../other.bp",
        "/etc/hosts", "", ".", "..", "stay.bp\0", "STAY.BP", "project/stay.bp",
    ):  # fmt: skip
        target = editing.file.parent / name.replace("\0", "")
        known = _hash(target) if target.is_file() else ""
        assert editing.save(name, NEW, known)[0] == 403, name
    assert {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()} == before


def test_a_preview_that_looks_saves_nothing(running: Running) -> None:
    status, told = running.save("stay.bp", NEW, _hash(running.file))
    assert status == 403
    assert "--edit" in told["message"]
    assert running.file.read_text("utf-8") == SMALL


def test_used_files_can_be_saved_and_those_outside_the_project_not(project: Path) -> None:
    (project / "stay.bp").write_text('use "people.bp"\nuse "../outside.bp"\nuse "link.bp"\n' + SMALL, "utf-8")
    (project / "people.bp").write_text("library people {\n}\n", "utf-8")
    (project / "link.bp").symlink_to(project.parent / "outside.bp")
    with Running(project / "stay.bp", "--edit") as preview, preview.page() as page:
        assert page.hear("texts")["files"] == ["stay.bp", "people.bp"]
        people = project / "people.bp"
        assert preview.save("people.bp", "library people {\n}\n# more\n", _hash(people))[0] == 200
        assert people.read_text("utf-8").endswith("# more\n")
        outside = project.parent / "outside.bp"
        for name in ("../outside.bp", "link.bp", "outside.bp"):
            assert preview.save(name, "gone", _hash(outside))[0] == 403
        assert outside.read_text("utf-8") == "library outside {\n}\n"


@pytest.mark.parametrize(
    "body", [b"", b"x", b"[]", b"{}", b"null", b'{"file": 1, "text": "", "hash": ""}', b"[" * 100_000, b"\xff\xfe",
             b'{"file": "stay.bp", "text": 7, "hash": ""}', b'{"file": "stay.bp", "text": "\\ud800", "hash": ""}',
             b'{"file": "stay.bp", "text": "", "hash": []}'],
)  # fmt: skip
def test_nonsense_is_not_saved(project: Path, body: bytes) -> None:
    session = Session(str(project / "stay.bp"), edit=True)
    try:
        assert save(session, body).status in (400, 403)
    finally:
        session.close()
    assert (project / "stay.bp").read_text("utf-8") == SMALL


@pytest.mark.skipif(os.name == "nt", reason="links are others there")
def test_a_link_that_comes_after_the_check_leads_nowhere(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, outside = project / "stay.bp", tmp_path_factory.mktemp("elsewhere") / "outside.bp"
    outside.write_text(SMALL, "utf-8")
    session = Session(str(shown), edit=True)

    def read_and_link(path: str) -> OnDisk:
        found = read(path)
        if not shown.is_symlink():
            shown.unlink()
            shown.symlink_to(outside)
        return found

    monkeypatch.setattr(saving, "read", read_and_link)
    try:
        save(session, json.dumps({"file": "stay.bp", "text": NEW, "hash": _hash(shown)}).encode())
    finally:
        session.close()
    assert outside.read_text("utf-8") == SMALL


def test_line_ends_and_the_byte_order_mark_stay(editing: Running) -> None:
    editing.file.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert editing.save("stay.bp", NEW, _hash(editing.file))[0] == 200
    assert editing.file.read_bytes() == b"\xef\xbb\xbf" + NEW.replace("\n", "\r\n").encode()


@pytest.mark.skipif(os.name == "nt", reason="links and permissions are others there")
def test_permissions_and_links_stay(editing: Running) -> None:
    editing.file.chmod(0o640)
    assert editing.save("stay.bp", NEW, _hash(editing.file))[0] == 200
    assert editing.file.stat().st_mode & 0o777 == 0o640
    real = editing.file.with_name("real.bp")
    editing.file.rename(real)
    editing.file.symlink_to(real)
    status, told = editing.save("stay.bp", SMALL, _hash(real))
    assert (status, editing.file.is_symlink()) == (403, True), told
    assert real.read_text("utf-8") == NEW


def test_the_text_in_the_editor_is_drawn_before_it_is_saved(editing: Running) -> None:
    uri = editing.file.as_uri()
    with editing.page() as page:
        assert "Sleeps" in page.drawn()
        page.ask_language(1, "initialize", {"capabilities": {}})
        page.tell_language("initialized", {})
        opened = {"uri": uri, "languageId": "service-blueprint", "version": 0, "text": SMALL}
        page.tell_language("textDocument/didOpen", {"textDocument": opened})
        line = next(number for number, text in enumerate(SMALL.splitlines()) if "Sleeps" in text)
        start = SMALL.splitlines()[line].index("Sleeps")
        where = {"start": {"line": line, "character": start}, "end": {"line": line, "character": start + 6}}
        change = {"range": where, "text": "Dreams"}
        page.tell_language(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": 1}, "contentChanges": [change]}
        )
        assert "Dreams" in page.drawn()
        assert editing.file.read_text("utf-8") == SMALL
        found = page.ask_language(2, "textDocument/hover", {"textDocument": {"uri": uri}, "position": where["start"]})
        assert found is not None
