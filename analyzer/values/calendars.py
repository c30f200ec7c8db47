"""Julian and Gregorian days as Julian day numbers."""

from __future__ import annotations

from typing import Literal, NamedTuple

Calendar = Literal["gregorian", "julian", "unknown"]


class Day(NamedTuple):
    """A day as written: astronomical year (0 is 1 BC), month 1-12, day 1-31; its calendar stands beside it."""

    year: int
    month: int
    day: int


def to_jdn(day: Day, calendar: Calendar) -> int:
    """Julian day number of noon of `day` in the proleptic calendar named; `unknown` counts as Gregorian.

    Method: E. G. Richards, "Calendars", in: Explanatory Supplement to the Astronomical Almanac, 3rd ed., 2013.

    >>> to_jdn(Day(1917, 10, 25), "julian") == to_jdn(Day(1917, 11, 7), "gregorian")
    True
    """
    a = (14 - day.month) // 12
    y = day.year + 4800 - a
    m = day.month + 12 * a - 3
    n = day.day + (153 * m + 2) // 5 + 365 * y + y // 4
    return n - 32083 if calendar == "julian" else n - y // 100 + y // 400 - 32045


def from_jdn(jdn: int, calendar: Calendar) -> Day:
    """The day of a Julian day number in the proleptic calendar named; the inverse of `to_jdn`."""
    if calendar == "julian":
        b, c = 0, jdn + 32082
    else:
        a = jdn + 32044
        b = (4 * a + 3) // 146097
        c = a - 146097 * b // 4
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return Day(100 * b + d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1)
