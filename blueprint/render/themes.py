"""Themes: tables of tokens, and the table of styles that each makes (names: see `blueprint.render`).

A theme here is data: hues for lanes, phases, marks; `_styles` is the one place that says which token dresses what.
"""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.records import dataclass, field
from blueprint.render import RenderError
from blueprint.spelling import unknown

Dash = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of thing looks. Colours are `#rrggbb` or empty for none; widths and dashes are pixels.

    `ink` is the colour of plain text inside. `head` is the form of an edge's arrow heads.
    """

    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: Dash = ()
    ink: str = ""
    head: str = "filled"  # or open
    cap: str = "butt"  # or round


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a theme says. A lane is (band, border and bar, inside of its cells); a phase, tier or mark (ground, ink)."""

    paper: str
    ink: str
    muted: str
    faint: str  # rules that carry no meaning
    lanes: Mapping[str, tuple[str, str, str]]  # "" is the row for a lane of one's own
    phases: Mapping[str, tuple[str, str]]
    core: tuple[str, str]
    marks: Mapping[str, tuple[str, str]]
    edge: str
    journey: str
    fails: str
    recovers: str
    emotion: str
    good: str
    bad: str
    link: str
    panel: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A named table of styles."""

    name: str
    tokens: Tokens
    styles: Mapping[str, Style]
    found: dict[str, Style] = field(default_factory=dict)

    def style(self, name: str) -> Style:
        """The row of this name, or of its longest known beginning up to a dot."""
        got = self.found.get(name)
        if got is None:
            got = self.found[name] = self.styles[self.row(name)]
        return got

    def row(self, name: str) -> str:
        """The name of the row that dresses `name`; `""` is the last resort."""
        while name and name not in self.styles:
            name = name.rpartition(".")[0]
        return name


def _styles(t: Tokens) -> dict[str, Style]:
    own = t.lanes[""]
    styles = {
        "": Style("", t.ink, 1, ink=t.ink),
        "lane": Style(own[0], ink=t.ink),
        "bar": Style(own[1], ink=t.paper),
        "cell": Style(own[2], own[1], 1.3, ink=t.ink),
        "cell.wait": Style(t.paper, t.marks["wait"][0], 1.3, ink=t.ink),
        "cell.pause": Style(t.paper, t.muted, 1.3, (4, 3), ink=t.muted),
        "cell.decision": Style(t.paper, t.journey, 1.6, ink=t.ink),
        "cell.recovery": Style(t.paper, t.recovers, 1.3, (6, 3), ink=t.ink),
        "phase": Style(*_ground(t.phases[""])),
        "service": Style(t.paper, t.muted, 1, ink=t.ink),
        "service.core": Style(t.core[0], t.core[0], 1, ink=t.core[1]),
        "service.facilitating": Style(t.paper, t.muted, 1.1, ink=t.ink),
        "service.enhancing": Style(t.paper, t.muted, 1.3, (1.3, 2.6), ink=t.ink, cap="round"),
        "parallel": Style(t.journey, ink=t.paper),
        "bracket": Style("", t.muted, 1.2, ink=t.muted),
        "tag": Style(t.panel, t.muted, 0.8, ink=t.muted),
        "node": Style(t.paper, t.journey, 1.3, ink=t.ink),
        "node.start": Style(t.journey, t.journey, 1.3, ink=t.paper),
        "node.end": Style(t.journey, t.journey, 1.3, ink=t.paper),
        "node.role": Style(t.lanes["frontstage"][2], t.lanes["frontstage"][1], 1.5, ink=t.ink),
        "node.persona": Style(t.lanes["customer"][2], t.lanes["customer"][1], 1.5, ink=t.ink),
        "node.system": Style(t.lanes["support"][2], t.lanes["support"][1], 1.5, ink=t.ink),
        "node.partner": Style(t.lanes["backstage"][2], t.lanes["backstage"][1], 1.5, ink=t.ink),
        "panel": Style(t.panel, ink=t.ink),
        "foot": Style(t.paper, t.faint, 1, ink=t.ink),
        "foot.pain": Style(t.paper, t.marks["pain"][0], 1, ink=t.ink),
        "foot.idea": Style(t.paper, t.marks["idea"][0], 1, ink=t.ink),
        "ruler": Style(t.panel, t.muted, 0.8, ink=t.ink),
        "ruler.standard": Style(t.journey, ink=t.paper),
        "ruler.acceptable": Style(t.panel, t.muted, 0.8, ink=t.ink),
        "key": Style(t.paper, t.muted, 1, ink=t.ink),
        "edge": Style("", t.edge, 1.2, ink=t.muted),
        "edge.journey": Style("", t.journey, 2, ink=t.ink),
        "edge.enables": Style("", t.edge, 1.1, (5, 3), ink=t.muted, head="open"),
        "edge.mutual": Style("", t.edge, 1.4, (9, 3), ink=t.muted, head="open"),
        "edge.fails_to": Style("", t.fails, 1.3, (6, 3), ink=t.bad),
        "edge.recovers_to": Style("", t.recovers, 1.3, (2, 2.5), ink=t.muted, head="open"),
        "edge.loop": Style("", t.journey, 1.2, ink=t.muted),
        "line": Style("", t.ink, 1, ink=t.muted),
        "line.interaction": Style("", t.ink, 1.3, (8, 5), ink=t.muted),
        "line.visibility": Style("", t.ink, 2, ink=t.muted),
        "line.internal": Style("", t.ink, 1.4, (1.4, 4), ink=t.muted, cap="round"),
        "line.extra": Style("", t.ink, 1.1, (8, 3, 1.5, 3), ink=t.muted),
        "line.frame": Style("", t.faint, 1, ink=t.muted),
        "line.zero": Style("", t.faint, 1, (2, 3), ink=t.muted),
        "line.ruler": Style("", t.muted, 0.8, ink=t.muted),
        "curve": Style("", t.emotion, 2, cap="round"),
        "curve.gap": Style("", t.emotion, 1.3, (2, 4), cap="round"),
        "mark": Style(t.muted, t.paper, 1.4, ink=t.paper),
        "mark.dot": Style(t.muted, t.paper, 1.4, ink=t.paper),
        "mark.dot.good": Style(t.good, t.paper, 1.4, ink=t.paper),
        "mark.dot.bad": Style(t.bad, t.paper, 1.4, ink=t.paper),
        "label": Style(t.paper, "", ink=t.ink),
        "text": Style(ink=t.ink),
        "text.muted": Style(ink=t.muted),
        "text.subtitle": Style(ink=t.muted),
        "text.time": Style(ink=t.muted),
        "text.line": Style(ink=t.muted),
        "text.bad": Style(ink=t.bad),
        "text.good": Style(ink=t.good),
        "text.link": Style(ink=t.link),
    }
    for lane, (band, border, inside) in t.lanes.items():
        if lane:
            styles[f"lane.{lane}"] = Style(band, ink=t.ink)
            styles[f"bar.{lane}"] = Style(border, ink=t.paper)
            styles[f"cell.{lane}"] = Style(inside, border, 1.3, ink=t.ink)
    for kind, ground in t.phases.items():
        if kind:
            styles[f"phase.{kind}"] = Style(*_ground(ground))
    for kind, (fill, ink) in t.marks.items():
        styles[f"mark.{kind}"] = Style(fill, t.paper, 1.4, ink=ink)
    return styles


def _ground(pair: tuple[str, str]) -> tuple[str, str, float, Dash, str]:
    return pair[0], "", 1.0, (), pair[1]


LIGHT = Tokens(
    paper="#ffffff", ink="#1b2330", muted="#56606e", faint="#d5dae1", panel="#f4f6f8",
    lanes={
        "": ("#f4f6f8", "#5c6672", "#ffffff"),
        "evidence": ("#f8f6f1", "#7f7252", "#ffffff"),
        "customer": ("#eff6ff", "#3572b8", "#ffffff"),
        "frontstage": ("#f0f9f5", "#1f8062", "#ffffff"),
        "backstage": ("#f6f3fb", "#7552b5", "#ffffff"),
        "support": ("#f5f7f9", "#5f6b7a", "#ffffff"),
        "emotion": ("#ffffff", "#687381", "#ffffff"),
    },
    phases={
        "": ("#46505e", "#ffffff"), "interaction": ("#2d5d8f", "#ffffff"), "billing": ("#97610f", "#ffffff"),
        "after-sales": ("#566b45", "#ffffff"),
    },
    core=("#1b2330", "#ffffff"),
    marks={
        "fail": ("#c02b30", "#ffffff"), "wait": ("#97610f", "#ffffff"), "moment": ("#2d5d8f", "#ffffff"),
        "pain": ("#a3235e", "#ffffff"), "idea": ("#1f7a5c", "#ffffff"),
    },
    edge="#4d5561", journey="#343c48", fails="#c02b30", recovers="#1f8062",
    emotion="#3572b8", good="#1f7a5c", bad="#b3262b", link="#1d5fa8",
)  # fmt: skip

DARK = Tokens(
    paper="#12171f", ink="#e9edf2", muted="#a5b0be", faint="#3a4452", panel="#1c232d",
    lanes={
        "": ("#1a212b", "#94a0b0", "#222b37"),
        "evidence": ("#1f1d18", "#b3a57f", "#2a2720"),
        "customer": ("#14202f", "#6aa5e8", "#1b2a3d"),
        "frontstage": ("#13231e", "#4fb894", "#1a2f28"),
        "backstage": ("#1f1a2b", "#a98be0", "#292238"),
        "support": ("#1a1f26", "#9aa7b8", "#232a34"),
        "emotion": ("#12171f", "#7d8896", "#1c232d"),
    },
    phases={
        "": ("#b8c2ce", "#12171f"), "interaction": ("#7fb2ea", "#12171f"), "billing": ("#e5a94b", "#12171f"),
        "after-sales": ("#a9d6c3", "#12171f"),
    },
    core=("#e9edf2", "#12171f"),
    marks={
        "fail": ("#ff8080", "#12171f"), "wait": ("#f0b452", "#12171f"), "moment": ("#7fb2ea", "#12171f"),
        "pain": ("#f092bd", "#12171f"), "idea": ("#6fd0aa", "#12171f"),
    },
    edge="#aab4c1", journey="#dbe1e8", fails="#ff8080", recovers="#4fb894",
    emotion="#6aa5e8", good="#5cc79d", bad="#ff8080", link="#8cbcf2",
)  # fmt: skip

# Works on a black-and-white printer: meaning is carried by lightness, line weight, dash, letter and shape.
PRINT = Tokens(
    paper="#ffffff", ink="#000000", muted="#444444", faint="#bbbbbb", panel="#f2f2f2",
    lanes={
        "": ("#f7f7f7", "#555555", "#ffffff"),
        "evidence": ("#ffffff", "#6e6e6e", "#ffffff"),
        "customer": ("#f0f0f0", "#000000", "#ffffff"),
        "frontstage": ("#ffffff", "#333333", "#ffffff"),
        "backstage": ("#ececec", "#555555", "#ffffff"),
        "support": ("#f7f7f7", "#6e6e6e", "#ffffff"),
        "emotion": ("#ffffff", "#6e6e6e", "#ffffff"),
    },
    phases={
        "": ("#4d4d4d", "#ffffff"), "interaction": ("#1f1f1f", "#ffffff"), "billing": ("#595959", "#ffffff"),
        "after-sales": ("#888888", "#000000"),
    },
    core=("#000000", "#ffffff"),
    marks={
        "fail": ("#000000", "#ffffff"), "wait": ("#5a5a5a", "#ffffff"), "moment": ("#333333", "#ffffff"),
        "pain": ("#000000", "#ffffff"), "idea": ("#5a5a5a", "#ffffff"),
    },
    edge="#555555", journey="#000000", fails="#000000", recovers="#555555",
    emotion="#000000", good="#666666", bad="#000000", link="#000000",
)  # fmt: skip

THEMES: dict[str, Tokens] = {"light": LIGHT, "dark": DARK, "print": PRINT}


def find_theme(name: str) -> Theme:
    """The theme of this name. Raises RenderError for an unknown one."""
    if name not in THEMES:
        raise RenderError(unknown("theme", name, THEMES))
    return Theme(name, THEMES[name], _styles(THEMES[name]))
