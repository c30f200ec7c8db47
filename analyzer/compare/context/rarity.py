"""How telling a word is in one collection: the rarer, the more two sentences say that share it."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from analyzer.compare.context.stems import STOP_WORDS, stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.model import Extraction

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling a stem is in this collection: inverse document frequency over all sentences, at least 0.1."""

    sentences: int
    counts: Mapping[str, int]

    def of(self, word: str) -> float:
        """Weight of a stem; rare stems weigh more."""
        return max(0.1, math.log((self.sentences + 1) / (self.counts.get(word, 0) + 0.5)))


def words(text: str) -> list[str]:
    """Stems of the content words of a text, in order; numbers and stop words left out."""
    found = (word.lower().replace("’", "'").removesuffix("'s") for word in WORD.findall(text))
    return [stem(word) for word in found if len(word) > 1 and word not in STOP_WORDS]


def rarity(extractions: Sequence[Extraction]) -> Rarity:
    """Sentence counts of all stems of the collection, and of all pairs of neighbouring ones."""
    counts: Counter[str] = Counter()
    total = 0
    for extraction in extractions:
        for sentence in extraction.document.sentences:
            found = words(extraction.document.text(sentence))
            counts.update(set(found) | {f"{a} {b}" for a, b in pairwise(found)})
            total += 1
    return Rarity(total, counts)
