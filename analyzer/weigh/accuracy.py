"""The grid of accuracies: prior, mean, interval and comparison of two witnesses."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from analyzer.model import Interval

Grid = NDArray[np.float64]
PRIOR_STRENGTH = 3.0  # Beta(2, 1): three observations' worth, mean two thirds


def points(count: int) -> Grid:
    """Midpoints of `count` equal cells of [0, 1]."""
    return (np.arange(count, dtype=np.float64) + 0.5) / count


def prior(count: int, mean: float | None = None) -> Grid:
    """Cell masses of Beta(2, 1), or of a Beta of the same strength with the mean a user gives (0-1)."""
    expected = 2 / 3 if mean is None else min(max(mean, 0.05), 0.95)
    a, b = PRIOR_STRENGTH * expected, PRIOR_STRENGTH * (1 - expected)
    x = points(count)
    mass = x ** (a - 1) * (1 - x) ** (b - 1)
    return np.asarray(mass / mass.sum())


def interval(mass: Grid, level: float = 0.9) -> Interval:
    """Equal-tailed interval with its mean; linear inside a cell.

    >>> interval(np.ones(20) / 20)
    Interval(low=0.05, mid=0.5, high=0.95)
    """
    edges = np.linspace(0.0, 1.0, len(mass) + 1)
    below = np.concatenate([[0.0], np.cumsum(mass)])
    low, high = np.interp([(1 - level) / 2, (1 + level) / 2], below, edges)
    return Interval(round(float(low), 6), round(float(mass @ points(len(mass))), 6), round(float(high), 6))


def proportion(hits: int, n: int) -> Interval:
    """A share `hits / n` with its 90 % interval (Jeffreys prior); n = 0 gives the prior's."""
    x = points(2000)
    logs = (hits - 0.5) * np.log(x) + (n - hits - 0.5) * np.log(1 - x)
    mass = np.exp(logs - logs.max())
    return interval(mass / mass.sum())


def probability_greater(joint: Grid) -> float:
    """P(row > column) of a joint table on one grid; a tie inside a cell counts half."""
    return float(np.tril(joint, -1).sum() + np.trace(joint) / 2)


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Posterior of the witnesses' accuracies and of every item.

    `marginals[s]` are cell masses. `greater[s, t]` is P(accuracy of s > accuracy of t). `items[i]` are the
    probabilities of the classes of ballot `i`, then of none of them.
    """

    marginals: tuple[Grid, ...]
    greater: Grid = field(repr=False)
    items: tuple[tuple[float, ...], ...]
