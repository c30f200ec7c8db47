"""Tests of the comparison of two dates: the pairs of public history, the order of hypotheses, and its laws."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analyzer.values import dates
from analyzer.values.compare_dates import RELATIONS, DateComparison, compare_dates
from analyzer.values.date_hypotheses import DateTolerance
from analyzer.values.edtf import parse_edtf

if TYPE_CHECKING:
    from analyzer.values.calendars import Calendar
    from analyzer.values.dates import Basis, Modifier, UncertainDate


def plain(text: str) -> UncertainDate:
    """A date of unknown calendar."""
    return parse_edtf(text)


def old(text: str) -> UncertainDate:
    """A date marked O.S."""
    return parse_edtf(text, "julian", "marked")


def new(text: str) -> UncertainDate:
    """A date marked N.S."""
    return parse_edtf(text, "gregorian", "marked")


def inferred(text: str, *parts: str) -> UncertainDate:
    """A date of which some parts are not written."""
    return replace(parse_edtf(text), inferred=frozenset(parts))


class Pair(NamedTuple):
    """Two dates and the verdict they must get."""

    name: str
    left: UncertainDate
    right: UncertainDate
    outcome: str
    residual: int | None = 0
    difference: str = ""
    hint: str = ""
    country: str = ""


PAIRS = [
    Pair(
        "born 7 November or 26 October 1879", plain("1879-11-07"), plain("1879-10-26"), "calendar_variant", 0, "12 days"
    ),
    Pair("born 7 November [O.S. 26 October] 1879", new("1879-11-07"), old("1879-10-26"), "calendar_variant"),
    Pair("Bloody Sunday", plain("1905-01-09"), plain("1905-01-22"), "calendar_variant", 0, "13 days"),
    Pair("Red Army decree", plain("1918-01-15"), plain("1918-01-28"), "calendar_variant", 0, "13 days", "", "Russia"),
    Pair(
        "12 September or 8 October 1917",
        plain("1917-09-12"),
        plain("1917-10-08"),
        "double_conversion",
        -26,
        "26 days",
        "one date may have been converted twice",
    ),
    Pair(
        "December 1917 or 2/15 December",
        plain("1917-12"),
        dates.dual(plain("1917-12-02"), plain("1917-12-15")),
        "granularity",
    ),
    Pair("July or August 1917", plain("1917-07"), plain("1917-08"), "calendar_variant", 0, "1 month"),
    Pair("July or August 1917 in America", plain("1917-07"), plain("1917-08"), "conflict", -31, "1 month", "", "USA"),
    Pair("20 December 1917 O.S. or January 1918 N.S.", old("1917-12-20"), new("1918-01"), "calendar_variant"),
    Pair(
        "the Boyne, 1 or 12 July 1690",
        plain("1690-07-01"),
        plain("1690-07-12"),
        "near_variant",
        -1,
        "11 days",
        "1 day left after conversion",
        "Ireland",
    ),
    Pair("the Boyne, 1 or 11 July 1690", plain("1690-07-01"), plain("1690-07-11"), "calendar_variant", 0, "10 days"),
    Pair("the Decembrists", plain("1825-12-14"), plain("1825-12-26"), "calendar_variant", 0, "12 days", "", "Russia"),
    Pair(
        "Washington's birth, dual year",
        dates.dual_year(old("1732-02-11")),
        plain("1732-02-22"),
        "calendar_variant",
        0,
        "11 days",
    ),
    Pair("Washington's birth, old year", plain("1731-02-11"), plain("1732-02-22"), "calendar_variant", 0, "376 days"),
    Pair(
        "Charles I, old year", plain("1648-01-30"), plain("1649-01-30"), "calendar_variant", 0, "1 year", "", "England"
    ),
    Pair("8 or 12 October 1917", plain("1917-10-08"), plain("1917-10-12"), "conflict", -4, "4 days"),
    Pair(
        "26 or 6 January 1925",
        plain("1925-01-26"),
        plain("1925-01-06"),
        "conflict",
        20,
        "20 days",
        "a digit of the day may be dropped: 26 and 6",
    ),
    Pair("6 or 10 November 1918", plain("1918-11-06"), plain("1918-11-10"), "conflict", -4, "4 days", "", "Russia"),
    Pair("17 or 30 August 1918", plain("1918-08-17"), plain("1918-08-30"), "calendar_variant", 0, "13 days"),
    Pair(
        "17 or 30 August 1918, after the switch",
        plain("1918-08-17"),
        plain("1918-08-30"),
        "conflict",
        -13,
        "13 days",
        "exactly the 13 days between the calendars",
        "Russia",
    ),
    Pair("17 August 1918 O.S.", old("1918-08-17"), plain("1918-08-30"), "calendar_variant", 0, "", "", "Russia"),
    Pair("Hastings", plain("1066-10-14"), plain("1066-10-14"), "equal"),
    Pair(
        "Hastings, modern form",
        plain("1066-10-14"),
        plain("1066-10-20"),
        "conflict",
        -6,
        "6 days",
        "exactly the 6 days between the calendars",
    ),
    Pair(
        "4 or 14 October 1582",
        plain("1582-10-04"),
        plain("1582-10-14"),
        "conflict",
        -10,
        "10 days",
        "exactly the 10 days between the calendars",
    ),
    Pair("4 October 1582 O.S., 14 October N.S.", old("1582-10-04"), new("1582-10-14"), "calendar_variant"),
    Pair("25 October twice, marked apart", old("1917-10-25"), new("1917-10-25"), "conflict", 13, "13 days"),
    Pair(
        "13 days apart in 1940",
        plain("1940-05-10"),
        plain("1940-05-23"),
        "conflict",
        -13,
        "13 days",
        "exactly the 13 days between the calendars",
    ),
    Pair(
        "two periods off by one, twice",
        plain("1922-05-26/1923-03-10"),
        plain("1922-05-25/1923-03-09"),
        "conflict",
        1,
        "1 day at both ends",
        "off by one, twice: both ends differ by one day",
    ),
    Pair(
        "an uprising of two days", plain("1917-11-07/1917-11-08"), plain("1917-10-25"), "calendar_variant", 0, "13 days"
    ),
    Pair(
        "a month named after the old calendar", plain("1917-10"), plain("1917-11-07"), "calendar_variant", 0, "7 days"
    ),
    Pair("29 February 1900", plain("1900-02-29"), plain("1900-03-13"), "calendar_variant", 0, "13 days"),
    Pair("a day after a period", plain("1918-08-17/1918-08-30"), plain("1918-09-01"), "conflict", -2, "2 days"),
    Pair("year and day", plain("1917"), plain("1917-10-12"), "granularity"),
    Pair("a day in a period", plain("1918-03-14/1918-09-02"), plain("1918-05-01"), "granularity"),
    Pair("periods at two granularities", plain("1918-05/1918-10"), plain("1918-05-13/1918-10-02"), "granularity"),
    Pair(
        "periods with one end in common",
        plain("1918-05/1918-10"),
        plain("1918-05/1918-06"),
        "conflict",
        93,
        "93 days at the end",
        "the beginnings agree, the ends differ",
    ),
    Pair("a part of a long period", plain("1917/1940"), plain("1918/1919"), "granularity"),
    Pair("a day before an open end", plain("../1920"), plain("1917-05-01"), "granularity"),
    Pair("a day after a closed end", plain("../1920"), plain("1921-01-31"), "conflict", -31, "31 days"),
    Pair("decade and year", plain("192X"), plain("1924"), "granularity"),
    Pair("spring and May", plain("1917-21"), plain("1917-05"), "granularity"),
    Pair("winter and January", plain("1917-24"), plain("1917-01"), "granularity"),
    Pair("spring and May to June", plain("1917-05/1917-06"), plain("1917-21"), "overlap"),
    Pair("year-less and full day", plain("XXXX-04-08"), plain("1904-04-08"), "granularity"),
    Pair("two year-less days", plain("XXXX-04-08"), plain("XXXX-04-08"), "equal"),
    Pair("year-less day of another number", plain("XXXX-04-08"), plain("1904-04-10"), "conflict", -2, "2 days"),
    Pair("no year and no day", plain("XXXX"), plain("1904"), "incomparable", None),
    Pair("inferred year", inferred("1904-04-08", "year"), plain("1905-04-08"), "overlap", None, "1 year"),
    Pair("inferred year, other day", inferred("1917-10-08", "year"), plain("1917-10-12"), "conflict", -4, "4 days"),
    Pair(
        "inferred year, far off",
        inferred("1904-04", "year"),
        plain("1923"),
        "incomparable",
        None,
        "6,820 days (about 19 years)",
    ),
    Pair("inferred month", inferred("1917-10-12", "month"), plain("1917-11-12"), "overlap", None, "1 month"),
    Pair(
        "inferred year, nothing fits",
        inferred("1917-01-08", "year"),
        plain("1919-07-12"),
        "incomparable",
        None,
        "915 days (about 3 years)",
    ),
    Pair("about 1879 or 1880", plain("1879~"), plain("1880"), "approximate", -365, "1 year"),
    Pair("about 1879 or 1890", plain("1879~"), plain("1890"), "conflict", -4018, "11 years"),
    Pair("about 1879 or 1879", plain("1879~"), plain("1879"), "approximate"),
    Pair("clock times of one day", plain("1912-04-14T23:40"), plain("1912-04-14T23:45"), "conflict", 0, "5 minutes"),
    Pair("one clock time", plain("1912-04-14T23:40"), plain("1912-04-14"), "granularity"),
    Pair("equal clock times", plain("1912-04-14T23:40"), plain("1912-04-14T23:40"), "equal"),
    Pair(
        "both sides of midnight",
        plain("1912-04-14T23:50"),
        plain("1912-04-15T00:10"),
        "conflict",
        -1,
        "20 minutes",
        "on both sides of midnight",
    ),
    Pair(
        "the night and the next day",
        replace(plain("1917-04-10"), part_of_day="night"),
        plain("1917-04-11"),
        "granularity",
    ),
    Pair(
        "a night of two dates",
        replace(plain("1917-04-10/1917-04-11"), part_of_day="night"),
        plain("1917-04-10"),
        "granularity",
    ),
    Pair(
        "midnight and the day before",
        replace(plain("1917-04-10"), part_of_day="midnight"),
        plain("1917-04-09"),
        "granularity",
    ),
    Pair(
        "morning or evening",
        replace(plain("1917-04-10"), part_of_day="morning"),
        replace(plain("1917-04-10"), part_of_day="evening"),
        "conflict",
        0,
        "another part of the day",
    ),
    Pair("Hiroshima and no calendar", plain("1945-08-06"), plain("1945-08-06"), "equal"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_of_public_history_gets_its_verdict(pair: Pair) -> None:
    """Outcome, relation, residual, difference and hint are right, and the last reason is the verdict's."""
    verdict = compare_dates(pair.left, pair.right, country=pair.country)

    assert (pair.outcome, pair.residual, pair.difference, pair.hint) == (
        verdict.outcome,
        verdict.residual_days,
        verdict.difference,
        verdict.hint,
    )
    assert verdict.reasons


HINTS = [
    ("1912", "1921", "digits of the year may be transposed: 1912 and 1921"),
    ("1914-06-28", "1914-07-28", "the same day of another month"),
    ("1914-06-28", "1916-06-28", "the same day and month of another year"),
    ("1894-06-28", "1914-06-28", "the same day and month of another year"),
    ("1931-05-04", "1931-04-05", "day and month may be swapped"),
    ("1931-05-12", "1931-05-21", "the digits of the day may be transposed: 12 and 21"),
    ("1931-05-12", "1931-05-13", "neighbouring days"),
    ("1931-05", "1935-05", "May of another year"),
    ("1837", "1887", "one digit of the year differs: 1837 and 1887"),
    ("1931-05-12/1931-06-01", "1931-05-15/1931-06-04", "both ends differ by the same 3 days"),
    ("1931-05-12/1931-06-01", "1931-05-15/1931-06-01", "the ends agree, the beginnings differ"),
    ("1931-05-12", "1934-08-01", ""),
]


@pytest.mark.parametrize(("left", "right", "hint"), HINTS)
def test_a_likely_slip_is_named(left: str, right: str, hint: str) -> None:
    """A conflict says what slip of pen or press may lie behind it, either way round."""
    assert hint == compare_dates(plain(left), plain(right)).hint
    assert hint == compare_dates(plain(right), plain(left)).hint


def sentences(verdict: DateComparison) -> list[str]:
    """The sentences of a verdict in order."""
    return [reason.sentence for reason in verdict.reasons]


def test_a_calendar_verdict_gives_both_forms_and_its_condition() -> None:
    """A historian reads which forms agree and what must be true for it."""
    verdict = compare_dates(plain("1917-11-07"), plain("1917-10-25"), country="Russia")

    assert [
        "As written, 7 November 1917 and 25 October 1917 differ by 13 days.",
        "7 November 1917 (Gregorian) is 25 October 1917 (Julian): the same day.",
        "This holds if one source uses the Julian calendar: Russia used the Julian calendar until 31 January 1918.",
    ] == sentences(verdict)


def test_a_conflict_lists_the_hypotheses_tried() -> None:
    """Four days are explained by no calendar, and the verdict says so after both forms."""
    verdict = compare_dates(plain("1917-10-08"), plain("1917-10-12"), country="Russia")

    assert ["as_written", "conversion_fails", "conflict"] == [reason.code for reason in verdict.reasons]
    assert (
        "In 1917 the calendars were 13 days apart: no calendar explains a difference of 4 days."
        == sentences(verdict)[-1]
    )


def test_a_near_variant_names_the_offset_of_the_wrong_century() -> None:
    """Eleven days for 1690 is the distance of the eighteenth century."""
    last = sentences(compare_dates(plain("1690-07-01"), plain("1690-07-12")))[-1]

    assert (
        "1 July 1690 (Julian) is 11 July 1690 (Gregorian), 1 day from 12 July 1690 (Gregorian). "
        "11 days was the distance of the calendars a century later."
    ) == last


def test_containment_after_conversion_shows_the_forms_of_both() -> None:
    """20 December O.S. lies in January N.S., told in both calendars."""
    within = (
        "20 December 1917 (Julian) is 2 January 1918 (Gregorian), which lies within January 1918 (Gregorian), "
        "that is, 19 December 1917 to 18 January 1918 (Julian)."
    )

    assert [within] == sentences(compare_dates(old("1917-12-20"), new("1918-01")))


def test_two_dates_proven_in_one_calendar_are_never_converted() -> None:
    """Where both are marked alike, 13 days are 13 days."""
    verdict = compare_dates(new("1917-10-25"), new("1917-11-07"))

    assert ("conflict", -13) == (verdict.outcome, verdict.residual_days)
    assert "no_conversion" in [reason.code for reason in verdict.reasons]


def test_a_hidden_conflict_is_said_to_be_one() -> None:
    """One form, two marks: thirteen days apart."""
    last = compare_dates(old("1917-10-25"), new("1917-10-25")).reasons[-1]

    assert (
        "hidden_conflict",
        "Both write 25 October 1917, but one marks it Julian and the other Gregorian: 13 days apart.",
    ) == (last.code, last.sentence)


def test_the_caller_may_say_until_when_the_julian_calendar_was_used() -> None:
    """With `julian_until` a later difference of 13 days is a conflict."""
    left, right = plain("1919-05-01"), plain("1919-05-14")

    assert "calendar_variant" == compare_dates(left, right).outcome
    assert "conflict" == compare_dates(left, right, julian_until=1918).outcome


def test_the_tolerance_is_the_callers() -> None:
    """With no day allowed after conversion a near variant is a plain conflict."""
    left, right = plain("1690-07-01"), plain("1690-07-12")

    assert "conflict" == compare_dates(left, right, tolerance=DateTolerance(near_days=0)).outcome


def test_an_unmarked_pair_of_forms_proves_its_calendars() -> None:
    """25 October/7 November 1917 is one day, and 7 November of another source agrees with it."""
    both = dates.dual(plain("1917-10-25"), plain("1917-11-07"))

    assert "calendar_variant" == compare_dates(both, plain("1917-11-07")).outcome
    assert "conflict" == compare_dates(both, new("1917-10-25")).outcome


def test_limits_that_both_sources_give_are_compared_themselves() -> None:
    """Since 8 and since 12 October conflict; before 1918 and before 1920 do not."""
    since = [dates.modified(plain(f"1917-10-{day:02d}"), "since") for day in (8, 12)]
    before = [dates.modified(plain(str(year)), "before") for year in (1918, 1920)]

    assert ("conflict", -4) == (compare_dates(*since).outcome, compare_dates(*since).residual_days)
    assert "granularity" == compare_dates(*before).outcome


def test_a_limit_without_a_year_is_still_that_day() -> None:
    """In whatever year, "until 4 June" names another day than 2 June."""
    until = replace(inferred("1916-06-04", "year"), modifier="until")

    assert [
        compare_dates(*pair).relation
        for pair in ((until, inferred("1916-06-02", "year")), (plain("1916-06-02"), until))
    ] == [
        "conflict",
        "conflict",
    ]


def test_early_and_late_exclude_each_other_and_mid_touches_both() -> None:
    """The thirds of a period have soft edges, but not that soft."""
    early, mid, late = (dates.modified(plain("1917"), part) for part in MODIFIERS[-3:])

    assert ["conflict", "overlap", "overlap"] == [
        compare_dates(a, b).outcome for a, b in ((early, late), (early, mid), (mid, late))
    ]


MODIFIERS: tuple[Modifier, ...] = ("", "before", "after", "by", "until", "since", "early", "mid", "late")
year_numbers = st.integers(1, 2199)
atoms = st.one_of(
    st.builds(dates.day_date, year_numbers, st.integers(1, 12), st.integers(1, 31)),
    st.builds(dates.month_date, year_numbers, st.integers(1, 12)),
    st.builds(dates.year_date, st.integers(-500, 2199)),
    st.builds(dates.season, year_numbers, st.integers(21, 41)),
    st.builds(dates.decade, year_numbers),
    st.builds(dates.century, st.integers(1, 21)),
)
near_days = st.builds(
    dates.day_date, st.sampled_from([1582, 1731, 1900, 1917, 1918]), st.integers(1, 12), st.integers(1, 31)
)
ends = st.one_of(atoms, near_days)
grounds: st.SearchStrategy[tuple[Calendar, Basis]] = st.sampled_from(
    [
        ("unknown", "none"),
        ("julian", "marked"),
        ("gregorian", "marked"),
        ("julian", "inferred"),
        ("gregorian", "switch"),
    ]
)


@st.composite
def any_dates(draw: st.DrawFn) -> UncertainDate:
    """A date of any form, calendar, modifier and precision."""
    kind = draw(st.sampled_from(["atom", "near", "interval", "open", "yearless", "clock"]))
    calendar, basis = draw(grounds)
    date = draw(near_days if kind in {"near", "clock"} else atoms)
    if kind == "interval":
        date = dates.interval(date, draw(ends))
    elif kind == "open":
        date = dates.interval(*draw(st.sampled_from([(date, None), (None, date)])))
    elif kind == "yearless":
        date = dates.yearless(draw(st.integers(1, 12)), draw(st.one_of(st.none(), st.integers(1, 31))))
    elif kind == "clock":
        date = dates.at_clock(date, draw(st.sampled_from(["00:05", "08:30", "23:55:10"])))
    date = parse_edtf(date.edtf, calendar, basis)
    if kind != "yearless":
        date = dates.modified(date, draw(st.sampled_from(MODIFIERS)))
    part, about = draw(st.sampled_from(["", "", "night", "morning"])), draw(st.booleans())
    parts = draw(st.sampled_from([frozenset(), frozenset({"year"}), frozenset({"month"})]))
    return replace(date, inferred=parts, part_of_day=part, approximate=about)


countries = st.sampled_from(["", "Russia", "England", "Sweden"])


BOTH_INFERRED = (
    replace(dates.day_date(1582, 11, 12), inferred=frozenset({"month"})),
    replace(dates.day_date(1582, 1, 17, "gregorian"), inferred=frozenset({"month"})),
)


@example(*BOTH_INFERRED, "")
@given(any_dates(), any_dates(), countries)
@settings(deadline=None, max_examples=400)
def test_comparison_is_symmetric_and_never_raises(left: UncertainDate, right: UncertainDate, country: str) -> None:
    """Swapping the sides turns the sign of the residual and nothing else."""
    one, two = compare_dates(left, right, country=country), compare_dates(right, left, country=country)

    assert (one.outcome, one.difference, one.hint) == (two.outcome, two.difference, two.hint)
    assert one.residual_days == (None if two.residual_days is None else -two.residual_days)


@given(any_dates(), countries)
@settings(deadline=None, max_examples=200)
def test_a_date_agrees_with_itself(date: UncertainDate, country: str) -> None:
    """No date conflicts with itself, and a whole one is equal."""
    assert "equal" == compare_dates(date, date, country=country).outcome


@given(any_dates(), any_dates())
@settings(deadline=None, max_examples=200)
def test_every_verdict_has_reasons_and_the_relation_of_its_outcome(left: UncertainDate, right: UncertainDate) -> None:
    """Reasons are whole sentences about the two expressions."""
    verdict = compare_dates(left, right)

    assert RELATIONS[verdict.outcome] == verdict.relation
    assert [True] * len(verdict.reasons) == [reason.sentence.endswith(".") for reason in verdict.reasons]
