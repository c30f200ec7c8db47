"""The half of the day of hours told without a.m. or p.m."""

from __future__ import annotations

import pytest

from analyzer.extract.temporal import read_text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It was a dark evening. The train left at ten past seven.", ["19:10"]),
        ("They rose at dawn. At half past five the ferry cast off.", ["05:30"]),
        ("The bell rang at 9.45 p.m. and no one stirred. Not till 10.54 did the boats go.", ["21:45", "22:54"]),
        ("At 9:08 she was seen. The bell rang at 9.30 p.m. in the harbour.", ["21:08", "21:30"]),
        ("The night was cold. She cast off at half past ten.", ["22:30"]),
        ("On 3 May 1906, at half past one, she came. All afternoon they talked.", ["1906-05-03T13:30"]),
    ],
)
def test_the_story_around_an_hour_puts_it_in_its_half_of_the_day(text: str, values: list[str]) -> None:
    """A word of the day, or the nearest hour that is settled, speaks for one half."""
    claims = [c for c in read_text(text) if c.time or c.date]

    assert values == [c.value for c in claims]
    assert not any(c.time.ambiguous for c in claims if c.time)
    assert not any(c.date.either_half for c in claims if c.date)


@pytest.mark.parametrize(
    "text",
    [
        "The train left at 10.54 sharp.",
        "The train left at 10.54 Eastern time.",
        "It was looked for since breakfast. All came in the evening. It left at half past seven.",
        "The evening was dark.\n\nThe train left at ten past seven.",
    ],
)
def test_both_halves_stay_open_where_the_story_is_silent_or_divided(text: str) -> None:
    """A word of another paragraph, or two that differ, settle nothing."""
    assert [True] == [c.time.ambiguous for c in read_text(text) if c.time]


def test_a_text_that_counts_by_twenty_four_hours_does_so_everywhere() -> None:
    """Where 19:15 is written, 10:54 is in the morning, whatever the words around it."""
    times = [c.time for c in read_text("It was evening. The train of 10:54 was late.\n\nIt left at 19:15.") if c.time]

    assert [("10:54", False), ("19:15", False)] == [(t.value, t.ambiguous) for t in times]


def test_a_day_keeps_that_its_hour_may_lie_in_either_half() -> None:
    """Nothing tells whether half past one was by day."""
    (claim,) = read_text("On 3 May 1906, at half past one, she came.")

    assert claim.date is not None
    assert claim.date.either_half
