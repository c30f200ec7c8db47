"""Resolves times told by their distance from the anchor, widening where the anchor or the distance is vague."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.expressions import Point
from analyzer.values.calendars import Day, from_jdn, to_jdn

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Deictic, Shift

_STEP = {"same": 0, "next": 1, "previous": -1, "last": -1}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def shifted(shift: Shift, here: Point | None) -> Point | None:
    """The point so many units away from `here`, at the finest unit both allow; None when nothing can be said."""
    if here is None or here.year is None or shift.low is None or shift.now:
        return None
    amount = shift.low * shift.sign
    if shift.unit in _YEARS:
        return _years_away(here, amount * _YEARS[shift.unit])
    if shift.unit == "month":
        return _months_away(here, amount)
    if shift.unit in {"day", "week"}:
        return _days_away(here, round(amount * (7 if shift.unit == "week" else 1)))
    return (
        replace(here, weekday=None)
        if here.day is not None and shift.unit in {"hour", "minute"} and amount < 12
        else None
    )


def _years_away(here: Point, years: float) -> Point | None:
    if here.year is None:
        return None
    if years != int(years):
        return _months_away(here, years * 12)
    return Point(here.year + int(years))


def _months_away(here: Point, months: float) -> Point | None:
    if here.year is None or here.month is None:
        return None
    total = here.year * 12 + here.month - 1 + round(months)
    return Point(total // 12, total % 12 + 1)


def _days_away(here: Point, days: int) -> Point | None:
    if here.year is None or here.month is None:
        return None
    if here.day is None:
        return Point(here.year, here.month) if days < 15 else _months_away(here, days / 30)
    there = from_jdn(to_jdn(Day(here.year, here.month, here.day), "gregorian") + days, "gregorian")
    return Point(there.year, there.month, there.day)


def deictic(expression: Deictic, here: Point | None) -> Point | None:
    """The day, month, season or year beside `here`; None when the anchor is too coarse to say."""
    if here is None or here.year is None:
        return None
    step = _STEP[expression.which]
    if expression.month is not None:
        if expression.unit == "month":
            return replace(_month_beside(here, expression.month, expression.which), day=expression.day)
        return Point(here.year + step, expression.month, expression.day)
    return _unit_beside(expression, here, here.year, step)


def _unit_beside(expression: Deictic, here: Point, year: int, step: int) -> Point | None:
    if expression.unit == "season":
        return Point(year + step, season=expression.season)
    if expression.unit in _YEARS:
        return _same_block(here, expression.unit, step)
    if expression.unit == "month":
        month = _months_away(here, step)
        return replace(month, day=expression.day) if month else None
    return _days_away(here, step) if expression.unit == "day" and here.day is not None else None


def _month_beside(here: Point, month: int, which: str) -> Point:
    """The nearest `month` after, before, or in the year of `here`."""
    year = here.year or 0
    if which in {"previous", "last"}:
        return Point(year if here.month is not None and month < here.month else year - 1, month)
    if which == "next":
        return Point(year if here.month is not None and month > here.month else year + 1, month)
    return Point(year, month)


def _same_block(here: Point, unit: str, step: int) -> Point:
    year = here.year or 0
    if unit == "year":
        return Point(year + step)
    size = _YEARS[unit]
    return Point(year // size * size + step * size, span="decade" if unit == "decade" else "century")
