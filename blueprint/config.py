"""The project's settings: `blueprint.toml`, or `[tool.blueprint]` in `pyproject.toml`.

The nearest such file upwards from a blueprint holds for it, and nothing above the project's root is looked at. In one
folder `blueprint.toml` goes before `pyproject.toml`. Files are not merged: one says everything.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from typing import NoReturn

from blueprint.diagnostics import Refusal, Severity
from blueprint.rules import find, known
from blueprint.rules.base import Option
from blueprint.rules.settings import DEFAULT, PRESETS, SEVERITIES, Selection, Settings, problem
from blueprint.spelling import nearest as nearest_words
from blueprint.syntax.write import WIDTHS
from blueprint.workspace import OUR_TABLE, SHARED_SETTINGS, is_root, settings_file, shown

KEYS = ("preset", "select", "extend-select", "ignore", "per-file-ignores", "rules", "baseline", "line-width")


class Misconfigured(Refusal):
    """A settings file that says something it cannot say; the message names the file, the line and the way out."""


class Configurations:
    """The settings of every file that is checked, each settings file read once."""

    def __init__(self) -> None:
        self._by_folder: dict[str, Settings] = {}

    def of(self, path: str) -> Settings:
        """The settings for the blueprint at a path, which need not exist. Raises `Misconfigured`."""
        return self._of_folder(os.path.dirname(os.path.realpath(path)))

    def _of_folder(self, folder: str) -> Settings:
        passed = []
        while folder not in self._by_folder:
            passed.append(folder)
            above = os.path.dirname(folder)
            if above == folder or is_root(folder):
                file = settings_file(folder)
                self._by_folder[folder] = load(file) if file else DEFAULT
                break
            folder = above
        settings = self._by_folder[folder]
        self._by_folder.update(dict.fromkeys(passed, settings))
        return settings


def load(file: str) -> Settings:
    """The settings in a file. Raises `Misconfigured`, also when the file cannot be read."""
    name = shown(file)
    try:
        with open(file, "rb") as stream:
            text = stream.read().decode("utf-8-sig")
    except OSError as error:
        raise Misconfigured(f"`{name}` cannot be read: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise Misconfigured(f"`{name}` is not UTF-8 text. Save it as UTF-8 and try again.") from None
    table = _parsed(text, name)
    if os.path.basename(file) == SHARED_SETTINGS:
        tool = table.get("tool")
        ours = tool.get("blueprint") if isinstance(tool, dict) else None
        if not isinstance(ours, dict):
            raise Misconfigured(f"`{name}` has no table `[tool.blueprint]`.")
        table = ours
    return _Reader(name, text, os.path.dirname(os.path.realpath(file))).settings(table)


def _parsed(text: str, name: str) -> dict[str, object]:
    import tomllib  # half a start of Python: only for those who have settings

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Misconfigured(f"`{name}` cannot be read as TOML: {error}.") from None


class _Reader:
    """Reads one table, and says of what is wrong in it where it stands."""

    def __init__(self, shown: str, text: str, folder: str) -> None:
        self.shown, self.lines, self.folder = shown, text.splitlines(), folder
        # Other tools' tables in the same file have keys of the same names.
        self.first = next((n for n, line in enumerate(self.lines) if re.match(OUR_TABLE, line.encode())), 0)
        self.known = known()

    def settings(self, table: Mapping[str, object]) -> Settings:
        for key in table:
            if key not in KEYS:
                self.refuse(key, f"there is no key `{key}`.{_nearest(key, KEYS, 'The keys are')}")
        preset = self.word(table, "preset", "recommended")
        if preset not in PRESETS:
            self.refuse("preset", f"there is no preset `{preset}`.{_nearest(preset, PRESETS, 'There are')}")
        select = self.selectors(table, "select") if "select" in table else None
        extend, ignore = self.selectors(table, "extend-select"), self.selectors(table, "ignore", ignoring=True)
        severities, options = self.rules(self.table(table, "rules"))
        per_file = self.table(table, "per-file-ignores")
        baseline = self.word(table, "baseline", "")
        return Settings(
            preset,
            (Selection(select, extend, ignore),) if select is not None or extend or ignore else (),
            severities,
            options,
            tuple((glob, self.selectors(per_file, glob, ignoring=True)) for glob in per_file),
            self.folder,
            os.path.join(self.folder, baseline) if baseline else "",
            line_width=self.line_width(table),
        )

    def line_width(self, table: Mapping[str, object]) -> int:
        value = table.get("line-width", DEFAULT.line_width)
        if isinstance(value, bool) or not isinstance(value, int) or value not in WIDTHS:
            limits = f"from {WIDTHS[0]} to {WIDTHS[-1]}"
            self.refuse("line-width", f"`line-width` is a whole number of columns, {limits}: `line-width = 100`.")
        return value

    def rules(self, table: Mapping[str, object]) -> tuple[dict[str, Severity], dict[tuple[str, str], float]]:
        severities: dict[str, Severity] = {}
        numbers: dict[tuple[str, str], float] = {}
        for name in table:
            if name not in self.known:
                self.refuse(name, f"there is no rule `{name}`.{_nearest(name, self.known, '')}")
            rule = find(name)
            options = {each.name: each for each in rule.options} if rule else {}
            values = self.table(table, name)
            for key, value in values.items():
                if key == "severity":
                    severities[name] = self.severity(value)
                elif key in options:
                    numbers[name, key] = self.number(options[key], value)
                else:
                    allowed = ["severity", *options]
                    self.refuse(key, f"the rule `{name}` has no `{key}`.{_nearest(key, allowed, 'It has')}")
        return severities, numbers

    def severity(self, value: object) -> Severity:
        found = next((each for each in SEVERITIES if each == value), None)
        if found is None:
            hint = " To have none of it, write its name into `ignore`." if value in ("off", "none", "ignore") else ""
            self.refuse("severity", f"a severity is one of {', '.join(SEVERITIES)}.{hint}")
        return found

    def number(self, option: Option, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            self.refuse(option.name, f"`{option.name}` is a number. {option.doc}")
        if not option.least <= value <= option.most:
            most = "" if math.isinf(option.most) else f" and at most {option.most:g}"
            self.refuse(option.name, f"`{option.name}` is at least {option.least:g}{most}. {option.doc}")
        return float(value)

    def selectors(self, table: Mapping[str, object], key: str, *, ignoring: bool = False) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.refuse(key, f'`{key}` is a list of rules, codes or kinds, for example `["recovery-missing", "A"]`.')
        for each in value:
            wrong = problem(each, self.known, ignoring=ignoring)
            if wrong:
                self.refuse(each, wrong[0].lower() + wrong[1:], key)
        return tuple(value)

    def table(self, table: Mapping[str, object], key: str) -> Mapping[str, object]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, f"`{key}` is a table: `[{key}]` on its own line, and below it one `name = value` a line.")
        return value

    def word(self, table: Mapping[str, object], key: str, default: str) -> str:
        value = table.get(key, default)
        if not isinstance(value, str):
            self.refuse(key, f'`{key}` is a text in quotation marks: `{key} = "…"`.')
        return value

    def refuse(self, key: str, message: str, after: str = "") -> NoReturn:
        """Raise with the line on which a key, or a value after a key, is first written."""
        word = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")
        lines = list(enumerate(self.lines, 1))[self.first :]
        begin = next((n for n, line in lines if after in line), 0)
        numbers = [n for n, line in lines if n >= begin and word.search(line.partition("#")[0])]
        where = f", line {numbers[0]}" if numbers else ""
        raise Misconfigured(f"`{self.shown}`{where}: {message}")


def _nearest(word: str, among: Mapping[str, object] | tuple[str, ...] | list[str], all_of: str) -> str:
    near = nearest_words(word, among, most=1)
    if near:
        return f" Did you mean `{near[0]}`?"
    return f" {all_of}: {', '.join(among)}." if all_of else " `blueprint rules` lists them."
