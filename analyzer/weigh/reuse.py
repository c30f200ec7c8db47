"""Which words of a source are the same text as words of another source.

Inside one witness every shared run counts. Between independent witnesses a few words in common are stock phrases or one
event told in the words it calls for: only a run of at least eight words that carry content is copying.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analyzer.align.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analyzer.model import AlignmentSet, Document, TextReuse

Range = tuple[int, int]
Run = tuple[int, int, int, int]
LONG_RUN = 8  # words with content; shorter runs turn up in texts that were written apart
NUMBER_ROOM = 24  # code points between two runs that only a number may part
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class ReusedText:
    """Merged clean ranges of text shared with a partner, by `(source, partner)`.

    `copied` are words shared in any run or same-text passage, `rewritten` paraphrased passages, `verbatim` only runs
    long enough to show copying between texts that are independent otherwise.
    """

    copied: Mapping[tuple[str, str], tuple[Range, ...]] = field(repr=False)
    rewritten: Mapping[tuple[str, str], tuple[Range, ...]] = field(repr=False)
    verbatim: Mapping[tuple[str, str], tuple[Range, ...]] = field(repr=False)

    @classmethod
    def of(cls, alignments: AlignmentSet, documents: Mapping[str, Document]) -> ReusedText:
        """Runs and same-text passages count as copied, paraphrased passages as rewritten, long runs as verbatim."""
        copied: dict[tuple[str, str], list[Range]] = defaultdict(list)
        rewritten: dict[tuple[str, str], list[Range]] = defaultdict(list)
        verbatim: dict[tuple[str, str], list[Range]] = defaultdict(list)
        for reuse in alignments.reuse:
            _add(copied, reuse, reuse.runs)
            _add(verbatim, reuse, _long_runs(reuse, documents))
        for pair in alignments.pairs:
            table = {"same_text": copied, "paraphrase": rewritten}.get(pair.relation)
            if table is not None:
                table[pair.left.source, pair.right.source].append((pair.left.start, pair.left.end))
                table[pair.right.source, pair.left.source].append((pair.right.start, pair.right.end))
        tables = (copied, rewritten, verbatim)
        return cls(*({pair: merged(ranges) for pair, ranges in table.items()} for table in tables))

    def share(self, source: str, partner: str, where: Range, *, same_witness: bool) -> float:
        """Share 0-1 of the clean range `where` that is also the partner's text.

        A paraphrase or a short run counts only inside one witness: two independent writers paraphrase one event too.
        """
        if not same_witness:
            return covered(where, self.verbatim.get((source, partner), ()))
        tables = (self.copied, self.rewritten)
        return max(covered(where, table.get((source, partner), ())) for table in tables)


def _add(table: dict[tuple[str, str], list[Range]], reuse: TextReuse, runs: Iterable[Run]) -> None:
    for a, b, c, d in runs:
        table[reuse.a, reuse.b].append((a, b))
        table[reuse.b, reuse.a].append((c, d))


def _long_runs(reuse: TextReuse, documents: Mapping[str, Document]) -> list[Run]:
    """The runs of one pair with eight or more words of content, numbers hidden."""
    if reuse.a not in documents or reuse.b not in documents:
        return []
    left, right = documents[reuse.a].source.text, documents[reuse.b].source.text
    joined: list[Run] = []
    for run in sorted(reuse.runs):
        last = joined[-1] if joined else None
        if last and _number_between(left, last[1], run[0]) and _number_between(right, last[3], run[2]):
            joined[-1] = (last[0], run[1], last[2], run[3])
        else:
            joined.append(run)
    return [run for run in joined if content_words(left[run[0] : run[1]]) >= LONG_RUN]


def _number_between(text: str, end: int, start: int) -> bool:
    """Whether nothing but a number stands between two runs."""
    gap = text[end:start]
    return end <= start <= end + NUMBER_ROOM and any(c.isdigit() for c in gap) and not _WORD.search(gap)


def content_words(text: str) -> int:
    """How many words carry content: neither numbers nor words of grammar.

    >>> content_words("closed until 1 May"), content_words("the steamer left the harbour under a red flag")
    (1, 5)
    """
    return sum(word.casefold() not in FUNCTION_WORDS for word in _WORD.findall(text))


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
