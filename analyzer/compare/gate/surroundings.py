"""What stands around two claims: a number told among other things in another source is mostly another number."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from analyzer.compare.context.rarity import words
from analyzer.compare.gate.likeness import similarity
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.context.rarity import Rarity
    from analyzer.model import Extraction

NEXT = 0.6  # weight of the words of the sentences before and after
USUAL = 0.07  # likeness at which surroundings say nothing
OWN = 0.5  # share of the likeness of the two sentences themselves, which is weighed as wording
STEEP = 11.0  # log odds per unit of likeness beyond that
SHORTEST = 8  # sentences; in a shorter text everything stands around everything
LEAST, MOST = -0.7, 1.5  # log odds


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The weighted words of every sentence with its neighbours, by document and sentence, scaled to length 1."""

    told: Sequence[Sequence[Mapping[str, float]]]

    @classmethod
    def of(cls, extractions: Sequence[Extraction], rare: Rarity) -> Self:
        """Read the sentences of all documents; a neighbour stands in the same section."""
        return cls(tuple(_around(extraction, rare) for extraction in extractions))

    def likeness(self, left: Context, right: Context) -> float:
        """Cosine of the surroundings of two claims, 0-1, higher is closer."""
        one, other = (self.told[c.document][c.claim.sentence] for c in (left, right))
        return math.fsum(one[word] * other[word] for word in sorted(one.keys() & other.keys()))

    def weight(self, left: Context, right: Context) -> tuple[float, Reason | None]:
        """Log odds for one fact of two sources, by what both tell around it.

        Nothing for dates: much happens within the few sentences that tell of one time.
        """
        shortest = min(len(self.told[c.document]) for c in (left, right))
        if left.claim.date or left.document == right.document or shortest < SHORTEST:
            return 0.0, None
        value = self.likeness(left, right)
        own = similarity(left, right)
        weight = STEEP * (value - USUAL - OWN * own)
        reason = Reason("surroundings", "What stands around them is alike.", round(value, 3)) if weight > 0 else None
        # What is told in the same words needs no surroundings, and would be too sure to be told from what is surer.
        return round(min(MOST, max(LEAST, weight)) * (1 - own), 6), reason


def _around(extraction: Extraction, rare: Rarity) -> tuple[Mapping[str, float], ...]:
    document = extraction.document
    own = [frozenset(words(document.text(sentence))) for sentence in document.sentences]
    found = []
    for i, sentence in enumerate(document.sentences):
        weights: dict[str, float] = {}
        for j in (i - 1, i, i + 1):
            if 0 <= j < len(own) and document.sentences[j].section == sentence.section:
                near = 1.0 if i == j else NEXT
                for word in own[j]:
                    weights[word] = max(weights.get(word, 0.0), near * rare.of(word))
        length = math.sqrt(math.fsum(w * w for w in weights.values())) or 1.0
        found.append({word: weights[word] / length for word in sorted(weights)})
    return tuple(found)
