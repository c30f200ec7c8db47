"""Alignment of whole documents: the laws it keeps, and what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from analyzer.align import align, event_pair, with_events
from analyzer.model import Alignment, AlignmentSet, Document, Passage, Section, Sentence, Source
from analyzer.offsets import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Make = Callable[[str, Sequence[str]], Document]

_WORDS = st.sampled_from("ship king fire bridge 1871 October Chicago Lake river storm burned built left came".split())
_SENTENCES = st.lists(st.lists(_WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=12)


def _document(name: str, sentences: Sequence[str]) -> Document:
    """A document of passages of four sentences."""
    text = " ".join(sentences)
    starts = [sum(len(s) + 1 for s in sentences[:i]) for i in range(len(sentences))]
    offsets = OffsetMap.build((i, i + 1) for i in range(len(text)))
    source = Source(name, name, name, "text/plain", "utf-8", "", text, text, offsets)
    places = tuple(
        Sentence(i, i // 4, 0, a, a + len(s)) for i, (a, s) in enumerate(zip(starts, sentences, strict=True))
    )
    fours = [places[k : k + 4] for k in range(0, len(places), 4)]
    passages = tuple(Passage(k, 0, "paragraph", four[0].start, four[-1].end) for k, four in enumerate(fours))
    return Document(source, (Section((), 0, 0, len(text)),), passages, places)


def _ranges(found: AlignmentSet, left: str, right: str) -> set[tuple[Any, ...]]:
    """What was found between two documents, whichever of them stands left."""
    rows = set()
    for pair in found.pairs:
        sides = {side.source: (side.first, side.last) for side in (pair.left, pair.right)}
        if set(sides) == {left, right}:
            rows.add((pair.relation, pair.score, sides[left], sides[right]))
    return rows


@settings(deadline=None, max_examples=25)
@example(["ship", "ship"], ["ship ship"])  # one text, cut into sentences in two ways
@given(_SENTENCES, _SENTENCES)
def test_swapping_two_documents_swaps_the_sides_and_nothing_else(first: list[str], second: list[str]) -> None:
    """The same texts under swapped names give the same passages."""
    found = align([_document("a", first), _document("b", second)])
    swapped = align([_document("a", second), _document("b", first)])

    assert _ranges(found, "a", "b") == _ranges(swapped, "b", "a")


@settings(deadline=None, max_examples=25)
@given(_SENTENCES)
def test_a_document_aligned_with_itself_gives_the_identity(sentences: list[str]) -> None:
    """Every sentence meets itself, as the same text, with full score and without edits."""
    found = align([_document("a", sentences), _document("b", sentences)])

    assert {("same_text", 1.0, (i, i), (i, i)) for i in range(len(sentences))} == _ranges(found, "a", "b")
    assert all(pair.edits == () for pair in found.pairs)


@settings(deadline=None, max_examples=15)
@given(_SENTENCES, _SENTENCES, _SENTENCES)
def test_a_third_document_changes_nothing_between_the_others(
    first: list[str], second: list[str], third: list[str]
) -> None:
    """Rarity, thresholds and pairing look at two documents only."""
    two = [_document("a", first), _document("b", second)]
    alone, beside = align(two), align([*two, _document("c", third)])

    assert _ranges(alone, "a", "b") == _ranges(beside, "a", "b")
    assert alone.reuse[0] == beside.reuse[0]


@settings(deadline=None, max_examples=15)
@given(_SENTENCES, _SENTENCES, _SENTENCES)
def test_the_order_of_the_documents_has_no_say(first: list[str], second: list[str], third: list[str]) -> None:
    """The result is equal as a value, ids and order included."""
    documents = [_document("a", first), _document("b", second), _document("c", third)]

    assert align(documents) == align(documents[::-1])


def test_reordered_split_and_merged_sentences_are_found(make_document: Make, voyage: list[str]) -> None:
    """Blocks change places, one sentence is cut in two, two become one."""
    cut = ["Both ships then steered for Van Diemen's Land.", "They took in wood and fresh water there."]
    merged = f"{voyage[7][:-1]}, and {voyage[8][0].lower()}{voyage[8][1:]}"
    other = [*voyage[5:7], merged, voyage[9], *voyage[:2], *cut, *voyage[3:5]]
    found = align([make_document("a", voyage), make_document("b", other)])
    expected = {((5, 5), (0, 0)), ((2, 2), (6, 7)), ((7, 8), (2, 2)), ((0, 0), (4, 4)), ((9, 9), (3, 3))}

    assert expected <= {row[2:] for row in _ranges(found, "a", "b")}


def test_a_date_conflict_does_not_hide_its_own_alignment(make_document: Make) -> None:
    """A sentence that is little more than its date is still found, and the edit names what differs."""
    found = align(
        [
            make_document("a", ["Cook died on 14 February 1779.", "The ships sailed north."]),
            make_document("b", ["Cook died on 3 March 1780.", "The ships sailed north."]),
        ]
    )
    dated = next(pair for pair in found.pairs if pair.left.first == 0)

    assert ("same_text", ["date"]) == (dated.relation, [edit.kind for edit in dated.edits])


def test_unrelated_documents_share_no_passage(make_document: Make, voyage: list[str], unrelated: list[str]) -> None:
    """Two subjects give no pair at all."""
    assert () == align([make_document("a", voyage), make_document("b", unrelated)]).pairs


def test_signs_without_words_are_no_passage(make_document: Make, voyage: list[str], unrelated: list[str]) -> None:
    """A row of stars stands in many texts."""
    found = align([make_document("a", [*voyage, "* * *"]), make_document("b", ["* * *", *unrelated])])

    assert () == found.pairs


def test_the_id_follows_the_words_and_not_their_place(make_document: Make, voyage: list[str]) -> None:
    """Sentences added in front move every offset and keep every id."""
    before = align([make_document("a", voyage[:6]), make_document("b", voyage[2:])])
    after = align([make_document("a", ["Something else first.", *voyage[:6]]), make_document("b", voyage[2:])])

    assert {p.id for p in before.pairs} <= {p.id for p in after.pairs}


def test_a_document_without_sentences_is_no_trouble(make_document: Make, voyage: list[str]) -> None:
    """An empty text aligns with nothing."""
    found = align([make_document("a", voyage), make_document("b", [])])

    assert ((), 0.0) == (found.pairs, found.reuse[0].share_a)


def test_links_of_a_later_stage_join_where_nothing_overlaps(make_document: Make, voyage: list[str]) -> None:
    """A link inside an aligned pair adds nothing, one elsewhere becomes a passage on the same event."""
    a, b = make_document("a", voyage), make_document("b", voyage[:5])
    found = align([a, b])
    inside, elsewhere = event_pair((a, 0, 0), (b, 0, 1), 0.9), event_pair((b, 4, 4), (a, 9, 9), 0.7)
    joined = with_events(found, [inside, elsewhere])

    assert len(found.pairs) + 1 == len(joined.pairs)
    assert [("same_event", 0.7, "a")] == [
        (p.relation, p.score, p.left.source) for p in joined.pairs if p not in found.pairs
    ]


def test_equal_quotes_at_two_places_have_two_ids(make_document: Make) -> None:
    """A refrain is told apart by its order."""
    refrain = ["The bell rang for the drowned.", "Fog lay over the sea.", "The bell rang for the drowned."]
    ids = [p.id for p in align([make_document("a", refrain), make_document("b", refrain)]).pairs]

    assert len(set(ids)) == len(ids)


def test_pairs_stand_in_order_of_id(make_document: Make, voyage: list[str]) -> None:
    """The order of the result is given by the ids alone."""
    pairs: tuple[Alignment, ...] = align([make_document("a", voyage), make_document("b", voyage[::-1])]).pairs

    assert sorted(p.id for p in pairs) == [p.id for p in pairs]
