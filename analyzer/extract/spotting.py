"""Claims of names, places and roles from ranges of clean text: one claim for a range, none nested."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from analyzer.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analyzer.model import ClaimKind, Document


def claims_at(document: Document, kind: ClaimKind, ranges: Iterable[tuple[int, int, str]]) -> tuple[Claim, ...]:
    """One claim for each `(start, end, rule)` inside a sentence, in order; where two overlap the longer wins."""
    starts = [sentence.start for sentence in document.sentences]
    kept: list[Claim] = []
    end_of_last = -1
    for start, end, rule in sorted(set(ranges), key=lambda r: (r[0], -r[1], r[2])):
        index = bisect_right(starts, start) - 1
        if start < end_of_last or index < 0 or end > document.sentences[index].end or start >= end:
            continue
        value = " ".join(document.source.text[start:end].split())
        kept.append(Claim(document.id, kind, start, end, value, document.sentences[index].index, rule))
        end_of_last = end
    return tuple(kept)
