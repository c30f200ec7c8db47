"""What the tellings of third sources say of two values."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.gate.third_witness import LEAST, ThirdWitnesses
from tests.compare.told import match, turned, weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from tests.compare.told import Tell

SURE = st.floats(0.05, 1)
PAIRS = 15  # of six dates
WEIGHED = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(("", "", "Two acts."))), min_size=PAIRS, max_size=PAIRS
)  # the probability of each pair, and what forbids to compare it


@pytest.fixture(scope="module")
def days(tell: Tell) -> list[Context]:
    """Two sources tell two days, the second that of the first as well; then one tells the first, one the second day.

    The last tells a third day.
    """
    told = tell(
        "The mill burned on 3 May 1852.",
        "The mill burned on 4 May 1852. The forge burned on 3 May 1852.",
        "The mill burned on 3 May 1852.",
        "The mill burned on 4 May 1852.",
        "The mill burned on 9 May 1852.",
    )
    return [c for c in told.contexts if c.claim.kind == "date"]


def said(matches: Sequence[EventMatch], of: EventMatch) -> tuple[float, float, float, float]:
    """All that third sources say of one match."""
    third = ThirdWitnesses.of(matches)
    return third.vouched(of), third.third_value(of), third.both_confirmed(of), third.told_by_the_other(of)


def test_two_sources_alone_say_nothing(days: list[Context]) -> None:
    """Of values that differ."""
    a, b, *_ = days
    pair = match(a, b)

    assert (0.0, 0.0, 0.0, 0.0) == said([pair], pair)


@given(SURE, SURE)
def test_a_third_source_vouches_as_surely_as_it_goes_with_both(days: list[Context], one: float, other: float) -> None:
    """It tells the day of the first, and what the second tells of: no third value."""
    a, b, _, c, *_ = days
    pair = match(a, b, 0.3)

    assert (math.sqrt(one * other), 0.0) == said([pair, match(a, c, one), match(b, c, other)], pair)[:2]


@given(SURE, SURE)
def test_a_third_value_goes_with_both_without_vouching(days: list[Context], one: float, other: float) -> None:
    """It may be that of a third fact."""
    a, b, *_, d = days
    pair = match(a, b, 0.3)

    assert (0.0, math.sqrt(one * other)) == said([pair, match(a, d, one), match(b, d, other)], pair)[:2]


def test_what_goes_with_one_of_the_two_alone_says_nothing(days: list[Context]) -> None:
    """Neither a voucher nor a third value."""
    a, b, _, c, _, d = days
    pair = match(a, b, 0.3)

    assert (0.0, 0.0) == said([pair, match(a, c), match(a, d)], pair)[:2]


def test_the_surest_of_several_counts(days: list[Context]) -> None:
    """A second voucher takes nothing away."""
    a, b, _, c, e, _ = days
    pairs = [match(a, b, 0.3), match(a, c, 0.8), match(b, c, 0.5)]
    third, more = (ThirdWitnesses.of(ps) for ps in (pairs, [*pairs, match(a, e, 0.2), match(b, e, 0.2)]))

    assert math.sqrt(0.8 * 0.5) == third.vouched(pairs[0]) == more.vouched(pairs[0])


@given(SURE, SURE)
def test_both_are_confirmed_as_surely_as_the_less_sure_one(days: list[Context], one: float, other: float) -> None:
    """A third source tells the day of the first again, a fourth that of the second."""
    a, b, _, c, e, _ = days
    pair = match(a, b, 0.3)

    assert math.sqrt(min(one, other)) == said([pair, match(a, c, one), match(b, e, other)], pair)[2]


def test_one_confirmed_alone_is_not_both(days: list[Context]) -> None:
    """Nor is a day confirmed by one that differs from it."""
    a, b, _, c, e, d = days
    pair = match(a, b, 0.3)

    assert 0.0 == said([pair, match(a, c), match(a, e)], pair)[2]
    assert 0.0 == said([pair, match(a, c), match(b, d)], pair)[2]


@given(SURE)
def test_the_other_source_tells_the_value_as_well(days: list[Context], sure: float) -> None:
    """That source alone: a third one that tells it says nothing of this."""
    a, b, again, c, *_ = days
    pair = match(a, b, 0.3)

    assert math.sqrt(sure) == said([pair, match(a, again, sure)], pair)[3]
    assert 0.0 == said([pair, match(a, c, sure)], pair)[3]


def test_neither_of_two_sources_is_a_third_one(days: list[Context]) -> None:
    """Another sentence of the second confirms and vouches for nothing."""
    a, b, again, _, e, _ = days
    pair = match(a, b, 0.3)

    assert (0.0, 0.0, 0.0) == said([pair, match(a, again), match(b, again), match(b, e)], pair)[:3]


@given(WEIGHED)
@settings(deadline=None)
def test_what_cannot_be_compared_says_nothing(unweighed: list[EventMatch], told: list[tuple[float, str]]) -> None:
    """Nor do two values of one source, nor what hardly anybody would take for one fact."""
    matches = weighed(unweighed, told)
    links = [m for m in matches if not m.blocked and m.left.document != m.right.document and m.probability >= LEAST]

    assert [said(matches, m) for m in matches] == [said(links, m) for m in matches]


@given(WEIGHED)
@settings(deadline=None)
def test_which_claim_and_which_pair_comes_first_changes_nothing(
    unweighed: list[EventMatch], told: list[tuple[float, str]]
) -> None:
    """And all that is said is between 0 and 1."""
    matches = weighed(unweighed, told)
    other_way = [turned(m) for m in reversed(matches)]
    found = [said(matches, m) for m in matches]

    assert found == [said(other_way, turned(m)) for m in matches]
    assert all(0.0 <= sure <= 1.0 for one in found for sure in one)


@given(WEIGHED, st.integers(0, PAIRS - 1), st.floats(0, 1))
@settings(deadline=None)
def test_a_likelier_link_takes_nothing_away(
    unweighed: list[EventMatch], told: list[tuple[float, str]], changed: int, by: float
) -> None:
    """Whatever is said of any pair is said as surely as before."""
    matches = weighed(unweighed, told)
    one = matches[changed]
    likelier = replace(one, probability=one.probability + (1 - one.probability) * by)
    after = [*matches[:changed], likelier, *matches[changed + 1 :]]

    pairs = [(said(matches, m), said(after, m)) for m in matches]
    assert all(low <= high for before, now in pairs for low, high in zip(before, now, strict=True))
