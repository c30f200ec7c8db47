"""Tests for the stretch of values a normal form stands for."""

from __future__ import annotations

import pytest

from analyzer.weigh.extents import Extent, extent


@pytest.mark.parametrize(
    ("kind", "coarse", "fine"),
    [
        ("date", "1906", "1906-04"),
        ("date", "1906", "1906-04-18"),
        ("date", "1906-04", "1906-04-18"),
        ("date", "190X", "1906"),
        ("date", "18XX", "187X"),
        ("date", "1906-21", "1906-04-18"),
        ("date", "1906-24", "1907-01-03"),
        ("date", "1906-04-17/1906-04-19", "1906-04-18"),
        ("date", "1906-04-18", "1906-04-18T05:12"),
        ("date", "1906-04-18T05", "1906-04-18T05:12"),
        ("date", "-0043", "-0043-03-15"),
        ("time", "05:12", "05:12:30"),
        ("number", "~3000", "3100"),
        ("number", "100..200", "150"),
        ("number", "~1.5 km", "1.52 km"),
    ],
)
def test_a_coarse_value_contains_the_finer_one(kind: str, coarse: str, fine: str) -> None:
    """Containment goes from coarse to fine and never back."""
    wide, narrow = extent(kind, coarse), extent(kind, fine)
    assert wide is not None
    assert narrow is not None

    assert (True, False) == (wide.contains(narrow), narrow.contains(wide))


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("date", "1906", "1907-04"),
        ("date", "1906-04-17", "1906-04-18"),
        ("time", "05:12", "05:13"),
        ("number", "3000", "3100"),
        ("number", "~3000 km", "3100"),
        ("number", "~3000", "3600"),
    ],
)
def test_values_apart_contain_each_other_neither_way(kind: str, left: str, right: str) -> None:
    """Different days, exact numbers and other units are apart."""
    a, b = extent(kind, left), extent(kind, right)
    assert a is not None
    assert b is not None

    assert (False, False) == (a.contains(b), b.contains(a))


def test_one_day_in_two_calendars_is_one_extent() -> None:
    """The Julian 25 December 1642 is the Gregorian 4 January 1643."""

    assert extent("date", "1643-01-04", "gregorian") == extent("date", "1642-12-25", "julian")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", "Easter"),
        ("date", "1906~"),
        ("date", "1906-13"),
        ("date", "1906-04-31"),
        ("date", "1906/1907/1908"),
        ("date", ""),
        ("time", "dawn"),
        ("number", "many"),
        ("name", "San Francisco"),
        ("duration", "P3D"),
    ],
)
def test_what_has_no_order_has_no_extent(kind: str, value: str) -> None:
    """Names, approximate dates and unknown forms are compared as written."""

    assert extent(kind, value) is None


def test_a_february_of_29_days_is_read_in_any_year() -> None:
    """29 February 1900 exists in the Julian calendar."""

    assert extent("date", "1900-02-29", "julian") == Extent(2415092, 2415093, "day")
