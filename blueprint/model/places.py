"""What may stand where, as the first pass asks it."""

from __future__ import annotations

from blueprint.model.words import a_or_an

TIERS = ("core", "facilitating", "enhancing")
LANES = ("evidence", "customer", "frontstage", "backstage", "support")
HEADS = ("blueprint", "library", "persona", "role", "system", "partner", "channel", "package", "insight", "policy",
         "lane", "scenario", "need", "phase", *TIERS, "step", "decision", "recovery", "parallel", "branch")  # fmt: skip
_DECLARE = ("use", "persona", "role", "system", "partner", "channel", "package", "insight", "policy", "lane")
_NOTES = ("meets", "under", "metric", "emotion", "pain", "idea", "quote", "insights", "moment-of-truth", "standard",
          "status", "source", "owner", "note", "link", "tags", "acceptable", "latitude")  # fmt: skip
_FLOW = ("step", "decision", "recovery", "parallel")
_RUN = ("optional", "for", "repeats", "every")
_STEP = (*LANES, "wait", "pause", "fail", "when", "->", "a -> b", *_RUN, "offstage", "trigger", *_NOTES)
_HEAD = ("kind", "version", "owner", "client", "date", "review", "state", "currency", "demand", "hours", "workdays",
         "acceptable", "terms", "job", "summary", "metric", "note", "link", "tags")  # fmt: skip
PLACES: dict[str, tuple[str, ...]] = {
    "top": (*_DECLARE, "scenario", "phase", *TIERS, "a -> b"),
    "library top": _DECLARE,
    "blueprint": _HEAD, "library": _HEAD,
    "persona": ("need", "quote", "note", "share", "demand"),
    "role": ("staff", "rate", "hours", "availability", "skills", "empowered", "need", "of", "reports", "metric", "note"),
    "system": ("cost", "availability", "owner", "vendor", "note"),
    "partner": ("cost", "availability", "owner", "vendor", "note"),
    "channel": ("digital", "hours", "note"),
    "package": ("price", "uses", "share", "includes", "guarantee", "within", "terms", "note"),
    "insight": ("source", "quote", "date", "sample", "status", "note"),
    "policy": ("note",),
    "lane": ("below", "above", "line"),
    "need": ("must", "should", "could", "unmet"),
    "phase": (*TIERS, *_FLOW, "a -> b", "evidence", "repeats", "every", *_NOTES),
    "service": (*_FLOW, "a -> b", "evidence", "as", "outcome", "utility", "warranty", "price", *_RUN, *_NOTES),
    "open service": ("a -> b", "evidence", "as", "outcome", "utility", "warranty", "price", *_RUN, *_NOTES),
    "step": _STEP, "decision": _STEP, "recovery": _STEP,
    "parallel": ("branch", *_FLOW), "branch": _FLOW,
    "cell": ("by", "via", "using", "takes", "acceptable", "cost", "pays", "for", *_NOTES),
    "evidence": _NOTES,
    "wait": ("acceptable", "notice", *_NOTES), "pause": ("acceptable", "notice", *_NOTES),
    "fail": ("at", "escalates", "within", "owner", "note"),
    "when": (*_FLOW, "for", "a -> b"),
    "metric": ("actual", "source", "proxy"),
    "scenario": (*_HEAD, *HEADS[2:11], *_FLOW, "phase", *TIERS),
}  # fmt: skip
_SETS = {place: frozenset(words) for place, words in PLACES.items()}
SYNONYMS: dict[str, str] = {"onstage": "frontstage", "user": "customer"}
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": ("task", "access"), "state": ("current", "target", "future"), "terms": ("postpaid", "prepaid", "contract"),
    "status": ("observed", "assumed", "proposed"), "latitude": ("low", "high"),
    "as": ("information", "order-taking", "billing", "payment", "consultation", "hospitality", "safekeeping", "exceptions"),
}  # fmt: skip
PHASES = ("interaction", "billing", "after-sales")
FLAGS = ("digital", "offstage", "moment-of-truth", "must", "should", "could")
METRICS = (
    "delivery-speed", "error-rate", "completion-rate", "consistency", "csat", "nps", "first-contact-resolution",
    "response-time", "adoption", "utilisation", "renewal", "repeat-rate", "customer-lifetime-value", "wallet-share",
    "cost-per-transaction", "digital-take-up", "provider-satisfaction", "turnover",
)  # fmt: skip


def holder(word: str, place: str) -> str:
    """The place that a statement opens: what it is called as a container; empty for what holds nothing."""
    if word in TIERS:
        return "open service" if place == "top" else "service"
    if word in ("customer", "frontstage", "backstage", "support"):
        return "cell"
    return word if word in PLACES else ""


def kind_of(word: str) -> str:
    return "service" if word in TIERS else word


def allowed(word: str, place: str) -> bool:
    return word in _SETS[place]


def words_in(place: str) -> tuple[str, ...]:
    return tuple(word for word in PLACES.get(place, ()) if word.isidentifier() or "-" in word and " " not in word)


def called(place: str) -> str:
    """A place in the words of a message."""
    if place in ("top", "library top"):
        return "the outermost level of a file" if place == "top" else "a library"
    if place == "open service":
        return "a service outside a phase"
    return named(place, article=True) if place != "service" else "a service"


def named(word: str, *, article: bool = False) -> str:
    if word == "->":
        return "an arrow" if article else "arrow"
    if word == "a -> b":
        return "a link" if article else "link"
    return f"{a_or_an(word).partition(' ')[0]} `{word}`" if article else f"`{word}`"


def help_for(word: str) -> str:
    """Where a word belongs."""
    places = [place for place, words in _SETS.items() if word in words and place not in ("library top", "open service")]
    if not places:
        return ""
    spoken = [called(place) for place in places]
    spoken = [each.replace("`", "") for each in spoken]
    whole = spoken[0] if len(spoken) == 1 else f"{', '.join(spoken[:-1])} or {spoken[-1]}"
    return f"It belongs in {whole}."
