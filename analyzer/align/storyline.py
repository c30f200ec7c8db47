"""How far two sentences lie on the common thread of two documents that tell their story in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.align.vectors import Floats


def share_of_best_thread(evidence: Floats) -> Floats:
    """For every pair of sentences: weight of the best ordered thread through it over that of the best thread, 0-1.

    A thread is a chain of pairs in which both sides move on; its weight is the sum of the evidence (>= 0) on it.
    Dynamic programming from both ends; quadratic, vectorised by row.
    """
    import numpy as np

    before = _best_before(evidence)
    after = _best_before(evidence[::-1, ::-1])[::-1, ::-1]
    through: Floats = before + evidence + after
    best = float(through.max(initial=0.0))
    return np.round(through / best, 6) if best > 0 else np.zeros_like(evidence)


def _best_before(evidence: Floats) -> Floats:
    """Weight of the best thread that ends before row i and column j."""
    import numpy as np

    n, m = evidence.shape
    best = np.zeros((n, m))
    row = np.zeros(m + 1)
    for i in range(n):
        best[i] = row[:-1]
        row[1:] = np.maximum(row[1:], np.maximum.accumulate(row[:-1] + evidence[i]))
    return best
