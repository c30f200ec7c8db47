"""Tests for which texts are one witness and who copied whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model import Citation, Document, SourceFacts, TextReuse
from analyzer.settings import WeighSettings
from analyzer.weigh.witnesses import Witnesses, find_witnesses
from benchmarks.simulated_sources import document

SAME = TextReuse("a", "b", 0.9, 0.4, 0.3, 200)


def found(*facts: SourceFacts, reuse: tuple[TextReuse, ...] = ()) -> Witnesses:
    """Witnesses among texts named a, b, c ... with the given facts."""
    documents = [document(name, [0], fact) for name, fact in zip("abcd", facts, strict=False)]
    return find_witnesses(documents, reuse, WeighSettings())


def test_texts_without_shared_words_are_witnesses_each() -> None:
    """In order of their ids."""

    assert (("a",), ("b",), ("c",)) == found(SourceFacts(), SourceFacts(), SourceFacts()).clusters


def test_shared_text_makes_one_witness_without_direction() -> None:
    """Without other evidence nobody is called the original."""
    witnesses = found(SourceFacts(), SourceFacts(), reuse=(SAME,))

    assert (("a", "b"),) == witnesses.clusters
    assert {} == witnesses.origin
    assert witnesses.dependence[0].direction.startswith("undirected")


@pytest.mark.parametrize("name", ["b", "b.txt", " B "])
def test_the_manifest_gives_the_direction_by_id_path_or_title(name: str) -> None:
    """The original comes first in its witness."""
    witnesses = found(SourceFacts(derived_from=name), SourceFacts())

    assert (("b", "a"),) == witnesses.clusters
    assert {"a": ("b",)} == witnesses.origin


def test_texts_taken_from_one_lost_text_are_one_witness() -> None:
    """The lost original is named in the manifest only."""
    witnesses = found(SourceFacts(derived_from="Old Annals"), SourceFacts(), SourceFacts(derived_from="old annals"))

    assert (("a", "c"), ("b",)) == witnesses.clusters
    assert {} == witnesses.origin


def test_the_earlier_of_two_dated_copies_is_the_original() -> None:
    """Dates of the texts show who came first."""
    witnesses = found(SourceFacts(year="1911"), SourceFacts(year="1890"), reuse=(SAME,))

    assert {"a": ("b",)} == witnesses.origin
    assert "a is taken from b: it is dated 1911, the other 1890" == witnesses.dependence[0].direction


def test_the_manifest_outranks_the_dates() -> None:
    """A later edition may stand for the older original."""
    witnesses = found(SourceFacts(year="1890", derived_from="b"), SourceFacts(year="1911"), reuse=(SAME,))

    assert {"a": ("b",)} == witnesses.origin


def test_dates_alone_make_no_copy() -> None:
    """Two texts of different years with nothing in common stay two witnesses."""

    assert 2 == found(SourceFacts(year="1890"), SourceFacts(year="1911")).count


def test_a_citation_of_the_title_shows_the_direction() -> None:
    """The copy names its model."""
    model, copy = document("a", [0]), document("b", [0])
    model = _titled(model, "Annals of the Great Fire")
    copy = replace(
        copy, source=replace(copy.source, citations=(Citation(0, "See: Annals of the Great Fire, p. 3", 0, 3),))
    )
    witnesses = find_witnesses([model, copy], (SAME,), WeighSettings())

    assert {"b": ("a",)} == witnesses.origin
    assert "b is taken from a: it cites the other by its title" == witnesses.dependence[0].direction


def _titled(told: Document, title: str) -> Document:
    return replace(told, source=replace(told.source, title=title))


def test_a_source_derived_from_itself_is_no_copy() -> None:
    """A slip in the manifest joins nothing."""
    witnesses = found(SourceFacts(derived_from="a"), SourceFacts())

    assert (("a",), ("b",)) == witnesses.clusters
    assert () == witnesses.dependence


def test_two_texts_derived_from_each_other_have_no_direction() -> None:
    """Contradictory statements are not resolved by chance."""

    assert {} == found(SourceFacts(derived_from="b"), SourceFacts(derived_from="a")).origin


def test_copies_of_copies_are_one_witness() -> None:
    """Clusters join along chains."""
    chain = (TextReuse("a", "b", 0.5, 0.5, 0.5, 80), TextReuse("b", "d", 0.5, 0.5, 0.5, 80))

    assert (("a", "b", "d"), ("c",)) == found(*[SourceFacts()] * 4, reuse=chain).clusters
