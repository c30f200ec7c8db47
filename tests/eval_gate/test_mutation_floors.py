"""What the analyzer finds of planted changes is pinned: the quick form of the mutation benchmark keeps its floors.

Measured anew with: python -m benchmarks.mutations --quick --floors tests/eval_gate/mutation_floors.json --update
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.mutation import floors
from benchmarks.mutations import figures, quick

FLOORS = Path(__file__).with_name("mutation_floors.json")


def test_documents_and_ruler_are_those_of_the_floors() -> None:
    """Whoever changes documents, kinds of change or the counting measures anew."""
    assert json.loads(FLOORS.read_text("utf-8"))["files"] == floors.digests()


def test_no_figure_of_the_mutations_falls_below_its_floor() -> None:
    """Dates, times, numbers and durations are found, harmless changes left alone, as much as they were."""
    assert [] == floors.below(figures(quick()), floors.read(FLOORS))


def test_floors_are_not_lowered_unasked(tmp_path: Path) -> None:
    """Worse figures leave the file as it was, unless they are allowed to lower it."""
    path = tmp_path / "floors.json"
    good, bad = (dict.fromkeys(floors.HELD, share) for share in (0.9, 0.5))
    floors.update(path, good, allow_lower=False)
    refused = floors.update(path, bad, allow_lower=False)
    kept = floors.read(path)
    floors.update(path, bad, allow_lower=True)

    assert (len(set(floors.HELD) - floors.AT_MOST), 0.9, 0.5) == (len(refused), kept["date"], floors.read(path)["date"])
