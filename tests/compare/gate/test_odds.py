"""Probabilities as log odds and back."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.gate.odds import LEAST, log_odds, probability

PROBABILITIES = st.floats(0, 1)
ODDS = st.floats(allow_nan=False)


def test_even_odds_are_one_half() -> None:
    """Natural-log odds of 0, both ways."""
    assert 0.0 == log_odds(0.5)
    assert 0.5 == probability(0.0)


def test_log_odds_are_natural() -> None:
    """Three to one is the logarithm of 3."""
    assert math.log(3) == pytest.approx(log_odds(0.75))
    assert 0.75 == probability(math.log(3))


@given(st.floats(LEAST, 1 - LEAST))
def test_a_probability_comes_back_from_its_odds(told: float) -> None:
    """To the six decimals that are kept."""
    assert told == pytest.approx(probability(log_odds(told)), rel=0, abs=1e-6)


@given(st.floats(-6, 6))
def test_odds_come_back_from_their_probability(odds: float) -> None:
    """As near as six decimals of a probability tell."""
    assert odds == pytest.approx(log_odds(probability(odds)), rel=0, abs=1e-3)


@given(PROBABILITIES, PROBABILITIES)
def test_what_is_likelier_never_has_lower_odds(one: float, other: float) -> None:
    """From impossible to certain."""
    low, high = sorted((one, other))

    assert log_odds(low) <= log_odds(high)


@given(ODDS, ODDS)
def test_higher_odds_are_never_less_likely(one: float, other: float) -> None:
    """However high, even without end."""
    low, high = sorted((one, other))

    assert 0.0 <= probability(low) <= probability(high) <= 1.0


@given(PROBABILITIES)
def test_odds_for_are_odds_against_turned_round(told: float) -> None:
    """Nothing is rated higher for being asked the other way."""
    assert log_odds(told) == pytest.approx(-log_odds(1 - told), abs=1e-6)


@pytest.mark.parametrize(("sure", "nearly"), [(0.0, LEAST), (1.0, 1 - LEAST), (LEAST / 2, LEAST)])
def test_certainty_counts_as_nearly_certain(sure: float, nearly: float) -> None:
    """No evidence is beyond all other."""
    assert log_odds(nearly) == log_odds(sure)
    assert math.isfinite(log_odds(sure))
