"""How closely words tie two values of one document to each other, and to every other value of their kind."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Self

from analyzer.compare.candidates import COMPARED
from analyzer.compare.context.contexts import mentions
from analyzer.compare.context.rarity import WORD, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Extraction

    Words = Mapping[str, float]

MOST_LEAD = 6.0
MOST_SHARED = 60  # values a word may stand beside and still tell them apart
BESIDE = 2  # sentences within which words are shared for being on one theme
BESIDE_WEIGHT = 0.7
FADING = 4  # content words between a word and the value by which it says less of it


@dataclass(frozen=True, slots=True)
class Surrounding:
    """A value with the words that its sentence tells it with, and with those of the sentence before, by rarity."""

    context: Context
    near: Words
    far: Words


@dataclass(frozen=True, slots=True)
class Ties:
    """The values of one document, in order, and for each (by its place there) those that share words with it.

    A tie is the rarity of the words in common, 0 and more; the higher, the closer.
    """

    values: Sequence[Surrounding]
    tied: Mapping[int, Mapping[int, float]]

    @classmethod
    def of(cls, extraction: Extraction, contexts: Sequence[Context]) -> Self:
        """Tie the values `contexts` of one document to those of their kind and unit."""
        rare = _rarity(extraction)
        own = [_surrounding(context, extraction, rare) for context in contexts]
        return cls(own, _ties(own))

    def between(self, i: int, j: int) -> float:
        """The tie of two values, 0 without a word in common."""
        return self.tied[i].get(j, 0.0)

    def leads(self, i: int, j: int) -> tuple[float, float]:
        """How far two values are ahead of the closest rival of either, the smaller lead first, -6 to 6."""
        tie = self.between(i, j)
        leads = sorted((tie - self._closest_rival(i, j), tie - self._closest_rival(j, i)))
        low, high = (max(-MOST_LEAD, min(MOST_LEAD, lead)) for lead in leads)
        return low, high

    def _closest_rival(self, i: int, j: int) -> float:
        """The closest tie of value `i` to one that does not stand in the sentence of `j`."""
        there = self.values[j].context.claim.sentence
        rivals = (tie for k, tie in self.tied[i].items() if self.values[k].context.claim.sentence != there)
        return max(rivals, default=0.0)


def beside(left: Context, right: Context) -> bool:
    """The two stand in one sentence or in neighbouring ones, where like words tell of two things."""
    return abs(left.claim.sentence - right.claim.sentence) <= BESIDE


def like_values(left: Context, right: Context) -> bool:
    """Two values of one kind and unit in two sentences."""
    return _measure(left) == _measure(right) and left.claim.sentence != right.claim.sentence


def _measure(context: Context) -> tuple[str, str]:
    quantity = context.claim.quantity
    return context.claim.kind, quantity.unit if quantity else ""


def _rarity(extraction: Extraction) -> Words:
    """How rare each stem is in the document: log of its sentences per use."""
    document = extraction.document
    counts: Counter[str] = Counter()
    for sentence in document.sentences:
        counts.update(set(words(document.text(sentence))))
    return {w: math.log(max(1.0, (len(document.sentences) + 1) / max(1.5, n))) for w, n in counts.items()}


def _surrounding(context: Context, extraction: Extraction, rare: Words) -> Surrounding:
    document, claim = extraction.document, context.claim
    sentence, text = document.sentences[claim.sentence], document.source.text
    values = [(c.start, c.end) for c in extraction.claims if c.sentence == claim.sentence and c.kind in COMPARED]
    told = [
        (match.start(), stem)
        for match in WORD.finditer(text, sentence.start, sentence.end)
        if not any(a <= match.start() < b for a, b in values)
        for stem in words(match.group())
    ]
    near: dict[str, float] = {}
    for side in ([t for t in told if t[0] < claim.start][::-1], [t for t in told if t[0] >= claim.end]):
        for n, (start, stem) in enumerate(side):
            inside = context.clause[0] <= start < context.clause[1]
            weight = 0.35 + (0.65 if inside else 0.3) * math.exp(-n / FADING)
            near[stem] = max(near.get(stem, 0.0), weight)
    for mention in mentions(context.frame) if context.frame else ():
        for stem in words(mention.key if mention.resolved else ""):
            near.setdefault(stem, 0.6)
    before: dict[str, float] = {}
    if claim.sentence and document.sentences[claim.sentence - 1].section == sentence.section:
        lent = 0.45 if len(told) < 5 else 0.25
        before = dict.fromkeys(words(document.text(document.sentences[claim.sentence - 1])), lent)
    return Surrounding(context, _weighted(near, rare), _weighted({**before, **near}, rare))


def _weighted(told: Words, rare: Words) -> Words:
    return {stem: weight * rare[stem] for stem, weight in told.items() if rare.get(stem)}


def _ties(own: Sequence[Surrounding]) -> Mapping[int, Mapping[int, float]]:
    by_word: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for n, value in enumerate(own):
        for stem in value.far:
            by_word[stem, *_measure(value.context)].append(n)
    ties: dict[int, dict[int, float]] = {n: {} for n in range(len(own))}
    for members in by_word.values():
        for i, j in combinations(members, 2) if len(members) <= MOST_SHARED else ():
            if j not in ties[i] and like_values(own[i].context, own[j].context):
                ties[i][j] = ties[j][i] = _tie(own[i], own[j])
    return ties


def _tie(left: Surrounding, right: Surrounding) -> float:
    """The rarity of the words in common, as near to both values as to the farther one."""
    close = beside(left.context, right.context)
    one, other = (left.near, right.near) if close else (left.far, right.far)
    shared = math.fsum(min(one[w], other[w]) for w in sorted(one.keys() & other.keys()))
    return shared * (BESIDE_WEIGHT if close else 1)
