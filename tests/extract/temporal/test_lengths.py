"""Durations and ages."""

from __future__ import annotations

import pytest

from analyzer.extract.temporal import read_text

LENGTHS = [
    ("It held for 40 days in all.", "P40D"),
    ("It held for forty-five days in all.", "P45D"),
    ("It held for two and a half years.", "P2.5Y"),
    ("It held for a year and a half.", "P1.5Y"),
    ("It held for an hour and a quarter.", "PT1.25H"),
    ("It held for five-and-twenty days.", "P25D"),
    ("It held for two hours and forty minutes.", "PT2H40M"),
    ("He reigned for 63 years, seven months and two days.", "P63Y7M2D"),
    ("It was a three-week siege.", "P3W"),
    ("It held for several months.", "PXM"),
    ("It held for three to four weeks.", "P3W/P4W"),
    ("It held for a decade.", "P10Y"),
    ("It lasted 2-1/2 hours.", "PT2.5H"),
    ("It lasted 5½ days.", "P5.5D"),
    ("He was 26 years of age.", "P26Y"),
    ("A 14-year-old boy came.", "P14Y"),
    ("Four weeks after the break-in he left.", "P4W"),
]


@pytest.mark.parametrize(
    "text",
    ["It ran at 25 miles an hour.", "They baked 1,000 loaves a day.", "He had £500 a year.", "It rained twice a week."],
)
def test_a_rate_is_no_length_of_time(text: str) -> None:
    """The unit after "a" only divides what was counted before it."""
    assert [] == [c for c in read_text(text) if c.kind == "duration"]


@pytest.mark.parametrize("text", ["It fell to a night shift.", "He kept a day school.", "They took a night train."])
def test_a_unit_that_says_which_kind_is_meant_is_no_length(text: str) -> None:
    """A night shift is a shift."""
    assert [] == [c for c in read_text(text) if c.kind == "duration"]


@pytest.mark.parametrize(("text", "value"), LENGTHS)
def test_a_length_of_time_is_a_duration(text: str, value: str) -> None:
    """Numbers in digits and words, halves, ranges, ages."""
    claims = [(c.kind, c.value) for c in read_text(text)]

    assert [("duration", value)] == claims


@pytest.mark.parametrize(
    ("words", "modifier", "approximate"),
    [
        ("more than", "over", False),
        ("less than", "under", False),
        ("nearly", "nearly", True),
        ("about", "", True),
        ("at least", "at least", False),
    ],
)
def test_bounds_stand_beside_the_value(words: str, modifier: str, approximate: bool) -> None:
    """What is said of the number does not change the number."""
    (claim,) = read_text(f"It held for {words} 40 days in all.")

    assert claim.duration is not None
    assert ("P40D", modifier, approximate) == (claim.value, claim.duration.modifier, claim.duration.approximate)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lasted five days, twenty-two hours and fifty-four minutes.", ["P5DT22H54M"]),
        ("It took 2 hours 14 minutes and 5 seconds.", ["PT2H14M5S"]),
        ("It sank in two hours and forty minutes, and ten minutes passed.", ["PT2H40M", "PT10M"]),
        ("They were away four years, two months, and twenty-two days.", ["P4Y2M22D"]),
    ],
)
def test_a_length_of_three_units_is_one_length(text: str, values: list[str]) -> None:
    """Each unit is a part of the one before it; what is no part of it is another length."""
    assert values == [claim.value for claim in read_text(text)]


def test_a_compound_length_counts_in_its_smaller_unit() -> None:
    """Two hours and forty minutes are 160 minutes."""
    (claim,) = read_text("It sank in two hours and forty minutes.")

    assert claim.duration is not None
    assert (160, 160, "minute") == (claim.duration.low, claim.duration.high, claim.duration.unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The siege lasted three hundred and forty-nine days.", "P349D"),
        ("He stayed three hundred days.", "P300D"),
        ("It took a hundred and five minutes.", "PT105M"),
        ("A hundred days went by.", "P100D"),
    ],
)
def test_hundreds_in_words_are_read_whole(text: str, value: str) -> None:
    assert [value] == [c.value for c in read_text(text) if c.kind == "duration"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They had it in a quarter of an hour.", "PT0.25H"),
        ("It burned for three quarters of an hour.", "PT0.75H"),
        ("He ruled for a quarter of a century.", "P25Y"),
    ],
)
def test_a_quarter_is_no_whole(text: str, value: str) -> None:
    """A quarter of an hour is not read as an hour."""
    assert [value] == [c.value for c in read_text(text) if c.kind == "duration"]
