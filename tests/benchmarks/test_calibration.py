"""The arithmetic of the calibration benchmark."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.calibration import HOME, Judged, brier, classes, expected_error, wilson

if TYPE_CHECKING:
    from collections.abc import Sequence

FINDINGS = st.lists(
    st.builds(Judged, st.just("d"), st.just("conflict"), st.just("date"), st.floats(0, 1), st.booleans()), min_size=1
)


def judged(confidence: float, *right: bool) -> list[Judged]:
    """Findings of one confidence."""
    return [Judged("d", "conflict", "date", confidence, r) for r in right]


@given(FINDINGS)
def test_every_finding_falls_into_one_class(found: Sequence[Judged]) -> None:
    """None is lost at a bound, and all figures are shares."""
    assert len(found) == sum(c.count for c in classes(found))
    assert all(c.low <= c.confidence <= c.high for c in classes(found))
    assert 0 <= brier(found) <= 1
    assert 0 <= expected_error(found) <= 1


@pytest.mark.parametrize(
    ("found", "error"),
    [(judged(0.75, True, True, True, False), 0.0), (judged(0.75, True, True), 0.25), (judged(1.0, False), 1.0)],
)
def test_the_error_is_the_distance_of_word_and_truth(found: Sequence[Judged], error: float) -> None:
    """Three of four right is just what 0.75 says."""
    assert error == expected_error(found)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share(of: tuple[int, int]) -> None:
    """It is never empty, not even for none or all."""
    low, high = wilson(*of)

    assert 0 <= low < high <= 1
    assert low - 1e-12 <= of[0] / of[1] <= high + 1e-12


def test_the_interval_is_that_of_the_textbook() -> None:
    """Wilson's interval for 8 of 10 is 0.49 to 0.94."""
    assert (0.4902, 0.9433) == pytest.approx(wilson(8, 10), abs=1e-4)


def test_the_kept_data_hold_only_shares() -> None:
    """Whoever fits a curve to them can trust the file."""
    rows = list(csv.DictReader((HOME / "judged.csv").read_text("utf-8").splitlines()))

    assert len(rows) > 100
    assert all(0 <= float(row["confidence"]) <= 1 and row["right"] in {"0", "1"} for row in rows)
