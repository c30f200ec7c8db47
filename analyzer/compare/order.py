"""Says when two dates put the later of two acts before the earlier: a body led before it was founded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.model import Reason
from analyzer.values.date_words import describe

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.verdicts import Verdict

# The first act of each pair can't come after the second, when both are done to one thing.
FIRST_THEN: tuple[tuple[str, str], ...] = (
    ("found", "lead"),
    ("found", "join"),
    ("born", "die"),
    ("begin", "end"),
    ("elect", "serve"),
    ("appoint", "serve"),
    ("appoint", "resign"),
    ("build", "sail"),
    ("sail", "sink"),
    ("arrest", "release"),
    ("write", "publish"),
    ("depart", "arrive"),
)


def order_reason(left: Context, right: Context, verdict: Verdict) -> tuple[Reason, ...]:
    """One reason when the dates turn the order of the two acts round; none otherwise."""
    for first, then in ((left, right), (right, left)):
        pairs = ((a, b) for a, b in FIRST_THEN if a in first.families and b in then.families)
        if next(pairs, None) and _before(then, first) and first.claim.date and then.claim.date:
            sentence = (
                f"As told, “{then.lemma}” ({describe(then.claim.date)}) comes {verdict.difference} before "
                f"“{first.lemma}” ({describe(first.claim.date)}), which has to come first."
            )
            return (Reason("order", sentence, then.claim.value, first.claim.value),)
    return ()


def _before(one: Context, other: Context) -> bool:
    last = one.claim.date.bounds()[1] if one.claim.date else None
    start = other.claim.date.bounds()[0] if other.claim.date else None
    return last is not None and start is not None and last < start
