"""Tests of the comparison of two clock times."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.values.compare_times import compare_times
from analyzer.values.times import clock_time, zone_offset

if TYPE_CHECKING:
    from analyzer.values.times import ClockTime


class Pair(NamedTuple):
    """Two times and the verdict they must get."""

    name: str
    left: ClockTime
    right: ClockTime
    outcome: str
    relation: str
    minutes: float
    difference: str


HALF_PAST_TWO = replace(clock_time(14, 30), approximate=True)
PAIRS = [
    Pair("equal", clock_time(23, 40), clock_time(23, 40), "equal", "agreement", 0, ""),
    Pair("half a minute", clock_time(23, 40), clock_time(23, 39, 30), "rounding", "rounding", 0.5, "30 seconds"),
    Pair("seconds", clock_time(2, 20), clock_time(2, 20, 15), "granularity", "granularity", -0.25, "15 seconds"),
    Pair("to the quarter", clock_time(2, 15), clock_time(2, 17), "rounding", "rounding", -2, "2 minutes"),
    Pair("sinking", clock_time(2, 20), clock_time(2, 18), "conflict", "conflict", 2, "2 minutes"),
    Pair("sinking apart", clock_time(2, 20), clock_time(2, 5), "conflict", "conflict", 15, "15 minutes"),
    Pair("two exact times", clock_time(23, 41), clock_time(23, 42), "conflict", "conflict", -1, "1 minute"),
    Pair("about half past two", HALF_PAST_TWO, clock_time(14, 28), "rounding", "rounding", 2, "2 minutes"),
    Pair("about, too far", HALF_PAST_TWO, clock_time(15, 10), "conflict", "conflict", -40, "40 minutes"),
    Pair("over midnight", clock_time(23, 50), clock_time(0, 10), "conflict", "conflict", -20, "20 minutes"),
    Pair("an hour and more", clock_time(9, 0), clock_time(7, 55), "conflict", "conflict", 65, "1 hour 5 minutes"),
    Pair(
        "no a.m. or p.m.",
        replace(clock_time(2, 20), ambiguous=True),
        clock_time(14, 20),
        "half_day",
        "granularity",
        -720,
        "12 hours",
    ),
    Pair(
        "no a.m. or p.m., minutes apart",
        replace(clock_time(7, 21), ambiguous=True),
        clock_time(19, 23),
        "conflict",
        "conflict",
        -2,
        "2 minutes",
    ),
    Pair(
        "two zones",
        clock_time(22, 25, zone="New York time"),
        clock_time(3, 25, zone="GMT"),
        "zone",
        "agreement",
        -300,
        "5 hours",
    ),
    Pair(
        "one zone",
        clock_time(12, 0, zone="CET"),
        clock_time(11, 0),
        "zone",
        "agreement",
        60,
        "1 hour",
    ),
    Pair(
        "two zones, another moment",
        clock_time(22, 25, zone="EST"),
        clock_time(3, 45, zone="GMT"),
        "conflict",
        "conflict",
        -320,
        "5 hours 20 minutes",
    ),
    Pair(
        "same wall clock, two zones",
        clock_time(12, 0, zone="EST"),
        clock_time(12, 0, zone="GMT"),
        "conflict",
        "conflict",
        0,
        "",
    ),
    Pair(
        "before noon",
        replace(clock_time(12, 0), modifier="before"),
        clock_time(11, 30),
        "granularity",
        "granularity",
        30,
        "30 minutes",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_of_times_gets_its_verdict(pair: Pair) -> None:
    """Outcome, relation, signed minutes and difference are right."""
    verdict = compare_times(pair.left, pair.right)

    assert (pair.outcome, pair.relation, pair.minutes, pair.difference) == (
        verdict.outcome,
        verdict.relation,
        verdict.residual_minutes,
        verdict.difference,
    )


times = st.builds(
    lambda hour, minute, second, zone, about, ambiguous, modifier: replace(
        clock_time(hour, minute, second, zone), approximate=about, ambiguous=ambiguous, modifier=modifier
    ),
    st.integers(0, 24),
    st.integers(0, 59),
    st.one_of(st.none(), st.integers(0, 59)),
    st.sampled_from(["", "", "GMT", "EST", "+05:30", "ship's time"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "", "before", "after"]),
)


@given(times, times)
@settings(deadline=None, max_examples=300)
def test_the_order_of_two_times_does_not_matter(left: ClockTime, right: ClockTime) -> None:
    """Outcome and difference are the same either way; the sign of the minutes turns."""
    one, two = compare_times(left, right), compare_times(right, left)

    assert (one.outcome, one.difference) == (two.outcome, two.difference)
    assert one.residual_minutes == -two.residual_minutes


@given(times)
@settings(deadline=None, max_examples=100)
def test_a_time_equals_itself(time: ClockTime) -> None:
    """No time conflicts with itself."""
    assert "equal" == compare_times(time, time).outcome


def test_zones_are_read_by_name_and_by_number() -> None:
    """Names in any case and dotted, numbers with or without a colon; unknown names are None."""
    names = ["E.S.T.", "gmt", "UTC+2", "-0330", "Greenwich Mean Time", "Mars time"]

    assert [-300, 0, 120, -210, 0, None] == [zone_offset(name) for name in names]
