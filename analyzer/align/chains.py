"""Seeds and chains: which stretches of two documents run parallel, in whatever order they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from analyzer.align.beads import Bead, match_beads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.vectors import PairVectors
    from analyzer.settings import AlignSettings

_ROWS_AT_ONCE = 1024  # keeps the dense block of similarities in tens of megabytes for the longest books
_Seed = tuple[int, int]


class Counterparts(NamedTuple):
    """The sentences of two passages that are each other's best match, and the cosine of the passages."""

    rows: range
    columns: range
    similarity: float


class Stretch(NamedTuple):
    """A chain of seeds, the sentences to look at around it, and how close they have to be to be one passage."""

    seeds: list[_Seed]
    rows: range
    columns: range
    threshold: float


def parallel_beads(
    vectors: PairVectors, settings: AlignSettings, counterparts: Sequence[Counterparts] = ()
) -> list[Bead]:
    """Beads along every chain of seeds, the longest chain first; a sentence is used once.

    `counterparts` are sentences of passages known to tell the same: inside, lower thresholds do, and chains that run
    on through several passages still come first. A second round looks among the sentences left over: what stands
    crosswise in a chain shows only then.
    """
    free = [True] * vectors.left.shape[0], [True] * vectors.right.shape[0]
    least = settings.threshold + settings.seed_margin
    inside = [s for pair in counterparts for s in _inside(vectors, pair, settings)]
    found: list[Bead] = []
    for known in (inside, []):
        chains = find_chains(find_seeds(vectors, _left_over(free[0]), _left_over(free[1]), least), settings)
        around = [_around(chain, (len(free[0]), len(free[1])), settings) for chain in chains]
        found += _follow(vectors, known + around, free, settings)
    return sorted(found)


def _follow(
    vectors: PairVectors, stretches: list[Stretch], free: tuple[list[bool], list[bool]], settings: AlignSettings
) -> list[Bead]:
    """Beads of free sentences along some chains, the longest first; those used are marked."""
    found: list[Bead] = []
    for stretch in sorted(stretches, key=lambda s: (-len(s.seeds), s.threshold, s.seeds)):
        rows = [i for i in stretch.rows if free[0][i]]
        columns = [j for j in stretch.columns if free[1][j]]
        if rows and columns:
            known = replace(settings, threshold=stretch.threshold)
            beads = match_beads(vectors, rows, columns, stretch.seeds, known)
            found += beads
            _use(free, beads)
    return found


def _inside(vectors: PairVectors, pair: Counterparts, settings: AlignSettings) -> list[Stretch]:
    """The best chain of two passages, if there is one; the closer they are, the less is asked of their sentences."""
    least = settings.threshold - min(settings.in_passage, pair.similarity - settings.passage)
    chains = find_chains(find_seeds(vectors, list(pair.rows), list(pair.columns), least), settings)
    return [Stretch(chains[0], pair.rows, pair.columns, least)] if chains else []


def _around(chain: list[_Seed], sizes: tuple[int, int], settings: AlignSettings) -> Stretch:
    """A chain with the sentences from a little before its first seed to a little after its last."""
    reach = settings.reach
    rows, columns = (
        range(max(0, min(seed[k] for seed in chain) - reach), min(sizes[k], max(seed[k] for seed in chain) + reach + 1))
        for k in (0, 1)
    )
    return Stretch(chain, rows, columns, settings.threshold)


def _left_over(free: list[bool]) -> list[int]:
    return [k for k, is_free in enumerate(free) if is_free]


def _use(free: tuple[list[bool], list[bool]], beads: list[Bead]) -> None:
    for bead in beads:
        for i in bead.left:
            free[0][i] = False
        for j in bead.right:
            free[1][j] = False


def find_seeds(vectors: PairVectors, rows: list[int], columns: list[int], least: float) -> list[_Seed]:
    """Pairs of the given sentences that are each other's best match with a cosine of at least `least`, in order.

    Among equals the pair nearest the diagonal wins, so that repeated sentences keep their order.
    """
    import numpy as np

    if not rows or not columns:
        return []
    best_left = np.zeros(len(rows), dtype=np.int64)
    value_left = np.zeros(len(rows))
    best_right = np.zeros(len(columns), dtype=np.int64)
    value_right = np.full(len(columns), -1.0)
    place = np.array(columns) / vectors.right.shape[0]
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        part = np.arange(start, min(len(rows), start + _ROWS_AT_ONCE))
        chosen = np.array(rows)[part]
        block = np.round(vectors.cosines(chosen.tolist(), columns), 6)
        block -= 1e-6 * np.abs(place[None, :] - (chosen / vectors.left.shape[0])[:, None])
        best_left[part], value_left[part] = block.argmax(1), block.max(1)
        column_best = block.argmax(0)
        column_value = block.max(0)
        better = column_value > value_right
        best_right[better] = part[column_best[better]]
        value_right[better] = column_value[better]
    mutual = (best_right[best_left] == np.arange(len(rows))) & (value_left >= least - 1e-6)
    return [(rows[i], columns[best_left[i]]) for i in np.flatnonzero(mutual).tolist()]


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
