"""Gives days told without a year the year in which the other sources of a collection have them.

A story in one source need not say which year it has reached; where it is left to guess, the day itself tells: "On 3
May the gates were opened" belongs to the one year in which others too have something happen about 3 May.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Self

from analyzer.extract.weekdays_told import falls_on, placed, weekday_told
from analyzer.values.calendars import Day, to_jdn
from analyzer.values.dates import day_date, edtf_year, month_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Claim, Extraction
    from analyzer.values.dates import UncertainDate

# How much a day of another source speaks for a year, by the days it lies from the one told, in that year.
NEAR = ((0, 1.0), (3, 0.7), (14, 0.45), (45, 0.25))
WHOLE_MONTH = 0.6  # share of that where only the month is told
ALSO_INFERRED = 0.6  # the same for a day whose own year is not written either
OWN = 0.4  # what a written day of the same source within the last of these days says
AS_READ = 0.5  # what the reading of the source by itself says
ENOUGH = 0.9  # what must speak for another year
RULED_OUT = 0.4  # the same where the day does not fall on the weekday told in the year as read
CLEARLY = 0.5  # by how much it must beat the year as read, and half of that any third year
ABOUT = 1.3  # how much all that is told speaks for the years it is about, each by its share of the dated days
FEW = 10  # dated days that say as much of what a collection is about as is left open
ROUNDS = 2  # a year settled for one source helps to settle those of the next
MIDDLE = 15  # the day a month is measured from


@dataclass(frozen=True, slots=True)
class _Told:
    """A dated day of one document: its number, and how much it counts."""

    document: int
    day: int
    weight: float


@dataclass(frozen=True, slots=True)
class _Days:
    """The days all documents tell, those by month that say which years are worth a thought, and each year's share."""

    told: tuple[_Told, ...]
    years: dict[int, frozenset[int]]
    shares: dict[int, float]

    @classmethod
    def of(cls, extractions: Sequence[Extraction]) -> Self:
        told: set[_Told] = set()
        years: defaultdict[int, set[int]] = defaultdict(set)
        days: Counter[int] = Counter()
        for document, extraction in enumerate(extractions):
            text, written = extraction.document.source.text, None
            for claim in extraction.claims:
                if claim.date is not None and "year" not in claim.inferred:
                    written = claim
                day = _day(claim.date, None)
                if claim.date is None or claim.date.first is None or day is None or "day" in claim.inferred:
                    continue
                sure = "year" not in claim.inferred or (written is not None and _governs(written, claim, text))
                told.add(_Told(document, day, 1.0 if sure else ALSO_INFERRED))
                days[claim.date.first.year] += sure and claim.date.granularity == "day"
                for month in range(claim.date.first.month - 1, claim.date.first.month + 2):
                    years[(month - 1) % 12].add(claim.date.first.year)
        return cls(
            tuple(sorted(told, key=attrgetter("day", "document", "weight"))),
            {month: frozenset(found) for month, found in years.items()},
            {year: ABOUT * count / (FEW + days.total()) for year, count in days.items()},
        )

    def support(self, document: int, day: int, share: float) -> float:
        """How much the days of all documents near `day` speak for something of `document` having happened then."""
        best: defaultdict[int, float] = defaultdict(float)
        reach = NEAR[-1][0]
        first = bisect_left(self.told, day - reach, key=attrgetter("day"))
        last = bisect_right(self.told, day + reach, key=attrgetter("day"))
        for told in self.told[first:last]:
            apart = abs(told.day - day)
            if not (told.document == document and told.weight < 1):
                near = OWN if told.document == document else next(w for most, w in NEAR if apart <= most) * told.weight
                best[told.document] = max(best[told.document], near * share)
        return sum(best.values())


def with_shared_years(extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The extractions with inferred years moved to the years of the other documents, where those clearly differ.

    A day that nobody else tells goes the way of the one before it, as long as no year is written between the two.
    """
    if len(extractions) < 2:
        return tuple(extractions)
    found = tuple(extractions)
    for _ in range(ROUNDS):
        days = _Days.of(found)
        found = tuple(_settled(number, extraction, days) for number, extraction in enumerate(found))
    return found


def _settled(number: int, extraction: Extraction, days: _Days) -> Extraction:
    claims: list[Claim] = []
    shift, read = 0, None
    text, written = extraction.document.source.text, None
    for claim in extraction.claims:
        date, moved = claim.date, claim
        if date is not None and "year" not in claim.inferred:
            shift, read, written = 0, None, claim
        elif date is not None and date.first is not None and not (written and _governs(written, claim, text)):
            sought = _movable(date) and "day" not in claim.inferred
            named = weekday_told(claim, text)
            found = _shift(number, date, days, shift if read is not None else 0, named) if sought else None
            shift = (
                found if found is not None else shift if read is not None and 0 <= date.first.year - read <= 1 else 0
            )
            read = date.first.year
            moved = _moved(claim, date, shift) if shift and _movable(date) else claim
        claims.append(placed(moved, text, lambda day: days.support(number, day, 1.0), days.years))
    return replace(extraction, claims=tuple(claims))


def _governs(written: Claim, claim: Claim, text: str) -> bool:
    """Whether a year is as good as written: in the same sentence, or at the head of a row or section ("1911")."""
    if written.date is None or claim.date is None or not (written.date.first and claim.date.first):
        return False
    heads = written.date.granularity == "year" and text[max(0, written.start - 1) : written.start] in {"", "\n"}
    beside = written.sentence == claim.sentence != -1
    return written.date.first.year == claim.date.first.year and (heads or beside)


def _shift(number: int, date: UncertainDate, days: _Days, before: int = 0, named: int | None = None) -> int | None:
    """The years to move a date by, 0 where its own is well borne out; None when the other documents say nothing.

    A day that is borne out when moved like the one `before` it goes the same way: anniversaries keep the day, and
    may be told in full where the event itself is not. A weekday `named` with it rules out the years it does not fit.
    """
    if date.first is None:
        return None
    share = 1.0 if date.granularity == "day" else WHOLE_MONTH
    here = date.first.year
    odds: dict[int, float] = {}
    for year in {here, *days.years.get(date.first.month - 1, ())}:
        fits = named is None or falls_on(Day(year, date.first.month, date.first.day), named)
        day = _day(date, year) if fits else None
        odds[year] = days.support(number, day, share) + days.shares.get(year, 0.0) if day is not None else 0.0
    own = odds.pop(here)
    ruled_out = named is not None and not falls_on(date.first, named)
    as_read, enough = (0.0, RULED_OUT) if ruled_out else (AS_READ, ENOUGH)
    best, second, *_ = *sorted(odds, key=lambda year: (-odds[year], year)), here, here
    most = odds.get(best, 0.0)
    if before and odds.get(here + before, 0.0) >= own + CLEARLY:
        return before
    if most >= enough and most - own - as_read >= min(enough, CLEARLY) and most - odds.get(second, 0.0) >= CLEARLY / 2:
        return best - here
    return 0 if own >= ENOUGH else None


def _movable(date: UncertainDate) -> bool:
    return date.granularity in {"day", "month"} and "/" not in date.edtf and date.other is None


def _day(date: UncertainDate | None, year: int | None) -> int | None:
    """The number of the day a date tells, in `year` if one is given; None for what is longer than a month."""
    if date is None or date.first is None or not _movable(date):
        return None
    day = date.first.day if date.granularity == "day" else MIDDLE
    return to_jdn(Day(year or date.first.year, date.first.month, min(day, 28)), "gregorian") + max(0, day - 28)


def _moved(claim: Claim, date: UncertainDate, years: int) -> Claim:
    """The claim in another year; unchanged where that year has no such day, and before the year 1."""
    first = date.first
    if first is None or first.year + years < 1 or (first.month, first.day) == (2, 29):
        return claim
    year = first.year + years
    other = day_date(year, first.month, first.day) if date.granularity == "day" else month_date(year, first.month)
    edtf = edtf_year(year) + date.edtf[4:]
    moved = replace(date, edtf=edtf, first=other.first, last=other.last)
    if date.basis == "weekday":  # the calendar was proven by a weekday of the wrong year
        moved = replace(moved, calendar="unknown", basis="none")
    return replace(claim, value=edtf, date=moved)
