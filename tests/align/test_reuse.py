"""Text that two sources share word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.align.evidence import read_spellings, shared_errors
from analyzer.align.reuse import compare_texts, read_runs
from analyzer.align.words import Token, Words, read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.model import Document, TextReuse

    Make = Callable[[str, Sequence[str]], Document]


def _reuse(make: Make, left: Sequence[str], right: Sequence[str]) -> TextReuse:
    a, b = read_words(make("a", left)), read_words(make("b", right))
    return compare_texts(read_runs(a, 5), read_runs(b, 5))


def test_an_inserted_copy_is_measured_on_both_sides(make_document: Make, voyage: list[str]) -> None:
    """All of the shorter text stands in the longer one, and the evidence says so."""
    found = _reuse(make_document, voyage, voyage[2:4])

    assert 1.0 == found.share_b == found.five_word_share
    assert found.evidence[0].startswith("100 % of the words of b stand in runs of five or more words shared with a.")
    assert found.share_a < 0.3


def test_runs_are_equal_words_on_both_sides(make_document: Make, voyage: list[str]) -> None:
    """Each run's ranges hold the same words, the longest first."""
    other = [voyage[4], "Nothing of this is known.", voyage[1]]
    found = _reuse(make_document, voyage, other)
    left, right = " ".join(voyage), " ".join(other)

    assert [left[a:b] for a, b, _, _ in found.runs] == [right[c:d] for _, _, c, d in found.runs]
    assert [voyage[1][:-1], voyage[4][:-1]] == [left[a:b] for a, b, _, _ in found.runs]


def test_texts_without_a_shared_run_give_no_evidence(make_document: Make, voyage: list[str]) -> None:
    """Nothing shared, nothing said."""
    found = _reuse(make_document, voyage, ["Snow fell on the town.", "Nobody spoke."])

    assert (0.0, 0.0, 0, (), ()) == (found.share_a, found.share_b, found.longest_run, found.runs, found.evidence)


def test_a_shared_slip_is_evidence_of_copying(make_document: Make) -> None:
    """Both texts spell the captain's name right three times and wrong once, in the same way."""
    text = ["Clerke came.", "Clerke saw the ice.", "Then Clerke fell ill and Clekre died."]
    a, b = read_words(make_document("a", text)), read_words(make_document("b", text[::-1]))

    assert ("clekre",) == shared_errors(read_spellings(a), read_spellings(b))


@settings(deadline=None, max_examples=40)
@given(st.text("abc ", max_size=60), st.text("abc ", max_size=60))
def test_shares_are_shares_and_symmetric(first: str, second: str) -> None:
    """Shares lie in 0-1 and follow their document when the two change places."""
    a, b = _words(first), _words(second)
    found = compare_texts(read_runs(a, 2), read_runs(b, 2))
    other = compare_texts(read_runs(b, 2), read_runs(a, 2))

    assert (found.share_a, found.share_b, found.longest_run) == (other.share_b, other.share_a, other.longest_run)
    assert 0.0 <= found.share_a <= 1.0
    assert 0.0 <= found.five_word_share <= 1.0


def _words(text: str) -> Words:
    from analyzer.model import Document, Source
    from analyzer.offsets import OffsetMap

    offsets = OffsetMap.build((i, i + 1) for i in range(len(text)))
    source = Source("x", "x", "x", "text/plain", "utf-8", "", text, text, offsets)
    tokens = []
    at = 0
    for form in text.split():
        at = text.index(form, at)
        tokens.append(Token(at, at + len(form), form, form, name=False))
        at += len(form)
    return Words(Document(source, (), (), ()), tuple(tokens), (0, len(tokens)))
