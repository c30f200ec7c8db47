"""Old and New Style in every notation, weekday proof, pairs and switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.extract.temporal import read_text

if TYPE_CHECKING:
    from analyzer.model import Claim

MARKS = [
    ("He was born on 7 November [O.S. 26 October] 1879.", "1879-11-07", "gregorian", "1879-10-26"),
    ("It fell on 20 January [2 February N.S.] 1905.", "1905-01-20", "julian", "1905-02-02"),
    ("It fell on 25 October (7 November, New Style) 1917.", "1917-10-25", "julian", "1917-11-07"),
    ("It fell on 25 October/7 November 1917.", "1917-10-25", "julian", "1917-11-07"),
    ("It fell on 1/14 February 1918.", "1918-02-01", "julian", "1918-02-14"),
    ("It fell on 15 (28) January 1918.", "1918-01-15", "julian", "1918-01-28"),
    ("It fell on January 9 (22), 1905.", "1905-01-09", "julian", "1905-01-22"),
    ("It fell on 25 October (7 November) 1917.", "1917-10-25", "julian", "1917-11-07"),
    ("It fell on 26 December 1825 (14 December, Old Style).", "1825-12-26", "gregorian", "1825-12-14"),
    ("He was born on February 11, 1731 (O.S.) [February 22, 1732 (N.S.)].", "1731-02-11", "julian", "1732-02-22"),
    ("He died on 31 March 1727 [O.S. 20 March 1726/27].", "1727-03-31", "gregorian", "1727-03-20"),
    ("He was born on Christmas Day 1642 (4 January 1643 New Style).", "1642-12-25", "julian", "1643-01-04"),
    ("It fell on 24 December 1917 (6 January 1918 N.S.).", "1917-12-24", "julian", "1918-01-06"),
    ("It fell on 19 January 1918 (N.S.).", "1918-01-19", "gregorian", None),
    ("It fell on 1 July 1690 O.S. in Ireland.", "1690-07-01", "julian", None),
    ("It fell on 9 January 1905 (Julian Calendar).", "1905-01-09", "julian", None),
    ("He died on 30 January 1648/49.", "1649-01-30", "julian", "1648-01-30"),
]


def only(text: str, country: str = "") -> Claim:
    """The single date of a text."""
    (claim,) = (c for c in read_text(text, country=country) if c.kind == "date")
    return claim


@pytest.mark.parametrize(("text", "value", "calendar", "other"), MARKS)
def test_every_notation_gives_calendar_and_second_form(text: str, value: str, calendar: str, other: str | None) -> None:
    """A mark tells the calendar; the second form stands beside the first."""
    date = only(text).date

    assert date is not None
    assert (value, calendar) == (date.edtf, date.calendar)
    assert date.basis in {"marked", "paired"}
    assert other == (date.other.edtf if date.other else None)


@pytest.mark.parametrize(
    ("text", "calendar", "basis"),
    [
        ("On Sunday, 9 January 1905, they marched.", "julian", "weekday"),
        ("On Sunday, 22 January 1905, they marched.", "gregorian", "weekday"),
        ("On 22 January 1905 they marched.", "unknown", "none"),
        ("On 8 May 1945 it ended.", "gregorian", "switch"),
        ("On 14 October 1066 they fought.", "julian", "switch"),
    ],
)
def test_weekday_and_switch_prove_a_calendar(text: str, calendar: str, basis: str) -> None:
    """A weekday fits one calendar only; before the first and after the last switch no doubt is left."""
    date = only(text).date

    assert date is not None
    assert (calendar, basis) == (date.calendar, date.basis)


def test_a_country_settles_unmarked_days() -> None:
    """The same unmarked day is Julian in Russia and Gregorian in France."""
    found = [only("It fell on 25 October 1905.", country).date for country in ("Russia", "France")]

    assert [("julian", "switch"), ("gregorian", "switch")] == [(d.calendar, d.basis) for d in found if d]


def test_a_pair_proves_the_same_day_elsewhere_in_the_source() -> None:
    """What a source pairs once needs no mark again."""
    claims = read_text("It fell on 25 October/7 November 1917. On 7 November 1917 it was over.")

    assert [("julian", "marked"), ("gregorian", "paired")] == [
        (c.date.calendar, c.date.basis) for c in claims if c.date is not None
    ]


def test_a_weekday_that_fits_no_calendar_is_told_in_the_rule() -> None:
    """9 January 1905 was a Sunday or a Monday, never a Friday."""
    claim = only("On Friday, 9 January 1905, they marched.")

    assert claim.rule.endswith("+weekday-mismatch")


def test_an_inferred_year_proves_no_calendar() -> None:
    """The weekday of a day whose year is guessed shows nothing."""
    claims = read_text("In 1905 they met. On Sunday, 9 January, they marched.")

    assert [("unknown", "none")] * 2 == [(c.date.calendar, c.date.basis) for c in claims if c.date is not None]


@pytest.mark.parametrize(
    ("text", "country"),
    [("He died on 31 June 1931.", ""), ("It fell on 5 February 1918.", "Russia"), ("He died on 30 February 1999.", "")],
)
def test_a_day_that_never_was_is_kept_and_uncertain(text: str, country: str) -> None:
    """Impossible days are findings, not noise."""
    claim = only(text, country)

    assert claim.rule.endswith("+impossible")
    assert claim.value.endswith("?")
