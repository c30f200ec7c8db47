"""Two texts that tell the same facts in the same order: what stands right beside a shared fact is likelier shared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.compare.gate.odds import log_odds, probability
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch

SURE = 0.8  # probability from which a pair is a fact both texts tell
BESIDE = 0.9  # log odds for a pair right after or right before such a fact, with nothing of its kind between
NEAR = 5  # sentences
Documents = tuple[int, int]  # the indices of the two that a pair stands in


def in_sequence(matches: Sequence[EventMatch], contexts: Sequence[Context]) -> list[EventMatch]:
    """The matches in the same order, those between sources made likelier by the shared facts they stand between."""
    anchors = _anchors(matches)
    starts = _starts(contexts)
    return [_weighed(match, anchors, starts) for match in matches]


def _anchors(matches: Sequence[EventMatch]) -> Mapping[Documents, list[EventMatch]]:
    """The sure pairs of two documents that are each other's best, in order of the first."""
    best: dict[tuple[int, int], EventMatch] = {}
    ranked = sorted(matches, key=lambda m: (-m.probability, m.left.index, m.right.index))
    for match in ranked:
        for end in match.ends():
            best.setdefault(end, match)
    found: defaultdict[Documents, list[EventMatch]] = defaultdict(list)
    for match in ranked:
        mutual = all(best[end] is match for end in match.ends())
        if mutual and match.probability >= SURE and match.left.document != match.right.document:
            found[match.left.document, match.right.document].append(match)
    for pairs in found.values():
        pairs.sort(key=lambda m: (m.left.claim.start, m.right.claim.start))
    return found


def _starts(contexts: Sequence[Context]) -> Mapping[tuple[int, str], list[int]]:
    found: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for context in contexts:
        found[context.document, context.claim.kind].append(context.claim.start)
    return {key: sorted(starts) for key, starts in found.items()}


def _weighed(
    match: EventMatch, anchors: Mapping[Documents, list[EventMatch]], starts: Mapping[tuple[int, str], list[int]]
) -> EventMatch:
    documents = match.left.document, match.right.document
    if match.blocked or documents[0] == documents[1] or not 0 < match.probability < 1:
        return match
    pairs = anchors.get(documents, [])
    here = bisect_left(pairs, match.left.claim.start, key=lambda m: m.left.claim.start)
    after = next((m for m in pairs[here:] if m.left.claim.start > match.left.claim.start), None)
    beside = [a for a in (pairs[here - 1] if here else None, after) if a is not None and _beside(a, match, starts)]
    if not beside:
        return match
    odds = log_odds(match.probability) + BESIDE * len(beside)
    reason = Reason("sequence", "Both texts tell it right beside another fact they share.")
    return replace(match, probability=probability(odds), reasons=(*match.reasons, reason))


def _beside(anchor: EventMatch, match: EventMatch, starts: Mapping[tuple[int, str], list[int]]) -> bool:
    """Near the shared fact in both documents, on the same side of it, and with no claim of the kind between."""
    sides = []
    for own, shared in ((match.left, anchor.left), (match.right, anchor.right)):
        if own.index == shared.index or abs(own.claim.sentence - shared.claim.sentence) > NEAR:
            return False
        low, high = sorted((own.claim.start, shared.claim.start))
        told = starts[own.document, own.claim.kind]
        if bisect_left(told, high) - bisect_right(told, low) > 0:
            return False
        sides.append(own.claim.start > shared.claim.start)
    return sides[0] == sides[1]
