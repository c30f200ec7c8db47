"""How well the words of two tellings find counterparts in each other: "was wed" for "their marriage".

Each piece of a word looks for the piece of the other telling that is closest in meaning (the late interaction of
ColBERT, Khattab and Zaharia 2020), rare pieces counting more. A telling is the clause of the value, less surely the
rest of its sentence, and the sentence before, where a text often says whom and what it speaks of.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from analyzer.compare.context.meaning import Usual, smoothed
from analyzer.compare.context.word_vectors import SCALE, directions, load_vectors
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document

    Floats = NDArray[np.float64]
    Place = tuple[int, int]  # a document and one of its sentences
    Pieces = Sequence[tuple[int, int, int]]  # of one sentence: piece, start and end in the document's text

IN_CLAUSE, IN_SENTENCE, BEFORE = 1.0, 0.6, 0.4  # what a piece counts by where it stands
COMMON = 0.05  # what a piece of every sentence still counts
MOST_TELLINGS = 60  # by which the usual likeness is measured, evenly spread over the collection
# A guess, a little above what fifteen collections show (mean .24, standard deviation .053); the weights are fitted
# with it, so that whoever changes it fits them anew.
ELSEWHERE = Usual(0.3, 0.06, 300)
LEAST, MOST = -3.0, 5.0  # standard deviations
ALIKE = 1.5  # from which a reader is told so
REMEMBERED = 20_000  # pairs of sentences
REMEMBERED_ROWS = 8  # sentences held against all


@dataclass(frozen=True, slots=True)
class WordByWord:
    """What each piece of each telling counts, and how alike two tellings of the collection usually are.

    `counts` has a row for each claim, by its index: one number for each of the distinct pieces around its sentence.
    `closest` gives for the sentences of two claims how near the nearest counterpart of each piece is (0-1).
    """

    counts: Sequence[Floats]
    closest: Callable[[Place, Place], tuple[Floats, Floats]]
    usual: float
    spread: float

    @classmethod
    def of(cls, documents: Sequence[Document], contexts: Sequence[Context]) -> Self:
        """Read the sentences of all documents; `contexts` are their claims.

        Raises:
            LanguageModelError: the package with the vectors is missing, or its files are not the pinned ones.

        """
        cut = [_pieces(document) for document in documents]
        around = {
            (d, s): sorted({piece for n in range(max(0, s - 1), s + 1) for piece, _, _ in sentences[n]})
            for d, sentences in enumerate(cut)
            for s in range(len(sentences))
        }
        rarity = _rarity(cut)
        counts = [_counts(c, cut[c.document], around[c.document, c.claim.sentence], rarity) for c in contexts]
        unmeasured = cls(counts, _closest(around), 0.0, 1.0)
        return cls(counts, unmeasured.closest, *_usual(unmeasured, contexts))

    def weight(self, left: Context, right: Context) -> tuple[float, Reason | None]:
        """By how many standard deviations two sources' tellings are more alike than usual, -3 to 5; higher is closer.

        One source speaks of its subject everywhere: 0 within it.
        """
        if left.document == right.document:
            return 0.0, None
        likeness = (self.likeness(left, right) - self.usual) / self.spread
        value = round(min(MOST, max(LEAST, likeness)), 3)
        reason = Reason("word_by_word", "Most words of one find words of like meaning in the other.", value)
        return value, reason if value >= ALIKE else None

    def likeness(self, left: Context, right: Context) -> float:
        """The mean nearness of the pieces of either telling to those of the other, 0-1, the same both ways round."""
        near = self.closest(_place(left), _place(right))
        return sum(_mean(near[n], self.counts[c.index]) for n, c in enumerate((left, right))) / 2


def _place(context: Context) -> Place:
    return context.document, context.claim.sentence


def _mean(nearness: Floats, counts: Floats) -> float:
    total = math.fsum(counts)
    return math.fsum(nearness * counts) / total if total else 0.0


def _pieces(document: Document) -> list[Pieces]:
    """The pieces with a letter in them, sentence by sentence."""
    cutter, _ = load_vectors()
    found: list[Pieces] = []
    texts = [document.text(sentence) for sentence in document.sentences]
    for sentence, text, cut in zip(
        document.sentences, texts, cutter.encode_batch(texts, add_special_tokens=False), strict=True
    ):
        spans = zip(cut.ids, cut.offsets, strict=True)
        found.append(
            [
                (piece, sentence.start + start, sentence.start + end)
                for piece, (start, end) in spans
                if any(letter.isalpha() for letter in text[start:end])
            ]
        )
    return found


def _rarity(cut: Sequence[Sequence[Pieces]]) -> Mapping[int, float]:
    """The logarithm of how few sentences have a piece, a little more than 0 for one that all have."""
    sentences = [{piece for piece, _, _ in sentence} for document in cut for sentence in document]
    having = Counter(piece for sentence in sentences for piece in sentence)
    return {piece: math.log(len(sentences) / count) + COMMON for piece, count in having.items()}


def _counts(context: Context, cut: Sequence[Pieces], around: Sequence[int], rarity: Mapping[int, float]) -> Floats:
    """What each of the pieces `around` a claim counts; those of its value alone count nothing."""
    import numpy as np

    claim, (first, last) = context.claim, context.clause
    share: dict[int, float] = {}
    for piece, start, end in cut[claim.sentence]:
        if not (start < claim.end and claim.start < end):
            share[piece] = max(share.get(piece, 0.0), IN_CLAUSE if first <= start < last else IN_SENTENCE)
    for piece, _, _ in cut[claim.sentence - 1] if claim.sentence else ():
        share.setdefault(piece, BEFORE)
    return np.array([share.get(piece, 0.0) * rarity[piece] for piece in around])


def _closest(around: Mapping[Place, Sequence[int]]) -> Callable[[Place, Place], tuple[Floats, Floats]]:
    """The cosine of each piece of two sentences with its nearest of the other; 0 where the other says nothing.

    A sentence is held against the pieces of all at once, since one after the other is far slower.
    """
    import numpy as np

    pieces = sorted({piece for some in around.values() for piece in some})
    column = {piece: n for n, piece in enumerate(pieces)}
    columns = {place: [column[piece] for piece in some] for place, some in around.items()}
    every = directions()[pieces].T

    @functools.lru_cache(maxsize=REMEMBERED_ROWS)
    def against_all(place: Place) -> NDArray[np.float32]:
        cosines: NDArray[np.float32] = np.maximum(directions()[around[place]] @ every, 0.0)
        return cosines

    @functools.lru_cache(maxsize=REMEMBERED)
    def closest(left: Place, right: Place) -> tuple[Floats, Floats]:
        if not around[left] or not around[right]:
            return np.zeros(len(around[left])), np.zeros(len(around[right]))
        cosines = against_all(left)[:, columns[right]].astype(float) / SCALE**2
        return cosines.max(axis=1), cosines.max(axis=0)

    return closest


def _usual(found: WordByWord, contexts: Sequence[Context]) -> tuple[float, float]:
    """Mean and standard deviation of the likeness of two sources' tellings of this collection, smoothed."""
    some = contexts[:: max(1, -(-len(contexts) // MOST_TELLINGS))]
    alike = [
        found.likeness(left, right)
        for n, left in enumerate(some)
        for right in some[n + 1 :]
        if left.document != right.document
    ]
    return smoothed(alike, ELSEWHERE)
