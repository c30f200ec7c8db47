"""Which calendar and which start of the year a country used on a day, from a table with a source for every row."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from analyzer.values.calendars import Calendar, Day, in_calendar

if TYPE_CHECKING:
    from datetime import date as plain_date

    from analyzer.values.dates import Basis

FIRST_GREGORIAN = Day(1582, 10, 15)  # nobody wrote a Gregorian day before the bull took effect
LAST_SWITCH = Day(1923, 3, 1)  # Greece, the last state to leave the Julian calendar
_SWEDISH = frozenset({"sweden", "finland"})


class Switch(NamedTuple):
    """A country's change of calendar; between `first_gregorian` and `until` a day may stand in either."""

    country: str
    last_julian: Day
    first_gregorian: Day
    until: Day
    source: str
    note: str = ""


class YearStart(NamedTuple):
    """A start of the year other than 1 January, from the year `since_year` until the eve of 1 January `from_year`.

    `shift` is what must be added to the year of a day before the start (1: 25 March, Easter) or from it on
    (-1: Christmas, 1 September) to have the year as counted from 1 January.
    """

    month: int
    day: int
    since_year: int
    from_year: int
    shift: int
    source: str


def switch_of(country: str) -> Switch | None:
    """The change of calendar of a country by its English name in any case, None when the table has none.

    >>> switch_of("England").first_gregorian
    Day(year=1752, month=9, day=14)
    """
    return _switches().get(_key(country))


def year_start(country: str, year: int) -> YearStart | None:
    """The start of the year used in a country in that year when it was not 1 January.

    >>> year_start("England", 1648).month, year_start("Scotland", 1648)
    (3, None)
    """
    rows = _year_starts().get(_key(country), ())
    return next((row for row in rows if row.since_year <= year < row.from_year), None)


def modern_day(day: Day, country: str) -> Day | None:
    """The day with its year counted from 1 January, were it written in the country's old count; None if the same.

    >>> modern_day(Day(1648, 1, 30), "England")
    Day(year=1649, month=1, day=30)
    """
    start = year_start(country, day.year)
    if start is None:
        return None
    before = (day.month, day.day) < (start.month, start.day)
    return day._replace(year=day.year + start.shift) if before == (start.shift > 0) else None


def calendar_of(day: Day, country: str = "") -> tuple[Calendar, Basis]:
    """The calendar a country's authorities used for a day so written; ("unknown", "none") where that is open.

    Open are the days dropped at the switch, the years in which the regions of a country differed, and for a country
    not in the table (or none) the years between the first and the last switch of all.

    >>> calendar_of(Day(1917, 10, 25), "Russia"), calendar_of(Day(1917, 10, 25), "France")
    (('julian', 'switch'), ('gregorian', 'switch'))
    """
    row = switch_of(country)
    last_julian = row.last_julian if row else Day(1582, 10, 4)
    gregorian_from = row.until if row else LAST_SWITCH
    if day <= last_julian:
        return ("unknown", "none") if _in_swedish_calendar(day, country) else ("julian", "switch")
    return ("gregorian", "switch") if day >= gregorian_from else ("unknown", "none")


def is_real_day(day: Day, calendar: Calendar = "unknown", country: str = "") -> bool:
    """Whether anybody could have lived that day as written: in the calendar named, in the country if given.

    >>> is_real_day(Day(1918, 2, 5), "unknown", "Russia"), is_real_day(Day(1918, 2, 5), "julian", "Russia")
    (False, True)
    >>> is_real_day(Day(1712, 2, 30), "unknown", "Sweden"), is_real_day(Day(1900, 2, 29), "gregorian")
    (True, False)
    """
    if _key(country) in _SWEDISH and calendar != "gregorian" and day in {Day(1712, 2, 30), Day(1700, 2, 29)}:
        return day.year == 1712
    if calendar == "gregorian":
        return in_calendar(day, calendar) and not Day(1582, 10, 4) < day < FIRST_GREGORIAN
    row = switch_of(country)
    if calendar == "julian" or row is None:
        return in_calendar(day, calendar)
    if row.last_julian < day < row.first_gregorian:
        return False
    return in_calendar(day, calendar_of(day, country)[0])


def julian_plausible(day: Day, country: str = "", julian_until: int | None = None) -> bool:
    """Whether a source may have written that Gregorian or Julian day in the Julian calendar.

    `julian_until` is the last year in which the caller holds it possible; without it and without a known country
    every year until the last switch of all counts.

    >>> julian_plausible(Day(1917, 11, 7)), julian_plausible(Day(1940, 5, 10)), julian_plausible(Day(1917, 4, 6), "USA")
    (True, False, False)
    """
    if julian_until is not None:
        return day.year <= julian_until
    row = switch_of(country)
    limit = row.until if row else LAST_SWITCH
    return day < limit


def gregorian_plausible(day: Day) -> bool:
    """Whether anybody wrote that day in the Gregorian calendar at the time.

    >>> gregorian_plausible(Day(1066, 10, 14)), gregorian_plausible(Day(1582, 10, 15))
    (False, True)
    """
    return day >= FIRST_GREGORIAN


def _in_swedish_calendar(day: Day, country: str) -> bool:
    return _key(country) in _SWEDISH and Day(1700, 3, 1) <= day <= Day(1712, 2, 30)


def _key(country: str) -> str:
    return " ".join(country.casefold().removeprefix("the ").split())


@cache
def _table() -> dict[str, Any]:
    text = files("analyzer.values").joinpath("data/calendar_switches.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _switches() -> dict[str, Switch]:
    table: dict[str, Switch] = {}
    for row in _table()["switch"]:
        table.update(dict.fromkeys([row["country"], *row["aliases"]], _switch(row)))
    return table


@cache
def _year_starts() -> dict[str, tuple[YearStart, ...]]:
    table: dict[str, tuple[YearStart, ...]] = {}
    for row in _table()["year_start"]:
        source = _table()["sources"][row["source"]]
        start = YearStart(row["month"], row["day"], row["since_year"], row["from_year"], row["shift"], source)
        for country in row["countries"]:
            table[country] = (*table.get(country, ()), start)
    return table


def _switch(row: dict[str, Any]) -> Switch:
    first = _day(row["first_gregorian"])
    until = _day(row["until"]) if "until" in row else first
    source = _table()["sources"][row["source"]]
    return Switch(row["country"], _day(row["last_julian"]), first, until, source, row.get("note", ""))


def _day(value: plain_date) -> Day:
    return Day(value.year, value.month, value.day)
