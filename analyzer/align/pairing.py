"""Which documents are worth aligning at all: an inverted index over names and neighbouring content words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_NEEDED = 3  # documents on one subject share dozens; long ones on different subjects share a few by chance
_WORDS_FOR_ONE = 500


def related_pairs(markers: Sequence[Sequence[str]], lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of document numbers that share enough markers, in order.

    The shorter document's length (in words) sets how many are needed, from 0 below 500 words to 3; no third document
    has a say, so adding one changes nothing for the others.
    """
    import numpy as np
    from scipy.sparse import csr_array

    vocabulary = {m: i for i, m in enumerate(sorted({m for row in markers for m in row}))}
    columns = np.array([vocabulary[m] for row in markers for m in row], dtype=np.int64)
    pointer = np.cumsum([0, *(len(row) for row in markers)], dtype=np.int64)
    index = csr_array((np.ones(len(columns)), columns, pointer), shape=(len(markers), max(1, len(vocabulary))))
    shared = (index @ index.T).toarray()
    needed = np.minimum(_MOST_NEEDED, np.array(lengths, dtype=np.int64) // _WORDS_FOR_ONE)
    enough = shared >= np.minimum(needed[:, None], needed[None, :])
    return [(i, j) for i, j in np.argwhere(np.triu(enough, 1)).tolist()]
