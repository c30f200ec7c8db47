"""The way back to the raw text where notes stand after their paragraph although the file has them inside it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from analyzer.offsets import OffsetMap


@dataclass(frozen=True, slots=True, eq=False)
class UnorderedOffsets(OffsetMap):
    """An `OffsetMap` whose blocks may stand in another order than in the raw file; inside a block order holds.

    A range over several blocks gives the raw range that covers them all. `ranked` lists clean offsets by their raw
    end, `by_end` those ends.
    """

    by_end: array[int]
    ranked: array[int]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """As `OffsetMap.raw`, for a range over moved blocks too."""
        if not 0 <= start < end <= len(self.starts):
            raise ValueError(f"empty or outside the text: [{start}, {end}) of {len(self.starts)}")
        held = [i for i in range(start, end) if self.starts[i] < self.ends[i]]
        if not held:
            raise ValueError("the range holds no character of the raw file")
        return min(self.starts[i] for i in held), max(self.ends[i] for i in held)

    def clean(self, raw_offset: int) -> int:
        """Clean offset of the character whose raw range is the first to end after `raw_offset`; the length if none."""
        at = bisect_left(self.by_end, raw_offset + 1)
        return self.ranked[at] if at < len(self.ranked) else len(self.starts)


def offset_map(starts: array[int], ends: array[int]) -> OffsetMap:
    """The plain map where raw order holds throughout, else one that bears moved blocks."""
    if all(a <= b for a, b in pairwise(ends)) and all(a <= b for a, b in pairwise(starts)):
        return OffsetMap(starts, ends)
    ranked = array("L", sorted(range(len(ends)), key=lambda i: (ends[i], i)))
    return UnorderedOffsets(starts, ends, array("L", [ends[i] for i in ranked]), ranked)
