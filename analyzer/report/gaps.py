"""What was not checked: lone claims, passages without a partner, sentences not understood, sources not read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.report.labels import shorten
from analyzer.report.wording import spoken

if TYPE_CHECKING:
    from analyzer.model import Analysis, Claim, Document, Extraction
    from analyzer.report.labels import Label

LISTED = 25  # examples listed per source; all of them stand in claims.csv
EXAMPLE_ROOM = 160
CHECKED_KINDS = frozenset({"date", "time", "duration", "number", "name", "place", "role"})


@dataclass(frozen=True, slots=True)
class Example:
    """One thing that only one source says."""

    value: str
    kind: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What was not checked in one source; each count beside the total it is part of."""

    label: Label
    lone: int
    claims: int
    unpaired: int
    passages: int
    silent: int
    sentences: int
    examples: tuple[Example, ...]
    unshown: int


def gaps(analysis: Analysis, labels: dict[str, Label]) -> tuple[Gap, ...]:
    """One record per source, in order of id."""
    extractions = {e.document.id: e for e in analysis.extractions}
    read = _spans(analysis)
    sides = _sides(analysis)
    return tuple(
        _gap(d, labels[d.id], extractions.get(d.id), read.get(d.id, []), sides.get(d.id, []))
        for d in analysis.documents
    )


def _spans(analysis: Analysis) -> dict[str, list[tuple[int, int]]]:
    """Raw ranges of all readings, by source."""
    found: dict[str, list[tuple[int, int]]] = {}
    for finding in analysis.findings:
        for reading in finding.readings:
            found.setdefault(reading.source, []).append((reading.start, reading.end))
    return {name: sorted(spans) for name, spans in found.items()}


def _sides(analysis: Analysis) -> dict[str, list[tuple[int, int]]]:
    """Clean ranges of all aligned sides, by source."""
    found: dict[str, list[tuple[int, int]]] = {}
    for pair in analysis.alignments.pairs:
        for side in (pair.left, pair.right):
            found.setdefault(side.source, []).append((side.start, side.end))
    return {name: sorted(spans) for name, spans in found.items()}


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    last = bisect_right(spans, (end, 0))
    return any(b > start and a < end for a, b in spans[:last])


def _gap(
    document: Document,
    label: Label,
    extraction: Extraction | None,
    read: list[tuple[int, int]],
    sides: list[tuple[int, int]],
) -> Gap:
    claims = [c for c in extraction.claims if c.kind in CHECKED_KINDS] if extraction else []
    lone = [c for c in claims if not _touches(read, *_raw(document, c))]
    framed = {f.sentence for f in extraction.frames} if extraction else set()
    return Gap(
        label=label,
        lone=len(lone),
        claims=len(claims),
        unpaired=sum(not _touches(sides, p.start, p.end) for p in document.passages),
        passages=len(document.passages),
        silent=sum(s.index not in framed for s in document.sentences),
        sentences=len(document.sentences),
        examples=tuple(_example(document, claim) for claim in lone[:LISTED]),
        unshown=max(len(lone) - LISTED, 0),
    )


def _raw(document: Document, claim: Claim) -> tuple[int, int]:
    span = document.source.span(claim.start, claim.end)
    return span.start, span.end


def _example(document: Document, claim: Claim) -> Example:
    sentence = (
        document.text(document.sentences[claim.sentence])
        if claim.sentence >= 0
        else document.source.text[claim.start : claim.end]
    )
    calendar = claim.date.calendar if claim.date else ""
    return Example(spoken(claim.value, claim.kind, calendar), claim.kind, shorten(sentence, EXAMPLE_ROOM))
