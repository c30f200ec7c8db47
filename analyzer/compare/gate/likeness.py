"""How alike two claims are told: by all their words, and by what the shorter telling repeats of the longer one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analyzer.compare.context.contexts import SECTION

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context

SAME_WORDS, FEWEST_SAME = 2 / 3, 2  # share of the shorter telling's words, and their number, told by the other too
ENOUGH_WORDS = 3  # shared words from which a repetition is no chance


def similarity(left: Context, right: Context) -> float:
    """Cosine of the weighted words of two claims' sentences, 0-1, higher is closer."""
    return math.fsum(left.features[word] * right.features[word] for word in _shared(left, right))


def containment(left: Context, right: Context, apart_from: frozenset[str] = frozenset()) -> float:
    """How much of the shorter telling stands in the longer one, 0-1; few shared words count for less.

    It finds a sentence that repeats part of a longer one, which cosine rates low. Words in `apart_from` don't count.
    """
    common = [w for w in _shared(left, right) if ":" not in w and apart_from.isdisjoint(w.split())]
    shares = []
    for features in (left.features, right.features):
        own = math.fsum(v for w, v in features.items() if ":" not in w and apart_from.isdisjoint(w.split()))
        shares.append(math.fsum(features[w] for w in common) / (own or 1.0))
    return max(shares) * min(1.0, sum(" " not in w for w in common) / ENOUGH_WORDS)


def in_same_words(left: Context, right: Context) -> bool:
    """Whether one telling has nearly all the words of the other, however common they are."""
    one, other = ({w for w in c.spelled if " " not in w} for c in (left, right))
    common = len(one & other)
    return common >= max(FEWEST_SAME, SAME_WORDS * min(len(one), len(other)))


def _shared(left: Context, right: Context) -> list[str]:
    """Features in common, in order; without the title's words where both stand in one document."""
    common = sorted(left.features.keys() & right.features.keys())
    return common if left.document != right.document else [w for w in common if not w.startswith(SECTION)]
