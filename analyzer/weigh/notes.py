"""What a reader has to know beside the figures: their limits, where they start, and hints at a common source."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.weigh.accuracy import points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.weigh.evidence import Evidence
    from analyzer.weigh.items import Item


def make_notes(evidence: Evidence, means: Sequence[float | None]) -> tuple[str, ...]:
    """Limits a reader has to know, with their figures and where those come from."""
    if not evidence.judged:
        return (COPYING, LONE_CLAIMS)
    hidden = (HIDDEN_COPYING,) if len(evidence.active) == 3 else ()
    given = [_given(evidence, s, mean) for s, mean in enumerate(means) if mean is not None]
    return (*hidden, COPYING, LONE_CLAIMS, STARTING_POINT, *given, *_shared_errors(evidence))


HIDDEN_COPYING = (
    "Hidden copying can't be seen with three witnesses. In simulations in which 20, 50 or 80 % of one source was"
    " silently taken from another, an interval that should hold the right figure in 90 % of cases held it in 72, 46"
    " and 24 %."
)
COPYING = (
    "Copying is read from shared words, never from agreeing values; its direction only from the manifest, from the"
    " dates of the texts, or from a citation."
)
LONE_CLAIMS = "A claim that only one source makes can't be checked here; that doesn't make it an error."
STARTING_POINT = (
    "Before any text is read, a witness is taken to agree with the independent account in two of three cases, between"
    " 22 and 97 % with a probability of 90 %; two wrong witnesses are taken to give the same wrong value in one case of"
    " three, with one in two and one in ten tried beside it."
)


def _given(evidence: Evidence, witness: int, mean: float) -> str:
    return (
        f"For {evidence.witnesses.clusters[witness][0]} the manifest gives a reliability of {mean:g}; the weighing"
        " starts there instead. It doesn't enter the letter."
    )


def _shared_errors(evidence: Evidence) -> tuple[str, ...]:
    """Pairs of witnesses that share more improbable values than chance explains: a hint at a common source."""
    pairs = list(combinations(evidence.active, 2))
    allowed = evidence.settings.coincidence / max(len(pairs), 1)
    return tuple(note for s, t in pairs if (note := _shared_by(evidence, s, t, allowed)))


def _shared_by(evidence: Evidence, s: int, t: int, allowed: float) -> str:
    both = [i for i, item in enumerate(evidence.items) if item.ballot.votes[s] and item.ballot.votes[t]]
    found = sum(_improbable(evidence.items[i], evidence.default.items[i], s, t) for i in both)
    x = points(evidence.settings.grid_points)
    wrong = [1 - float(evidence.default.marginals[w] @ x) for w in (s, t)]
    if poisson_tail(found, len(both) * wrong[0] * wrong[1] / evidence.settings.false_values_low) >= allowed:
        return ""
    a, b = (evidence.witnesses.clusters[w][0] for w in (s, t))
    return (
        f"{a} and {b} share {found} improbable values in {len(both)} facts both tell, more than chance explains: they"
        " may have a common source, though their words don't show it. Their votes were counted as independent."
    )


def _improbable(item: Item, posterior: tuple[float, ...], s: int, t: int) -> bool:
    """Whether two witnesses share a value that is probably wrong."""
    common = item.ballot.votes[s] & item.ballot.votes[t]
    return bool(common) and sum(posterior[z] for z in common) < 0.5


def poisson_tail(count: int, mean: float) -> float:
    """Probability of `count` or more events when `mean` are expected.

    >>> round(poisson_tail(2, 1.0), 4)
    0.2642
    """
    return max(1 - sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(count)), 0.0)
