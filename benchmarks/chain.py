"""One chain of steps for all measurements: 5 lanes, 3 phases, links across lanes; the same work in peers' languages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

PHASES = ("interaction", "billing", "after-sales")
LANES = ("evidence", "customer", "frontstage", "backstage", "support")


def blueprint(steps: int) -> str:
    """The chain as a `.bp` text: five cells a step; every fifth step hands something to the step after next."""
    lines = ['blueprint chain "Chain"', 'role clerk "Clerk"', 'role cook "Cook"']
    for number, kind in enumerate(PHASES):
        lines += [f'phase {kind} "Phase {number + 1}" {{', f'  core service_{number + 1} "Service {number + 1}" {{']
        for step in range(number * steps // 3, (number + 1) * steps // 3):
            lines += _step(step)
        lines += ["  }", "}"]
    lines += [f's{a}.backstage -> s{b}.frontstage "Handover {a}"' for a, b in links(steps)]
    return "\n".join(lines) + "\n"


def sound(steps: int, title: str = "Chain") -> str:
    """The chain with all that the rules ask of a blueprint, so that nothing is found in it."""
    needs = {"clerk": "The papers of the customer", "cook": "The order, a minute ahead"}
    text = blueprint(steps).replace(
        'blueprint chain "Chain"\n',
        f'blueprint chain "{title}" {{ currency EUR; job "When I lack a part, I want it soon, to go on with work" }}\n'
        'insight talks "Talks" { source "Ten customers, in May" }\n',
    )
    for role, need in needs.items():
        text = text.replace(f'role {role} "{role.title()}"', f'role {role} "{role.title()}" {{ need "{need}" }}')
    for number in (1, 2, 3):
        text = text.replace(f' "Phase {number}" {{', f' "Phase {number}" {{\n  insights talks\n  acceptable 3d')
        text = text.replace(f' "Service {number}" {{', f' "Service {number}" {{\n    price 10; metric error-rate <= 3%')
    text = text.replace("error-rate <= 3%", "repeat-rate >= 30%", 1)
    mends = '    recovery mend "Look again" { frontstage "Looks again" by clerk takes 1min }\n    step s0 '
    fails = '      fail "Wrong part" 2% -> mend { owner "Clerk" }\n      customer "Asks for part 0"'
    return text.replace("    step s0 ", mends, 1).replace('      customer "Asks for part 0"', fails, 1)


def _step(number: int) -> list[str]:
    return [
        f'    step s{number} "Step {number}" {{',
        f'      evidence "Paper {number}"',
        f'      customer "Asks for part {number}" takes 1min',
        f'      frontstage "Answers {number}" by clerk takes 2min',
        f'      backstage "Prepares {number}" by cook takes 3min',
        f'      support "System {number}"',
        "    }",
    ]


def links(steps: int) -> Iterator[tuple[int, int]]:
    """The pairs of steps between which something is handed over."""
    return ((step, step + 2) for step in range(0, steps - 2, 5))


def yaml(steps: int) -> str:
    """The same facts as YAML, one list of steps."""
    entries = ["---", "steps:"]
    for number in range(steps):
        entries += [f"  - id: s{number}", *(f"    {lane}: text {number}" for lane in LANES)]
    return "\n".join([*entries, "links:", *(f"  - [s{a}, s{b}]" for a, b in links(steps))]) + "\n"


def sql(steps: int) -> str:
    """The same facts as INSERT statements."""
    rows = (", ".join(f"'{lane} {number}'" for lane in LANES) for number in range(steps))
    return "".join(f"INSERT INTO steps VALUES ({number}, {row});\n" for number, row in enumerate(rows))


def python(steps: int) -> str:
    """The same facts as calls, a function a step."""
    lines = ['"""Chain."""']
    for number in range(steps):
        lines += ["", "", f"def step_{number}(desk):", f'    """Step {number}."""']
        lines += [f'    desk.{lane}("Does part {number}", by="clerk", takes={number})' for lane in LANES]
    return "\n".join(lines) + "\n"


def bpmn(steps: int) -> str:
    """The same steps as tasks of a process in BPMN, one after the other."""
    names = ["start", *(f"task_{number}" for number in range(steps)), "end"]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="chain">',
        '  <bpmn:process id="process" name="Chain" isExecutable="false">',
    ]
    for at, name in enumerate(names):
        kind = {"start": "startEvent", "end": "endEvent"}.get(name, "userTask")
        lines.append(f'    <bpmn:{kind} id="{name}" name="Asks for part {at}">')
        lines += [f"      <bpmn:incoming>flow_{at}</bpmn:incoming>"] * (at > 0)
        lines += [f"      <bpmn:outgoing>flow_{at + 1}</bpmn:outgoing>"] * (name != "end")
        lines.append(f"    </bpmn:{kind}>")
    for at, (a, b) in enumerate(pairwise(names), 1):
        lines.append(f'    <bpmn:sequenceFlow id="flow_{at}" sourceRef="{a}" targetRef="{b}" />')
    return "\n".join([*lines, "  </bpmn:process>", "</bpmn:definitions>"]) + "\n"


def d2(steps: int) -> str:
    """The same boxes and arrows for D2: one container a lane."""
    return "\n".join([*(f"{lane}.s{n}: {lane} {n}" for lane in LANES for n in range(steps)), *_arrows(steps, ".s")])


def mermaid(steps: int) -> str:
    """The same boxes and arrows as a Mermaid flowchart, one subgraph a lane."""
    lines = ["flowchart LR"]
    for lane in LANES:
        lines += [f"subgraph {lane}", *(f'{lane}{n}["{lane} {n}"]' for n in range(steps)), "end"]
    return "\n".join([*lines, *(arrow.replace("->", "-->") for arrow in _arrows(steps, ""))])


def plantuml(steps: int) -> str:
    """The same boxes and arrows as a PlantUML component diagram, one package a lane."""
    lines = ["@startuml"]
    for lane in LANES:
        lines += [f"package {lane} {{", *(f"[{lane} {n}] as {lane}{n}" for n in range(steps)), "}"]
    return "\n".join([*lines, *(arrow.replace("->", "-->") for arrow in _arrows(steps, "")), "@enduml"])


def _arrows(steps: int, between: str) -> Iterator[str]:
    for number in range(steps):
        for upper, lower in pairwise(LANES[1:]):
            yield f"{upper}{between}{number} -> {lower}{between}{number}"
        if number + 1 < steps:
            yield f"customer{between}{number} -> customer{between}{number + 1}"
    for a, b in links(steps):
        yield f"backstage{between}{a} -> frontstage{between}{b}"
