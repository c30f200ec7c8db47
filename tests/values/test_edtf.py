"""Tests of EDTF reading and writing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.values import dates
from analyzer.values.calendars import Day
from analyzer.values.edtf import EdtfError, format_edtf, interval_ends, parse_edtf

if TYPE_CHECKING:
    from analyzer.values.dates import UncertainDate

years = st.integers(-4000, 9999)
marks = st.sampled_from(["", "~", "?", "%"])
day_texts = st.builds(
    lambda y, m, d, mark: f"{dates.edtf_year(y)}-{m:02d}-{d:02d}{mark}",
    years,
    st.integers(1, 12),
    st.integers(1, 31),
    marks,
)
month_texts = st.builds(lambda y, m, mark: f"{dates.edtf_year(y)}-{m:02d}{mark}", years, st.integers(1, 41), marks)
coarse_texts = st.one_of(
    st.builds(lambda y, mark: dates.edtf_year(y) + mark, st.integers(-99_999, 99_999), marks),
    st.builds(lambda n: f"{n:03d}X", st.integers(0, 999)),
    st.builds(lambda n: f"{n:02d}XX", st.integers(0, 99)),
    st.sampled_from(["XXXX-04-08", "XXXX-12", "156X-12-25", "1985-04-XX", "1985-XX-XX", "1985-XX", "-04XX"]),
)
month_texts = month_texts.filter(lambda text: not 13 <= int(text.rstrip("~?%")[-2:]) <= 20)
clock_texts = st.builds(
    lambda d, h, m: f"{d.rstrip('~?%')}T{h:02d}:{m:02d}", day_texts, st.integers(0, 23), st.integers(0, 59)
)
atoms = st.one_of(day_texts, month_texts, coarse_texts, clock_texts)
intervals = st.one_of(
    st.builds("{}/{}".format, atoms, atoms),
    st.builds("../{}".format, atoms),
    st.builds("{}/..".format, atoms),
    st.builds("{}/".format, atoms),
)
expressions = st.one_of(atoms, intervals, st.builds("[{},{}]".format, day_texts, day_texts))


@given(expressions)
@settings(deadline=None, max_examples=400)
def test_what_is_read_is_written_back(text: str) -> None:
    """format is the inverse of parse, and parse of format."""
    date = parse_edtf(text)

    assert text == format_edtf(date)
    assert date == parse_edtf(format_edtf(date))


@given(st.text(alphabet="0123456789-X/.~?%T:Y[], Z", max_size=24))
@settings(deadline=None, max_examples=400)
def test_any_other_text_is_refused_by_name(text: str) -> None:
    """No text makes the reader raise anything but its own error."""
    try:
        parse_edtf(text)
    except EdtfError as error:
        refused = error.slug
    else:
        refused = "edtf"

    assert "edtf" == refused


CONSTRUCTED = [
    (dates.day_date(1815, 6, 18), "1815-06-18"),
    (dates.month_date(1900, 2, "julian", "marked"), "1900-02"),
    (dates.year_date(dates.bc(44)), "-0043"),
    (dates.year_date(12_345), "Y12345"),
    (dates.decade(1924), "192X"),
    (dates.century(19), "18XX"),
    (dates.century(-5), "-04XX"),
    (dates.century(1), "00XX"),
    (dates.season(1917, "autumn"), "1917-23"),
    (dates.season(1917, 33), "1917-33"),
    (dates.yearless(4, 8), "XXXX-04-08"),
    (dates.yearless(4), "XXXX-04"),
    (dates.interval(dates.month_date(1918, 3), dates.day_date(1918, 9, 2)), "1918-03/1918-09-02"),
    (dates.interval(None, dates.year_date(1920)), "../1920"),
    (dates.interval(dates.year_date(1917), None), "1917/.."),
    (dates.qualified(dates.month_date(1927, 11), approximate=True), "1927-11~"),
    (dates.qualified(dates.year_date(1927), approximate=True, uncertain=True), "1927%"),
    (dates.qualified(dates.interval(dates.year_date(1924), dates.year_date(1926)), approximate=True), "1924~/1926~"),
    (dates.at_clock(dates.day_date(1912, 4, 14), "23:40"), "1912-04-14T23:40"),
]


@pytest.mark.parametrize(("date", "text"), CONSTRUCTED)
def test_every_constructor_writes_what_the_reader_reads(date: UncertainDate, text: str) -> None:
    """A constructed date is the one its expression is read as, in its calendar."""
    assert text == format_edtf(date)
    assert date == parse_edtf(text, date.calendar, date.basis)


@pytest.mark.parametrize("modifier", ["before", "after", "by", "until", "since", "early", "mid", "late"])
def test_a_modified_date_is_read_back_with_its_modifier(modifier: dates.Modifier) -> None:
    """Modifiers have no sign in EDTF and stand beside the expression."""
    date = dates.modified(dates.year_date(1923), modifier)

    assert date == parse_edtf(format_edtf(date), modifier=modifier)


def test_modifiers_open_or_narrow_a_date() -> None:
    """Before ends the day before, until and by with the last day, mid is the middle third."""
    year = dates.year_date(1923)

    assert (None, Day(1922, 12, 31)) == ends(dates.modified(year, "before"))
    assert (None, Day(1923, 12, 31)) == ends(dates.modified(year, "until"))
    assert (Day(1924, 1, 1), None) == ends(dates.modified(year, "after"))
    assert (Day(1923, 1, 1), None) == ends(dates.modified(year, "since"))
    assert (Day(1917, 6, 11), Day(1917, 6, 20)) == ends(dates.modified(dates.month_date(1917, 6), "mid"))


def ends(date: UncertainDate) -> tuple[Day | None, Day | None]:
    """First and last day."""
    return date.first, date.last


def test_a_winter_ends_in_the_next_year() -> None:
    """Winter 1917 runs from December 1917 to February 1918."""
    assert (Day(1917, 12, 1), Day(1918, 2, 28)) == ends(dates.season(1917, "winter"))


def test_centuries_and_decades_before_christ_count_downwards() -> None:
    """The fifth century BC is 500 to 401 BC."""
    assert (Day(-499, 1, 1), Day(-400, 12, 31)) == ends(dates.century(-5))
    assert (Day(-49, 1, 1), Day(-40, 12, 31)) == ends(dates.decade(-43))


def test_a_changed_flag_changes_the_expression() -> None:
    """A date made approximate by its flag alone is written with its sign."""
    assert "1927-11~" == format_edtf(replace(dates.month_date(1927, 11), approximate=True))


def test_an_interval_gives_its_ends_as_dates() -> None:
    """Each end keeps its own granularity and qualifier; an open end is None."""
    first, last = interval_ends(parse_edtf("1924~/1926-05"))

    assert first is not None
    assert last is not None
    assert (True, "month") == (first.approximate, last.granularity)
    assert (None, dates.year_date(1920)) == interval_ends(parse_edtf("../1920"))


def test_dates_written_twice_keep_both_forms() -> None:
    """A dual date and a dual year carry their second form beside the first."""
    pair = dates.dual(dates.day_date(1879, 11, 7), dates.day_date(1879, 10, 26))
    double = dates.dual_year(dates.month_date(1732, 2))
    year = dates.dual_year(dates.year_date(1732))

    assert ["1879-10-26", "1731-02", "1731"] == [d.other.edtf for d in (pair, double, year) if d.other]


@pytest.mark.parametrize("text", ["", "/", "../..", "1917-13", "1917-00-01", "17-01-01", "1917-01-32", "-0000", "yes"])
def test_what_is_no_date_is_refused_with_a_hint(text: str) -> None:
    """The error names the text and shows how to write a date."""
    with pytest.raises(EdtfError, match="not an EDTF date"):
        parse_edtf(text)
