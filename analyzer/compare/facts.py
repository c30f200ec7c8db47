"""Groups matched claims into facts: one group per fact, with all its witnesses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.compare.verdicts import judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from analyzer.settings import CompareSettings


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims told of one fact, in order of document and position, with the matches that joined them."""

    members: tuple[Context, ...]
    matches: tuple[EventMatch, ...]


def group(
    matches: Sequence[EventMatch], weighed: Sequence[EventMatch], calendars: CalendarEvidence, settings: CompareSettings
) -> tuple[Fact, ...]:
    """Join the matches that stand, strongest first; no claim stands in two facts.

    A match that is doubtful, or of two that something parts, founds a fact of its own but never widens one. Two groups
    are joined only while no source tells the fact twice with values that were not matched, while every pair of values
    that can't both be right was found likely to be of one fact in its own right (`weighed` holds all pairs), and while
    the group stays small: chains of likeness are not one fact.
    """
    owner: dict[int, int] = {}
    groups: dict[int, list[Context]] = {}
    joined: dict[int, list[EventMatch]] = {}
    kept = frozenset((m.left.index, m.right.index) for m in matches)
    bonds = _Bonds(kept, {(m.left.index, m.right.index): m for m in weighed}, calendars, settings)
    for match in matches:
        a, b = (_place(c, owner, groups, joined) for c in (match.left, match.right))
        if a != b and not bonds.may_join(match, groups[a], groups[b]):
            continue
        if a != b:
            _merge(a, b, owner, groups, joined)
        joined[owner[match.left.index]].append(match)
    return tuple(
        Fact(tuple(sorted(groups[g], key=lambda c: c.index)), tuple(joined[g])) for g in groups if len(groups[g]) > 1
    )


def left_apart(matches: Sequence[EventMatch], facts: Sequence[Fact]) -> tuple[EventMatch, ...]:
    """Matches that stood but whose claims ended in two facts, or outside any: nothing is dropped unseen."""
    home = {context.index: number for number, fact in enumerate(facts) for context in fact.members}
    return tuple(m for m in matches if home.get(m.left.index, -1) != home.get(m.right.index, -2))


def _place(
    context: Context, owner: dict[int, int], groups: dict[int, list[Context]], joined: dict[int, list[EventMatch]]
) -> int:
    if context.index not in owner:
        owner[context.index] = context.index
        groups[context.index] = [context]
        joined[context.index] = []
    return owner[context.index]


def _merge(
    a: int, b: int, owner: dict[int, int], groups: dict[int, list[Context]], joined: dict[int, list[EventMatch]]
) -> None:
    for context in groups[b]:
        owner[context.index] = a
    groups[a] += groups.pop(b)
    joined[a] += joined.pop(b)


@dataclass(frozen=True, slots=True)
class _Bonds:
    """What is known of pairs of claims: those that were matched, and all that were weighed."""

    kept: frozenset[tuple[int, int]]
    weighed: dict[tuple[int, int], EventMatch]
    calendars: CalendarEvidence
    settings: CompareSettings

    def may_join(self, match: EventMatch, left: Sequence[Context], right: Sequence[Context]) -> bool:
        if len(left) + len(right) > self.settings.group_cap:
            return False
        if len(left) + len(right) == 2:
            return True
        if match.probability < 0.5 or match.parted:
            return False
        return all(self._compatible(x, y) or self._vouched(x, y, left, right) for x in left for y in right)

    def _vouched(self, x: Context, y: Context, left: Sequence[Context], right: Sequence[Context]) -> bool:
        """A witness of one side says the same as one of the two, and was matched with the other in its own right."""
        if x.document == y.document:
            return False
        beside = [(y, z) for z in left if z.document != x.document and self._equal(z, x)]
        beside += [(x, z) for z in right if z.document != y.document and self._equal(z, y)]
        return any(_key(one, other) in self.kept for one, other in beside)

    def _equal(self, x: Context, y: Context) -> bool:
        """Both tell one value, in whatever unit: 3.3 km and 3,300 m."""
        verdict = judge(x.claim, y.claim, self.calendars) if x.claim.value != y.claim.value else None
        return x.claim.value == y.claim.value or (verdict is not None and verdict.outcome == "equal")

    def _compatible(self, x: Context, y: Context) -> bool:
        """Matched, or likely enough to be of one fact; from different sources values that agree need no more."""
        key = _key(x, y)
        known = self.weighed.get(key)
        if known is not None and known.parted:
            return False
        if key in self.kept:
            return True
        verdict = known.verdict if known else judge(x.claim, y.claim, self.calendars)
        agrees = verdict is not None and verdict.agrees
        likely = known is not None and known.probability >= self.settings.soft_floor
        return (agrees and likely) if x.document == y.document else (agrees or likely)


def _key(x: Context, y: Context) -> tuple[int, int]:
    return min(x.index, y.index), max(x.index, y.index)
