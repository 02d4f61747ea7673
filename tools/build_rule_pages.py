"""Writes docs/rules from the manual: the docstrings of the rules, and the tables of what reading and resolution report.
Run it after a rule was added or its manual changed."""

from __future__ import annotations

from pathlib import Path

from blueprint.rules.manual import every, index, page

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """Every file of the folder by name."""
    return {"README.md": index(every()), **{f"{rule.name}.md": page(rule) for rule in every()}}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.md"):
        old.unlink()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
