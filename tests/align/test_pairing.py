"""Which documents are aligned at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.align import align
from analyzer.align.pairing import Traits, related_pairs
from analyzer.align.vectors import last_names
from analyzer.align.words import read_words
from analyzer.settings import AlignSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.model import Document

    Make = Callable[[str, Sequence[str]], Document]

_MARKERS = ("cook^", "bay^", "ship sail")


def _traits(names: str, length: int = 3000, markers: tuple[str, ...] = _MARKERS, first: str = "") -> Traits:
    """A document with names of 30 others beside the given ones; `first` names never end a name."""
    own = {f"{names}{i}" for i in range(30)}
    last = frozenset(own | set(names.split()))
    return Traits(markers, last | frozenset(first.split()), last, length)


def test_long_documents_need_shared_markers_and_short_ones_none() -> None:
    """Two short texts are always compared, two long ones when they share three markers."""
    none: frozenset[str] = frozenset()
    rows = [(_MARKERS, 2000), (_MARKERS, 2000), (("reed^",), 2000), ((), 100)]
    documents = [Traits(markers, none, none, length) for markers, length in rows]

    assert [(0, 1), (0, 3), (1, 3), (2, 3)] == related_pairs(documents)


def test_documents_with_many_names_need_some_in_common() -> None:
    """Three names of thirty do, one does not, whatever phrases are shared."""
    documents = [_traits("Cook Clerke Gore"), _traits("Gore Clerke Cook"), _traits("Mozart Stadler Cook")]

    assert [(0, 1)] == related_pairs(documents)


def test_first_names_make_no_subject() -> None:
    """Everyone is called John: what never ends a name counts only where the other document ends a name with it."""
    first = "John Mary Anne James Peter"
    documents = [_traits("Cook", first=first), _traits("Mozart", first=first), _traits(f"Denner {first}")]

    assert [(0, 2), (1, 2)] == related_pairs(documents)


def test_a_text_that_both_quote_brings_two_subjects_together() -> None:
    """A long shared run is worth aligning even between strangers."""
    documents = [_traits("Cook"), _traits("Mozart"), _traits("Denner")]

    assert [(0, 2)] == related_pairs(documents, {(0, 2)})


def test_without_blocking_strangers_are_aligned_too(make_document: Make) -> None:
    """Two long texts with one question in common, and nothing that would bring them together."""
    question = "What was it but a lighthouse?"
    texts = [[*(f"{side}{i} {side}{i + 1} {side}{i + 2}." for i in range(200)), question] for side in ("ka", "lo")]
    documents = [make_document(name, text) for name, text in zip("ab", texts, strict=True)]
    found = [align(documents, AlignSettings(blocking=blocking)).pairs for blocking in (True, False)]

    assert [0, 1] == [len(pairs) for pairs in found]


def test_a_name_ends_where_no_other_name_follows(make_document: Make) -> None:
    """First names and titles go before a name; a comma parts two."""
    told = ["Then Captain James Cook left Plymouth Sound, Deptford and the Cape of Good Hope.", "So John went."]

    assert {"cook", "sound", "deptford", "cape", "hope", "john"} == last_names(read_words(make_document("a", told)))
