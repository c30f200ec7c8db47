"""What each piece of evidence for one fact is worth between two sources, as fitted on annotated collections."""

from __future__ import annotations

import functools
import math
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.compare.gate.standing import Standing

TABLE = "fitted.toml"


@dataclass(frozen=True, slots=True)
class FittedStanding:
    """A logistic model of what a pair's own log odds and its leads over its rivals are worth."""

    prior: Mapping[str, float]
    own: float
    lead: float
    other_lead: float

    def log_odds(self, kind: str, standing: Standing) -> float:
        """Natural-log odds that two claims of `kind` are told of one fact, from how they stand among their rivals."""
        leads = self.lead * standing.lead + self.other_lead * standing.other_lead
        return self.prior[kind] + self.own * standing.own + leads


@dataclass(frozen=True, slots=True)
class FittedVouching:
    """A logistic model of what the word of a third source is worth beside a pair's own log odds."""

    prior: float
    own: float
    third: float

    def log_odds(self, own: float, surety: float) -> float:
        """Natural-log odds of one fact; `surety` (0-1) is that a telling of a third source goes with both claims."""
        return self.prior + self.own * own + self.third * surety


@dataclass(frozen=True, slots=True)
class Fitted:
    """A logistic model: the log odds of a kind of claim, and the factors of each piece of evidence, for and against.

    `benchmarks/gate_weights.py` fits it, and adds a little to the priors (its `LEAN`). A factor of 1 leaves the weight
    a rule gives as it is, one of 0 ignores it; none is negative, so that a piece of evidence never speaks against what
    its reason says.
    """

    prior: Mapping[str, float]
    speaks_for: Mapping[str, float]
    speaks_against: Mapping[str, float]
    standing: FittedStanding
    vouching: FittedVouching

    def log_odds(self, kind: str, evidence: Mapping[str, float]) -> float:
        """Natural-log odds that two claims of `kind` are told of one fact, from their evidence by name."""
        return self.prior[kind] + math.fsum(self.factor(name, weight) * weight for name, weight in evidence.items())

    def factor(self, name: str, weight: float) -> float:
        """By what the weight of a piece of evidence is multiplied; 1 for one that was not fitted yet."""
        return (self.speaks_for if weight > 0 else self.speaks_against).get(name, 1.0)


@functools.lru_cache(maxsize=1)
def fitted() -> Fitted:
    """The model that comes with the package."""
    table = tomllib.loads(resources.files(__package__).joinpath(TABLE).read_text(encoding="utf-8"))
    leads = {name: table["standing"][name] for name in ("own", "lead", "other_lead")}
    standing = FittedStanding(table["standing"]["prior"], **leads)
    vouching = FittedVouching(**table["vouching"])
    return Fitted(table["prior"], table["for"], table["against"], standing, vouching)
