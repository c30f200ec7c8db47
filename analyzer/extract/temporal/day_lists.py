"""Reads lists of days that share their month and year: "8, 9 and 10 July 1871", "October 8th and 12th, 1871"."""

from __future__ import annotations

import re
from itertools import pairwise

from analyzer.extract.temporal.dates import CLOSED, YEAR, point_of
from analyzer.extract.temporal.expressions import Found, Written
from analyzer.extract.temporal.guards import left_of
from analyzer.extract.temporal.words import MONTH_SHORT, ORDINAL_WORD, ORDINALS, month_number

_ITEM = rf"(?:(?:[12]\d|3[01]|0?[1-9])(?:st|[nr]?d|th)?(?!\w|[.,:]\d)|{ORDINAL_WORD}\b)"
_ITEMS = rf"(?P<days>{_ITEM}(?:,\s+(?:the\s+)?{_ITEM}){{0,8}},?\s+(?:and|&)\s+(?:the\s+)?{_ITEM})"
_DAYS_MONTH = re.compile(rf"{_ITEMS}(?:\s+of)?\s+(?P<month>{MONTH_SHORT})(?:,?\s+(?:of\s+)?{YEAR})?(?!\w)")
_MONTH_DAYS = re.compile(rf"(?P<month>{MONTH_SHORT})\s+(?:the\s+)?{_ITEMS}(?:,?\s+(?:of\s+)?{YEAR})?(?!\w)")
_DAY = re.compile(_ITEM)
_BOUNDS = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)


def day_list(text: str, start: int) -> tuple[Found, ...]:
    """The dates of the list that begins at `start`: one range where the days follow each other, else one each.

    Empty where no list begins there, or where its two days are the ends of a span ("between 8 and 10 July").

    >>> [found.expression.points[0].day for found in day_list("8 and 10 July 1871", 0)]
    [8, 10]
    """
    m = _DAYS_MONTH.match(text, start) or _MONTH_DAYS.match(text, start)
    if m is None or m["dual"] or _BOUNDS.search(left_of(text, start)):
        return ()
    items = list(_DAY.finditer(text, m.start("days"), m.end("days")))
    days = [_number(item[0]) for item in items]
    if any(after <= before for before, after in pairwise(days)) or _counts(m):
        return ()
    points = [point_of(m, month=month_number(m["month"]), day=day) for day in days]
    if days[-1] - days[0] == len(days) - 1:
        return (Found(start, m.end(), "day-range", Written((points[0], points[-1]))),)
    starts = [start, *(item.start() for item in items[1:])]
    ends = [*(item.end() for item in items[:-1]), m.end()]
    return tuple(
        Found(first, last, "day-list", Written((point,)))
        for first, last, point in zip(starts, ends, points, strict=True)
    )


def _counts(m: re.Match[str]) -> bool:
    """Whether the last number may count something: "on July 8 and 10 men fell"."""
    told = m["year"] or m["early"] or m["ad"] or m["short"]
    return m.start("month") < m.start("days") and not told and not CLOSED.match(m.string, m.end())


def _number(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS[word.lower()]
