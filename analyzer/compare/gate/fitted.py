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

    from analyzer.compare.gate.corroboration import Corroboration
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
class FittedCorroboration:
    """A logistic model of what other pairs are worth beside a pair's own log odds.

    Each factor is that of the field of `Corroboration` with its name; none is negative: what speaks against one fact
    is taken off. `lean` is added to the prior, by kind for two values that differ, as "agreeing" for two that agree.
    """

    prior: float
    lean: Mapping[str, float]
    own: float
    vouched: float
    beside: float
    third_value: float
    both_confirmed: float
    told_by_the_other: float
    scattered: float

    def log_odds(self, kind: str, others: Corroboration, *, agrees: bool) -> float:
        """Natural-log odds that two claims of `kind`, of values that agree or differ, are told of one fact."""
        speaks_for = self.own * others.own + self.vouched * others.vouched + self.beside * others.beside
        apart = self.third_value * others.third_value + self.both_confirmed * others.both_confirmed
        elsewhere = self.told_by_the_other * others.told_by_the_other + self.scattered * others.scattered
        return self.prior + self.lean["agreeing" if agrees else kind] + speaks_for - apart - elsewhere


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
    corroboration: FittedCorroboration

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
    corroboration = FittedCorroboration(**table["corroboration"])
    return Fitted(table["prior"], table["for"], table["against"], standing, corroboration)
