"""The quality of the analysis is pinned like any other behaviour."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SPEC = importlib.util.spec_from_file_location("eval_gate", HERE / "gate.py")
assert SPEC is not None
assert SPEC.loader is not None
gate = importlib.util.module_from_spec(SPEC)
sys.modules["eval_gate"] = gate
SPEC.loader.exec_module(gate)


def test_the_ruler_is_the_one_the_floors_were_measured_with() -> None:
    """Gold, scorers and sources are those of the floors; whoever changes them measures anew."""
    assert json.loads(gate.FLOORS.read_text("utf-8"))["files"] == gate.digests()


def test_no_figure_falls_below_its_floor(tmp_path: Path) -> None:
    """On the bare files every figure is at least what it was."""
    floors = json.loads(gate.FLOORS.read_text("utf-8"))["floors"]

    assert [] == gate.below(gate.measure(tmp_path), floors)


@pytest.mark.parametrize(
    ("figure", "floor", "expected"),
    [("anchored", 1.0, 1), ("brier", 0.3, 1), ("anchored", 0.5, 0), ("brier", 0.9, 0)],
)
def test_worse_means_lower_or_for_errors_higher(figure: str, floor: float, expected: int) -> None:
    """The gate knows for each figure which direction is better."""
    assert expected == len(gate.below({figure: 0.7}, {figure: floor}))
