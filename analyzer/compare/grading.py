"""How sure a finding is, how much it matters, its id, and its place in the report."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analyzer.compare.facts import Fact
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import FindingKind, Reading, Reason, Relation

# Acts that make or end a life, an office, a body or a war: a date that differs changes the story.
KEY_FAMILIES = frozenset(
    "born die kill found begin end appoint elect resign lead arrest release sign win lose sink collide "
    "exile attack surrender marry destroy burn explode discover fall_ill baptise bury become defeat launch".split()
)
DIFFERENCES = frozenset({"conflict", "granularity"})  # relations of two values that are not the same
SOFT_OUTCOMES = {"near_variant": 0.85, "double_conversion": 0.8, "overlap": 0.7, "approximate": 0.9}


def confidence(fact: Fact, decisive: Verdict, *, written: bool) -> float:
    """Probability that the relation is right: that of one fact, lessened where the difference itself is in doubt.

    Of several matches of the deciding relation the strongest counts. `written` says that the texts write both values
    in full: a difference that rests on an inferred part is only half believed, so it stays a suggestion.
    """
    same = max((m.probability for m in fact.matches if m.verdict.relation == decisive.relation), default=0.0)
    same = same or max(m.probability for m in fact.matches) * 0.9
    doubt = SOFT_OUTCOMES.get(decisive.outcome, 1.0) * (1.0 if written or decisive.relation not in DIFFERENCES else 0.5)
    return round(min(0.99, same) * doubt, 6)


def severity(fact: Fact, decisive: Verdict) -> int:
    """3 changes the story, 2 a careful reader would settle it, 1 a detail."""
    families = {f for c in fact.members for f in c.families}
    kind = fact.members[0].claim.kind
    if decisive.relation not in {"conflict", "calendar_variant"}:
        return 1 if decisive.relation in {"rounding", "name_variant"} else 1 + bool(families & KEY_FAMILIES)
    if kind == "date":
        return 3 if families & KEY_FAMILIES else 2
    if kind == "number":
        lives = all("dead" in c.counted for c in fact.members)  # how many died is what such a story is about
        return 3 if decisive.gap >= 1 or lives else 2
    return 2


def finding_id(kind: FindingKind, readings: Sequence[Reading]) -> str:
    """A stable id: hash of kind and the sorted quotes and values, so that edits elsewhere don't change it."""
    parts = sorted(f"{reading.quote}\x1f{reading.value}" for reading in readings)
    return hashlib.sha256("\x1e".join([kind, *parts]).encode()).hexdigest()[:12]


def made(
    kind: FindingKind,
    relation: Relation,
    readings: Iterable[Reading],
    *,
    topic: str,
    question: str,
    grade: tuple[float, int],
    reasons: tuple[Reason, ...],
) -> Finding:
    """A finding of its parts: readings in order, the prose that of the reasons, the scope that of the sources.

    `grade` is its confidence (0-1) and severity (1-3).
    """
    ordered = tuple(sorted(readings, key=lambda r: (r.source, r.start)))
    return Finding(
        id=finding_id(kind, ordered),
        topic=topic,
        question=question,
        kind=kind,
        relation=relation,
        scope="within" if len({r.source for r in ordered}) == 1 else "between",
        confidence=round(grade[0], 6),
        severity=grade[1],
        explanation=" ".join(reason.sentence for reason in reasons),
        readings=ordered,
        reasons=reasons,
    )


def joined_copies(*findings: Finding) -> list[Finding]:
    """The findings, those with the same words and values in several copies of a text joined into one each.

    Ids leave the source out, so that two of them would have one id.
    """
    same: dict[str, list[Finding]] = {}
    for finding in findings:
        same.setdefault(finding.id, []).append(finding)
    return [_joined(group) if len(group) > 1 else group[0] for group in same.values()]


def _joined(copies: Sequence[Finding]) -> Finding:
    readings = tuple(sorted({r for f in copies for r in f.readings}, key=lambda r: (r.source, r.start, r.end, r.value)))
    return replace(copies[0], id=finding_id(copies[0].kind, readings), readings=readings)


RELATION_ORDER: tuple[Relation, ...] = (
    "conflict",
    "calendar_variant",
    "granularity",
    "rounding",
    "name_variant",
    "complementary",
    "agreement",
)


def report_order(finding: Finding) -> tuple[bool, int, float, str, int, str]:
    """Sort key of the contract: conflicts, severity and confidence falling, first source, start, id."""
    first = finding.readings[0]
    return (
        finding.relation != "conflict",
        -finding.severity,
        -finding.confidence,
        first.source,
        first.start,
        finding.id,
    )
