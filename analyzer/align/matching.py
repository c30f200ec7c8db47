"""Aligns documents all against all."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.align.beads import Bead
from analyzer.align.chains import parallel_beads
from analyzer.align.passages import bead_alignment, number_repeats, with_edits
from analyzer.align.reuse import compare_texts, hash_runs
from analyzer.align.vectors import count_features, weigh_pair
from analyzer.align.words import read_words
from analyzer.model import Alignment, AlignmentSet
from analyzer.settings import AlignSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.vectors import Counts
    from analyzer.align.words import Words
    from analyzer.model import Document


def align(documents: Sequence[Document], settings: AlignSettings | None = None) -> AlignmentSet:
    """The parallel passages of every pair of documents, and the text they share.

    The result does not depend on the order of the documents, and the pairs of two documents on no third one.
    """
    chosen = settings or AlignSettings()
    ordered = sorted(documents, key=lambda d: d.id)
    words = [read_words(d) for d in ordered]
    counts = count_features(words)
    hashes = [hash_runs(w, chosen.run_words) for w in words]
    pairs: list[Alignment] = []
    reuse = []
    for a, b in combinations(range(len(ordered)), 2):
        pairs += _align_pair((words[a], counts[a]), (words[b], counts[b]), chosen)
        reuse.append(compare_texts(words[a], words[b], (hashes[a], hashes[b]), chosen.run_words))
    return AlignmentSet(number_repeats(pairs), tuple(reuse))


def _align_pair(a: tuple[Words, Counts], b: tuple[Words, Counts], settings: AlignSettings) -> list[Alignment]:
    """Worked on in an order given by the texts alone, so that names of files can't change the result."""
    left, right = sorted((a, b), key=lambda side: side[0].document.source.text)
    found = [bead_alignment(left[0], right[0], bead, settings) for bead in _beads(left, right, settings)]
    return [with_edits(x, a[0], b[0]) if x.relation == "same_text" else x for x in found]


def _beads(left: tuple[Words, Counts], right: tuple[Words, Counts], settings: AlignSettings) -> list[Bead]:
    if left[0].document.source.text == right[0].document.source.text:
        return [Bead((i,), (i,), 1.0) for i in range(len(left[0].document.sentences))]
    return parallel_beads(weigh_pair(left[1], right[1]), settings)
