"""Tests of durations: their widths in days, their comparison, and their check against dates and ages."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.values import dates
from analyzer.values.calendars import Day, from_jdn, to_jdn
from analyzer.values.compare_durations import compare_durations, stated
from analyzer.values.durations import DurationUnit, days_of, duration, unit_days
from analyzer.values.edtf import parse_edtf
from analyzer.values.elapsed import age_at, age_fits, duration_fits, elapsed

if TYPE_CHECKING:
    from analyzer.values.durations import Duration

ABOUT_3_MONTHS = duration(3, "month", approximate=True)
OVER_A_YEAR = replace(duration(1, "year"), modifier="over")
NEARLY_40_YEARS = replace(duration(40, "year"), modifier="nearly")

WIDTHS = [
    (duration(1, "month"), (28, 31)),
    (duration(2, "month"), (59, 62)),
    (duration(7, "month"), (212, 215)),
    (duration(1, "year"), (365, 366)),
    (duration(4, "year"), (1460, 1461)),
    (duration(1, "century"), (36_524, 36_525)),
    (duration(40, "day"), (40, 40)),
    (duration(36, "hour"), (1.5, 1.5)),
    (duration(0.5, "year"), (181, 184)),
    (duration(2, "week", 3), (14, 21)),
    (OVER_A_YEAR, (365, inf)),
    (replace(duration(1, "year"), modifier="at most"), (0, 366)),
]


@pytest.mark.parametrize(("length", "days"), WIDTHS)
def test_a_duration_has_the_days_its_unit_may_have(length: Duration, days: tuple[float, float]) -> None:
    """Months and years have a width, bound words leave one side open."""
    assert days == days_of(length)


@given(st.integers(1, 60), st.integers(1, 12), st.integers(1897, 1906))
@settings(deadline=None, max_examples=200)
def test_no_run_of_months_falls_outside_its_width(months: int, month: int, year: int) -> None:
    """From the first of any month, n months later lies within the days given for n months."""
    index = month - 1 + months
    end = to_jdn(Day(year + index // 12, index % 12 + 1, 1), "gregorian")
    low, high = unit_days(months, "month")

    assert low <= end - to_jdn(Day(year, month, 1), "gregorian") <= high


COMPARED = [
    (duration(4, "week"), duration(28, "day"), "equal", "agreement", ""),
    (duration(2, "hour"), duration(120, "minute"), "equal", "agreement", ""),
    (duration(1, "year"), duration(12, "month"), "equal", "agreement", ""),
    (duration(1, "month"), duration(30, "day"), "equal", "agreement", ""),
    (duration(1, "month"), duration(33, "day"), "rounding", "rounding", "2 days"),
    (ABOUT_3_MONTHS, duration(73, "day"), "rounding", "rounding", "16 days"),
    (duration(3, "month"), duration(73, "day"), "conflict", "conflict", "16 days"),
    (duration(20, "year"), duration(19, "year"), "conflict", "conflict", "1 year"),
    (duration(3, "month"), duration(5, "month"), "conflict", "conflict", "2 months"),
    (duration(40, "day"), duration(108, "day"), "conflict", "conflict", "68 days"),
    (duration(2, "hour"), duration(160, "minute"), "conflict", "conflict", "40 minutes"),
    (OVER_A_YEAR, duration(442, "day"), "granularity", "granularity", ""),
    (NEARLY_40_YEARS, duration(37, "year"), "rounding", "rounding", ""),
    (duration(2, "week", 3), duration(18, "day"), "granularity", "granularity", ""),
]


@pytest.mark.parametrize(("left", "right", "outcome", "relation", "difference"), COMPARED)
def test_two_durations_get_their_verdict(
    left: Duration, right: Duration, outcome: str, relation: str, difference: str
) -> None:
    """Units are converted with their widths, either way round."""
    one, two = compare_durations(left, right), compare_durations(right, left)

    assert (outcome, relation, difference) == (one.outcome, one.relation, one.difference)
    assert (outcome, -one.residual_days) == (two.outcome, two.residual_days)


def test_the_arithmetic_is_shown() -> None:
    """The reason gives both durations in days."""
    sentence = compare_durations(ABOUT_3_MONTHS, duration(73, "day")).reasons[0].sentence

    assert "About three months is 89 to 92 days, 73 days: 16 days apart, as rounding allows." == sentence


units: st.SearchStrategy[DurationUnit] = st.sampled_from(get_args(DurationUnit))
lengths = st.builds(
    lambda low, unit, more, about: duration(low, unit, low + more, approximate=about),
    st.integers(1, 200),
    units,
    st.sampled_from([0, 0, 1]),
    st.booleans(),
)


@given(lengths, lengths)
@settings(deadline=None, max_examples=200)
def test_comparison_of_durations_is_symmetric_and_reflexive(left: Duration, right: Duration) -> None:
    """The order does not matter, and every duration equals itself."""
    assert compare_durations(left, right).outcome == compare_durations(right, left).outcome
    assert "equal" == compare_durations(left, left).outcome


CHECKED = [
    (duration(4, "week"), "1936-08-05", "1936-09-02", "agreement", "is 28 days: four weeks."),
    (duration(108, "day"), "1936-09-02", "1936-12-19", "agreement", "is 108 days, as stated."),
    (OVER_A_YEAR, "1935-06-18", "1936-09-02", "agreement", "is 442 days: over one year."),
    (ABOUT_3_MONTHS, "1917-01-13", "1917-03-27", "rounding", "is 73 days, three months in round terms."),
    (duration(20, "year"), "1918-01", "1937-09", "rounding", "is 7,153 to 7,213 days, 20 years in round terms."),
    (duration(12, "day"), "1917-12-22", "1918-02-10", "conflict", "is 50 days, not twelve days."),
    (duration(2, "day"), "../1920", "1921", "complementary", "can't be counted in days: one of them is open."),
]


@pytest.mark.parametrize(("length", "first", "last", "relation", "ending"), CHECKED)
def test_a_stated_duration_is_checked_against_its_dates(
    length: Duration, first: str, last: str, relation: str, ending: str
) -> None:
    """The sentence carries the arithmetic."""
    check = duration_fits(length, parse_edtf(first), parse_edtf(last))

    assert (relation, relation != "conflict") == (check.relation, check.fits)
    assert check.sentence.endswith(ending)


def test_time_across_a_change_of_calendar_is_shorter() -> None:
    """2 to 14 September 1752 is one night in England and twelve in France."""
    first, last = dates.day_date(1752, 9, 2), dates.day_date(1752, 9, 14)

    assert [(1, 2), (12, 13)] == [elapsed(first, last, country) for country in ("England", "France")]
    assert (12, 13) == elapsed(first, last)


def test_marked_dates_are_counted_in_their_own_calendars() -> None:
    """25 October O.S. to 8 November N.S. is one night."""
    first = dates.day_date(1917, 10, 25, "julian", "marked")

    assert (1, 2) == elapsed(first, dates.day_date(1917, 11, 8, "gregorian", "marked"))


@given(st.integers(1_750_000, 2_500_000), st.integers(0, 40_000))
@settings(deadline=None, max_examples=200)
def test_elapsed_days_are_the_difference_of_day_numbers(start: int, days: int) -> None:
    """Between two days the nights are the difference, and both ends counted one more."""
    first, last = (dates.day_date(*from_jdn(jdn, "gregorian"), "gregorian") for jdn in (start, start + days))

    assert (days, days + 1) == elapsed(first, last)


AGES = [
    ("1809-02-12", "1865-04-15", (56, 56)),
    ("1809", "1865-04-15", (55, 56)),
    ("1770-12", "1827-03-26", (56, 56)),
    ("1879-11-07", "1903-03", (23, 23)),
    ("1900-05-05", "1920-05-04", (19, 19)),
    ("1900-05-05", "1920-05-05", (20, 20)),
    ("1900/..", "1920", None),
]


@pytest.mark.parametrize(("birth", "day", "ages"), AGES)
def test_an_age_is_the_whole_years_lived(birth: str, day: str, ages: tuple[int, int] | None) -> None:
    """A birthday counts from its day; coarse dates give a range, open ones none."""
    assert ages == age_at(parse_edtf(birth), parse_edtf(day))


def test_an_age_allows_both_calendars_where_one_date_proves_none() -> None:
    """Born on 24 July of the old calendar, 3 August of the new, one was eleven on 30 July old style."""
    birth = replace(parse_edtf("1689-08-03"), calendar="gregorian")

    assert (10, 11) == age_at(birth, parse_edtf("1700-07-30"))


def test_a_stated_age_is_checked_with_both_dates_named() -> None:
    """Agreement, a possible age of a range, and conflict each have their sentence."""
    birth, day = parse_edtf("1809"), parse_edtf("1865-04-15")

    assert ["agreement", "agreement", "conflict", "complementary"] == [
        age_fits(55, birth, day).relation,
        age_fits(56, birth, day).relation,
        age_fits(60, birth, day).relation,
        age_fits(60, parse_edtf("../1809"), day).relation,
    ]
    assert "Born 1809, on 15 April 1865 aged 55 to 56, not 60." == age_fits(60, birth, day).sentence


def test_durations_are_told_as_a_source_tells_them() -> None:
    """Small numbers are spelt out, units agree in number."""
    told = [duration(1, "week"), duration(2, "century"), OVER_A_YEAR, duration(2, "week", 3), duration(2.5, "hour")]

    assert ["one week", "two centuries", "over one year", "two to three weeks", "2.5 hours"] == [
        stated(d) for d in told
    ]


@pytest.mark.parametrize(
    ("seconds", "outcome"), [(72, "conflict"), (73, "rounding"), (74, "rounding"), (75, "conflict")]
)
def test_decimals_may_be_left_out(seconds: int, outcome: str) -> None:
    """Rounded or cut off, whichever way round."""
    one, other = duration(73.6, "second"), duration(seconds, "second")

    assert outcome == compare_durations(one, other).outcome == compare_durations(other, one).outcome


@pytest.mark.parametrize(("hours", "outcome"), [(4, "conflict"), (4.5, "rounding"), (5.5, "rounding")])
def test_about_some_hours_is_closer_than_about_some_months(hours: float, outcome: str) -> None:
    """Who has a clock rounds to the half hour; "about five hours" is not said of four, as "about five months" is."""
    about_five = duration(5, "hour", approximate=True)

    assert outcome == compare_durations(about_five, duration(hours, "hour")).outcome
    assert compare_durations(duration(5, "month", approximate=True), duration(4, "month")).outcome == "rounding"
