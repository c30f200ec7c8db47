"""Findings as cards: the question, the readings side by side, the reasons, the posterior."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.report.judging import is_judged, why_not
from analyzer.report.labels import anchor, shorten
from analyzer.report.wording import (
    INFORMATION,
    RELATION_SIGNS,
    RELATIONS,
    SEVERITIES,
    SEVERITY_SIGNS,
    innocent,
    listed,
    percent,
    spoken,
)

if TYPE_CHECKING:
    from analyzer.model import Analysis, Finding, Reading, Verdict
    from analyzer.report.labels import Label
    from analyzer.report.marking import Marker

QUOTE_ROOM = 900  # bytes for all quotes of a card together, so that a card stays within 4 KB
LEAST_ROOM = 100  # below this a quote no longer shows what it is about
MOST_READINGS = 7  # readings shown on a card; the others stand in the full texts and in findings.csv
MOST_GROUPS = 5  # values shown on a card
MOST_REASONS = 9
LOCATOR_ROOM = 40
VALUE_ROOM = 50  # a value used as a heading
ALL_REASONS_ROOM = 760  # bytes for all reasons of a card together
EXPLANATION_ROOM = 180
SPLIT = "inconsistency: "  # the downgrade that names witnesses without a vote


@dataclass(frozen=True, slots=True)
class Quote:
    """One reading as shown: `marked` is the exact value, `href` leads to the place in the full text."""

    label: Label
    before: str
    marked: str
    after: str
    locator: str
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """All readings of one value."""

    value: str
    quotes: tuple[Quote, ...]
    witnesses: int
    posterior: str
    more: int

    @property
    def labels(self) -> tuple[Label, ...]:
        """The sources shown, each once."""
        return tuple(dict.fromkeys(quote.label for quote in self.quotes))


@dataclass(frozen=True, slots=True)
class Step:
    """One reason; `tried` names the innocent explanation it tries, if any."""

    sentence: str
    tried: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the posterior bar, in tenths of a per cent from the left."""

    name: str
    start: int
    width: int
    share: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything shown of one finding."""

    id: str
    key: str
    question: str
    kind: str
    relation: str
    relation_word: str
    relation_sign: str
    within: bool
    severity: int
    severity_word: str
    severity_sign: str
    confidence: int
    sure: bool
    difference: str
    explanation: str
    groups: tuple[Group, ...]
    more_values: int
    steps: tuple[Step, ...]
    tried: str
    verdict: str
    segments: tuple[Segment, ...]
    letters: str


class CardMaker:
    """Turns findings into cards."""

    def __init__(self, analysis: Analysis, labels: dict[str, Label], marker: Marker) -> None:
        """Keep what every card needs."""
        self._labels = labels
        self._marker = marker
        self._verdicts = {verdict.finding: verdict for verdict in analysis.reliability.verdicts}
        self._why_not = why_not(analysis)

    def card(self, finding: Finding) -> Card:
        """The card of one finding."""
        verdict = self._verdicts.get(finding.id)
        judged = verdict if verdict and is_judged(verdict) else None
        groups = self._groups(finding, judged)
        steps = _steps(finding)
        tried = list(dict.fromkeys(step.tried for step in steps if step.tried))
        return Card(
            id=anchor("f", finding.id),
            key=finding.id,
            question=finding.question or finding.topic,
            kind=finding.kind,
            relation=finding.relation,
            relation_word=RELATIONS[finding.relation],
            relation_sign=RELATION_SIGNS[finding.relation],
            within=finding.scope == "within",
            severity=finding.severity,
            severity_word=SEVERITIES[finding.severity],
            severity_sign=SEVERITY_SIGNS[finding.severity],
            confidence=round(100 * finding.confidence),
            sure=finding.sure,
            difference=finding.difference,
            explanation=_new_words(finding),
            groups=groups[:MOST_GROUPS],
            more_values=max(len(groups) - MOST_GROUPS, 0),
            steps=steps,
            tried=listed(tried),
            verdict=_verdict_words(judged, finding) if judged else self._unjudged(verdict),
            segments=_segments(judged, finding) if judged else (),
            letters=" ".join(sorted({self._labels[r.source].letter for r in finding.readings})),
        )

    def _unjudged(self, verdict: Verdict | None) -> str:
        """Why there is no verdict, with what took a witness its vote."""
        if verdict is None:
            return ""
        lost = [d.removeprefix(SPLIT) for d in verdict.downgrades if d.startswith(SPLIT) and "vote" in d]
        return f"Not enough to judge: {'; '.join([self._why_not, *lost])}."

    def _groups(self, finding: Finding, verdict: Verdict | None) -> tuple[Group, ...]:
        by_value: dict[tuple[str, str], list[tuple[int, Reading]]] = {}
        for number, reading in enumerate(finding.readings):
            by_value.setdefault((reading.value, reading.calendar), []).append((number, reading))
        room = max(QUOTE_ROOM // min(len(finding.readings), MOST_READINGS), LEAST_ROOM)
        share = max(MOST_READINGS // min(len(by_value), MOST_GROUPS), 1)
        posteriors = {v.value: percent(v.probability.mid) for v in verdict.values} if verdict else {}
        groups = []
        for (value, calendar), members in by_value.items():
            shown = tuple(self._quote(finding, number, reading, room) for number, reading in members[:share])
            groups.append(
                Group(
                    shorten(spoken(value, finding.kind, calendar), VALUE_ROOM),
                    shown,
                    len({self._labels[reading.source].witness for _, reading in members}),
                    posteriors.get(value, ""),
                    len(members) - len(shown),
                )
            )
        return tuple(groups)

    def _quote(self, finding: Finding, number: int, reading: Reading, room: int) -> Quote:
        wide = max(len(reading.text.encode()), 1)  # letters of other scripts take two bytes and more
        before, marked, after = self._marker.parts(reading, finding.kind, room * len(reading.text) // wide)
        href = "#" + anchor("r", finding.id, str(number))
        return Quote(self._labels[reading.source], before, marked, after, shorten(reading.locator, LOCATOR_ROOM), href)


def _steps(finding: Finding) -> tuple[Step, ...]:
    """The reasons in order; when they are too long together, the longest are cut first."""
    shown = [reason for reason in finding.reasons if reason.sentence][:MOST_REASONS]
    room = _level([len(reason.sentence.encode()) for reason in shown], ALL_REASONS_ROOM)
    return tuple(Step(shorten(reason.sentence, room), innocent(reason.code)) for reason in shown)


def _level(lengths: list[int], budget: int) -> int:
    """The greatest length for each so that together they keep the budget.

    >>> _level([10, 50, 100], 120), _level([10, 20], 100)
    (60, 100)
    """
    left = budget
    for number, length in enumerate(sorted(lengths)):
        share = left // (len(lengths) - number)
        if length > share:
            return share
        left -= length
    return budget


def _new_words(finding: Finding) -> str:
    """The explanation, unless it only repeats the reasons."""
    said = " ".join(reason.sentence for reason in finding.reasons)
    return "" if finding.explanation in said else shorten(finding.explanation, EXPLANATION_ROOM)


def _verdict_words(verdict: Verdict, finding: Finding) -> str:
    best = max(verdict.values, key=lambda v: v.probability.mid, default=None)
    if best is None or verdict.undetermined:
        head = "Undetermined"
    else:
        head = f"{spoken(best.value, finding.kind)} agrees best with the independent accounts"
    grounds = [" (".join(ground.split(": ", 1)) + ")" for ground in verdict.downgrades]
    lowered = f", lowered for {listed(grounds)}" if grounds else ""
    number = f"{verdict.information} of 6, {INFORMATION[verdict.information]}"
    return f"{head}. Certainty {verdict.certainty}{lowered}. Information {number}."


def _segments(verdict: Verdict, finding: Finding) -> tuple[Segment, ...]:
    named = [(spoken(v.value, finding.kind), v.probability) for v in verdict.values]
    made: list[Segment] = []
    at = 0
    for name, interval in [*named, ("none of them", verdict.none)]:
        width = min(round(1000 * interval.mid), 1000 - at)
        bounds = f"{percent(interval.mid)} ({percent(interval.low)} to {percent(interval.high)})"
        made.append(Segment(shorten(name, VALUE_ROOM), at, width, bounds))
        at += width
    return tuple(made)
