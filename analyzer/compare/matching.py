"""Which of the weighed pairs stand: each claim is matched with its best counterpart in every other source."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.compare.gate.odds import log_odds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from analyzer.settings import CompareSettings


@dataclass(frozen=True, slots=True)
class Matching:
    """Matches that stand, strongest first, and those that were set aside with the reason in words."""

    kept: tuple[EventMatch, ...]
    aside: tuple[tuple[EventMatch, str], ...]


def choose(matches: Sequence[EventMatch], settings: CompareSettings) -> Matching:
    """Keep mutual best pairs; a conflict falls when either claim agrees with another claim of the other source.

    A statement that one source makes twice contradicts itself whatever else it says.
    """
    ranked = sorted(matches, key=_strength)
    best = _best(ranked)
    agreeing = _agreeing(ranked, settings)
    kept: list[EventMatch] = []
    aside: list[tuple[EventMatch, str]] = []
    for match in ranked:
        why = _objection(match, best, agreeing, settings)
        if why:
            aside.append((match, why))
        else:
            kept.append(match)
    return Matching(tuple(kept), tuple(aside))


def _strength(match: EventMatch) -> tuple[float, int, int]:
    return (-match.probability, match.left.index, match.right.index)


def _best(ranked: Sequence[EventMatch]) -> Mapping[tuple[int, int], EventMatch]:
    best: dict[tuple[int, int], EventMatch] = {}
    for match in ranked:
        for end in match.ends():
            best.setdefault(end, match)
    return best


def _agreeing(ranked: Sequence[EventMatch], settings: CompareSettings) -> Mapping[tuple[int, int], list[EventMatch]]:
    """The probable agreements of each claim with claims of another source, likeliest first."""
    found: defaultdict[tuple[int, int], list[EventMatch]] = defaultdict(list)
    for match in ranked:
        if match.verdict.agrees and not _loose(match) and match.probability >= settings.agreement_veto:
            for end in match.ends():
                found[end].append(match)
    return found


def _excuse(match: EventMatch, end: tuple[int, int], agreeing: Mapping[tuple[int, int], list[EventMatch]]) -> float:
    """The probability of the best agreement of one end; 0 without one.

    That a year meets the day of another text, whose own day stands beside the year ("1914, 13 July"), excuses nothing.
    """
    other = match.right if end[0] == match.left.index else match.left
    return next((a.probability for a in agreeing.get(end, ()) if not _beside(a, end[0], other)), 0.0)


def _beside(agreement: EventMatch, index: int, value: Context) -> bool:
    """The agreeing date is coarser than `value`, and one sentence tells both."""
    found = agreement.right if agreement.left.index == index else agreement.left
    coarser = agreement.verdict.relation == "granularity" and found.claim.date is not None
    return coarser and (found.document, found.claim.sentence) == (value.document, value.claim.sentence)


def _loose(match: EventMatch) -> bool:
    """Containment in a stretch of time is no agreement: much happens between two dates."""
    return match.verdict.relation == "granularity" and any(
        c.claim.date is not None and c.claim.date.granularity in {"interval", "decade", "century"}
        for c in (match.left, match.right)
    )


def _objection(
    match: EventMatch,
    best: Mapping[tuple[int, int], EventMatch],
    agreeing: Mapping[tuple[int, int], list[EventMatch]],
    settings: CompareSettings,
) -> str:
    """Why a match does not stand, in words; empty when it does."""
    if match.blocked:
        return match.blocked
    floor = settings.within_floor if match.left.document == match.right.document else settings.soft_floor
    if match.probability < floor:
        return match.parted or "Too little speaks for one and the same fact."
    if match.verdict.agrees or match.restated:
        return ""
    if any(
        log_odds(_excuse(match, end, agreeing)) >= log_odds(match.probability) - settings.veto_margin
        for end in match.ends()
    ):
        return "One of the two values is told of the same thing elsewhere in the other source."
    if any(best[end] is not match for end in match.ends()):
        return "Another statement of the other source is the closer counterpart."
    return ""
