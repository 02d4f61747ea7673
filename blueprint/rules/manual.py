"""The pages of the manual: one for each rule, made from the docstring of its module."""

from __future__ import annotations

import re

from blueprint.records import dataclass
from blueprint.rules.base import Rule

SECTIONS = ("What", "Why", "Bad", "Good", "Source")
_BLOCK = re.compile(r"^```bp *(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KINDS = {
    "E": "error: the model cannot be trusted",
    "W": "warning: a valid file, but a weak blueprint by the method",
    "A": "advice: off unless asked for",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A blueprint that shows a rule: its text, and other files it uses by their paths."""

    text: str
    files: tuple[tuple[str, str], ...] = ()


def sections(rule: Rule) -> dict[str, str]:
    """The sections of a rule's manual by heading, in the order written."""
    parts = re.split(r"^## (.+)$", rule.manual, flags=re.MULTILINE)
    return {heading: body.strip() for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


def example(section: str) -> Example:
    """The blueprint in a section: the block without a file name, and its neighbours that have one."""
    blocks = _BLOCK.findall(section)
    text = next((body for name, body in blocks if not name), "")
    return Example(text, tuple((name, body) for name, body in blocks if name))


def page(rule: Rule) -> str:
    """The page of a rule as Markdown: its name and code, its kind, and the manual."""
    summary, _, rest = rule.manual.partition("\n")
    body = re.sub(r"\n(## .+)\n(?!\n)", r"\n\1\n\n", rest.strip())
    body = re.sub(r"\A(## .+)\n(?!\n)", r"\1\n\n", body)
    return f"# {rule.name} ({rule.code})\n\n{summary}\n\nKind: {kind(rule)}.\n\n{body}\n{_configuration(rule)}"


def kind(rule: Rule) -> str:
    """What it means for a blueprint that the rule reports something."""
    return _KINDS[rule.kind]


def _configuration(rule: Rule) -> str:
    """How a project sets the rule's numbers; empty for a rule without any."""
    if not rule.options:
        return ""
    rows = [f"- `{each.name}`, by default `{each.default:g}`: {each.doc}" for each in rule.options]
    table = [f"[rules.{rule.name}]", *(f"{each.name} = {each.default:g}" for each in rule.options)]
    where = "In `blueprint.toml` (in `pyproject.toml` the table is `[tool.blueprint.rules.…]`):"
    return "\n".join(["\n## Configuration\n", *rows, f"\n{where}\n", "```toml", *table, "```"]) + "\n"


def every() -> tuple[Rule, ...]:
    """All that can be found, in the order of the codes: the rules, and what reading and resolution report without a
    module among them, whose manuals have no Why and no Source."""
    from blueprint.model.findings import FINDINGS
    from blueprint.model.manual import MANUALS as OF_MEANING
    from blueprint.rules import RULES
    from blueprint.syntax.codes import CODES
    from blueprint.syntax.manual import MANUALS as OF_FORM

    codes = {**CODES, **{each.name: each.code for each in FINDINGS}}
    manuals = [("form", name, text) for name, text in OF_FORM.items()]
    manuals += [("meaning", name, text) for name, text in OF_MEANING.items()]
    others = [Rule(name, codes[name], "E", text.partition("\n")[0], None, text, (), of) for of, name, text in manuals]
    return tuple(sorted((*others, *RULES), key=lambda rule: ("EWA".index(rule.kind), rule.code)))


def plain(rule: Rule) -> str:
    """What a rule reports and why, without its examples, as one text."""
    parts = sections(rule)
    return "\n\n".join([rule.summary, *(parts[each] for each in ("What", "Why") if each in parts)])


def index(rules: tuple[Rule, ...]) -> str:
    """The table of all rules as Markdown, with links to their pages."""
    rows = [f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.summary} |" for rule in rules]
    head = "# The rules\n\nE: the model cannot be trusted. W: a weak blueprint. A: advice.\n"
    return "\n".join([head, "| code | rule | what it reports |", "|---|---|---|", *rows]) + "\n"
