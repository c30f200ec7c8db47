"""What a reader should know of each source apart from the weighing: counts, precision, lone claims."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from analyzer.model import SourceProfile
from analyzer.weigh.reuse import merged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.model import Claim, Comparison, Extraction
    from analyzer.weigh.reuse import Range
    from analyzer.weigh.witnesses import Witnesses

_ORDER = ("time of day", "day", "month", "season", "year", "decade", "century", "interval", "about")


def make_profiles(
    extractions: Sequence[Extraction], comparison: Comparison, witnesses: Witnesses, grades: Mapping[str, str]
) -> tuple[SourceProfile, ...]:
    """One profile per source in order of id."""
    ordered = sorted(extractions, key=lambda e: e.document.id)
    return tuple(_profile(e, comparison, witnesses, grades) for e in ordered)


def _profile(
    extraction: Extraction, comparison: Comparison, witnesses: Witnesses, grades: Mapping[str, str]
) -> SourceProfile:
    source = extraction.document.source
    claims = [c for c in extraction.claims if c.kind != "reference"]
    mine = [f for f in comparison.findings if any(r.source == source.id for r in f.readings)]
    conflicts = Counter(f.scope for f in mine if f.relation == "conflict" and f.sure)
    ranges = merged((r.start, r.end) for f in mine for r in f.readings if r.source == source.id)
    return SourceProfile(
        source.id,
        witnesses.index[source.id],
        original=source.id not in witnesses.origin,
        grade=grades.get(source.id, "F"),
        lone_claims=sum(not _inside(c, extraction, ranges) for c in claims),
        internal_conflicts=conflicts["within"],
        conflicts=conflicts["between"],
        claims=len(claims),
        precision=_precision(claims),
        citations=len(source.citations),
    )


def _inside(claim: Claim, extraction: Extraction, ranges: tuple[Range, ...]) -> bool:
    """Whether the claim's raw span touches a reading."""
    start, end = extraction.document.source.offsets.raw(claim.start, claim.end)
    at = bisect_left(ranges, end, key=lambda r: r[0]) - 1
    return at >= 0 and ranges[at][1] > start


def _precision(claims: Sequence[Claim]) -> tuple[tuple[str, int], ...]:
    """How exactly the source dates: counts by the finest part written, and how many dates are "about"."""
    dates = [c.date for c in claims if c.date is not None]
    counts = Counter("time of day" if d.clock else str(d.granularity) for d in dates)
    counts["about"] = sum(d.approximate for d in dates)
    return tuple((name, counts[name]) for name in _ORDER if counts[name])
