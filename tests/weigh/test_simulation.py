"""The promises of the weighing on simulated sources, in small; `benchmarks/reliability.py` measures them in full."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.reliability import FALSE_VALUES, Line, near_copies, shuffled_moves, simulate, simulate_events


@pytest.mark.parametrize("name", FALSE_VALUES)
def test_intervals_and_probabilities_keep_their_promise(name: str) -> None:
    """Bounds a little wider than the benchmark's, for fewer runs."""
    tallies = simulate(np.random.default_rng(7), 40, 20, FALSE_VALUES[name])

    assert 0.86 <= tallies[3].coverage() <= 1.0
    assert tallies[3].calibration_error() <= 0.06
    assert tallies[3].wrong_when_sure() <= 0.08
    assert max(tallies[2].calibration_error(), tallies[10].calibration_error()) <= 0.09


@pytest.mark.parametrize("directed", [True, False])
def test_a_near_copy_of_the_weakest_does_not_decide(directed: bool) -> None:
    """Merged into one witness the conflicts come out right where a majority of texts fails."""
    hit, majority = near_copies(np.random.default_rng(7), 12, directed=directed)

    assert hit >= 0.85
    assert majority <= 0.60


def test_order_and_names_change_nothing() -> None:
    """Sources, items and values in another order give the same posteriors."""

    assert shuffled_moves(np.random.default_rng(7), 10) <= 1e-9


def test_claims_of_one_event_keep_the_coverage() -> None:
    """Four claims that stand or fall together are tempered."""

    assert simulate_events(np.random.default_rng(7), 60).coverage() >= 0.90


def test_a_broken_bound_is_marked() -> None:
    """The benchmark's table says which figure fails."""

    assert "BROKEN" in str(Line("coverage", 0.5, 0.88, 0.98))
    assert "BROKEN" not in str(Line("coverage", 0.9, 0.88, 0.98))
