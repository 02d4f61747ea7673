"""SVG, read back by a parser of XML."""

from __future__ import annotations

import base64
import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from blueprint.layout.scene import Box, Item, Line, Mark, Route, Scene, Words
from blueprint.render import fonts, render
from blueprint.render.svg import lines_of, short_paths
from blueprint.render.texts import clean, link, name
from tests.render.readers import SVG, by_id, svg_bounds, svg_tree
from tests.render.scenes import ATTACKS, everything, foreign, hotel, line

SCENES = {"hotel": hotel, "everything": everything, "foreign": foreign}


@pytest.fixture(params=sorted(SCENES))
def scene(request: pytest.FixtureRequest) -> Scene:
    return SCENES[request.param]()


def test_every_id_is_there_once_and_in_order(scene: Scene) -> None:
    ids = [e.attrib["id"] for e in svg_tree(render(scene, "svg")).iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    # A second thing of one name has a number behind it.
    wanted = [name(item.id) for item in scene.items]
    found = [re.sub(r"-\d+$", "", i) for i in ids if not i.startswith("blueprint")]
    assert found == wanted


def test_nothing_comes_from_outside_and_nothing_runs(scene: Scene) -> None:
    data = render(scene, "svg")
    tree = svg_tree(data)
    assert {e.tag.removeprefix(SVG) for e in tree.iter()} <= {
        "svg", "title", "desc", "style", "g", "a", "rect", "circle", "path", "text",
    }  # fmt: skip
    for element in tree.iter():
        for key, value in element.attrib.items():
            assert not key.startswith("on")
            if key.endswith("href"):
                assert value.startswith(("https://", "http://", "mailto:"))
    style = next(tree.iter(f"{SVG}style")).text or ""
    assert "@import" not in style
    assert all(u.startswith("data:font/woff2;base64,") for u in re.findall(r"url\(([^)]*)\)", style))


def test_boxes_stand_where_the_scene_says(scene: Scene) -> None:
    found = by_id(svg_tree(render(scene, "svg")))
    for item in scene.items:
        if isinstance(item, Box) and item.shape != "circle":
            wanted = (item.x, item.y, item.x + item.width, item.y + item.height)
            assert svg_bounds(found[name(item.id)]) == pytest.approx(wanted, abs=0.01), item.id


def test_text_stays_text(scene: Scene) -> None:
    shown = ["".join(e.itertext()) for e in svg_tree(render(scene, "svg")).iter(f"{SVG}text")]
    wanted: list[str] = []
    for item in scene.items:
        wanted += [clean(t.text) for t in lines_of(item)]
        wanted += [item.letter] if isinstance(item, Mark) and item.letter else []
    assert shown == wanted


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib; from tests.render.scenes import everything; from blueprint.render import render;"
        "print(hashlib.sha256(render(everything(), 'svg', dark=True)).hexdigest())"
    )
    seen = set()
    for seed in ("0", "1"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
        )
        seen.add(run.stdout)
        assert run.returncode == 0, run.stderr
    assert len(seen) == 1


@pytest.mark.parametrize("text", ATTACKS)
def test_what_a_label_says_is_shown_and_never_obeyed(text: str) -> None:
    box = Box(
        id=text, role="cell", style=text, x=0, y=0, width=10, height=10, title=text, description=text, href=text,
        data={text or "k": text}, text=(line(text, 0, 0),),
    )  # fmt: skip
    tree = svg_tree(render(Scene(width=10, height=10, title=text, description=text, items=(box,)), "svg"))
    assert not list(tree.iter(f"{SVG}script"))
    assert not list(tree.iter(f"{SVG}a"))
    group = by_id(tree)[name(text)]
    assert [(e.tag.removeprefix(SVG), e.text) for e in group if e.text] == [
        ("title", clean(text)), ("desc", clean(text)), ("text", clean(text)),
    ]  # fmt: skip
    assert tree[0].text == clean(text)


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://a.example/b?c=1&d", True), ("mailto:a@b.example", True), ("HTTP://A.example", True),
        ("javascript:alert(1)", False), (" https://a.example", False), ("java\nscript:x", False),
        ("file:///etc", False),
        ("data:text/html,x", False), ("https://a b", False), ('https://a"b', False), ("//a.example", False),
        ("", False),
    ],
)  # fmt: skip
def test_only_plain_links_survive(target: str, kept: bool) -> None:
    assert link(target) == (target if kept else "")


def faces(data: bytes) -> list[tuple[str, bytes]]:
    style = next(svg_tree(data).iter(f"{SVG}style")).text or ""
    found = re.findall(r"font-weight:([\d ]+);unicode-range:[^;]*;src:url\(data:font/woff2;base64,([^)]*)\)", style)
    return [(weight, base64.b64decode(code)) for weight, code in found]


def test_the_font_inside_draws_every_character() -> None:
    ttlib = pytest.importorskip("fontTools.ttLib")
    pytest.importorskip("brotli")
    scene = everything()
    covered: dict[str, set[int]] = {}
    for weight, data in faces(render(scene, "svg")):
        covered.setdefault(weight, set()).update(ttlib.TTFont(io.BytesIO(data)).getBestCmap())
    for item in scene.items:
        for text in lines_of(item):
            own = covered["700" if text.bold else "400"] | covered["1 999"]
            for character in clean(text.text):
                if fonts.block_of(character) and not fonts.within(ord(character), fonts.SILENT):
                    assert ord(character) in own, character


def test_only_the_blocks_that_are_needed_are_inside() -> None:
    plain = Scene(width=9, height=9, title="", items=(Words(id="w", role="", lines=(line("Check in", 0, 9),)),))
    assert [weight for weight, _ in faces(render(plain, "svg"))] == ["400"]
    assert len(render(plain, "svg")) < 10_000
    assert not faces(render(plain, "svg", fonts=False))
    assert len(render(hotel(), "svg")) < 45_000


def spoken(element: ET.Element) -> list[str]:
    """What a screen reader meets, in order."""
    if element.attrib.get("aria-hidden") == "true":
        return []
    label = element.attrib.get("aria-label", "")
    if element.attrib.get("role") == "img":
        # Some browsers hand on the text inside as well; it must be hidden.
        assert not [said for child in element for said in spoken(child)]
        return [" — ".join(e.text or "" for e in element if e.tag in (f"{SVG}title", f"{SVG}desc"))]
    own = [label] if label else [element.text or ""] if element.tag == f"{SVG}text" else []
    return own + [said for child in element for said in spoken(child)]


def test_a_listener_meets_the_service_in_order() -> None:
    cell = Box(
        id="c", role="cell", style="cell", x=0, y=0, width=9, height=9, title="Customer: pay", description="1 min"
    )
    items: tuple[Item, ...] = (
        Box(id="lane", role="lane", style="lane", x=0, y=0, width=9, height=9, title="Customer actions"),
        Box(id="bar", role="bar", style="bar", x=0, y=0, width=9, height=9),
        Words(id="lane-name", role="lane-name", lines=(line("Customer", 0, 0),)),
        Words(id="title", role="title", lines=(line("Shop", 0, 0), line("v1", 0, 9))),
        Route(id="r", role="journey", style="edge.journey", points=((0, 0), (9, 0)), title="Pay leads to leave"),
        Words(id="s1", role="step", title="Step 1. Pay", lines=(line("1. Pay", 0, 0), line("4 min", 0, 9))),
        cell,
        Mark(id="m", role="mark", kind="fail", style="mark.fail", x=0, y=0, size=9, letter="F", title="Fails: card"),
        Words(id="s2", role="step", title="Step 2. Leave", lines=(line("2. Leave", 0, 0),)),
        Box(id="foot", role="foot-row", style="lane", x=0, y=0, width=9, height=9, title="Emotion"),
        Line(id="frame", role="frame", style="line.frame", x1=0, y1=0, x2=9, y2=0),
        Words(id="row-name", role="row-name", lines=(line("Emotion", 0, 0),)),
        Line(id="zero", role="scale", style="line.zero", x1=0, y1=0, x2=9, y2=0),
        Words(id="note", role="foot", lines=(line("from -2 to 2", 0, 0),)),
        Words(id="key", role="key", lines=(line("Fail point", 0, 0),)),
    )
    tree = svg_tree(render(Scene(width=9, height=9, title="Shop", description="Two steps", items=items), "svg"))
    assert spoken(tree) == [
        "Lanes", "Customer actions", "Shop", "v1", "Connections", "Pay leads to leave", "Step 1. Pay, 4 min",
        "Customer: pay — 1 min", "Fails: card", "Step 2. Leave", "Emotion", "from -2 to 2", "Key", "Fail point",
    ]  # fmt: skip
    assert tree.attrib["role"] == "graphics-document document"
    named = by_id(tree)
    assert named[tree.attrib["aria-labelledby"]].text == "Shop"
    assert named[tree.attrib["aria-describedby"]].text == "Two steps"


def test_programs_find_the_facts() -> None:
    found = by_id(svg_tree(render(hotel(), "svg")))
    assert found["step_3.frontstage"].attrib["data-lane"] == "frontstage"
    assert found["bags"].attrib["data-source"] == "step_1.backstage"
    assert found["bags"].attrib["data-target"] == "step_5.frontstage"


def test_no_folder_of_the_writer_is_told() -> None:
    def cell(key: str, file: str) -> Box:
        data = {"key": key, "file": file, "start": "1"}
        return Box(id=key, role="cell", style="cell", x=0, y=0, width=9, height=9, data=data)

    items = cell("a", "/home/me/shop.bp"), cell("b", "/home/me/lib/roles.bp"), cell("c:d", "/home/me/shop.bp")
    tree = svg_tree(render(Scene(width=9, height=9, title="", items=items), "svg"))
    assert tree.attrib["data-file"] == "shop.bp"
    found = by_id(tree)
    facts = {i: {k: v for k, v in found[i].attrib.items() if k.startswith("data-")} for i in ("a", "b", "c-d")}
    assert facts["a"] == {"data-start": "1"}
    assert facts["b"] == {"data-start": "1", "data-file": "lib/roles.bp"}
    assert facts["c-d"] == {"data-start": "1", "data-key": "c:d"}
    assert short_paths(["C:\\x\\a.bp"]) == {"C:\\x\\a.bp": "a.bp"}
    assert short_paths([]) == {}


def test_a_prefix_keeps_two_pictures_on_one_page_apart() -> None:
    one, two = (svg_tree(render(hotel(), "svg", prefix=p)) for p in ("a-", "b-"))
    assert not by_id(one).keys() & by_id(two).keys()
    style = next(one.iter(f"{SVG}style")).text or ""
    rules = re.findall(r"([^{}]+)\{", re.sub(r"@font-face\{[^}]*\}", "", style))
    assert all(rule == "#a-blueprint" or rule.startswith("#a-blueprint .") for rule in rules)


def test_both_themes_in_one_file() -> None:
    style = next(svg_tree(render(hotel(), "svg", dark=True)).iter(f"{SVG}style")).text or ""
    light, _, dark = style.partition("@media(prefers-color-scheme:dark)")
    assert ".paper{fill:#ffffff}" in light
    assert ".paper{fill:#12171f}" in dark
    assert set(re.findall(r"\.([\w-]+)\{", light)) == set(re.findall(r"\.([\w-]+)\{", dark))
