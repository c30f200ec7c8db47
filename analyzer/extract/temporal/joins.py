"""Joins two dates into a range: dashes, "to", "until", "between ... and", with the parts they share."""

from __future__ import annotations

import re
from dataclasses import replace

from analyzer.extract.temporal.dates import (
    DAY_MONTH_YEAR,
    MONTH_DAY_YEAR,
    MONTH_ONLY,
    MONTH_YEAR,
    YEAR_ONLY,
    point_of,
    read_day,
)
from analyzer.extract.temporal.expressions import Point, Written
from analyzer.extract.temporal.guards import left_of
from analyzer.extract.temporal.words import WEEKDAY, month_number

_DASHED = re.compile(r"\s?[-–—‒]\s?")
_WORDED = re.compile(rf"\s+(?:to|until|till|through|thru)\s+(?:the\s+)?(?:(?:early|late|mid)[ -])?(?:{WEEKDAY},?\s+)?")
_AND = re.compile(rf"\s+and\s+(?:the\s+)?(?:{WEEKDAY},?\s+)?")
_BETWEEN = re.compile(rf"\bbetween\s+(?:the\s+)?(?:{WEEKDAY},?\s+)?$", re.IGNORECASE)
_DAY_POINT = (re.compile(DAY_MONTH_YEAR), re.compile(MONTH_DAY_YEAR))
_MONTH_YEAR = re.compile(MONTH_YEAR)
_MONTH = re.compile(MONTH_ONLY)
_YEAR = re.compile(YEAR_ONLY)


def starts_range(date: Written) -> bool:
    """Whether a date may be the first half of a range."""
    return len(date.points) == 1 and date.points[0].unit in {"day", "month", "year"} and date.other is None


def join_range(text: str, start: int, end: int, first: Written, rule: str) -> tuple[int, Written, str]:
    """Reads the second half of a range after `end`; gives back the date as it was when there is none."""
    for connector in _connectors(text, start, end):
        second = _point_at(text, connector.end())
        if second and _fits(first.points[0], second[1], worded=connector.re is not _DASHED):
            points = _shared(first.points[0], second[1])
            if _ordered(points):
                return second[0], replace(first, points=points), f"{rule}-range"
    return end, first, rule


def _connectors(text: str, start: int, end: int) -> list[re.Match[str]]:
    matches = [_DASHED.match(text, end), _WORDED.match(text, end)]
    if _BETWEEN.search(left_of(text, start)):
        matches.append(_AND.match(text, end))
    return [m for m in matches if m]


def _point_at(text: str, position: int) -> tuple[int, Point] | None:
    for pattern in _DAY_POINT:
        m = pattern.match(text, position)
        if m:
            date = read_day(m)
            return (m.end(), date.points[0]) if isinstance(date, Written) else None
    m = _MONTH_YEAR.match(text, position) or _MONTH.match(text, position)
    if m:
        return m.end(), point_of(m, month=month_number(m["month"]))
    m = _YEAR.match(text, position)
    return (m.end(), point_of(m)) if m and m["dual"] is None else None


def _fits(first: Point, second: Point, *, worded: bool) -> bool:
    """Whether two points can bound one range: of one kind, or both with a year ("1901 – 5 January 1933")."""
    if first.unit == second.unit:
        return True
    return first.year is not None and second.year is not None and (worded or first.unit == "year")


def _shared(first: Point, second: Point) -> tuple[Point, Point]:
    """Gives each end the year that is written once, stepping over New Year."""
    back = first.month is not None and second.month is not None and first.month > second.month
    if first.year is None and second.year is not None and first.unit != "year":
        return replace(first, year=second.year - back, short=second.short), second
    if second.year is None and first.year is not None:
        return first, replace(second, year=first.year + back, short=first.short)
    if first.unit == "year" and first.year and second.year is not None and second.year <= 0 < first.year:
        return replace(first, year=1 - first.year), second
    return first, second


def _ordered(points: tuple[Point, Point]) -> bool:
    first, second = points
    if first.year is None or second.year is None or first.short or second.short:
        return True
    return (first.year, first.month or 0, first.day or 0) < (second.year, second.month or 12, second.day or 31)
