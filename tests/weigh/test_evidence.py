"""Tests for the one count of facts that several witnesses tell."""

from __future__ import annotations

from dataclasses import replace

from analyzer.weigh.evidence import told_by_several
from benchmarks.simulated_sources import Row, Simulated, columns

MIXED: list[Row] = [[0, 0, 1], [0, 2, 0], [0, 0, None], [1, 0, 0]] * 5


def test_facts_of_two_witnesses_are_counted() -> None:
    """Copies of one text tell nothing twice, suggestions don't count, and silent witnesses are no tellers."""
    documents, _, comparison = Simulated(columns([*MIXED, [0, None, None]])).values()
    doubted = replace(comparison.findings[0], confidence=0.3)
    index = {d.id: s for s, d in enumerate(documents)}

    assert 20 == told_by_several(comparison.findings, index)
    assert 19 == told_by_several((doubted, *comparison.findings[1:]), index)
    assert 0 == told_by_several(comparison.findings, dict.fromkeys(index, 0))
