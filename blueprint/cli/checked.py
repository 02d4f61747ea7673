"""The check of one file, as plain values that can be kept and handed from process to process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from blueprint.cli.files import open_document
from blueprint.diagnostics import Diagnostic, Refusal
from blueprint.records import dataclass, field
from blueprint.source import Source

if TYPE_CHECKING:
    from blueprint.cli.basis import Basis
    from blueprint.rules.baseline import Owned
    from blueprint.rules.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """A file that is to be checked: its `path` as it was named, what standard input is called, and whether a baseline
    will ask what stands around its findings."""

    path: str
    settings: Settings
    name: str = ""
    owned: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file, which its findings call `path`, and the texts they speak of.

    `owned` is there when the job asked for it, `basis` when it was wanted and what the findings rest on can be said.
    `waiting` is whether more is checked once its errors are mended. `refused` is the sentence that says why the file
    could not be read.
    """

    path: str
    findings: Sequence[Diagnostic] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    owned: Owned | None = None
    basis: Basis | None = None
    refused: str = ""
    waiting: bool = False


def check(job: Job, *, keep: bool = False) -> Checked:
    """Check a file; one that cannot be read is no exception. With `keep` the result says what it rests on."""
    try:
        document = open_document(job.path, name=job.name)
    except Refusal as refusal:
        return Checked(job.path, refused=str(refusal))
    judged = document.judged(job.settings)
    findings = judged.findings
    about = basis = None
    if job.owned:
        from blueprint.rules.baseline import owned

        about = owned(findings, document.model)
    if keep:
        from blueprint.cli.basis import of

        basis = of(document, job)
    sources = document.sources if findings else {}
    return Checked(document.source.path, findings, sources, about, basis, waiting=judged.waiting)
