"""Groups matched claims into facts: one group per fact, with all its witnesses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.contexts import Context
    from analyzer.compare.same_event import EventMatch
    from analyzer.settings import CompareSettings


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims told of one fact, in order of document and position, with the matches that joined them."""

    members: tuple[Context, ...]
    matches: tuple[EventMatch, ...]


def group(matches: Sequence[EventMatch], settings: CompareSettings) -> tuple[Fact, ...]:
    """Join matches, strongest first; no claim stands in two facts.

    Two groups are joined only while no source tells the fact twice with values that were not matched with each other,
    and while the group stays small: chains of likeness are not one fact.
    """
    owner: dict[int, int] = {}
    groups: dict[int, list[Context]] = {}
    joined: dict[int, list[EventMatch]] = {}
    direct = {(m.left.index, m.right.index): m for m in matches}
    for match in matches:
        a, b = (_place(c, owner, groups, joined) for c in (match.left, match.right))
        if a != b and not _may_join(groups[a], groups[b], direct, settings):
            continue
        if a != b:
            _merge(a, b, owner, groups, joined)
        joined[owner[match.left.index]].append(match)
    return tuple(
        Fact(tuple(sorted(groups[g], key=lambda c: c.index)), tuple(joined[g])) for g in groups if len(groups[g]) > 1
    )


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


def _may_join(
    left: Sequence[Context],
    right: Sequence[Context],
    direct: dict[tuple[int, int], EventMatch],
    settings: CompareSettings,
) -> bool:
    if len(left) + len(right) > settings.group_cap:
        return False
    return all(_compatible(x, y, direct) for x in left for y in right)


def _compatible(x: Context, y: Context, direct: dict[tuple[int, int], EventMatch]) -> bool:
    """Matched with each other, or from different sources (where a third witness may link them)."""
    key = (min(x.index, y.index), max(x.index, y.index))
    return key in direct or x.document != y.document
