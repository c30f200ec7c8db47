"""Text that two sources share word for word: runs, shares, and what a reader should know of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.align.evidence import read_spellings, shared_errors, tell_reuse
from analyzer.model import TextReuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from analyzer.align.evidence import Spellings
    from analyzer.align.words import Words

    Hashes = npt.NDArray[np.uint64]

_Run = tuple[int, int, int]  # first word left, first word right, words
_MOST_PLACES = 12  # a run of words standing at more places than this is a formula, and its places say nothing


def hash_runs(words: Words, length: int) -> Hashes:
    """One number for each run of `length` words of a document; equal runs have equal numbers everywhere."""
    import numpy as np

    codes = np.array([_code(t.form) for t in words.tokens], dtype=np.uint64)
    if len(codes) < length:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(len(codes) - length + 1, dtype=np.uint64)
    for k in range(length):
        total = total * np.uint64(0x9E3779B97F4A7C15) + codes[k : k + len(total)]
    return total


@lru_cache(maxsize=100_000)
def _code(form: str) -> int:
    return int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), "big")


def sharing_pairs(hashes: Sequence[Hashes]) -> set[tuple[int, int]]:
    """Pairs of document numbers (the lower first) that share a run, by an inverted index over all runs."""
    import numpy as np

    distinct = [np.unique(h) for h in hashes]
    owners = np.concatenate([np.full(len(d), i) for i, d in enumerate(distinct)] or [np.zeros(0, dtype=np.int64)])
    runs = np.concatenate([*distinct, np.zeros(0, dtype=np.uint64)])
    order = np.argsort(runs, kind="stable")
    runs, owners = runs[order], owners[order]
    cuts = np.flatnonzero(runs[1:] != runs[:-1]) + 1
    held = {tuple(group.tolist()) for group in np.split(owners, cuts) if len(group) > 1}
    return {pair for group in held for pair in combinations(group, 2)}


@dataclass(frozen=True, slots=True, eq=False)
class Copyable:
    """A text as the search for copies sees it: its words, the numbers of its runs in order and sorted, its spellings.

    `length` is that of the runs, in words.
    """

    words: Words
    length: int
    hashes: Hashes
    distinct: Hashes
    spellings: Spellings


def read_runs(words: Words, length: int) -> Copyable:
    """All runs of `length` words of a text."""
    import numpy as np

    hashes = hash_runs(words, length)
    return Copyable(words, length, hashes, np.unique(hashes), read_spellings(words))


def compare_texts(a: Copyable, b: Copyable) -> TextReuse:
    """How much of two sources is the same text, with its longest runs and sentences of evidence.

    Shares count words in runs of at least the length that both were read with.
    """
    import numpy as np

    left, right, length = a.words, b.words, a.length
    if not len(a.hashes) or not len(b.hashes):
        return nothing_shared(left, right)
    shared = np.intersect1d(a.distinct, b.distinct, assume_unique=True)
    runs = _maximal_runs(left, right, (a.hashes, b.hashes), shared, length) if len(shared) else []
    shares = (
        _covered([(i, n) for i, _, n in runs]) / max(1, len(left.tokens)),
        _covered([(j, n) for _, j, n in runs]) / max(1, len(right.tokens)),
    )
    contained = len(shared) / min(len(a.distinct), len(b.distinct))
    errors = shared_errors(a.spellings, b.spellings)
    return TextReuse(
        a=left.document.id,
        b=right.document.id,
        share_a=round(shares[0], 6),
        share_b=round(shares[1], 6),
        five_word_share=round(contained, 6),
        longest_run=max((n for _, _, n in runs), default=0),
        runs=tuple((*_range(left, i, n), *_range(right, j, n)) for i, j, n in _tiles(runs)),
        evidence=tell_reuse((left, right), shares, runs, length, errors),
    )


def nothing_shared(left: Words, right: Words) -> TextReuse:
    """The answer for two sources without a common run."""
    return TextReuse(left.document.id, right.document.id, 0.0, 0.0, 0.0, 0)


def _maximal_runs(left: Words, right: Words, hashes: tuple[Hashes, Hashes], shared: Hashes, length: int) -> list[_Run]:
    """All runs of equal words that can't be made longer on either end, longest first."""
    places = _places(hashes[0], shared)
    others = _places(hashes[1], shared)
    cells = sorted((i - j, i) for h, at in places.items() for i in at for j in others[h])
    runs: list[_Run] = []
    start = previous = (0, -2)
    for cell in [*cells, (0, -2)]:
        if previous[1] >= 0 and cell != (previous[0], previous[1] + 1):
            runs.append((start[1], start[1] - start[0], previous[1] - start[1] + length))
            start = cell
        elif previous[1] < 0:
            start = cell
        previous = cell
    checked = [r for r in runs if _equal(left, right, r)]
    return sorted(checked, key=lambda r: (-r[2], r[0], r[1]))


def _places(hashes: Hashes, shared: Hashes) -> dict[int, list[int]]:
    import numpy as np

    places: dict[int, list[int]] = {}
    for i in np.flatnonzero(np.isin(hashes, shared)).tolist():
        places.setdefault(int(hashes[i]), []).append(i)
    return {h: at if len(at) <= _MOST_PLACES else [] for h, at in places.items()}


def _equal(left: Words, right: Words, run: _Run) -> bool:
    i, j, n = run
    return all(left.tokens[i + k].form == right.tokens[j + k].form for k in range(n))


def _covered(stretches: Sequence[tuple[int, int]]) -> int:
    """How many words lie in at least one of the stretches (first word, number of words)."""
    total = end = 0
    for first, count in sorted(stretches):
        total += max(0, first + count - max(first, end))
        end = max(end, first + count)
    return total


def _tiles(runs: Sequence[_Run]) -> list[_Run]:
    """The longest runs that share no word with a longer one on either side."""
    left: set[int] = set()
    right: set[int] = set()
    kept = []
    for i, j, n in runs:
        if not (left.intersection((i, i + n - 1)) or right.intersection((j, j + n - 1))):
            left.update(range(i, i + n))
            right.update(range(j, j + n))
            kept.append((i, j, n))
    return kept


def _range(words: Words, first: int, count: int) -> tuple[int, int]:
    return words.tokens[first].start, words.tokens[first + count - 1].end
