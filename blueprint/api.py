"""The public face: load or parse a blueprint, then check it, draw it, or take its graph.

This module alone knows the order of the stages. Each is worked out when first asked for and kept.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from blueprint.diagnostics import Refusal, gravest_first
from blueprint.model import Files, Parse, Resolved, resolve
from blueprint.source import Source
from blueprint.workspace import Disk, open_source

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from blueprint.diagnostics import Diagnostic
    from blueprint.graph.flow import Flow
    from blueprint.layout import View
    from blueprint.layout.scene import Scene
    from blueprint.model.entities import Blueprint
    from blueprint.rules import Judged
    from blueprint.rules.settings import Settings
    from blueprint.syntax.format import Formatted

HARMLESS = ("acceptable-below-standard",)  # errors that leave the picture as true as it would be without them


class NotDrawable(Refusal, ValueError):
    """There is nothing to draw: the text is a library or no blueprint at all. The message says which."""


class Unknown(Refusal, ValueError):
    """A phase, service or scenario that the blueprint does not have. The message lists those it has."""


class Document:
    """One blueprint text and everything that follows from it."""

    def __init__(
        self, source: Source, *, files: Files | None = None, scenario: str = "", parse: Parse | None = None
    ) -> None:
        self.source = source
        self._files = files
        self._parse = parse
        self._scenario = scenario

    @cached_property
    def resolved(self) -> Resolved:
        return resolve(self.source, self._files, self._parse) if self._parse else resolve(self.source, self._files)

    @property
    def sources(self) -> dict[str, Source]:
        """Every text that was read, by the file name that spans carry."""
        return self.resolved.sources

    @cached_property
    def model(self) -> Blueprint | None:
        """The typed model, under the scenario if one was chosen; None when the text is no blueprint."""
        model = self.resolved.blueprint
        if model is None or not self._scenario:
            return model
        from blueprint.model import under

        return under(model, self._chosen_scenario(model))

    @property
    def is_library(self) -> bool:
        """Whether it only declares things for blueprints to use, and has nothing to draw."""
        return self.resolved.blueprint is not None and self.resolved.blueprint.library

    @cached_property
    def flow(self) -> Flow:
        """The graph in plain records, as the checks and the layout read it."""
        from blueprint.graph import build

        return build(self._drawable())

    def in_scenario(self, scenario: str) -> Document:
        """The same text with a scenario's changes; named by id or title. Raises `Unknown` when first used."""
        other = Document(self.source, files=self._files, scenario=scenario)
        other.__dict__["resolved"] = self.resolved
        return other

    def check(
        self, settings: Settings | None = None, between: Callable[[], None] | None = None
    ) -> tuple[Diagnostic, ...]:
        """Every finding, those of the text itself before those of each file that it uses: in each file errors, then
        warnings, then advice, and these by their place.

        No settings are those of a project that sets nothing; `blueprint.config` finds a project's own. `between` is
        called between two rules, and may raise."""
        return self.judged(settings, between).findings

    def judged(self, settings: Settings | None = None, between: Callable[[], None] | None = None) -> Judged:
        """What `check` finds, with whether more will be checked once its errors are mended."""
        from blueprint.rules import Judged, judge, sifted
        from blueprint.rules.settings import DEFAULT

        found, settings = self.resolved.diagnostics, settings or DEFAULT
        if self.model is None or self.model.library:  # no rule judges what is no blueprint, or not yet
            return Judged(gravest_first(sifted(found, self.source.path, settings, self.sources)), self.model is None)
        judged = judge(self.model, self.flow, found, settings, self.sources, between)
        return Judged(gravest_first(judged.findings), judged.waiting)

    def format(self, width: int = 100) -> Formatted:
        """The text in the one style, statements of at most `width` columns where they can be broken.

        A text that cannot be formatted comes back as it is, with the reason in `refusal`."""
        from blueprint.syntax.format import format_text

        return format_text(self.source, width)

    def graph(self) -> nx.MultiDiGraph[str]:
        """The service as one networkx graph; its nodes and edges are described in `blueprint.graph.network`."""
        from blueprint.graph.network import to_networkx

        return to_networkx(self.flow)

    def scene(self, *, view: str = "blueprint", phase: str = "", service: str = "") -> Scene:
        """The picture in plain numbers. Raises `NotDrawable`, and `Unknown` for a phase or service there is none of."""
        model = self._drawable()
        if view != "blueprint":
            from blueprint.layout.network import draw as draw_network

            return draw_network(model, self.flow, view, self._view(model, "", "").scenario)
        from blueprint.layout import draw

        return draw(model, self.flow, self._view(model, phase, service))

    def render(
        self, suffix: str = "svg", *, theme: str = "light", view: str = "blueprint", phase: str = "", service: str = "",
        **options: object,
    ) -> bytes:  # fmt: skip
        """The picture as a file's bytes. `suffix` is svg, png, pdf or dot; `options` are those of the format
        (`scale=2.0` for png, `page="A3"` for pdf). Raises `ValueError` for a suffix or theme that is not known."""
        from blueprint.render import render

        return render(self.scene(view=view, phase=phase, service=service), suffix, theme=theme, **options)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """What a notebook shows: the picture, and in words what it is of, for whoever does not see it.

        Of a text that cannot be drawn it is the reason why; a cell with a half-written blueprint is no crash."""
        from zlib import crc32

        from blueprint.render import render

        try:
            scene = self.scene()
        except NotDrawable as refusal:
            return {"text/plain": str(refusal)}
        said = ". ".join(part.rstrip(".") for part in (scene.title, scene.description) if part)
        # Notebooks put several pictures into one page; ids and styles of each are its own.
        prefix = f"bp-{crc32(scene.to_json().encode('utf-8', 'replace')):08x}-"
        return shown(render(scene, "svg", prefix=prefix), said)

    def _drawable(self) -> Blueprint:
        if self.model is None:
            raise NotDrawable(f"`{self.source.path}` is not a blueprint: its first statement is not `blueprint`.")
        if self.model.library:
            raise NotDrawable(f"`{self.source.path}` is a library: it declares things for blueprints to use, "
                              "and has no steps to draw.")  # fmt: skip
        return self.model

    def _chosen_scenario(self, model: Blueprint) -> str:
        return _choose("scenario", self._scenario, {s.key: s.title for s in model.scenarios.values()})

    def _view(self, model: Blueprint, phase: str, service: str) -> View:
        from blueprint.layout import View

        services = {s.key: s.title for s in model.services.values()}
        return View(
            phase=_choose_phase(model, phase) if phase else "",
            service=_choose("service", service, services) if service else "",
            scenario=model.scenarios[self._chosen_scenario(model)].label if self._scenario else "",
        )


def shown(svg: bytes, said: str) -> dict[str, str]:
    """A picture for notebooks, by media type, with the words for whoever does not see it.

    Notebooks show a bare SVG as an image without a name; as HTML it has one."""
    from binascii import b2a_base64

    from blueprint.render.texts import attribute

    address = "data:image/svg+xml;base64," + b2a_base64(svg, newline=False).decode("ascii")
    image = f'<img alt="{attribute(said)}" style="max-width:100%" src="{address}">'
    return {"text/html": image, "image/svg+xml": svg.decode("utf-8"), "text/plain": said}


def load(path: str | os.PathLike[str]) -> Document:
    """Read a blueprint from a file. Raises `blueprint.workspace.Unreadable` when the file cannot be read as text."""
    return Document(open_source(os.fspath(path)), files=Disk())


def parse(text: str, name: str = "<text>") -> Document:
    """Take a blueprint from a text; `use` finds nothing, since a text has no folder."""
    return Document(Source(text, name))


def _choose_phase(model: Blueprint, wanted: str) -> str:
    """The key of a phase named by id, title, key or kind (the first of that kind)."""
    for phase in model.phases:
        if wanted in (phase.key, phase.id, phase.title, phase.kind):
            return phase.key
    names = [p.title or p.kind for p in model.phases]
    raise Unknown(_no_such("phase", wanted, names))


def _choose(kind: str, wanted: str, table: dict[str, str]) -> str:
    """The key of an element named by its key or its title, letter case aside."""
    folded = wanted.casefold()
    for key, title in table.items():
        if folded in (key.casefold(), title.casefold()):
            return key
    raise Unknown(_no_such(kind, wanted, list(table)))


def _no_such(kind: str, wanted: str, known: list[str]) -> str:
    if not known:
        return f"This blueprint has no {kind}, so `{wanted}` cannot be chosen."
    return f"This blueprint has no {kind} `{wanted}`. It has: {', '.join(known)}."
