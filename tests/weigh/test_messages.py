"""Tests for the model of many witnesses."""

from __future__ import annotations

import numpy as np
import pytest

from analyzer.settings import WeighSettings
from analyzer.weigh.accuracy import prior
from analyzer.weigh.fit import fit
from analyzer.weigh.messages import fit_by_messages
from benchmarks.reliability import message_gaps
from benchmarks.simulated_sources import ballot, spelled, world


@pytest.mark.parametrize(("witnesses", "runs"), [(3, 40), (4, 4)])
def test_messages_agree_closely_with_the_exact_grid(witnesses: int, runs: int) -> None:
    """Ninety-five of a hundred posteriors are within .03, interval ends within .05."""
    values, ends = message_gaps(np.random.default_rng(3), runs, witnesses)

    assert np.quantile(values, 0.95) <= 0.03
    assert np.quantile(ends, 0.95) <= 0.05


def test_messages_are_exact_for_one_item() -> None:
    """With a single item there is no loop."""
    ballots = [spelled("aab")]
    exact, near = fit(ballots, [None] * 3, WeighSettings()), fit_by_messages(ballots, [prior(25)] * 3, 3)

    assert exact.items[0] == pytest.approx(near.items[0])


def test_dozens_of_witnesses_are_weighed() -> None:
    """Sixty sources on eighty facts: the leading value is right almost always."""
    truth = world(np.random.default_rng(5), 80, 3, witnesses=60, silent=0.8)
    pairs = [ballot(row) for row in truth.rows]
    fitted = fit([b for b, _ in pairs], [None] * 60, WeighSettings())
    hits = [int(np.argmax(p)) == right for p, (_, right) in zip(fitted.items, pairs, strict=True)]

    assert np.mean(hits) > 0.95


def test_the_order_of_items_does_not_enter() -> None:
    """All messages are renewed at once."""
    ballots = [spelled(v) for v in ("aabcd", "abbaa", "aaaab", "ab-ca")]
    forward, back = (fit(b, [None] * 5, WeighSettings()) for b in (ballots, ballots[::-1]))

    for x, y in zip(forward.items, back.items[::-1], strict=True):
        assert x == pytest.approx(y, abs=1e-12)


def test_no_items_leave_the_start_untouched() -> None:
    """Five silent witnesses keep their starting assumption."""
    fitted = fit([], [None] * 5, WeighSettings())

    assert () == fitted.items
    assert all(np.allclose(prior(25), mass) for mass in fitted.marginals)
