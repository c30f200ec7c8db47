"""What the years say that two claims are told of: years of two acts, or days whose years were inferred apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.context.contexts import Context

OTHER_ERA = 5  # years
# Log odds by how many of the two are dated by a date of their own sentence. The years a story has reached tell next
# to nothing: of annotated facts of several collections half as many lie far apart as of unrelated pairs, at most.
APART = (0.0, -1.2, -2.2)
ALIKE = (0.6, 1.0, 2.0)
MEASURED = 0.5  # share of that for a length, a weight or a price: what is measured mostly lasts


@dataclass(frozen=True, slots=True)
class Eras:
    """How often two claims of two sources of a collection are told of one year by chance (0-1)."""

    chance: float

    @classmethod
    def of(cls, contexts: Sequence[Context]) -> Self:
        """Count the pairs of claims of two documents."""
        told: defaultdict[int, Counter[int]] = defaultdict(Counter)
        for context in contexts:
            if context.year is not None:
                told[context.document][context.year] += 1
        total = sum(told.values(), Counter[int]())
        same = sum(n * n for n in total.values()) - sum(n * n for own in told.values() for n in own.values())
        pairs = total.total() ** 2 - sum(own.total() ** 2 for own in told.values())
        return cls(same / pairs if pairs else 0.0)

    def weight(self, left: Context, right: Context) -> tuple[float, Reason | None]:
        """Log odds for one fact of two sources, by the years their counts, hours or lengths are told of."""
        if left.claim.date or left.document == right.document or left.year is None or right.year is None:
            return 0.0, None
        sure = sum(c.dating in {"act", "sentence"} for c in (left, right))
        if left.year == right.year:
            return round(ALIKE[sure] * (1 - self.chance), 6), Reason("year", f"Both are told of {left.year}.")
        if abs(left.year - right.year) <= OTHER_ERA:
            return 0.0, None
        share = MEASURED if left.claim.quantity and left.claim.quantity.unit else 1.0
        return APART[sure] * share, Reason("era", f"One is told of {left.year}, the other of {right.year}.")


def years_apart(left: Context, right: Context) -> bool:
    """The years as read differ, and at least one is inferred: two events told in one month rather than one."""
    one, other = (c.claim.date.first if c.claim.date else None for c in (left, right))
    inferred = "year" in (*left.claim.inferred, *right.claim.inferred)
    return inferred and one is not None and other is not None and one.year != other.year
