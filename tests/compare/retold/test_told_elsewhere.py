"""What other sources tell of two values of one source."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.retold.told_elsewhere import ToldElsewhere
from tests.compare.told import match, turned, weighed

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from tests.compare.told import Tell

PROBABILITIES = st.floats(0, 1)
PAIRS = 10  # of five dates
WEIGHED = st.lists(st.tuples(PROBABILITIES, st.sampled_from(("", "", "Two acts."))), min_size=PAIRS, max_size=PAIRS)


@pytest.fixture(scope="module")
def days(tell: Tell) -> list[Context]:
    """One source tells two days, a second that of the first, a third that of the second, a fourth another."""
    told = tell(
        "The mill burned on 3 May 1852. Rain fell. Nobody slept. The mill burned on 4 May 1852.",
        "The mill burned on 3 May 1852.",
        "The mill burned on 4 May 1852.",
        "The mill burned on 9 May 1852.",
    )
    return [c for c in told.contexts if c.claim.kind == "date"]


def test_nothing_parts_two_values_of_which_no_other_source_tells(days: list[Context]) -> None:
    """However the source itself tells them."""
    first, second, *_ = days

    assert 0.0 == ToldElsewhere.of([]).apart(first, second)
    assert 0.0 == ToldElsewhere.of([match(first, second)]).apart(first, second)


@given(PROBABILITIES, PROBABILITIES)
def test_what_is_confirmed_without_the_other_is_apart(days: list[Context], one: float, other: float) -> None:
    """As surely as the source that confirms it goes with the one and not with the other."""
    first, second, confirming, _, _ = days
    found = ToldElsewhere.of([match(first, confirming, one), match(second, confirming, other)])

    assert one * (1 - other) == found.apart(first, second)
    assert one == ToldElsewhere.of([match(first, confirming, one)]).apart(first, second)


def test_the_surer_of_two_ways_counts(days: list[Context]) -> None:
    """Either value may be the one that is confirmed."""
    first, second, confirming, other, _ = days

    assert 0.8 == ToldElsewhere.of([match(first, confirming, 0.3), match(second, other, 0.8)]).apart(first, second)
    assert 0.8 == ToldElsewhere.of([match(first, confirming, 0.8), match(second, other, 0.3)]).apart(first, second)


def test_a_third_value_parts_nothing(days: list[Context]) -> None:
    """It confirms neither of the two."""
    first, second, *_, another = days

    assert 0.0 == ToldElsewhere.of([match(first, another)]).apart(first, second)
    assert 0.0 == ToldElsewhere.of([match(second, another)]).apart(first, second)


@given(WEIGHED)
@settings(deadline=None)
def test_what_cannot_be_compared_says_nothing(unweighed: list[EventMatch], told: list[tuple[float, str]]) -> None:
    """Nor do two values of one source."""
    matches = weighed(unweighed, told)
    links = [m for m in matches if not m.blocked and m.left.document != m.right.document]

    assert ToldElsewhere.of(links) == ToldElsewhere.of(matches)


@given(WEIGHED)
@settings(deadline=None)
def test_which_value_and_which_match_comes_first_changes_nothing(
    unweighed: list[EventMatch], days: list[Context], told: list[tuple[float, str]]
) -> None:
    """And how surely they are apart is between 0 and 1."""
    matches = weighed(unweighed, told)
    one, other = ToldElsewhere.of(matches), ToldElsewhere.of([turned(m) for m in reversed(matches)])

    for left, right in combinations(days, 2):
        assert 0.0 <= one.apart(left, right) <= 1.0
        assert one.apart(left, right) == one.apart(right, left) == other.apart(left, right)
