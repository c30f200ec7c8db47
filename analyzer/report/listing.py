"""Text listings for the command line: findings, passages, sources, and the whole trail of one finding."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.model import Comparison
from analyzer.report import data
from analyzer.report.wording import said_units, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.model import Analysis, Finding, Reading


def findings(analysis: Analysis, chosen: Sequence[Finding], form: str) -> str:
    """Some of an analysis's findings in one of the listing formats, in the order given."""
    part = replace(analysis, comparison=Comparison(tuple(chosen)))
    writers: dict[str, Callable[[], str]] = {
        "full": lambda: "\n".join(_full(f) for f in chosen),
        "concise": lambda: "".join(_concise(f) + "\n" for f in chosen),
        "json": lambda: json.dumps(json.loads(data.findings_json(part))["findings"], ensure_ascii=False, indent=1),
        "csv": lambda: data.findings_csv(part),
        "github": lambda: "".join(_annotation(f, analysis) + "\n" for f in chosen),
    }
    return writers[form]()


def _concise(finding: Finding) -> str:
    sources = ", ".join(dict.fromkeys(reading.source for reading in finding.readings))
    return (
        f"{finding.id}  {_relation(finding):<16} {finding.kind:<8} severity {finding.severity}  "
        f"{finding.confidence:.2f}  {finding.question}  [{sources}]"
    )


def _relation(finding: Finding) -> str:
    """The relation, with a question mark for a suggestion (confidence below one half)."""
    return finding.relation if finding.sure else f"{finding.relation}?"


def _full(finding: Finding) -> str:
    grade = f"severity {finding.severity}, confidence {finding.confidence:.2f}, id {finding.id}"
    head = [finding.question, f"  {_relation(finding)} of {finding.kind}, {finding.scope} sources, {grade}"]
    told = [f"  {r.source} ({r.locator}): {_value(finding, r)}\n      “{_one_line(r.text)}”" for r in finding.readings]
    why = [f"  - {reason.sentence}" for reason in finding.reasons if reason.sentence]
    gap = [f"  difference: {finding.difference}"] if finding.difference else []
    return "\n".join([*head, *told, *gap, *why, ""])


def _value(finding: Finding, reading: Reading) -> str:
    """The normal value; numbers with their units in words."""
    return spoken(reading.value, "number") if finding.kind == "number" else reading.value


def _annotation(finding: Finding, analysis: Analysis) -> str:
    """One workflow-command line that marks the first reading in its file."""
    reading = finding.readings[0]
    level = "warning" if finding.relation == "conflict" else "notice"
    source = next(d.source for d in analysis.documents if d.id == reading.source)
    line = source.raw.count("\n", 0, reading.start) + 1
    return (
        f"::{level} file={source.path},line={line},title={_escaped(finding.question)}::{_escaped(finding.explanation)}"
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace(":", "%3A").replace(",", "%2C")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def passages(analysis: Analysis) -> str:
    """The aligned passages as a JSON array."""
    return json.dumps(json.loads(data.findings_json(analysis))["passages"], ensure_ascii=False, indent=1)


def as_json(table: str) -> str:
    """A CSV table as a JSON array of records, every cell a string."""
    return json.dumps(list(csv.DictReader(io.StringIO(table))), ensure_ascii=False, indent=1)


def sources(analysis: Analysis, form: str) -> str:
    """What is known of each source, as CSV or JSON: id, path, title, format, size, hash, sentences, claims."""
    rows = [
        {
            "id": e.document.id,
            "path": e.document.source.path,
            "title": e.document.source.title,
            "media_type": e.document.source.media_type,
            "encoding": e.document.source.encoding,
            "sha256": e.document.source.sha256,
            "characters": str(len(e.document.source.text)),
            "sentences": str(len(e.document.sentences)),
            "claims": str(len(e.claims)),
        }
        for e in analysis.extractions
    ]
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def explanation(analysis: Analysis, finding: Finding) -> str:
    """The whole trail of one finding: its readings, every reason in order with its code, and what was set aside."""
    reasons = [
        f"  {n}. [{r.code}] {r.sentence}{_sides(r.left, r.right)}" for n, r in enumerate(finding.reasons, start=1)
    ]
    aside = [
        f"  - {p.reason} ({'; '.join(f'{r.source}: {said_units(r.value)}' for r in p.readings)})"
        for p in analysis.comparison.parallels
        if any(_touches(r, finding.readings) for r in p.readings)
    ]
    parts = [_full(finding).rstrip(), "", "How it was reached:", *reasons]
    return "\n".join([*parts, *(["", "Looked alike and was set aside:", *aside] if aside else [])])


def _sides(left: object, right: object) -> str:
    shown = [str(side) for side in (left, right) if side is not None]
    return f" ({said_units(' | '.join(shown))})" if shown else ""


def _touches(reading: Reading, others: Sequence[Reading]) -> bool:
    return any(reading.source == o.source and reading.start < o.end and o.start < reading.end for o in others)
