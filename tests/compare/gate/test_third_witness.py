"""What a third source vouches for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.gate.third_witness import heard, vouching
from tests.compare.told import match

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from tests.compare.told import Tell

PROBABILITIES = st.floats(0.05, 1)


@pytest.fixture(scope="module")
def days(tell: Tell) -> list[Context]:
    """Four texts: the first and the third tell one day, the second and the fourth others; the second tells two."""
    told = tell(
        "The mill burned on 3 May 1852.",
        "The mill burned on 4 May 1852. The forge burned on 3 May 1852.",
        "The mill burned on 3 May 1852.",
        "The mill burned on 9 May 1852.",
    )
    return [c for c in told.contexts if c.claim.kind == "date"]


@given(PROBABILITIES, PROBABILITIES)
def test_a_third_source_vouches_as_surely_as_it_goes_with_both(days: list[Context], one: float, other: float) -> None:
    """It tells the day of the first, and what the second tells of."""
    a, b, _, c, _ = days

    assert one * other == vouching([match(a, b, 0.3), match(a, c, one), match(b, c, other)])[0]


def test_the_surest_of_several_counts(days: list[Context]) -> None:
    """A second voucher takes nothing away."""
    a, b, _, c, d = days
    pairs = [match(a, b, 0.3), match(a, c, 0.8), match(b, c, 0.5)]

    assert vouching(pairs)[0] == vouching([*pairs, match(a, d, 0.2), match(b, d, 0.2)])[0] == 0.4


def test_a_third_value_vouches_for_nothing(days: list[Context]) -> None:
    """It may be that of a third fact."""
    a, b, _, _, d = days

    assert 0.0 == vouching([match(a, b, 0.3), match(a, d, 0.9), match(b, d, 0.9)])[0]


def test_neither_of_two_sources_vouches_for_itself(days: list[Context]) -> None:
    """Another sentence of the second is no third source."""
    a, b, again, _, _ = days

    assert 0.0 == vouching([match(a, b, 0.3), match(a, again, 0.9), match(b, again, 0.9)])[0]


def test_what_cannot_be_compared_vouches_for_nothing(days: list[Context]) -> None:
    """Nor is it vouched for."""
    a, b, _, c, _ = days

    assert 0.0 == vouching([match(a, b, 0.3), match(a, c, 0.9), match(b, c, 0.9, blocked="Two acts.")])[0]
    assert 0.0 == vouching([match(a, b, 0.3, blocked="Two acts."), match(a, c, 0.9), match(b, c, 0.9)])[0]


@given(PROBABILITIES, PROBABILITIES)
def test_a_voucher_makes_a_pair_likelier(days: list[Context], one: float, other: float) -> None:
    """However unsure it is itself; the reader is told of a sure one."""
    a, b, _, c, _ = days
    alone = heard([match(a, b, 0.3)])[0]
    vouched = heard([match(a, b, 0.3), match(a, c, one), match(b, c, other)])[0]

    assert alone.probability <= vouched.probability
    assert (one * other >= 0.25) == ("third_witness" in {reason.code for reason in vouched.reasons})


def test_one_source_is_left_as_it_is(days: list[Context]) -> None:
    """So is what cannot be compared."""
    a, b, again, _, _ = days
    pairs = [match(b, again, 0.7), match(a, b, 0.0, blocked="Two acts.")]

    assert pairs == heard(pairs)


def test_the_order_of_matches_changes_nothing(days: list[Context]) -> None:
    """Each has its own result."""
    a, b, _, c, _ = days
    pairs = [match(a, b, 0.3), match(a, c, 0.9), match(b, c, 0.4)]

    assert vouching(pairs) == vouching(pairs[::-1])[::-1]
