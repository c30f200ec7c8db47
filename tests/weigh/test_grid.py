"""Tests for the exact model."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.weigh.accuracy import interval, points, prior, proportion
from analyzer.weigh.ballots import Ballot
from analyzer.weigh.grid import fit_exactly
from benchmarks.simulated_sources import spelled

PRIORS = [prior(25)] * 3


def by_hand(ballots: list[Ballot], item: int) -> list[float]:
    """The posterior of one item's classes by summing over every combination of three accuracies on a coarse grid."""
    x, mass = points(7), prior(7)
    total = np.zeros(ballots[item].classes + 1)
    for combination in product(range(7), repeat=3):
        parts = [np.array(b.prior(3)) * _votes(b, [float(x[g]) for g in combination]) for b in ballots]
        weight = float(np.prod([mass[g] for g in combination]) * np.prod([p.sum() for p in parts]))
        total += weight * parts[item] / parts[item].sum()
    return [float(v) for v in total / total.sum()]


def _votes(ballot: Ballot, accuracy: list[float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    rows = [1.0] * (ballot.classes + 1)
    for s, vote in enumerate(ballot.votes):
        for z in range(len(rows)) if vote else ():
            rows[z] *= accuracy[s] if z in vote else (1 - accuracy[s]) / max(3, ballot.classes)
    return np.array(rows)


def test_the_grid_equals_the_sum_over_all_combinations() -> None:
    """Halving the grid into two matrices is arithmetic, not approximation."""
    ballots = [spelled(votes) for votes in ("aab", "aaa", "ab-", "abc", "-aa")]
    fitted = fit_exactly(ballots, [prior(7)] * 3, 3)

    for item in range(len(ballots)):
        assert by_hand(ballots, item) == pytest.approx(fitted.items[item], abs=1e-12)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(["aab", "abb", "aba", "abc", "aaa", "a-b", "-aa", "ab-"]), min_size=1, max_size=12))
def test_every_posterior_is_a_probability(votes: list[str]) -> None:
    """Classes and none of them sum to one; so does each marginal."""
    rows = [[ord(v) - 97 for v in word.replace("-", "`")] for word in votes]
    ballots = [
        Ballot(tuple(frozenset({v}) if v >= 0 else frozenset() for v in row), max(row) + 1, (1.0,) * 3) for row in rows
    ]
    fitted = fit_exactly(ballots, PRIORS, 3)

    assert [pytest.approx(1)] * (len(ballots) + 3) == [sum(x) for x in [*fitted.items, *fitted.marginals]]


def test_two_witnesses_stay_equal_however_often_they_differ() -> None:
    """Nothing tells two witnesses apart from their agreement alone."""
    fitted = fit_exactly([spelled("ab")] * 9 + [spelled("aa")] * 9, PRIORS[:2], 3)

    assert pytest.approx(0.5) == fitted.greater[0, 1]
    assert pytest.approx(fitted.items[0][0]) == fitted.items[0][1]


def test_the_odd_one_out_is_found_the_worse_witness() -> None:
    """Two witnesses that agree against a third twelve times are better with near certainty."""
    fitted = fit_exactly([spelled("aab")] * 12, PRIORS, 3)

    assert fitted.greater[0, 2] > 0.99
    assert fitted.items[0][0] > 0.95


def test_a_single_voice_teaches_nothing() -> None:
    """Facts only one witness tells leave every accuracy where it was."""
    fitted = fit_exactly([spelled("a--")] * 20, PRIORS, 3)

    assert interval(PRIORS[0]) == interval(fitted.marginals[0])


def test_a_known_item_judges_the_witnesses() -> None:
    """A reader's decision against the majority lowers the majority."""
    known = frozenset({1})
    fitted = fit_exactly([spelled("aab", known=known)] * 5, PRIORS, 3)

    assert fitted.greater[2, 0] > 0.9
    assert [0, 1, 0] == [round(p, 9) for p in fitted.items[0]]


def test_tempering_widens_the_interval() -> None:
    """Four claims of one event weigh less than four events."""
    apart = fit_exactly([spelled("aab")] * 8, PRIORS, 3)
    together = fit_exactly([spelled("aab", weight=0.4)] * 8, PRIORS, 3)
    narrow, wide = interval(apart.marginals[0]), interval(together.marginals[0])

    assert wide.high - wide.low > narrow.high - narrow.low


def test_a_user_given_reliability_moves_the_start() -> None:
    """The mean of the starting assumption is the one given, within the coarseness of the grid."""

    assert pytest.approx(0.8, abs=0.02) == interval(prior(25, 0.8)).mid


def test_a_proportion_has_an_interval_even_without_cases() -> None:
    """Zero of zero is anything."""
    nothing, most = proportion(0, 0), proportion(9, 10)

    assert nothing.high - nothing.low > 0.9
    assert most.low < 0.9 < most.high
