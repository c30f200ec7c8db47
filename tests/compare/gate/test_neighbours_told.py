"""Whether what stands beside two values goes together as well."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.gate.neighbours_told import LEAST, NeighboursTold
from tests.compare.told import match, turned, weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from tests.compare.told import Tell

SURE = st.floats(0.05, 1)
PAIRS = 16  # of four dates of each of two sources
WEIGHED = st.lists(st.tuples(st.floats(0, 1), st.sampled_from(("", "", "Two acts."))), min_size=PAIRS, max_size=PAIRS)


@pytest.fixture(scope="module")
def days(tell: Tell) -> list[Context]:
    """Four days of each of two sources: two of the first sentence, one of the next, one far from them.

    The sources agree on that of the next sentence; the second day of the first is the last of the second source.
    """
    between = "Rain fell. Nobody slept."
    told = tell(
        "The mill burned on 3 May 1852 and the inn burned on 5 May 1852. The forge burned on 7 May 1852. "
        f"{between} The barn burned on 9 May 1852.",
        "The mill burned on 4 May 1852 and the inn burned on 6 May 1852. The forge burned on 7 May 1852. "
        f"{between} The inn burned on 5 May 1852.",
    )
    return [c for c in told.contexts if c.claim.kind == "date"]


@pytest.fixture(scope="module")
def unweighed(days: list[Context]) -> list[EventMatch]:
    """Every day of the first source with every one of the second."""
    return [match(left, right) for left, right in product(days[:4], days[4:])]


def said(matches: Sequence[EventMatch], of: EventMatch) -> tuple[float, float]:
    """How surely what stands beside the two agrees, and how surely it is scattered."""
    near = NeighboursTold.of(matches)
    return near.beside(of), near.scattered(of)


@given(SURE)
def test_values_of_the_next_sentences_that_agree_stand_beside(days: list[Context], sure: float) -> None:
    """Other values than the two."""
    mill, _, forge, _, other_mill, _, other_forge, _ = days
    pair = match(mill, other_mill, 0.5)

    assert (math.sqrt(sure), 0.0) == said([pair, match(forge, other_forge, sure)], pair)


def test_a_pair_does_not_stand_beside_itself(days: list[Context]) -> None:
    """Nor do its own values with others."""
    mill, _, forge, _, other_mill, _, other_forge, _ = days
    pair = match(forge, other_forge)

    assert (0.0, 0.0) == said([pair, match(mill, other_forge), match(forge, other_mill)], pair)


def test_values_beside_that_differ_say_nothing(days: list[Context]) -> None:
    """They may be of one fact or of two."""
    mill, inn, _, _, other_mill, other_inn, *_ = days
    pair = match(mill, other_mill)

    assert (0.0, 0.0) == said([pair, match(inn, other_inn)], pair)


def test_values_far_from_the_two_do_not_stand_beside(days: list[Context]) -> None:
    """The sentences of the forge are far from those of the last values."""
    *_, forge, barn, _, _, other_forge, last = days
    pair = match(barn, last)

    assert (0.0, 0.0) == said([pair, match(forge, other_forge)], pair)


@given(SURE)
def test_a_value_of_the_sentence_with_a_counterpart_far_away_is_scattered(days: list[Context], sure: float) -> None:
    """Whether it agrees with it or not."""
    mill, inn, _, barn, other_mill, other_inn, _, last = days
    pair = match(mill, other_mill, 0.5)

    assert (0.0, math.sqrt(sure)) == said([pair, match(inn, last, sure)], pair)
    assert (0.0, math.sqrt(sure)) == said([pair, match(barn, other_inn, sure)], pair)


def test_the_counterparts_of_the_two_themselves_are_not_scattered(days: list[Context]) -> None:
    """They are its rivals; nor are the values of the next sentence of the same sentence."""
    mill, _, forge, barn, other_mill, _, _, last = days
    pair = match(mill, other_mill)

    assert (0.0, 0.0) == said([pair, match(mill, last), match(barn, other_mill), match(forge, last)], pair)


@given(WEIGHED)
@settings(deadline=None)
def test_what_cannot_be_compared_says_nothing(unweighed: list[EventMatch], told: list[tuple[float, str]]) -> None:
    """Nor does what hardly anybody would take for one fact."""
    matches = weighed(unweighed, told)
    links = [m for m in matches if not m.blocked and m.probability >= LEAST]

    assert [said(matches, m) for m in matches] == [said(links, m) for m in matches]


@given(SURE)
def test_two_values_of_one_source_say_nothing(days: list[Context], sure: float) -> None:
    """However surely they are of one fact."""
    mill, inn, *_, other_mill, other_inn, _, last = days
    pair = match(mill, other_mill, 0.5)

    assert (0.0, 0.0) == said([pair, match(mill, inn, sure), match(other_inn, last, sure)], pair)


@given(WEIGHED)
@settings(deadline=None)
def test_which_claim_and_which_pair_comes_first_changes_nothing(
    unweighed: list[EventMatch], told: list[tuple[float, str]]
) -> None:
    """And both are between 0 and 1."""
    matches = weighed(unweighed, told)
    other_way = [turned(m) for m in reversed(matches)]
    found = [said(matches, m) for m in matches]

    assert found == [said(other_way, turned(m)) for m in matches]
    assert all(0.0 <= sure <= 1.0 for one in found for sure in one)
