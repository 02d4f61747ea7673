"""The tree-sitter grammar, compiled and run."""

from __future__ import annotations

import ctypes
import subprocess
from pathlib import Path

from tree_sitter import Language, Parser, Query, QueryCursor, Tree

from tests.house.places import ROOT

FOLDER = ROOT / "editors" / "tree-sitter-service-blueprint"


def compiled(folder: Path) -> Language:
    """The language, made by the C compiler in `folder`; raises CalledProcessError."""
    library = folder / "service_blueprint.so"
    sources = [str(FOLDER / "src" / name) for name in ("parser.c", "scanner.c")]
    command = ["gcc", "-O1", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-I", str(FOLDER / "src")]
    subprocess.run([*command, "-o", str(library), *sources], check=True, timeout=120)
    make = ctypes.CDLL(str(library)).tree_sitter_service_blueprint
    make.restype = ctypes.c_void_p
    new = ctypes.pythonapi.PyCapsule_New
    new.restype, new.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    return Language(new(make(), b"tree_sitter.Language", None))


def query(language: Language, name: str) -> Query:
    return Query(language, (FOLDER / "queries" / f"{name}.scm").read_text(encoding="utf-8"))


def parsed(language: Language, text: str) -> Tree:
    return Parser(language).parse(text.encode("utf-8"))


def letters(tree: Tree, text: str, highlights: Query, by_capture: dict[str, str]) -> str:
    """A letter for each character, as the query captures them."""
    data = text.encode("utf-8")
    classes = [" "] * len(data)
    for capture, nodes in QueryCursor(highlights).captures(tree.root_node).items():
        for node in nodes:
            classes[node.start_byte : node.end_byte] = by_capture[capture] * (node.end_byte - node.start_byte)
    found, at = [], 0
    for char in text:
        found.append(classes[at])
        at += len(char.encode("utf-8"))
    return "".join(found)
