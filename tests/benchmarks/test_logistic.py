"""Logistic models whose weights are drawn towards a start and kept within bounds."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.logistic import Drawn, likeliest

ROWS = 200
ALONE = np.ones((ROWS, 1))  # nothing but a prior
SIGN = np.where(np.arange(ROWS) % 2 == 0, 1.0, -1.0)[:, np.newaxis]
RIGHT = (SIGN[:, 0] > 0) ^ (np.arange(ROWS) // 2 % 10 == 0)  # the sign tells it nine times in ten
NO_OFFSET = np.zeros(ROWS)


def drawn(start: float = 0.0, pull: float = 0.0, least: float | None = None) -> Drawn:
    """How a single weight is held."""
    return Drawn(np.array([start]), np.array([pull]), [(least, None)])


@given(st.integers(1, ROWS - 1), st.floats(-3, 3))
@settings(deadline=None)
def test_a_prior_alone_is_the_log_odds_of_the_share(right: int, offset: float) -> None:
    """Less what an offset says already."""
    found = likeliest(ALONE, np.full(ROWS, offset), np.arange(ROWS) < right, drawn())

    assert [math.log(right / (ROWS - right)) - offset] == pytest.approx(found.tolist(), abs=1e-3)


def test_a_column_is_worth_the_log_odds_of_its_being_right() -> None:
    """Nine to one."""
    assert [math.log(9)] == pytest.approx(likeliest(SIGN, NO_OFFSET, RIGHT, drawn()).tolist(), abs=1e-3)


def test_a_bound_holds_against_all_rows() -> None:
    """What is wrong nine times in ten is worth nothing, rather than turned round."""
    assert [0.0] == likeliest(-SIGN, NO_OFFSET, RIGHT, drawn(start=1.0, least=0.0)).tolist()
    assert [-math.log(9)] == pytest.approx(likeliest(-SIGN, NO_OFFSET, RIGHT, drawn()).tolist(), abs=1e-3)


def test_a_pull_draws_a_weight_to_its_start() -> None:
    """The stronger, the nearer."""
    weights = [likeliest(SIGN, NO_OFFSET, RIGHT, drawn(1.0, pull))[0] for pull in (1e9, 100.0, 10.0, 0.0)]

    assert 1.0 == pytest.approx(weights[0], abs=1e-3)
    assert weights == sorted(weights)
    assert weights[1] < weights[2] < weights[3]
