"""Where things of this checkout are, for the tests that look at the project itself."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "blueprint"
EXAMPLES = sorted((ROOT / "examples").glob("*.bp"))


def modules() -> list[Path]:
    """Every module of the package, in order."""
    return sorted(PACKAGE.rglob("*.py"))


def header(text: str) -> str:
    """The comment lines at the head of a blueprint, without their `#`."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").strip())
    return "\n".join(lines)


def readme_block(mark: str) -> str:
    """The fenced block of the README that follows the line `mark`; raises ValueError when there is none."""
    lines = iter((ROOT / "README.md").read_text(encoding="utf-8").splitlines())
    if mark not in lines or not next(lines, "").startswith("```"):
        raise ValueError(f"The README has no block after {mark!r}")
    block = []
    for line in lines:
        if line.startswith("```"):
            break
        block.append(line)
    return "\n".join(block)
