"""Where one source tells a value again far from the first telling, with another value.

Text and summary, early and late chapter: a pair of values is judged against its rivals. The words around a value that
is told again tie it to one other value of the document far more closely than anything else is tied to either of them,
and no other source tells of the one without the other.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from analyzer.compare.candidates import COMPARED
from analyzer.compare.gate.bars import bar
from analyzer.compare.gate.odds import probability
from analyzer.compare.gate.same_event import EventMatch
from analyzer.compare.retold.fitted import fitted
from analyzer.compare.retold.manner import Manner, manners
from analyzer.compare.retold.ties import Ties, beside, like_values
from analyzer.compare.verdicts import judge
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import Gate
    from analyzer.compare.retold.told_elsewhere import ToldElsewhere
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import Extraction

LEAST = 0.0  # log odds from which a pair stands
ALIKE = 2.0  # likeness in meaning from which two sentences may tell of one thing without a word in common
MOST_BY_VALUES = 5.0  # log odds that two values can hardly add to what is told with them
MOST_TIE = 12.0
EDGE = 0.1  # share of a document that opens or closes it
DOUBLE, CLOSE = 2.05, 1.3  # ratios from which one value is a multiple of the other, and up to which both are near
FEW, LARGE = 12, 100
OTHER_YEAR, OTHER_HOUR = 366, 90  # days and minutes from which two dates, two hours are of another year, another hour
DIFFERENCES = ("other_year", "other_hour", "double", "close", "small", "slip")
FROM_THE_GATE = ("slips", "nearness", "others")  # its evidence that says something of two values of one source


@dataclass(frozen=True)
class OneSource:
    """The values of one document with all that is known of them."""

    ties: Ties
    manners: Sequence[Manner]
    length: int
    gate: Gate
    calendars: CalendarEvidence
    elsewhere: ToldElsewhere

    @classmethod
    def of(
        cls,
        extraction: Extraction,
        told: Sequence[Context],
        gate: Gate,
        calendars: CalendarEvidence,
        elsewhere: ToldElsewhere,
    ) -> OneSource:
        """`told` are the claims of the document."""
        values = [c for c in told if c.claim.kind in COMPARED]
        document = extraction.document
        by_manner = [Manner.of(c, document) for c in values]
        return cls(Ties.of(extraction, values), by_manner, len(document.sentences), gate, calendars, elsewhere)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Places of two values of one kind and unit that share a word or are alike in meaning, but for neighbours."""
        alike = self.gate.meaning.alike([value.context for value in self.ties.values], ALIKE)
        for i, tied in self.ties.tied.items():
            for j in sorted({j for j in tied if i < j and tied[j]} | set(alike.get(i, ()))):
                both = self._both(i, j)
                if like_values(*both) and not beside(*both):  # neighbours tell two things in like words
                    yield i, j

    def differ(self, i: int, j: int) -> Verdict | None:
        """The verdict on two values that differ, and that nothing forbids to compare.

        What a source first plans it may tell as done later, and what it has others say it may say itself.
        """
        left, right = self._both(i, j)
        verdict = judge(left.claim, right.claim, self.calendars)
        if verdict is None or verdict.agrees or self.gate.own.bar(left, right, verdict):
            return None
        return None if bar(_as_done(left), _as_done(right), verdict, restated=True) else verdict

    def told_alike(self, i: int, j: int) -> dict[str, float]:
        """Evidence by name of what two values are told with, positive for one thing."""
        left, right = self._both(i, j)
        first, last = sorted(c.claim.sentence / self.length for c in (left, right))
        lead, other_lead = self.ties.leads(i, j)
        both_acts = bool(left.families and right.families)
        return {
            "lead": lead,
            "other_lead": other_lead,
            "meaning": self.gate.meaning.likeness(left, right),
            "distance": last - first,  # what opens or closes a text sums up what lies far from it
            "at_an_end": float(first < EDGE or last > 1 - EDGE),
            "crowd": -math.log(self._crowd[left.claim.kind]),
            "same_act": float(bool(left.families & right.families)),
            "other_act": -float(both_acts and not left.families & right.families),
            "same_thing": float(bool(left.counted & right.counted)),
            "apart": -self.elsewhere.apart(left, right),
            **manners(self.manners[i], self.manners[j]),
        }

    def valued(self, i: int, j: int, verdict: Verdict) -> dict[str, float]:
        """Evidence by name of how two values differ, and of which other tellings one agrees with."""
        left, right = self._both(i, j)
        gate = self.gate.evidence(left, right, verdict, None, 0.0)
        return {
            **_differences(left, right, verdict),
            **{name: gate[name][0] for name in FROM_THE_GATE},
            "agreed": -min(MOST_TIE, max(self._agreed(i), self._agreed(j))),
        }

    def match(self, i: int, j: int, verdict: Verdict, odds: float) -> EventMatch:
        """The pair as the rest of the comparison takes it."""
        left, right = self.ties.values[i], self.ties.values[j]
        shared = sorted(left.near.keys() & right.near.keys(), key=lambda w: (-min(left.near[w], right.near[w]), w))[:4]
        spelled = {**right.context.spelled, **left.context.spelled}
        named = ", ".join(spelled[w] for w in shared if w in spelled)
        told = "Of all values of the source these two are told most alike"
        reason = Reason("stands_out", f"{told}: both speak of {named}." if named else f"{told}.")
        return EventMatch(left.context, right.context, verdict, probability(odds), None, (reason,), "", restated=True)

    def _both(self, i: int, j: int) -> tuple[Context, Context]:
        return self.ties.values[i].context, self.ties.values[j].context

    @cached_property
    def _crowd(self) -> Mapping[str, int]:
        return Counter(value.context.claim.kind for value in self.ties.values)

    @cached_property
    def _agreements(self) -> dict[int, float]:
        return {}

    def _agreed(self, i: int) -> float:
        """The closest tie of a value to another telling that agrees with it."""
        if i not in self._agreements:
            own = self.ties.values[i].context.claim
            ties = [
                tie
                for j, tie in self.ties.tied[i].items()
                if (v := judge(own, self.ties.values[j].context.claim, self.calendars)) is not None and v.agrees
            ]
            self._agreements[i] = max(ties, default=0.0)
        return self._agreements[i]


def told_again(
    extractions: Sequence[Extraction],
    found: Sequence[Context],
    gate: Gate,
    calendars: CalendarEvidence,
    elsewhere: ToldElsewhere,
) -> Iterator[EventMatch]:
    """The pairs of differing values of one source that stand out, likeliest first; each value in one pair at most."""
    for number, extraction in enumerate(extractions):
        told = [c for c in found if c.document == number]
        yield from _standing_out(OneSource.of(extraction, told, gate, calendars, elsewhere))


def _standing_out(source: OneSource) -> Iterator[EventMatch]:
    ranked = []
    for i, j in source.pairs():
        kind, told = source.ties.values[i].context.claim.kind, source.told_alike(i, j)
        likely = fitted().log_odds(kind, told) + MOST_BY_VALUES >= LEAST
        verdict = source.differ(i, j) if likely else None
        if verdict is not None:
            odds = fitted().log_odds(kind, told | source.valued(i, j, verdict))
            if odds >= LEAST:
                ranked.append((-odds, i, j, verdict))
    taken: set[int] = set()
    for odds, i, j, verdict in sorted(ranked, key=lambda r: r[:3]):
        if not taken & {i, j}:
            taken |= {i, j}
            yield source.match(i, j, verdict, -odds)


def _as_done(context: Context) -> Context:
    frame = context.frame
    return replace(context, frame=replace(frame, modality="asserted")) if frame else context


def _differences(left: Context, right: Context, verdict: Verdict) -> dict[str, float]:
    """How far two values lie apart, and whether one is a slip of the pen for the other."""
    none = dict.fromkeys(DIFFERENCES, 0.0)
    if left.claim.date:
        return none | {"other_year": -float(verdict.gap > OTHER_YEAR)}
    if left.claim.time:
        return none | {"other_hour": -float(verdict.gap > OTHER_HOUR)}
    low, high = sorted(_size(c) for c in (left, right))
    number = left.claim.quantity
    return none | {
        "double": -float(high > DOUBLE * low),
        "close": float(high < CLOSE * low),
        "small": -float(number is not None and not number.unit and high <= FEW),
        "slip": float(number is not None and high >= LARGE and _miswritten(low, high)),
    }


def _size(context: Context) -> float:
    from analyzer.values.durations import days_of

    claim = context.claim
    if claim.duration:
        return sum(days_of(claim.duration)) / 2
    return abs(claim.quantity.low) if claim.quantity else 0.0


def _miswritten(low: float, high: float) -> bool:
    """One digit is another, or two have changed places."""
    one, other = str(int(low)), str(int(high))
    unlike = [n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(one) == len(other) and (
        len(unlike) == 1 or (len(unlike) == 2 and [one[n] for n in unlike] == [other[n] for n in reversed(unlike)])
    )
