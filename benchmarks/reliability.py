"""Does the weighing hold what its figures promise? Simulated sources with known truth, one table, fixed seed.

    python -m benchmarks.reliability [--runs 300] [--seed 7]

Exits with 1 when a bound is broken. Nothing is read or written. About a minute on one core with 300 runs.
Every figure is taken over the facts that at least two sources tell; those on conflicts alone, which are harder, are
shown without a bound.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from analyzer.settings import WeighSettings
from analyzer.weigh.accuracy import Fit, Grid, interval, prior
from analyzer.weigh.fit import fit
from analyzer.weigh.messages import fit_by_messages
from benchmarks.simulated_sources import Row, Simulated, World, ballot, columns, event_world, near_copy_world, world

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Reliability
    from analyzer.weigh.ballots import Ballot

FALSE_VALUES = {"2 wrong values": 2, "3 wrong values": 3, "10 wrong values": 10, "Zipf": 0}
SETTINGS = WeighSettings()


# -- measures -----------------------------------------------------------------------------------------------------


@dataclass
class Tally:
    """What was promised and what came, over many runs: intervals, and the leading value of each comparable item."""

    inside: list[bool] = field(default_factory=list)
    stated: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    conflict: list[bool] = field(default_factory=list)

    def add(self, truth: World, fitted: Fit, items: Sequence[tuple[Ballot, int]]) -> None:
        """Count the intervals that hold the accuracy and the leading values that are right."""
        for accuracy, mass in zip(truth.accuracy, fitted.marginals, strict=True):
            found = interval(mass)
            self.inside.append(found.low <= accuracy <= found.high)
        for (votes, right), posterior in zip(items, fitted.items, strict=True):
            if votes.comparable:
                best = int(np.argmax(posterior))
                self.stated.append(posterior[best])
                self.right.append(best == right)
                self.conflict.append(votes.classes > 1)

    def coverage(self) -> float:
        """Share of 90 % intervals that hold the accuracy."""
        return float(np.mean(self.inside))

    def calibration_error(self, *, conflicts: bool = False) -> float:
        """Expected calibration error of the leading value's probability, ten bins."""
        stated, right = self._chosen(conflicts=conflicts)
        bins = np.minimum((stated * 10).astype(int), 9)
        gaps = [abs(stated[bins == b].mean() - right[bins == b].mean()) * (bins == b).sum() for b in np.unique(bins)]
        return float(sum(gaps) / len(stated))

    def wrong_when_sure(self, *, conflicts: bool = False) -> float:
        """Share of wrong leading values among those with P > .9."""
        stated, right = self._chosen(conflicts=conflicts)
        sure = right[stated > 0.9]
        return 1 - float(sure.mean()) if len(sure) else 0.0

    def _chosen(self, *, conflicts: bool) -> tuple[Grid, Grid]:
        keep = np.array(self.conflict) | (not conflicts)
        return np.array(self.stated)[keep], np.array(self.right, dtype=np.float64)[keep]


def simulate(rng: np.random.Generator, runs: int, items: int, kinds: int, witnesses: int = 3) -> dict[int, Tally]:
    """A tally for each assumed number of wrong values."""
    tallies = {m: Tally() for m in (3, 2, 10)}
    for _ in range(runs):
        truth = world(rng, items, kinds, witnesses)
        pairs = [ballot(row) for row in truth.rows]
        for m, tally in tallies.items():
            fitted = fit([b for b, _ in pairs], [None] * witnesses, SETTINGS, false_values=m)
            tally.add(truth, fitted, pairs)
    return tallies


def simulate_events(rng: np.random.Generator, runs: int) -> Tally:
    """Eight events of four claims each, tempered as the stage does."""
    tally, weight = Tally(), 1 / (1 + 3 * SETTINGS.event_correlation)
    for _ in range(runs):
        truth = event_world(rng, 8, 4, 3)
        pairs = [ballot(row, weight) for row in truth.rows]
        tally.add(truth, fit([b for b, _ in pairs], [None] * 3, SETTINGS), pairs)
    return tally


def near_copies(rng: np.random.Generator, runs: int, *, directed: bool) -> tuple[float, float]:
    """Share of conflicts decided rightly: by the stage's most probable value, and by a majority of texts."""
    ours: list[bool] = []
    majority: list[float] = []
    for _ in range(runs):
        rows = near_copy_world(rng).rows
        result = Simulated(columns(rows), copies=(("d", "c"),), directed=directed).weigh()
        for verdict in result.verdicts:
            row = rows[int(verdict.finding[1:])]
            best = max(verdict.values, key=lambda v: v.probability.mid)
            ours.append(best.value == "0")
            majority.append(majority_right(row))
    return float(np.mean(ours)), float(np.mean(majority))


def majority_right(row: Row) -> float:
    """Chance that a majority of texts gives the right value, ties broken by lot."""
    said = [v for v in row if v is not None]
    most = max(said.count(v) for v in said)
    leading = {v for v in said if said.count(v) == most}
    return (0 in leading) / len(leading)


def copies_move(rng: np.random.Generator, runs: int) -> float:
    """The largest change of a posterior when marked copies of every source are added."""
    moved = 0.0
    for _ in range(runs):
        plain = columns(world(rng, 20, 3).rows)
        more = plain | {name.upper(): list(column) for name, column in plain.items()}
        before = Simulated(plain).weigh()
        after = Simulated(more, copies=tuple((n.upper(), n) for n in plain)).weigh()
        moved = max(moved, difference(before, after))
    return moved


def difference(left: Reliability, right: Reliability) -> float:
    """The largest difference between the posteriors of the same conflicts; infinite when they judge others."""
    a, b = ({v.finding: v for v in r.verdicts} for r in (left, right))
    if a.keys() != b.keys():
        return float("inf")
    tables = [({v.value: v.probability for v in a[f].values}, {v.value: v.probability for v in b[f].values}) for f in a]
    return max((abs(x[v].mid - y[v].mid) for x, y in tables for v in x), default=0.0)


def shuffled_moves(rng: np.random.Generator, runs: int) -> float:
    """The largest change of a posterior when sources, items and wrong values are renamed and reordered."""
    moved = 0.0
    for _ in range(runs):
        pairs = [ballot(row) for row in world(rng, 30, 3).rows]
        order, people = rng.permutation(len(pairs)).tolist(), rng.permutation(3).tolist()
        turned = [_turned(pairs[i][0], people) for i in order]
        a = fit([b for b, _ in pairs], [None] * 3, SETTINGS)
        b = fit(turned, [None] * 3, SETTINGS)
        for k, i in enumerate(order):
            size = pairs[i][0].classes
            back = [*reversed(b.items[k][:size]), b.items[k][size]]
            moved = max(moved, *(abs(x - y) for x, y in zip(a.items[i], back, strict=True)))
    return moved


def _turned(votes: Ballot, people: Sequence[int]) -> Ballot:
    """The same item with the witnesses in another order and the classes numbered backwards."""
    flipped = [frozenset(votes.classes - 1 - z for z in vote) for vote in votes.votes]
    return replace(votes, votes=tuple(flipped[s] for s in people))


def message_gaps(rng: np.random.Generator, runs: int, witnesses: int) -> tuple[Grid, Grid]:
    """Differences of the messages from the exact grid: of the values' posteriors, and of the intervals' ends."""
    values: list[float] = []
    ends: list[float] = []
    for _ in range(runs):
        ballots = [ballot(row)[0] for row in world(rng, 30, 3, witnesses).rows]
        exact = fit(ballots, [None] * witnesses, SETTINGS)
        near = fit_by_messages(ballots, [prior(SETTINGS.grid_points)] * witnesses, SETTINGS.false_values)
        values += [abs(p - q) for x, y in zip(exact.items, near.items, strict=True) for p, q in zip(x, y, strict=True)]
        for p, q in zip(map(interval, exact.marginals), map(interval, near.marginals), strict=True):
            ends += [abs(p.low - q.low), abs(p.high - q.high)]
    return np.array(values), np.array(ends)


# -- the table ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure with its bounds."""

    what: str
    figure: float
    low: float = 0.0
    high: float = 1.0

    @property
    def holds(self) -> bool:
        """Whether the figure lies within its bounds."""
        return self.low <= self.figure <= self.high

    def __str__(self) -> str:
        """One row of the table."""
        if (self.low, self.high) == (0.0, 1.0):
            return f"{self.what:<72} {self.figure:9.3g}"
        mark = "ok" if self.holds else "BROKEN"
        return f"{self.what:<72} {self.figure:9.3g}   [{self.low:g}, {self.high:g}]  {mark}"


def simulation_lines(rng: np.random.Generator, runs: int) -> list[Line]:
    """Coverage and calibration for each kind of world and each assumption."""
    lines = []
    for items in (20, 40):
        for name, kinds in FALSE_VALUES.items():
            for m, tally in simulate(rng, runs, items, kinds).items():
                lines += _lines(f"{items} items, {name}, m = {m}", tally, default=m == 3, matching=m == kinds)
    many = simulate(rng, runs // 3, 40, 3, 6)[3]
    return lines + _lines("40 items, 6 witnesses, 3 wrong values, m = 3", many, default=True, matching=True)


def _lines(name: str, tally: Tally, *, default: bool, matching: bool) -> list[Line]:
    """All bounds for the default assumption; calibration alone for the others, wider where the assumption is wrong."""
    lines = [
        Line(f"{name}: calibration error", tally.calibration_error(), 0, 0.05 if matching or default else 0.07),
        Line(f"{name}: the same, conflicts alone", tally.calibration_error(conflicts=True)),
    ]
    if not default:
        return lines
    return [
        Line(f"{name}: coverage of 90 % intervals", tally.coverage(), 0.88, 0.98),
        *lines,
        Line(f"{name}: wrong at P > .9", tally.wrong_when_sure(), 0, 0.08),
        Line(f"{name}: the same, conflicts alone", tally.wrong_when_sure(conflicts=True)),
    ]


def scenario_lines(rng: np.random.Generator, runs: int) -> list[Line]:
    """Copies, order, events, and the messages against the exact grid."""
    lines = [Line("events of four claims: coverage", simulate_events(rng, runs).coverage(), 0.90)]
    for directed in (True, False):
        hit, majority = near_copies(rng, runs, directed=directed)
        name = f"near-copy, direction {'known' if directed else 'unknown'}"
        lines += [Line(f"{name}: hit", hit, 0.85), Line(f"{name}: majority of texts", majority, 0, 0.60)]
    lines.append(Line("marked copies added: largest change", copies_move(rng, max(runs // 10, 3)), 0, 1e-9))
    lines.append(Line("order and names changed: largest change", shuffled_moves(rng, max(runs // 10, 3)), 0, 1e-9))
    for witnesses, trials in ((3, runs), (4, max(runs // 15, 3))):
        values, ends = (np.quantile(gaps, 0.99) for gaps in message_gaps(rng, trials, witnesses))
        lines.append(Line(f"messages v grid, {witnesses} witnesses: gap of a value, 99th percentile", values, 0, 0.05))
        lines.append(Line(f"messages v grid, {witnesses} witnesses: gap of an end, 99th percentile", ends, 0, 0.08))
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 when a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args(arguments)
    rng = np.random.default_rng(chosen.seed)
    lines = [*scenario_lines(rng, chosen.runs), *simulation_lines(rng, chosen.runs)]
    print("\n".join(map(str, lines)))
    return int(not all(line.holds for line in lines))


if __name__ == "__main__":
    sys.exit(main())
