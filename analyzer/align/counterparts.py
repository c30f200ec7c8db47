"""Whole passages that are each other's counterpart: a paragraph tells what none of its sentences can tell alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from analyzer.align.chains import Counterparts, find_seeds
from analyzer.align.vectors import count_features, joined, weigh_pair

if TYPE_CHECKING:
    from analyzer.align.vectors import Counts, Ints, Matrix
    from analyzer.align.words import Words
    from analyzer.model import Document
    from analyzer.settings import AlignSettings

_FEWEST_WORDS = 20  # a shorter passage tells no more than any sentence


@dataclass(frozen=True, slots=True, eq=False)
class Paragraphs:
    """The passages of a document that have sentences: the range of these, how many words, and all their wording."""

    sentences: tuple[range, ...]
    lengths: tuple[int, ...]
    wording: Counts


def read_paragraphs(words: Words, told: Matrix, ids: Ints) -> Paragraphs:
    """The passages of a document from the tally of its sentences and the numbers of its features."""
    passages = _sentences_by_passage(words.document)
    lengths = tuple(words.bounds[p[-1] + 1] - words.bounds[p[0]] for p in passages)
    return Paragraphs(passages, lengths, count_features(joined(told, passages), ids))


def _sentences_by_passage(document: Document) -> tuple[range, ...]:
    rows = [[s.index for s in group] for _, group in groupby(document.sentences, key=lambda s: s.passage)]
    return tuple(range(row[0], row[-1] + 1) for row in rows)


def counterparts(left: Paragraphs, right: Paragraphs, settings: AlignSettings) -> list[Counterparts]:
    """Passages that are each other's best match and close, in order.

    Where a document is one passage, being its best match says nothing; a very long passage is no unit of telling.
    """
    if min(len(left.sentences), len(right.sentences)) < 2:
        return []
    vectors = weigh_pair(left.wording, right.wording)
    rows, columns = (list(range(len(side.sentences))) for side in (left, right))
    return [
        Counterparts(left.sentences[i], right.sentences[j], round(float(vectors.cosines([i], [j])[0, 0]), 6))
        for i, j in find_seeds(vectors, rows, columns, settings.passage)
        if min(left.lengths[i], right.lengths[j]) >= _FEWEST_WORDS
        and max(len(left.sentences[i]), len(right.sentences[j])) <= settings.passage_sentences
    ]
