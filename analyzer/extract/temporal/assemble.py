"""Builds uncertain dates from points whose parts are known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.values import dates as values

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Point, Written
    from analyzer.values.calendars import Calendar
    from analyzer.values.dates import Basis, UncertainDate


def point_date(point: Point, calendar: Calendar = "unknown", basis: Basis = "none") -> UncertainDate | None:
    """The date of one point; None when nothing of it is known that could be compared."""
    if point.year is None:
        return values.yearless(point.month, point.day, calendar, basis) if point.month else None
    if point.month is None:
        return _period(point, point.year, calendar, basis)
    if point.day is None:
        return values.month_date(point.year, point.month, calendar, basis)
    return values.day_date(point.year, point.month, point.day, calendar, basis)


def _period(point: Point, year: int, calendar: Calendar, basis: Basis) -> UncertainDate:
    if point.span == "decade":
        return _decade(year, calendar, basis)
    if point.span == "century":
        return values.century(year // 100 + 1 if year >= 0 else -((1 - year) // 100), calendar, basis)
    if point.season is not None:
        return values.season(year, point.season, calendar, basis)
    return values.year_date(year, calendar, basis)


def _decade(year: int, calendar: Calendar, basis: Basis) -> UncertainDate:
    """A decade of years BC begins with its largest number and crosses EDTF's blocks: it is told as a range."""
    if year > 0:
        return values.decade(year, calendar, basis)
    ends = values.interval(values.year_date(year, calendar, basis), values.year_date(year + 9, calendar, basis))
    return replace(ends, granularity="decade")


def written_date(written: Written, inferred: frozenset[str]) -> UncertainDate | None:
    """The date of a written expression whose points are complete, with all that shades it."""
    ends = [point_date(point, written.calendar, written.basis) for point in written.points]
    first = ends[0]
    if first is None or any(end is None for end in ends):
        return None
    date = first if len(ends) == 1 else values.interval(first, ends[-1])
    date = replace(date, calendar=written.calendar, basis=written.basis, inferred=inferred, part_of_day=written.part)
    if written.clock:
        date = values.at_clock(date, written.clock, either_half=written.either_half)
    if written.approximate or written.uncertain:
        date = values.qualified(date, approximate=written.approximate, uncertain=written.uncertain)
    return _with_other(_under_modifier(date, written), written)


def _under_modifier(date: UncertainDate, written: Written) -> UncertainDate:
    """A day after "since" or "until" is itself what sources disagree on: it stays; the other modifiers move bounds."""
    if not written.modifier or date.first is None:
        return replace(date, modifier=written.modifier)
    if written.modifier in {"since", "until"} or date.granularity == "interval":
        return replace(date, modifier=written.modifier)
    return values.modified(date, written.modifier)


def _with_other(date: UncertainDate, written: Written) -> UncertainDate:
    if written.dual_year:
        return values.dual_year(date)
    if written.other is None:
        return date
    calendar: Calendar = "gregorian" if written.calendar == "julian" else "julian"
    other = point_date(written.other, calendar, written.basis)
    return date if other is None else values.dual(date, other)
