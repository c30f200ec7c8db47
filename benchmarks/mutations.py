"""Plants known changes in copies of documents and counts what the analyzer says of them. One table, fixed seed.

    python -m benchmarks.mutations [--quick] [--each 4] [--seed 5] [--document tay-bridge] [--examples 3] [--json FILE]
    python -m benchmarks.mutations --quick --floors tests/eval_gate/mutation_floors.json [--update [--allow-lower]]

Every document of benchmarks/documents is compared with a near-copy (some words replaced, sentences moved and dropped)
and with a shuffled abridgement. A copy carries up to six changes, two sentences apart or more. A planted conflict is
found when a conflict of confidence 0.5 or more reads the planted words in the copy and their counterpart in the
original as different; a harmless change is called when such a conflict reads either. Every other conflict is unplanted,
but for those astray: they touch a planted conflict or a sentence that leans on it, and pair it wrongly or tell of what
follows from it. A sentence moved or dropped is called when an unplanted conflict reads it, whatever the reason.
Exits with 1 when a target is missed; with --floors, when a floor is.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.mutation.conflicts import CONFLICTS
from benchmarks.mutation.copying import SETTINGS
from benchmarks.mutation.documents import accounts
from benchmarks.mutation.floors import AT_MOST, below, read, update
from benchmarks.mutation.harmless import DROPPED, HARMLESS, MOVED
from benchmarks.mutation.runs import compared, runs
from benchmarks.mutation.scoring import Count, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.mutation.runs import Run

SEED, EACH = 5, 4
TARGETS = {"date": 0.95, "time": 0.95, "number": 0.95, "harmless": 0.01, "reordered": 0.01, "unplanted": 0.03}
"""Recall at least, for dates, clock times and numbers; shares at most, for the others."""


def tallied(planned: Iterable[Run]) -> Tally:
    """Have the analyzer read every run, each in a folder of its own."""
    tally = Tally()
    for run in planned:
        with tempfile.TemporaryDirectory() as folder:
            tally.add(run, compared(run, Path(folder)))
    return tally


def quick(seed: int = SEED) -> Tally:
    """The short form the eval gate runs: one change of a kind per document, the settings in turn."""
    return tallied(
        run
        for i, account in enumerate(accounts())
        for run in runs([account], 1, seed, settings=[SETTINGS[i % len(SETTINGS)]])
    )


# -- figures ------------------------------------------------------------------------------------------------------


def figures(tally: Tally) -> dict[str, float]:
    """Recall by group; harmless changes, and sentences moved or dropped, that are called conflicts; then shares of all

    called conflicts.
    """
    groups = {group: [k.name for k in kinds] for group, kinds in groupby(CONFLICTS, key=lambda kind: kind.group)}
    shares = {group: total(tally, names).share for group, names in groups.items()}
    called = max(1, sum(tally.conflicts.values()))
    shares["harmless"] = total(tally, [kind.name for kind in HARMLESS]).share
    shares["reordered"] = total(tally, [MOVED, DROPPED]).share
    shares["unplanted"] = tally.conflicts["unplanted"] / called
    shares["astray"] = tally.conflicts["astray"] / called
    return {name: round(share, 4) for name, share in shares.items()}


def total(tally: Tally, kinds: Sequence[str], settings: Sequence[str] = SETTINGS) -> Count:
    """The counts of several kinds and settings together."""
    chosen = [c for (kind, setting), c in tally.counts.items() if kind in kinds and setting in settings]
    return Count(sum(c.planted for c in chosen), sum(c.called for c in chosen))


def missed(measured: dict[str, float]) -> list[str]:
    """The targets that do not hold, as sentences."""
    return [
        f"{name}: {measured[name]:.3f}, target {'at most' if name in AT_MOST else 'at least'} {target}"
        for name, target in TARGETS.items()
        if (measured[name] > target if name in AT_MOST else measured[name] < target)
    ]


# -- printing -----------------------------------------------------------------------------------------------------


def table(tally: Tally) -> str:
    """A line per kind: planted and called in each setting, and the share called over both."""
    head = f"{'kind':26}{'near-copy':>14}{'shuffled':>14}{'share':>9}"
    lines = ["must be called", head, *(_line(tally, kind.name) for kind in CONFLICTS)]
    lines += ["", "must not be called", head]
    lines += [_line(tally, name) for name in (*(kind.name for kind in HARMLESS), MOVED, DROPPED)]
    lines += ["", f"called conflicts in {tally.runs} runs: {tally.conflicts}"]
    lines += [f"  {name:12}{share:7.3f}" for name, share in figures(tally).items()]
    return "\n".join(lines)


def _line(tally: Tally, kind: str) -> str:
    near, shuffled = (total(tally, [kind], [setting]) for setting in SETTINGS)
    share = total(tally, [kind]).share
    return f"{kind:26}{_of(near):>14}{_of(shuffled):>14}{share:9.3f}"


def _of(count: Count) -> str:
    return f"{count.called}/{count.planted}"


def examples(tally: Tally, each: int) -> str:
    """The first few examples of every kind."""
    lines = []
    for kind, found in groupby(sorted(tally.examples, key=lambda e: e.kind), key=lambda e: e.kind):
        shown = list(found)
        lines.append(f"\n== {kind}: {len(shown)}")
        for e in shown[:each]:
            lines += [f"- {e.document} {e.setting}: {e.said}", f"    A {e.original}", f"    B {e.copy}"]
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Plant, measure, print; 1 when a target is missed, or under --floors a floor."""
    args = _arguments(argv)
    chosen = [a for a in accounts() if not args.document or a.name in args.document]
    tally = quick(args.seed) if args.quick else tallied(runs(chosen, args.each, args.seed))
    print(table(tally))
    if args.examples:
        print(examples(tally, args.examples))
    if args.json:
        content = {"figures": figures(tally), "examples": [asdict(e) for e in tally.examples]}
        args.json.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    complaints = _held(figures(tally), args) if args.floors else missed(figures(tally))
    print(*complaints, sep="\n")
    return int(bool(complaints))


def _held(measured: dict[str, float], args: argparse.Namespace) -> list[str]:
    if args.update:
        return update(args.floors, measured, allow_lower=args.allow_lower)
    return below(measured, read(args.floors))


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="one change of a kind per document: under half a minute")
    parser.add_argument("--each", type=int, default=EACH, help="changes of a kind per document and setting")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--document", action="append", default=[], help="only this one; may be repeated")
    parser.add_argument("--examples", type=int, default=0, metavar="N", help="misses and alarms to show per kind")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write figures and all examples")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="hold the figures of the quick form to these")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--allow-lower", action="store_true", help="lower them too: say why in the commit message")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
