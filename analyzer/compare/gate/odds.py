"""Probabilities as natural-log odds and back, so that a margin means the same near one half and near certainty."""

from __future__ import annotations

import math

LEAST = 1e-6  # a probability nearer to 0 or 1 counts as this near
MOST_ODDS = 50.0  # beyond, a probability is 0 or 1 anyway


def log_odds(probability: float) -> float:
    """Natural-log odds of a probability (0-1), within 13.8 of 0."""
    bounded = min(max(probability, LEAST), 1 - LEAST)
    return math.log(bounded / (1 - bounded))


def probability(odds: float) -> float:
    """The probability (0-1) of natural-log odds, to six decimals."""
    return round(1 / (1 + math.exp(-max(-MOST_ODDS, min(MOST_ODDS, odds)))), 6)
