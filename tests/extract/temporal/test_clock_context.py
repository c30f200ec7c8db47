"""The words around a clock time."""

from __future__ import annotations

import pytest

from analyzer.extract.temporal import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At about twenty minutes to eight the ferry struck.", ("07:40", True, True, "")),
        ("She struck a little after half past seven.", ("07:30", True, True, "shortly after")),
        ("He arrived at nearly 9 o'clock in the evening.", ("21:00", True, False, "")),
        ("On Sunday evening, at nine o'clock, it began.", ("21:00", False, False, "")),
        ("The alarm was rung at 10.15 in the morning.", ("10:15", False, False, "")),
        ("It was over before 4 p.m. that day.", ("16:00", False, False, "before")),
        ("The boat left at two o'clock in the night.", ("02:00", False, False, "")),
    ],
)
def test_a_time_is_read_with_its_hedge_and_its_part_of_the_day(
    text: str, expected: tuple[str, bool, bool, str]
) -> None:
    """About, shortly after, in the evening: the words beside a time say how exact it is and in which half it lies."""
    times = [c.time for c in read_text(text) if c.time]

    assert [expected] == [(t.value, t.approximate, t.ambiguous, t.modifier) for t in times]
