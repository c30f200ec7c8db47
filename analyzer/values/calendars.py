"""Julian and Gregorian days as Julian day numbers."""

from __future__ import annotations

from typing import Literal, NamedTuple

Calendar = Literal["gregorian", "julian", "unknown"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


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


def convert(day: Day, calendar: Calendar, target: Calendar) -> Day:
    """The same day written in another calendar.

    >>> convert(Day(1879, 10, 26), "julian", "gregorian")
    Day(year=1879, month=11, day=7)
    """
    return from_jdn(to_jdn(day, calendar), target)


def is_leap(year: int, calendar: Calendar) -> bool:
    """Whether the astronomical year has a 29 February; `unknown` counts as Gregorian.

    >>> is_leap(1900, "julian"), is_leap(1900, "gregorian")
    (True, False)
    """
    if calendar == "julian":
        return year % 4 == 0
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int, calendar: Calendar) -> int:
    """Days of a month (28-31); `unknown` counts as Gregorian."""
    return 29 if month == 2 and is_leap(year, calendar) else _LENGTHS[month - 1]


def in_calendar(day: Day, calendar: Calendar) -> bool:
    """Whether the proleptic calendar has such a day; `unknown` asks for either calendar.

    >>> in_calendar(Day(1900, 2, 29), "unknown"), in_calendar(Day(1900, 2, 29), "gregorian")
    (True, False)
    """
    longest: Calendar = "julian" if calendar == "unknown" else calendar
    return 1 <= day.month <= 12 and 1 <= day.day <= month_length(day.year, day.month, longest)


def weekday(jdn: int) -> int:
    """Day of the week of a Julian day number: 0 is Monday, 6 is Sunday (the same in both calendars).

    >>> WEEKDAYS[weekday(to_jdn(Day(1905, 1, 9), "julian"))]
    'Sunday'
    """
    return jdn % 7


def calendar_offset(jdn: int) -> int:
    """Days the Julian calendar is behind the Gregorian on that day: 13 in 1917, 10 in 1582, -2 in the year 1.

    >>> calendar_offset(to_jdn(Day(1752, 9, 14), "gregorian"))
    11
    """
    return jdn - to_jdn(from_jdn(jdn, "julian"), "gregorian")


def calendars_of_weekday(day: Day, weekday_number: int) -> tuple[Calendar, ...]:
    """The calendars in which `day` falls on that weekday (0 Monday to 6 Sunday): a proof when there is just one.

    >>> calendars_of_weekday(Day(1905, 1, 9), 6)
    ('julian',)
    """
    both: tuple[Calendar, ...] = ("gregorian", "julian")
    return tuple(c for c in both if in_calendar(day, c) and weekday(to_jdn(day, c)) == weekday_number)


def format_year(year: int) -> str:
    """An astronomical year as read by people.

    >>> format_year(1917), format_year(0), format_year(-43)
    ('1917', '1 BC', '44 BC')
    """
    return str(year) if year > 0 else f"{1 - year} BC"


def format_day(day: Day) -> str:
    """A day as read by people.

    >>> format_day(Day(1917, 10, 12))
    '12 October 1917'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {format_year(day.year)}"
