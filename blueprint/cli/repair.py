"""`check --fix`, `--diff` and `--add-ignores`: a file is changed, checked again, and written whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from blueprint.api import Document
from blueprint.cli.counts import plural
from blueprint.cli.diff import show
from blueprint.cli.files import write
from blueprint.diagnostics import Diagnostic
from blueprint.records import dataclass
from blueprint.rules.ignore import with_ignores
from blueprint.rules.mend import Check, Mended, mend, worse
from blueprint.rules.settings import Settings
from blueprint.source import Source
from blueprint.workspace import Disk


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to do to a file: `fix` the safe repairs, `unsafe` all of them, `ignore` what is then left; `diff` shows it
    and writes nothing."""

    fix: bool = False
    unsafe: bool = False
    ignore: bool = False
    diff: bool = False

    @property
    def any(self) -> bool:
        return self.fix or self.unsafe or self.ignore or self.diff


@dataclass(frozen=True, slots=True)
class Repaired:
    """The file as it is now, what was repaired in it, how many findings are now ignored, what is left, and whether
    more is checked once the errors among them are mended."""

    document: Document
    done: tuple[Diagnostic, ...]
    ignored: int
    left: tuple[Diagnostic, ...]
    waiting: bool = False


def repaired(path: str, document: Document, settings: Settings, wanted: Wanted) -> Repaired:
    """Repair a file and write it; standard input is written to standard output. Raises `Refusal` when it cannot be
    written: it is then as it was."""

    waiting: dict[str, bool] = {}  # by text

    def check(source: Source) -> tuple[Diagnostic, ...]:
        judged = Document(source, files=Disk()).judged(settings)
        waiting[source.text] = judged.waiting
        return judged.findings

    source = document.source
    if wanted.fix or wanted.unsafe or not wanted.ignore:
        mended = mend(source, check, unsafe=wanted.unsafe)
    else:
        mended = Mended(source.text, (), check(source))
    text, left = mended.text, mended.left
    if wanted.ignore:
        text, left = _ignored(Source(text, source.path), left, check)
    if wanted.diff:
        show(path if path != "-" else source.path, source.text, text)
    elif text != source.text or path == "-":
        write(path, source.encoded(text))
    now, ignored = Document(Source(text, source.path), files=Disk()), len(mended.left) - len(left)
    return Repaired(now, mended.done, ignored, left, waiting.get(text, False))


def _ignored(source: Source, left: Sequence[Diagnostic], check: Check) -> tuple[str, tuple[Diagnostic, ...]]:
    text = with_ignores(source, left)
    after = Source(text, source.path)
    if text == source.text or worse(source, after):
        return source.text, tuple(left)
    return text, tuple(check(after))


def account(path: str, repair: Repaired, wanted: Wanted) -> Iterator[str]:
    """What was done to a file, a line for each kind of repair."""
    would = "would be " if wanted.diff else ""
    if repair.done:
        yield f"{path}: {plural(len(repair.done), 'finding')} {would}fixed."
        kinds = Counter((each.name, each.fix.title if each.fix else "") for each in repair.done)
        for (name, title), count in kinds.items():
            yield f"  {name}: {title}" + (f" ({count} times)" if count > 1 else "")
    if repair.ignored:
        yield f"{path}: {plural(repair.ignored, 'finding')} {would}ignored from now on."
