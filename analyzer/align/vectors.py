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
    Counts = csr_array[Any, tuple[int, int]]

STEM = 6  # a prefix unites inflected forms in every alphabetic language without a rule of any of them
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


def topics(words: Words) -> list[list[str]]:
    """What the matter of each sentence is compared by: the stems of its content words; values left out."""
    return [
        [t.blind[:STEM] for t in words.sentence(i) if len(t.blind) > 1 and t.blind not in FUNCTION_WORDS]
        for i in range(len(words.bounds) - 1)
    ]


def count_features(documents: Sequence[Sequence[Sequence[str]]]) -> list[Counts]:
    """One sparse matrix (sentences x features) per document; the columns are the sorted features of all documents.

    Sorted columns make every sum run in the same order whichever other documents are there.
    """
    import numpy as np
    from scipy.sparse import csr_array

    vocabulary = {f: i for i, f in enumerate(sorted({f for rows in documents for row in rows for f in row}))}
    matrices = []
    for rows in documents:
        columns = np.array([vocabulary[f] for row in rows for f in row], dtype=np.int64)
        pointer = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
        matrix = csr_array((np.ones(len(columns)), columns, pointer), shape=(len(rows), max(1, len(vocabulary))))
        matrix.sum_duplicates()
        matrices.append(matrix)
    return matrices


@dataclass(frozen=True, slots=True, eq=False)
class PairVectors:
    """Unit sentence vectors of two documents; rarity is counted within these two alone."""

    left: Counts
    right: Counts


def weigh_pair(left: Counts, right: Counts, floor: float = 1.0) -> PairVectors:
    """TF-IDF of two documents, unit rows; see `weights`."""
    return PairVectors(*(unit_rows(m) for m in weights(left, right, floor)))


def weights(left: Counts, right: Counts, floor: float) -> tuple[Counts, Counts]:
    """TF-IDF of two documents; a feature's rarity is its share of the sentences of both, plus `floor`.

    Rarity within the pair keeps the alignment of two documents independent of every third one.
    """
    import numpy as np
    from scipy.sparse import csr_array

    total = left.shape[0] + right.shape[0]
    width = left.shape[1]
    frequency = np.bincount(left.indices, minlength=width) + np.bincount(right.indices, minlength=width)
    rarity = np.log((1.0 + total) / (0.5 + frequency)) + floor
    weighted = [
        csr_array(((1.0 + np.log(m.data)) * rarity[m.indices], m.indices, m.indptr), shape=m.shape)
        for m in (left, right)
    ]
    return weighted[0], weighted[1]


def unit_rows(matrix: Counts) -> Counts:
    """The same rows with length 1; empty rows stay empty."""
    import numpy as np
    from scipy.sparse import csr_array

    row_of = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    norms = np.sqrt(np.bincount(row_of, weights=matrix.data**2, minlength=matrix.shape[0]))
    data = matrix.data / np.maximum(norms[row_of], 1e-12)
    return csr_array((data, matrix.indices, matrix.indptr), shape=matrix.shape)
