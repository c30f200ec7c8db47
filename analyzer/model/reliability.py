"""What weighing gives: witnesses, their dependence, verdicts; and the whole analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from analyzer.model.claims import AlignmentSet, Extraction
    from analyzer.model.findings import Comparison, Finding
    from analyzer.model.sources import Collection, Document, Notice
    from analyzer.settings import Settings


@dataclass(frozen=True, slots=True)
class Interval:
    """A 90 % interval with its mean, each 0-1."""

    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class Witness:
    """One independent witness: the texts that share a text, the original first. `n` counts comparable items."""

    sources: tuple[str, ...]
    n: int
    agreement: Interval | None
    grade: str


@dataclass(frozen=True, slots=True)
class Dependence:
    """How far source `b` and source `a` are one text; `reused_share` 0-1 is the larger of the two shares."""

    a: str
    b: str
    reused_share: float
    direction: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Superiority:
    """Probability that witness `a` agrees with the independent account more often than witness `b`."""

    a: int
    b: int
    probability: float


@dataclass(frozen=True, slots=True)
class ValuePosterior:
    """Posterior of one reading's value under the default model, with its range over the sensitivity settings."""

    value: str
    probability: Interval
    witnesses: tuple[int, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the weighing says of one finding; `undetermined` when no value reaches the threshold, or on a tie."""

    finding: str
    values: tuple[ValuePosterior, ...]
    none: Interval
    undetermined: bool
    certainty: Literal["high", "moderate", "low", "very low"]
    downgrades: tuple[str, ...] = ()
    information: int = 6


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """What a reader should know of one source: counts with their n, never a number alone."""

    source: str
    witness: int
    original: bool
    grade: str
    lone_claims: int
    internal_conflicts: int
    conflicts: int
    claims: int
    precision: tuple[tuple[str, int], ...] = ()
    citations: int = 0


@dataclass(frozen=True, slots=True)
class Reliability:
    """The weighing of all witnesses: what can be said, and what can't."""

    statement: str
    witnesses: tuple[Witness, ...]
    dependence: tuple[Dependence, ...]
    superiority: tuple[Superiority, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    profiles: tuple[SourceProfile, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything one run found, enough to write every output from it."""

    collection: Collection
    documents: tuple[Document, ...]
    alignments: AlignmentSet
    extractions: tuple[Extraction, ...]
    comparison: Comparison
    reliability: Reliability
    settings: Settings
    notices: tuple[Notice, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in report order."""
        return self.comparison.findings
