"""Turns facts told by several sources into links between the passages that tell them."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.align import event_pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Alignment, Comparison, Document, Reading

LINKING = frozenset({"date", "time", "number", "duration"})


def event_links(documents: Sequence[Document], comparison: Comparison) -> Iterator[Alignment]:
    """For every fact held to be one (confidence of at least 0.5) the passages of different sources that tell it."""
    by_id = {document.id: document for document in documents}
    for finding in comparison.findings:
        if finding.kind in LINKING and finding.sure:
            for left, right in combinations(finding.readings, 2):
                if left.source != right.source:
                    sides = (_side(by_id[r.source], r) for r in (left, right))
                    yield event_pair(next(sides), next(sides), finding.confidence)


def _side(document: Document, reading: Reading) -> tuple[Document, int, int]:
    """The sentence in which a reading begins."""
    clean = document.source.offsets.clean(reading.start)
    index = max(0, document.sentence_at(clean))
    return document, index, index
