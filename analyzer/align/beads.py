"""Groups of sentences that say the same: n:m beads by dynamic programming along a chain of seeds."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.vectors import Floats, PairVectors
    from analyzer.settings import AlignSettings

_MERGES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
MOST_MERGED = 3  # sentences of one side
_LONG_CHAIN = 20  # seeds; from here on the order of the two texts is beyond doubt
_Cell = tuple[float, int]
_Merge = tuple[int, int]


class Bead(NamedTuple):
    """Left sentences `left[0]..left[-1]` beside right ones; `similarity` is the cosine of their summed vectors."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float


def match_beads(
    vectors: PairVectors,
    rows: Sequence[int],
    columns: Sequence[int],
    path: Sequence[tuple[int, int]],
    settings: AlignSettings,
) -> list[Bead]:
    """The best monotone set of beads over some sentences, within a band around a path of seeds.

    A bead of p and q sentences is worth (cosine - threshold - penalty (p+q-2)) (p+q)/2; sentences may stay alone.
    Where the seeds around expect a bead, a lower threshold does: the company is evidence too.
    """
    centres, inside = _expected(rows, columns, path)
    cosines = _merged_cosines(vectors, rows, columns)
    gains = _gains(cosines, (rows, columns), (centres, inside), settings)
    band = [(max(0, int(c) - settings.band), min(len(columns), int(c) + settings.band + 1)) for c in centres]
    table = _fill(gains, band, len(columns))
    beads = [
        Bead(tuple(rows[i : i + p]), tuple(columns[j : j + q]), float(cosines[p, q][i, j]))
        for i, j, p, q in _trace(table, len(rows), len(columns))
    ]
    return beads[::-1]


def _merged_cosines(vectors: PairVectors, rows: Sequence[int], columns: Sequence[int]) -> dict[_Merge, Floats]:
    """For every merge (p, q) the cosines of p summed left rows with q summed right ones, at their first indices.

    They mean something only where the rows, and the columns, are neighbours in their document.
    """
    import numpy as np

    dots = vectors.cosines(rows, columns)
    places = np.array(rows), np.array(columns)
    found = {}
    for p, q in _MERGES:
        if p <= len(rows) and q <= len(columns):
            top = _windows(dots, p, q)
            a = vectors.lengths[0][p - 1][places[0][: len(rows) - p + 1]]
            b = vectors.lengths[1][q - 1][places[1][: len(columns) - q + 1]]
            found[p, q] = np.round(top / np.maximum(np.outer(a, b), 1e-12), 6)
    return found


def _windows(matrix: Floats, p: int, q: int) -> Floats:
    """Sums over all p x q windows."""
    n, m = matrix.shape[0] - p + 1, matrix.shape[1] - q + 1
    total = matrix[:n, :m].copy()
    for u in range(p):
        for v in range(q):
            if u or v:
                total += matrix[u : u + n, v : v + m]
    return total


def _expected(rows: Sequence[int], columns: Sequence[int], path: Sequence[tuple[int, int]]) -> tuple[Floats, Floats]:
    """For each row the column the path expects, and how far it is to be trusted there, 0-1: not beyond its ends."""
    import numpy as np

    known = [(i, bisect_left(columns, j)) for i, j in path]
    centres = np.interp(list(rows), [i for i, _ in known], [k for _, k in known])
    trust = min(1.0, len(path) / _LONG_CHAIN)
    inside = np.array([trust if known[0][0] < i < known[-1][0] else 0.0 for i in rows])
    return centres, inside


def _gains(
    cosines: dict[_Merge, Floats],
    places: tuple[Sequence[int], Sequence[int]],
    expected: tuple[Floats, Floats],
    settings: AlignSettings,
) -> list[tuple[int, int, int, list[list[float]]]]:
    """What each bead is worth, with its merge's number, p and q; sentences with a used one between them never merge."""
    import numpy as np

    rows, columns = (np.array(p) for p in places)
    offset = np.abs(np.arange(len(columns))[None, :] - expected[0][:, None])
    least = settings.threshold - settings.on_path * (offset <= 2.0) * expected[1][:, None]
    found = []
    for k, (p, q) in enumerate(_MERGES):
        if (p, q) in cosines:
            n, m = cosines[p, q].shape
            worth = (cosines[p, q] - least[:n, :m] - settings.merge_penalty * (p + q - 2)) * (p + q) / 2
            worth[rows[p - 1 :] - rows[:n] != p - 1] = -1.0
            worth[:, columns[q - 1 :] - columns[:m] != q - 1] = -1.0
            found.append((k, p, q, worth.tolist()))
    return found


def _fill(
    gains: list[tuple[int, int, int, list[list[float]]]], band: list[tuple[int, int]], width: int
) -> list[list[_Cell]]:
    """Cell (i, j): best value of the first i rows and j columns, and the step taken (-1 up, -2 left, else a merge)."""
    table: list[list[_Cell]] = [[(0.0, -2)] * (width + 1)]
    for i, (low, high) in enumerate(band, start=1):
        row: list[_Cell] = [(above[0], -1) for above in table[i - 1]]
        for j in range(low + 1, width + 1):
            if row[j - 1][0] > row[j][0]:
                row[j] = (row[j - 1][0], -2)
            if j <= high:
                row[j] = _best_bead(gains, table, (i, j), row[j])
        table.append(row)
    return table


def _best_bead(
    gains: list[tuple[int, int, int, list[list[float]]]], table: list[list[_Cell]], at: tuple[int, int], best: _Cell
) -> _Cell:
    """The best way to end a bead at a cell, if it beats what is known."""
    i, j = at
    for k, p, q, gain in gains:
        if p <= i and q <= j:
            value = table[i - p][j - q][0] + gain[i - p][j - q]
            if value > best[0]:
                best = (value, k)
    return best


def _trace(table: list[list[_Cell]], i: int, j: int) -> list[tuple[int, int, int, int]]:
    """The beads (first row, first column, rows, columns) of the best way, last first."""
    beads = []
    while i > 0 and j > 0:
        step = table[i][j][1]
        if step == -1:
            i -= 1
        elif step == -2:
            j -= 1
        else:
            p, q = _MERGES[step]
            i, j = i - p, j - q
            beads.append((i, j, p, q))
    return beads
