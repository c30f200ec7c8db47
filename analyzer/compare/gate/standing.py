"""How a pair of claims of two sources stands among its rivals.

Two claims may be alike because a text has many like them. What tells more is how far they are ahead of every other
counterpart of either claim in the source of the other, as in bilingual sentence mining (the margin of Artetxe and
Schwenk 2019, here in log odds).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.compare.gate.fitted import fitted
from analyzer.compare.gate.odds import log_odds, probability

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from analyzer.compare.gate.same_event import EventMatch

NO_RIVAL = -6.0  # log odds below which a rival counts as none
End = tuple[int, int]  # a claim, and the document its counterparts stand in


@dataclass(frozen=True, slots=True)
class Standing:
    """A pair's own log odds, and its lead over the strongest rival of the one claim and of the other.

    `lead` is the smaller of the two leads: negative where either claim has a better counterpart.
    """

    own: float
    lead: float
    other_lead: float


@dataclass(frozen=True, slots=True)
class _Rival:
    odds: float
    value: Hashable


def standings(matches: Sequence[EventMatch]) -> list[Standing]:
    """The standing of every match, in order; those that cannot be compared are nobody's rivals.

    A counterpart with the very same value is no rival: a text may tell one fact twice.
    """
    ends: defaultdict[End, list[_Rival]] = defaultdict(list)
    for match in matches:
        if not match.blocked:
            for end, value in _ends(match):
                ends[end].append(_Rival(log_odds(match.probability), value))
    strongest = {end: _strongest(rivals) for end, rivals in ends.items()}
    return [_standing(match, strongest) for match in matches]


def among_rivals(matches: Sequence[EventMatch]) -> list[EventMatch]:
    """The matches in the same order; those between sources as probable as their standing makes them."""
    return [
        match
        if match.blocked or match.left.document == match.right.document
        else replace(match, probability=probability(fitted().standing.log_odds(match.left.claim.kind, standing)))
        for match, standing in zip(matches, standings(matches), strict=True)
    ]


def _ends(match: EventMatch) -> Iterator[tuple[End, Hashable]]:
    """Each end of a match with the value of the counterpart there."""
    return zip(match.ends(), (match.right.claim.value, match.left.claim.value), strict=True)


def _strongest(rivals: Sequence[_Rival]) -> tuple[_Rival, _Rival | None]:
    """The strongest of them, and the strongest with another value."""
    ranked = sorted(rivals, key=lambda r: -r.odds)
    return ranked[0], next((r for r in ranked if r.value != ranked[0].value), None)


def _standing(match: EventMatch, strongest: Mapping[End, tuple[_Rival, _Rival | None]]) -> Standing:
    own = log_odds(match.probability)
    leads = sorted(own - _against(strongest.get(end), value) for end, value in _ends(match))
    return Standing(own, leads[0], leads[1])


def _against(strongest: tuple[_Rival, _Rival | None] | None, value: Hashable) -> float:
    """The log odds of the strongest rival with another value."""
    first, second = strongest or (None, None)
    rival = second if first is not None and first.value == value else first
    return max(NO_RIVAL, rival.odds) if rival is not None else NO_RIVAL
