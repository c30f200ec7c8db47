"""Tests of the table of calendar switches and starts of the year."""

from __future__ import annotations

import pytest

from analyzer.values.calendar_switches import (
    calendar_of,
    gregorian_plausible,
    is_real_day,
    julian_plausible,
    modern_day,
    switch_of,
    year_start,
)
from analyzer.values.calendars import Calendar, Day, to_jdn

SWITCHES = [
    ("Spain", Day(1582, 10, 4), Day(1582, 10, 15)),
    ("Poland", Day(1582, 10, 4), Day(1582, 10, 15)),
    ("France", Day(1582, 12, 9), Day(1582, 12, 20)),
    ("Denmark", Day(1700, 2, 18), Day(1700, 3, 1)),
    ("Britain", Day(1752, 9, 2), Day(1752, 9, 14)),
    ("the United States", Day(1752, 9, 2), Day(1752, 9, 14)),
    ("Sweden", Day(1753, 2, 17), Day(1753, 3, 1)),
    ("Bulgaria", Day(1916, 3, 31), Day(1916, 4, 14)),
    ("Russia", Day(1918, 1, 31), Day(1918, 2, 14)),
    ("Greece", Day(1923, 2, 15), Day(1923, 3, 1)),
]


@pytest.mark.parametrize(("country", "last", "first"), SWITCHES)
def test_the_last_old_day_is_followed_by_the_first_new_one(country: str, last: Day, first: Day) -> None:
    """The table holds the known switch, and no day is lost or lived twice."""
    row = switch_of(country)

    assert row is not None
    assert (last, first) == (row.last_julian, row.first_gregorian)
    assert to_jdn(last, "julian") + 1 == to_jdn(first, "gregorian")


def test_every_row_names_its_source() -> None:
    """A switch without a source would be hearsay."""
    rows = [switch_of(country) for country in ("italy", "alaska", "turkey", "iceland", "romania")]

    assert [True] * len(rows) == [bool(row and len(row.source) > 10) for row in rows]


CALENDARS: list[tuple[Day, str, Calendar]] = [
    (Day(1917, 10, 25), "Russia", "julian"),
    (Day(1918, 2, 5), "Russia", "unknown"),
    (Day(1918, 2, 14), "Russia", "gregorian"),
    (Day(1732, 2, 11), "England", "julian"),
    (Day(1789, 7, 14), "France", "gregorian"),
    (Day(1640, 5, 1), "Germany", "unknown"),
    (Day(1705, 5, 1), "Sweden", "unknown"),
    (Day(1066, 10, 14), "", "julian"),
    (Day(1700, 1, 1), "", "unknown"),
    (Day(1950, 1, 1), "", "gregorian"),
    (Day(1700, 1, 1), "Atlantis", "unknown"),
]


@pytest.mark.parametrize(("day", "country", "calendar"), CALENDARS)
def test_a_country_used_the_calendar_of_its_time(day: Day, country: str, calendar: Calendar) -> None:
    """Before its switch Julian, after it Gregorian, unknown where regions or tables leave it open."""
    assert (calendar, "none" if calendar == "unknown" else "switch") == calendar_of(day, country)


REAL: list[tuple[Day, Calendar, str, bool]] = [
    (Day(1900, 2, 29), "unknown", "", True),
    (Day(1900, 2, 29), "gregorian", "", False),
    (Day(1900, 2, 29), "julian", "", True),
    (Day(1901, 2, 29), "unknown", "", False),
    (Day(1900, 2, 29), "unknown", "France", False),
    (Day(1900, 2, 29), "unknown", "Russia", True),
    (Day(1712, 2, 30), "unknown", "Sweden", True),
    (Day(1712, 2, 30), "unknown", "Denmark", False),
    (Day(1712, 2, 30), "unknown", "", False),
    (Day(1700, 2, 29), "unknown", "Sweden", False),
    (Day(1918, 2, 1), "unknown", "Russia", False),
    (Day(1918, 2, 13), "unknown", "Russia", False),
    (Day(1918, 2, 1), "julian", "Russia", True),
    (Day(1918, 2, 1), "unknown", "France", True),
    (Day(1582, 10, 10), "unknown", "Spain", False),
    (Day(1582, 10, 10), "unknown", "England", True),
    (Day(1582, 10, 10), "gregorian", "", False),
    (Day(1752, 9, 3), "unknown", "England", False),
    (Day(1917, 4, 31), "unknown", "", False),
    (Day(1917, 13, 1), "unknown", "", False),
]


@pytest.mark.parametrize(("day", "calendar", "country", "real"), REAL)
def test_days_nobody_lived_are_known(day: Day, calendar: Calendar, country: str, real: bool) -> None:
    """Leap days of common years and days dropped at a switch do not exist; Sweden had a 30 February once."""
    assert real == is_real_day(day, calendar, country)


def test_the_year_began_on_25_march_in_england_until_1751() -> None:
    """January to 24 March belonged to the old year, in Scotland only until 1599."""
    assert Day(1649, 1, 30) == modern_day(Day(1648, 1, 30), "England")
    assert None is modern_day(Day(1648, 3, 25), "England")
    assert None is modern_day(Day(1648, 1, 30), "Scotland")
    assert None is year_start("England", 1752)


def test_the_year_began_in_september_in_russia_until_1699() -> None:
    """The days from 1 September carried the number of the next year."""
    assert Day(1682, 9, 5) == modern_day(Day(1683, 9, 5), "Russia")
    assert None is modern_day(Day(1683, 8, 5), "Russia")


def test_the_julian_calendar_is_plausible_only_where_it_was_in_use() -> None:
    """Until Greece left it, or the country or the caller says earlier."""
    assert [True, False] == [julian_plausible(Day(year, 1, 1)) for year in (1923, 1924)]
    assert [True, False] == [julian_plausible(Day(1752, 9, 1), c) for c in ("Britain", "Spain")]
    assert [True, False] == [julian_plausible(Day(year, 6, 1), julian_until=1918) for year in (1918, 1919)]
    assert [False, True] == [gregorian_plausible(Day(1582, 10, day)) for day in (14, 15)]
