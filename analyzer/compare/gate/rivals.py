"""How many claims of one source could be meant: what a source tells of only once is easily found in another."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from analyzer.compare.context.ages import is_age
from analyzer.compare.context.counted_kinds import STATES
from analyzer.compare.context.kinship import KINDRED
from analyzer.compare.gate.eras import Eras
from analyzer.extract.events.lexicon import families
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analyzer.compare.context.contexts import Context

ONLY_LOSSES = 2.0  # log odds where both sources count only once the dead, the hurt, the missing ...
ONLY_COUNT = 1.2  # the same for any other thing
ONLY_HOUR = 1.5  # the same for the one act of its kind that is told with its hour
ONLY_LENGTH = 0.8  # the same for the one length of such an act
ONLY_ACT = 1.2  # the same for the one dated act of its kind


USUAL_FIELD = 30  # values of a kind that could be meant in a text, for which the gate's prior holds
FIELD_SMOOTHING = 2  # values added to those a text tells, so that a short one proves little
FIELD_WEIGHT = 0.7  # share of the odds that fewer could be meant
STRANGERS, KIN = 0.1, 0.2  # share of names that texts on two wars mostly have in common, and texts on one subject
SMOOTHING = 20  # numbers that are taken to count other things, so that a short text proves little
FEWEST_NAMES = 10  # fewer names say nothing of the subject
OTHERWISE = {"number": ONLY_COUNT, "time": ONLY_HOUR, "date": ONLY_ACT, "duration": ONLY_LENGTH}


@dataclass(frozen=True, slots=True)
class Rivals:
    """How many claims of each document count one kind of thing, or date one kind of act; and how their years lie."""

    told: Mapping[tuple[int, str, str], int]
    names: Mapping[int, frozenset[str]]
    shares: Mapping[str, float]
    eras: Eras
    fields: Mapping[tuple[int, str, str], int]

    @classmethod
    def of(cls, contexts: Sequence[Context]) -> Rivals:
        """Count the claims of each document under each of their keys; a sentence counts once."""
        seen = {(c.document, c.claim.kind, key, c.claim.sentence) for c in contexts for key in _keys(c)}
        names: defaultdict[int, set[str]] = defaultdict(set)
        for context in contexts:
            names[context.document] |= context.names
        told = Counter((document, str(kind), key) for document, kind, key, _ in seen)
        known = {document: frozenset(found) for document, found in names.items()}
        fields = Counter((c.document, str(c.claim.kind), _unit(c)) for c in contexts)
        fields.update((c.document, "", "") for c in contexts)
        return cls(told, known, _shares(contexts), Eras.of(contexts), fields)

    def akin(self, left: int, right: int) -> float:
        """How far two documents are on one subject, 0-1, by the names of the shorter that the other has too."""
        return _akin(self.names[left], self.names[right])

    def share(self, counted: str) -> float:
        """Share of the collection's numbers that count a kind of thing, 0-1, smoothed towards the unusual."""
        return self.shares.get(counted, self.shares[""])

    def field(self, left: Context, right: Context) -> tuple[float, Reason | None]:
        """Log odds for one fact of two sources for the fewness of the hours, lengths, sums ... that could be meant.

        The two prices of two accounts are likely those of one thing, two numbers out of hundreds are not.
        """
        if left.document == right.document or left.claim.date or is_age(left.claim) or _unit(left) != _unit(right):
            return 0.0, None
        kind, unit = str(left.claim.kind), _unit(left)
        few = (self.fields[c.document, kind, unit] + FIELD_SMOOTHING for c in (left, right))
        odds = math.log(USUAL_FIELD) - sum(math.log(n) for n in few) / 2
        long = min(1.0, min(self.fields[c.document, "", ""] for c in (left, right)) / USUAL_FIELD)
        weight = max(0.0, FIELD_WEIGHT * odds) * long * self.akin(left.document, right.document)
        return round(weight, 6), Reason("few", "Both sources tell few values of this kind.") if weight >= 1 else None

    def weight(self, left: Context, right: Context) -> tuple[float, Reason | None]:
        """Log odds for one fact where each of two sources tells of such a thing in one sentence alone."""
        kind = left.claim.kind
        if left.document == right.document or _befell_others(left, right):
            return 0.0, None
        only = [
            key
            for key in sorted(set(_keys(left)) & set(_keys(right)))
            if self.told[left.document, kind, key] == self.told[right.document, kind, key] == 1
        ]
        if not only:
            return 0.0, None
        weight = max(ONLY_LOSSES if key in STATES else OTHERWISE[kind] for key in only)
        weight *= self.akin(left.document, right.document)
        return weight, Reason("only", "Each source tells of such a thing only once.")


def _unit(context: Context) -> str:
    """What a number must be told in to be compared with it at all."""
    return context.claim.quantity.unit if context.claim.quantity else ""


def _shares(contexts: Sequence[Context]) -> dict[str, float]:
    """The share of numbers that count each kind; under "" that of a kind nobody counts."""
    numbers = [c for c in contexts if c.claim.kind == "number"]
    counts = Counter(key for c in numbers for key in c.counted)
    return {key: (count + 1) / (len(numbers) + SMOOTHING) for key, count in {**counts, "": 0}.items()}


@lru_cache(maxsize=1024)  # asked for every pair of claims of the same two documents in turn
def _akin(one: frozenset[str], other: frozenset[str]) -> float:
    fewer = min(len(one), len(other))
    if fewer < FEWEST_NAMES:
        return 1.0
    return min(1.0, max(0.0, (len(one & other) / fewer - STRANGERS) / (KIN - STRANGERS)))


def _befell_others(left: Context, right: Context) -> bool:
    """The act is done to somebody, and not by name to the same in both."""
    acted_on = kind_of_act(left) & kind_of_act(right) & families().passive
    return bool(acted_on) and bool(left.undergoer | right.undergoer) and not left.undergoer & right.undergoer


def kind_of_act(context: Context) -> frozenset[str]:
    """The families of a dated or timed act; none for a count."""
    return context.families if context.claim.date or context.claim.time else frozenset()


def _keys(context: Context) -> Iterator[str]:
    if context.claim.kind == "number":
        yield from context.counted
    elif context.claim.date or context.claim.time or context.claim.duration:
        yield from context.families
        yield from (" ".join(sorted(group)) for group in KINDRED if group & context.families)
