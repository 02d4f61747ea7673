"""What a page is told while files change: the new picture, what is wrong, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

from tests.preview.running import SMALL, Running

LIBRARY = """library people {
}
role clerk "Desk clerk" {
}
"""


def test_a_page_is_told_all_there_is(running: Running) -> None:
    with running.page() as page:
        assert page.hello["name"] == "stay.bp"
        assert page.hello["edit"] is False
        assert page.hear("about")["choices"]["phase"] == [["phase_1", "Before"], ["phase_2", "Leaving"]]
        assert "Sleeps" in page.drawn()
        place = page.picture["shapes"]["sleep.customer"]
        assert place["file"] == "stay.bp"
        assert SMALL.splitlines()[place["from"][0]].strip().startswith("customer")
        text = page.hear("texts")["texts"]["stay.bp"]
        assert text["text"] == SMALL
        assert text["uri"] == "", "a page that only looks is not told where the file lies"
        assert page.hear("findings")["found"]


def test_the_picture_is_drawn_anew_on_save(running: Running) -> None:
    with running.page() as page:
        page.drawn()
        page.hear("findings")  # the last of what is told at first: else the new text may be told with the old picture
        running.file.write_text(SMALL.replace("Sleeps", "Dreams"), "utf-8")
        assert "Dreams" in page.drawn()
        assert page.picture["stale"] is False
        assert "Dreams" in page.hear("texts")["texts"]["stay.bp"]["text"]


def test_a_file_that_is_renamed_over_is_followed(running: Running) -> None:
    """Most editors save like this."""
    with running.page() as page:
        page.drawn()
        beside = running.file.with_suffix(".tmp")
        beside.write_text(SMALL.replace("Sleeps", "Dreams"), "utf-8")
        beside.replace(running.file)
        assert "Dreams" in page.drawn()


def test_what_is_saved_again_unchanged_is_not_drawn_again(running: Running) -> None:
    with running.page() as page:
        page.drawn()
        page.hear("findings")
        running.file.write_text(SMALL + "# a remark at the end\n", "utf-8")
        page.hear("texts")
        running.file.write_text(SMALL.replace("Sleeps", "Dreams"), "utf-8")
        assert "Dreams" in page.drawn(), "the first new drawing is of the second save"


def test_a_broken_text_keeps_the_picture_and_says_so(running: Running) -> None:
    with running.page() as page:
        good = page.drawn()
        running.file.write_text(SMALL.replace('step sleep "Sleep" {', "step sleep Sleep {{"), "utf-8")
        assert page.hear("picture", stale=True).get("svg") is None
        assert page.picture["svg"] == good
        severities = [each["severity"] for each in page.hear("findings")["found"]]
        assert "error" in severities
        running.file.write_text(SMALL, "utf-8")
        page.hear("picture", stale=False)
        assert page.picture["svg"] == good


def test_a_deleted_file_is_told_of_and_found_again(running: Running) -> None:
    with running.page() as page:
        page.drawn()
        running.file.unlink()
        assert "There is no file" in _problem(page.hear("state"))
        page.hear("picture", stale=True)
        running.file.write_text(SMALL.replace("Sleeps", "Dreams"), "utf-8")
        assert _problem(page.hear("state")) == ""
        assert "Dreams" in page.drawn()


def test_a_page_that_comes_when_the_file_is_gone_is_told(running: Running) -> None:
    running.file.unlink()
    with running.page() as page:
        assert "There is no file" in _problem(page.hear("state"))
        running.file.write_text(SMALL, "utf-8")
        assert "Sleeps" in page.drawn()


def test_what_is_no_text_is_said_so(running: Running) -> None:
    with running.page() as page:
        page.drawn()
        running.file.write_bytes(b"\xff\xfe\x00bad")
        assert "UTF-16" in _problem(page.hear("state"))


def test_a_used_file_is_followed_there_and_back(project: Path) -> None:
    (project / "stay.bp").write_text('use "people.bp"\n' + SMALL.replace('"Greets"', '"Greets" by clerk'), "utf-8")
    with Running(project / "stay.bp") as preview, preview.page() as page:
        found = page.hear("findings")["found"]
        assert [each for each in found if each["severity"] == "error"], "there is no such file yet"
        (project / "people.bp").write_text(LIBRARY, "utf-8")
        assert "Desk clerk" in page.drawn()
        assert page.hear("texts")["files"] == ["stay.bp", "people.bp"]
        (project / "people.bp").write_text(LIBRARY.replace("Desk clerk", "Night porter"), "utf-8")
        assert "Night porter" in page.drawn()
        (project / "people.bp").write_text(LIBRARY + 'role { "', "utf-8")
        page.hear("picture", stale=True)
        found = page.hear("findings")["found"]
        assert any(each["severity"] == "error" and each["place"]["file"] == "people.bp" for each in found)


def test_the_settings_are_followed(running: Running, project: Path) -> None:
    with running.page() as page:
        before = page.hear("findings")["found"]
        assert any(each["severity"] == "warning" for each in before)
        (project / "blueprint.toml").write_text('ignore = ["W", "A"]\n', "utf-8")
        assert page.hear("findings")["found"] == []
        (project / "blueprint.toml").write_text("ignore = [", "utf-8")
        assert "blueprint.toml" in page.hear("findings")["wrong"][0]


def test_a_page_chooses_what_it_sees(running: Running) -> None:
    with running.page(theme="dark", view="handoffs") as page:
        dark = page.drawn()
        page.show(theme="light", phase="phase_2")
        second = page.drawn()
        assert "Sleeps" not in second
        assert "Pays" in second
        page.show(scenario="busy")
        assert "Busy night" in page.drawn()
        page.show(view="flow")
        assert page.drawn() not in (dark, second)


def test_a_choice_that_is_gone_is_given_up(running: Running) -> None:
    with running.page(scenario="busy") as page:
        assert "Busy night" in page.drawn()
        running.file.write_text(SMALL.partition("scenario")[0], "utf-8")
        assert page.hear("about")["chosen"]["scenario"] == ""
        assert "Busy night" not in page.drawn()


def test_a_choice_that_never_was_is_passed_over(running: Running) -> None:
    with running.page(view="../../etc", theme="url(x)", phase="</svg>") as page:
        assert "Sleeps" in page.drawn()


def test_pages_see_what_each_has_chosen(running: Running) -> None:
    with running.page(phase="phase_1") as first, running.page(phase="phase_2") as second:
        assert "Pays" not in first.drawn()
        assert "Sleeps" not in second.drawn()
        running.file.write_text(SMALL.replace("Sleeps", "Dreams").replace("Pays", "Settles"), "utf-8")
        assert "Dreams" in first.drawn()
        assert "Settles" in second.drawn()


def test_a_library_has_nothing_to_draw(project: Path) -> None:
    (project / "people.bp").write_text(LIBRARY, "utf-8")
    with Running(project / "people.bp") as preview, preview.page() as page:
        assert "is a library" in page.hear("picture")["message"]
        assert "clerk" in page.hear("texts")["texts"]["people.bp"]["text"]


def test_pictures_are_taken_home(running: Running) -> None:
    with running.page(theme="dark") as page:
        page.drawn()
        viewer = page.hello["viewer"]
        for kind, begin in {
            "svg": b"<svg",
            "png": b"\x89PNG",
            "pdf": b"%PDF",
            "dot": b"digraph",
            "bp": b"blueprint",
        }.items():
            status, body, headers = running.ask(f"export/{viewer}.{kind}?theme=light")
            assert status == 200, body
            assert begin in body[:4000], kind
            assert headers["Content-Disposition"] == f'attachment; filename="stay.{kind}"'
        assert b"@font-face" in running.ask(f"export/{viewer}.svg")[1], "it stands on its own"
    assert running.ask(f"export/{viewer}.svg")[0] == 409


def test_places_count_as_the_page_counts(project: Path) -> None:
    """Columns in UTF-16, lines as LF, CRLF and CR end them, and no byte order mark."""
    text = '\ufeffblueprint x "😀" { version "1" }\r\n'
    text += 'phase interaction "👩🏽‍💻" { core c "客" { step a "😀😀" { customer "x" } } }\r'
    (project / "stay.bp").write_bytes(text.encode())
    with Running(project / "stay.bp") as preview, preview.page() as page:
        page.drawn()
        place = page.picture["shapes"]["a.customer"]
        line = text.removeprefix("\ufeff").splitlines()[1]
        assert place["from"] == [1, len(line[: line.index("customer")].encode("utf-16-le")) // 2]


def _problem(message: dict[str, object]) -> str:
    return str(message["problem"])
