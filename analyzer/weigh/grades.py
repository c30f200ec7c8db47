"""The letter of each source and witness, found without using its own vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analyzer.weigh.accuracy import interval, points, prior
from analyzer.weigh.fit import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.weigh.evidence import Evidence
    from analyzer.weigh.items import Item

# Admiralty scale: completely, usually, fairly, not usually reliable, unreliable; by the mean agreement.
_LETTERS = (("A", 0.9), ("B", 0.8), ("C", 0.65), ("D", 0.5), ("E", 0.0))
CANT_BE_JUDGED = "F"

Table = list[tuple[float, ...] | None]  # per item the posterior of each class without one witness, None if nobody else


def letters(evidence: Evidence) -> tuple[tuple[str, ...], dict[str, str]]:
    """A letter for each witness in order, and for each source by id; F where too little can be compared."""
    by_witness: list[str] = []
    by_source: dict[str, str] = {}
    for witness, cluster in enumerate(evidence.witnesses.clusters):
        table = _without(witness, evidence) if evidence.judged else []
        by_witness.append(_letter(evidence, table, [_vote(item, witness) for item in evidence.items]))
        for source in cluster:
            by_source[source] = _letter(evidence, table, [_own(item, source) for item in evidence.items])
    return tuple(by_witness), by_source


def _without(witness: int, evidence: Evidence) -> Table:
    """What the other witnesses alone say of every item; a user's prior reliability does not enter a letter."""
    ballots = [item.ballot.without(witness) for item in evidence.items]
    fitted = fit(ballots, [None] * evidence.witnesses.count, evidence.settings)
    least = evidence.settings.false_values
    return [
        item.probabilities(row, least) if ballot.speaking or ballot.known is not None else None
        for item, ballot, row in zip(evidence.items, ballots, fitted.items, strict=True)
    ]


def _vote(item: Item, witness: int) -> frozenset[int]:
    return frozenset(item.voted[k] for k in item.ballot.votes[witness])


def _own(item: Item, source: str) -> frozenset[int]:
    """The classes one source's own words support, whether or not its witness has a vote."""
    sets = [item.classes.of(r) for r in item.finding.readings if r.source == source]
    return frozenset.intersection(*sets) if sets else frozenset()


def _letter(evidence: Evidence, table: Table, votes: Sequence[frozenset[int]]) -> str:
    """The letter of the mean agreement with what the others alone say."""
    settings = evidence.settings
    pairs = [
        (item, row, vote)
        for item, row, vote in zip(evidence.items, table, votes, strict=False)
        if row and vote and item.ballot.weight
    ]
    if len(pairs) < settings.graded_items:
        return CANT_BE_JUDGED
    x = points(settings.grid_points)
    logs = np.log(prior(settings.grid_points))
    for item, row, vote in pairs:
        right = sum(row[i] for i in vote)
        wrong = (1 - x) / item.ballot.false_values(settings.false_values)
        logs = logs + item.ballot.weight * np.log(right * x + (1 - right) * wrong)
    mass = np.exp(logs - logs.max())
    mean = interval(mass / mass.sum()).mid
    return next(letter for letter, least in _LETTERS if mean >= least)
