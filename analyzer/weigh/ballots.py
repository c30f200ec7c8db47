"""What every witness says of one item, reduced to what the model needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes on one item.

    `votes[s]` holds the classes that witness `s` supports, numbered from 0; empty when it is silent. A coarse value
    supports every finer class it contains. `classes` is the number of voted classes. `shares[s]` is 1, or less where
    several witnesses use the same words and so have one vote between them. `weight` 0-1 tempers claims of one
    event; 0 teaches nothing. `known` holds the classes a reader allows, the empty set meaning none of them; None when
    nothing is known.
    """

    votes: tuple[frozenset[int], ...]
    classes: int
    shares: tuple[float, ...]
    weight: float = 1.0
    known: frozenset[int] | None = None

    @property
    def speaking(self) -> tuple[int, ...]:
        """Indices of the witnesses that vote."""
        return tuple(s for s, vote in enumerate(self.votes) if vote)

    @property
    def voices(self) -> float:
        """How many independent votes there are; votes in the same words count as one."""
        return sum(self.shares[s] for s in self.speaking)

    @property
    def comparable(self) -> bool:
        """Whether at least two independent witnesses speak."""
        return self.voices > 1.5

    @property
    def learning_weight(self) -> float:
        """Weight of the item in judging the witnesses: a single voice teaches nothing unless the answer is known."""
        return self.weight if self.comparable or self.known is not None else 0.0

    def false_values(self, least: int) -> int:
        """Number of wrong values `m` assumed for this item: at least as many as values are claimed."""
        return max(least, self.classes)

    def prior(self, least: int) -> tuple[float, ...]:
        """Probability of each class, then of none of them, before any witness is heard; zero where a reader rules out.

        >>> Ballot((frozenset({0}), frozenset({1})), 2, (1.0, 1.0)).prior(3)
        (0.25, 0.25, 0.5)
        """
        m = self.false_values(least)
        full = [1 / (m + 1)] * self.classes + [(m + 1 - self.classes) / (m + 1)]
        if self.known is None:
            return tuple(full)
        allowed = self.known or {self.classes}
        return tuple(p if z in allowed else 0.0 for z, p in enumerate(full))

    def without(self, witness: int) -> Ballot:
        """The same item with one witness silent; classes only it supports stay as values nobody voted for."""
        kept = tuple(frozenset[int]() if s == witness else vote for s, vote in enumerate(self.votes))
        return Ballot(kept, self.classes, self.shares, self.weight, self.known)
