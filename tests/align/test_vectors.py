"""Vectors of sentences within one pair of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.align.topics import compare_topics, read_matter
from analyzer.align.vectors import count_features, joined, number_features, tally, weigh_pair

if TYPE_CHECKING:
    from analyzer.align.vectors import Counts

_ROWS = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), min_size=1, max_size=7)


def _counts(*documents: list[list[str]]) -> list[Counts]:
    told = [tally(rows) for rows in documents]
    ids = number_features([t.features for t in told])
    return [count_features(t.matrix, numbers, 2) for t, numbers in zip(told, ids, strict=True)]


@settings(deadline=None, max_examples=60)
@given(_ROWS, _ROWS)
def test_lengths_of_sums_follow_from_products_of_neighbours(first: list[list[str]], second: list[list[str]]) -> None:
    """They are the lengths of one, two and three unit rows added up."""
    a, b = _counts(first, second)
    vectors = weigh_pair(a, b)
    rows = vectors.left.toarray()

    for merged, lengths in enumerate(vectors.lengths[0], start=1):
        sums = [np.linalg.norm(rows[i : i + merged].sum(0)) for i in range(len(rows) - merged + 1)]
        np.testing.assert_allclose(lengths[: len(sums)], np.maximum(sums, 1e-12), rtol=1e-9, atol=1e-7)


@settings(deadline=None, max_examples=60)
@given(_ROWS, _ROWS)
def test_cosines_are_the_same_from_both_sides(first: list[list[str]], second: list[list[str]]) -> None:
    """None is above 1, and equal rows with a word in them reach it."""
    a, b = _counts(first, second)
    there, back = weigh_pair(a, b).every, weigh_pair(b, a).every
    equal = [(i, j) for i, x in enumerate(first) for j, y in enumerate(second) if x and sorted(x) == sorted(y)]

    assert there is not None
    assert back is not None
    np.testing.assert_allclose(there, back.T, atol=1e-12)
    assert there.max(initial=0.0) <= 1.0 + 1e-12
    np.testing.assert_allclose([there[i, j] for i, j in equal], 1.0)


@settings(deadline=None, max_examples=60)
@given(_ROWS)
def test_a_text_is_wholly_like_itself_in_matter(rows: list[list[str]]) -> None:
    """Alone, in its surroundings, and stretch by stretch: 1 on the diagonal wherever there is a word."""
    counts, other = _counts(rows, rows)
    windows = np.minimum(np.arange(len(rows)) + 2, len(rows) - 1)
    found = compare_topics(read_matter(counts, windows), read_matter(other, windows))

    for likeness in (found.alone, found.around, found.within):
        told = likeness.diagonal()[[bool(row) for row in rows]]
        np.testing.assert_allclose(told, 1.0, atol=2e-6)


def test_joined_rows_are_sums() -> None:
    """Passages are counted from their sentences."""
    told = tally([["a", "b"], ["b"], ["c", "a", "a"]])

    assert [[1, 2, 0], [2, 0, 1]] == joined(told.matrix, [range(2), range(2, 3)]).toarray().tolist()
