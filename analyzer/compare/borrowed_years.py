"""Reads a date whose year the text does not write in the year of the date it is compared with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.values.dates import edtf_year

if TYPE_CHECKING:
    from analyzer.values.calendars import Day
    from analyzer.values.dates import UncertainDate

MOST_YEARS = 3  # a narrative loses count of its years by so many; beyond, the inferred year is evidence after all


def in_one_year(left: UncertainDate, right: UncertainDate) -> tuple[UncertainDate, UncertainDate]:
    """Both dates, an inferred year replaced by the other's; unchanged where both years are written.

    Only days and months borrow a year, and only when the two lie at most MOST_YEARS apart.

    >>> from analyzer.values.dates import day_date
    >>> told = replace(day_date(1780, 2, 11), inferred=frozenset({"year"}))
    >>> in_one_year(told, day_date(1779, 2, 11))[0].edtf
    '1779-02-11'
    """
    if left.first is None or right.first is None:
        return left, right
    years = right.first.year - left.first.year
    if years and abs(years) <= MOST_YEARS:
        if _borrows(left):
            return _moved(left, years), right
        if _borrows(right):
            return left, _moved(right, -years)
    return left, right


def _borrows(date: UncertainDate) -> bool:
    plain = date.granularity in {"day", "month"} and "/" not in date.edtf and date.other is None
    return plain and "year" in date.inferred and "day" not in date.inferred


def _moved(date: UncertainDate, years: int) -> UncertainDate:
    year = date.first.year + years if date.first else 0
    edtf = edtf_year(year) + date.edtf[4:]
    return replace(date, edtf=edtf, first=_in(date.first, years), last=_in(date.last, years))


def _in(day: Day | None, years: int) -> Day | None:
    return day._replace(year=day.year + years) if day else None
