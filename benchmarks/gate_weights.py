"""Fit what each piece of evidence for one fact is worth between two sources (`analyzer/compare/gate/fitted.toml`).

    python -m benchmarks.gate_weights [--write]

A logistic model with one prior per kind of claim and one factor per piece of evidence, fitted on the pairs of claims of
two sources whose values differ: those under two readings of an annotated fact are of one, all others are not. Pairs
that agree are left out, since not every agreement is annotated. Factors are drawn towards 1, the weight that the rule
itself gives, and are never negative; they stay 1 where too few pairs show the evidence, as for the same text in two
copies. A second model says what a pair's log odds and its leads over its rivals are worth, the agreeing ones among
them, and a third what the pairs of third sources and of the values beside it say; they are fitted on odds of models
which never saw the collection. Each collection is scored by models fitted without its own tenth of them.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.annotated_collections import Collection, collections
from benchmarks.logistic import Drawn, likeliest
from benchmarks.real_texts import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeVar

    from numpy.typing import NDArray

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch, Gate
    from analyzer.compare.verdicts import Verdict
    from benchmarks.logistic import Bounds

    Floats = NDArray[np.float64]
    Row = TypeVar("Row")

TABLE = Path(__file__).resolve().parents[1] / "analyzer" / "compare" / "gate" / "fitted.toml"
SHRINK = 30.0  # pull of a factor towards 1, in squared standard deviations of its evidence
FEWEST = 100  # pairs that have to show a piece of evidence before its factor moves
KEPT = frozenset({"others"})  # what parts two things by its very sense, however few pairs of the collections need it
# Added to the last prior, by which a reader who wants more of the conflicts gets them: for each kind up to where about
# two of five pairs, scored by models that never saw them, are of one fact. Of agreement nothing is fitted.
LEAN = {"date": 1.45, "time": 0.75, "number": 1.25, "duration": 1.0, "agreeing": 0.85}
LEADS = ("own", "lead", "other_lead")  # the columns of a pair's standing among its rivals
OTHERS = ("own", "vouched", "beside", "third_value", "both_confirmed", "told_by_the_other", "scattered")
AGAINST = frozenset({"third_value", "both_confirmed", "told_by_the_other", "scattered"})
# Real sources tell three values of one fact oftener (6 of 27 annotated conflicts) than the written ones (31 of 470),
# which alone would say 5.
MOST = {"third_value": 2.5}
FOLDS = 10  # parts of the collections, each scored by models fitted on the rest
PRECISION = 0.85  # at which the recall of single pairs is told


@dataclass(frozen=True)
class Pairs:
    """The pairs of one collection, one row each: evidence, kind, an offset, and whether it is one fact.

    Evidence stands in two columns for each name, what speaks for one fact and what speaks against it. `fitted` marks
    the differing pairs that models are fitted on and scored by; the others are but rivals.
    """

    name: str
    columns: tuple[str, ...]
    evidence: Floats
    kinds: Floats
    offset: Floats
    same: NDArray[np.bool_]
    fitted: NDArray[np.bool_]
    matches: tuple[EventMatch, ...]

    def differing(self) -> Pairs:
        """The rows that models are fitted on."""
        rows = self.fitted
        matches = tuple(m for m, kept in zip(self.matches, rows, strict=True) if kept)
        columns = (self.evidence[rows], self.kinds[rows], self.offset[rows], self.same[rows], rows[rows])
        return Pairs(self.name, self.columns, *columns, matches)


def gather(collection: Path, gold: Path) -> Pairs:
    """Read the bare texts of a collection and weigh every pair of claims of two of them that can be compared."""
    read = Collection.read(collection)
    same = read.of_one_fact(gold)
    judged = list(_judged(read.found, read.calendars))
    rows = []
    for (left, right, verdict), differs in zip(judged, _differing(judged), strict=True):
        link = read.aligned.between(left, right)
        relation, score = (link.relation, link.score) if link else (None, 0.0)
        match = read.gate.match(left, right, verdict, relation, score)
        if not match.blocked:
            weights = {name: w for name, (w, _) in read.gate.evidence(left, right, verdict, relation, score).items()}
            rows.append(_Row(match, weights, differs))
    return _pairs(collection.name, rows, same, read.gate)


@dataclass(frozen=True)
class _Row:
    match: EventMatch
    weights: Mapping[str, float]
    differs: bool


def _pairs(name: str, rows: Sequence[_Row], same: frozenset[tuple[int, int]], gate: Gate) -> Pairs:
    matches = tuple(row.match for row in rows)
    columns = tuple(dict.fromkeys(column for row in rows for column in row.weights))
    weights = np.array([[row.weights.get(column, 0.0) for column in columns] for row in rows])
    akin = [gate.rivals.akin(m.left.document, m.right.document) for m in matches]
    return Pairs(
        name,
        columns,
        np.hstack([np.maximum(weights, 0.0), np.minimum(weights, 0.0)]),
        np.array([[float(m.left.claim.kind == kind) for kind in KINDS] for m in matches]),
        gate.settings.between_logit * np.array(akin),
        np.array([(m.left.index, m.right.index) in same for m in matches]),
        np.array([row.differs for row in rows]),
        matches,
    )


def _differing(judged: Sequence[tuple[Context, Context, Verdict]]) -> Iterator[bool]:
    """Whether the values of each pair differ, but for those of which either is told in the other's sentence as well.

    Two tellings of one sentence with two dates make four pairs; matching settles the other two, not the gate.
    """
    told = {(a, b.document, b.claim.sentence) for one in judged for a, b in _ways(one) if one[2].agrees}
    for one in judged:
        yield not one[2].agrees and not any((a, b.document, b.claim.sentence) in told for a, b in _ways(one))


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
    pairs = [p.differing() for p in pairs]
    evidence = np.vstack([p.evidence for p in pairs])
    spread = np.where(evidence.std(axis=0) > 0, evidence.std(axis=0), 1.0)
    rows = np.hstack([np.vstack([p.kinds for p in pairs]), evidence / spread])
    known = (evidence != 0).sum(axis=0) >= FEWEST
    known &= np.tile([name not in KEPT for name in pairs[0].columns], 2)
    start = np.concatenate([np.full(len(KINDS), -4.0), spread])
    pull = np.concatenate([np.full(len(KINDS), 0.01), np.full(len(spread), SHRINK)])
    bounds: list[Bounds] = [(None, None)] * len(KINDS)
    bounds += [(0.0, None) if enough else (value, value) for enough, value in zip(known, spread, strict=True)]
    offset = np.concatenate([p.offset for p in pairs])
    best = likeliest(rows, offset, np.concatenate([p.same for p in pairs]), Drawn(start, pull, bounds))
    return best[: len(KINDS)], best[len(KINDS) :] / spread


def fit_standing(pairs: Sequence[Pairs], log_odds: Sequence[Floats]) -> Floats:
    """Priors by kind, then the worth of a pair's own log odds, its lead, and its other lead."""
    return _fit_rows([_rivalry(*one)[one[0].fitted] for one in zip(pairs, log_odds, strict=True)], pairs, len(KINDS))


def fit_corroboration(pairs: Sequence[Pairs], log_odds: Sequence[Floats]) -> Floats:
    """A prior, then the worth of a pair's log odds after its standing, and of what other pairs say, by `OTHERS`."""
    rows = [_corroboration(*one)[one[0].fitted] for one in zip(pairs, log_odds, strict=True)]
    return _fit_rows(rows, pairs, 1, {1 + OTHERS.index(name): most for name, most in MOST.items()})


def _fit_rows(
    rows: Sequence[Floats], pairs: Sequence[Pairs], priors: int, most: Mapping[int, float] | None = None
) -> Floats:
    """A logistic model whose first columns are priors; none of the others is negative, none above its `most`."""
    columns = rows[0].shape[1]
    bounds: list[Bounds] = [*[(None, None)] * priors, *((0.0, (most or {}).get(n)) for n in range(priors, columns))]
    same = np.concatenate([p.differing().same for p in pairs])
    return likeliest(
        np.vstack(rows), np.zeros(len(same)), same, Drawn(np.zeros(columns), np.full(columns, 0.01), bounds)
    )


def _rivalry(pairs: Pairs, log_odds: Floats) -> Floats:
    """Kind, own log odds and leads of every pair."""
    from analyzer.compare.gate.standing import standings

    stands = [(s.own, s.lead, s.other_lead) for s in standings(_likely(pairs, log_odds))]
    return np.hstack([pairs.kinds, np.array(stands)])


def _corroboration(pairs: Pairs, log_odds: Floats) -> Floats:
    """A one for the prior, own log odds, and what other pairs say of every pair, negative against it."""
    from analyzer.compare.gate.corroboration import corroborations

    said = corroborations(_likely(pairs, log_odds))
    columns = [[-getattr(one, name) if name in AGAINST else getattr(one, name) for one in said] for name in OTHERS[1:]]
    return np.stack([np.ones(len(log_odds)), log_odds, *(np.array(column) for column in columns)], axis=1)


def _likely(pairs: Pairs, log_odds: Floats) -> list[EventMatch]:
    """The matches as probable as these log odds make them."""
    from analyzer.compare.gate.odds import probability

    return [replace(m, probability=probability(z)) for m, z in zip(pairs.matches, log_odds.tolist(), strict=True)]


def odds(pairs: Pairs, prior: Floats, factor: Floats) -> Floats:
    """The log odds a model gives to every pair of a collection by itself."""
    return np.asarray(pairs.kinds @ prior + pairs.evidence @ factor + pairs.offset)


@dataclass(frozen=True)
class Unseen:
    """Log odds of every pair of each collection after each stage, by models fitted on others (`FOLDS`).

    Of its own annotations the later stages know no more than that the others were scored by a model that saw them.
    """

    alone: list[Floats]
    among_rivals: list[Floats]
    corroborated: list[Floats]


def unseen(pairs: Sequence[Pairs]) -> Unseen:
    """Score each collection as if it had never been read."""

    def others(fold: int, rows: Sequence[Row]) -> list[Row]:
        return [row for n, row in enumerate(rows) if n % FOLDS != fold]

    folds = range(min(FOLDS, len(pairs)))
    model = [fit(others(fold, pairs)) for fold in folds]
    alone = [odds(own, *model[n % FOLDS]) for n, own in enumerate(pairs)]
    standing = [fit_standing(others(fold, pairs), others(fold, alone)) for fold in folds]
    rivals = [_rivalry(own, alone[n]) @ standing[n % FOLDS] for n, own in enumerate(pairs)]
    last = [fit_corroboration(others(fold, pairs), others(fold, rivals)) for fold in folds]
    corroborated = [_corroboration(own, rivals[n]) @ last[n % FOLDS] for n, own in enumerate(pairs)]
    return Unseen(alone, rivals, corroborated)


def figures(log_odds: Floats, same: NDArray[np.bool_]) -> tuple[float, float]:
    """Average precision of the ranking, and the recall of pairs at `PRECISION`; 0-1, higher is better."""
    right = same[np.argsort(-log_odds, kind="stable")]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    enough = np.flatnonzero(precision >= PRECISION)
    recall = float(right[: enough[-1] + 1].sum() / right.sum()) if len(enough) else 0.0
    return float(precision[right].mean()), recall


def table(columns: Sequence[str], prior: Floats, factor: Floats, standing: Floats, corroborated: Floats) -> str:
    """The fitted models as the package keeps them."""
    lines = [
        "# Written by `python -m benchmarks.gate_weights --write`: log odds by kind of claim, factors of evidence."
    ]
    lines += ["", "[prior]", *(f"{kind} = {value:.2f}" for kind, value in zip(KINDS, prior, strict=True))]
    for heading, values in (("for", factor[: len(columns)]), ("against", factor[len(columns) :])):
        lines += ["", f"[{heading}]", *(f"{name} = {value:.2f}" for name, value in zip(columns, values, strict=True))]
    worth = zip(LEADS, standing[len(KINDS) :], strict=True)
    lines += ["", "[standing]", *(f"{name} = {value:.3f}" for name, value in worth)]
    kinds = zip(KINDS, standing[: len(KINDS)], strict=True)
    lines += ["", "[standing.prior]", *(f"{kind} = {value:.2f}" for kind, value in kinds)]
    lines += ["", "[corroboration]", f"prior = {corroborated[0]:.2f}"]
    lines += [f"{name} = {value:.3f}" for name, value in zip(OTHERS, corroborated[1:], strict=True)]
    lines += ["", "[corroboration.lean]", *(f"{name} = {value:.2f}" for name, value in LEAN.items())]
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Print how well each collection's conflicts are ranked by a model that never saw it; keep one with --write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"fit on all collections and write {TABLE.name}")
    arguments = parser.parse_args(argv)
    pairs = [gather(*collection) for collection in collections()]
    print(f"{'collection':14} pairs  one fact  average precision  recall at precision {PRECISION}")
    scored = unseen(pairs)
    for own, log_odds in zip(pairs, scored.corroborated, strict=True):
        same = own.same[own.fitted]
        average, recall = figures(log_odds[own.fitted], same)
        print(f"{own.name:14} {len(same):5}  {int(same.sum()):8}  {average:17.2f}  {recall:.2f}")
    standing = fit_standing(pairs, scored.alone)
    corroborated = fit_corroboration(pairs, scored.among_rivals)
    text = table(pairs[0].columns, *fit(pairs), standing, corroborated)
    print(text)
    if arguments.write:
        TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
