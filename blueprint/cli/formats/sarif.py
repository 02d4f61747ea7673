"""SARIF 2.1.0, which code scanning of GitHub and other servers and many editors read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from json import dumps
from urllib.parse import quote

from blueprint import __version__
from blueprint.cli.formats.findings import Report, fingerprints, posix, told
from blueprint.diagnostics import Diagnostic, Edit, Fix, Severity
from blueprint.rules.base import Rule
from blueprint.rules.manual import every, plain
from blueprint.rules.pages import published
from blueprint.source import Span

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Values = dict[str, object]


def log(report: Report) -> Iterator[str]:
    """One log with one run, which describes those rules that found something."""
    found = {each.name for each in report.findings}
    rules = [rule for rule in every() if rule.name in found]
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    prints = zip(report.findings, fingerprints(report), strict=True)
    run: Values = {
        "tool": {
            "driver": {
                "name": "blueprint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(each, numbers[each.name], mark, report) for each, mark in prints],
    }
    yield dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(rule: Rule) -> Values:
    text, address = plain(rule), published(rule.name)
    values: Values = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    return values | ({"helpUri": address} if address else {})


def _result(finding: Diagnostic, number: int, fingerprint: str, report: Report) -> Values:
    values: Values = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": told(finding)},
        "locations": [{"physicalLocation": _location(finding.span, report)}],
        "partialFingerprints": {"blueprint/v1": fingerprint},
    }
    if finding.related:
        values["relatedLocations"] = [
            {"id": at, "physicalLocation": _location(each.span, report), "message": {"text": each.message}}
            for at, each in enumerate(finding.related, 1)
        ]
    if finding.fix:
        values["fixes"] = [_fix(finding.fix, report)]
    return values


def _location(span: Span, report: Report) -> Values:
    return {"artifactLocation": {"uri": _uri(span.file)}, "region": _region(span, report)}


def _region(span: Span, report: Report) -> Values:
    at = report.place(span)
    return {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}


def _fix(fix: Fix, report: Report) -> Values:
    by_file: dict[str, list[Edit]] = {}
    for each in fix.edits:
        by_file.setdefault(each.span.file, []).append(each)
    title = fix.title if fix.safe else f"{fix.title} (this may change what the blueprint means)"
    return {
        "description": {"text": title},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(file)},
                "replacements": [
                    {"deletedRegion": _region(each.span, report), "insertedContent": {"text": each.text}}
                    for each in edits
                ],
            }
            for file, edits in by_file.items()
        ],
    }


def _uri(file: str) -> str:
    """A path as a reference: relative to the current folder, absolute only where it lies elsewhere."""
    if os.path.isabs(file):
        from pathlib import Path

        return Path(file).as_uri()
    return quote(posix(file))
