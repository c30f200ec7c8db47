"""Analysis -> rows and pandas tables: findings, claims, passages, reliability."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analyzer.errors import UsageError
from analyzer.model import JsonValue
from analyzer.values.calendars import from_jdn

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from analyzer.model import Alignment, Analysis, Claim, Extraction, Finding, Frame, Side, Source
    from analyzer.values.dates import UncertainDate

Table = Literal["findings", "claims", "passages", "reliability"]
Row = dict[str, JsonValue]

COLUMNS: dict[str, tuple[str, ...]] = {
    "findings": (
        *("finding", "relation", "scope", "kind", "severity", "confidence", "topic", "question", "difference"),
        *("explanation", "source", "start", "end", "quote", "text", "value", "calendar", "locator", "citations"),
    ),
    "claims": (
        *("source", "start", "end", "quote", "kind", "value", "earliest", "latest", "calendar", "basis"),
        *("granularity", "modifier", "inferred", "clause_start", "clause_end", "subject", "event", "object"),
        *("polarity", "modality", "attribution", "rule"),
    ),
    "passages": (
        *("id", "relation", "score", "source_a", "start_a", "end_a", "quote_a"),
        *("source_b", "start_b", "end_b", "quote_b"),
    ),
    "reliability": (
        *("source", "witness", "original", "grade", "n", "low", "mid", "high", "claims", "conflicts"),
        *("internal_conflicts", "lone_claims", "citations"),
    ),
}
INFERRED_ORDER = ("century", "year", "month", "day")


def to_frame(analysis: Analysis, table: str) -> pd.DataFrame:
    """One table of the analysis; columns as in `COLUMNS`, also when it has no row.

    Findings have one row per reading, claims one per value expression, passages one per aligned pair, reliability one
    per source. `source` is the file's relative path; `start` and `end` are raw offsets.

    Raises:
        UsageError: there is no table of that name.

    """
    if table not in COLUMNS:
        raise UsageError(f"no table named {table!r}", hint=f"Choose one of {', '.join(COLUMNS)}.")
    import pandas as pd

    return pd.DataFrame.from_records(rows(analysis, table), columns=list(COLUMNS[table]))


def rows(analysis: Analysis, table: str) -> list[Row]:
    """The records of one table, in the order of the output contract."""
    make = {
        "findings": _finding_rows,
        "claims": _claim_rows,
        "passages": _passage_rows,
        "reliability": _reliability_rows,
    }
    return list(make[table](analysis))


def day_text(jdn: int | None) -> str:
    """A Julian day number as a proleptic Gregorian `YYYY-MM-DD` (year 0000 is 1 BC); empty for None.

    >>> day_text(2421540), day_text(1705426), day_text(None)
    ('1917-11-07', '-0043-03-13', '')
    """
    if jdn is None:
        return ""
    day = from_jdn(jdn, "gregorian")
    sign = "-" if day.year < 0 else ""
    return f"{sign}{abs(day.year):04}-{day.month:02}-{day.day:02}"


def _sources(analysis: Analysis) -> dict[str, Source]:
    return {document.id: document.source for document in analysis.documents}


def _finding_rows(analysis: Analysis) -> Iterator[Row]:
    sources = _sources(analysis)
    for finding in analysis.findings:
        head = _finding_head(finding)
        for reading in finding.readings:
            yield head | {
                "source": sources[reading.source].path,
                "start": reading.start,
                "end": reading.end,
                "quote": reading.quote,
                "text": reading.text,
                "value": reading.value,
                "calendar": reading.calendar,
                "locator": reading.locator,
                "citations": " | ".join(reading.citations),
            }


def _finding_head(finding: Finding) -> Row:
    return {
        "finding": finding.id,
        "relation": finding.relation,
        "scope": finding.scope,
        "kind": finding.kind,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 6),
        "topic": finding.topic,
        "question": finding.question,
        "difference": finding.difference,
        "explanation": finding.explanation,
    }


def _claim_rows(analysis: Analysis) -> Iterator[Row]:
    made = [_claim_row(extraction, claim) for extraction in analysis.extractions for claim in extraction.claims]
    yield from sorted(made, key=lambda row: (str(row["source"]), row["start"], row["end"]))


def _claim_row(extraction: Extraction, claim: Claim) -> Row:
    source = extraction.document.source
    span = source.span(claim.start, claim.end)
    head: Row = {
        "source": source.path,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
        "kind": claim.kind,
        "value": claim.value,
    }
    frame = extraction.frames[claim.frames[0]] if claim.frames else None
    return head | _date_cells(claim) | _frame_cells(source, frame) | {"rule": claim.rule}


def _date_cells(claim: Claim) -> Row:
    date = claim.date
    earliest, latest = date.bounds() if date else (None, None)
    return {
        "earliest": day_text(earliest),
        "latest": day_text(latest),
        "calendar": date.calendar if date else "",
        "basis": date.basis if date else "",
        "granularity": date.granularity if date else "",
        "modifier": _modifier(claim),
        "inferred": " ".join(_inferred(claim, date)),
    }


def _modifier(claim: Claim) -> str:
    if claim.quantity:
        return claim.quantity.approximator
    value = claim.date or claim.time or claim.duration
    return value.modifier if value else ""


def _inferred(claim: Claim, date: UncertainDate | None) -> list[str]:
    parts = {*claim.inferred, *(date.inferred if date else ())}
    known = [part for part in INFERRED_ORDER if part in parts]
    return known + sorted(parts - set(known))


def _frame_cells(source: Source, frame: Frame | None) -> Row:
    if frame is None:
        return dict.fromkeys(COLUMNS["claims"][13:21], "")
    clause = source.span(*frame.clause)
    return {
        "clause_start": clause.start,
        "clause_end": clause.end,
        "subject": frame.subject.text if frame.subject else "",
        "event": frame.family or frame.lemma,
        "object": frame.objects[0].text if frame.objects else "",
        "polarity": "negative" if frame.negated else "positive",
        "modality": frame.modality,
        "attribution": frame.attribution,
    }


def _passage_rows(analysis: Analysis) -> Iterator[Row]:
    sources = _sources(analysis)
    for pair in analysis.alignments.pairs:
        yield _pair_head(pair) | _side_cells(sources, pair.left, "a") | _side_cells(sources, pair.right, "b")


def _pair_head(pair: Alignment) -> Row:
    return {"id": pair.id, "relation": pair.relation, "score": round(pair.score, 6)}


def _side_cells(sources: dict[str, Source], side: Side, letter: str) -> Row:
    source = sources[side.source]
    span = source.span(side.start, side.end)
    values: Row = {"source": source.path, "start": span.start, "end": span.end, "quote": span.quote}
    return {f"{name}_{letter}": value for name, value in values.items()}


def _reliability_rows(analysis: Analysis) -> Iterator[Row]:
    sources = _sources(analysis)
    for profile in analysis.reliability.profiles:
        witness = analysis.reliability.witnesses[profile.witness]
        interval = witness.agreement
        yield {
            "source": sources[profile.source].path,
            "witness": profile.witness,
            "original": profile.original,
            "grade": profile.grade,
            "n": witness.n,
            "low": round(interval.low, 6) if interval else None,
            "mid": round(interval.mid, 6) if interval else None,
            "high": round(interval.high, 6) if interval else None,
            "claims": profile.claims,
            "conflicts": profile.conflicts,
            "internal_conflicts": profile.internal_conflicts,
            "lone_claims": profile.lone_claims,
            "citations": profile.citations,
        }
