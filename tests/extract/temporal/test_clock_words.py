"""Times of day told in words, and number words that are none."""

from __future__ import annotations

import pytest

from analyzer.extract.temporal import read_text

SPOKEN = [
    ("Eleven had already struck when they came.", "Eleven had already struck", "11:00"),
    ("It struck at eight minutes past seven.", "eight minutes past seven", "07:08"),
    ("It struck at twenty-five minutes past nine.", "twenty-five minutes past nine", "09:25"),
    ("It struck at five-and-twenty minutes past nine.", "five-and-twenty minutes past nine", "09:25"),
    ("It struck ten minutes to six in the morning.", "ten minutes to six in the morning", "05:50"),
    ("At half-past two it struck.", "half-past two", "02:30"),
    ("At four in the morning it struck.", "four in the morning", "04:00"),
    ("They met at seven in the evening.", "seven in the evening", "19:00"),
    ("They left by eleven at night.", "eleven at night", "23:00"),
    ("They left about 3 in the afternoon.", "3 in the afternoon", "15:00"),
    ("It sank half an hour before midnight.", "half an hour before midnight", "23:30"),
    ("It sank a quarter of an hour after noon.", "a quarter of an hour after noon", "12:15"),
    ("It sank two hours after midnight.", "two hours after midnight", "02:00"),
]


@pytest.mark.parametrize(("text", "quote", "value"), SPOKEN)
def test_a_time_in_words_gives_span_and_value(text: str, quote: str, value: str) -> None:
    """Hours with a part of the day, minutes past or to, and distances from noon and midnight are times."""
    claims = [(text[c.start : c.end], c.kind, c.value) for c in read_text(text)]

    assert [(quote, "time", value)] == claims


@pytest.mark.parametrize(
    "text",
    [
        "They beat the guests ten to five.",
        "He lost ten minutes before seven ships came.",
        "He looked at four in the crowd.",
        "We saw three in the evening.",
        "He arrived at nine and left.",
    ],
)
def test_number_words_that_nothing_asks_for_are_no_times(text: str) -> None:
    """Scores and counts stay numbers."""
    times = [text[c.start : c.end] for c in read_text(text) if c.kind == "time"]

    assert [] == times


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("At half past one the guns opened. The farm fell at six.", ["01:30", "06:00"]),
        ("A little before eight, the boats left; at 8.40 a.m. they met.", ["08:00", "08:40"]),
        ("They rose at five o'clock and left about 7 in good order.", ["05:00", "07:00"]),
    ],
)
def test_a_bare_hour_beside_other_hours_is_a_time(text: str, values: list[str]) -> None:
    """Where the story is told by the clock, "at six" is an hour."""
    assert values == [c.value for c in read_text(text) if c.kind == "time"]


@pytest.mark.parametrize(
    "text",
    [
        "At five o'clock he looked at four ships.",
        "At five o'clock they met at two and a half miles from the shore.",
        "At five o'clock they were killed one by one, and after one the other fled.",
        "At five o'clock the motion was carried by seven, and the match was won by two.",
        "At five o'clock he came with six. At 10-12 knots they left.",
        "At five o'clock it began. Three strikes from the sea followed.",
    ],
)
def test_counts_beside_an_hour_stay_counts(text: str) -> None:
    """A noun after the number, a fraction, or no word that asks for an hour."""
    assert ["05:00"] == [c.value for c in read_text(text) if c.kind == "time"]


def test_a_time_in_words_joins_its_day() -> None:
    """The hour and the morning of a date are one expression."""
    claims = [(c.kind, c.value) for c in read_text("At four in the morning of 3 May 1815 it struck.")]

    assert [("date", "1815-05-03T04:00")] == claims
