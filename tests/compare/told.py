"""A collection of short texts with everything the stages made of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from analyzer.compare.calendar_evidence import CalendarEvidence
from analyzer.compare.candidates import AlignedSentences
from analyzer.compare.context.contexts import contexts
from analyzer.compare.context.rarity import Rarity, rarity
from analyzer.compare.gate.same_event import EventMatch
from analyzer.compare.verdicts import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Analysis, Claim, Document, Finding, Relation

    Tell = Callable[..., "Told"]

NO_SIGNS = CalendarEvidence()  # nothing is known of the calendars in use


def match(left: Context, right: Context, probability: float = 0.9, blocked: str = "") -> EventMatch:
    """Two claims weighed by hand, with the verdict on their values."""
    verdict = judge(left.claim, right.claim, NO_SIGNS)
    assert verdict is not None
    return EventMatch(left, right, verdict, probability, None, (), blocked)


def weighed(unweighed: Sequence[EventMatch], told: Sequence[tuple[float, str]]) -> list[EventMatch]:
    """The same matches with these probabilities, and what forbids to compare them."""
    return [replace(m, probability=p, blocked=why) for m, (p, why) in zip(unweighed, told, strict=True)]


def turned(found: EventMatch) -> EventMatch:
    """The same match with its claims the other way round."""
    return replace(found, left=found.right, right=found.left)


class Told:
    """An analysis, and short ways to what its tests ask for."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.analysis.findings

    @property
    def held(self) -> list[Finding]:
        """Findings that are held to be right; below a confidence of 0.5 they are suggestions."""
        return [finding for finding in self.findings if finding.confidence >= 0.5]

    @property
    def documents(self) -> tuple[Document, ...]:
        return self.analysis.documents

    @property
    def verdicts(self) -> list[tuple[Relation, tuple[str, ...]]]:
        """Relation and sorted values of every finding held, in report order."""
        return [(f.relation, tuple(sorted({r.value for r in f.readings}))) for f in self.held]

    def of(self, relation: Relation) -> list[Finding]:
        return [finding for finding in self.held if finding.relation == relation]

    def about(self, value: str) -> Finding:
        """The first finding with a reading of this value."""
        return next(f for f in self.findings if value in {r.value for r in f.readings})

    @property
    def claims(self) -> list[Claim]:
        return [claim for extraction in self.analysis.extractions for claim in extraction.claims]

    @cached_property
    def rare(self) -> Rarity:
        return rarity(self.analysis.extractions)

    @cached_property
    def contexts(self) -> tuple[Context, ...]:
        return contexts(self.analysis.extractions, self.rare)

    @cached_property
    def aligned(self) -> AlignedSentences:
        return AlignedSentences(self.analysis.alignments, self.analysis.documents)

    def context(self, value: str, document: int | None = None) -> Context:
        """The first context of a value, in one document or in any."""
        return next(c for c in self.contexts if c.claim.value == value and document in {None, c.document})
