"""Where a narrative stands in time, and how an expression without a year takes one from there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.expressions import Point
from analyzer.values.calendars import Day, calendars_of_weekday

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Written

ROLL_OVER = 5  # months a narrative must seem to jump back before New Year is the simpler explanation
ROLL_AHEAD_YEAR = 8  # the same before the first year a text tells
BEFORE_PERFECT = 6  # months by which a day told in the perfect must seem to lie ahead to be one of the year before
WELL_BACK = 9  # days a bare day of the month must lie before the last one told to be one of the next month
CLOSE = 2  # months after the last day told within which a day without a year carries the same story on
MONTHS_AROUND = (0, 1, -1)  # the order in which months are tried for a day told by its number and weekday
WEEKDAY_REACH = 2  # years searched for one whose days fall on the weekday told
WEEKDAY_FAR = 12  # the same where a later date with a year ends the search: by then every day met every weekday
EARLY_REACH = 150  # years within which a number of three digits is taken for a year of the same narrative
ROLL_FIRST = 1  # as ROLL_OVER, at the opening of a text: the first day written with a year is that year's first
ROLL_AHEAD = 3  # the same where the next year written ahead is a later one


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last date told (`point`) and what helps to place the next one.

    `heading` holds the years the section's heading names, `ahead` the next date of this section with a year of its
    own, `beyond` the same without regard to sections, `mentioned` the last date told even if only in passing, `told`
    the last day this section reached, `home` the year most of the text's days lie in, once it was told. `fresh` is
    true until a section has told a date. `opened` is the date a text opens with: a letter's or a report's own.
    """

    point: Point | None = None
    heading: tuple[int, int] | None = None
    ahead: Point | None = None
    beyond: Point | None = None
    mentioned: Point | None = None
    told: Point | None = None
    home: int | None = None
    fresh: bool = False
    opened: Point | None = None

    @property
    def year(self) -> int | None:
        """The year the narrative stands in."""
        return self.point.year if self.point else None


def year_for(month: int | None, anchor: Anchor) -> int | None:
    """The year of a date in `month` told when the narrative stands at `anchor`; None when nothing tells it."""
    if anchor.point is None or anchor.point.year is None:
        return _year_ahead(month, anchor)
    if anchor.fresh and anchor.ahead is None and anchor.heading is None and anchor.home is not None:
        return anchor.home
    if anchor.fresh and anchor.ahead is not None and anchor.heading is None:
        ahead = _year_ahead(month, anchor)
        if ahead is not None and 0 <= ahead - anchor.point.year <= 3:
            return ahead
    return _rolled(anchor.point, month, anchor)


def _rolled(point: Point, month: int | None, anchor: Anchor) -> int | None:
    """The anchor's year, or the next one when the month jumps back and no later year stands in the way."""
    if point.year is None or month is None or point.month is None:
        return point.year
    ahead = anchor.ahead.year if anchor.ahead else None
    if ahead is not None and ahead <= point.year:
        return point.year
    if ahead is None and anchor.heading and point.year >= anchor.heading[1] and anchor.heading[0] <= point.year:
        return point.year
    enough = ROLL_OVER if ahead is None else ROLL_AHEAD
    return point.year + 1 if point.month - month >= enough else point.year


def _year_ahead(month: int | None, anchor: Anchor) -> int | None:
    if anchor.heading is not None:
        return anchor.heading[0]
    if anchor.ahead is None or anchor.ahead.year is None:
        return None
    later = anchor.ahead.month
    enough = ROLL_FIRST if anchor.ahead.day is not None and anchor.point is None else ROLL_AHEAD_YEAR
    return anchor.ahead.year - 1 if month and later and month - later >= enough else anchor.ahead.year


def completed(written: Written, anchor: Anchor, *, back: bool = False) -> tuple[Written, frozenset[str]]:
    """The expression with the parts it leaves out taken from the anchor, and the names of those parts.

    `back` says that the text looks back here ("having left on 1 August"): then no New Year was passed on the way.
    """
    first = written.points[0]
    if first.short and first.year is not None:
        century = _century(first.year, anchor)
        points = tuple(replace(point, year=_short(point, century), short=False) for point in written.points)
        return replace(written, points=points), frozenset({"century"})
    if first.year is not None:
        return written, frozenset()
    if first.month is None and first.day is not None:
        return _with_month(written, anchor)
    if first.month is None and first.season is None:
        return written, frozenset()
    year = _year_back(first, anchor) if back else year_for(_month_of(first), anchor)
    year = _carried_on(first, anchor) or year
    if year is None:
        return written, frozenset({"year"})
    year = _on_weekday(first, _nearest_start(written, year, anchor), anchor)
    points = tuple(_dated(point, first, year) for point in written.points)
    other = written.other
    if other is not None and other.year is None:
        other = replace(other, year=year + (1 if (first.month or 0) - (other.month or 0) == 11 else 0))
    return replace(written, points=points, other=other), frozenset({"year"})


def _year_back(first: Point, anchor: Anchor) -> int | None:
    """The year of a date told in the perfect: one that seems to lie far ahead is of the year before."""
    here = anchor.point
    if here is None or here.year is None:
        return year_for(_month_of(first), anchor)
    ahead = (first.month or 0) - (here.month or first.month or 0)
    return here.year - 1 if ahead >= BEFORE_PERFECT else here.year


def _carried_on(first: Point, anchor: Anchor) -> int | None:
    """The year of a day that closely follows the last day told, after a look back at some earlier month or year."""
    here, told = anchor.point, anchor.told
    if here is None or told is None or first.day is None or first.month is None or told.month is None:
        return None
    if here.day is not None or here.year is None or told.year is None or here.year >= told.year:
        return None
    if here.month is not None and 0 <= first.month - here.month <= CLOSE:
        return None
    months = (first.month - told.month) % 12
    if months > CLOSE or (months == 0 and first.day < (told.day or 1)):
        return None
    return told.year + (first.month < told.month)


def _on_weekday(first: Point, year: int, anchor: Anchor) -> int:
    """The year, or the one later year before the next written one in which the day falls on the weekday told."""
    if first.weekday is None or first.month is None or first.day is None or anchor.heading is not None:
        return year
    if calendars_of_weekday(Day(year, first.month, first.day), first.weekday):
        return year
    last = anchor.beyond.year if anchor.beyond and anchor.beyond.year else year + WEEKDAY_REACH
    fits = [
        later
        for later in range(year + 1, min(last, year + WEEKDAY_FAR) + 1)
        if "gregorian" in calendars_of_weekday(Day(later, first.month, first.day), first.weekday)
    ]
    return fits[0] if len(fits) == 1 else year


def _nearest_start(written: Written, year: int, anchor: Anchor) -> int:
    """A range over New Year ends rather than begins where the narrative stands, if its end is the nearer."""
    first, last, here = written.points[0], written.points[-1], anchor.point
    if here is None or here.month is None or here.year != year or first.month is None or last.month is None:
        return year
    over = last.month < first.month
    return year - 1 if over and abs(last.month - here.month) < abs(first.month - here.month) else year


def in_era(written: Written, anchor: Anchor) -> Written | None:
    """A year of three digits with the era the narrative stands in; None where that is too far off to be meant."""
    number, here = written.points[0].year or 0, anchor.year
    if here is None:
        return None
    year = 1 - number if here <= 0 else number
    return replace(written, points=(Point(year),)) if abs(year - here) <= EARLY_REACH else None


def _dated(point: Point, first: Point, year: int) -> Point:
    if point.year is not None:
        return point
    rolled = point.month is not None and first.month is not None and point.month < first.month
    return replace(point, year=year + rolled)


def _with_month(written: Written, anchor: Anchor) -> tuple[Written, frozenset[str]]:
    here = anchor.point
    if here is None or here.year is None or here.month is None:
        return written, frozenset({"year", "month"})
    step = _months_on(written.points[0], here)
    if step is None:
        return written, frozenset({"year", "month"})
    year, month = here.year + (here.month - 1 + step) // 12, (here.month - 1 + step) % 12 + 1
    points = tuple(replace(point, year=year, month=month) for point in written.points)
    return replace(written, points=points), frozenset({"year", "month"})


def _months_on(first: Point, here: Point) -> int | None:
    """The months from the one the narrative stands in to that of a day told by its number; None if no near one fits.

    A weekday told with it says which; without one, a day that would lie well back is of the month after.
    """
    if first.day is None or here.year is None or here.month is None:
        return 0
    if first.weekday is None:
        return int(here.day is not None and here.day - first.day > WELL_BACK)
    for step in MONTHS_AROUND:
        year, month = here.year + (here.month - 1 + step) // 12, (here.month - 1 + step) % 12 + 1
        calendars = calendars_of_weekday(Day(year, month, first.day), first.weekday)
        if "gregorian" in calendars or (calendars and not step):
            return step
    return None


def _month_of(point: Point) -> int | None:
    if point.month is not None:
        return point.month
    return {21: 4, 22: 7, 23: 10, 24: None}.get(point.season or 0)


def _century(year: int, anchor: Anchor) -> int:
    """The hundreds a two-digit year belongs to: those that bring it nearest to the anchor."""
    here = anchor.year or (anchor.ahead.year if anchor.ahead and anchor.ahead.year else 1950)
    return min((here // 100 * 100 + step for step in (-100, 0, 100)), key=lambda hundred: abs(hundred + year - here))


def _short(point: Point, century: int) -> int | None:
    return None if point.year is None else point.year + century if point.short else point.year
