"""What to write where a name of the wrong kind stands: where such a thing is named, and what can stand here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from blueprint.model.words import a_or_an, listed
from blueprint.records import dataclass
from blueprint.vocabulary import allowed

_MOST = 6
# How a thing of each kind is named on what has to do with it.
_NAMED = {
    "role": ("acts", "by"), "partner": ("acts", "by"), "system": ("acts", "by"), "persona": ("is served", "for"),
    "channel": ("is used", "via"), "need": ("is met", "meets"), "policy": ("binds", "under"),
    "insight": ("is used", "insights"),
}  # fmt: skip
# What is declared where nothing of a kind is there yet: id and title.
_EXAMPLES = {
    "role": ("clerk", "Clerk"), "partner": ("courier", "Courier"), "system": ("till", "Till"),
    "persona": ("guest", "Guest"), "channel": ("phone", "Telephone"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class After:
    """Where a name stands: after which word, on an element of which kind and key. All empty where that is not known."""

    word: str = ""
    kind: str = ""
    key: str = ""


NOWHERE = After()


def instead(
    name: str, kind: str, after: After, kinds: Sequence[str], known: Sequence[str], taken: Collection[str]
) -> str:
    """Help for `name`, which is of this `kind` and stands where one of `kinds` is wanted.

    `known` are the names that can stand there, `taken` those that a new thing cannot have. Empty where it is not known
    what the name stands after.
    """
    if not after.word:
        return ""
    does, other = _NAMED.get(kind, ("", ""))
    way = f"{a_or_an(kind).capitalize()} {does} with `{other}`: `{other} {name}`. "
    return (way if other and allowed(other, after.kind) else "") + _wanted(after.word, kinds, known, taken)


def _wanted(word: str, kinds: Sequence[str], known: Sequence[str], taken: Collection[str]) -> str:
    goes = f"After `{word}` goes {_either(kinds)}"
    if known:
        return f"{goes}: {_choice(known)}."
    id, title = _EXAMPLES.get(kinds[0], ("", ""))
    if not id or id in taken:
        return f"{goes}, and none is declared yet."
    return f'{goes}, and none is declared yet: write one at the top, such as `{kinds[0]} {id} "{title}"`.'


def _either(kinds: Sequence[str]) -> str:
    words = [a_or_an(kind) for kind in kinds]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _choice(known: Sequence[str]) -> str:
    if len(known) <= _MOST:
        return listed(known)
    return f"{', '.join(f'`{name}`' for name in known[:_MOST])} or another of the {len(known)} that there are"
