"""What a third source vouches for: two values are of one fact where a third telling goes with both of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.compare.gate.fitted import fitted
from analyzer.compare.gate.odds import log_odds, probability
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.compare.gate.same_event import EventMatch

Links = dict[int, dict[int, "EventMatch"]]  # by claim, and by the claim of another source it was weighed with
LEAST = 0.02  # a link less probable vouches for nothing
TOLD = 0.25  # from which a reader is told so


def vouching(matches: Sequence[EventMatch]) -> list[float]:
    """How surely a telling of a third source goes with both claims of each match, 0-1, higher is surer; in order.

    It has to agree with one of the two, or it would only be a third value of perhaps a third fact.
    """
    links: Links = defaultdict(dict)
    for match in matches:
        if _between(match) and match.probability >= LEAST:
            links[match.left.index][match.right.index] = match
            links[match.right.index][match.left.index] = match
    return [_vouched(match, links) if _between(match) else 0.0 for match in matches]


def heard(matches: Sequence[EventMatch]) -> list[EventMatch]:
    """The matches in the same order; those between sources as probable as third sources make them."""
    return [
        _with(match, surety) if _between(match) else match
        for match, surety in zip(matches, vouching(matches), strict=True)
    ]


def _between(match: EventMatch) -> bool:
    return not match.blocked and match.left.document != match.right.document


def _vouched(match: EventMatch, links: Mapping[int, Mapping[int, EventMatch]]) -> float:
    one, other = links.get(match.left.index, {}), links.get(match.right.index, {})
    documents = {match.left.document, match.right.document}
    return max(
        (
            one[third].probability * other[third].probability
            for third in one.keys() & other.keys()
            if (one[third].verdict.agrees or other[third].verdict.agrees)
            and not {c.document for c in (one[third].left, one[third].right)} <= documents
        ),
        default=0.0,
    )


def _with(match: EventMatch, surety: float) -> EventMatch:
    reasons = match.reasons
    if surety >= TOLD:
        reasons = (*reasons, Reason("third_witness", "A third source goes with both of them.", round(surety, 3)))
    odds = fitted().vouching.log_odds(log_odds(match.probability), surety)
    return replace(match, probability=probability(odds), reasons=reasons)
