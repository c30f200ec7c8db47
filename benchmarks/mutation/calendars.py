"""Days of the Julian and the Gregorian calendar, reckoned apart from the analyzer under test."""

from __future__ import annotations

from datetime import date, timedelta


def offset(year: int) -> int:
    """Days by which the Gregorian calendar is ahead in a year (from March on, in years that end a century).

    >>> offset(1683), offset(1755), offset(1878), offset(1917)
    (10, 11, 12, 13)
    """
    century = year // 100
    return century - century // 4 - 2


def converted(day: date, calendar: str) -> date:
    """The same day in the other calendar.

    >>> converted(date(1878, 3, 3), "gregorian"), converted(date(1702, 3, 8), "julian")
    (datetime.date(1878, 2, 19), datetime.date(1702, 3, 19))
    """
    days = timedelta(days=offset(day.year))
    return day + days if calendar == "julian" else day - days
