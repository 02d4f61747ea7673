"""What people write who do not know the language yet: one message, at the very words, and a fix that mends it."""

from __future__ import annotations

import pytest

from blueprint.diagnostics import apply
from blueprint.source import Source
from tests.syntax.trees import names, read, told

# what was written · the finding · the words it underlines · what the fix makes of it
MENDED = (
    ('customer "X" takes 30 minutes', "bad-value", "30 minutes", 'customer "X" takes 30min'),
    ('customer "X" takes 10 min via desk', "bad-value", "10 min", 'customer "X" takes 10min via desk'),
    ("takes 1h 30min", "bad-value", "1h 30min", "takes 1h30min"),
    ("takes 10-15 min", "bad-value", "10-15 min", "takes 10min..15min"),
    ("takes 3..8min", "bad-value", "3..8min", "takes 3min..8min"),
    ("takes 2 working days", "bad-value", "2 working days", "takes 2wd"),
    ("takes about 5 minutes", "bad-value", "about 5 minutes", "takes 5min"),
    ("capacity 2", "misspelt-word", "capacity", "staff 2"),
    ("costs 6.00", "misspelt-word", "costs", "price 6.00"),
    ('customer "X" costs 6.00', "misspelt-word", "costs", 'customer "X" pays 6.00'),
    ('frontstage "X" costs 6.00', "misspelt-word", "costs", 'frontstage "X" cost 6.00'),
    ('meanwhile customer "X" by a fee 6.00', "misspelt-word", "fee", 'meanwhile customer "X" by a pays 6.00'),
    ('customer "X" pays 6.00 time 2min', "misspelt-word", "time", 'customer "X" pays 6.00 takes 2min'),
    ('wait "X" time 2min', "syntax-error", "time", 'wait "X" 2min'),
    ("takes 3mn", "bad-value", "3mn", "takes 3min"),
    ("wait \"X\" 2' acceptable 5min", "bad-value", "2'", 'wait "X" 2min acceptable 5min'),
    ("customer \"X\" takes 1'30 by a", "bad-value", "1'30", 'customer "X" takes 1min30s by a'),
    ("metric response-time <= 3mn", "bad-value", "3mn", "metric response-time <= 3min"),
    ('customer "X" 3mn', "syntax-error", "3mn", 'customer "X" takes 3min'),
    ('frontstage "X" cashier', "syntax-error", "cashier", 'frontstage "X" by cashier'),
    ('meanwhile frontstage "X" cashier via a', "syntax-error", "cashier", 'meanwhile frontstage "X" by cashier via a'),
    ('frontstage "X" by cashier 1min', "syntax-error", "1min", 'frontstage "X" by cashier takes 1min'),
    ('meanwhile frontstage "X" 1 min', "syntax-error", "1 min", 'meanwhile frontstage "X" takes 1min'),
    ("hours 10h", "bad-value", "10h", "hours 10h/day"),
    ("hours 40 hours", "bad-value", "40 hours", "hours 40h/week"),
    ("hours 9", "bad-value", "9", "hours 9h/day"),
    ("-> Replace key", "bad-value", "Replace key", "-> replace_key"),
    ('fail "X" 3% -> Replace the key high', "bad-value", "Replace the key", 'fail "X" 3% -> replace_the_key high'),
    ("yes 80% -> pay", "syntax-error", "yes", 'when "Yes" 80% -> pay'),
    ('customer "Swims" 1 hour', "syntax-error", "1 hour", 'customer "Swims" takes 1h'),
    ("takes 3 minuts", "bad-value", "3 minuts", "takes 3min"),
    ("acceptable 2 huors", "bad-value", "2 huors", "acceptable 2h"),
    ("pays 2,50 euros", "bad-value", "2,50 euros", "pays 2.50 EUR"),
    ("rate 15 Euro/h", "bad-value", "15 Euro/h", "rate 15 EUR/h"),
    ("currency €", "bad-value", "€", "currency EUR"),
    ("takes 1,5h", "bad-value", "1,5h", "takes 1.5h"),
    ("availability 40 %", "bad-value", "40 %", "availability 40%"),
    ('fail "X" 40 percent high', "bad-value", "40 percent", 'fail "X" 40% high'),
    ("demand 2,400/day", "bad-value", "2,400/day", "demand 2400/day"),
    ("demand 60 per day", "bad-value", "60 per day", "demand 60/day"),
    ("hours 8 hours a day", "bad-value", "8 hours a day", "hours 8h/day"),
    ("price 1,000.00", "bad-value", "1,000.00", "price 1000.00"),
    ("price 6000 monthly", "bad-value", "6000 monthly", "price 6000/month"),
    ("price free", "bad-value", "free", "price 0"),
    ("cost €2.50", "bad-value", "€2.50", "cost 2.50 EUR"),
    ("rate 28.00EUR/h", "bad-value", "28.00EUR/h", "rate 28.00 EUR/h"),
    ("repeats 12", "bad-value", "12", "repeats 12 times"),
    ("repeats twice", "bad-value", "twice", "repeats 2 times"),
    ("date 21.11.2026", "bad-value", "21.11.2026", "date 2026-11-21"),
    ("date 21 November 2026", "bad-value", "21 November 2026", "date 2026-11-21"),
    ("metric csat >= 4.2 out of 5", "bad-value", "4.2 out of 5", "metric csat >= 4.2/5"),
    ('kind "task"', "bad-value", '"task"', "kind task"),
    ('hours "Mon-Fri"', "bad-value", '"Mon-Fri"', 'note "Mon-Fri"'),
    ('need "X" unmet "No room"', "bad-value", '"No room"', 'need "X" unmet because "No room"'),
    ("customer “Pays” by guest", "foreign-sign", "“Pays”", 'customer "Pays" by guest'),
    ("customer 'Pays' by guest", "foreign-sign", "'Pays'", 'customer "Pays" by guest'),
    ("emotion −1", "foreign-sign", "−", "emotion -1"),
    ('phase after–sales "X"', "foreign-sign", "–", 'phase after-sales "X"'),
    ("takes ４min", "foreign-sign", "４", "takes 4min"),
    ('customer "X" by زبون، بائع', "foreign-sign", "،", 'customer "X" by زبون, بائع'),
    ("a → b", "foreign-sign", "→", "a -> b"),
    ('role x "X" { staff 3, rate 12.00/h }', "syntax-error", ",", 'role x "X" { staff 3 rate 12.00/h }'),
    ('customer "X" takes 2h, frontstage "Y"', "syntax-error", "frontstage", 'customer "X" takes 2h; frontstage "Y"'),
    ('customer "X" frontstage "Y" by a', "syntax-error", "frontstage", 'customer "X"; frontstage "Y" by a'),
    ('persona x "X" { share 70% need "Y" must }', "syntax-error", "need", 'persona x "X" { share 70%; need "Y" must }'),
    ('step "A" step "B"', "syntax-error", "step", 'step "A"; step "B"'),
    ('customer "X" -> end', "syntax-error", "-> end", 'customer "X"; -> end'),
    ("evidence Menu, flyer", "unquoted-text", "Menu, flyer", 'evidence "Menu, flyer"'),
    ('-> "Pay now"', "bad-value", '"Pay now"', "-> pay_now"),
    ('fail "X" 2% -> "Pay now"', "bad-value", '"Pay now"', 'fail "X" 2% -> pay_now'),
    ('"Pay now" -> serve', "bad-value", '"Pay now"', "pay_now -> serve"),
    ('customer "Says "hello" twice"', "bad-escape", '"Says "hello" twice"', r'customer "Says \"hello\" twice"'),
    ('customer "X" // a remark', "foreign-sign", "//", 'customer "X" # a remark'),
    ('customer\u200b "X"', "foreign-sign", "\u200b", 'customer "X"'),
    ('customer "X" takes 10 Minuten', "bad-value", "10 Minuten", 'customer "X" takes 10min'),
    ("takes 1h30", "bad-value", "1h30", "takes 1h30min"),
    ("link https://example.org/a", "unquoted-text", "https://example.org/a", 'link "https://example.org/a"'),
    ("a ↔ b", "foreign-sign", "↔", "a <-> b"),
    ("a => b", "foreign-sign", "=>", "a -> b"),
    ("a --> b", "foreign-sign", "-->", "a -> b"),
    ('customer "X" duration 4min', "misspelt-word", "duration", 'customer "X" takes 4min'),
    ('customer "X" tkaes 4min', "misspelt-word", "tkaes", 'customer "X" takes 4min'),
    ('sklls technical, "tariffs"', "misspelt-word", "sklls", 'skills technical, "tariffs"'),
    ('customer "X" taks 4min', "misspelt-word", "taks", 'customer "X" takes 4min'),
    ('customer "X" taks pilot', "misspelt-word", "taks", 'customer "X" tags pilot'),
    ('customer "X" through desk', "misspelt-word", "through", 'customer "X" via desk'),
    ("duration 4min", "misspelt-word", "duration", "takes 4min"),
    ('frontstage "X" takes: 4min', "syntax-error", ":", 'frontstage "X" takes 4min'),
    ('role clerk: "X"', "syntax-error", ":", 'role clerk "X"'),
    ('frontstage "X" takes=4min', "syntax-error", "=", 'frontstage "X" takes 4min'),
    ('frontstage "X" by a and b', "syntax-error", "and", 'frontstage "X" by a, b'),
    ('frontstage "X" by a, via b', "syntax-error", ",", 'frontstage "X" by a via b'),
    ('frontstage "X" by a,', "syntax-error", ",", 'frontstage "X" by a'),
    ('step "Check in" check_in', "syntax-error", "check_in", 'step check_in "Check in"'),
    ('frontstage by a "X"', "syntax-error", '"X"', 'frontstage "X" by a'),
    ("customer Checks in", "unquoted-text", "Checks in", 'customer "Checks in"'),
    ("step check_in Check in", "unquoted-text", "Check in", 'step check_in "Check in"'),
    ("note call them later", "unquoted-text", "call them later", 'note "call them later"'),
    ("owner Front office", "unquoted-text", "Front office", 'owner "Front office"'),
    ("version 1.2.0", "unquoted-text", "1.2.0", 'version "1.2.0"'),
    ('customer "Pays', "unclosed-text", '"Pays', 'customer "Pays"'),
    ('customer Receives bags takes 30s', "unquoted-text", "Receives bags", 'customer "Receives bags" takes 30s'),
    ('evidence Hat with a band: red', "unquoted-text", "Hat with a band: red", 'evidence "Hat with a band: red"'),
    ('role a "Ann { staff 1; need "Work" }', "unclosed-text", '"Ann', 'role a "Ann" { staff 1; need "Work" }'),
    ('library a Common" { version "1" }', "unquoted-text", 'Common"', 'library a "Common" { version "1" }'),
    ('fail "No key 5% owner "Lead"', "unclosed-text", '"No key 5%', 'fail "No key 5%" owner "Lead"'),
    ('need "X unmet because "no room"', "unclosed-text", '"X', 'need "X" unmet because "no room"'),
    ('note "a; need "b"', "unclosed-text", '"a', 'note "a"; need "b"'),
    (r'note "a\qb"', "bad-escape", r"\q", r'note "a\\qb"'),
    ('role a { staff 1 } }', "stray-brace", "}", "role a { staff 1 } "),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "words", "fixed"), MENDED, ids=[case[0] for case in MENDED])
def test_a_near_miss_has_one_message_and_a_fix(text: str, name: str, words: str, fixed: str) -> None:
    parsed = read(text)
    assert names(parsed) == [name], told(text, parsed)
    found = parsed.diagnostics[0]
    assert Source(text).slice(found.span) == words
    assert found.fix is not None
    assert apply(text, [found.fix]) == fixed
    assert names(read(apply(text, [found.fix]))) == []


# what was written · the finding · the words it underlines · a piece of the message or the help
TOLD = (
    ("takes", "missing-value", "takes", "needs a duration such as `4min`"),
    ("takes soon", "bad-value", "soon", "needs a duration such as `4min`"),
    ("takes 4", "bad-value", "4", "needs a duration"),
    ("seats 2", "syntax-error", "seats", "`seats` is no word of the language that has a value such as `2`."),
    ("seats 2", "syntax-error", "seats", "Words that have one: `staff` or `sample`."),
    ("attends 2h/day", "syntax-error", "attends", "Words that have one: `demand`, `hours`, "),
    ("takes 4 mons", "bad-value", "4 mons", "needs a duration"),
    ("hours 500", "bad-value", "500", "a rate such as `8h/day`; `500` is none."),
    ('customer "X" cashier', "syntax-error", "cashier", "cannot stand here"),
    ('customer "X" takes 3min xyzzy 4 by a', "syntax-error", "xyzzy", "cannot stand here"),
    ("pays 4 francs", "bad-value", "4 francs", "needs an amount of money"),
    ('customer by "Pays"', "missing-value", "by", "needs one or more names"),
    ("state 7", "bad-value", "7", "`current`, `target` or `future`"),
    ('"Greets" by clerk', "syntax-error", '"Greets"', "cannot begin with a text"),
    ('step a "A" -> b', "syntax-error", "-> b", "line of its own"),
    ('step "A" "B"', "syntax-error", '"B"', "A line has one text"),
    ('customer "X" via front desk', "syntax-error", "front desk", "`front_desk`"),
    ('wait "X" 3min 4min', "said-twice", "4min", "second duration"),
    ('fail "X" 3% 4%', "said-twice", "4%", "second share"),
    ('fail "X" ~> b', "syntax-error", "~>", "Only `->`"),
    ("{ }", "block-of-nothing", "{", "no statement before it"),
    ("a -> b { }", "needless-block", "{", "has no block"),
    ('use "a.bp" { }', "needless-block", "{", "`use` has no block"),
    ("->", "syntax-error", "->", "What can stand here: a name."),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "words", "piece"), TOLD, ids=[case[0] for case in TOLD])
def test_what_cannot_be_mended_is_told(text: str, name: str, words: str, piece: str) -> None:
    parsed = read(text)
    assert names(parsed) == [name], told(text, parsed)
    found = parsed.diagnostics[0]
    assert Source(text).slice(found.span) == words
    assert piece in f"{found.message} {found.help}"


def test_all_mistakes_of_a_line_are_told_at_once() -> None:
    text = "frontstage “Greets” by a and b duration 10 min, via desk takes"
    assert names(read(text)) == [
        "foreign-sign",
        "syntax-error",
        "misspelt-word",
        "bad-value",
        "syntax-error",
        "missing-value",
    ]


@pytest.mark.parametrize(
    ("declared", "word"),
    [("role host", "by"), ('partner host "Host"', "by"), ("persona host", "by"), ("channel host", "via")],
)
def test_what_is_declared_is_known_by_its_name(declared: str, word: str) -> None:
    text = f'{declared}\ncustomer "X" host 2min\n'  # without the declaration, `host` is most like `cost`
    found = read(text).diagnostics
    fixes = [each.fix for each in found if each.fix is not None and each.fix.safe]
    assert len(fixes) == len(found) == 2
    assert apply(text, fixes) == f'{declared}\ncustomer "X" {word} host takes 2min\n'


@pytest.mark.parametrize("target", ["Replace key", "replace key", '"Replace key"'])
def test_a_title_after_an_arrow_is_looked_up(target: str) -> None:
    text = f'step "Replace key" {{ -> {target} }}\nstep other "Change lock" {{ fail "X" 3% -> Change lock high }}\n'
    fixes = [each.fix for each in read(text).diagnostics if each.fix is not None and each.fix.safe]
    assert apply(text, fixes) == (
        'step "Replace key" { -> replace_key }\nstep other "Change lock" { fail "X" 3% -> other high }\n'
    )


def test_two_words_that_are_a_title_are_its_id() -> None:
    text = 'role desk "Front office"\nfrontstage "X" by Front office\n'
    (found,) = read(text).diagnostics
    assert found.fix is not None
    assert apply(text, [found.fix]).endswith("by desk\n")


def test_where_an_id_was_meant_the_rest_of_the_line_is_what_is_wrong() -> None:
    text = "step pay { -> pay now }"
    (found,) = read(text).diagnostics
    assert Source(text).slice(found.span) == "now"


def test_an_escaped_quote_does_not_close_a_long_text() -> None:
    text = 'policy a "A" {\n  note """Begins with \\""" and is never closed\n}\nrole b "B" { note "One" }\n'
    parsed = read(text)
    assert names(parsed) == ["unclosed-text"]
    assert len(parsed.file.statements) == 2


@pytest.mark.parametrize("written", ["3mn", "2'", "1'30"])
def test_what_could_mean_something_else_is_offered_and_not_taken_for_sure(written: str) -> None:
    (found,) = read(f'customer "X" takes {written}').diagnostics
    assert found.fix is not None
    assert not found.fix.safe


def test_a_value_ends_before_a_word_with_a_value_of_its_own() -> None:
    text = 'customer "X" pays 6€ time 2min'
    found = read(text).diagnostics
    assert [Source(text).slice(each.span) for each in found] == ["6€", "time"]
    assert apply(text, [each.fix for each in found if each.fix]) == 'customer "X" pays 6 EUR takes 2min'


def test_a_fix_keeps_what_another_finding_of_the_line_is_about() -> None:
    text = 'trouble "Key lost" 2% -> mend'
    fixes = [found.fix for found in read(text).diagnostics if found.fix is not None]
    assert len(fixes) == 1
    assert apply(text, fixes) == 'trouble "Key lost" 2%; -> mend'


def test_a_title_in_the_place_of_an_id_is_looked_up() -> None:
    text = 'step pay "Pay now" { -> "Order" }\nstep order_it "Order" { customer "X" }\nrole desk "Front"\n'
    for written, meant in (('-> "Order"', "-> order_it"), ('frontstage "X" by "Front"', 'frontstage "X" by desk')):
        parsed = read(text.replace('-> "Order"', written))
        assert len(parsed.diagnostics) == 1
        fix = parsed.diagnostics[0].fix
        assert fix is not None
        assert meant in apply(text.replace('-> "Order"', written), [fix])
