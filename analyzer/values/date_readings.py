"""What days a date may mean under each calendar, and how two such stretches of days lie to each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from analyzer.values.calendar_switches import FIRST_GREGORIAN, gregorian_plausible, julian_plausible
from analyzer.values.calendars import Calendar, Day, in_calendar, month_length, to_jdn
from analyzer.values.edtf import interval_ends, parse_edtf

if TYPE_CHECKING:
    from analyzer.values.dates import UncertainDate

FitKind = Literal["equal", "contained", "overlap", "apart"]
PROVEN = frozenset({"marked", "weekday", "paired", "switch", "manifest"})
_KINDS: tuple[FitKind, ...] = ("equal", "contained", "overlap", "apart")

_OPEN_LOW, _OPEN_HIGH = -(10**9), 10**9
_SEASON_MARGIN = 21  # days a season may reach over its months: astronomers begin it three weeks later than calendars do
_PERIOD_SHARE = 0.8  # two periods this alike in length are told of the same thing, so that one inside the other differs


class Span(NamedTuple):
    """First and last Julian day number, very large numbers where open."""

    low: int
    high: int

    @property
    def days(self) -> int:
        """Number of days, both ends counted."""
        return self.high - self.low + 1


class Fit(NamedTuple):
    """How two stretches of days lie: `gaps` are the signed days left minus right at each end (0 where it meets)."""

    kind: FitKind
    gaps: tuple[int, ...] = ()

    @property
    def gap(self) -> int:
        """The first gap, 0 where they meet."""
        return self.gaps[0] if self.gaps else 0


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date read in one calendar: the days it spans and, for a closed interval, those of both its ends."""

    date: UncertainDate
    calendar: Calendar
    span: Span
    ends: tuple[Span, Span] | None = None


def proven_calendar(date: UncertainDate) -> bool:
    """Whether the calendar of a date is known on better grounds than a guess."""
    return date.calendar != "unknown" and date.basis in PROVEN


def readings(date: UncertainDate, country: str = "", julian_until: int | None = None) -> tuple[DateReading, ...]:
    """A date under each calendar it may stand in, the likelier first; never empty.

    >>> from analyzer.values.dates import day_date
    >>> [reading.calendar for reading in readings(day_date(1917, 10, 25))], len(readings(day_date(1066, 10, 14)))
    (['gregorian', 'julian'], 1)
    """
    return tuple(
        DateReading(form, calendar, span_of(form, calendar), _end_spans(form, calendar))
        for calendar in possible_calendars(date, country, julian_until)
        for form in _forms(date)
    )


def possible_calendars(date: UncertainDate, country: str = "", julian_until: int | None = None) -> tuple[Calendar, ...]:
    """The calendars a date may stand in: its own if proven, else those it exists in and that were in use."""
    if proven_calendar(date):
        return (date.calendar,)
    first, last = date.first or date.last, date.last or date.first
    if first is None or last is None:
        return ("gregorian",)
    possible: list[Calendar] = []
    if gregorian_plausible(last) and in_calendar(first, "gregorian"):
        possible.append("gregorian")
    if in_calendar(first, "julian") and (last < FIRST_GREGORIAN or julian_plausible(first, country, julian_until)):
        possible.append("julian")
    possible.sort(key=lambda calendar: calendar != date.calendar)
    return tuple(possible) or ("gregorian",)


def span_of(date: UncertainDate, calendar: Calendar) -> Span:
    """The days a date may mean in a calendar, with the margins its wording leaves.

    A night reaches into the next day, midnight belongs to both its days, seasons and early/mid/late have soft edges.
    """
    low = _OPEN_LOW if date.first is None else to_jdn(date.first, calendar)
    high = _OPEN_HIGH if date.last is None else to_jdn(_end_of_february(date, date.last, calendar), calendar)
    if date.modifier in {"early", "mid", "late"}:
        return _soft(low, high, span_of(parse_edtf(date.edtf, date.calendar), calendar))
    if date.granularity == "season" and int(date.edtf.rstrip("~?%")[-2:]) < 33:
        return Span(low - _SEASON_MARGIN, high + _SEASON_MARGIN)
    if date.granularity == "day" and not date.clock and date.part_of_day in {"night", "midnight"}:
        return Span(low - (date.part_of_day == "midnight"), high + 1)
    return Span(low, high)


def fit(left: DateReading, right: DateReading) -> Fit:
    """How two readings lie to each other; closed intervals are compared end by end."""
    if left.ends and right.ends:
        return _fit_intervals(left, right)
    return _fit_spans(left.span, right.span)


def best_fit(pairs: list[tuple[DateReading, DateReading]]) -> tuple[Fit, DateReading, DateReading] | None:
    """The pair that lies closest: equal before contained before overlap, then the smallest gap; None without pairs."""
    return min(((fit(a, b), a, b) for a, b in pairs), key=_closeness, default=None)


def _closeness(fitted: tuple[Fit, DateReading, DateReading]) -> tuple[int, int, list[str], int]:
    """Order of pairs, the same whichever side is called left."""
    (kind, gaps), a, b = fitted
    julian = min((reading.span.low for reading in (a, b) if reading.calendar == "julian"), default=0)
    return _KINDS.index(kind), max(map(abs, gaps), default=0), sorted((a.calendar, b.calendar)), julian


def _fit_spans(a: Span, b: Span) -> Fit:
    if a == b:
        return Fit("equal")
    if (a.low <= b.low and b.high <= a.high) or (b.low <= a.low and a.high <= b.high):
        return Fit("contained")
    if a.low <= b.high and b.low <= a.high:
        return Fit("overlap")
    return Fit("apart", (a.low - b.high if a.low > b.high else a.high - b.low,))


def _fit_intervals(left: DateReading, right: DateReading) -> Fit:
    if left.ends is None or right.ends is None:
        return _fit_spans(left.span, right.span)
    ends = [_fit_spans(a, b) for a, b in zip(left.ends, right.ends, strict=True)]
    kinds = {end.kind for end in ends}
    if kinds == {"equal"}:
        return Fit("equal")
    if kinds <= {"equal", "contained"} or _part_of_longer(left.span, right.span, kinds):
        return Fit("contained")
    return Fit("apart", tuple(end.gap for end in ends)) if "apart" in kinds else Fit("overlap")


def _part_of_longer(a: Span, b: Span, kinds: set[FitKind]) -> bool:
    """Whether a much shorter period lies within a longer one without sharing either of its ends."""
    shorter, longer = sorted((a, b), key=lambda span: span.days)
    inside = longer.low < shorter.low and shorter.high < longer.high
    return inside and kinds == {"apart"} and shorter.days < _PERIOD_SHARE * longer.days


def _end_spans(date: UncertainDate, calendar: Calendar) -> tuple[Span, Span] | None:
    if "/" not in date.edtf or date.first is None or date.last is None:
        return None
    first, last = interval_ends(date)
    return None if first is None or last is None else (span_of(first, calendar), span_of(last, calendar))


def _forms(date: UncertainDate) -> tuple[UncertainDate, ...]:
    """The date itself; a winter also as the one that begins in the year before: January belongs to "winter 1917"."""
    if date.granularity != "season" or date.first is None or date.last is None or date.first.month != 12:
        return (date,)
    earlier = replace(date, first=_year_before(date.first), last=_year_before(date.last))
    return (date, earlier)


def _year_before(day: Day) -> Day:
    return Day(day.year - 1, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _end_of_february(date: UncertainDate, day: Day, calendar: Calendar) -> Day:
    """A month or longer that ends with February ends on that calendar's last day of it."""
    if day.month != 2 or day.day < 28 or date.granularity in {"day", "interval"}:
        return day
    return day._replace(day=month_length(day.year, 2, calendar))


def _soft(low: int, high: int, whole: Span) -> Span:
    margin = (high - low + 1) // 3
    return Span(max(whole.low, low - margin), min(whole.high, high + margin))
