"""Random valid blueprints as text, for tests that hold an invariant over many of them.

`generate(seed, size)` is deterministic. `size` is about how many steps come out (recoveries and steps of branches
included, so it may be passed by a few). The texts have no error findings; warnings they may have.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

_VERBS = ("Ask", "Check", "Register", "Deliver", "Explain", "Inspect", "Repair", "Confirm", "Sign", "Collect")
_THINGS = ("the order", "a room", "the invoice", "documents", "the car", "a ticket", "the appointment", "a sample")
_ODD = (
    "Prüfung der Unterlagen für den Versicherungsnehmer",
    "受付で名前を確認する",
    "يستلم الحقيبة",
    "Pay 💳 and go",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    'Say \\"thank you\\" \\\\ wave',
    "A",
)
_TAKES = ("30s", "45s", "2min", "4min", "3min..8min", "3min..4min..8min", "4min ±1min", "1h30min", "20min")
_WORDS = ("quick", "kind", "fair", "clean", "cheap", "safe")


@dataclass
class _Maker:
    random: Random
    lines: list[str] = field(default_factory=list)
    depth: int = 0
    left: int = 0  # steps still to be written
    count: int = 0  # steps written
    targets: list[str] = field(default_factory=list)  # ids on the main path that an arrow may enter
    cells: list[tuple[str, int, bool]] = field(default_factory=list)  # cell key, step number, on the main path
    services: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)  # recoveries to write at the end of the container
    forward: list[int] = field(default_factory=list)  # lines whose `@next` stands for a step written later
    personas: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    systems: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)
    extra: str = ""
    in_parallel: int = 0
    in_when: int = 0

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def put(self, text: str) -> None:
        self.lines.append("  " * self.depth + text)

    def open(self, text: str) -> None:
        self.put(text + " {")
        self.depth += 1

    def close(self) -> None:
        self.depth -= 1
        self.put("}")

    def title(self) -> str:
        if self.chance(0.06):
            return self.random.choice(_ODD)
        return f"{self.random.choice(_VERBS)} {self.random.choice(_THINGS)}"

    def some(self, names: list[str], most: int = 2) -> list[str]:
        return self.random.sample(names, min(len(names), self.random.randint(1, most)))

    # declarations

    def declarations(self) -> None:
        r = self.random
        self.open(f'blueprint generated "Generated {r.randint(1, 99)}"')
        self.put(f"kind {r.choice(('task', 'access'))}")
        self.put("currency EUR")
        if self.chance(0.7):
            self.put(f"demand {r.randint(5, 200)}/day")
        if self.chance(0.4):
            self.put(f"workdays {r.choice((5, 6, 7))}/week")
        if self.chance(0.5):
            self.put("metric renewal >= 60% actual 55%")
        self.close()
        self.people()
        self.things()
        if self.chance(0.25):
            self.extra = "courier"
            side = r.choice(("below support", "above support", "below customer"))
            self.put(f'lane courier "Delivery partner" {side} line "Line of external interaction"')

    def people(self) -> None:
        r = self.random
        shares = {1: (100,), 2: (60, 40), 3: (50, 30, 20)}[r.randint(1, 3)]
        for number, share in enumerate(shares, 1):
            self.personas.append(f"persona_{number}")
            self.open(f'persona persona_{number} "Persona {number}"')
            self.put(f"share {share}%")
            for need in self.some(list(_WORDS), 3):
                self.put(f'need {need} "To be {need}" {r.choice(("must", "should", "could"))}')
            self.close()
        for number in range(1, r.randint(2, 5)):
            self.roles.append(f"role_{number}")
            self.open(f'role role_{number} "Role {number}"')
            self.put(f"staff {r.randint(1, 9)}; rate {r.randint(8, 60)}.00/h; hours 8h/day")
            if self.chance(0.5):
                self.put(f"availability {r.randint(60, 100)}%; skills technical, interpersonal")
            self.put('need "Steady work"')
            self.close()

    def things(self) -> None:
        r = self.random
        for number in range(1, r.randint(2, 4)):
            self.systems.append(f"system_{number}")
            self.put(f'system system_{number} "System {number}" cost 0.{r.randint(10, 99)} availability 99%')
        if self.chance(0.5):
            self.systems.append("bank")
            self.put('partner bank "The bank"')
        for name in ("phone", "desk", "app")[: r.randint(1, 3)]:
            self.channels.append(name)
            self.put(f'channel {name} "{name.capitalize()}"' + (" digital" if name == "app" else ""))
        self.put('policy privacy "Nobody reads what is not theirs"')
        self.put('insight talks "Guests told us" source "interviews" sample 12 date 2026-03-01')

    # containers

    def phases(self) -> None:
        total, kinds = self.left, ("interaction", "billing", "after-sales")
        amount = max(1, min(4, total // 3))
        for number in range(amount):
            self.left = total // amount + (1 if number < total % amount else 0)
            kind = kinds[min(number, 2)] if self.chance(0.8) else self.random.choice(kinds)
            self.open(f"phase {kind}" + (f' "Phase {number + 1}"' if self.chance(0.8) else ""))
            if self.chance(0.2):
                self.put('evidence "The building, uniforms"')
            while self.left > 0:
                if self.chance(0.75):
                    self.service()
                else:
                    self.sequence(self.random.randint(1, 3))
            self.recoveries()
            self.close()

    def service(self) -> None:
        reopened = self.services and self.chance(0.1)
        if reopened:
            self.open(self.random.choice(self.services))
        else:
            tier = self.random.choice(("core", "facilitating", "enhancing"))
            header = f"{tier} service_{len(self.services) + 1}"
            self.services.append(header)
            self.open(f'{header} "Service {len(self.services)}"')
            if tier == "core":
                self.put(f'outcome "It works"; price {self.random.randint(1, 90)}.50')
            elif self.chance(0.4):
                self.put("metric csat >= 4.2/5 actual 3.9/5")
        self.sequence(self.random.randint(1, 6))
        self.recoveries()
        self.close()

    def recoveries(self) -> None:
        self.lines += ["  " * self.depth + line for line in self.late]
        self.late.clear()

    def sequence(self, most: int) -> None:
        """Some items in written order, at least one."""
        for _ in range(most):
            if self.left <= 0:
                return
            kind = self.random.random()
            if kind < 0.12 and self.left >= 2 and self.depth < 7:
                self.decision()
            elif kind < 0.2 and self.left >= 2 and self.depth < 6:
                self.parallel()
            else:
                self.step()

    def nested(self, most: int) -> None:
        self.step()  # the first is a plain step: nothing enters a branch but at its head
        self.sequence(most - 1)

    def decision(self) -> None:
        number = self.begin()
        key = f"ask_{number}"
        self.open(f'decision {key} "{self.title()}?"')
        if number == 1 or self.chance(0.7):
            self.cell(key, number, "customer", self.in_parallel == 0)
        rest = 100
        for index in range(self.random.randint(1, 2)):
            share = self.random.randint(5, 30)
            rest -= share
            if self.chance(0.6) and self.left > 0:
                self.open(f'when "Case {index + 1}" {share}%')
                self.in_when += 1
                self.nested(2)
                self.in_when -= 1
                self.close()
            else:
                self.put(f'when "Case {index + 1}" {share}%{self.jump()}')
        self.put(f'when "Otherwise" {rest}%')
        self.close()

    def jump(self) -> str:
        """An arrow to the main path: back to a step, to a later one, or to the end. None from a parallel's branch."""
        if self.in_parallel:
            return ""
        kind = self.random.random()
        if kind < 0.4 and self.targets:
            return f" -> {self.random.choice(self.targets[-6:])}"
        if kind < 0.7:
            self.forward.append(len(self.lines))
            return " -> @later"
        return " -> end" if kind < 0.85 else ""

    def parallel(self) -> None:
        self.open("parallel")
        self.in_parallel += 1
        for number in range(self.random.randint(2, 3)):
            if number and self.left <= 0:
                break
            if self.chance(0.3):
                self.step()
            else:
                self.open("branch")
                self.nested(2)
                self.close()
        if self.lines[-1].strip() != "}" or self.left <= 0:
            self.step()  # at least two run side by side
        self.in_parallel -= 1
        self.close()

    # steps

    def begin(self) -> int:
        self.left -= 1
        self.count += 1
        return self.count

    def step(self) -> None:
        number = self.begin()
        main = self.in_parallel == 0 and self.in_when == 0
        offstage = main and self.chance(0.06) and number > 1
        named = self.chance(0.75)
        key = f"step_{number}"
        if named:
            self.open(f"step {key}" + (f' "{self.title()}"' if self.chance(0.9) else ""))
        else:
            self.open(f'step "{number}. {self.title()}"')
        self.body(key if named else "", number, main and not offstage, offstage)
        self.close()
        if named and main and not offstage:
            self.enter(key)

    def enter(self, key: str) -> None:
        """This step can be entered: it is what the arrows forward have waited for, now and then."""
        if self.forward and self.chance(0.6):
            place = self.forward.pop(0)
            self.lines[place] = self.lines[place].replace("@later", key)
        self.targets.append(key)

    def body(self, key: str, number: int, main: bool, offstage: bool) -> None:
        r = self.random
        if offstage:
            self.put("offstage")
        elif main and self.chance(0.1):
            self.put(f"optional {r.randint(10, 90)}%")
        elif self.chance(0.06):
            self.put(f"for {r.choice(self.personas)}")
        elif self.chance(0.06):
            self.put(r.choice(("repeats 3 times", "repeats 1..4 times every 1mo")))
        for _ in range(r.choice((0, 1, 1, 1, 2))):
            self.put(f'evidence "{r.choice(("Desk", "Receipt", "Screen, form", "Printed letter with the terms"))}"')
        lanes = ["backstage", "support"] if offstage else self.lanes()
        for index, lane in enumerate(lanes):
            self.cell(key, number, lane, main, first=index == 0)
        if not offstage and self.chance(0.12):
            self.put(r.choice(('wait "For an answer" 5min acceptable 15min', 'pause "Reads at home" 2d', "wait 90s")))
        if main and self.targets and self.chance(0.06):
            self.put(f'when "Not yet" {r.randint(3, 30)}%{self.jump()}')
        self.notes()

    def lanes(self) -> list[str]:
        r = self.random
        lanes = ["customer"] if self.count == 1 or self.chance(0.85) else []
        lanes += ["frontstage"] * r.choice((0, 1, 1, 1, 2))
        lanes += ["backstage"] * r.choice((0, 0, 1, 1, 2))
        lanes += ["support"] * r.choice((0, 0, 1))
        if self.extra and self.chance(0.2):
            lanes.append(self.extra)
        return lanes or ["frontstage"]

    def cell(self, key: str, number: int, lane: str, main: bool, first: bool = True) -> None:
        r = self.random
        meanwhile = "meanwhile " if not first and self.chance(0.2) else ""
        parts = [f'{meanwhile}{lane} "{self.title()}"', self.performers(lane)]
        if lane == "backstage" and self.chance(0.3):
            parts.append(f"via {r.choice(self.channels)}")
        if lane != "customer" and self.chance(0.3):
            parts.append(f"using {', '.join(self.some(self.systems))}")
        if self.chance(0.7):
            parts.append(f"takes {r.choice(_TAKES)}")
            if self.chance(0.2):
                parts.append("acceptable 3h")
        if lane == "customer":
            parts.append(f"pays {r.randint(1, 40)}.00" if self.chance(0.06) else "")
        elif self.chance(0.2):
            parts.append(f"cost {r.randint(0, 5)}.{r.randint(10, 99)}")
        self.put(" ".join(part for part in parts if part))
        if key:
            same = sum(1 for other, _, _ in self.cells if other.startswith(f"{key}.{lane}"))
            self.cells.append((f"{key}.{lane}" + (f"_{same + 1}" if same else ""), number, main))
        if self.chance(0.12):
            self.fail()

    def performers(self, lane: str) -> str:
        if lane == "customer":
            return f"by {self.random.choice(self.personas)}" if self.chance(0.1) else ""
        if lane == "support" or self.chance(0.2):
            return f"by {self.random.choice(self.systems)}" if self.chance(0.7) else ""
        names = self.some(self.roles)
        return "by " + (" or ".join(names) if self.chance(0.3) else ", ".join(names))

    def fail(self) -> None:
        r = self.random
        head = f'fail "{self.title()} goes wrong" {r.randint(1, 20)}% {r.choice(("low", "medium", "high"))}'
        if self.chance(0.3):
            self.put(f"{head} escalates {r.choice(self.roles)} within 4h")
        elif self.chance(0.8):
            number = self.begin()
            self.put(f"{head} -> mend_{number}")
            back = r.choice(("", "  -> next", "  -> again"))
            self.late += [
                f'recovery mend_{number} "{self.title()} again" {{',
                f'  frontstage "Makes it good" by {r.choice(self.roles)} takes 3min',
                *([back] if back else []),
                "}",
            ]
        else:
            self.put(head)

    def notes(self) -> None:
        r = self.random
        for share, text in (
            (0.1, f"emotion {r.choice(('-2', '-1', '+1', '+2'))}"),
            (0.1, "moment-of-truth"),
            (0.1, 'standard "Within a minute, by name"'),
            (0.1, 'pain "Nobody looks up"'),
            (0.08, "under privacy"),
            (0.08, "insights talks"),
            (0.08, 'status observed; source "a day on site"'),
            (0.08, "tags quick, paper"),
            (0.05, 'note """\n    Two lines\n    of it\n    """'),
        ):
            if self.chance(share):
                self.put(text)

    # ends

    def links(self) -> None:
        used: set[tuple[str, str]] = set()
        cells = [cell for cell in self.cells if cell[2]]
        for _ in range(len(cells) // 6):
            a, b = sorted(self.random.sample(cells, 2), key=lambda cell: cell[1])
            if a[1] == b[1] or (a[0], b[0]) in used:
                continue
            used.add((a[0], b[0]))
            arrow = self.random.choice(("->", "~>", "~>", "<->"))
            label = f' "{self.random.choice(("Bags", "Order", "Key"))}"' if self.chance(0.4) else ""
            self.put(f"{a[0]} {arrow} {b[0]}{label}")
        if self.targets and self.chance(0.5):
            self.put(f"{self.random.choice(self.systems)} ~> {self.random.choice(self.targets)}")

    def packages(self) -> None:
        if self.services and self.chance(0.6):
            names = [header.split()[1] for header in self.services]
            self.put(f'package basic "Basic" price 19.90 includes {", ".join(self.some(names, 3))}')

    def scenario(self) -> None:
        if not self.chance(0.4):
            return
        self.open('scenario busy "Saturday evening"')
        self.put("demand 300/day")
        self.put(f"role {self.random.choice(self.roles)} {{ staff 12 }}")
        if self.cells:
            key, lane = self.random.choice(self.cells)[0].split(".")
            if key in self.targets:
                self.put(f"step {key} {{ {lane} takes 9min }}")
        self.close()

    def text(self) -> str:
        for place in self.forward:
            self.lines[place] = self.lines[place].replace("@later", "end")
        return "\n".join(self.lines) + "\n"


def generate(seed: int, size: int = 12) -> str:
    """A valid blueprint as text, the same for the same arguments on every machine. `size` is about its steps."""
    maker = _Maker(Random(seed), left=max(1, size))
    maker.declarations()
    maker.phases()
    maker.packages()
    maker.links()
    maker.scenario()
    return maker.text()
