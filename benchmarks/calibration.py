"""Whether a confidence is what it says: of the findings with 0.8, eight in ten should be right.

    python -m benchmarks.calibration [--contradoc DOCUMENTS.jsonl] [--mutations] [--write]

Findings are judged where somebody said what is there: the gold of the four sources and of the three collections (a
finding that meets an annotated item; what meets none is left out), with --mutations the planted conflicts (those that
nobody planted are wrong), with --contradoc the planted contradictions (a conflict in a clean document is wrong).
Suggestions below 0.5 count like all others. Prints a line for each class of confidence with the share that is right
and its 95 % Wilson interval, the Brier score and the expected calibration error; --write keeps data and curve in
`benchmarks/calibration`.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
import sys
import tempfile
from dataclasses import astuple, dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.real_texts import COLLECTIONS, ROOT, measure, scorer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Finding

HOME = ROOT / "benchmarks" / "calibration"
EDGES = (0.0, 0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Bounds of the classes of confidence, the last one included."""
Z = 1.96


@dataclass(frozen=True, order=True)
class Judged:
    """One finding that somebody's knowledge decides: where from, what it says, how sure it is, and whether it holds."""

    data: str
    relation: str
    kind: str
    confidence: float
    right: bool


@dataclass(frozen=True)
class Class:
    """One class of confidence: how many findings, their mean confidence, the share right and its interval."""

    low: float
    high: float
    count: int
    confidence: float
    share: float
    interval: tuple[float, float]


def against_gold(name: str, findings: Path, gold: Path, sources: Path) -> Iterator[Judged]:
    """The findings of one report that meet an annotated item; right if the item is of that relation."""
    score = scorer()
    result, items, _, _ = score.load(findings, gold, sources)
    for finding in result["findings"]:
        relations = {item["relation"] for item in items if score.meets(finding, item)}
        if relations:
            yield _judged(name, finding, right=finding["relation"] in relations)


def _judged(name: str, finding: dict[str, Any], *, right: bool) -> Judged:
    return Judged(name, finding["relation"], finding["kind"], round(finding["confidence"], 4), right)


def annotated(work: Path) -> Iterator[Judged]:
    """The four sources and the three collections, each bare."""
    from analyzer import analyze

    bare = work / "sources"
    bare.mkdir()
    for path in sorted((ROOT / "sources").iterdir()):
        if path.suffix in {".txt", ".html"}:
            (bare / path.name).write_bytes(path.read_bytes())
    analyze(bare).save(work / "out", formats=("json",))
    gold = ROOT / "tests" / "gold" / "trotsky-dev.jsonl"
    yield from against_gold("four sources", work / "out" / "findings.json", gold, bare)
    for path in sorted(COLLECTIONS.glob("*/gold.jsonl")):
        folder = work / path.parent.name
        measure(path.parent, folder)
        yield from against_gold(path.parent.name, folder / "report" / "findings.json", path, folder / "texts")


def planted() -> Iterator[Judged]:
    """The conflicts of the quick mutation runs; those that touch a plant and pair it wrongly are left out."""
    from benchmarks.mutation.copying import SETTINGS
    from benchmarks.mutation.documents import accounts
    from benchmarks.mutation.runs import KINDS, compared, runs
    from benchmarks.mutation.scoring import found
    from benchmarks.mutations import SEED

    for i, account in enumerate(accounts()):
        for run in runs([account], 1, SEED, settings=[SETTINGS[i % len(SETTINGS)]]):
            plants = [p for p in run.copy.plants if KINDS[p.change.kind].group != "harmless"]
            with tempfile.TemporaryDirectory() as folder:
                comparison = compared(run, Path(folder))
            for finding in (f for f in comparison.findings if f.relation == "conflict"):
                right = any(found(finding, plant) for plant in plants)
                ranges = [r for p in plants for r in (p.copy_sentence, p.original_sentence)]
                if right or not any(_reads(finding, where) for where in ranges):
                    yield Judged("mutations", "conflict", finding.kind, round(finding.confidence, 4), right)


def contradictions(documents: Path) -> Iterator[Judged]:
    """The conflicts in ContraDoc: right in the planted sentence, wrong in a clean document, else left out."""
    from analyzer import analyze
    from benchmarks.contradoc import text_of

    for line in documents.read_text("utf-8").splitlines():
        row = json.loads(line)
        text, ranges = text_of(row)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "document.txt"
            path.write_text(text, encoding="utf-8", newline="")
            findings = [f for f in analyze(path).findings if f.relation == "conflict"]
        clean = row["contradiction"] != "YES"
        where = None if clean else ranges.get(row["evidence_id"])
        for finding in findings:
            right = where is not None and _reads(finding, where)
            if right or clean:
                yield Judged("ContraDoc", "conflict", finding.kind, round(finding.confidence, 4), right)


def _reads(finding: Finding, where: tuple[int, int]) -> bool:
    return any(r.start < where[1] and where[0] < r.end for r in finding.readings)


# -- figures ------------------------------------------------------------------------------------------------------


def classes(judged: Sequence[Judged]) -> list[Class]:
    """The classes of confidence that hold a finding, lowest first."""
    found = []
    for low, high in pairwise(EDGES):
        members = [j for j in judged if low <= j.confidence < high or j.confidence == high == 1.0]
        if members:
            n, right = len(members), sum(j.right for j in members)
            mean = sum(j.confidence for j in members) / n
            found.append(Class(low, high, n, mean, right / n, wilson(right, n)))
    return found


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), for `right` of `count` (at least 1)."""
    share, z = right / count, Z * Z / count
    centre, half = share + z / 2, Z * math.sqrt(share * (1 - share) / count + z / (4 * count))
    return max(0.0, (centre - half) / (1 + z)), min(1.0, (centre + half) / (1 + z))


def brier(judged: Sequence[Judged]) -> float:
    """Mean squared distance of confidence and truth, 0-1, lower is better."""
    return sum((j.confidence - j.right) ** 2 for j in judged) / max(1, len(judged))


def expected_error(judged: Sequence[Judged]) -> float:
    """Expected calibration error, 0-1, lower is better: mean distance of confidence and share right."""
    return sum(c.count * abs(c.confidence - c.share) for c in classes(judged)) / max(1, len(judged))


def table(title: str, judged: Sequence[Judged]) -> str:
    """The classes of confidence in lines, under their figures."""
    lines = [f"{title}: {len(judged)} findings, Brier {brier(judged):.3f}, error {expected_error(judged):.3f}"]
    for c in classes(judged):
        low, high = c.interval
        lines.append(
            f"  {c.low:.2f}-{c.high:.2f} {c.count:5}  said {c.confidence:.2f}"
            f"  right {c.share:.2f} ({low:.2f}-{high:.2f})"
        )
    return "\n".join(lines)


def write(judged: Sequence[Judged]) -> None:
    """Data and curve, replaced as wholes."""
    HOME.mkdir(exist_ok=True)
    rows = io.StringIO()
    writer = csv.writer(rows, lineterminator="\n")
    writer.writerow(("data", "relation", "kind", "confidence", "right"))
    writer.writerows((*astuple(j)[:4], int(j.right)) for j in sorted(judged))
    (HOME / "judged.csv").write_text(rows.getvalue(), encoding="utf-8", newline="")
    curve(judged, HOME / "curve.png")


def curve(judged: Sequence[Judged], path: Path) -> None:
    """Share right over confidence said, with intervals, for conflicts and for the other relations."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5.2, 4.6), layout="constrained")
    axes = figure.add_subplot(xlabel="Confidence said", ylabel="Share right", xlim=(0, 1.02), ylim=(0, 1.02))
    axes.plot((0, 1), (0, 1), color="0.6", linewidth=1, linestyle="--", label="what it should be")
    for label, marker, colour, chosen in (
        ("conflicts", "o", "#b3261e", [j for j in judged if j.relation == "conflict"]),
        ("other relations", "s", "#1f5fa8", [j for j in judged if j.relation != "conflict"]),
    ):
        found = classes(chosen)
        errors = [
            [max(0.0, c.share - c.interval[0]) for c in found],
            [max(0.0, c.interval[1] - c.share) for c in found],
        ]
        axes.errorbar(
            [c.confidence for c in found], [c.share for c in found], yerr=errors, marker=marker, color=colour,
            capsize=3, linewidth=1.2, label=f"{label} ({len(chosen)})",
        )  # fmt: skip
    axes.legend(loc="lower right", frameon=False)
    figure.savefig(path, dpi=110, metadata={"Software": None})


def main(argv: list[str] | None = None) -> int:
    """Print the calibration of conflicts and of other relations."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contradoc", type=Path, help="also the contradictions planted in these documents")
    parser.add_argument("--mutations", action="store_true", help="also the conflicts planted in copies")
    parser.add_argument("--write", action="store_true", help="keep data and curve in benchmarks/calibration")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as work:
        judged = list(annotated(Path(work)))
    judged += planted() if args.mutations else ()
    judged += contradictions(args.contradoc) if args.contradoc else ()
    for title, chosen in (
        ("conflicts", [j for j in judged if j.relation == "conflict"]),
        ("conflicts, without mutations", [j for j in judged if j.relation == "conflict" and j.data != "mutations"]),
        ("other relations", [j for j in judged if j.relation != "conflict"]),
    ):
        print(table(title, chosen))
    if args.write:
        write(judged)
    return 0


if __name__ == "__main__":
    sys.exit(main())
