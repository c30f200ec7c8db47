"""Logistic models whose weights may be drawn towards a start and kept within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Bounds = tuple[float | None, float | None]


@dataclass(frozen=True)
class Drawn:
    """Where the weights of a model start, how strongly they are drawn back, and between which bounds they stay."""

    start: Floats
    pull: Floats
    bounds: Sequence[Bounds]


def likeliest(rows: Floats, offset: Floats, same: NDArray[np.bool_], drawn: Drawn) -> Floats:
    """The weights of a logistic model."""
    from scipy.optimize import minimize

    def loss(w: Floats) -> tuple[float, Floats]:
        z = rows @ w + offset
        p = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
        total = float((np.logaddexp(0, z) - same * z).sum() + (drawn.pull * (w - drawn.start) ** 2).sum())
        return total, rows.T @ (p - same) + 2 * drawn.pull * (w - drawn.start)

    return np.asarray(minimize(loss, drawn.start, jac=True, method="L-BFGS-B", bounds=drawn.bounds).x)
