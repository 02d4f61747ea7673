"""One open page: what it wants to see, what it was told, and what it has to be told next."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from blueprint.diagnostics import Refusal
from blueprint.layout.view import VIEWS
from blueprint.lsp.document import Analysed, Project
from blueprint.lsp.places import real, uri_of
from blueprint.lsp.preview import Pictures, Wanted
from blueprint.lsp.preview import choices as choices_of
from blueprint.preview import told
from blueprint.preview.session import Session, read
from blueprint.render.themes import THEMES
from blueprint.workspace import open_source

if TYPE_CHECKING:
    from blueprint.preview.language import Language

PREFIX = "picture-"  # before each id in the picture, so that no name in a text can stand for a part of the page
_LONGEST = 500  # characters of what is chosen
_DRAWN = ("svg", "sheet")
Tell = Callable[[dict[str, Any]], Awaitable[None]]


class Viewer:
    """`tell` sends a message to the page. What has not changed is not sent again."""

    def __init__(self, session: Session, tell: Tell, language: Language | None = None) -> None:
        self.session, self.key, self._tell, self.language = session, secrets.token_urlsafe(8), tell, language
        self.wanted = Wanted()
        self.pictures = Pictures(prefix=PREFIX, faces=False)
        self.last: Analysed | None = None  # the newest version that could be read
        self.seen: set[str] = set()  # real paths that were looked for, found or not
        self._dirty, self._reread = asyncio.Event(), True
        self._sent: dict[str, Any] = {}

    @property
    def project(self) -> Project:
        return self.language.project if self.language else self.session.project

    # what happens

    def show(self, wish: Mapping[str, Any]) -> None:
        """Take what the page has chosen; what is not there to be chosen is passed over."""
        texts = {name: each for name in ("phase", "service", "scenario") if isinstance(each := wish.get(name, ""), str)}
        view, theme = wish.get("view"), wish.get("theme")
        self.wanted = Wanted(
            view=view if view in VIEWS else "blueprint",
            theme=theme if theme in THEMES else "light",
            **{name: each[:_LONGEST] for name, each in texts.items()},
        )
        self._dirty.set()

    def on_disk(self, paths: Iterable[str]) -> None:
        if self.language:
            self.language.on_disk(paths)
        self._reread = True
        self._dirty.set()

    def touch(self) -> None:
        """The text has changed in the editor."""
        self._dirty.set()

    # what is told

    async def run(self) -> None:
        """Greet the page; once it has said what it wants to see, tell it all there is, and from then on whatever
        changes. Ends when it is cancelled."""
        name, edit = os.path.basename(self.session.path), self.session.edit
        await self.tell(
            "hello", {"viewer": self.key, "edit": edit, "name": name, "views": list(VIEWS), "themes": list(THEMES)}
        )
        while True:
            await self._dirty.wait()
            self._dirty.clear()
            await self._look()

    async def _look(self) -> None:
        reread, self._reread = self._reread, False
        analysed = await self.session.workers.drawn(lambda: self.project.at(self.session.path))
        self.last = analysed or self.last
        if reread or analysed is None:  # what is open in an editor may be gone from disk
            await self.tell("state", {"problem": self._problem()})
        if self.last is None:
            self.seen = {real(self.session.path)}
            return
        await self._picture(self.last, gone=analysed is None)
        self.seen = {real(self.session.path), *self.last.reads.seen}
        if reread:
            await self._texts(self.last)
        if not self._dirty.is_set():  # of a version that has been overtaken nothing more is said
            await self._findings(self.last)

    async def _picture(self, analysed: Analysed, *, gone: bool) -> None:
        def work() -> tuple[dict[str, Any], dict[str, Any]]:
            choices = choices_of(analysed.model)
            wanted = self.possible(choices)
            drawn = self.pictures.draw(analysed, wanted)
            shown = told.picture(drawn, told.Places(analysed.sources, self.session.named))
            chosen = {"phase": wanted.phase, "service": wanted.service, "scenario": wanted.scenario}
            shown["message"] = shown["message"].replace(analysed.path, os.path.basename(self.session.path))
            return {"choices": choices, "chosen": chosen}, {**shown, "stale": drawn.stale or gone}

        about, shown = await self.session.workers.drawn(work)
        await self.tell("about", about)
        before = self._sent.get("picture", {})
        if shown != before:
            self._sent["picture"] = shown
            same = all(shown[name] == before.get(name) for name in _DRAWN)
            # Told of the same drawing only what else there is, the page keeps all that its reader did to it.
            await self._tell({"kind": "picture", **{k: v for k, v in shown.items() if not (same and k in _DRAWN)}})

    async def _findings(self, analysed: Analysed) -> None:
        def work() -> list[dict[str, Any]]:
            # Whoever started a preview of it means it to be a blueprint, whatever it looks like.
            every = analysed.resolved.diagnostics if analysed.foreign else analysed.findings
            return told.findings(every, told.Places(analysed.sources, self.session.named))

        checks = self.language.checks if self.language else self.session.workers.checks
        found = await asyncio.get_running_loop().run_in_executor(checks, work)
        await self.tell("findings", {"found": found, "wrong": self.project.wrong_settings})

    async def _texts(self, analysed: Analysed) -> None:
        """The files as they are on disk, those that the page has not got yet."""
        files = self.session.files(analysed)
        edit = self.session.edit
        known: dict[str, str] = self._sent.setdefault("texts", {})
        fresh = await self.session.workers.drawn(lambda: {name: read(path) for name, path in files.items()})
        new = {name: {"text": each.text, "hash": each.hash, "uri": uri_of(files[name]) if edit else ""}
               for name, each in fresh.items() if each.text is not None and known.get(name) != each.hash}  # fmt: skip
        known.update({name: each["hash"] for name, each in new.items()})
        if new:
            await self.tell("texts", {"files": list(files), "texts": new})

    def possible(self, choices: Mapping[str, list[list[str]]] | None = None) -> Wanted:
        """What of the wish there still is: a phase that was renamed cannot be shown, but the rest can."""
        choices = choices or choices_of(self.last.model if self.last else None)
        if not any(choices.values()):
            return self.wanted  # the text is broken: the picture is that of a version that may have had it
        chosen = {name: getattr(self.wanted, name) for name in choices}
        kept = {name: key for name, key in chosen.items() if key in [each[0] for each in choices[name]]}
        return Wanted(view=self.wanted.view, theme=self.wanted.theme, **kept)

    async def tell(self, kind: str, message: dict[str, Any]) -> None:
        if self._sent.get(kind) != message or kind == "texts":
            if kind != "texts":
                self._sent[kind] = message
            await self._tell({"kind": kind, **message})

    def _problem(self) -> str:
        """Why the text cannot be read."""
        try:
            open_source(self.session.shown)
        except Refusal as refusal:
            return str(refusal)
        return ""
