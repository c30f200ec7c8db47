"""What the weighing says of each witness and source, in words and figures that always carry their n."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.report.judging import LEAST_WITNESSES
from analyzer.report.wording import listed, percent

if TYPE_CHECKING:
    from analyzer.model import Analysis, SourceProfile, Witness
    from analyzer.report.labels import Label

GRADE_WORDS = {
    "A": "agrees almost always",
    "B": "agrees usually",
    "C": "agrees fairly often",
    "D": "disagrees often",
    "E": "disagrees usually",
}
NO_GRADE = "F"


@dataclass(frozen=True, slots=True)
class Standing:
    """One source: its witness, agreement with the independent account, and counts."""

    label: Label
    grade: str
    original: str
    agreement: str
    n: int
    better: str
    precision: str
    claims: int
    conflicts: int
    within: int
    lone: int
    citations: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two sources and the share of text they have in common."""

    a: Label
    b: Label
    share: str
    direction: str
    evidence: str


def standings(analysis: Analysis, labels: dict[str, Label]) -> tuple[Standing, ...]:
    """One record per source profile, in order of id."""
    return tuple(_standing(analysis, labels, profile) for profile in analysis.reliability.profiles)


def ties(analysis: Analysis, labels: dict[str, Label]) -> tuple[Tie, ...]:
    """All pairs with evidence on dependence, most alike first."""
    ordered = sorted(analysis.reliability.dependence, key=lambda d: (-d.reused_share, d.a, d.b))
    return tuple(
        Tie(labels[d.a], labels[d.b], percent(d.reused_share), d.direction, "; ".join(d.evidence)) for d in ordered
    )


def _standing(analysis: Analysis, labels: dict[str, Label], profile: SourceProfile) -> Standing:
    witness = analysis.reliability.witnesses[profile.witness]
    return Standing(
        label=labels[profile.source],
        grade=_grade(analysis, profile),
        original=_origin(labels, profile, witness),
        agreement=_agreement(witness),
        n=witness.n,
        better=_better(analysis, labels, profile),
        precision=", ".join(f"{n} by {unit}" for unit, n in profile.precision),
        claims=profile.claims,
        conflicts=profile.conflicts,
        within=profile.internal_conflicts,
        lone=profile.lone_claims,
        citations=profile.citations,
    )


def _grade(analysis: Analysis, profile: SourceProfile) -> str:
    """The letter with its meaning, or why there is none: letters rank, so they stand only where a ranking does."""
    if profile.grade not in GRADE_WORDS:
        return f"{NO_GRADE}: can't be judged ({_too_little(analysis)})"
    if any(profile.witness in (pair.a, pair.b) for pair in analysis.reliability.superiority):
        return f"{profile.grade}: {GRADE_WORDS[profile.grade]}"
    return "no grade: can't be told apart from the others"


def _too_little(analysis: Analysis) -> str:
    settings, witnesses = analysis.settings.weigh, analysis.reliability.witnesses
    if sum(witness.n >= settings.judged_items for witness in witnesses) < LEAST_WITNESSES:
        return f"fewer than three witnesses with {settings.judged_items} or more comparable facts"
    return f"fewer than {settings.graded_items} comparable facts"


def _origin(labels: dict[str, Label], profile: SourceProfile, witness: Witness) -> str:
    others = [labels[name].letter for name in witness.sources if name != profile.source]
    if not others:
        return "stands alone"
    return f"original of {listed(others)}" if profile.original else f"one witness with {listed(others)}"


def _agreement(witness: Witness) -> str:
    if witness.agreement is None:
        return "not enough to judge"
    low, mid, high = (percent(x) for x in (witness.agreement.low, witness.agreement.mid, witness.agreement.high))
    return f"{mid} ({low} to {high})"


def _better(analysis: Analysis, labels: dict[str, Label], profile: SourceProfile) -> str:
    """How likely this source's witness agrees more often than each other one."""
    said = []
    for item in analysis.reliability.superiority:
        if profile.witness not in (item.a, item.b):
            continue
        other, share = (item.b, item.probability) if item.a == profile.witness else (item.a, 1 - item.probability)
        name = labels[analysis.reliability.witnesses[other].sources[0]].letter
        said.append(f"{percent(share)} over {name}")
    return ", ".join(said)
