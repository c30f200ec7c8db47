"""Fit what each piece of evidence for one fact is worth between two sources (`analyzer/compare/gate/fitted.toml`).

    python -m benchmarks.gate_weights [--write]

A logistic model with one prior per kind of claim and one factor per piece of evidence, fitted on the pairs of claims of
two sources whose values differ: those under two readings of an annotated fact are of one, all others are not. Pairs
that agree are left out, since not every agreement is annotated. Factors are drawn towards 1, the weight that the rule
itself gives, and are never negative; they stay 1 where too few pairs show the evidence, as for the same text in two
copies. Each collection is scored by a model fitted on the others.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.real_texts import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import Gate
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import Document

    Floats = NDArray[np.float64]

HERE = Path(__file__).resolve().parent
TABLE = HERE.parent / "analyzer" / "compare" / "gate" / "fitted.toml"
FOLDERS = (HERE / "collections", HERE / "written" / "fitted")
SOURCES, GOLD = HERE.parent / "sources", HERE.parent / "tests" / "gold" / "trotsky-dev.jsonl"
NO_TEXTS = frozenset({"gold.jsonl", "README.md", "sources.toml"})
SHRINK = 30.0  # pull of a factor towards 1, in squared standard deviations of its evidence
FEWEST = 100  # pairs that have to show a piece of evidence before its factor moves
KEPT = frozenset({"others"})  # what parts two things by its very sense, however few pairs of the collections need it
LEAN = 0.35  # added to the priors: as far as the four sources bear it, conflicts of the written collections gain
PRECISION = 0.85  # at which the recall of single pairs is told


@dataclass(frozen=True)
class Pairs:
    """The differing pairs of one collection, one row each: evidence, kind, an offset, and whether it is one fact.

    Evidence stands in two columns for each name, what speaks for one fact and what speaks against it.
    """

    name: str
    columns: tuple[str, ...]
    evidence: Floats
    kinds: Floats
    offset: Floats
    same: NDArray[np.bool_]


def collections() -> list[tuple[Path, Path]]:
    """The folders of the annotated collections the model is fitted on, each with its gold, in order of their names."""
    own = sorted((gold.parent, gold) for folder in FOLDERS for gold in folder.glob("*/gold.jsonl"))
    return [*own, (SOURCES, GOLD)]


def gather(collection: Path, gold: Path) -> Pairs:
    """Read the bare texts of a collection and weigh every pair of claims of two of them whose values differ."""
    from analyzer.align import align
    from analyzer.compare import gate_of
    from analyzer.compare.calendar_evidence import calendar_evidence
    from analyzer.compare.candidates import AlignedSentences
    from analyzer.compare.context.contexts import contexts
    from analyzer.compare.context.rarity import rarity
    from analyzer.extract import extract
    from analyzer.extract.shared_years import with_shared_years
    from analyzer.load import load
    from analyzer.segment import segment
    from analyzer.settings import CompareSettings

    with tempfile.TemporaryDirectory() as folder:
        for text in collection.iterdir():
            if text.name not in NO_TEXTS:
                shutil.copyfile(text, Path(folder) / text.name)
        documents = [segment(source) for source in load(Path(folder)).sources]
    extractions = with_shared_years([extract(document) for document in documents])
    rare = rarity(extractions)
    found = contexts(extractions, rare)
    gate = gate_of(extractions, found, rare, CompareSettings())
    aligned = AlignedSentences(align(documents), documents)
    same = _annotated(gold, documents, found)
    rows = []
    for left, right, verdict in _differing(found, calendar_evidence(extractions)):
        link = aligned.between(left, right)
        relation, score = (link.relation, link.score) if link else (None, 0.0)
        if not gate.match(left, right, verdict, relation, score).blocked:
            weights = {name: w for name, (w, _) in gate.evidence(left, right, verdict, relation, score).items()}
            rows.append((left, right, weights))
    return _pairs(collection.name, rows, same, gate)


def _pairs(
    name: str, rows: Sequence[tuple[Context, Context, dict[str, float]]], same: frozenset[tuple[int, int]], gate: Gate
) -> Pairs:
    columns = tuple(dict.fromkeys(column for _, _, found in rows for column in found))
    weights = np.array([[found.get(column, 0.0) for column in columns] for _, _, found in rows])
    return Pairs(
        name,
        columns,
        np.hstack([np.maximum(weights, 0.0), np.minimum(weights, 0.0)]),
        np.array([[float(left.claim.kind == kind) for kind in KINDS] for left, _, _ in rows]),
        np.array([gate.settings.between_logit * gate.rivals.akin(a.document, b.document) for a, b, _ in rows]),
        np.array([(left.index, right.index) in same for left, right, _ in rows]),
    )


def _annotated(gold: Path, documents: Sequence[Document], found: Sequence[Context]) -> frozenset[tuple[int, int]]:
    """Index pairs of the claims under two readings of one annotated fact, whatever its relation but another aspect."""
    number = {document.source.path: i for i, document in enumerate(documents)}
    spans = [documents[c.document].source.offsets.raw(c.claim.start, c.claim.end) for c in found]
    pairs = set()
    for line in gold.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["relation"] in {"different_aspect", "complementary"}:
            continue
        readings = [
            [
                c.index
                for c, (start, end) in zip(found, spans, strict=True)
                if c.document == number[r["source"]]
                and c.claim.kind == item["kind"]
                and start < r["end"]
                and r["start"] < end
            ]
            for r in item["readings"]
        ]
        for n, one in enumerate(readings):
            pairs |= {(min(a, b), max(a, b)) for other in readings[n + 1 :] for a in one for b in other if a != b}
    return frozenset(pairs)


def _differing(found: Sequence[Context], calendars: CalendarEvidence) -> Iterator[tuple[Context, Context, Verdict]]:
    """Pairs whose values differ, but for those of which either value is told in the sentence of the other as well.

    Two tellings of one sentence with two dates make four pairs; matching settles the other two, not the gate.
    """
    judged = list(_judged(found, calendars))
    told = {(a, b.document, b.claim.sentence) for one in judged for a, b in _ways(one) if one[2].agrees}
    for one in judged:
        if not one[2].agrees and not any((a, b.document, b.claim.sentence) in told for a, b in _ways(one)):
            yield one


def _ways(pair: tuple[Context, Context, Verdict]) -> tuple[tuple[int, Context], tuple[int, Context]]:
    left, right, _ = pair
    return (left.index, right), (right.index, left)


def _judged(found: Sequence[Context], calendars: CalendarEvidence) -> Iterator[tuple[Context, Context, Verdict]]:
    from analyzer.compare.context.hours import both_with_days
    from analyzer.compare.verdicts import judge

    for n, left in enumerate(found):
        for right in found[n + 1 :]:
            if left.document == right.document or left.claim.kind != right.claim.kind or left.claim.kind not in KINDS:
                continue
            verdict = None if both_with_days(left.claim, right.claim) else judge(left.claim, right.claim, calendars)
            if verdict is not None:
                yield left, right, verdict


def fit(pairs: Sequence[Pairs]) -> tuple[Floats, Floats]:
    """Priors by kind and factors by column that make the annotated pairs likeliest."""
    from scipy.optimize import minimize

    evidence = np.vstack([p.evidence for p in pairs])
    spread = np.where(evidence.std(axis=0) > 0, evidence.std(axis=0), 1.0)
    rows = np.hstack([np.vstack([p.kinds for p in pairs]), evidence / spread])
    offset = np.concatenate([p.offset for p in pairs])
    same = np.concatenate([p.same for p in pairs]).astype(float)
    start = np.concatenate([np.full(len(KINDS), -4.0), spread])
    known = (evidence != 0).sum(axis=0) >= FEWEST
    known &= np.tile([name not in KEPT for name in pairs[0].columns], 2)
    pull = np.concatenate([np.full(len(KINDS), 0.01), np.full(len(spread), SHRINK)])

    def loss(w: Floats) -> tuple[float, Floats]:
        z = rows @ w + offset
        p = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
        total = float((np.logaddexp(0, z) - same * z).sum() + (pull * (w - start) ** 2).sum())
        return total, rows.T @ (p - same) + 2 * pull * (w - start)

    free = [(0.0, None) if enough else (value, value) for enough, value in zip(known, spread, strict=True)]
    bounds = [(None, None)] * len(KINDS) + free
    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return best[: len(KINDS)], best[len(KINDS) :] / spread


def odds(pairs: Pairs, prior: Floats, factor: Floats) -> Floats:
    """The log odds a model gives to every pair of a collection."""
    return np.asarray(pairs.kinds @ prior + pairs.evidence @ factor + pairs.offset)


def figures(log_odds: Floats, same: NDArray[np.bool_]) -> tuple[float, float]:
    """Average precision of the ranking, and the recall of pairs at `PRECISION`; 0-1, higher is better."""
    right = same[np.argsort(-log_odds, kind="stable")]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    enough = np.flatnonzero(precision >= PRECISION)
    recall = float(right[: enough[-1] + 1].sum() / right.sum()) if len(enough) else 0.0
    return float(precision[right].mean()), recall


def table(columns: Sequence[str], prior: Floats, factor: Floats) -> str:
    """The fitted model as the package keeps it."""
    lines = [
        "# Written by `python -m benchmarks.gate_weights --write`: log odds by kind of claim, factors of evidence."
    ]
    lines += ["", "[prior]", *(f"{kind} = {value + LEAN:.2f}" for kind, value in zip(KINDS, prior, strict=True))]
    for heading, values in (("for", factor[: len(columns)]), ("against", factor[len(columns) :])):
        lines += ["", f"[{heading}]", *(f"{name} = {value:.2f}" for name, value in zip(columns, values, strict=True))]
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Print how well each collection's conflicts are ranked by a model that never saw it; keep one with --write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"fit on all collections and write {TABLE.name}")
    arguments = parser.parse_args(argv)
    pairs = [gather(*collection) for collection in collections()]
    print(f"{'collection':14} pairs  one fact  average precision  recall at precision {PRECISION}")
    for own in pairs:
        average, recall = figures(odds(own, *fit([p for p in pairs if p is not own])), own.same)
        print(f"{own.name:14} {len(own.same):5}  {int(own.same.sum()):8}  {average:17.2f}  {recall:.2f}")
    prior, factor = fit(pairs)
    text = table(pairs[0].columns, prior, factor)
    print(text)
    if arguments.write:
        TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
