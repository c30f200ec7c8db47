"""Fit what each piece of evidence is worth that a source tells one value twice (`analyzer/compare/retold/fitted.toml`).

    python -m benchmarks.told_again_weights [--write]

A logistic model with one prior per kind of value and one factor per piece of evidence, never negative, fitted on the
pairs of differing values within each text of the annotated collections: those under two readings of one annotated fact
are of one thing, all others are not. The four sources are left out, since two of them are long and few of their pairs
are annotated. Each collection is scored by a model fitted on the others.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.annotated_collections import SOURCES, Collection, collections
from benchmarks.logistic import Drawn, likeliest
from benchmarks.real_texts import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from benchmarks.logistic import Bounds

    Floats = NDArray[np.float64]

TABLE = Path(__file__).resolve().parents[1] / "analyzer" / "compare" / "retold" / "fitted.toml"
PULL = 1.7  # of a factor towards 0, in squared standard deviations of its evidence
# Added to the priors that are kept, by which a reader who wants more of the conflicts gets them: of the calls it adds
# in the written collections about half are annotated.
LEAN = 1.0
LEVELS = (2, 5, 10, 15, 20, 30)  # false pairs at which the pairs found are told


@dataclass(frozen=True)
class Pairs:
    """The differing pairs of values of one collection, one row each: kind and evidence, whether of one thing, ends."""

    name: str
    columns: tuple[str, ...]
    rows: Floats
    same: NDArray[np.bool_]
    ends: tuple[tuple[int, int], ...]


def gather(collection: Path, gold: Path) -> Pairs:
    """Read the bare texts of a collection and collect the evidence on every pair of values within one of them."""
    from analyzer.compare import weighed_alone
    from analyzer.compare.retold.told_again import OneSource
    from analyzer.compare.retold.told_elsewhere import ToldElsewhere
    from analyzer.settings import CompareSettings

    read = Collection.read(collection)
    same = read.of_one_fact(gold)
    alone = weighed_alone(read.found, read.aligned, read.calendars, read.gate, CompareSettings())
    elsewhere = ToldElsewhere.of(alone)
    ends, evidence = [], []
    for number, extraction in enumerate(read.extractions):
        told = [c for c in read.found if c.document == number]
        source = OneSource.of(extraction, told, read.gate, read.calendars, elsewhere)
        for i, j in source.pairs():
            verdict = source.differ(i, j)
            if verdict is not None:
                left, right = (source.ties.values[n].context for n in (i, j))
                kind = {kind: float(left.claim.kind == kind) for kind in KINDS}
                evidence.append(kind | source.told_alike(i, j) | source.valued(i, j, verdict))
                ends.append((left.index, right.index))
    columns = tuple(dict.fromkeys(name for row in evidence for name in row))
    rows = np.array([[row.get(name, 0.0) for name in columns] for row in evidence])
    return Pairs(collection.name, columns, rows, np.array([pair in same for pair in ends]), tuple(ends))


def fit(pairs: Sequence[Pairs]) -> Floats:
    """Priors by kind and factors by column that make the annotated pairs likeliest."""
    rows = np.vstack([p.rows for p in pairs])
    spread = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    spread[: len(KINDS)] = 1.0
    factors = rows.shape[1] - len(KINDS)
    start = np.array([-4.0] * len(KINDS) + [0.0] * factors)
    pull = np.array([0.01] * len(KINDS) + [PULL] * factors)
    bounds: list[Bounds] = [*[(None, None)] * len(KINDS), *[(0.0, None)] * factors]
    same = np.concatenate([p.same for p in pairs])
    return likeliest(rows / spread, np.zeros(len(same)), same, Drawn(start, pull, bounds)) / spread


def one_each(pairs: Pairs, log_odds: Floats) -> list[tuple[float, bool]]:
    """The pairs as they would be told, each value in one of them: log odds, and whether of one thing."""
    taken: set[int] = set()
    told = []
    for n in np.argsort(-log_odds, kind="stable").tolist():
        if not taken & set(pairs.ends[n]):
            taken |= set(pairs.ends[n])
            told.append((float(log_odds[n]), bool(pairs.same[n])))
    return told


def table(columns: Sequence[str], weights: Floats) -> str:
    """The fitted model as the package keeps it."""
    lines = ["# Written by `python -m benchmarks.told_again_weights --write`: log odds by kind of value, and factors."]
    values = [f"{name} = {value:.3f}" for name, value in zip(columns, weights, strict=True)]
    return "\n".join([*lines, "", "[prior]", *values[: len(KINDS)], "", "[factors]", *values[len(KINDS) :], ""])


def main(argv: list[str] | None = None) -> int:
    """Print how many told again are found by models that never saw the collection; keep one with --write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"fit on all collections and write {TABLE}")
    arguments = parser.parse_args(argv)
    pairs = [gather(folder, gold) for folder, gold in collections() if folder != SOURCES]
    told: list[tuple[float, bool]] = []
    print(f"{'collection':14} pairs  told again  called from log odds 0, right")
    for n, own in enumerate(pairs):
        scored = one_each(own, own.rows @ fit([*pairs[:n], *pairs[n + 1 :]]))
        called = [right for odds, right in scored if odds >= 0]
        print(f"{own.name:14} {len(own.same):5}  {int(own.same.sum()):10}  {len(called):6} {sum(called):6}")
        told += scored
    right = np.cumsum([r for _, r in sorted(told, reverse=True)])
    false = np.arange(1, len(right) + 1) - right
    print("found", {n: int(right[false <= n][-1]) for n in LEVELS}, "by the number of false ones")
    weights = fit(pairs)
    weights[: len(KINDS)] += LEAN
    text = table(pairs[0].columns, weights)
    print(text)
    if arguments.write:
        TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
