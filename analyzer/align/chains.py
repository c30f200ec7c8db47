"""Seeds and chains: which stretches of two documents run parallel, in whatever order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.align.beads import Bead, match_beads

if TYPE_CHECKING:
    from analyzer.align.vectors import PairVectors
    from analyzer.settings import AlignSettings

_ROWS_AT_ONCE = 1024  # keeps the dense block of similarities in tens of megabytes for the longest books
_Seed = tuple[int, int]


def parallel_beads(vectors: PairVectors, settings: AlignSettings) -> list[Bead]:
    """Beads along every chain of seeds, the longest chain first; a sentence is used once."""
    chains = find_chains(find_seeds(vectors, settings.threshold + settings.seed_margin), settings)
    free_left = [True] * vectors.left.shape[0]
    free_right = [True] * vectors.right.shape[0]
    found: list[Bead] = []
    for chain in chains:
        rows = _reach([i for i, _ in chain], free_left, settings.reach)
        columns = _reach([j for _, j in chain], free_right, settings.reach)
        if rows and columns:
            beads = match_beads(vectors, rows, columns, chain, settings)
            found += beads
            for bead in beads:
                for i in bead.left:
                    free_left[i] = False
                for j in bead.right:
                    free_right[j] = False
    return sorted(found)


def find_seeds(vectors: PairVectors, least: float) -> list[_Seed]:
    """Pairs of sentences that are each other's best match with a cosine of at least `least`, in order.

    Among equals the pair nearest the diagonal wins, so that repeated sentences keep their order.
    """
    import numpy as np

    n, m = vectors.left.shape[0], vectors.right.shape[0]
    if not n or not m:
        return []
    best_left = np.zeros(n, dtype=np.int64)
    value_left = np.zeros(n)
    best_right = np.zeros(m, dtype=np.int64)
    value_right = np.full(m, -1.0)
    slope = np.arange(m) / m
    for start in range(0, n, _ROWS_AT_ONCE):
        rows = np.arange(start, min(n, start + _ROWS_AT_ONCE))
        block = np.round((vectors.left[rows] @ vectors.right.T).toarray(), 6)
        block -= 1e-6 * np.abs(slope[None, :] - (rows / n)[:, None])
        best_left[rows] = block.argmax(1)
        value_left[rows] = block.max(1)
        column_best = block.argmax(0)
        column_value = block[column_best, np.arange(m)]
        better = column_value > value_right
        best_right[better] = rows[column_best[better]]
        value_right[better] = column_value[better]
    mutual = (best_right[best_left] == np.arange(n)) & (value_left >= least - 1e-6)
    return [(int(i), int(best_left[i])) for i in np.flatnonzero(mutual)]


def find_chains(seeds: list[_Seed], settings: AlignSettings) -> list[list[_Seed]]:
    """Seeds joined along diagonals with gaps of at most `gap` sentences on both sides; longest chain first."""
    closed: list[list[_Seed]] = []
    live: list[list[_Seed]] = []
    for i, j in seeds:
        closed += [c for c in live if i - c[-1][0] > settings.gap or len(c) >= settings.longest_chain]
        live = [c for c in live if i - c[-1][0] <= settings.gap and len(c) < settings.longest_chain]
        fits = [c for c in live if i > c[-1][0] and 0 < j - c[-1][1] <= settings.gap]
        if fits:
            min(fits, key=lambda c: abs((i - c[-1][0]) - (j - c[-1][1]))).append((i, j))
        else:
            live.append([(i, j)])
    return sorted(closed + live, key=lambda c: (-len(c), c))


def _reach(seeds: list[int], free: list[bool], reach: int) -> list[int]:
    """The free sentences from a little before the first seed to a little after the last."""
    return [k for k in range(max(0, min(seeds) - reach), min(len(free), max(seeds) + reach + 1)) if free[k]]
