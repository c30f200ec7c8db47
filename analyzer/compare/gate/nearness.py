"""How much the nearness of two values says for one fact, measured against the collection's own values.

In a life told over sixty years two dates four days apart are hardly a coincidence; in the story of one night they are
nothing else. So the share of unrelated pairs that lie as near is counted in the collection itself.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.values.durations import days_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.verdicts import Verdict

# Upper bounds of the classes of distance, and the share of tellings of one fact that fall into each. The shares are
# those of the annotated facts of several collections, smoothed: most agree, and slips are small more often than not.
BOUNDS: Mapping[str, tuple[float, ...]] = {
    "date": (0.5, 3.5, 31.5, 366.5, 3660.5, math.inf),
    "time": (0.5, 5.5, 20.5, 60.5, 180.5, math.inf),
    "number": (0.0001, 0.05, 0.25, 1.0, 4.0, 9.0, math.inf),
    "duration": (0.02, 0.12, 0.35, 1.0, 3.0, math.inf),
}
TOLD_OF_ONE: Mapping[str, tuple[float, ...]] = {
    "date": (0.70, 0.10, 0.11, 0.06, 0.02, 0.01),
    "time": (0.55, 0.12, 0.14, 0.12, 0.05, 0.02),
    "number": (0.65, 0.09, 0.10, 0.115, 0.03, 0.01, 0.005),
    "duration": (0.62, 0.10, 0.14, 0.12, 0.015, 0.005),
}
MOST_VALUES = 400  # values per kind that the shares are counted on, evenly spread: enough for two digits
WITHIN = 0.5  # in one source what stands close in time is mostly the next event, not the same one
SMOOTHING = 6.0  # pairs spread over the classes before counting, so that a small collection proves little


@dataclass(frozen=True, slots=True)
class Nearness:
    """Share of unrelated pairs in each class of distance, by kind of claim."""

    unrelated: Mapping[str, tuple[float, ...]]
    strength: float

    @classmethod
    def of(cls, contexts: Sequence[Context], strength: float) -> Nearness:
        """Count the pairs of values of different sentences; `strength` (0-1) discounts that neighbours cluster."""
        return cls({kind: _shares(kind, _points(kind, contexts)) for kind in BOUNDS}, strength)

    def weight(self, left: Context, right: Context, verdict: Verdict) -> float:
        """Natural-log odds for one fact, from how near the two values lie."""
        kind = left.claim.kind
        a, b = _point(left), _point(right)
        if kind not in BOUNDS or a is None or b is None:
            return 0.0
        distance = self._apart(left, right, verdict, a, b)
        near = bisect_left(BOUNDS[kind], distance)
        if _coarse(left, verdict):  # to lie inside a year is as telling as a year is long
            told, chance = 0.7, math.fsum(self.unrelated[kind][: near + 1])
        elif near and _mere_years(left, right):  # two years are never told nearer than a year
            told, chance = (math.fsum(shares[kind][1 : near + 1]) for shares in (TOLD_OF_ONE, self.unrelated))
        else:
            told, chance = TOLD_OF_ONE[kind][near], self.unrelated[kind][near]
        if left.document == right.document and left.claim.date and left.claim.date.granularity == "year":
            return min(0.0, self.strength * math.log(told / chance))  # much happens in one year of one story
        strength = self.strength * (WITHIN if left.document == right.document else 1.0)
        return strength * math.log(told / chance)

    @staticmethod
    def _apart(left: Context, right: Context, verdict: Verdict, a: float, b: float) -> float:
        """The distance of two values in the classes of their kind; 0 where they agree."""
        if _coarse(left, verdict):
            return _reach(left, right)
        if verdict.agrees:
            return 0.0
        gap = verdict.gap if left.claim.date or left.claim.time else 0.0
        return gap or _distance(left.claim.kind, a, b)  # some verdicts count no days


def _mere_years(left: Context, right: Context) -> bool:
    return all(c.claim.date is not None and c.claim.date.granularity == "year" for c in (left, right))


def _coarse(left: Context, verdict: Verdict) -> bool:
    """Two dates that meet without being written alike: contained, rounded, or moved by the calendars."""
    return left.claim.date is not None and verdict.agrees and verdict.relation != "agreement"


def _reach(left: Context, right: Context) -> float:
    """Half the length of the longer of two dates, in days: how far apart a contained date may lie from the middle."""
    spans = [c.claim.date.bounds() for c in (left, right) if c.claim.date]
    lengths = [(last - first) / 2 for first, last in spans if first is not None and last is not None]
    return max(lengths, default=math.inf)


def _point(context: Context) -> float | None:
    """The value as a number: middle day, minute of the day, the number itself, days."""
    claim = context.claim
    if claim.date:
        first, last = claim.date.bounds()
        return None if first is None or last is None else (first + last) / 2
    if claim.time:
        return float(claim.time.hour * 60 + claim.time.minute)
    if claim.quantity and claim.quantity.form != "ordinal":
        return max(abs(claim.quantity.low), 1e-6)
    return max(sum(days_of(claim.duration)) / 2, 1e-6) if claim.duration else None


def _points(kind: str, contexts: Sequence[Context]) -> list[tuple[float, int]]:
    found = [(p, c.claim.sentence) for c in contexts if c.claim.kind == kind and (p := _point(c)) is not None]
    step = max(1, math.ceil(len(found) / MOST_VALUES))
    return found[::step]


def _shares(kind: str, points: Sequence[tuple[float, int]]) -> tuple[float, ...]:
    counts = [SMOOTHING / len(BOUNDS[kind])] * len(BOUNDS[kind])
    for n, (left, sentence) in enumerate(points):
        for right, other in points[n + 1 :]:
            if sentence != other:
                counts[bisect_left(BOUNDS[kind], _distance(kind, left, right))] += 1
    total = math.fsum(counts)
    return tuple(count / total for count in counts)


def _distance(kind: str, left: float, right: float) -> float:
    if kind in {"number", "duration"}:
        return max(left, right) / min(left, right) - 1
    gap = abs(left - right)
    return min(gap, 1440 - gap) if kind == "time" else gap
