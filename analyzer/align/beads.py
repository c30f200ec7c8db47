"""Groups of sentences that say the same: n:m beads by dynamic programming along a chain of seeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.vectors import Floats, PairVectors
    from analyzer.settings import AlignSettings

_MERGES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
_Cell = tuple[float, int]


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
    """
    cosines = _merged_cosines(vectors, rows, columns)
    band = _band(rows, columns, path, settings.band)
    table = _fill(cosines, band, (len(rows), len(columns)), settings)
    beads = [
        Bead(tuple(rows[i : i + p]), tuple(columns[j : j + q]), cosines[p, q][i][j])
        for i, j, p, q in _trace(table, len(rows), len(columns))
    ]
    return beads[::-1]


def _merged_cosines(
    vectors: PairVectors, rows: Sequence[int], columns: Sequence[int]
) -> dict[tuple[int, int], list[list[float]]]:
    """For every merge (p, q) the cosines of p summed left rows with q summed right ones, at their first indices."""
    import numpy as np

    left, right = vectors.left[list(rows)], vectors.right[list(columns)]
    dots = (left @ right.T).toarray()
    norms = {"l": (left @ left.T).toarray(), "r": (right @ right.T).toarray()}
    found = {}
    for p, q in _MERGES:
        if p <= len(rows) and q <= len(columns):
            top = _windows(dots, p, q)
            a = np.sqrt(np.maximum(np.diagonal(_windows(norms["l"], p, p)), 1e-12))
            b = np.sqrt(np.maximum(np.diagonal(_windows(norms["r"], q, q)), 1e-12))
            found[p, q] = np.round(top / np.outer(a, b), 6).tolist()
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


def _band(
    rows: Sequence[int], columns: Sequence[int], path: Sequence[tuple[int, int]], width: int
) -> list[tuple[int, int]]:
    """For each row the half-open range of columns near the path."""
    import numpy as np

    place = {j: k for k, j in enumerate(columns)}
    known = [(i, place[j]) for i, j in path if j in place]
    if not known:
        return [(0, len(columns))] * len(rows)
    centres = np.interp(list(rows), [i for i, _ in known], [k for _, k in known])
    return [(max(0, int(c) - width), min(len(columns), int(c) + width + 1)) for c in centres]


def _fill(
    cosines: dict[tuple[int, int], list[list[float]]],
    band: list[tuple[int, int]],
    shape: tuple[int, int],
    settings: AlignSettings,
) -> list[list[_Cell]]:
    """Cell (i, j): best value of the first i rows and j columns, and the step taken (-1 up, -2 left, else a merge)."""
    merges = [(k, p, q, cosines[p, q]) for k, (p, q) in enumerate(_MERGES) if (p, q) in cosines]
    table: list[list[_Cell]] = [[(0.0, -2)] * (shape[1] + 1)]
    for i in range(1, shape[0] + 1):
        row: list[_Cell] = [(above[0], -1) for above in table[i - 1]]
        low, high = band[i - 1]
        for j in range(low + 1, shape[1] + 1):
            best = row[j]
            if row[j - 1][0] > best[0]:
                best = (row[j - 1][0], -2)
            if j <= high:
                for k, p, q, cosine in merges:
                    if p <= i and q <= j:
                        gain = cosine[i - p][j - q] - settings.threshold - settings.merge_penalty * (p + q - 2)
                        value = table[i - p][j - q][0] + gain * (p + q) / 2
                        if value > best[0]:
                            best = (value, k)
            row[j] = best
        table.append(row)
    return table


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
