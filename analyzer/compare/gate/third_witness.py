"""What the tellings of third sources say of two values: that they are of one fact, or of two.

Surenesses are geometric means of the probabilities that a third telling is of the fact of the one and of the other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analyzer.compare.gate.same_event import EventMatch

LEAST = 0.02  # a link less probable says nothing


@dataclass(frozen=True, slots=True)
class ThirdWitnesses:
    """The likelier matches between sources, by the index of either claim and that of its counterpart."""

    links: Mapping[int, Mapping[int, EventMatch]]

    @classmethod
    def of(cls, matches: Sequence[EventMatch]) -> Self:
        """Read the matches; those within a source, and those that cannot be compared, link nothing."""
        links: defaultdict[int, dict[int, EventMatch]] = defaultdict(dict)
        for match in matches:
            if not match.blocked and match.left.document != match.right.document and match.probability >= LEAST:
                links[match.left.index][match.right.index] = match
                links[match.right.index][match.left.index] = match
        return cls(links)

    def vouched(self, match: EventMatch) -> float:
        """How surely a third telling that agrees with one of the two goes with both, 0-1."""
        return max((sure for sure, agrees in self._going_with_both(match) if agrees), default=0.0)

    def third_value(self, match: EventMatch) -> float:
        """How surely a third telling with a value of its own goes with both, 0-1: rather tellings of two facts."""
        return max((sure for sure, agrees in self._going_with_both(match) if not agrees), default=0.0)

    def both_confirmed(self, match: EventMatch) -> float:
        """How surely either of the two values is confirmed by a telling of a third source, 0-1."""
        return math.sqrt(min(self._confirmed(claim.index, match) for claim in (match.left, match.right)))

    def told_by_the_other(self, match: EventMatch) -> float:
        """How surely the source of either claim tells the value of the other elsewhere, of the same fact, 0-1."""
        found = [
            link.probability
            for index, document in match.ends()
            for link in self.links.get(index, {}).values()
            if link.verdict.agrees and document in {link.left.document, link.right.document}
        ]
        return math.sqrt(max(found, default=0.0))

    def _going_with_both(self, match: EventMatch) -> Iterator[tuple[float, bool]]:
        one, other = self.links.get(match.left.index, {}), self.links.get(match.right.index, {})
        for third in one.keys() & other.keys():  # linked to both, it stands in neither of the two sources
            links = one[third], other[third]
            sure = math.sqrt(links[0].probability * links[1].probability)
            yield sure, any(link.verdict.agrees for link in links)

    def _confirmed(self, index: int, match: EventMatch) -> float:
        documents = {match.left.document, match.right.document}
        confirming = (
            link.probability
            for link in self.links.get(index, {}).values()
            if link.verdict.agrees and not {link.left.document, link.right.document} <= documents
        )
        return max(confirming, default=0.0)
