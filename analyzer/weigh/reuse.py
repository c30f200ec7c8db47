"""Which words of a source are the same text as words of another source."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analyzer.model import AlignmentSet

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReusedText:
    """Merged clean ranges of text shared with a partner, by `(source, partner)`: copied words, and rewritten ones."""

    copied: Mapping[tuple[str, str], tuple[Range, ...]] = field(repr=False)
    rewritten: Mapping[tuple[str, str], tuple[Range, ...]] = field(repr=False)

    @classmethod
    def of(cls, alignments: AlignmentSet) -> ReusedText:
        """Runs and same-text passages count as copied, paraphrased passages as rewritten."""
        copied: dict[tuple[str, str], list[Range]] = defaultdict(list)
        rewritten: dict[tuple[str, str], list[Range]] = defaultdict(list)
        for reuse in alignments.reuse:
            copied[reuse.a, reuse.b] += [(run[0], run[1]) for run in reuse.runs]
            copied[reuse.b, reuse.a] += [(run[2], run[3]) for run in reuse.runs]
        for pair in alignments.pairs:
            table = {"same_text": copied, "paraphrase": rewritten}.get(pair.relation)
            if table is not None:
                table[pair.left.source, pair.right.source].append((pair.left.start, pair.left.end))
                table[pair.right.source, pair.left.source].append((pair.right.start, pair.right.end))
        return cls({k: merged(v) for k, v in copied.items()}, {k: merged(v) for k, v in rewritten.items()})

    def share(self, source: str, partner: str, where: Range, *, same_witness: bool) -> float:
        """Share 0-1 of the clean range `where` that is also the partner's text.

        A paraphrase counts only inside one witness: two independent writers paraphrase one event too.
        """
        copied = covered(where, self.copied.get((source, partner), ()))
        if not same_witness:
            return copied
        return max(copied, covered(where, self.rewritten.get((source, partner), ())))


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Sorted ranges with overlaps joined.

    >>> merged([(5, 9), (0, 3), (2, 4)])
    ((0, 4), (5, 9))
    """
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def covered(where: Range, ranges: tuple[Range, ...]) -> float:
    """Share 0-1 of `where` that lies in `ranges` (merged).

    >>> covered((0, 10), ((2, 4), (8, 20)))
    0.4
    """
    start, end = where
    first = max(bisect_right(ranges, (start, start)) - 1, 0)
    total = 0
    for low, high in ranges[first:]:
        if low >= end:
            break
        total += max(0, min(high, end) - max(low, start))
    return total / max(end - start, 1)
