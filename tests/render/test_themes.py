"""Every theme can be read by everybody."""

from __future__ import annotations

from itertools import combinations

import pytest

from blueprint.layout.scene import Mark, MarkKind
from blueprint.render import RenderError, shapes
from blueprint.render.themes import THEMES, Theme, find_theme
from tests.render.colours import KINDS, contrast, difference

TEXT, GRAPHIC = 4.5, 3.0  # WCAG 2.2: 1.4.3 and 1.4.11
APART = 12.0  # CIE 1976; five times what is just noticeable
MARKS: tuple[MarkKind, ...] = ("fail", "wait", "moment", "pain", "idea")


@pytest.fixture(params=sorted(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    return find_theme(request.param)


def grounds(theme: Theme) -> dict[str, str]:
    """What text may stand on that has an ink of its own: paper, bands, cells, labels, tags, panels."""
    kept = ("lane", "cell", "label", "panel", "tag", "foot", "node", "ruler.acceptable", "service.facilitating")
    found = {"paper": theme.tokens.paper}
    for name, style in theme.styles.items():
        if name.startswith(kept) and style.fill and not name.startswith(("node.start", "node.end")):
            found[name] = style.fill
    return found


def test_text_is_readable_on_every_ground(theme: Theme) -> None:
    for ground, fill in grounds(theme).items():
        for name, style in theme.styles.items():
            if name.startswith("text"):
                assert contrast(style.ink, fill) >= TEXT, f"{name} on {ground}"


def test_text_is_readable_in_its_own_box(theme: Theme) -> None:
    checked = 0
    for name, style in theme.styles.items():
        if style.ink and not name.startswith("text"):
            # Where there is no fill of its own, the paper or a lane's band shows.
            for fill in [style.fill] if style.fill else grounds(theme).values():
                assert contrast(style.ink, fill) >= TEXT, f"{name} on {fill}"
                checked += 1
    assert checked > 30


def test_lines_and_signs_stand_out(theme: Theme) -> None:
    bands = [theme.tokens.paper, *(band for band, _, _ in theme.tokens.lanes.values())]
    plain = ("line.frame", "line.zero", "foot")  # order the page, carry no meaning
    for name, style in theme.styles.items():
        if name in plain:
            continue
        if name.startswith(("edge", "line", "cell", "curve", "node", "bracket", "service", "tag")) and style.stroke:
            for band in bands:
                assert contrast(style.stroke, band) >= GRAPHIC, f"{name} on {band}"
        if name.startswith(("mark", "bar", "phase", "parallel")):
            for band in bands:
                assert contrast(style.fill, band) >= GRAPHIC, f"{name} on {band}"


@pytest.mark.parametrize("kind", KINDS)
def test_phases_differ_for_every_eye(theme: Theme, kind: str) -> None:
    hues = {k: fill for k, (fill, _) in theme.tokens.phases.items() if k}
    for one, two in combinations(hues, 2):
        assert difference(hues[one], hues[two], kind) >= APART or kind == "none", f"{one}, {two}"


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_of_edges_differ_for_every_eye(theme: Theme, kind: str) -> None:
    """By dash, head or weight; by colour alone they never have to be told apart."""
    edges = {n: s for n, s in theme.styles.items() if n.startswith("edge.") and n != "edge.loop"} | {
        "edge": theme.styles["edge"]
    }
    # `mutual` has heads at both ends.
    edges.pop("edge.mutual")
    for one, two in combinations(edges.values(), 2):
        same_line = one.dash == two.dash and one.head == two.head
        assert not same_line or abs(one.width - two.width) >= 0.5, f"{one}, {two}"
    fails, journey = theme.style("edge.fails_to").stroke, theme.style("edge.journey").stroke
    assert difference(fails, journey, kind) >= APART or theme.name == "print" or kind in ("none", "protan")


def test_marks_differ_by_shape(theme: Theme) -> None:
    seen = set()
    for kind in MARKS:
        ground, sign = shapes.mark(Mark(id="", role="", kind=kind, style="", x=0, y=0, size=20))
        seen.add((type(ground).__name__, len(ground) if isinstance(ground, tuple) else 0, sign is not None))
        assert theme.style(f"mark.{kind}").fill
    assert len(seen) == len(MARKS)


@pytest.mark.parametrize("kind", [k for k in KINDS if k != "none"])
def test_moods_differ_for_every_eye(theme: Theme, kind: str) -> None:
    """Good and bad stand above and below the middle of the curve; their colours differ besides."""
    good, bad = theme.style("mark.dot.good").fill, theme.style("mark.dot.bad").fill
    assert difference(good, bad, kind) >= APART


def test_print_has_no_colour() -> None:
    for name, style in find_theme("print").styles.items():
        for colour in filter(None, (style.fill, style.stroke, style.ink)):
            assert colour[1:3] == colour[3:5] == colour[5:7], name


def test_all_themes_dress_the_same_things() -> None:
    tables = [set(find_theme(name).styles) for name in THEMES]
    assert all(table == tables[0] for table in tables)


def test_dark_and_light_give_the_plain_ink_to_the_same_text() -> None:
    """SVG says it once for the whole picture, for both."""
    light, dark = find_theme("light"), find_theme("dark")
    for name in light.styles:
        plain = light.styles[name].ink == light.tokens.ink
        assert (dark.styles[name].ink == dark.tokens.ink) == plain, name


def test_an_unknown_style_takes_the_row_of_its_beginning() -> None:
    theme = find_theme("light")
    assert theme.style("cell.courier") == theme.style("cell")
    assert theme.style("cell.recovery.courier") == theme.style("cell.recovery")
    assert theme.style("what.is.this") == theme.style("")


def test_an_unknown_theme_names_the_nearest() -> None:
    with pytest.raises(RenderError, match=r"no theme `drak`\. Did you mean `dark`\? Known: light, dark and print\."):
        find_theme("drak")
