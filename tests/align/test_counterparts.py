"""Passages that are each other's counterpart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.align import align
from analyzer.align.counterparts import counterparts, read_paragraphs
from analyzer.align.vectors import number_features, tally, wordings
from analyzer.align.words import read_words
from analyzer.settings import AlignSettings
from benchmarks.alignment_corpora import document_of

if TYPE_CHECKING:
    from analyzer.model import AlignmentSet, Document

_HARBOUR = [
    "Work on the harbour of Velden began in spring, after the council had found the money for stone and timber.",
    "Two hundred masons lived in huts on the mole, and fever took many of them in the first summer.",
    "When the lighthouse was lit, ships from the north could enter at night, and trade doubled within years.",
]
_SCHOOL = [
    "The school of the weavers taught reading in winter, when looms stood still and children had time.",
    "Its master was paid in flour and cloth, for coins were rare in the hills.",
    "Girls learned there too, which the bishop's visitors noted with surprise.",
]
_HARBOUR_RETOLD = [
    "Once stone and timber could be paid for, the council let the harbour works at Velden start.",
    "Fever killed masons by the dozen in the huts where they lived on the mole.",
    "Northern ships came in by night as soon as the lighthouse burned, which doubled the trade.",
]
_SCHOOL_RETOLD = [
    "In winter the looms stood still, and so the weavers' children had time to learn reading at school.",
    "Coins being rare in those hills, flour and cloth were what the master got.",
    "That girls sat beside the boys surprised the visitors whom the bishop sent.",
]

_MINE = [
    "Coal was struck under the marsh at a depth that no pump of that age could keep dry.",
    "Six owners failed before an engine from the coast drained the lower seam.",
]
_STRANGER = [
    "The clarinet has a single reed and a bore that hardly widens on its way to the bell.",
    "Its register key, which raises a note by a twelfth, came from a maker in Nuremberg.",
]


def _counterparts(left: Document, right: Document) -> list[tuple[range, range]]:
    texts = [read_words(left), read_words(right)]
    told = [tally(wordings(words)) for words in texts]
    ids = number_features([t.features for t in told])
    a, b = (read_paragraphs(w, t.matrix, i) for w, t, i in zip(texts, told, ids, strict=True))
    return [(pair.rows, pair.columns) for pair in counterparts(a, b, AlignSettings())]


def test_retold_passages_find_each_other_in_any_order() -> None:
    """Three sentences together tell their passage from another, wherever it stands."""
    found = _counterparts(
        document_of("a", [_HARBOUR, _SCHOOL]), document_of("b", [["Nothing else."], _SCHOOL_RETOLD, _HARBOUR_RETOLD])
    )

    assert [(range(3), range(4, 7)), (range(3, 6), range(1, 4))] == found


def test_sentences_too_unlike_alone_are_aligned_inside_their_passages() -> None:
    """The same sentences in one passage each, with nothing to choose from, give fewer pairs."""
    apart = align([document_of("a", [_HARBOUR, _SCHOOL]), document_of("b", [_SCHOOL_RETOLD, _HARBOUR_RETOLD])])
    together = align([document_of("a", [_HARBOUR + _SCHOOL]), document_of("b", [_SCHOOL_RETOLD + _HARBOUR_RETOLD])])
    worded = [sum(p.relation != "same_event" for p in found.pairs) for found in (apart, together)]

    assert worded[0] > worded[1]
    assert all((p.left.first < 3) == (p.right.first >= 3) for p in apart.pairs)


def test_a_document_of_one_passage_has_no_counterpart() -> None:
    """To be the best match among one says nothing."""
    assert [] == _counterparts(document_of("a", [_HARBOUR]), document_of("b", [_SCHOOL_RETOLD, _HARBOUR_RETOLD]))


def test_a_few_words_are_no_passage() -> None:
    """A line of a list tells no more than any sentence."""
    left = document_of("a", [["The harbour of Velden."], _SCHOOL])
    right = document_of("b", [["Velden's harbour."], _SCHOOL_RETOLD])

    assert [(range(1, 4), range(1, 4))] == _counterparts(left, right)


@settings(deadline=None, max_examples=30)
@given(st.permutations([_HARBOUR, _SCHOOL, _MINE]), st.permutations([_HARBOUR_RETOLD, _SCHOOL_RETOLD, _MINE]))
def test_passages_bring_the_same_pairs_from_either_side_and_beside_a_stranger(
    told: list[list[str]], retold: list[list[str]]
) -> None:
    """In whatever order they stand, under whatever names, and whether or not a third document is there."""
    alone = align([document_of("a", told), document_of("b", retold)])
    swapped = align([document_of("a", retold), document_of("b", told)])
    beside = align([document_of("a", told), document_of("b", retold), document_of("c", [_STRANGER, _STRANGER[::-1]])])

    assert _sides(alone, "a", "b") == _sides(swapped, "b", "a") == _sides(beside, "a", "b")
    assert 8 <= len(_sides(alone, "a", "b"))


def _sides(found: AlignmentSet, first: str, second: str) -> set[tuple[object, ...]]:
    """What was found between two documents, the sides in the order asked for."""
    rows: set[tuple[object, ...]] = set()
    for pair in found.pairs:
        sides = {side.source: (side.first, side.last) for side in (pair.left, pair.right)}
        if set(sides) == {first, second}:
            rows.add((pair.relation, pair.score, sides[first], sides[second]))
    return rows
