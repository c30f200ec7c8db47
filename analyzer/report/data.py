"""The data files: `findings.json` (format findings/1) and the tables as CSV (claims.csv is format claims/1)."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from analyzer.frames import COLUMNS, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import (
        Alignment,
        Analysis,
        Dependence,
        Finding,
        Interval,
        JsonValue,
        Parallel,
        Reading,
        Reliability,
        Side,
        Source,
        Verdict,
        Witness,
    )

Json = dict[str, Any]
NEEDS_QUOTES = frozenset('",\r\n')


def findings_json(analysis: Analysis) -> str:
    """The whole result as one JSON text that follows the findings schema; scores have at most 6 digits."""
    return json.dumps(_document(analysis), ensure_ascii=False, indent=1) + "\n"


def claims_csv(analysis: Analysis) -> str:
    """Every value expression of every source, sorted by source, start, end."""
    return _csv(analysis, "claims")


def findings_csv(analysis: Analysis) -> str:
    """One row for each reading of each finding, in report order."""
    return _csv(analysis, "findings")


def passages_csv(analysis: Analysis) -> str:
    """One row for each aligned pair of passages."""
    return _csv(analysis, "passages")


def package_version(name: str) -> str:
    """The installed version of a distribution; "not installed" when there is none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def changed_settings(analysis: Analysis) -> Json:
    """All settings of the run, one group per stage."""
    return asdict(analysis.settings)


def _csv(analysis: Analysis, table: str) -> str:
    columns = COLUMNS[table]
    lines = [",".join(columns)]
    lines += [_line([row[name] for name in columns]) for row in rows(analysis, table)]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[JsonValue]) -> str:
    return ",".join(_cell(cell) for cell in cells)


def _cell(value: JsonValue) -> str:
    """One RFC 4180 cell; the csv module leaves a lone carriage return unquoted when lines end in LF.

    >>> print(_cell("a, b"), _cell(None), _cell(0.5))
    "a, b"  0.5
    """
    text = "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if NEEDS_QUOTES & set(text) else text


def _document(analysis: Analysis) -> Json:
    sources = {document.id: document.source for document in analysis.documents}
    verdicts = {verdict.finding: verdict for verdict in analysis.reliability.verdicts}
    return {
        "format": "findings/1",
        "generator": {
            "name": "discrepancy-analyzer",
            "version": package_version("discrepancy-analyzer"),
            "settings": changed_settings(analysis),
        },
        "sources": [_source(source) for source in sources.values()],
        "passages": [_passage(sources, pair) for pair in analysis.alignments.pairs],
        "findings": [_finding(finding, verdicts.get(finding.id)) for finding in analysis.findings],
        "reliability": _reliability(analysis.reliability),
        "parallel": [_parallel(item) for item in analysis.comparison.parallels],
        "notices": [asdict(notice) for notice in all_notices(analysis)],
    }


def all_notices(analysis: Analysis) -> list[Any]:
    """Unreadable sources first, then what the loader and the other stages have to say."""
    return list(dict.fromkeys((*analysis.collection.unreadable, *analysis.collection.notices, *analysis.notices)))


def _source(source: Source) -> Json:
    facts = {name: value for name, value in asdict(source.facts).items() if value not in ("", None)}
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "length": len(source.raw),
        "encoding": source.encoding,
        "facts": facts,
    }


def _passage(sources: dict[str, Source], pair: Alignment) -> Json:
    return {
        "id": pair.id,
        "relation": pair.relation,
        "score": round(pair.score, 6),
        "sides": [_side(sources, pair.left), _side(sources, pair.right)],
    }


def _side(sources: dict[str, Source], side: Side) -> Json:
    return asdict(sources[side.source].span(side.start, side.end))


def _finding(finding: Finding, verdict: Verdict | None) -> Json:
    made: Json = {
        "id": finding.id,
        "topic": finding.topic,
        "question": finding.question,
        "kind": finding.kind,
        "relation": finding.relation,
        "scope": finding.scope,
        "confidence": round(finding.confidence, 6),
        "severity": finding.severity,
        "explanation": finding.explanation,
        "readings": [_reading(reading) for reading in finding.readings],
        "reasons": [_without_none(asdict(reason)) for reason in finding.reasons],
    }
    if finding.difference:
        made["difference"] = finding.difference
    if verdict:
        made["verdict"] = _verdict(verdict)
    return made


def _without_none(record: Json) -> Json:
    return {name: value for name, value in record.items() if value is not None}


def _reading(reading: Reading) -> Json:
    made = asdict(reading)
    return {name: value for name, value in made.items() if name not in ("calendar", "locator") or value}


def _verdict(verdict: Verdict) -> Json:
    values = [
        {
            "value": value.value,
            "probability": _interval(value.probability),
            "witnesses": list(value.witnesses),
            "sources": list(value.sources),
        }
        for value in verdict.values
    ]
    return {
        "values": values,
        "none": _interval(verdict.none),
        "undetermined": verdict.undetermined,
        "certainty": verdict.certainty,
        "downgrades": list(verdict.downgrades),
        "information": verdict.information,
    }


def _interval(interval: Interval) -> Json:
    return {name: round(value, 6) for name, value in asdict(interval).items()}


def _witness(witness: Witness) -> Json:
    made: Json = {"sources": list(witness.sources), "n": witness.n}
    if witness.agreement:
        made["agreement"] = _interval(witness.agreement)
    if witness.grade:
        made["grade"] = witness.grade
    return made


def _dependence(item: Dependence) -> Json:
    made = asdict(item) | {"reused_share": round(item.reused_share, 6)}
    return made if item.direction else {name: value for name, value in made.items() if name != "direction"}


def _reliability(reliability: Reliability) -> Json:
    return {
        "statement": reliability.statement,
        "witnesses": [_witness(witness) for witness in reliability.witnesses],
        "dependence": [_dependence(item) for item in reliability.dependence],
        "superiority": [{"a": s.a, "b": s.b, "probability": round(s.probability, 6)} for s in reliability.superiority],
        "sources": [asdict(profile) | {"precision": dict(profile.precision)} for profile in reliability.profiles],
        "notes": list(reliability.notes),
    }


def _parallel(item: Parallel) -> Json:
    return {
        "topic": item.topic,
        "reason": item.reason,
        "readings": [_reading(reading) for reading in item.readings],
    }
