"""Times of day, alone and with their day, and figures that only look like one."""

from __future__ import annotations

import pytest

from analyzer.extract.temporal import read_text

CLOCKS = [
    ("It sank at 11.40 p.m. there.", "11.40 p.m.", "23:40"),
    ("It sank at 6:05 a.m. there.", "6:05 a.m.", "06:05"),
    ("07.20 | The oath", "07.20", "07:20"),
    ("It left at 14h05 sharp.", "14h05", "14:05"),
    ("It left at 10:57:30 sharp.", "10:57:30", "10:57:30"),
    ("It left at half past two.", "half past two", "02:30"),
    ("It left at a quarter to nine.", "a quarter to nine", "08:45"),
    ("It left at noon.", "noon", "12:00"),
    ("It left at midnight.", "midnight", "00:00"),
    ("It left at 12 a.m. there.", "12 a.m.", "00:00"),
    ("It left at 0530 hrs.", "0530 hrs.", "05:30"),
    ("It left at five o'clock.", "five o'clock", "05:00"),
    ("5.30 - The boiler burst.", "5.30", "05:30"),
    ("10.20. The boiler burst, and the crew fled.", "10.20", "10:20"),
    ("It was calm. 8.20. The boiler burst.", "8.20", "08:20"),
    ("Then came twelve minutes to four by the clock in the tower.", "twelve minutes to four", "03:48"),
    ("It left by seven minutes to midnight.", "seven minutes to midnight", "23:53"),
    ("The doors open at ten every morning.", "ten every morning", "10:00"),
]


@pytest.mark.parametrize(("text", "quote", "value"), CLOCKS)
def test_a_clock_time_gives_span_and_value(text: str, quote: str, value: str) -> None:
    """Each usual way to write a time of day is read."""
    claims = [(text[c.start : c.end], c.kind, c.value) for c in read_text(text)]

    assert [(quote, "time", value)] == claims


@pytest.mark.parametrize(
    "text",
    [
        "The score was 21:17 in the end.",
        "It cost 52.30 in all.",
        "It lies at 52.30 N and 13.20 E.",
        "Losses rose to 3.14/day in May.",
        "Read John 3:16 again.",
        "It rose by 11.40 per cent.",
    ],
)
def test_scores_prices_and_degrees_are_no_times(text: str) -> None:
    """Digits with a point or colon need a reason to be a time."""
    claims = [text[c.start : c.end] for c in read_text(text) if c.kind == "time"]

    assert [] == claims


@pytest.mark.parametrize(
    "text",
    [
        "It sank on 14 April 1912 at 11.40 p.m. in the north.",
        "It sank at 11.40 p.m. on 14 April 1912 in the north.",
    ],
)
def test_a_day_with_a_time_is_one_date(text: str) -> None:
    """Either order gives one row."""
    claims = [(c.kind, c.value) for c in read_text(text)]

    assert [("date", "1912-04-14T23:40")] == claims


def test_a_named_zone_is_kept() -> None:
    """The zone stands as written."""
    (claim,) = read_text("It left at 6:05 a.m. EST.")

    assert claim.time is not None
    assert claim.time.zone == "EST"


def test_twelve_hours_without_half_of_day_are_ambiguous() -> None:
    """Half past two may be by day or by night; five in the afternoon may not."""
    times = [c.time for c in read_text("It left at half past two.\n\nIt came at half past five in the afternoon.")]

    assert [("02:30", True), ("17:30", False)] == [(t.value, t.ambiguous) for t in times if t]


def test_the_part_of_the_day_settles_the_hour_of_a_date() -> None:
    """Four o'clock on an afternoon is sixteen hours."""
    claims = read_text("It fell on the afternoon of 29 April 1816, at four o'clock.")

    assert ["1816-04-29T16:00"] == [claim.value for claim in claims]


def test_what_did_not_begin_before_an_hour_began_after_it() -> None:
    """Not before noon is no time before noon."""
    claims = read_text("It did not begin before half past eleven.")

    assert ["after"] == [claim.time.modifier for claim in claims if claim.time]


def test_an_hour_opens_an_entry_that_is_a_sentence() -> None:
    """And the number of a heading is none."""
    (claim,) = [c for c in read_text("5.30. The first of the great waves comes in.") if c.kind == "time"]
    assert claim.value == "05:30"
    assert [c for c in read_text("5.30. Definitions of the terms") if c.kind == "time"] == []


def test_what_a_clock_says_is_a_time() -> None:
    (claim,) = [c for c in read_text("By the clock on the wall it was 7:23 and raining.") if c.kind == "time"]
    assert claim.value == "07:23"
