"""Pairs of documents worked through by worker processes."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

import pytest

from analyzer.align import align
from analyzer.align.matching import _Aligner, _read
from analyzer.align.parallel import work_through
from analyzer.errors import UsageError
from analyzer.settings import AlignSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.model import Document

    Make = Callable[[str, Sequence[str]], Document]

_PAIRS = [(0, 1), (1, 2), (0, 2)]


def test_two_workers_give_what_one_gives(make_document: Make, voyage: list[str], unrelated: list[str]) -> None:
    """Passages, scores and edits, in the order of the pairs; no process is left."""
    documents = [make_document("a", voyage), make_document("b", voyage[::-1]), make_document("c", unrelated)]
    aligner = _Aligner(tuple(_read(documents, AlignSettings())), AlignSettings())
    shares: list[float] = []

    assert work_through(aligner, _PAIRS) == work_through(aligner, _PAIRS, 2, shares.append)
    assert [1 / 3, 2 / 3, 1.0] == shares
    assert [] == multiprocessing.active_children()


def test_what_a_dead_worker_leaves_is_done_here(caplog: pytest.LogCaptureFixture) -> None:
    """A worker that ends early, or can't even read its work, costs time and a warning, no pair."""
    found = work_through(_FatalElsewhere(os.getpid()), _PAIRS, 2)

    assert [1, 3, 2] == found
    assert "going on without them" in caplog.text


def test_no_negative_number_of_jobs() -> None:
    """It is refused before any work."""
    with pytest.raises(UsageError, match="-1 is no number of jobs"):
        align([], jobs=-1)


class _FatalElsewhere:
    """Adds two numbers in one process and ends every other."""

    def __init__(self, home: int) -> None:
        self._home = home

    def __call__(self, i: int, j: int) -> int:
        if os.getpid() != self._home:
            os._exit(1)
        return i + j
