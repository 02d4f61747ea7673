"""A check in the editor: the settings of the project, its list of old findings, and then what the rules say."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from blueprint.config import Configurations, Misconfigured
from blueprint.diagnostics import Diagnostic, Refusal
from blueprint.rules.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed

log = logging.getLogger(__name__)


class Checker:
    """The settings as they are on disk now; made anew when a settings file changes.

    `wrong` are the sentences about settings files that cannot be understood, each once; until they are mended the
    project is checked as one that sets nothing.
    """

    def __init__(self) -> None:
        self._configurations = Configurations()
        self.wrong: dict[str, None] = {}

    def settings(self, path: str) -> Settings:
        """The settings in force for a file; a text that was never saved belongs to no project."""
        if not os.path.isabs(path):
            return DEFAULT
        try:
            return self._configurations.of(path)
        except Misconfigured as refusal:
            self.wrong.setdefault(str(refusal))
            return DEFAULT

    def check(self, analysed: Analysed) -> tuple[Diagnostic, ...]:
        """Every finding of a text and of the files it uses, those left out that the project has put off."""
        settings = analysed.settings
        found = analysed.document.check(settings, analysed.between)
        if not settings.baseline:
            return found
        from blueprint.rules.baseline import Baseline

        try:
            baseline = Baseline.load(settings.baseline)
        except Refusal as refusal:
            self.wrong.setdefault(str(refusal))
            return found
        return tuple(baseline.new(analysed.path, found, analysed.model))
