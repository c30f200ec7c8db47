"""What each piece of evidence is worth that two values of one source are of one thing, as fitted on collections."""

from __future__ import annotations

import functools
import math
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = "fitted.toml"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A logistic model: the log odds of a kind of claim, and the factor of each piece of evidence, 0 and more."""

    prior: Mapping[str, float]
    factors: Mapping[str, float]

    def log_odds(self, kind: str, evidence: Mapping[str, float]) -> float:
        """Natural-log odds that two values of `kind` are of one thing; what was not fitted counts nothing."""
        return self.prior[kind] + math.fsum(self.factors.get(name, 0.0) * value for name, value in evidence.items())


@functools.lru_cache(maxsize=1)
def fitted() -> Fitted:
    """The model that comes with the package (`benchmarks/told_again_weights.py` fits it)."""
    table = tomllib.loads(resources.files(__package__).joinpath(TABLE).read_text(encoding="utf-8"))
    return Fitted(table["prior"], table["factors"])
