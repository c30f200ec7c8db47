"""The common thread of two documents."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analyzer.align.storyline import share_of_best_thread


def test_pairs_on_the_thread_have_all_of_it_and_others_less() -> None:
    """Three pairs in order form the thread; one across it has only itself."""
    evidence = np.diag([1.0, 1.0, 1.0])
    evidence[2, 0] = 1.0
    thread = share_of_best_thread(evidence)

    assert [1.0, 1.0, 1.0] == list(np.diag(thread))
    assert 0.333333 == thread[2, 0]


def test_no_evidence_is_no_thread() -> None:
    """Without evidence every share is 0."""
    assert 0.0 == share_of_best_thread(np.zeros((2, 3))).max()


@settings(deadline=None, max_examples=40)
@given(arrays(np.float64, (4, 5), elements=st.floats(0, 1)))
def test_the_thread_is_the_same_from_both_sides(evidence: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    """Swapping the documents transposes the shares."""
    assert np.allclose(share_of_best_thread(evidence), share_of_best_thread(evidence.T).T, atol=2e-6)
