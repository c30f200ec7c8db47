"""Tests of the calendar arithmetic, with convertdate as the oracle."""

from __future__ import annotations

from datetime import date

from convertdate import gregorian, julian
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.values.calendars import (
    Calendar,
    Day,
    calendar_offset,
    calendars_of_weekday,
    convert,
    format_day,
    from_jdn,
    in_calendar,
    is_leap,
    month_length,
    to_jdn,
    weekday,
)

years = st.integers(1, 2199)
months = st.integers(1, 12)
calendars: st.SearchStrategy[Calendar] = st.sampled_from(["gregorian", "julian"])


def oracle_jdn(day: Day, calendar: Calendar) -> int:
    """Convertdate's Julian day of the noon of a day."""
    module = julian if calendar == "julian" else gregorian
    return int(module.to_jd(*day) + 0.5)


def test_every_month_from_1_to_2199_begins_on_the_day_convertdate_gives() -> None:
    """The Julian day number of every first and last of a month agrees with the oracle in both calendars."""
    both: tuple[Calendar, ...] = ("gregorian", "julian")
    ours, theirs = [], []
    for calendar in both:
        for year in range(1, 2200):
            for month in range(1, 13):
                day = Day(year, month, 1)
                ours.append(to_jdn(day, calendar))
                theirs.append(oracle_jdn(day, calendar))

    assert theirs == ours


@given(years, months, st.integers(1, 31), calendars)
@settings(deadline=None, max_examples=300)
def test_a_day_survives_the_way_to_its_number_and_back(year: int, month: int, day: int, calendar: Calendar) -> None:
    """from_jdn is the inverse of to_jdn on every day that exists."""
    written = Day(year, month, min(day, month_length(year, month, calendar)))

    assert written == from_jdn(to_jdn(written, calendar), calendar)


@given(st.integers(1_000_000, 2_600_000), calendars)
@settings(deadline=None, max_examples=300)
def test_a_number_survives_the_way_to_its_day_and_back(jdn: int, calendar: Calendar) -> None:
    """to_jdn is the inverse of from_jdn, in years BC too."""
    assert jdn == to_jdn(from_jdn(jdn, calendar), calendar)


@given(years, months, st.integers(1, 31))
@settings(deadline=None, max_examples=300)
def test_conversion_agrees_with_the_oracle(year: int, month: int, day: int) -> None:
    """A Julian day has the Gregorian form that convertdate gives it."""
    written = Day(year, month, min(day, month_length(year, month, "julian")))

    assert oracle_jdn(written, "julian") == oracle_jdn(convert(written, "julian", "gregorian"), "gregorian")


@given(st.integers(1_721_426, 2_524_593))
@settings(deadline=None, max_examples=200)
def test_weekday_agrees_with_the_standard_library(jdn: int) -> None:
    """The day of the week is the one Python gives the same proleptic Gregorian day."""
    assert date.fromordinal(jdn - 1_721_425).weekday() == weekday(jdn)


def test_the_offset_grows_by_a_day_at_the_leap_days_only_one_calendar_has() -> None:
    """10 days from 1582 to 1700, then 11, 12, 13; no difference in the third century."""
    days = {250: 0, 1066: 6, 1582: 10, 1699: 10, 1701: 11, 1801: 12, 1917: 13, 2101: 14}

    assert days == {year: calendar_offset(to_jdn(Day(year, 6, 1), "gregorian")) for year in days}


def test_29_february_1900_exists_in_the_julian_calendar_alone() -> None:
    """The century year is leap only where no rule drops it."""
    assert (True, False) == (is_leap(1900, "julian"), is_leap(1900, "gregorian"))
    assert [True, False, True] == [in_calendar(Day(1900, 2, 29), c) for c in ("julian", "gregorian", "unknown")]


def test_a_sunday_of_1905_proves_the_julian_calendar() -> None:
    """9 January 1905 was a Sunday only in the Julian calendar, 22 January only in the Gregorian."""
    assert ("julian",) == calendars_of_weekday(Day(1905, 1, 9), 6)
    assert ("gregorian",) == calendars_of_weekday(Day(1905, 1, 22), 6)
    assert () == calendars_of_weekday(Day(1905, 1, 9), 3)


def test_years_before_christ_are_read_as_people_write_them() -> None:
    """Astronomical -43 is 44 BC."""
    assert "15 March 44 BC" == format_day(Day(-43, 3, 15))
