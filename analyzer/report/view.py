"""What a report says, apart from how it looks: the one record that HTML and PDF are both made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.report.cards import Card, CardMaker
from analyzer.report.data import all_notices
from analyzer.report.gaps import Gap, gaps
from analyzer.report.labels import Label, label_sources
from analyzer.report.marking import Marker
from analyzer.report.method import Method, method
from analyzer.report.texts import FullText, full_texts
from analyzer.report.witnesses import Standing, Tie, standings, ties
from analyzer.report.wording import RELATION_MEANINGS, RELATIONS, counted
from analyzer.weigh.evidence import told_by_several

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analyzer.model import Analysis, Finding

SERIOUS = 3  # the output contract: severity 3 changes the story
LEAD = 5  # conflicts named on the first screen
PARALLELS = 60  # shown; all of them stand in findings.json
PARALLEL_ROOM = 200


@dataclass(frozen=True, slots=True)
class Shelf:
    """Findings of one relation."""

    relation: str
    title: str
    meaning: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Facts that looked alike and were judged different."""

    topic: str
    reason: str
    quotes: tuple[tuple[Label, str], ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole report in reading order."""

    headline: str
    deck: str
    labels: tuple[Label, ...]
    statement: str
    notes: tuple[str, ...]
    notices: tuple[str, ...]
    lead: tuple[Card, ...]
    conflicts: tuple[Card, ...]
    suggestions: tuple[Card, ...]
    shelves: tuple[Shelf, ...]
    agreements: tuple[Card, ...]
    apart: tuple[Apart, ...]
    apart_more: int
    standings: tuple[Standing, ...]
    ties: tuple[Tie, ...]
    gaps: tuple[Gap, ...]
    texts: tuple[FullText, ...]
    method: Method
    questions: tuple[tuple[str, str], ...]

    @property
    def total(self) -> int:
        """Number of cards."""
        return self.facts + len(self.suggestions)

    @property
    def facts(self) -> int:
        """Number of comparable facts: the cards without suggestions, as the headline counts them."""
        return len(self.conflicts) + sum(len(shelf.cards) for shelf in self.shelves) + len(self.agreements)

    @property
    def count(self) -> str:
        """The number of cards in words, suggestions named."""
        some = f", {len(self.suggestions):,} of them suggestions" if self.suggestions else ""
        return counted(self.total, "finding") + some


def headline(analysis: Analysis) -> str:
    """The result in one sentence; facts and conflicts count findings of confidence 0.5 and above."""
    sure = [finding for finding in analysis.findings if finding.sure]
    conflicts = [finding for finding in sure if finding.relation == "conflict"]
    serious = [finding for finding in conflicts if finding.severity >= SERIOUS]
    parts = [
        counted(len(analysis.documents), "text"),
        counted(len(analysis.reliability.witnesses), "independent witness", "independent witnesses"),
        counted(len(sure), "comparable fact"),
        counted(len(conflicts), "conflict"),
    ]
    return ", ".join([*parts, f"{len(serious):,} serious"] if conflicts else parts)


def view(analysis: Analysis) -> View:
    """The report of an analysis."""
    labels = label_sources(analysis)
    marker = Marker(analysis)
    maker = CardMaker(analysis, labels, marker)
    cards = {finding.id: maker.card(finding) for finding in analysis.findings}
    sure = tuple(finding for finding in analysis.findings if finding.sure)
    conflicts = _cards(cards, (f for f in sure if f.relation == "conflict"))
    return View(
        headline=headline(analysis),
        deck=_deck(analysis, labels),
        labels=tuple(labels.values()),
        statement=analysis.reliability.statement,
        notes=analysis.reliability.notes,
        notices=tuple(notice.sentence for notice in all_notices(analysis)),
        lead=conflicts[:LEAD],
        conflicts=conflicts,
        suggestions=_cards(cards, (f for f in analysis.findings if not f.sure)),
        shelves=_shelves(cards, sure),
        agreements=_cards(cards, (f for f in sure if f.relation == "agreement")),
        apart=_apart(analysis, labels),
        apart_more=max(len(analysis.comparison.parallels) - PARALLELS, 0),
        standings=standings(analysis, labels),
        ties=ties(analysis, labels),
        gaps=gaps(analysis, labels),
        texts=full_texts(analysis, labels, marker),
        method=method(analysis, labels),
        questions=tuple((card.id, card.question) for card in conflicts),
    )


def _deck(analysis: Analysis, labels: dict[str, Label]) -> str:
    """What the headline's facts rest on: copies of one text tell many, and only witnesses count."""
    sure = [finding for finding in analysis.findings if finding.sure]
    apart = told_by_several(sure, {name: label.witness for name, label in labels.items()})
    if not sure or apart == len(sure):
        return ""
    verb = "is" if apart == 1 else "are"
    return f"{apart:,} of the {counted(len(sure), 'fact')} {verb} told by at least two independent witnesses."


def _cards(cards: dict[str, Card], findings: Iterable[Finding]) -> tuple[Card, ...]:
    return tuple(cards[finding.id] for finding in findings)


def _shelves(cards: dict[str, Card], findings: tuple[Finding, ...]) -> tuple[Shelf, ...]:
    made = []
    for relation in RELATIONS:
        found = _cards(cards, (f for f in findings if f.relation == relation))
        if found and relation not in ("conflict", "agreement"):
            made.append(Shelf(relation, RELATIONS[relation], RELATION_MEANINGS[relation], found))
    return tuple(made)


def _apart(analysis: Analysis, labels: dict[str, Label]) -> tuple[Apart, ...]:
    return tuple(
        Apart(p.topic, p.reason, tuple((labels[r.source], r.text[:PARALLEL_ROOM]) for r in p.readings))
        for p in analysis.comparison.parallels[:PARALLELS]
    )
