"""The map from clean text back to the raw file, one entry per character."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, eq=False)
class OffsetMap:
    """For every code point of a clean text the half-open range of raw code points it stands for.

    `starts[i]` and `ends[i]` are non-decreasing. A character that the loader put in (a line break between blocks)
    has `starts[i] == ends[i]`. A character that stands for several raw ones (an entity, a template) spans them all.
    """

    starts: array[int]
    ends: array[int]

    @classmethod
    def build(cls, pieces: Iterable[tuple[int, int]]) -> OffsetMap:
        """One `(raw_start, raw_end)` pair per clean character, in order."""
        pairs = list(pieces)
        return cls(array("L", [a for a, _ in pairs]), array("L", [b for _, b in pairs]))

    def __len__(self) -> int:
        """Length of the clean text in code points."""
        return len(self.starts)

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw range of the clean range `[start, end)`; characters put in by the loader are trimmed from both ends.

        Raises:
            ValueError: the range is empty or outside the text, or holds only characters put in by the loader.

        """
        if not 0 <= start < end <= len(self.starts):
            raise ValueError(f"empty or outside the text: [{start}, {end}) of {len(self.starts)}")
        while start < end and self.starts[start] == self.ends[start]:
            start += 1
        while start < end and self.starts[end - 1] == self.ends[end - 1]:
            end -= 1
        if start == end:
            raise ValueError("the range holds no character of the raw file")
        return self.starts[start], self.ends[end - 1]

    def clean(self, raw_offset: int) -> int:
        """Clean offset of the first character whose raw range ends after `raw_offset`; the text's length if none."""
        return bisect_left(self.ends, raw_offset + 1)
