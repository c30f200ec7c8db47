"""Word vectors of sentences, and their similarity within one pair of documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

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

    Values are left out of the first three, so that a conflict can't part two passages. Without words, two sentences
    have nothing in common: a row of stars is no passage.
    """
    rows = []
    for i in range(len(words.bounds) - 1):
        tokens = words.sentence(i)
        forms = [t.blind for t in tokens if len(t.blind) > 1]
        pairs = [f"{a} {b}" for a, b in pairwise(forms)]
        whole = ["=" + " ".join(t.form for t in tokens)] if tokens else []
        rows.append([*forms, *pairs, *(run for form in forms for run in _letter_runs(form)), *whole])
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
    """How often each sentence has each feature, as 1 + log: sentences x own features.

    `ids` are the features' numbers in the collection, `frequency` in how many sentences each stands. `squares` are the
    products of each row with itself, with the next row, with the one after ...: what lengths follow from.
    """

    matrix: Matrix
    ids: Ints
    frequency: Ints
    squares: tuple[Matrix, ...]


class Tally(NamedTuple):
    """How often each sentence has each feature: the features of a document in sorted order, sentences x features."""

    features: list[str]
    matrix: Matrix


def tally(rows: Sequence[Sequence[str]]) -> Tally:
    """Count the features of every sentence."""
    import numpy as np
    from scipy.sparse import csr_array

    features = sorted({f for row in rows for f in row})
    number = {f: i for i, f in enumerate(features)}
    columns = np.array([number[f] for row in rows for f in row], dtype=np.int32)
    pointer = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int32)
    matrix = csr_array((np.ones(len(columns)), columns, pointer), shape=(len(rows), max(1, len(features))))
    matrix.sum_duplicates()
    return Tally(features, matrix)


def joined(matrix: Matrix, groups: Sequence[range]) -> Matrix:
    """The sums of neighbouring rows."""
    import numpy as np
    from scipy.sparse import csr_array

    columns = np.array([i for group in groups for i in group], dtype=np.int32)
    pointer = np.cumsum([0, *map(len, groups)], dtype=np.int32)
    pick = csr_array((np.ones(len(columns)), columns, pointer), shape=(len(groups), matrix.shape[0]))
    total = csr_array(pick @ matrix)
    total.sort_indices()
    return total


def number_features(documents: Sequence[Sequence[str]]) -> list[Ints]:
    """The numbers of the features of every document in the collection, which has them in sorted order.

    Sorted numbers make every sum run in the same order whichever other documents are there.
    """
    import numpy as np

    vocabulary = {f: i for i, f in enumerate(sorted({f for features in documents for f in features}))}
    return [np.array([vocabulary[f] for f in features], dtype=np.int64) for features in documents]


def count_features(matrix: Matrix, ids: Ints, neighbours: int = 0) -> Counts:
    """The counts of a document from its tally and the numbers of its features, with products of as many neighbours."""
    import numpy as np
    from scipy.sparse import csr_array

    m = csr_array((1.0 + np.log(matrix.data), matrix.indices, matrix.indptr), shape=matrix.shape)
    own = csr_array((m.data**2, m.indices, m.indptr), shape=m.shape)
    beside = [csr_array(m[: max(0, m.shape[0] - k)].multiply(m[k:])) for k in range(1, neighbours + 1)]
    return Counts(m, ids, np.bincount(m.indices, minlength=m.shape[1]), (own, *beside))


class Rarity(NamedTuple):
    """The weights of the features of two documents; `place` is the left column of each right feature, -1 for none."""

    left: Floats
    right: Floats
    place: npt.NDArray[np.int32]


def rarity(left: Counts, right: Counts, floor: float) -> Rarity:
    """How rare each feature is in the sentences of both documents (inverse document frequency), plus `floor`.

    Rarity within the pair keeps the alignment of two documents independent of every third one.
    """
    import numpy as np

    place = np.searchsorted(left.ids, right.ids).astype(np.int32)
    place[np.append(left.ids, -1)[place] != right.ids] = -1
    shared = np.flatnonzero(place >= 0)
    frequency = left.frequency.copy(), right.frequency.copy()
    frequency[0][place[shared]] += right.frequency[shared]
    frequency[1][shared] = frequency[0][place[shared]]
    total = left.matrix.shape[0] + right.matrix.shape[0]
    weights = [np.log((1.0 + total) / (0.5 + both)) + floor for both in frequency]
    return Rarity(weights[0], weights[1], place)


def weighted(left: Counts, right: Counts, rare: Rarity) -> tuple[Matrix, Matrix]:
    """TF-IDF of two documents over the columns of the left one; what only the right one has is left out."""
    import numpy as np
    from scipy.sparse import csr_array

    a, b = left.matrix, right.matrix
    columns = rare.place[b.indices]
    kept = columns >= 0
    pointer = np.append(np.int32(0), np.cumsum(kept, dtype=np.int32))[b.indptr]
    shape = b.shape[0], a.shape[1]
    return (
        csr_array((a.data * rare.left[a.indices], a.indices, a.indptr), shape=a.shape),
        csr_array(((b.data * rare.right[b.indices])[kept], columns[kept], pointer), shape=shape),
    )


@dataclass(frozen=True, slots=True, eq=False)
class PairVectors:
    """Unit sentence vectors of two documents, of the features both may have; rarity is counted within these two alone.

    `lengths[side][p - 1][i]` is the length of the sum of the rows `i` to `i + p - 1`, for as many p as were counted.
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
    """TF-IDF of two documents, unit rows; see `rarity`."""
    rare = rarity(left, right, floor)
    norms = [row_lengths(c.squares[0], w) for c, w in ((left, rare.left), (right, rare.right))]
    a, b = (_scaled(m, n) for m, n in zip(weighted(left, right, rare), norms, strict=True))
    lengths = _lengths(left, rare.left, norms[0]), _lengths(right, rare.right, norms[1])
    small = a.shape[0] * b.shape[0] <= _CELLS_AT_ONCE
    return PairVectors(a, b, lengths, (a @ b.T).toarray() if small else None)


def row_lengths(squares: Matrix, weights: Floats) -> Floats:
    """The length of every weighted row from the squares of its cells, never so near 0 that one can't divide by it."""
    import numpy as np

    return np.maximum(np.sqrt(squares @ (weights * weights)), 1e-12)


def _scaled(matrix: Matrix, norms: Floats) -> Matrix:
    """The rows divided by their lengths."""
    import numpy as np
    from scipy.sparse import csr_array

    return csr_array(
        (matrix.data / np.repeat(norms, np.diff(matrix.indptr)), matrix.indices, matrix.indptr), shape=matrix.shape
    )


def _lengths(counts: Counts, weights: Floats, norms: Floats) -> tuple[Floats, ...]:
    """Lengths of the sums of one, two ... unit rows from each row on; 1 where there are fewer."""
    import numpy as np

    squared = (norms > 1e-12).astype(np.float64)
    total = squared.copy()
    found = [np.where(squared > 0, 1.0, 1e-12)]
    beside = [
        (m @ (weights * weights)) / (norms[: m.shape[0]] * norms[k:])
        for k, m in enumerate(counts.squares[1:], start=1)
        if m.shape[0]
    ]
    for p in range(1, len(beside) + 1):
        total = total[:-1] + squared[p:]
        for k in range(1, p + 1):
            total += 2.0 * beside[k - 1][p - k : p - k + len(total)]
        rest = np.ones(len(norms) - len(total))
        found.append(np.concatenate([np.maximum(np.sqrt(np.maximum(total, 0.0)), 1e-12), rest]))
    return (*found, *[np.ones(len(norms))] * (len(counts.squares) - len(found)))
