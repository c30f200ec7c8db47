"""The vectors of words, and that they are the pinned ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.context import word_vectors
from analyzer.compare.context.word_vectors import PIECES, SCALE, VECTORS, directions, load_vectors
from analyzer.extract.language import LanguageModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = st.lists(st.integers(0, 31_999), min_size=2, max_size=20)


@pytest.fixture
def _afresh() -> Iterator[None]:
    """The vectors are read again in the test, and after it."""
    load_vectors.cache_clear()
    yield
    load_vectors.cache_clear()


def test_every_piece_has_one_direction() -> None:
    """In whole numbers, of one length but for their rounding; a piece without a vector has none."""
    _, table = load_vectors()
    lengths = np.linalg.norm(directions(), axis=1)
    some = np.linalg.norm(table, axis=1) > 0

    assert table.shape == directions().shape
    assert np.array_equal(np.rint(directions()), directions())
    assert np.abs(lengths[some] - SCALE).max() <= np.sqrt(table.shape[1]) / 2
    assert not lengths[~some].any()


@given(ROWS)
def test_products_are_exact_in_single_precision(rows: list[int]) -> None:
    """The same on every machine: no sum is too long for its digits."""
    found = directions()[rows]
    whole = found.astype(np.int64)

    assert (whole @ whole.T).tolist() == (found @ found.T).tolist()


@given(ROWS)
def test_products_are_the_cosines_of_the_vectors(rows: list[int]) -> None:
    """To three decimals."""
    vectors = load_vectors()[1][rows].astype(float)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(lengths > 0, lengths, 1.0)
    found = directions()[rows].astype(float) / SCALE

    assert np.abs(vectors @ vectors.T - found @ found.T).max() < 1e-3


@pytest.mark.usefixtures("_afresh")
@pytest.mark.parametrize("name", [VECTORS, PIECES])
def test_changed_vectors_are_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Factors fitted with one table say nothing of another."""
    monkeypatch.setitem(word_vectors.SHA256, name, "0" * 64)

    with pytest.raises(LanguageModelError, match=f"{name} of the package wordllama is not the pinned file"):
        load_vectors()


@pytest.mark.usefixtures("_afresh")
def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that lacks the table is as bad as a changed one."""
    monkeypatch.setattr(word_vectors, "PACKAGE", "hypothesis")

    with pytest.raises(LanguageModelError, match=f"{VECTORS} of the package hypothesis is not the pinned file"):
        load_vectors()


@pytest.mark.usefixtures("_afresh")
def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says whose vectors are missing, its hint what to install."""
    monkeypatch.setattr(word_vectors, "PACKAGE", "no_such_package")

    with pytest.raises(LanguageModelError, match="no_such_package are missing") as caught:
        load_vectors()

    assert "Install the package wordllama" in str(caught.value.hint)
