"""The model worked out exactly on a grid over all witnesses' accuracies; for few witnesses."""

from __future__ import annotations

from collections import Counter
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from analyzer.weigh.accuracy import Fit, Grid, points, probability_greater

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.weigh.ballots import Ballot


def factors(ballot: Ballot, witness: int, least: int, x: Grid) -> Grid:
    """P(vote of `witness` | class, accuracy): one row per class and one for none of them, one column per grid point."""
    rows = ballot.classes + 1
    vote = ballot.votes[witness]
    if not vote:
        return np.ones((rows, len(x)))
    share = ballot.shares[witness]
    right, wrong = x**share, ((1 - x) / ballot.false_values(least)) ** share
    return np.array([right if z in vote else wrong for z in range(rows)])


def _halves(ballot: Ballot, least: int, x: Grid) -> tuple[Grid, Grid]:
    """Rows of classes, columns of the joint grid of the first and of the second half of the witnesses."""
    each = [factors(ballot, s, least, x) for s in range(len(ballot.votes))]
    middle = len(each) // 2
    empty = np.ones((ballot.classes + 1, 1))
    left, right = (reduce(_outer, part, empty) for part in (each[:middle], each[middle:]))
    return left * np.array(ballot.prior(least))[:, None], right


def _outer(left: Grid, right: Grid) -> Grid:
    """Row by row outer product, flattened."""
    product: Grid = np.einsum("za,zb->zab", left, right).reshape(len(left), -1)
    return product


def fit_exactly(ballots: Sequence[Ballot], priors: Sequence[Grid], least: int) -> Fit:
    """The exact posterior on the grid. Cost: distinct ballots times grid points to the number of witnesses."""
    x = points(len(priors[0]))
    tables = {ballot: _halves(ballot, least, x) for ballot in sorted(set(ballots), key=_order)}
    joint = _joint(tables, Counter(ballots), priors)
    solved = {ballot: _classes(joint, *halves) for ballot, halves in tables.items()}
    cube = joint.reshape([len(x)] * len(priors))
    return Fit(
        tuple(_keep(cube, (s,)) for s in range(len(priors))),
        _greater(cube),
        tuple(solved[ballot] for ballot in ballots),
    )


def _order(ballot: Ballot) -> tuple[object, ...]:
    """A total order that doesn't depend on the order the items came in: sums come out the same."""
    known = (ballot.known is not None, sorted(ballot.known or ()))
    return tuple(tuple(sorted(v)) for v in ballot.votes), ballot.classes, ballot.shares, ballot.weight, known


def _joint(tables: dict[Ballot, tuple[Grid, Grid]], counts: Counter[Ballot], priors: Sequence[Grid]) -> Grid:
    """Posterior mass of every combination of accuracies, the first half of the witnesses in rows."""
    middle = len(priors) // 2
    one = np.ones(1)
    left, right = (reduce(np.multiply.outer, part, one).ravel() for part in (priors[:middle], priors[middle:]))
    logs: Grid = np.log(np.outer(left, right))
    for ballot, (a, b) in tables.items():
        if ballot.learning_weight:
            logs += counts[ballot] * ballot.learning_weight * np.log(a.T @ b)
    mass = np.exp(logs - logs.max())
    return np.asarray(mass / mass.sum())


def _classes(joint: Grid, left: Grid, right: Grid) -> tuple[float, ...]:
    """Posterior of each class and of none, averaged over the accuracies."""
    scaled = joint / (left.T @ right)
    return tuple(float(v) for v in np.einsum("za,ab,zb->z", left, scaled, right, optimize=True))


def _keep(cube: Grid, axes: tuple[int, ...]) -> Grid:
    """Marginal over the axes kept."""
    total: Grid = cube.sum(axis=tuple(s for s in range(cube.ndim) if s not in axes))
    return total


def _greater(cube: Grid) -> Grid:
    """P(accuracy of row witness > accuracy of column witness)."""
    table = np.full((cube.ndim, cube.ndim), 0.5)
    for s in range(cube.ndim):
        for t in range(s + 1, cube.ndim):
            table[s, t] = probability_greater(_keep(cube, (s, t)))
            table[t, s] = 1 - table[s, t]
    return table
