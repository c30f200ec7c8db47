"""Word vectors of sentences, and their similarity within one pair of documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from analyzer.align.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_array

    from analyzer.align.words import Words

    Floats = npt.NDArray[np.float64]
    Ints = npt.NDArray[np.int64]
    Matrix = csr_array[Any, tuple[int, int]]

STEM = 6  # a prefix unites inflected forms in every alphabetic language without a rule of any of them
_CELLS_AT_ONCE = 4_000_000  # pairs of sentences; 32 megabytes of cosines spare working out the same ones many times
_LETTERS = 4  # runs of letters do the same for compounds, spellings and worn print


def wordings(words: Words) -> list[list[str]]:
    """What the wording of each sentence is compared by: words, neighbouring words, runs of letters, and the whole.

    Values are left out of the first three, so that a conflict can't part two passages.
    """
    rows = []
    for i in range(len(words.bounds) - 1):
        tokens = words.sentence(i)
        forms = [t.blind for t in tokens if len(t.blind) > 1]
        pairs = [f"{a} {b}" for a, b in pairwise(forms)]
        whole = "=" + " ".join(t.form for t in tokens)
        rows.append([*forms, *pairs, *(run for form in forms for run in _letter_runs(form)), whole])
    return rows


@lru_cache(maxsize=100_000)
def _letter_runs(form: str) -> tuple[str, ...]:
    framed = f"_{form}_"
    return tuple("%" + framed[k : k + _LETTERS] for k in range(len(framed) - _LETTERS + 1))


def names(words: Words) -> frozenset[str]:
    """Words with a capital inside a sentence."""
    return frozenset(t.blind for t in words.tokens if t.name and len(t.blind) > 2 and t.blind not in FUNCTION_WORDS)


def last_names(words: Words) -> frozenset[str]:
    """Names that stand somewhere without another right after them: surnames and places, but no mere first names."""
    text = words.document.source.text
    inner = {a.end for a, b in pairwise(words.tokens) if a.name and b.name and text[a.end : b.start] == " "}
    every = names(words)
    return frozenset(t.blind for t in words.tokens if t.name and t.blind in every and t.end not in inner)


def markers(words: Words) -> list[str]:
    """What two documents on one subject share and others hardly do: names, and neighbouring content words."""
    found = {f"{name}^" for name in names(words)}
    for row in topics(words):
        found.update(f"{a} {b}" for a, b in pairwise(row))
    return sorted(found)


def topics(words: Words) -> list[list[str]]:
    """What the matter of each sentence is compared by: the stems of its content words; values left out."""
    return [
        [t.blind[:STEM] for t in words.sentence(i) if len(t.blind) > 1 and t.blind not in FUNCTION_WORDS]
        for i in range(len(words.bounds) - 1)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """How often each sentence has each feature: sentences x own features, whose numbers in the collection are `ids`."""

    matrix: Matrix
    ids: Ints
    frequency: Ints


def count_features(documents: Sequence[Sequence[Sequence[str]]]) -> list[Counts]:
    """The counts of every document; features are numbered in sorted order.

    Sorted numbers make every sum run in the same order whichever other documents are there.
    """
    import numpy as np

    vocabulary = {f: i for i, f in enumerate(sorted({f for rows in documents for row in rows for f in row}))}
    return [_count([np.array([vocabulary[f] for f in row], dtype=np.int64) for row in rows]) for rows in documents]


def _count(rows: list[Ints]) -> Counts:
    import numpy as np
    from scipy.sparse import csr_array

    numbers = np.concatenate([*rows, np.zeros(0, dtype=np.int64)])
    ids, columns = np.unique(numbers, return_inverse=True)
    pointer = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    matrix = csr_array((np.ones(len(numbers)), columns, pointer), shape=(len(rows), max(1, len(ids))))
    matrix.sum_duplicates()
    return Counts(matrix, ids, np.bincount(matrix.indices, minlength=len(ids)))


@dataclass(frozen=True, slots=True, eq=False)
class PairVectors:
    """Unit sentence vectors of two documents; rarity is counted within these two alone.

    `lengths[side][p - 1][i]` is the length of the sum of the rows `i` to `i + p - 1`, for p of 1 to 3.
    """

    left: Matrix
    right: Matrix
    lengths: tuple[tuple[Floats, ...], tuple[Floats, ...]]
    every: Floats | None

    def cosines(self, rows: Sequence[int], columns: Sequence[int]) -> Floats:
        """Cosines of some left sentences with some right ones, not rounded."""
        import numpy as np

        if self.every is not None:
            block: Floats = self.every[np.ix_(list(rows), list(columns))]
        else:
            block = (self.left[list(rows)] @ self.right[list(columns)].T).toarray()
        return block


def weigh_pair(left: Counts, right: Counts, floor: float = 1.0) -> PairVectors:
    """TF-IDF of two documents, unit rows; see `weights`."""
    a, b = (unit_rows(m) for m in weights(left, right, floor))
    small = a.shape[0] * b.shape[0] <= _CELLS_AT_ONCE
    return PairVectors(a, b, (_lengths(a), _lengths(b)), (a @ b.T).toarray() if small else None)


def _lengths(matrix: Matrix) -> tuple[Floats, ...]:
    """Lengths of the sums of one, two and three rows from each row on; 1 where there are fewer."""
    import numpy as np

    found = [row_lengths(matrix)]
    total = matrix
    for more in range(1, 3):
        total = total[:-1] + matrix[more:] if matrix.shape[0] > more else matrix[:0]
        found.append(np.concatenate([row_lengths(total), np.ones(matrix.shape[0] - total.shape[0])]))
    return tuple(found)


def weights(left: Counts, right: Counts, floor: float) -> tuple[Matrix, Matrix]:
    """TF-IDF of two documents over one set of columns; rarity is the share of the sentences of both, plus `floor`.

    Rarity within the pair keeps the alignment of two documents independent of every third one.
    """
    import numpy as np

    place = np.searchsorted(left.ids, right.ids)
    hit = np.append(left.ids, -1)[place] == right.ids
    a, b = place[hit], np.flatnonzero(hit)
    both = left.frequency[a] + right.frequency[b]
    only = len(left.ids) - len(a)
    width = only + len(right.ids)
    total = left.matrix.shape[0] + right.matrix.shape[0]
    return (
        _weighted(left, a, (both, total, floor), (len(a), width)),
        _weighted(right, b, (both, total, floor), (len(left.ids), width)),
    )


def _weighted(counts: Counts, shared: Ints, rarity: tuple[Ints, int, float], columns: tuple[int, int]) -> Matrix:
    """One side: shared features come first, its own from `columns[0]` on, out of `columns[1]`."""
    import numpy as np
    from scipy.sparse import csr_array

    both, total, floor = rarity
    frequency = counts.frequency.copy()
    frequency[shared] = both
    idf = np.log((1.0 + total) / (0.5 + frequency)) + floor
    place = np.full(len(counts.ids), -1, dtype=np.int64)
    place[shared] = np.arange(len(shared))
    own = np.flatnonzero(place < 0)
    place[own] = columns[0] + np.arange(len(own))
    m = counts.matrix
    data = (1.0 + np.log(m.data)) * idf[m.indices]
    return csr_array((data, place[m.indices], m.indptr), shape=(m.shape[0], max(1, columns[1])))


def unit_rows(matrix: Matrix) -> Matrix:
    """The same rows with length 1; empty rows stay empty."""
    import numpy as np
    from scipy.sparse import csr_array

    norms = np.repeat(row_lengths(matrix), np.diff(matrix.indptr))
    return csr_array((matrix.data / norms, matrix.indices, matrix.indptr), shape=matrix.shape)


def row_lengths(matrix: Matrix) -> Floats:
    """The length of every row, but never so near 0 that nothing could be divided by it."""
    import numpy as np

    row_of = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    squares = np.bincount(row_of, weights=matrix.data**2, minlength=matrix.shape[0])
    return np.maximum(np.sqrt(squares), 1e-12)
