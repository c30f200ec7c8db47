"""Days told in a list with one month and one year for all."""

from __future__ import annotations

import pytest

from analyzer.extract.temporal import read_text

FOLLOWING = [
    ("It burned on October 8th, 9th and 10th, 1871.", "October 8th, 9th and 10th, 1871", "1871-10-08/1871-10-10"),
    ("It burned on October 8, 9, and 10, 1871.", "October 8, 9, and 10, 1871", "1871-10-08/1871-10-10"),
    ("They met on 3, 4 and 5 July 1920.", "3, 4 and 5 July 1920", "1920-07-03/1920-07-05"),
    ("They met on the 2d, 3d and 4th of July, 1871.", "the 2d, 3d and 4th of July, 1871", "1871-07-02/1871-07-04"),
    ("It was the eighth and ninth of May 1871.", "the eighth and ninth of May 1871", "1871-05-08/1871-05-09"),
]

APART = [
    ("They met on 8 and 10 July 1871.", [("8", "1871-07-08"), ("10 July 1871", "1871-07-10")]),
    ("They met on July 8 and 10, 1871.", [("July 8", "1871-07-08"), ("10, 1871", "1871-07-10")]),
    (
        "They met on 8, 10 and 12 July 1871.",
        [("8", "1871-07-08"), ("10", "1871-07-10"), ("12 July 1871", "1871-07-12")],
    ),
]


@pytest.mark.parametrize(("text", "quote", "value"), FOLLOWING)
def test_days_that_follow_each_other_are_one_range(text: str, quote: str, value: str) -> None:
    """The whole list is one expression with one value."""
    claims = [(text[c.start : c.end], c.value) for c in read_text(text)]

    assert [(quote, value)] == claims


@pytest.mark.parametrize(("text", "rows"), APART)
def test_days_apart_are_one_date_each(text: str, rows: list[tuple[str, str]]) -> None:
    """Each day takes the month and the year that are written once, and no span lies within another."""
    claims = [(text[c.start : c.end], c.value) for c in read_text(text)]

    assert rows == claims


def test_a_style_marked_at_the_end_holds_for_all_days() -> None:
    """Old Style after a list is said of every day of it."""
    calendars = [c.date.calendar for c in read_text("They met on 1 and 3 May 1871 (O.S.).") if c.date]

    assert ["julian", "julian"] == calendars


@pytest.mark.parametrize("text", ["He paid 3, 4 and 5 pounds.", "He took 8 and 10 men."])
def test_a_list_without_a_month_is_no_date(text: str) -> None:
    """Numbers in a row count things unless a month stands beside them."""
    claims = [c.value for c in read_text(text) if c.kind == "date"]

    assert [] == claims


def test_a_count_after_a_day_is_not_in_its_list() -> None:
    """In "On July 8 and 10 men fell" only the eighth is a day."""
    text = "On July 8 and 10 men fell."
    claims = [text[c.start : c.end] for c in read_text(text)]

    assert ["July 8"] == claims


def test_the_ends_of_a_span_are_one_range() -> None:
    """Two days after "between" bound a range."""
    claims = [c.value for c in read_text("It lasted between 8 and 12 July 1871.")]

    assert ["1871-07-08/1871-07-12"] == claims


def test_a_time_before_a_list_takes_none_of_its_days() -> None:
    """The list stays whole after "at 7 p.m. on"."""
    claims = [(c.kind, c.value) for c in read_text("It struck at 7 p.m. on October 8th, 9th and 10th, 1871.")]

    assert [("time", "19:00"), ("date", "1871-10-08/1871-10-10")] == claims
