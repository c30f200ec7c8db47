"""Counts what came back: planted conflicts found, harmless changes called conflicts, conflicts nobody planted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.mutation.harmless import DROPPED, MOVED
from benchmarks.mutation.runs import COPY, KINDS, ORIGINAL

if TYPE_CHECKING:
    from analyzer.model import Comparison, Finding, Reading
    from benchmarks.mutation.copying import Plant, Range
    from benchmarks.mutation.runs import Run

CALLED = 0.5
"""Confidence from which a conflict counts as called; below it is a suggestion."""


@dataclass(slots=True)
class Count:
    """Of one kind in one setting: changes planted, and those a called conflict speaks of."""

    planted: int = 0
    called: int = 0

    def add(self, *, called: bool) -> None:
        """Count one change."""
        self.planted += 1
        self.called += called

    @property
    def share(self) -> float:
        """Called of planted, 0-1; 0 when nothing was planted."""
        return self.called / self.planted if self.planted else 0.0


@dataclass(frozen=True, slots=True)
class Example:
    """A planted change missed or an alarm raised, in words to be read."""

    kind: str
    document: str
    setting: str
    original: str
    copy: str
    said: str


@dataclass(slots=True)
class Tally:
    """Counts over runs. `conflicts` are the called ones: planted, astray (they touch a plant, but pair it wrongly or

    tell of what follows from it), unplanted.
    """

    counts: dict[tuple[str, str], Count] = field(default_factory=dict)
    conflicts: dict[str, int] = field(default_factory=lambda: {"planted": 0, "astray": 0, "unplanted": 0})
    runs: int = 0
    examples: list[Example] = field(default_factory=list)

    def add(self, run: Run, comparison: Comparison) -> None:
        """Count one run."""
        self.runs += 1
        called = [f for f in comparison.findings if f.relation == "conflict" and f.confidence >= CALLED]
        for plant in run.copy.plants:
            self._plant(run, plant, called, comparison)
        alarms = [f for f in called if self._sorted(run, f) == "unplanted"]
        for kind, source, ranges in ((MOVED, COPY, run.copy.moved), (DROPPED, ORIGINAL, run.copy.dropped)):
            for where in ranges:
                self._count(kind, run).add(called=any(_touches(f, source, where) for f in alarms))

    def _count(self, kind: str, run: Run) -> Count:
        return self.counts.setdefault((kind, run.setting), Count())

    def _plant(self, run: Run, plant: Plant, called: list[Finding], comparison: Comparison) -> None:
        kind = KINDS[plant.change.kind]
        harmless = kind.group == "harmless"
        hit = any(touched(f, plant) if harmless else found(f, plant) for f in called)
        self._count(kind.name, run).add(called=hit)
        if hit == harmless:
            self.examples.append(example(run, plant, comparison))

    def _sorted(self, run: Run, finding: Finding) -> str:
        """Count a called conflict and say what it is."""
        plants = [p for p in run.copy.plants if KINDS[p.change.kind].group != "harmless"]
        if any(found(finding, plant) for plant in plants):
            sort = "planted"
        else:
            sort = "astray" if any(_follows(finding, plant) for plant in plants) else "unplanted"
            self.examples.append(alarm(sort, run, finding))
        self.conflicts[sort] += 1
        return sort


def found(finding: Finding, plant: Plant) -> bool:
    """Whether a finding of a fitting kind reads the plant in the copy, its counterpart in the original, as different.

    Two readings of one sentence may be about another value in it: then they read the same on both sides.
    """
    new, old = _values_at(finding, COPY, plant.copy), _values_at(finding, ORIGINAL, plant.original)
    return _fits(finding, plant) and bool(new) and bool(old) and new != old


def touched(finding: Finding, plant: Plant) -> bool:
    """Whether a finding of a fitting kind reads the plant on either side, and not the same on both."""
    new, old = _values_at(finding, COPY, plant.copy), _values_at(finding, ORIGINAL, plant.original)
    return _fits(finding, plant) and new != old


def _values_at(finding: Finding, source: str, where: Range) -> set[str]:
    return {r.value for r in finding.readings if r.source == source and r.start < where[1] and where[0] < r.end}


def _fits(finding: Finding, plant: Plant) -> bool:
    kinds = KINDS[plant.change.kind].found_as
    return not kinds or finding.kind in kinds


def _follows(finding: Finding, plant: Plant) -> bool:
    """Whether a finding reads a planted value, or a sentence of the copy that leans on it."""
    return _touches(finding, COPY, plant.copy_unit) and (
        _touches(finding, COPY, plant.copy) or not _touches(finding, COPY, plant.copy_sentence)
    )


def _touches(finding: Finding, source: str, where: Range) -> bool:
    return bool(_values_at(finding, source, where))


# -- words --------------------------------------------------------------------------------------------------------


def example(run: Run, plant: Plant, comparison: Comparison) -> Example:
    """A plant with what was said of it, if anything."""
    old, new = plant.original_sentence, plant.copy_sentence
    was, now = run.account.text[slice(*plant.original)], run.copy.text[slice(*plant.copy)]
    return Example(
        kind=plant.change.kind,
        document=run.account.name,
        setting=run.setting,
        original=f"[{was}] {run.account.text[slice(*old)]}",
        copy=f"[{now}] {run.copy.text[slice(*new)]}",
        said=_said(plant, comparison),
    )


def _said(plant: Plant, comparison: Comparison) -> str:
    """The findings and parallels that read the plant, first those that read it on both sides."""
    near = [f for f in comparison.findings if _fits(f, plant) and any(_near(r, plant) for r in f.readings)]
    near.sort(key=lambda f: (not found(f, plant), not touched(f, plant)))
    told = [f"{f.kind} {f.relation} {f.confidence:.2f} {_values(f.readings)}" for f in near[:2]]
    for parallel in comparison.parallels:
        sides = {r.source for r in parallel.readings if _near(r, plant)}
        told += [f"parallel: {parallel.reason}"] if len(sides) > 1 else []
    return " | ".join(told[:4]) or "nothing"


def _near(reading: Reading, plant: Plant) -> bool:
    where = plant.copy if reading.source == COPY else plant.original
    return reading.start < where[1] and where[0] < reading.end


def _values(readings: tuple[Reading, ...]) -> str:
    return "; ".join(f"{r.source} {r.value}" for r in readings)


def alarm(sort: str, run: Run, finding: Finding) -> Example:
    """A called conflict that nobody planted."""
    sides = {source: [r.text for r in finding.readings if r.source == source] for source in (ORIGINAL, COPY)}
    return Example(
        kind=sort,
        document=run.account.name,
        setting=run.setting,
        original=" // ".join(sides[ORIGINAL]),
        copy=" // ".join(sides[COPY]),
        said=f"{finding.kind} {finding.scope} {finding.confidence:.2f} {_values(finding.readings)}",
    )
