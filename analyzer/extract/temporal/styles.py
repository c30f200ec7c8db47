"""Old and New Style marks: a second form in brackets, a slash pair, a mark after the date."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.dates import DAY, YEAR, point_of
from analyzer.extract.temporal.expressions import Point, Written
from analyzer.extract.temporal.rules import Rule
from analyzer.extract.temporal.words import MONTH_SHORT, month_number
from analyzer.values.calendars import Day, from_jdn, to_jdn

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Expression
    from analyzer.values.calendars import Calendar

_OLD = r"O\.?\s?S\.?|[Oo]ld[\s-][Ss]tyle|Julian(?:\s+[Cc]alendar)?|[Oo]ld\s+[Cc]alendar"
_NEW = r"N\.?\s?S\.?|[Nn]ew[\s-][Ss]tyle|Gregorian(?:\s+[Cc]alendar)?|[Nn]ew\s+[Cc]alendar"


def _style(n: int) -> str:
    return rf"(?:(?:in|by|according\s+to)\s+the\s+)?(?:(?P<old{n}>{_OLD})|(?P<new{n}>{_NEW}))(?!\w)"


def _numbered(pattern: str, n: int) -> str:
    return re.sub(r"\(\?P<(\w+)>", lambda m: f"(?P<{m[1]}_{n}>", pattern)


_DAY_MONTH = rf"{DAY}(?:\s+of)?\s+(?P<month>{MONTH_SHORT})(?:,?\s+{YEAR})?"
_MONTH_DAY = rf"(?P<month>{MONTH_SHORT})\s+{DAY}(?:,?\s+{YEAR})?"
_INNER = rf"(?:{_numbered(_DAY_MONTH, 1)}|{_numbered(_MONTH_DAY, 2)}|{_numbered(DAY, 3)})"
_BRACKETED = re.compile(
    rf"\s*[\[(]\s*(?:or\s+)?(?:{_style(1)}[\s:,]*)?{_INNER}(?:,?\s*\(?{_style(2)}\)?)?[\s.]*[\])]"
    rf"(?:,?\s+{_numbered(YEAR, 9)})?"
)
_MARK = re.compile(rf"(?:,?\s*[\[(]\s*{_style(1)}[\s.]*[\])]|,?\s+{_style(2)})(?:,?\s+{_numbered(YEAR, 9)})?")
_SLASH = r"\s?/\s?"


def _shifted(day: Point, calendar: Calendar) -> Point | None:
    """The same day in the other calendar; None when the point lacks a part."""
    if day.year is None or day.month is None or day.day is None:
        return None
    other: Calendar = "gregorian" if calendar == "julian" else "julian"
    there = from_jdn(to_jdn(Day(day.year, day.month, day.day), calendar), other)
    return Point(there.year, there.month, there.day)


def _year_group(m: re.Match[str], n: int) -> int | None:
    """The year of the nth set of groups; of a dual year the later."""
    groups = m.groupdict()
    text = groups.get(f"year_{n}") or groups.get(f"early_{n}")
    if not text:
        return None
    dual = groups.get(f"dual_{n}")
    return int(text) + (1 if dual and str(int(text) + 1).endswith(dual) else 0)


def _inner_point(m: re.Match[str], outer: Point) -> Point:
    for n in (1, 2):
        if m[f"month_{n}"]:
            return Point(_year_group(m, n), month_number(m[f"month_{n}"]), int(m[f"day_{n}"]))
    return Point(outer.year, outer.month, int(m["day_3"]))


def _told(m: re.Match[str], *numbers: int) -> Calendar:
    if any(m[f"old{n}"] for n in numbers):
        return "julian"
    return "gregorian" if any(m[f"new{n}"] for n in numbers) else "unknown"


def _with_years(outer: Point, inner: Point, trailing: int | None) -> tuple[Point, Point]:
    """Gives both forms their year: written once, it belongs to the form beside it, and New Year may lie between."""
    outer_year = outer.year if outer.year is not None else (inner.year if inner.year is not None else trailing)
    inner_year = inner.year if inner.year is not None else outer_year
    if outer_year is not None and inner.year is None and outer.month and inner.month:
        step = inner.month - outer.month
        inner_year = outer_year + (1 if step == -11 else -1 if step == 11 else 0)
    return replace(outer, year=outer_year), replace(inner, year=inner_year)


def _apart(julian: Point, gregorian: Point) -> bool:
    """Whether the two forms are one day."""
    return _shifted(julian, "julian") == replace(gregorian, weekday=None, short=False)


def take_style(text: str, end: int, date: Written) -> tuple[int, Written]:
    """Reads what follows a day as its second form or its calendar mark."""
    if len(date.points) != 1 or date.points[0].day is None or date.other is not None:
        return end, date
    m = _BRACKETED.match(text, end)
    if m:
        pair = _read_bracket(m, date)
        if pair:
            return m.end(), pair
    m = _MARK.match(text, end)
    if not m or _told(m, 1, 2) == "unknown":
        return end, date
    point = date.points[0]
    year = _year_group(m, 9)
    point = replace(point, year=year) if point.year is None and year else point
    marked = replace(date, points=(point,), calendar=_told(m, 1, 2), basis="marked")
    second = _BRACKETED.match(text, m.end())
    pair = _read_bracket(second, marked) if second and _told(second, 1, 2) != "unknown" else None
    return (second.end(), pair) if second and pair else (m.end(), marked)


def _read_bracket(m: re.Match[str], date: Written) -> Written | None:
    inner_calendar = _told(m, 1, 2)
    outer, inner = _with_years(date.points[0], _inner_point(m, date.points[0]), _year_group(m, 9))
    if inner_calendar != "unknown":
        outer_calendar: Calendar = "gregorian" if inner_calendar == "julian" else "julian"
        return replace(date, points=(outer,), other=inner, calendar=outer_calendar, basis="marked")
    if m["day_3"]:
        return None
    if _apart(outer, inner) or (outer.year is None and _offset(outer, inner)):
        return replace(date, points=(outer,), other=inner, calendar="julian", basis="paired")
    if _apart(inner, outer) or (outer.year is None and _offset(inner, outer)):
        return replace(date, points=(outer,), other=inner, calendar="gregorian", basis="paired")
    return None


def _read_pair(m: re.Match[str]) -> Expression | None:
    """Such as "14/26 December 1825", "14 (26) December 1825", "1 February/14 February 1918": one day in both styles."""
    month = month_number(m["month"])
    second = point_of(m, month=month, day=int(m["day"]))
    first_month = month_number(m["month_a"]) if m.groupdict().get("month_a") else month
    first = Point(second.year, first_month, int(m["day_a"]))
    if second.year is None:
        return Written((first,), calendar="julian", basis="marked", other=second) if _offset(first, second) else None
    if first_month > month and first_month - month == 11:
        first = replace(first, year=second.year - 1)
    if _apart(first, second):
        return Written((first,), calendar="julian", basis="marked", other=second)
    if _apart(second, first):
        return Written((first,), calendar="gregorian", basis="marked", other=second)
    return None


def _offset(first: Point, second: Point) -> bool:
    """Whether two days without a year may be 10 to 13 days apart, in one month or over its end."""
    days = (second.day or 0) - (first.day or 0)
    if first.month == second.month:
        return 10 <= days <= 13
    if first.month is None or second.month != first.month % 12 + 1:
        return False
    return 10 <= days + 31 <= 13 or 10 <= days + 30 <= 13 or 10 <= days + 28 <= 13


_DAY_A = DAY.replace("<day>", "<day_a>").replace("<nth>", "<nth_a>")
_MONTH_A = rf"(?P<month_a>{MONTH_SHORT})"
_CLOSE = r"[\])]"
_PATTERNS = (
    ("DIGIT", rf"{_DAY_A}\s+(?:{_MONTH_A}){_SLASH}{DAY}\s+(?P<month>{MONTH_SHORT})(?:,?\s+{YEAR})?(?!\w)"),
    ("DIGIT", rf"{_DAY_A}{_SLASH}{DAY}\s+(?P<month>{MONTH_SHORT})(?:,?\s+{YEAR})?(?!\w)"),
    ("DIGIT", rf"{_DAY_A}\s?[\[(]{DAY}{_CLOSE}\s+(?P<month>{MONTH_SHORT})(?:,?\s+{YEAR})?(?!\w)"),
    ("MONTH", rf"{_MONTH_A}\s+{_DAY_A}{_SLASH}(?P<month>{MONTH_SHORT})\s+{DAY}(?:,?\s+{YEAR})?(?!\w)"),
    ("MONTH", rf"(?P<month>{MONTH_SHORT})\s+{_DAY_A}{_SLASH}{DAY}(?:,?\s+{YEAR})?(?!\w)"),
    ("MONTH", rf"(?P<month>{MONTH_SHORT})\s+{_DAY_A}\s?[\[(]{DAY}{_CLOSE}(?:,?\s+{YEAR})?(?!\w)"),
)
RULES: tuple[Rule, ...] = tuple(Rule("style-pair", (opener,), pattern, _read_pair) for opener, pattern in _PATTERNS)
