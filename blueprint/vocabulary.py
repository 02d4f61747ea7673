"""ONE table of the language's words: what each means, what value it takes, where it may stand, how it is written.

The parser's messages, the checks of placement, the reference pages, completion, hover and the editors' word lists all
read it. A new attribute is a row here and its word in a group of `grammar/blueprint.lark`; a test holds the two together.
"""

from __future__ import annotations

from typing import Literal

from blueprint.records import dataclass

Shape = Literal[
    "statement", "lane", "text", "refs", "ref", "owner", "words", "choice", "version", "number", "signed", "share",
    "duration", "rate", "money", "price", "date", "times", "flag", "reason", "amount", "proxy",
]  # fmt: skip

# ---------------------------------------------------------------------------------------------------- places

# A place is what a block belongs to: `top` is the file itself, `service` any tier, `cell` any lane but `evidence`.
_RUNS = ("step", "decision", "recovery")
_FLOWS = ("phase", "service", "branch", "when")  # what steps stand in
_PARTS = ("phase", "service", *_RUNS, "cell", "wait", "pause")
_NAMED = ("persona", "role", "system", "partner", "channel", "package", "insight", "policy")
_WHOLE = ("blueprint", "library")
PLACES = (
    "top", *_WHOLE, *_NAMED, "lane", "scenario", "need", "phase", "service", *_RUNS, "parallel", "branch", "when",
    "cell", "evidence", "wait", "pause", "fail", "metric",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A word: `shape` of what follows it, places it may stand `inside`, and whether it may `repeat` in one of them.

    `choices` are the words that a choice takes; `synonyms` are other words of the field that people write for it.
    """

    word: str
    shape: Shape
    inside: tuple[str, ...]
    doc: str
    example: str
    repeat: bool = False
    choices: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()


# The eight supplementary services that stand around most core services, like petals around the heart of a flower.
PETALS = {
    "information": "What the customer has to know: prices, hours, the way, what happens next.",
    "order-taking": "Taking what the customer wants: reservations, applications, check-in.",
    "billing": "Telling what is owed, right and in time.",
    "payment": "Taking the money, in the way that suits the customer.",
    "consultation": "Finding out what the customer needs, and advice.",
    "hospitality": "Looking after the customer as a guest: greeting, seat, shelter, food.",
    "safekeeping": "Looking after what the customer brings or buys: luggage, cars, data.",
    "exceptions": "What is out of the ordinary: special requests, complaints, refunds, farewells.",
}
# The kinds of phase.
PHASES = {
    "interaction": "Provider and customer work together: the service itself, from the first contact on.",
    "billing": "What is owed is told and paid.",
    "after-sales": "What follows once it is paid: help, repair, complaint, the next time.",
}
TIERS: tuple[Literal["core", "facilitating", "enhancing"], ...] = ("core", "facilitating", "enhancing")
LANES = ("evidence", "customer", "frontstage", "backstage", "support")
# Ends of arrows that are no ids.
RESERVED = {
    "start": "Where every customer begins.",
    "end": "Where every customer ends.",
    "next": "Of a recovery: go on after the step that failed.",
    "again": "Of a recovery: go through the step that failed once more.",
}
# Small words that belong to the value of another word or line.
SMALL = {
    "or": "Between performers: one of them does it, not all together.",
    "because": "Begins the reason why a need is not met.",
    "times": "Ends a number of times: `repeats 12 times`.",
    "time": "Ends a number of times: `repeats 1 time`.",
    "low": "How bad a fail point is: hardly anybody minds.",
    "medium": "How bad a fail point is: customers mind.",
    "high": "How bad a fail point is: customers may be lost.",
}

_E = Entry
_TOP = ("top",)
_SCENARIO = ("top", "scenario")

STATEMENTS = (
    _E("blueprint", "statement", _TOP, "The service blueprint itself; the first statement of its file.",
       'blueprint hotel "Overnight stay" { kind task }'),
    _E("library", "statement", _TOP, "A file of declarations that several blueprints share, taken in by `use`; its first statement.",
       'library house "Our house"'),
    _E("use", "text", _TOP, "Takes in a library by its path, relative to this file.", 'use "roles.bp"', True,
       synonyms=("import", "include")),
    _E("persona", "statement", _SCENARIO, "A kind of customer: who they are, what they need, how large a part of all they are.",
       'persona guest "Business traveller"', True,
       synonyms=("segment", "audience", "user-type", "user")),
    _E("role", "statement", _SCENARIO, "Somebody on the provider's side: how many they are, what an hour costs, what they need in turn.",
       'role clerk "Front desk clerk" { staff 2 }', True,
       synonyms=("actor", "employee", "agent", "provider", "job-role")),
    _E("system", "statement", _SCENARIO, "A technical system that takes part: a booking system, a payment terminal, a kiosk.",
       'system pms "Reservation system"', True,
       synonyms=("software", "application", "tool")),
    _E("partner", "statement", _SCENARIO, "Another organisation that takes part.",
       'partner laundry "Linen service"', True,
       synonyms=("supplier", "vendor-partner")),
    _E("channel", "statement", _SCENARIO, "A way by which customer and provider meet.",
       'channel desk "Front desk"', True,
       synonyms=("touchpoint", "medium")),
    _E("package", "statement", _SCENARIO, "A bundle of services with one price: what the customer buys.",
       'package night "One night" { price 90 }', True,
       synonyms=("bundle", "plan", "offer")),
    _E("insight", "statement", _SCENARIO, "Something heard from customers, with its source: the voice of the customer.",
       'insight rush "Guests are tired at night"', True,
       synonyms=("finding", "research")),
    _E("policy", "statement", _SCENARIO, "A rule, law or regulation that binds steps; steps say `under` it.",
       'policy id_check "Passports are copied"', True,
       synonyms=("regulation", "law")),
    _E("lane", "statement", _TOP, "A lane of your own, `below` or `above` one that is there, perhaps with a named line between.",
       'lane courier "Delivery partner" below support line "Line of external interaction"', True,
       synonyms=("swimlane", "row")),
    _E("scenario", "statement", _TOP, "What changes in another case: things are opened again, and only what differs is written.",
       'scenario evening "Saturday evening" { demand 140/day }', True, synonyms=("variant",)),
    _E("need", "statement", ("persona", "role"), "What a customer or provider wants from the service.",
       'need quick "Not miss the train" must', True, synonyms=("want", "requirement")),
    _E("phase", "statement", _SCENARIO, "A stretch of the service as it is lived: `interaction`, `billing` or `after-sales`.",
       'phase interaction "At the hotel"', True,
       synonyms=("stage", "section")),
    _E("core", "statement", ("phase", "scenario"), "The service product: what the customer comes for and pays for.",
       'core stay "Overnight stay"', True,
       synonyms=("service", "product")),
    _E("facilitating", "statement", ("phase", "scenario"), "Customer service that the core cannot do without: reservation, check-in, payment.",
       'facilitating arrival "Check-in" as order-taking', True),
    _E("enhancing", "statement", ("phase", "scenario"), "Customer service that adds value to the core and could be left out.",
       'enhancing dining "Room service" as hospitality', True, synonyms=("supporting",)),
    _E("step", "statement", (*_FLOWS, "parallel", "scenario"), "A column of the picture: what everyone does at one point of the service.",
       'step check_in "Check in" { customer "Gives name" }', True, synonyms=("activity", "action", "task")),
    _E("decision", "statement", (*_FLOWS, "parallel", "scenario"), "A question with two or more answers, each a `when` that says who goes where.",
       'decision together "Pay together?" { when "Yes" 65%; when "No" 35% { step split "Split the bill" } }', True,
       synonyms=("gateway", "choice", "branching")),
    _E("recovery", "statement", (*_FLOWS, "parallel", "scenario"), "What is done after a fail point, off the main path; then the customer comes back.",
       'recovery lounge "Offer the lounge" { -> next }', True, synonyms=("fix", "remedy")),
    _E("parallel", "statement", (*_FLOWS, "parallel", "scenario"), "Branches that run side by side; what follows begins when all of them have ended.",
       'parallel { branch { step grill "Grill" }; branch { step salad "Salad" } }', True),
    _E("branch", "statement", ("parallel", "scenario"), "One of the sides of a `parallel`; a step without one is a branch by itself.",
       'branch { step grill "Grill" }', True),
)  # fmt: skip

LANE_WORDS = (
    _E("evidence", "lane", (*_RUNS, "phase", "service"), "What the customer sees, holds or reads, physical or digital.",
       'evidence "Desk, lobby, key"', True, synonyms=("props", "tangible", "tangibles", "prop", "touchpoint")),
    _E("customer", "lane", _RUNS, "What the customer does.", 'customer "Checks in"', True,
       synonyms=("user", "client-action", "citizen", "patient", "guest-action")),
    _E("frontstage", "lane", _RUNS, "What the provider's people or machines do in the customer's sight.",
       'frontstage "Greets" by clerk', True,
       synonyms=("onstage", "front-stage", "front", "front_stage", "visible")),
    _E("backstage", "lane", _RUNS, "What the provider's people do out of the customer's sight.",
       'backstage "Cooks" by cook', True,
       synonyms=("back-stage", "back", "back_stage", "offstage-action", "invisible")),
    _E("support", "lane", _RUNS, "Processes and systems behind the scenes that the others rely on.",
       'support "Books the room" using pms', True,
       synonyms=("supports", "support-process", "background")),
)  # fmt: skip

IN_STEP = (
    _E("meanwhile", "statement", _RUNS, "The cell or wait starts together with the one before it, not after it.",
       'meanwhile frontstage "Greets" by clerk', True, synonyms=("simultaneously", "while")),
    _E("wait", "statement", _RUNS, "The customer waits here, in contact; with no duration, as long as the `meanwhile` cells after it.",
       'wait "For a table" 10min acceptable 15min', True,
       synonyms=("queue", "waiting", "waits")),
    _E("pause", "statement", _RUNS, "The customer's own time: it passes, but is neither contact nor wait.",
       'pause "Reads at home" 3w', True,
       synonyms=("break", "gap")),
    _E("fail", "statement", _RUNS, "A fail point on the cell above it: what may go wrong, how likely, how bad, and what is done then.",
       'fail "Room not ready" 3% high -> lounge', True,
       synonyms=("failure", "fail-point", "failpoint", "error", "risk", "problem", "issue")),
    _E("when", "statement", _RUNS, "An answer of a decision; in a step, a share of the customers that goes elsewhere.",
       'when "Card declined" 5% -> retry', True, synonyms=("if", "case", "exit")),
    _E("metric", "statement", (*_WHOLE, *_PARTS, "role", "scenario"), "What is measured, the target, and the actual value.",
       "metric error-rate <= 5% actual 8%", True, synonyms=("kpi", "measure", "indicator")),
)  # fmt: skip

ATTRIBUTES = (
    # the whole
    _E("kind", "choice", _WHOLE, "`task`: the customer pays for work done; `access`: for access to a person.",
       "kind task",
       choices=("task", "access"),
       synonyms=("type",)),
    _E("version", "version", _WHOLE, "The version of this document, shown in the head of the picture.",
       'version "1.2"'),
    _E("owner", "owner", (*_WHOLE, "system", "partner", *_PARTS, "fail"), "Who answers for it: a role, or a name in quotes.",
       'owner "Front office"',
       synonyms=("responsible", "accountable")),
    _E("client", "text", _WHOLE, "For whom the blueprint is made.", 'client "Hotel Aurora"'),
    _E("date", "date", (*_WHOLE, "insight"), "The day the blueprint was made or the customer was heard.",
       "date 2026-11-21"),
    _E("review", "date", _WHOLE, "The day the blueprint is to be looked at again.", "review 2027-05-21"),
    _E("state", "choice", _WHOLE, "Whether it shows the service as it is (`current`) or as it shall be (`target`, `future`).",
       "state current",
       choices=("current", "target", "future")),
    _E("currency", "choice", _WHOLE, "The currency of all amounts of money in the file.", "currency EUR"),
    _E("demand", "rate", (*_WHOLE, "persona", "scenario"), "How many customers come in a stretch of time.",
       "demand 60/day",
       synonyms=("volume", "customers", "arrivals")),
    _E("hours", "rate", (*_WHOLE, "role", "channel", "scenario"), "How long the service is open, a role works or a channel answers.",
       "hours 8h/day",
       synonyms=("open", "opening-hours", "works", "working-hours")),
    _E("workdays", "rate", (*_WHOLE, "scenario"), "How many days a week the service is open.",
       "workdays 5/week", synonyms=("days",)),
    _E("acceptable", "duration", (*_WHOLE, *_PARTS, "scenario"), "The longest time the customer puts up with; pauses do not count.",
       "acceptable 15min",
       synonyms=("tolerance", "sla", "limit", "max")),
    _E("terms", "choice", (*_WHOLE, "package", "scenario"), "When the customer pays: afterwards (`postpaid`), before (`prepaid`), or by `contract`.",
       "terms prepaid",
       choices=("postpaid", "prepaid", "contract")),
    _E("job", "text", _WHOLE, "The job to be done: when what happens, the customer wants what, so that what.",
       'job "When I travel, I want to sleep well"',
       synonyms=("jtbd",)),
    _E("summary", "text", _WHOLE, "What the blueprint is about, in a sentence.", 'summary "One night, one guest"',
       synonyms=("description", "about")),
    # declarations
    _E("share", "share", ("persona", "package"), "The part of all customers that are of this kind or buy this package.",
       "share 40%"),
    _E("staff", "number", ("role",), "How many people work in the role at a time.",
       "staff 2", synonyms=("headcount", "fte", "people", "capacity", "count")),
    _E("rate", "rate", ("role",), "What an hour of the role costs the provider.",
       "rate 28.00/h", synonyms=("wage", "salary")),
    _E("availability", "share", ("role", "system", "partner"), "Of a role, the part of its hours it is there for customers; of a system or partner, the part it works.",
       "availability 85%"),
    _E("skills", "words", ("role",), "What the role has to be good at, such as `technical` or `interpersonal`.",
       'skills technical, interpersonal, "first aid"'),
    _E("empowered", "text", ("role",), "What the role may decide alone.", 'empowered "Refunds up to 50 EUR"'),
    _E("of", "ref", ("role",), "The partner that the role belongs to.", "of laundry"),
    _E("reports", "ref", ("role",), "The role it reports to.", "reports manager"),
    _E("vendor", "text", ("system", "partner"), "Who makes or runs it.", 'vendor "Opera"'),
    _E("digital", "flag", ("channel",), "Says that the channel works without people or places.",
       "digital", synonyms=("online",)),
    _E("price", "price", ("package", "service"), "What the customer pays for it: once, or by the month; `0` is free.",
       "price 90.00",
       synonyms=("fee", "charge", "costs")),
    _E("uses", "rate", ("package",), "How often a customer who has the package uses the service.", "uses 4/month"),
    _E("includes", "refs", ("package",), "The services that are in the package.",
       "includes stay, arrival", synonyms=("contains",)),
    _E("guarantee", "text", ("package",), "What is promised.", 'guarantee "Money back"', synonyms=("promise",)),
    _E("within", "duration", ("package", "fail"), "A promised time: of a package, until it is done; of a fail point, until somebody takes over.",
       "within 2h"),
    _E("sample", "number", ("insight",), "How many customers were asked.", "sample 34"),
    _E("below", "ref", ("lane",), "The lane it stands under.", "below support", synonyms=("under-lane", "beneath")),
    _E("above", "ref", ("lane",), "The lane it stands over.", "above support"),
    _E("line", "text", ("lane",), "The name of the line between the lane and its neighbour.",
       'line "Line of external interaction"'),
    _E("must", "flag", ("need",), "The service fails without it."  , "must"),
    _E("should", "flag", ("need",), "It matters."  , "should"),
    _E("could", "flag", ("need",), "It would be good to have."  , "could"),
    _E("unmet", "reason", ("need",), "Why the service does not meet it.", 'unmet because "no room for it"'),
    # services
    _E("as", "choice", ("service",), "Which of the eight petals, the usual supplementary services, it is.",
       "as payment", choices=tuple(PETALS),
       synonyms=("petal", "type")),
    _E("outcome", "text", ("service",), "What the customer has when the service is done.",
       'outcome "Clean shoes"', synonyms=("result",)),
    _E("utility", "text", ("service",), "What the service is good for: why it is wanted.",
       'utility "A good first impression"', synonyms=("value",)),
    _E("warranty", "text", ("service",), "What the customer can rely on: how well, how soon, how often.",
       'warranty "Every day, within two minutes"'),
    _E("repeats", "times", ("phase", "service", *_RUNS), "How often the step, service or phase is gone through.",
       "repeats 12 times"),
    _E("every", "duration", ("phase", "service", *_RUNS), "How long it is from one repeat to the next.", "every 1mo",
       synonyms=("each",)),
    _E("optional", "share", ("service", *_RUNS), "The part of those who come in written order that goes through it; the others pass by.",
       "optional 40%", synonyms=("probability",)),
    # who, with what, how long, how much
    _E("by", "refs", ("cell",), "Who does it: `by a, b` together, `by a or b` one of them.", "by clerk, porter",
       synonyms=("who", "performer", "performed-by", "done-by", "with")),
    _E("via", "refs", ("cell",), "The channels by which customer and provider meet here; it makes any cell a contact.",
       "via desk, phone", synonyms=("through", "over", "touchpoint")),
    _E("using", "refs", ("cell",), "The systems that the cell needs.",
       "using pms", synonyms=("uses-system", "system-used")),
    _E("takes", "duration", ("cell",), "How long it takes when all goes well; without it the time is unknown, not zero.",
       "takes 4min",
       synonyms=("duration", "time", "lasts", "take", "length")),
    _E("cost", "money", ("cell", "system", "partner"), "What it costs the provider each time, beside the time of people.",
       "cost 0.03",
       synonyms=("costs", "expense")),
    _E("pays", "money", ("cell",), "What the customer pays here, each time.", "pays 0.50",
       synonyms=("pay", "paid", "costs", "fee", "charge")),
    _E("for", "refs", ("service", *_RUNS, "cell", "when"), "Only these customers go through it; how many they are is the persona's `share`.",
       "for guest"),
    # what happens
    _E("offstage", "flag", ("step", "decision"), "Not in the customer's flow: preparation, or work in the back office.",
       "offstage"),
    _E("trigger", "text", _RUNS, "What starts the step, in words; it is shown, not computed.",
       'trigger "3 days before the due date"', synonyms=("starts",)),
    _E("notice", "text", ("wait",), "What tells the customer why and how long.", 'notice "Screen shows the queue"'),
    _E("at", "ref", ("fail",), "The cell that may fail, when it is not the one above.", "at check_in.frontstage"),
    _E("escalates", "ref", ("fail",), "The role that takes over.",
       "escalates manager", synonyms=("escalate", "escalation")),
    # notes of all kinds
    _E("meets", "refs", _PARTS, "The needs of customers or roles that are met here.",
       "meets guest.quick", True, synonyms=("satisfies", "fulfils")),
    _E("under", "refs", _PARTS, "The policies that bind what is done here.", "under id_check", True),
    _E("emotion", "signed", _PARTS, "How the customer feels, from -2 to +2.", "emotion -1",
       synonyms=("feeling", "sentiment", "mood")),
    _E("pain", "text", _PARTS, "What hurts or annoys the customer here.",
       'pain "Queues at eight"', True, synonyms=("pain-point", "painpoint")),
    _E("idea", "text", _PARTS, "What could be better here.",
       'idea "Check in on the train"', True, synonyms=("opportunity", "question")),
    _E("quote", "text", ("persona", "insight", *_PARTS), "What a customer said.", 'quote "I just want my key"', True,
       synonyms=("said", "voice")),
    _E("insights", "refs", _PARTS, "What was heard from customers that supports it.", "insights rush", True),
    _E("moment-of-truth", "flag", _PARTS, "A meeting that decides what the customer thinks of the service.",
       "moment-of-truth",
       synonyms=("critical-moment", "moment", "moment_of_truth", "mot", "critical")),
    _E("standard", "text", _PARTS, "What counts as well done, in words that can be checked.",
       'standard "You can see your face in them"',
       synonyms=("quality", "criterion")),
    _E("status", "choice", ("insight", *_PARTS), "How sure it is: `observed` in reality, `assumed`, or `proposed` for the future.",
       "status observed", choices=("observed", "assumed", "proposed")),
    _E("source", "text", ("insight", "metric", *_PARTS), "Where it is known from: an interview, a log, a document.",
       'source "Interviews, May"',
       synonyms=("reference", "from")),
    _E("note", "text", (*_WHOLE, *_NAMED, "fail", *_PARTS), "Anything else.", 'note "To be checked"', True,
       synonyms=("notes", "comment", "remark")),
    _E("link", "text", (*_WHOLE, *_PARTS), "Where to read more.",
       'link "https://example.org"', True, synonyms=("url", "href")),
    _E("tags", "words", (*_WHOLE, *_PARTS), "Words of your own to find it by.",
       "tags pilot, night", synonyms=("tag", "labels", "label")),
    _E("latitude", "choice", _PARTS, "How much whoever does it may decide: `low` is always the same way, `high` as the case asks.",
       "latitude low", choices=("low", "high"),
       synonyms=("divergence", "variability")),
    # metrics
    _E("actual", "amount", ("metric",), "The value that was measured.",
       "actual 8%", synonyms=("measured", "current-value")),
    _E("proxy", "proxy", ("metric",), "What the metric stands for when the thing itself cannot be measured.",
       'proxy for "dignity"', synonyms=("stands-for",)),
)  # fmt: skip

ENTRIES = (*STATEMENTS, *LANE_WORDS, *IN_STEP, *ATTRIBUTES)
WORDS = {entry.word: entry for entry in ENTRIES}
# `touchpoint` may be meant as evidence, channel or `via`; the first that stands in the table is offered first.
SYNONYMS: dict[str, tuple[str, ...]] = {}
for _entry in ENTRIES:
    for _synonym in _entry.synonyms:
        SYNONYMS[_synonym] = (*SYNONYMS.get(_synonym, ()), _entry.word)

# What a value of each shape is called, with an example of it.
VALUES: dict[str, tuple[str, str]] = {
    "text": ("a text in quotes", '"…"'),
    "refs": ("one or more names", "clerk, porter"),
    "ref": ("a name", "clerk"),
    "owner": ("a name or a text in quotes", '"Front office"'),
    "words": ("words with commas between them", 'technical, "first aid"'),
    "choice": ("a word", "task"),
    "version": ("a version", '"1.2"'),
    "number": ("a number", "2"),
    "signed": ("a number from -2 to +2", "-1"),
    "share": ("a share", "40%"),
    "duration": ("a duration", "4min"),
    "rate": ("a rate", "60/day"),
    "money": ("an amount of money", "2.50"),
    "price": ("a price", "90.00"),
    "date": ("a date", "2026-11-21"),
    "times": ("a number of times", "12 times"),
    "reason": ("the word `because` and a text in quotes", 'because "…"'),
    "amount": ("a value", "8%"),
    "proxy": ("the word `for` and a text in quotes", 'for "dignity"'),
}

# ---------------------------------------------------------------------------------------------------- metrics


@dataclass(frozen=True, slots=True)
class MetricEntry:
    """A metric with a known meaning. `tier`: core · service (facilitating and enhancing) · whole · provider.

    `unit`: share · duration · score (`4.2/5`) · points (-100 to 100) · money · number · rate. `better` says which way is
    good.
    """

    name: str
    tier: Literal["core", "service", "whole", "provider"]
    unit: Literal["share", "duration", "score", "points", "money", "number", "rate"]
    better: Literal["lower", "higher"]
    doc: str


_M = MetricEntry
METRICS = {
    metric.name: metric
    for metric in (
        _M("delivery-speed", "core", "duration", "lower", "Time from the customer's start to the result."),
        _M("error-rate", "core", "share", "lower", "Share of deliveries with an error."),
        _M("completion-rate", "core", "share", "higher", "Share of those who start and reach the end."),
        _M("consistency", "core", "share", "higher", "Share of deliveries that meet the standard."),
        _M(
            "csat", "service", "score", "higher", "Customer satisfaction, as a score or a share of satisfied customers."
        ),
        _M("nps", "service", "points", "higher", "Net promoter score: promoters minus detractors."),
        _M("first-contact-resolution", "service", "share", "higher", "Share of requests settled at the first contact."),
        _M("response-time", "service", "duration", "lower", "Time until somebody answers."),
        _M("adoption", "whole", "share", "higher", "Share of possible customers who use the service."),
        _M("utilisation", "whole", "share", "higher", "Share of what was sold that is used."),
        _M("renewal", "whole", "share", "higher", "Share of contracts that are renewed."),
        _M("repeat-rate", "whole", "share", "higher", "Share of customers who come again."),
        _M("customer-lifetime-value", "whole", "money", "higher", "What a customer brings in over the years."),
        _M("wallet-share", "whole", "share", "higher", "Share of the customer's spending of this kind."),
        _M("cost-per-transaction", "whole", "money", "lower", "What one use costs the provider."),
        _M("digital-take-up", "whole", "share", "higher", "Share of uses through digital channels."),
        _M("provider-satisfaction", "provider", "score", "higher", "How content the people who provide are."),
        _M("turnover", "provider", "share", "lower", "Share of people who leave in a year."),
    )
}


def allowed(word: str, place: str) -> bool:
    """Whether the word may stand in the block (or the tail) of such a place."""
    entry = WORDS.get(word)
    return entry is not None and place in entry.inside


def words_in(place: str) -> tuple[str, ...]:
    """The words that may stand there, in the order of the table."""
    return tuple(entry.word for entry in ENTRIES if place in entry.inside)


def lacking(word: str) -> str:
    """What the word wants after it, with an example: "a duration such as `4min`"."""
    entry = WORDS[word]
    if entry.choices:
        *most, last = [f"`{choice}`" for choice in entry.choices]
        return f"{', '.join(most)} or {last}"
    example = entry.example.partition(" ")[2]
    return f"{VALUES[entry.shape][0]} such as `{example}`" if example else VALUES[entry.shape][0]


def place_of(keyword: str) -> str:
    """The kind of place that a statement's block is; empty for a word that holds nothing."""
    if keyword in TIERS:
        return "service"
    if keyword in LANES:
        return "evidence" if keyword == "evidence" else "cell"
    return keyword if keyword in PLACES else ""
