"""Dates whose year the text does not write."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.borrowed_years import MOST_YEARS, in_one_year
from analyzer.values.dates import UncertainDate, day_date, month_date, year_date

DAYS = st.builds(day_date, st.integers(1500, 1999), st.integers(1, 12), st.integers(1, 28))


def inferred(date: UncertainDate) -> UncertainDate:
    """The same date with a year that the text does not write."""
    return replace(date, inferred=frozenset({"year"}))


@given(DAYS, DAYS)
def test_written_years_are_left_alone(left: UncertainDate, right: UncertainDate) -> None:
    """What a text writes is never replaced."""
    assert (left, right) == in_one_year(left, right)


@given(DAYS, st.integers(-MOST_YEARS, MOST_YEARS))
def test_a_day_without_a_year_stands_in_the_year_of_the_other(day: UncertainDate, years: int) -> None:
    """Month and day stay, and it does not matter which side lacks the year."""
    assert day.first is not None
    elsewhere = inferred(day_date(day.first.year + years, day.first.month, day.first.day))

    assert (inferred(day), day) == in_one_year(elsewhere, day)
    assert (day, inferred(day)) == in_one_year(day, elsewhere)


def test_a_month_without_a_year_borrows_it_too() -> None:
    """All of its days move."""
    assert inferred(month_date(1848, 5)) == in_one_year(inferred(month_date(1850, 5)), day_date(1848, 5, 9))[0]


def test_years_far_apart_are_not_borrowed() -> None:
    """Beyond what a narrative loses count of, the inferred year is evidence."""
    told = inferred(day_date(1848 + MOST_YEARS + 1, 5, 3))

    assert told == in_one_year(told, day_date(1848, 5, 3))[0]


def test_a_year_alone_has_nothing_to_borrow() -> None:
    """Without day and month nothing would be left of it."""
    told = inferred(year_date(1849))

    assert told == in_one_year(told, year_date(1848))[0]
