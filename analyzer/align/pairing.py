"""Which documents are worth aligning at all: an inverted index over names and neighbouring content words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    import numpy.typing as npt

    from analyzer.align.vectors import Ints, Matrix

_MOST_NEEDED = 3  # documents on one subject share dozens; long ones on different subjects share a few by chance
_WORDS_FOR_ONE = 500
_ENOUGH_NAMES = 20  # with fewer the share of common ones says nothing
_COMMON_NAMES = 0.08  # real texts on one subject share .21 or more of the surnames and places of one of them
QUOTED_RUN = 8  # words; of 1,328 pairs of real texts on different subjects one shares such a run, of shorter ones more


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells the subject of a document: markers, names, those that end a name, and its length in words."""

    markers: Collection[str]
    names: frozenset[str]
    last_names: frozenset[str]
    length: int


def related_pairs(documents: Sequence[Traits], quoting: Collection[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Pairs of document numbers that share enough markers and names, or are among those `quoting` one text, in order.

    The shorter document's length (in words) sets how many markers are needed, from 0 below 500 words to 3; where both
    have names enough, part of the names of one must be those of the other. First names don't count: everyone has one.
    No third document has a say, so adding one changes nothing for the others.
    """
    import numpy as np

    markers = [d.markers for d in documents]
    lengths = np.array([d.length for d in documents], dtype=np.int64)
    needed = np.minimum(_MOST_NEEDED, lengths // _WORDS_FOR_ONE)
    enough = _shared(markers, markers) >= np.minimum(needed[:, None], needed[None, :])
    enough &= _common_names(documents)
    for i, j in quoting:
        enough[i, j] = True
    return [(i, j) for i, j in np.argwhere(np.triu(enough, 1)).tolist()]


def _common_names(documents: Sequence[Traits]) -> npt.NDArray[np.bool_]:
    """Whether two documents have names enough in common, or too few to tell.

    A name counts that ends a name in one of the two: a first name, or a word of a title in capitals, ends none.
    """
    import numpy as np

    every, last = [d.names for d in documents], [d.last_names for d in documents]
    one_way = _shared(last, every)
    shared = one_way + one_way.T - _shared(last, last)
    counts = np.array([len(names) for names in last], dtype=np.int64)
    fewer = np.minimum(counts[:, None], counts[None, :])
    related: npt.NDArray[np.bool_] = (fewer < _ENOUGH_NAMES) | (shared >= _COMMON_NAMES * fewer)
    return related


def _shared(left: Sequence[Collection[str]], right: Sequence[Collection[str]]) -> Ints:
    """How many words every collection on the left has in common with every one on the right."""
    numbers = {word: i for i, word in enumerate(sorted({w for side in (left, right) for row in side for w in row}))}
    a, b = (_index(side, numbers) for side in (left, right))
    found: Ints = (a @ b.T).toarray()
    return found


def _index(rows: Sequence[Collection[str]], numbers: dict[str, int]) -> Matrix:
    """Collections x words: 1 where a collection has a word."""
    import numpy as np
    from scipy.sparse import csr_array

    columns = np.array([numbers[word] for row in rows for word in row], dtype=np.int64)
    pointer = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    ones = np.ones(len(columns), dtype=np.int64)
    return csr_array((ones, columns, pointer), shape=(len(rows), max(1, len(numbers))))
