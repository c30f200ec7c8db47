"""Whether what stands beside two values goes together as well: other values of their sentences and of the next."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch

    Place = tuple[int, int, int]  # a document, one of its sentences, and the document of the counterparts

NEXT = 1  # sentences
COPIES = frozenset({"same_text", "paraphrase"})  # passages in which every neighbour agrees
LEAST = 0.02  # a link less probable says nothing


@dataclass(frozen=True, slots=True)
class Link:
    """A claim with a counterpart in another source: their indices, the sentence of the counterpart, how sure.

    `agrees` is said of like values in passages told independently.
    """

    own: int
    other: int
    sentence: int
    probability: float
    agrees: bool


@dataclass(frozen=True, slots=True)
class NeighboursTold:
    """The links of the claims of each sentence with those of each other source."""

    links: Mapping[Place, Sequence[Link]]

    @classmethod
    def of(cls, matches: Sequence[EventMatch]) -> Self:
        """Read the matches; those within a source, and those that cannot be compared, link nothing."""
        links: defaultdict[Place, list[Link]] = defaultdict(list)
        for m in matches:
            if m.blocked or m.left.document == m.right.document or m.probability < LEAST:
                continue
            agrees = m.verdict.agrees and m.aligned not in COPIES
            for own, other in ((m.left, m.right), (m.right, m.left)):
                place = own.document, own.claim.sentence, other.document
                links[place].append(Link(own.index, other.index, other.claim.sentence, m.probability, agrees))
        return cls(links)

    def beside(self, match: EventMatch) -> float:
        """How surely two other values agree that stand in the sentences of the two or next to them, 0-1."""
        left, right = match.left, match.right
        found = (
            link.probability
            for sentence in range(left.claim.sentence - NEXT, left.claim.sentence + NEXT + 1)
            for link in self.links.get((left.document, sentence, right.document), ())
            if link.agrees
            and link.own != left.index
            and link.other != right.index
            and abs(link.sentence - right.claim.sentence) <= NEXT
        )
        return math.sqrt(max(found, default=0.0))

    def scattered(self, match: EventMatch) -> float:
        """How surely another value of either sentence has its counterpart elsewhere in the other source, 0-1."""
        ways = ((match.left, match.right), (match.right, match.left))
        return math.sqrt(max((p for own, other in ways for p in self._elsewhere(own, other)), default=0.0))

    def _elsewhere(self, own: Context, other: Context) -> Iterator[float]:
        for link in self.links.get((own.document, own.claim.sentence, other.document), ()):
            if link.own != own.index and abs(link.sentence - other.claim.sentence) > NEXT:
                yield link.probability
