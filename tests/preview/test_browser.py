"""The page in Chromium: what its reader sees and does, by mouse, by touch and by keys alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest

from tests.editors.programs import must_run
from tests.preview.running import SMALL, Running
from tests.preview.test_guard import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""
if not CHROMIUM and not must_run("chromium"):
    pytest.skip("chromium is not installed", allow_module_level=True)
api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

LIMIT = 15_000  # milliseconds that anything on the page may take
BOX = '#stage [data-key="{}"]'
PLACE = "document.querySelector('#stage').style.transform"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with api.sync_playwright() as playwright:
        sandbox = [] if os.getuid() else ["--no-sandbox"]
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox, timeout=60_000)
        yield started
        started.close()


class Opened:
    """A page, and what must never happen on it: errors, refusals by its own policy, requests to elsewhere."""

    def __init__(self, browser: Browser, preview: Running, *, expected: str = "nothing", **settings: Any) -> None:
        size = settings.pop("size", (1400, 900))
        self.drawn = settings.pop("drawn", True)
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **settings)
        self.context.set_default_timeout(LIMIT)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.expected = expected
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self._console)
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda request: self._request(request.url, preview))
        self.page.goto(preview.address)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(dialog.message)
        dialog.dismiss()

    def _request(self, url: str, preview: Running) -> None:
        if not url.startswith((preview.address, "data:", "blob:")):
            self.wrong.append(url)

    def __enter__(self) -> Page:
        if self.drawn:
            self.page.wait_for_selector("#stage svg")
        self.page.wait_for_selector(".cm-content")
        return self.page

    def __exit__(self, kind: object, *_: object) -> None:
        self.context.close()
        if kind is None:
            assert [each for each in self.wrong if self.expected not in each] == []


def _line(page: Page) -> str:
    """The line that is lit, without what stands before it."""
    return (page.locator(".cm-editor:not([hidden]) .cm-lit").first.text_content() or "").strip()


def _until(page: Page, condition: str) -> None:
    """Wait for what a script says; the page's policy refuses the one that Playwright would wait with."""
    end = monotonic() + LIMIT / 1000
    while not page.evaluate(condition):
        assert monotonic() < end, condition
        page.wait_for_timeout(30)


def _says(page: Page, selector: str, words: str) -> None:
    page.wait_for_selector(f"{selector}:has-text({words!r})")


def _focus(page: Page) -> str:
    found: str = page.evaluate("(e => e.dataset?.key ?? (e.id || e.className || e.localName))(document.activeElement)")
    return found


# looking


def test_a_save_changes_the_picture_and_nothing_its_reader_did(browser: Browser, running: Running) -> None:
    with Opened(browser, running) as page:
        page.click("#closer")
        page.locator("#viewport").hover()
        page.mouse.wheel(40, 30)
        page.click(BOX.format("arrive.customer"))
        before = page.evaluate(PLACE)
        page.evaluate(
            """() => {
              window.empty = 0;
              const stage = document.querySelector('#stage');
              const look = () => {
                if (!stage.querySelector('svg rect')) window.empty += 1;
                requestAnimationFrame(look);
              };
              look();
            }"""
        )
        running.file.write_text(SMALL.replace("Sleeps", "Dreams"), "utf-8")
        page.wait_for_selector("#stage text:has-text('Dreams')")
        assert page.evaluate(PLACE) == before
        assert _focus(page) == "arrive.customer"
        assert page.locator(".lit-frame").count() == 1
        assert page.evaluate("window.empty") == 0, "the picture was never away"


def test_a_broken_text_keeps_the_picture(browser: Browser, running: Running) -> None:
    with Opened(browser, running) as page:
        running.file.write_text(SMALL.replace('"Sleep" {', '"Sleep" {{{'), "utf-8")
        _until(page, "document.querySelector('#problem').textContent.includes('last text that could be read')")
        assert page.locator("#stage text:has-text('Sleeps')").count()
        assert page.locator('.finding[data-severity="error"]').count()
        running.file.unlink()
        _says(page, "#problem", "There is no file")
        assert page.locator("#stage text:has-text('Sleeps')").count()
        running.file.write_text(SMALL, "utf-8")
        page.wait_for_selector("#problem:empty", state="attached")


def test_boxes_and_findings_lead_to_their_lines(browser: Browser, running: Running) -> None:
    with Opened(browser, running) as page:
        page.click(BOX.format("sleep.customer"))
        assert _line(page) == 'customer "Sleeps" takes 8h'
        finding = page.locator(".finding").first
        finding.click()
        number = int((finding.locator(".line").text_content() or "").rpartition(" ")[2])
        assert _line(page) == SMALL.splitlines()[number - 1].strip()


def test_with_keys_alone(browser: Browser, running: Running) -> None:
    with Opened(browser, running) as page:
        seen = []
        for _ in range(20):
            page.keyboard.press("Tab")
            seen.append(_focus(page))
            if seen[-1] == "viewport":
                break
        assert seen[:3] == ["view", "phase", "service"]
        start = page.evaluate(PLACE)
        page.keyboard.press("ArrowRight")
        moved = page.evaluate(PLACE)
        assert moved != start
        page.keyboard.press("+")
        assert page.evaluate(PLACE) != moved
        page.keyboard.press("0")
        assert page.evaluate(PLACE) == start
        page.keyboard.press("Tab")
        assert page.locator(".focus-frame").count() == 1
        while "." not in _focus(page):  # down from the headings to the cells
            page.keyboard.press("ArrowDown")
        first = _focus(page)
        page.keyboard.press("ArrowRight")
        assert _focus(page) != first
        page.keyboard.press("Enter")
        assert page.locator(".lit-frame").count() == 1
        assert _line(page)
        page.keyboard.press("Escape")
        assert _focus(page) == "viewport"
        for _ in range(6):
            page.keyboard.press("Tab")
            if "finding" in _focus(page):
                break
        page.keyboard.press("Enter")
        assert "finding" in _focus(page), "the list is gone through without losing the place in it"
        assert _line(page)
        page.locator("#theme").focus()
        page.keyboard.press("End")
        _until(page, "document.querySelector('#theme').value === 'print'")


def test_a_finger_moves_and_two_zoom(browser: Browser, running: Running) -> None:
    opened = Opened(browser, running, size=(390, 800), has_touch=True, is_mobile=True)
    with opened as page:
        box = page.locator("#viewport").bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        touch = opened.context.new_cdp_session(page)

        def fingers(kind: str, *points: tuple[float, float]) -> None:
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [
                {"x": px, "y": py, "id": number} for number, (px, py) in enumerate(points)]})  # fmt: skip

        start = page.evaluate(PLACE)
        fingers("touchStart", (x, y))
        fingers("touchMove", (x - 30, y + 20))
        fingers("touchEnd")
        moved = page.evaluate(PLACE)
        assert moved != start
        assert moved.rpartition("scale")[2] == start.rpartition("scale")[2]
        fingers("touchStart", (x - 20, y), (x + 20, y))
        fingers("touchMove", (x - 60, y), (x + 60, y))
        fingers("touchEnd")
        scale = [float(each.rpartition("scale(")[2].rstrip(")")) for each in (moved, page.evaluate(PLACE))]
        assert scale[1] > 2 * scale[0]
        page.locator(BOX.format("arrive.customer")).tap()
        assert _line(page) == 'customer "Arrives" takes 3min'


def test_the_theme_follows_the_system(browser: Browser, running: Running) -> None:
    paper = "getComputedStyle(document.querySelector('#stage .paper')).fill"
    with Opened(browser, running, color_scheme="light") as page:
        light = page.evaluate(paper)
        page.emulate_media(color_scheme="dark")
        _until(page, f"{paper} !== '{light}'")
        page.select_option("#theme", "light")
        _until(page, f"{paper} === '{light}'")


def test_what_is_drawn_is_chosen(browser: Browser, running: Running) -> None:
    with Opened(browser, running) as page:
        page.select_option("#phase", label="Leaving")
        page.wait_for_selector("#stage text:has-text('Sleeps')", state="detached")
        page.select_option("#view", "handoffs")
        _until(page, "document.querySelector('#phase').disabled")
        page.select_option("#view", "blueprint")
        page.select_option("#phase", "")
        page.select_option("#scenario", label="Busy night")
        page.wait_for_selector("#stage text:has-text('Busy night')")


def test_pictures_are_saved(browser: Browser, running: Running) -> None:
    with Opened(browser, running) as page:
        for word, name in {"SVG": "stay.svg", "PNG": "stay.png", "DOT": "stay.dot", "Text": "stay.bp"}.items():
            with page.expect_download() as download:
                page.click(f'[aria-label="Save as {word}"]')
            assert download.value.suggested_filename == name
            assert Path(download.value.path()).stat().st_size > 100


def test_a_lost_connection_is_told_and_found_again(browser: Browser, running: Running) -> None:
    opened = Opened(browser, running)
    with opened as page:
        sockets: list[Any] = []

        def through(socket: Any) -> None:
            socket.connect_to_server()
            sockets.append(socket)

        page.route_web_socket("**/live", through)
        page.reload()
        page.wait_for_selector("#stage svg")
        sockets[0].close(code=4000, reason="")
        _says(page, "#connection", "lost")
        page.wait_for_selector("#connection:empty", state="attached")
        running.file.write_text(SMALL.replace("Sleeps", "Dreams"), "utf-8")
        page.wait_for_selector("#stage text:has-text('Dreams')")


@pytest.mark.parametrize("mode", ["look", "edit"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, project: Path, scheme: str, mode: str) -> None:
    options = ["--edit"] if mode == "edit" else []
    with Running(project / "stay.bp", *options) as preview:
        for size in ((1400, 900), (390, 800)):
            # Axe is put into the page as a script, which the policy of the page would refuse.
            with Opened(browser, preview, size=size, color_scheme=scheme, bypass_csp=True) as page:
                page.wait_for_selector(".finding")
                (project / "stay.bp").write_text(SMALL.replace('"Sleep" {', '"Sleep" {{'), "utf-8")
                _until(page, "document.querySelector('#problem').textContent !== ''")
                page.click(".finding")
                found = axe.Axe().run(page).response["violations"]
                assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found] == []
                (project / "stay.bp").write_text(SMALL, "utf-8")


def test_script_in_labels_is_inert(browser: Browser, project: Path) -> None:
    (project / "stay.bp").write_text(HOSTILE.replace("alert(1)", "window.hit=1;alert(1)"), "utf-8")
    with Running(project / "stay.bp", "--edit") as preview, Opened(browser, preview) as page:
        page.wait_for_selector(".finding")
        for element in page.locator("#stage [role=button]").all():
            element.dispatch_event("click")
            element.dispatch_event("mouseover")
        page.hover(".cm-line >> text=core")
        page.wait_for_timeout(500)
        assert page.evaluate("window.hit") is None
        assert (
            page.locator("#stage script, #stage a, #stage img, #stage foreignObject, #found script, #found img").count()
            == 0
        )
        assert page.locator("a[href^='javascript']").count() == 0


def test_a_picture_that_was_tampered_with_is_cleaned(browser: Browser, running: Running) -> None:
    """Even if the renderer let something through, the page would not, and its policy besides."""
    with Opened(browser, running, expected="has been blocked") as page:
        left = page.evaluate(
            """async () => {
              const { Picture } = await import('./picture.js');
              const [viewport, stage] = [document.createElement('div'), document.createElement('div')];
              viewport.append(stage);
              document.body.append(viewport);
              const svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" '
                + 'viewBox="0 0 9 9" onload="window.hit=1"><script>window.hit=1</scr' + 'ipt>'
                + '<foreignObject><h:img src="x" onerror="window.hit=1"/></foreignObject>'
                + '<h:script>window.hit=1</h:script><a href="javascript:window.hit=1">'
                + '<g data-key="k" onclick="window.hit=1" style="fill:red"><rect/></g></a>'
                + '<a href="https://example.org/"><g data-key="l"><rect width="9" height="9"/></g></a>'
                + '<use href="https://evil.example/x#y"/><animate onbegin="window.hit=1"/></svg>';
              const picture = new Picture(viewport, stage, () => {});
              picture.show(svg, '', { k: {}, l: {} });
              await new Promise((done) => setTimeout(done, 200));
              const link = picture.linkOf('l');
              const html = stage.innerHTML;
              viewport.remove();
              return [html, window.hit ?? null, link, picture.linkOf('k')];
            }"""
        )
        html, hit, link, none = left
        assert hit is None
        assert (link, none) == ("https://example.org/", "")
        for word in (
            "script",
            "onload",
            "onclick",
            "onerror",
            "foreignObject",
            "use",
            "animate",
            "style",
            "javascript",
        ):
            assert word not in html, word


# editing


def _type_at(page: Page, line: str, text: str) -> None:
    """Put the cursor at the end of the line that has this text, and type."""
    page.locator(f".cm-line:has-text('{line}')").first.click()
    page.keyboard.press("End")
    page.keyboard.type(text)


def test_the_picture_is_live_while_typing(browser: Browser, editing: Running) -> None:
    with Opened(browser, editing) as page:
        _type_at(page, 'customer "Sleeps"', '\nfrontstage "Wakes the guest" takes 1min')
        page.wait_for_selector("#stage text:has-text('Wakes the')")
        assert "Not saved" in (page.text_content("#saved") or "")
        assert editing.file.read_text("utf-8") == SMALL
        page.wait_for_selector(".lit-frame")
        page.keyboard.press("Control+s")
        _says(page, "#saved", "Saved.")
        assert "Wakes the guest" in editing.file.read_text("utf-8")


def test_box_to_cursor_and_cursor_to_box(browser: Browser, editing: Running) -> None:
    with Opened(browser, editing) as page:
        page.click(BOX.format("pay.customer"))
        assert "cm-content" in _focus(page)
        assert _line(page) == 'customer "Pays" takes 1min'
        page.locator(".cm-line:has-text('Greets')").click()
        _until(page, "document.querySelector('.lit-frame') !== null")
        frame, box = (page.locator(each).bounding_box() for each in (".lit-frame", BOX.format("arrive.frontstage")))
        assert frame
        assert box
        assert abs(frame["x"] + frame["width"] / 2 - box["x"] - box["width"] / 2) < 5
        assert abs(frame["y"] + frame["height"] / 2 - box["y"] - box["height"] / 2) < 5


def test_squiggle_completion_hover_rename_format(browser: Browser, editing: Running) -> None:
    text = SMALL.replace('"Greets" takes', '"Greets 😀" by clerk takes') + 'role clerk "Desk clerk"\n'
    editing.file.write_text(text, "utf-8")
    with Opened(browser, editing) as page:
        _type_at(page, 'customer "Sleeps"', "\nfron")
        page.wait_for_selector(".cm-completionLabel:text('frontstage')")
        page.wait_for_timeout(200)  # a list that has just come takes no key yet, so that none is taken by mistake
        page.keyboard.press("Enter")
        page.keyboard.type(' "Knocks" by cler')
        page.wait_for_selector(".cm-lintRange-error")
        page.wait_for_selector(".cm-completionLabel:text('clerk')")
        page.keyboard.press("Escape")
        page.keyboard.type("k")
        page.wait_for_selector(".cm-lintRange-error", state="detached")
        page.locator(".cm-line:has-text('role clerk')").locator("text=clerk").first.hover()
        page.wait_for_selector(".cm-tooltip-hover:has-text('Desk clerk')")
        page.locator(".cm-line:has-text('role clerk')").click()
        page.keyboard.press("Home")
        for _ in range(6):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("F2")
        page.wait_for_selector(".cm-dialog input")
        page.locator(".cm-dialog input").fill("porter")
        page.keyboard.press("Enter")
        page.wait_for_selector(".cm-line:has-text('role porter')")
        assert page.locator(".cm-line:has-text('Greets 😀\" by porter takes')").count() == 1
        _type_at(page, 'customer "Pays"', "   ")
        page.click("#format")
        _until(page, "![...document.querySelectorAll('.cm-line')].some((line) => / $/.test(line.textContent))")


def test_a_finding_is_mended_from_the_list(browser: Browser, editing: Running) -> None:
    broken = SMALL.replace("facilitating leave", "facilitatng leave").replace("takes 8h", "takes 8h by nobody")
    editing.file.write_text(broken, "utf-8")
    with Opened(browser, editing) as page:
        page.locator(".fix").first.focus()
        label = page.locator(".fix").first.get_attribute("aria-label") or ""
        assert label.startswith("Fix line 16: ")
        page.keyboard.press("Enter")
        page.wait_for_selector(".cm-line:has-text('facilitating leave')")
        _says(page, "#told", "Mended.")
        _until(page, "!document.querySelector('.fix')")
        assert page.locator(".finding:has-text('nobody')").count() == 1
        assert page.evaluate("document.activeElement.closest('#findings') !== null")
        page.locator(".cm-content").first.focus()
        page.keyboard.press("Control+z")
        page.wait_for_selector(".cm-line:has-text('facilitatng leave')")


def test_a_text_is_begun_with_an_empty_page(browser: Browser, editing: Running) -> None:
    editing.file.write_text("", "utf-8")
    with Opened(browser, editing, drawn=False) as page:
        page.click(".cm-content")
        page.keyboard.type("blu")
        page.wait_for_selector(".cm-completionLabel:text('blueprint')")
        _says(page, "#found", "it begins with neither")


def test_two_writers_are_told_of_each_other(browser: Browser, editing: Running) -> None:
    with Opened(browser, editing, expected="409 (Conflict)") as page:
        _type_at(page, 'customer "Sleeps"', ' assumed "mine"')
        theirs = SMALL.replace("Pays", "Settles")
        editing.file.write_text(theirs, "utf-8")
        page.wait_for_selector("#conflict:not([hidden])")
        page.keyboard.press("Control+s")
        _says(page, "#conflict-text", "Another program")
        assert editing.file.read_text("utf-8") == theirs
        page.click("#mine")
        _says(page, "#saved", "Saved.")
        assert 'assumed "mine"' in editing.file.read_text("utf-8")
        _type_at(page, 'customer "Sleeps"', " # again")
        editing.file.write_text(theirs, "utf-8")
        page.wait_for_selector("#conflict:not([hidden])")
        page.click("#theirs")
        page.wait_for_selector(".cm-line:has-text('Settles')")
        assert page.text_content("#saved") == "Saved."


def test_a_rename_goes_through_all_files_and_all_are_saved(browser: Browser, project: Path) -> None:
    people = project / "people.bp"
    people.write_text('library people {\n}\nrole clerk "Desk clerk"\nrole {\n', "utf-8")
    text = SMALL.replace('"Greets"', '"Greets" by clerk').replace('"Pays"', '"Pays" by clerk')
    (project / "stay.bp").write_text('use "people.bp"\n' + text, "utf-8")
    with Running(project / "stay.bp", "--edit") as preview, Opened(browser, preview) as page:
        page.click(".finding:has-text('people.bp, line 4')")
        assert _line(page) == "role {"
        assert page.input_value("#file") == "people.bp"
        page.select_option("#file", "stay.bp")
        page.locator(".cm-line:visible:has-text('Greets')").click()
        page.locator(".cm-line:visible:has-text('Greets') >> text=clerk").first.click()
        page.keyboard.press("F12")
        _until(page, "document.querySelector('#file').value === 'people.bp'")
        page.keyboard.press("F2")
        page.wait_for_selector(".cm-dialog input")
        page.locator(".cm-dialog input").fill("porter")
        page.keyboard.press("Enter")
        page.wait_for_selector(".cm-line:visible:has-text('role porter')")
        page.keyboard.press("Control+s")
        _says(page, "#saved", "Saved.")
        assert 'role porter "Desk clerk"' in people.read_text("utf-8")
        assert (project / "stay.bp").read_text("utf-8").count("by porter") == 2


def test_a_file_that_is_deleted_stays_in_the_editor(browser: Browser, editing: Running) -> None:
    with Opened(browser, editing, expected="409 (Conflict)") as page:
        page.wait_for_selector(".finding")
        editing.file.unlink()
        _says(page, "#problem", "There is no file")
        assert page.locator(".cm-line:has-text('Sleeps')").count() == 1
        page.click("#save")
        _says(page, "#conflict-text", "not on disk any more")
        page.click("#mine")
        _until(page, "document.querySelector('#conflict').hidden")
        assert editing.file.read_text("utf-8") == SMALL
        page.wait_for_selector("#problem:empty", state="attached")


def test_after_a_lost_connection_the_language_server_is_there_again(browser: Browser, editing: Running) -> None:
    opened = Opened(browser, editing)
    with opened as page:
        sockets: list[Any] = []

        def through(socket: Any) -> None:
            socket.connect_to_server()
            sockets.append(socket)

        page.route_web_socket("**/live", through)
        page.reload()
        page.wait_for_selector(".cm-content")
        _type_at(page, 'customer "Sleeps"', '\nfrontstage "Wakes the guest"')
        page.wait_for_selector("#stage text:has-text('Wakes the')")
        sockets[0].close(code=4000, reason="")
        _says(page, "#connection", "lost")
        page.keyboard.type(" nonsense")
        page.wait_for_selector("#connection:empty", state="attached")
        page.wait_for_selector(".cm-lintRange-error")
        for _ in " nonsense":
            page.keyboard.press("Backspace")
        page.keyboard.type(" takes 2min")
        page.wait_for_selector(".cm-lintRange-error", state="detached")
        page.wait_for_selector("#stage text:has-text('2 min')")


def test_a_text_that_others_save_is_taken_over(browser: Browser, editing: Running) -> None:
    with Opened(browser, editing) as page:
        editing.file.write_text(SMALL.replace("Pays", "Settles"), "utf-8")
        page.wait_for_selector(".cm-line:has-text('Settles')")
        page.wait_for_selector("#stage text:has-text('Settles')")
        assert page.text_content("#saved") == "Saved."
