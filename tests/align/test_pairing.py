"""Which documents are aligned at all."""

from __future__ import annotations

from analyzer.align.pairing import related_pairs


def test_long_documents_need_shared_names_and_short_ones_none() -> None:
    """Two short texts are always compared, two long ones when they share three markers."""
    markers = [["cook^", "bay^", "ship sail"], ["cook^", "bay^", "ship sail"], ["reed^"], []]

    assert [(0, 1), (0, 3), (1, 3), (2, 3)] == related_pairs(markers, [2000, 2000, 2000, 100])
