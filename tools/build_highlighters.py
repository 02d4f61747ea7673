"""Writes every highlighter out of the grammar and the vocabulary: run it after either has changed.

python -m tools.build_highlighters

The tree-sitter parser is made of its grammar by the tree-sitter program, of the path or of $TREE_SITTER. Without one
the grammar is written all the same, and a test tells that the parser is of another one.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tools.highlight import codemirror, emacs, pygments, textmate, treesitter, vim, vscode
from tools.highlight.machine import machine

ROOT = Path(__file__).resolve().parent.parent
VSCODE = "editors/vscode"
TREE_SITTER = "editors/tree-sitter-service-blueprint"


def files() -> dict[str, str]:
    """Every generated file by its path from the root of the project."""
    made = machine()
    return {
        "blueprint/highlighting/table.py": pygments.module(made),
        "editors/codemirror/table.js": codemirror.module(made),
        f"{VSCODE}/syntaxes/service-blueprint.tmLanguage.json": textmate.text(textmate.grammar(made)),
        f"{VSCODE}/syntaxes/markdown.tmLanguage.json": textmate.text(textmate.fences()),
        f"{VSCODE}/snippets/service-blueprint.json": vscode.snippets(),
        f"{VSCODE}/language-configuration.json": vscode.configuration(),
        "editors/vim/syntax/service-blueprint.vim": vim.syntax(made),
        "editors/emacs/service-blueprint-table.el": emacs.table(made),
        **{f"{TREE_SITTER}/{name}": text for name, text in treesitter.files().items()},
    }


def main() -> None:
    for name, text in files().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        part.write_text(text, encoding="utf-8", newline="\n")
        os.replace(part, path)
    folder, program = ROOT / TREE_SITTER, os.environ.get("TREE_SITTER") or shutil.which("tree-sitter")
    if treesitter.is_made(folder):
        return
    if program:
        treesitter.make_parser(folder, program)
    else:
        print("The tree-sitter parser is of another grammar now, and there is no tree-sitter program to make it anew.")


if __name__ == "__main__":
    main()
