"""Which word of the language fills which field of the model: one table, read three ways.

`read` takes attributes in by it, a scenario's changes are named by it, and `tree` writes attributes from it. A field of
the shared `Notes` is called `notes.NAME`.
"""

from __future__ import annotations

from functools import cache

from blueprint.model import entities
from blueprint.model.names import CELLS, STEPS
from blueprint.records import dataclass, fields
from blueprint.vocabulary import WORDS

# What each attribute that refers may name, the likeliest first.
REFERS: dict[str, tuple[str, ...]] = {
    "by": ("role", "partner", "system", "persona"), "for": ("persona",), "via": ("channel",),
    "using": ("system", "partner"), "meets": ("need",), "under": ("policy",), "insights": ("insight",),
    "includes": ("service",), "of": ("partner",), "reports": ("role",), "escalates": ("role",), "owner": ("role",),
    "below": ("lane",), "above": ("lane",), "at": CELLS,
}  # fmt: skip
ARROW_TARGETS = (*STEPS, "parallel", "branch")
LINK_ENDS = (
    *STEPS,
    *CELLS,
    "persona",
    "role",
    "system",
    "partner",
    "channel",
    "package",
    "insight",
    "policy",
    "service",
)

# Fields that are not called like their word.
_NAMES = {
    "metric": "metrics", "pain": "pains", "idea": "ideas", "quote": "quotes", "note": "notes", "link": "links",
    "notice": "notices", "for": "personas", "by": "performers", "via": "channels", "using": "systems", "as": "petal",
    "must": "strength", "should": "strength", "could": "strength", "unmet": "unmet_because", "at": "cell",
    "below": "beside", "above": "beside", "moment-of-truth": "moment_of_truth",
}  # fmt: skip
CLASSES: dict[str, type[entities.Element]] = {
    "blueprint": entities.Blueprint, "library": entities.Blueprint, "persona": entities.Persona, "role": entities.Role,
    "system": entities.System, "partner": entities.System, "channel": entities.Channel, "package": entities.Package,
    "insight": entities.Insight, "policy": entities.Policy, "lane": entities.Lane, "scenario": entities.Scenario,
    "need": entities.Need, "phase": entities.Phase, "service": entities.Service, "step": entities.Step,
    "decision": entities.Step, "recovery": entities.Step, "parallel": entities.Parallel, "branch": entities.Branch,
    "cell": entities.Cell, "evidence": entities.Evidence, "wait": entities.Wait, "pause": entities.Wait,
    "fail": entities.Fail, "when": entities.When, "metric": entities.Metric,
}  # fmt: skip
_IN_NOTES = {each.name: str(each.type) for each in fields(entities.Notes)}


@dataclass(frozen=True, slots=True)
class Field:
    """Where an attribute's value goes. `many`: a tuple; `repeat`: several lines are put together."""

    name: str
    many: bool
    repeat: bool


@cache
def field_of(kind: str, word: str) -> Field:
    """The field that `word` fills on an element of this kind."""
    own = {each.name: str(each.type) for each in fields(CLASSES[kind])}
    name = _NAMES.get(word, word.replace("-", "_"))
    shared = own.get("notes") == "Notes"
    # A blueprint's own `links` are those between its steps, and `notes` is where the shared ones live.
    if shared and name in _IN_NOTES and (name not in own or name in ("notes", "links")):
        name = f"notes.{name}"
    home = _IN_NOTES if name.startswith("notes.") else own
    many = home.get(name.removeprefix("notes."), "").startswith("tuple")
    return Field(name, many, word in WORDS and WORDS[word].repeat)
