"""What the weekday beside a day says of its month and year: "on Tuesday the 7th" is of few months a story can mean."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.dates import DAY_WORD, day_of
from analyzer.extract.temporal.words import WEEKDAY, WEEKDAYS
from analyzer.values.calendars import Day, calendars_of_weekday, to_jdn
from analyzer.values.dates import day_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analyzer.model import Claim

ENOUGH = 0.9  # what the days of the other sources must say for a month
LAST_JULIAN = 1923  # the last year in which a country kept the old calendar
CLEARLY = 0.25  # by how much it must beat every other month

_WEEKDAY = re.compile(rf"\b(?P<weekday>{WEEKDAY})\b")
_OF_WEEK = re.compile(rf"\b(?P<weekday>{WEEKDAY}),?\s+the\s+{DAY_WORD}")


def weekday_told(claim: Claim, text: str) -> int | None:
    """The weekday (0 Monday to 6 Sunday) a date of one day is written with, None without one."""
    if claim.date is None or claim.date.granularity != "day":
        return None
    m = _WEEKDAY.search(text, claim.start, claim.end)
    return WEEKDAYS[m["weekday"].lower()] if m else None


def falls_on(day: Day, weekday: int) -> bool:
    """Whether the day falls on the weekday in a calendar then in use.

    >>> falls_on(Day(1905, 1, 9), 6), falls_on(Day(1936, 3, 12), 2)
    (True, False)
    """
    calendars = calendars_of_weekday(day, weekday)
    return "gregorian" in calendars or (bool(calendars) and day.year <= LAST_JULIAN)


def placed(claim: Claim, text: str, support: Callable[[int], float], years: Mapping[int, frozenset[int]]) -> Claim:
    """A day told by weekday and number alone, in the month and year the other sources speak for.

    `support` tells how much they say for a day's number, `years` which years are worth a thought in a month (0-11).
    Only a day that its own source gives no month, or one it cannot have, is placed.
    """
    m = _OF_WEEK.search(text, claim.start, claim.end) if _open(claim) else None
    if m is None:
        return claim
    day, weekday = day_of(m), WEEKDAYS[m["weekday"].lower()]
    if claim.date is not None and claim.date.first is not None and falls_on(claim.date.first, weekday):
        return claim
    days = [Day(year, month + 1, day) for month, around in years.items() for year in around]
    odds = sorted(
        ((support(to_jdn(d, "gregorian")), d.year, d.month) for d in days if falls_on(d, weekday)), reverse=True
    )
    if not odds or odds[0][0] < ENOUGH or (len(odds) > 1 and odds[0][0] - odds[1][0] < CLEARLY):
        return claim
    date = day_date(odds[0][1], odds[0][2], day)
    return replace(claim, kind="date", value=date.edtf, date=date, inferred=("month", "year"))


def _open(claim: Claim) -> bool:
    return claim.rule.startswith("weekday-day") and (claim.kind == "reference" or "month" in claim.inferred)
