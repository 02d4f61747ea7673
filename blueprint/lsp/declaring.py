"""Creating what a reference names and nobody declared: a role after `by`, a channel after `via`, a step after `->`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from blueprint.diagnostics import Diagnostic, Edit
from blueprint.lsp.changes import Change, last_offset, margin
from blueprint.lsp.document import Analysed
from blueprint.lsp.tree import path
from blueprint.model.fields import REFERS
from blueprint.source import Span
from blueprint.syntax import nodes
from blueprint.syntax.format import line_end

if TYPE_CHECKING:
    from blueprint.lsp.actions import Action

_UNKNOWN = ("unknown-reference", "package-unknown-content")
_TOP = ("role", "partner", "system", "persona", "channel", "policy", "insight")
_MOST = 2  # kinds that are offered for one name


def actions(analysed: Analysed, finding: Diagnostic, make: type[Action]) -> Iterator[Action]:
    """The declarations that would give a finding's name a meaning, the likeliest kind first."""
    if finding.name not in _UNKNOWN:
        return
    name = analysed.source.slice(finding.span)
    if not name or "." in name:
        return
    around = path(analysed.parsed.file, finding.span.start)
    kinds = _kinds(around, finding.span)
    for kind in [each for each in kinds if each in _TOP][:_MOST]:
        title = f"Declare the {kind} `{name}`"
        yield make(title, "quickfix", partial(_declared, analysed, kind, name), finding)
    for kind in [each for each in kinds if each in ("step", "recovery")]:
        title = f"Add the {kind} `{name}`"
        yield make(title, "quickfix", partial(_added, analysed, around, kind, name), finding)


def _kinds(around: Sequence[nodes.Statement], span: Span) -> tuple[str, ...]:
    """What may be named at a place, the likeliest first."""
    if not around:
        return ()
    node = around[-1]
    target = getattr(node, "target", None)
    if isinstance(target, nodes.Ref) and _holds(target.span, span):
        return ("recovery", "step") if isinstance(node, nodes.Fail) else ("step",)
    attributes = [node] if isinstance(node, nodes.Attribute) else list(getattr(node, "tail", ()))
    word = next((each.word.text for each in attributes if _holds(each.span, span)), "")
    return REFERS.get(word, ())


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def titled(name: str) -> str:
    """`front_desk` → `Front desk`."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def _declared(analysed: Analysed, kind: str, name: str) -> Change:
    """After the last declaration of its kind, else after the last of any, else after the head."""
    statements = analysed.parsed.file.statements
    line = f'{kind} {name} "{titled(name)}"'
    headers = [each for each in statements if isinstance(each, nodes.Header)]
    same = [each for each in headers if each.keyword.text == kind]
    others = [each for each in headers if each.keyword.text in _TOP]
    after: nodes.Statement = (same or others)[-1] if same or others else statements[0]
    at = last_offset(after)
    gap = "" if same else line_end(analysed.text)
    return _insert(analysed, at, f"{gap}{line_end(analysed.text)}{line}")


def _added(analysed: Analysed, around: Sequence[nodes.Statement], kind: str, name: str) -> Change | None:
    """After the step that names it, with an empty block to be filled."""
    after = next((e for e in reversed(around) if isinstance(e, nodes.Header) and e.block is not None
                  and e.keyword.text in ("step", "decision", "recovery")), None)  # fmt: skip
    if after is None:
        return None
    indent, end = margin(analysed.source, after.span.start), line_end(analysed.text)
    lane = "frontstage" if kind == "recovery" else "customer"
    lines = [f'{kind} {name} "{titled(name)}" {{', f'  {lane} ""', "}"]
    return _insert(analysed, last_offset(after), "".join(f"{end}{indent}{line}" for line in lines))


def _insert(analysed: Analysed, at: int, text: str) -> Change:
    return Change({analysed.path: (Edit(analysed.source.span(at, at), text),)})
