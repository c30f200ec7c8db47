"""How probable a pair is in the light of all others: those of third sources, and those of the values beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.compare.gate.fitted import fitted
from analyzer.compare.gate.neighbours_told import NeighboursTold
from analyzer.compare.gate.odds import log_odds, probability
from analyzer.compare.gate.third_witness import ThirdWitnesses
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.gate.same_event import EventMatch

TOLD = 0.5  # sureness from which a reader is told so
SENTENCES = {
    "vouched": "A third source goes with both of them.",
    "third_value": "A third source tells a third value in words as like to both.",
    "both_confirmed": "Each of the two values is confirmed by another telling.",
    "told_by_the_other": "The other source tells this value as well, of what may be the same.",
    "beside": "What stands beside the two agrees as well.",
    "scattered": "Other values of these sentences have their counterparts elsewhere.",
}


@dataclass(frozen=True, slots=True)
class Corroboration:
    """A pair's own log odds, and how surely (0-1) other pairs speak for it or against it."""

    own: float
    vouched: float
    beside: float
    third_value: float
    both_confirmed: float
    told_by_the_other: float
    scattered: float


def corroborations(matches: Sequence[EventMatch]) -> list[Corroboration]:
    """What the others say of every match, in order; two values that agree are not parted by being confirmed."""
    third, near = ThirdWitnesses.of(matches), NeighboursTold.of(matches)
    return [_corroboration(match, third, near) for match in matches]


def corroborated(matches: Sequence[EventMatch]) -> list[EventMatch]:
    """The matches in the same order; those between sources as probable as the others make them."""
    found = zip(matches, corroborations(matches), strict=True)
    return [_with(match, others) if _between(match) else match for match, others in found]


def _between(match: EventMatch) -> bool:
    return not match.blocked and match.left.document != match.right.document


def _corroboration(match: EventMatch, third: ThirdWitnesses, near: NeighboursTold) -> Corroboration:
    own = log_odds(match.probability)
    if not _between(match):
        return Corroboration(own, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    vouched, beside, scattered = third.vouched(match), near.beside(match), near.scattered(match)
    if match.verdict.agrees:  # values that recur are easily linked three ways: the mean of two links would say too much
        return Corroboration(own, vouched**2, beside, 0.0, 0.0, 0.0, scattered)
    confirmed, told = third.both_confirmed(match), third.told_by_the_other(match)
    return Corroboration(own, vouched, beside, third.third_value(match), confirmed, told, scattered)


def _with(match: EventMatch, others: Corroboration) -> EventMatch:
    said = ((code, getattr(others, code)) for code in SENTENCES)
    reasons = tuple(Reason(code, SENTENCES[code], round(sure, 3)) for code, sure in said if sure >= TOLD)
    odds = fitted().corroboration.log_odds(match.left.claim.kind, others, agrees=match.verdict.agrees)
    return replace(match, probability=probability(odds), reasons=(*match.reasons, *reasons))
