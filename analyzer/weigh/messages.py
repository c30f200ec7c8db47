"""The model for many witnesses: messages between items and accuracies on the same grid (sum-product, loopy).

Each item tells each of its witnesses how likely its vote is at every accuracy, given what the other items say of the
other witnesses. Exact when no two items share two witnesses; on dense data it stays close to the exact grid, which the
tests measure. Deterministic: all messages are renewed at once, so no order enters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analyzer.weigh.accuracy import Fit, Grid, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from analyzer.weigh.ballots import Ballot

ROUNDS = 200  # on simulated data the messages settle within 20
SETTLED = 1e-8  # outputs are rounded to six digits
DAMPING = 0.2  # a fifth of the old message is kept, so that two items can't push each other to and fro


@dataclass(frozen=True, slots=True, eq=False)
class _Votes:
    """All votes as parallel arrays, one row per vote; `prior` has one row per item."""

    item: NDArray[np.intp]
    witness: NDArray[np.intp]
    supports: NDArray[np.bool_]
    right: Grid
    wrong: Grid
    weight: Grid
    prior: Grid


def fit_by_messages(ballots: Sequence[Ballot], priors: Sequence[Grid], least: int) -> Fit:
    """The approximate posterior; time and memory grow with the number of votes only."""
    votes = _table(ballots, len(priors[0]), least)
    start = np.log(np.array(priors))
    messages = np.zeros_like(votes.right)
    for _ in range(ROUNDS):
        renewed = DAMPING * messages + (1 - DAMPING) * _renew(votes, start, messages)
        moved = float(np.abs(renewed - messages).max(initial=0.0))
        messages = renewed
        if moved < SETTLED:
            break
    marginals = _normal(_gather(votes, start, messages))
    classes = _shares(_heard(votes, start, messages)[0])
    items = tuple(_trim(row, ballot.classes) for row, ballot in zip(classes, ballots, strict=True))
    return Fit(tuple(marginals), _greater(marginals), items)


def _table(ballots: Sequence[Ballot], size: int, least: int) -> _Votes:
    width = max((b.classes for b in ballots), default=0) + 1
    edges = [(i, s) for i, b in enumerate(ballots) for s in b.speaking]
    supports = np.zeros((len(edges), width), dtype=np.bool_)
    for row, (i, s) in enumerate(edges):
        supports[row, sorted(ballots[i].votes[s])] = True
    share = np.array([[ballots[i].shares[s]] for i, s in edges]).reshape(-1, 1)
    false = np.array([[ballots[i].false_values(least)] for i, _ in edges], dtype=np.float64).reshape(-1, 1)
    x = points(size)[None, :]
    return _Votes(
        np.array([i for i, _ in edges], dtype=np.intp),
        np.array([s for _, s in edges], dtype=np.intp),
        supports,
        x**share,
        ((1 - x) / false) ** share,
        np.array([[ballots[i].learning_weight] for i, _ in edges]).reshape(-1, 1),
        np.array([_spread(b.prior(least), width) for b in ballots]).reshape(-1, width),
    )


def _spread(prior: tuple[float, ...], width: int) -> list[float]:
    """Classes first, missing classes as zero, "none of them" always last."""
    return [*prior[:-1], *[0.0] * (width - len(prior)), prior[-1]]


def _trim(row: Grid, classes: int) -> tuple[float, ...]:
    """The inverse of `_spread`."""
    return (*(float(v) for v in row[:classes]), float(row[-1]))


def _gather(votes: _Votes, start: Grid, messages: Grid) -> Grid:
    """Log belief of every witness's accuracy."""
    belief = start.copy()
    np.add.at(belief, votes.witness, messages)
    return belief


def _heard(votes: _Votes, start: Grid, messages: Grid) -> tuple[Grid, Grid]:
    """Log weight of each class of each item from all its votes, and each vote's own part in it."""
    others = _normal(_gather(votes, start, messages)[votes.witness] - messages)
    right = np.log((others * votes.right).sum(axis=1, keepdims=True))
    wrong = np.log((others * votes.wrong).sum(axis=1, keepdims=True))
    own = np.where(votes.supports, right, wrong)
    total = np.log(np.maximum(votes.prior, 1e-300))
    np.add.at(total, votes.item, own)
    return total, own


def _renew(votes: _Votes, start: Grid, messages: Grid) -> Grid:
    total, own = _heard(votes, start, messages)
    rest = _shares(total[votes.item] - own)
    right = (rest * votes.supports).sum(axis=1, keepdims=True)
    fresh = votes.weight * np.log(right * votes.right + (1 - right) * votes.wrong)
    return np.asarray(fresh - fresh.max(axis=1, keepdims=True))


def _normal(logs: Grid) -> Grid:
    mass = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.asarray(mass / mass.sum(axis=1, keepdims=True))


def _shares(logs: Grid) -> Grid:
    return _normal(logs) if len(logs) else logs


def _greater(marginals: Grid) -> Grid:
    """P(row > column), the witnesses taken as independent of each other; a tie inside a cell counts half."""
    below = np.cumsum(marginals, axis=1) - marginals / 2
    return np.asarray(marginals @ below.T)
