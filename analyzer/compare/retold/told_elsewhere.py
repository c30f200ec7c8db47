"""What other sources tell of two values of one source: one that they confirm without the other is of a fact apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch


@dataclass(frozen=True, slots=True)
class ToldElsewhere:
    """For each claim (by its index) the probability that each claim of another source is told of the same fact.

    `agreeing` holds those with an agreeing value.
    """

    links: Mapping[int, Mapping[int, float]]
    agreeing: Mapping[int, tuple[int, ...]]

    @classmethod
    def of(cls, matches: Iterable[EventMatch]) -> Self:
        """Read the matches between sources, each weighed by itself."""
        links: defaultdict[int, dict[int, float]] = defaultdict(dict)
        agreeing: defaultdict[int, list[int]] = defaultdict(list)
        for match in matches:
            left, right = match.left, match.right
            if match.blocked or left.document == right.document:
                continue
            for one, other in ((left.index, right.index), (right.index, left.index)):
                links[one][other] = match.probability
                if match.verdict.agrees:
                    agreeing[one].append(other)
        return cls(links, {index: tuple(others) for index, others in agreeing.items()})

    def apart(self, left: Context, right: Context) -> float:
        """How surely other sources tell of one of the two facts and not of the other, 0-1; higher parts them more."""
        return max(self._alone(left.index, right.index), self._alone(right.index, left.index))

    def _alone(self, one: int, other: int) -> float:
        known, unknown = self.links.get(one, {}), self.links.get(other, {})
        return max((known[third] * (1 - unknown.get(third, 0.0)) for third in self.agreeing.get(one, ())), default=0.0)
