"""How alike two sentences are in meaning where they share no words: "set sail" and "weighed anchor".

A sentence is the mean of the vectors of its pieces.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from analyzer.compare.context.word_vectors import load_vectors
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document

MOST_SENTENCES = 400  # by which the usual likeness is measured, evenly spread over all documents
LEAST, MOST = -3.0, 4.0  # standard deviations
ALIKE = 1.5  # from which a reader is told so


@dataclass(frozen=True, slots=True)
class Usual:
    """The likeness of two tellings in other collections: mean, standard deviation, and how many pairs it counts for."""

    mean: float
    spread: float
    pairs: int


# Over thirteen collections; it counts for so many pairs of sentences that a short collection proves little.
ELSEWHERE = Usual(0.07, 0.095, 300)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One unit vector for each sentence of each document, and how alike two sentences of the collection usually are."""

    vectors: Sequence[NDArray[np.float32]]
    usual: float
    spread: float

    @classmethod
    def of(cls, documents: Sequence[Document]) -> Self:
        """Read the sentences of all documents.

        Raises:
            LanguageModelError: the package with the vectors is missing, or its files are not the pinned ones.

        """
        vectors = tuple(sentence_vectors([d.text(s) for s in d.sentences]) for d in documents)
        usual, spread = _usual(vectors)
        return cls(vectors, usual, spread)

    def likeness(self, left: Context, right: Context) -> float:
        """By how many standard deviations two sentences are more alike than usual, -3 to 4; higher is closer."""
        one, other = (self.vectors[c.document][c.claim.sentence] for c in (left, right))
        likeness = (math.fsum(one.astype(float) * other) - self.usual) / self.spread
        return round(min(MOST, max(LEAST, likeness)), 3)

    def weight(self, left: Context, right: Context) -> tuple[float, Reason | None]:
        """The likeness of two sources' sentences; 0 within one source, which speaks of its subject in all of them."""
        if left.document == right.document:
            return 0.0, None
        value = self.likeness(left, right)
        return value, Reason("meaning", "The two sentences are alike in meaning.", value) if value >= ALIKE else None

    def nearest(self, left: Sequence[Context], right: Sequence[Context], few: int) -> Iterator[tuple[Context, Context]]:
        """Each claim of one source with the `few` of another whose sentences are nearest to its own."""
        import numpy as np

        one, other = (np.array([self.vectors[c.document][c.claim.sentence] for c in side]) for side in (left, right))
        ranked = np.argsort(-np.round(one.astype(float) @ other.astype(float).T, 9), axis=1, kind="stable")[:, :few]
        for context, best in zip(left, ranked, strict=True):
            yield from ((context, right[n]) for n in best)

    def alike(self, contexts: Sequence[Context], least: float) -> Mapping[int, Sequence[int]]:
        """For the place of each claim those of the later ones whose sentences are alike by at least `least`."""
        import numpy as np

        if not contexts:
            return {}
        rows = np.array([self.vectors[c.document][c.claim.sentence] for c in contexts]).astype(float)
        wanted = self.usual + least * self.spread
        return {
            n: (n + 1 + np.flatnonzero(np.round(rows[n + 1 :] @ rows[n], 9) >= wanted)).tolist()
            for n in range(len(contexts))
        }


def sentence_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """One row of length 1 for each text; zero for an empty text."""
    import numpy as np

    pieces, table = load_vectors()
    rows = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for n, encoded in enumerate(pieces.encode_batch(list(texts), add_special_tokens=False)):
        if encoded.ids:
            mean = table[encoded.ids].mean(axis=0)
            rows[n] = mean / (float(np.linalg.norm(mean)) or 1.0)
    return rows


def _usual(vectors: Sequence[NDArray[np.float32]]) -> tuple[float, float]:
    """Mean and standard deviation of the likeness of two sentences of the collection, smoothed."""
    import numpy as np

    rows = np.concatenate([np.zeros((0, load_vectors()[1].shape[1]), dtype=np.float32), *vectors])
    rows = rows[:: max(1, -(-len(rows) // MOST_SENTENCES))].astype(float)
    alike = (rows @ rows.T)[np.triu_indices(len(rows), 1)]
    return smoothed(alike.tolist(), ELSEWHERE)


def smoothed(alike: Sequence[float], elsewhere: Usual) -> tuple[float, float]:
    """Mean and standard deviation of some likenesses, drawn towards what is usual elsewhere."""
    total = len(alike) + elsewhere.pairs
    usual = (math.fsum(alike) + elsewhere.pairs * elsewhere.mean) / total
    squares = math.fsum((value - usual) ** 2 for value in alike) + elsewhere.pairs * elsewhere.spread**2
    return usual, math.sqrt(squares / total)
