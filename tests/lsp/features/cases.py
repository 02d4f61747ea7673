"""Cases of what an editor is told, as files that a designer could write: one Markdown file for each feature.

A case is a heading, prose, a block `bp` with the cursor as `|`, perhaps other files as `bp NAME`, and a block `answer`.
What a feature is asked besides stands in the prose: ``Asked: `…` ``. `--accept` writes the answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from blueprint.lsp.document import Analysed, Project

HERE = Path(__file__).parent
FOLDER = "/workspace"
_CASE = re.compile(r"^## (?P<title>.+)\n(?P<body>(?:(?!^## )[\s\S])*)", re.MULTILINE)
_TEXT = re.compile(r"^```bp *(?P<name>\S*)\n(?P<text>[\s\S]*?)^```$", re.MULTILINE)
_ANSWER = re.compile(r"^````answer\n(?P<text>[\s\S]*?)^````$", re.MULTILINE)
_ASKED = re.compile(r"^Asked: `(.*)`$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One case: `files` by name with the cursor taken out, `cursor` in the first of them, and the expected `answer`."""

    title: str
    files: dict[str, str]
    cursor: int
    answer: str
    asked: str = ""
    body: str = field(default="", repr=False)

    def opened(self) -> Analysed:
        """The case's text in a workspace with the others, each of them open."""
        project = Project((FOLDER,))
        for number, (name, text) in enumerate(self.files.items()):
            project.put(f"file://{FOLDER}/{name}", text, number)
        analysed = project.at(f"{FOLDER}/{next(iter(self.files))}")
        assert analysed is not None
        return analysed


def read(path: Path) -> list[Case]:
    """The cases of a file, in order."""
    return [_case(found["title"], found["body"]) for found in _CASE.finditer(path.read_text("utf-8"))]


def _case(title: str, body: str) -> Case:
    files = {found["name"] or "main.bp": found["text"] for found in _TEXT.finditer(body)}
    name = next(iter(files))
    cursor = files[name].find("|")
    files[name] = files[name].replace("|", "", 1)
    answer, asked = _ANSWER.search(body), _ASKED.search(body)
    return Case(title, files, cursor, answer["text"] if answer else "", asked[1] if asked else "", body)


def accept(path: Path, case: Case, answer: str) -> None:
    """Write what was answered into the file, as what is expected."""
    block = f"````answer\n{answer}````"
    if _ANSWER.search(case.body):
        body = _ANSWER.sub(lambda _: block, case.body, count=1)
    else:
        body = f"{case.body.rstrip()}\n\n{block}\n\n"
    path.write_text(path.read_text("utf-8").replace(case.body, body), encoding="utf-8", newline="\n")
