"""What comparing gives: readings, reasons, findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from analyzer.model.sources import JsonValue

FindingKind = Literal[
    "date",
    "time",
    "number",
    "duration",
    "name",
    "place",
    "role",
    "quote",
    "participation",
    "sequence",
    "cause",
    "other",
]
Relation = Literal[
    "conflict", "calendar_variant", "granularity", "rounding", "name_variant", "complementary", "agreement"
]
Scope = Literal["between", "within"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One witness's words for one fact, with the normal value: at most 400 code points of raw text.

    >>> raw = "The ferry sank at 8.05 p.m."
    >>> reading = Reading("gazette", 4, 26, raw[4:26], "20:05", raw[4:26])
    >>> reading.quote == raw[reading.start : reading.end]
    True

    """

    source: str
    start: int
    end: int
    quote: str
    value: str
    text: str
    calendar: str = ""
    locator: str = ""
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a verdict: a stable code, a sentence for a reader, and the two values it speaks of."""

    code: str
    sentence: str
    left: JsonValue = None
    right: JsonValue = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact with all its readings and the verdict on them.

    `confidence` is the probability (0-1) that the relation is right; below 0.5 the finding is a suggestion. `severity`:
    3 changes the story, 2 is a fact a careful reader would want to settle, 1 a detail.

    >>> from analyzer import analyze
    >>> sinking = next(f for f in analyze("tests/collections/ferry").findings if f.difference == "20 minutes")
    >>> [(reading.source, reading.value) for reading in sinking.readings]
    [('harbour-gazette', '20:05'), ('inquiry-summary', '20:25')]

    """

    id: str
    topic: str
    question: str
    kind: FindingKind
    relation: Relation
    scope: Scope
    confidence: float
    severity: int
    explanation: str
    readings: tuple[Reading, ...]
    reasons: tuple[Reason, ...]
    difference: str = ""

    @property
    def sure(self) -> bool:
        """At least as likely right as wrong; below even odds a finding is a suggestion and is not counted."""
        return self.confidence >= 0.5


@dataclass(frozen=True, slots=True)
class Parallel:
    """Facts that looked alike and were judged different, with the reason."""

    topic: str
    reason: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the comparing stage gives: findings in report order, parallels, and nothing lost in between."""

    findings: tuple[Finding, ...]
    parallels: tuple[Parallel, ...] = ()
