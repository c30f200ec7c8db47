"""Word vectors of sentences, and their similarity within one pair of documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analyzer.align.words import HIDDEN

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


def features(words: Words, sentence: int) -> list[str]:
    """What a sentence is compared by: its words, their stems and pairs of neighbouring words; values are left out."""
    forms = [t.blind for t in words.sentence(sentence) if len(t.blind) > 1]
    stems = [f"{form[:STEM]}-" for form in forms]
    pairs = [f"{a} {b}" for a, b in zip(forms, forms[1:], strict=False)]
    return forms + stems + pairs


def count_features(documents: Sequence[Words]) -> list[Counts]:
    """One sparse matrix (sentences x features) per document; the columns are the sorted features of all documents.

    Sorted columns make every sum run in the same order whichever other documents are there.
    """
    import numpy as np
    from scipy.sparse import csr_array

    rows = [[features(words, i) for i in range(len(words.bounds) - 1)] for words in documents]
    vocabulary = {f: i for i, f in enumerate(sorted({f for doc in rows for row in doc for f in row}))}
    matrices = []
    for doc in rows:
        columns = np.array([vocabulary[f] for row in doc for f in row], dtype=np.int64)
        pointer = np.cumsum([0, *(len(row) for row in doc)], dtype=np.int64)
        matrix = csr_array((np.ones(len(columns)), columns, pointer), shape=(len(doc), max(1, len(vocabulary))))
        matrix.sum_duplicates()
        matrices.append(matrix)
    return matrices


@dataclass(frozen=True, slots=True, eq=False)
class PairVectors:
    """Weighted sentence vectors of two documents; rarity is counted within these two alone."""

    left: Counts
    right: Counts

    def dots(self, rows: Sequence[int], columns: Sequence[int]) -> Floats:
        """Inner products of some left with some right sentences, dense."""
        product: Floats = (self.left[list(rows)] @ self.right[list(columns)].T).toarray()
        return product


def weigh_pair(left: Counts, right: Counts) -> PairVectors:
    """TF-IDF of two documents, unit rows; a feature's rarity is its share of the sentences of both.

    Rarity within the pair keeps the alignment of two documents independent of every third one.
    """
    import numpy as np

    total = left.shape[0] + right.shape[0]
    width = left.shape[1]
    frequency = np.bincount(left.indices, minlength=width) + np.bincount(right.indices, minlength=width)
    rarity = np.log((1.0 + total) / (1.0 + frequency)) + 1.0
    return PairVectors(_unit(left, rarity), _unit(right, rarity))


def _unit(counts: Counts, rarity: Floats) -> Counts:
    import numpy as np
    from scipy.sparse import csr_array

    data = (1.0 + np.log(counts.data)) * rarity[counts.indices]
    row_of = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    norms = np.sqrt(np.bincount(row_of, weights=data * data, minlength=counts.shape[0]))
    data = data / np.maximum(norms[row_of], 1e-12)
    return csr_array((data, counts.indices, counts.indptr), shape=counts.shape)
