"""What a source's own words say of two of its claims: one statement made twice, or two like things."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from analyzer.align.words import read_words
from analyzer.compare.context.rarity import words
from analyzer.compare.gate.bearers import bearer, shared_nouns
from analyzer.compare.gate.eras import OTHER_ERA
from analyzer.compare.gate.likeness import containment
from analyzer.compare.gate.qualified import (
    other_kind,
    other_line,
    other_namesake,
    other_number,
    other_row,
    twice_converted,
)
from analyzer.compare.gate.restatements import other_stage, restated
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.words import Words
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.context.rarity import Rarity
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import Extraction

    Evidence = tuple[float, Reason | None]

RESTATED = 4.0  # log odds of one fact where a source makes a statement twice
RETOLD = 0.5  # share of words, participants or the whole in common from which one source tells a number again


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The words of every document, the nouns it uses of several things, and how rare words are in the collection."""

    rare: Rarity
    words: Sequence[Words]
    shared_nouns: Sequence[frozenset[str]]

    @classmethod
    def of(cls, extractions: Sequence[Extraction], rare: Rarity) -> Self:
        """Read the words of all documents."""
        return cls(
            rare,
            tuple(read_words(extraction.document) for extraction in extractions),
            tuple(shared_nouns(extraction) for extraction in extractions),
        )

    def restated(self, left: Context, right: Context, verdict: Verdict) -> bool:
        """Whether one source makes one statement twice, with two values that can't both be right."""
        return not verdict.agrees and restated(left, right, self.words)

    def bar(self, left: Context, right: Context, verdict: Verdict) -> str:
        """What parts two differing values of one source, in words; empty when nothing does."""
        if verdict.agrees or left.document != right.document:
            return ""
        checks = (other_stage, other_kind, other_namesake, other_number, other_line, other_row, twice_converted)
        return next((why for check in checks if (why := check(left, right, self.words))), "")

    def evidence(self, left: Context, right: Context, verdict: Verdict) -> tuple[Evidence, ...]:
        """Natural-log odds for one fact, each with its reason."""
        told = (self._retold(left, right), bearer(left, right, self.shared_nouns))
        if self.restated(left, right, verdict):
            reason = Reason("restated", "The source makes the statement twice, with two values.")
            return (*told, (RESTATED, reason))
        return (*told, _eras(left, right))

    def _retold(self, left: Context, right: Context) -> Evidence:
        """One source counts the same kind of thing again and again; it counts the same things only if it says so."""
        if left.document != right.document or left.claim.date:
            return 0.0, None
        if _at_other_times(left, right):
            return -4.0, Reason("other_time", "The source gives the two numbers for two different dates.")
        counted = {*words(left.claim.counted), *words(right.claim.counted)}
        told = left.spelled.keys() | right.spelled.keys()  # whom two pronouns stand for is guessed twice
        one, other = ((c.actors & told) - counted for c in (left, right))
        total = math.fsum(self.rare.of(w) for w in sorted(one | other)) or 1.0
        common = math.fsum(self.rare.of(w) for w in sorted(one & other)) / total
        whole = len(left.whole & right.whole) / (len(left.whole | right.whole) or 1)
        named = bool(one & other & left.names & right.names)
        repeated = containment(left, right, apart_from=frozenset(counted))
        return (0.0 if named or max(repeated, common, whole) >= RETOLD else -4.0), None


def _at_other_times(left: Context, right: Context) -> bool:
    """Both sentences give a date, and the dates lie apart; where a growth starts is asked of the time before."""
    if left.when is None or right.when is None or "/from" in left.claim.rule + right.claim.rule:
        return False
    (a, b), (c, d) = left.when.bounds(), right.when.bounds()
    return None not in (a, b, c, d) and ((b or 0) < (c or 0) or (d or 0) < (a or 0))


def _eras(left: Context, right: Context) -> Evidence:
    """What one source counts or times in years far apart is not counted of one thing."""
    if left.document != right.document or left.claim.date:
        return 0.0, None
    if left.year is None or right.year is None or abs(left.year - right.year) <= OTHER_ERA:
        return 0.0, None
    return -3.5, Reason("era", f"One is told of {left.year}, the other of {right.year}.")
