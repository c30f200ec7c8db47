"""Reads a date whose year the text does not write in the year of the date it is compared with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.values.dates import day_date, edtf_year, month_date

if TYPE_CHECKING:
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
    """The same day or month of another year; unchanged where that year has no such day, and before the year 1."""
    first = date.first
    if first is None or first.year + years < 1 or (first.month, first.day) == (2, 29):
        return date
    year = first.year + years
    other = day_date(year, first.month, first.day) if date.granularity == "day" else month_date(year, first.month)
    return replace(date, edtf=edtf_year(year) + date.edtf[4:], first=other.first, last=other.last)
