"""How closely words tie two values of one document."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.candidates import COMPARED
from analyzer.compare.retold.ties import BESIDE, MOST_LEAD, Ties, beside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.compare.told import Tell

VALUES = 6
TIES = st.dictionaries(
    st.sampled_from(list(combinations(range(VALUES), 2))), st.floats(0, 20)
)  # of the values tied by a word
PLACES = st.permutations(range(VALUES)).map(lambda order: (order[0], order[1]))  # of two values


@pytest.fixture(scope="module")
def ties(tell: Tell) -> Ties:
    """In order: gravel, a month, sheep, gravel again, a road in feet, turnips."""
    told = tell(
        "The monks carried 1,920 cartloads of gravel to the mill race. In May 1851 hay was dear. "
        "Nobody counted the 300 sheep. Snow came early. The bell was rung for rain. A pedlar sold needles. "
        "The mill race had swallowed 1,290 cartloads of gravel. A road of 400 feet led to the fair. "
        "Thirty cartloads of turnips were sold."
    )
    values = [c for c in told.contexts if c.claim.kind in COMPARED]
    return Ties.of(told.analysis.extractions[0], values)


def made_up(ties: Ties, told: Mapping[tuple[int, int], float]) -> Ties:
    """The same values with other ties."""
    tied: dict[int, dict[int, float]] = {n: {} for n in range(VALUES)}
    for (i, j), tie in told.items():
        tied[i][j] = tied[j][i] = tie
    return Ties(ties.values, tied)


def test_values_are_those_told_in_order(ties: Ties) -> None:
    """As the other claims of this file count them."""
    told = [value.context.claim.value for value in ties.values]

    assert ["1920", "1851-05", "300", "1290", "400 [ft_i]", "30"] == told


def test_a_tie_binds_both_values_alike(ties: Ties) -> None:
    """No value is tied to itself."""
    assert [ties.between(i, j) for i, j in combinations(range(VALUES), 2)] == [
        ties.between(j, i) for i, j in combinations(range(VALUES), 2)
    ]
    assert [0.0] * VALUES == [ties.between(i, i) for i in range(VALUES)]


def test_a_tie_is_never_below_nothing(ties: Ties) -> None:
    """And nothing ties what has no word in common, or is of another kind or unit."""
    gravel, month, sheep, again, road, turnips = range(VALUES)

    assert all(ties.between(i, j) >= 0.0 for i, j in combinations(range(VALUES), 2))
    assert 0.0 == ties.between(sheep, again) == ties.between(sheep, turnips)
    assert 0.0 == ties.between(gravel, month) == ties.between(gravel, road)


def test_more_words_in_common_tie_closer(ties: Ties) -> None:
    """Cartloads of gravel rather than cartloads of turnips."""
    gravel, _, _, again, _, turnips = range(VALUES)

    assert 0.0 < ties.between(gravel, turnips) < ties.between(gravel, again)


def test_what_is_told_twice_leads_over_its_rivals(ties: Ties) -> None:
    """The turnips stand behind the gravel."""
    gravel, _, _, again, _, turnips = range(VALUES)

    assert 0.0 < ties.leads(gravel, again)[0]
    assert ties.leads(gravel, turnips)[0] < 0.0


@given(TIES, PLACES)
def test_the_smaller_lead_comes_first_and_neither_is_beyond_its_bounds(
    ties: Ties, told: Mapping[tuple[int, int], float], places: tuple[int, int]
) -> None:
    """Whichever of the two values is named first."""
    found = made_up(ties, told)
    low, high = found.leads(*places)

    assert -MOST_LEAD <= low <= high <= MOST_LEAD == 6.0
    assert (low, high) == found.leads(*reversed(places))


@given(TIES, PLACES, st.floats(0, 20))
def test_a_closer_tie_never_shortens_its_own_leads(
    ties: Ties, told: Mapping[tuple[int, int], float], places: tuple[int, int], by: float
) -> None:
    """Nor does it lengthen those of another pair."""
    i, j = sorted(places)
    before = made_up(ties, told)
    after = made_up(ties, {**told, (i, j): before.between(i, j) + by})

    assert all(old <= new for old, new in zip(before.leads(i, j), after.leads(i, j), strict=True))
    for other in combinations(range(VALUES), 2):
        if other != (i, j):
            assert all(old >= new for old, new in zip(before.leads(*other), after.leads(*other), strict=True))


def test_leads_are_over_the_closest_rival(ties: Ties) -> None:
    """The first value has one that is a little less close, the second none."""
    gravel, _, sheep, again, _, turnips = range(VALUES)
    told = {(gravel, again): 5.0, (gravel, turnips): 4.0, (gravel, sheep): 1.0}

    assert (1.0, 5.0) == made_up(ties, told).leads(gravel, again)
    assert (-1.0, 4.0) == made_up(ties, told).leads(gravel, turnips)


def test_only_values_of_one_kind_and_unit_are_tied(ties: Ties) -> None:
    """Numbers without a unit here."""
    tied = {(i, j) for i, others in ties.tied.items() for j in others}

    assert (0, 3) in tied
    assert tied <= set(permutations((0, 2, 3, 5), 2))


def test_neighbours_stand_beside_each_other(ties: Ties) -> None:
    """Within two sentences, whichever comes first."""
    for left, right in permutations((value.context for value in ties.values), 2):
        assert (abs(left.claim.sentence - right.claim.sentence) <= BESIDE) == beside(left, right)
    assert beside(ties.values[0].context, ties.values[2].context)
    assert not beside(ties.values[0].context, ties.values[3].context)
