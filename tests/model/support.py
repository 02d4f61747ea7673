"""What the model's tests share: texts in memory, findings as short lines, models without places."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from blueprint.diagnostics import Diagnostic, apply
from blueprint.model import Resolved, resolve
from blueprint.model.entities import Blueprint
from blueprint.source import Source, Span

HEAD = 'blueprint test "Test"\n'


def model(text: str) -> Blueprint:
    """The model of a text that has no findings. A text without a head gets one."""
    resolved = resolved_of(text)
    messages = [found.message for found in resolved.diagnostics]
    assert not messages, messages
    assert resolved.blueprint is not None
    return resolved.blueprint


def resolved_of(text: str) -> Resolved:
    whole = text if text.lstrip().startswith(("blueprint", "library")) else HEAD + text
    return resolve(Source(whole, "test.bp"))


def findings(text: str) -> list[tuple[str, str]]:
    """Name and underlined text of every finding, in order."""
    resolved = resolved_of(text)
    return [(found.name, under_line(resolved, found.span)) for found in resolved.diagnostics]


def only(text: str, name: str) -> tuple[Diagnostic, Resolved]:
    """The one finding of a text, which has this name."""
    resolved = resolved_of(text)
    names = [found.name for found in resolved.diagnostics]
    assert names == [name], names
    return resolved.diagnostics[0], resolved


def under_line(resolved: Resolved, span: Span) -> str:
    return resolved.sources[span.file].slice(span)


def fixed(found: Diagnostic, resolved: Resolved) -> str:
    """The text after the finding's fix, without the head that `resolved_of` adds."""
    assert found.fix is not None
    text = resolved.sources[found.span.file].text
    return apply(text, [found.fix]).removeprefix(HEAD)


def bare(value: Any) -> Any:
    """A value without places, to compare what models mean."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [each.name for each in dataclasses.fields(value) if each.name not in ("span", "at", "symbols")]
        return type(value).__name__, {name: bare(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return tuple(bare(each) for each in value)
    if isinstance(value, Mapping):
        return {key: bare(each) for key, each in value.items()}
    return value


class Memory:
    """Files in memory below `/project`."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = files
        self.asked: list[str] = []

    def read(self, path: Path) -> Source:
        name = path.as_posix().removeprefix("/project/")
        self.asked.append(name)
        if name not in self.files:
            raise FileNotFoundError(name)
        data = self.files[name]
        return Source(data if isinstance(data, str) else data.decode("utf-8"), path.as_posix())

    def root(self, path: Path) -> Path:
        return Path("/project")


def in_project(files: Mapping[str, str | bytes], name: str = "main.bp") -> tuple[Resolved, Memory]:
    memory = Memory(files)
    text = files[name]
    assert isinstance(text, str)
    return resolve(Source(text, f"/project/{name}"), memory), memory
