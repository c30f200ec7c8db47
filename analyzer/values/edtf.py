"""Dates in EDTF (ISO 8601-2) syntax: levels 0 and 1, and of level 2 the seasons, unknown digits and one-of sets."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from analyzer.errors import AnalyzerError
from analyzer.values import dates
from analyzer.values.calendars import Calendar, Day, month_length
from analyzer.values.dates import Basis, Granularity, Modifier, UncertainDate

_LONG_YEAR = re.compile(r"Y(-?[1-9]\d{4,8})")
_DATE = re.compile(
    r"(?P<sign>-?)(?P<year>\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|[0-3]X|XX))?)?"
    r"(?:T(?P<clock>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?P<zone>Z|[+-]\d\d(?::\d\d)?)?)?"
)
_MARKS = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
_MASKED_YEARS: tuple[Granularity, ...] = ("year", "decade", "century", "century", "year")


class EdtfError(AnalyzerError):
    """A date is not written in the EDTF this program reads."""

    slug = "edtf"


class _Parts(NamedTuple):
    sign: str
    year: str
    month: str
    day: str
    clock: str
    zone: str


def parse_edtf(
    text: str, calendar: Calendar = "unknown", basis: Basis = "none", modifier: Modifier = ""
) -> UncertainDate:
    """The date an EDTF expression stands for, read in `calendar`; days that do not exist (30 February) are kept.

    The calendar and the modifier stand beside the expression, which has no signs for them.

    Raises:
        EdtfError: the text is no EDTF of level 0-1, season, date with unknown digits, or one-of set.

    >>> parse_edtf("1927-11~").approximate, parse_edtf("../1920").first
    (True, None)
    """
    if text.startswith("[") and text.endswith("]"):
        date = _one_of(text, calendar, basis)
    elif "/" in text:
        date = _interval(text, calendar, basis)
    else:
        date = _atom(text, calendar, basis)
    return dates.modified(date, modifier)


def format_edtf(date: UncertainDate) -> str:
    """The EDTF expression of a date, with the qualifiers its flags ask for. `parse_edtf` is the inverse.

    >>> format_edtf(dates.qualified(dates.decade(1924), uncertain=True))
    '192X?'
    """
    if date.edtf.startswith("["):
        return date.edtf
    written = [_MARKS.get(part[-1:], (False, False)) for part in date.edtf.split("/")]
    flags = (any(a for a, _ in written), any(u for _, u in written))
    if flags == (date.approximate, date.uncertain):
        return date.edtf
    return dates.qualified(date, approximate=date.approximate, uncertain=date.uncertain).edtf


def interval_ends(date: UncertainDate) -> tuple[UncertainDate | None, UncertainDate | None]:
    """Both ends of an interval as dates of their own (None where open); any other date is both its ends.

    >>> [end.edtf for end in interval_ends(parse_edtf("1918-03-14/1918-09"))]
    ['1918-03-14', '1918-09']
    """
    if "/" not in date.edtf:
        return date, date
    left, right = date.edtf.split("/")
    return _end(left, date.calendar, date.basis), _end(right, date.calendar, date.basis)


def _one_of(text: str, calendar: Calendar, basis: Basis) -> UncertainDate:
    parts = [_atom(part.strip(), calendar, basis) for part in text[1:-1].split(",")]
    days = [day for part in parts for day in (part.first, part.last) if day is not None]
    first, last = (min(days), max(days)) if days else (None, None)
    return replace(parts[0], edtf=text, first=first, last=last, granularity="interval", clock="")


def _interval(text: str, calendar: Calendar, basis: Basis) -> UncertainDate:
    left, _, right = text.partition("/")
    first, last = _end(left, calendar, basis), _end(right, calendar, basis)
    if first is None and last is None:
        raise _error(text)
    return replace(dates.interval(first, last), edtf=text)


def _end(text: str, calendar: Calendar, basis: Basis) -> UncertainDate | None:
    return None if text in {"", ".."} else _atom(text, calendar, basis)


def _atom(text: str, calendar: Calendar, basis: Basis) -> UncertainDate:
    mark = text[-1:] if text[-1:] in {"~", "?", "%"} else ""
    body = text.removesuffix(mark)
    long_year = _LONG_YEAR.fullmatch(body)
    date = (
        dates.year_date(int(long_year[1]), calendar, basis)
        if long_year
        else _dashed(_split(body), body, calendar, basis)
    )
    approximate, uncertain = _MARKS[mark]
    return replace(date, edtf=text, approximate=approximate, uncertain=uncertain)


def _split(body: str) -> _Parts:
    match = _DATE.fullmatch(body)
    if not match:
        raise _error(body)
    parts = _Parts(**{key: value or "" for key, value in match.groupdict().items()})
    if parts.clock and (not parts.day or "X" in body or int(parts.clock[:2]) > 24):
        raise _error(body)
    if (parts.sign and parts.year in {"0000", "XXXX"}) or (parts.month == "XX" and parts.day not in {"", "XX"}):
        raise _error(body)
    return parts


def _dashed(parts: _Parts, body: str, calendar: Calendar, basis: Basis) -> UncertainDate:
    month = int(parts.month) if parts.month.isdigit() else 0
    if month in dates.SEASON_MONTHS and not parts.day and parts.year.isdigit():
        return dates.season(int(parts.sign + parts.year), month, calendar, basis)
    if not _months_and_days_exist(parts):
        raise _error(body)
    first, last = _bounds(parts, calendar)
    return UncertainDate(body, first, last, _granularity(parts), calendar, basis, clock=parts.clock)


def _months_and_days_exist(parts: _Parts) -> bool:
    """Whether month and day lie in 1-12 and 1-31; whether the month has that day is not asked."""
    month = not parts.month.isdigit() or 1 <= int(parts.month) <= 12
    return month and (not parts.day.isdigit() or 1 <= int(parts.day) <= 31)


def _bounds(parts: _Parts, calendar: Calendar) -> tuple[Day | None, Day | None]:
    if parts.year == "XXXX":
        return None, None
    sign = -1 if parts.sign else 1
    years = sorted(sign * int(parts.year.replace("X", digit)) for digit in "09")
    low = int(parts.month) if parts.month.isdigit() else 1
    high = int(parts.month) if parts.month.isdigit() else 12
    longest = month_length(years[1], high, calendar)
    first = max(1, int(parts.day.replace("X", "0"))) if parts.day else 1
    last = int(parts.day.replace("X", "9")) if parts.day else longest
    return Day(years[0], low, first), Day(years[1], high, min(last, longest) if "X" in parts.day else last)


def _granularity(parts: _Parts) -> Granularity:
    if parts.day and "X" not in parts.day:
        return "day"
    if parts.month and parts.month != "XX":
        return "month"
    return _MASKED_YEARS[parts.year.count("X")]


def _error(text: str) -> EdtfError:
    return EdtfError(f"not an EDTF date: {text[:60]!r}", hint="Write it like 1917-10-25, 1917-10~, 191X or 1917/1920.")
