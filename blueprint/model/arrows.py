"""Where arrows lead and what links join."""

from __future__ import annotations

from blueprint.model import entities as e
from blueprint.model.collect import Collected
from blueprint.model.fields import ARROW_TARGETS, LINK_ENDS
from blueprint.model.findings import finding, write_instead
from blueprint.model.instead import After
from blueprint.model.names import CELLS, STEPS
from blueprint.model.words import a_or_an, nfc
from blueprint.syntax import nodes

_KINDS: dict[str, e.LinkKind] = {"->": "leads_to", "~>": "enables", "<->": "mutual"}
_ARROW_WORDS = ("end", "next", "again", "start")


class Arrows:
    """Resolves the ends of arrows and links; the links are gathered on the way."""

    def __init__(self, found: Collected) -> None:
        self.found = found
        self.names = found.names
        self.report = found.report.append
        self.links: list[e.Link] = []
        self._first_steps: dict[str, str] | None = None

    def target(self, ref: nodes.Ref) -> str:
        if len(ref.parts) == 1 and ref.name in _ARROW_WORDS:
            return ref.name
        meant = self.larger_or_smaller(ref)
        if meant is not None:
            return meant
        entry = self.names.find(ref, ARROW_TARGETS, extra=_ARROW_WORDS[:3], after=After("->"))
        return entry.key if entry else ""

    def larger_or_smaller(self, ref: nodes.Ref) -> str | None:
        """The step that is meant by an arrow to a cell of it, or to the service or phase that begins with it.

        None when the name is none of these; empty when there is no such cell or step, which is told.
        """
        name = nfc(ref.parts[0].text)
        found = self.names.entries.get(name)
        if len(ref.parts) > 1 and found is not None and found.kind in STEPS:
            cell = self.names.find(ref, CELLS)
            if cell is None:
                return ""
            step, what = name, a_or_an(cell.kind)
            help = f"Two cells are joined by a link, which names both: `a.frontstage -> {ref.name}`."
        elif len(ref.parts) == 1 and found is not None and found.kind in ("service", "phase"):
            step, what, help = self.first_steps().get(found.key, ""), a_or_an(found.kind), ""
            self.names.use(found.key, ref.span)
        else:
            return None
        self.report(finding(
            "wrong-reference", ref.span,
            f"`{ref.name}` is {what}, and an arrow leads to a whole step" + (f": `{step}`." if step else "."),
            help=help, fix=write_instead(ref.span, step) if step else None,
        ))  # fmt: skip
        return step

    def first_steps(self) -> dict[str, str]:
        """By service and phase the step it begins with; gathered when first needed."""
        if self._first_steps is None:
            self._first_steps = {}
            owners = {pending.node.span: pending.owner for pending in self.found.pending}
            for pending in self.found.pending:
                entry = self.names.at.get(pending.node.span)
                if pending.kind not in ("step", "decision") or not pending.present or entry is None:
                    continue
                owner = pending.owner
                while owner is not None:
                    if whole := self.names.at.get(owner.span):
                        self._first_steps.setdefault(whole.key, entry.key)
                    owner = owners.get(owner.span)
        return self._first_steps

    def link(self, node: nodes.Link) -> None:
        if node.source is None or node.target is None or self.no_condition(node.source, node.target):
            return
        ends = [None if self.arrow_word(ref) else self.names.find(ref, LINK_ENDS) for ref in (node.source, node.target)]
        if ends[0] is None or ends[1] is None:
            return
        at = {"keyword": node.arrow.span, "source": node.source.span, "target": node.target.span}
        if node.label:
            at["title"] = node.label.span
        self.links.append(e.Link(
            key=f"link_{len(self.links) + 1}", title=node.label.value if node.label else "", span=node.span, at=at,
            kind=_KINDS[node.arrow.text], source=ends[0].key, target=ends[1].key,
        ))  # fmt: skip

    def no_condition(self, source: nodes.Ref, target: nodes.Ref) -> bool:
        """`when -> pay`: read as a link it would be one from something called `when`, which nobody means."""
        if source.name != "when" or "when" in self.names.entries:
            return False
        self.report(finding(
            "name-missing", source.span, "This `when` does not say when.",
            help=f'Write the condition in quotes: `when "…" -> {target.name}`.',
        ))  # fmt: skip
        return True

    def arrow_word(self, ref: nodes.Ref) -> bool:
        """Whether `end` and its like stand where a link names something, which is told."""
        if len(ref.parts) > 1 or ref.name not in _ARROW_WORDS:
            return False
        self.report(finding(
            "wrong-reference", ref.span, f"`{ref.name}` is no end of a link: it is a word for the arrow of a step.",
            help="A link joins two things that have a name. " + (
                "The service starts with the first step of the first phase." if ref.name == "start" else
                f"Write `-> {ref.name}` as a line of the step that is left."
            ),
        ))  # fmt: skip
        return True
