"""Choosing between the exact grid and the messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analyzer.weigh.accuracy import Fit, Grid, prior
from analyzer.weigh.grid import fit_exactly
from analyzer.weigh.messages import fit_by_messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.settings import WeighSettings
    from analyzer.weigh.ballots import Ballot


def fit(
    ballots: Sequence[Ballot],
    means: Sequence[float | None],
    settings: WeighSettings,
    *,
    false_values: int | None = None,
) -> Fit:
    """Posterior of accuracies and items; `means[s]` is a user's prior mean of witness `s` or None.

    `false_values` replaces the setting (for sensitivity). Without witnesses every item is "none of them".
    """
    least = settings.false_values if false_values is None else false_values
    priors: list[Grid] = [prior(settings.grid_points, mean) for mean in means]
    if not priors:
        return Fit((), np.zeros((0, 0)), tuple((0.0,) * b.classes + (1.0,) for b in ballots))
    if len(priors) <= settings.exact_witnesses:
        return fit_exactly(ballots, priors, least)
    return fit_by_messages(ballots, priors, least)
