"""The scorer of the date benchmark, on a corpus made up for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.dates import Gold, Prediction, Score, golds, interval_of, main, score_document

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "In May 1815 they met, and from 1816 to 1820 they wrote for three years."
TIMEX = [
    {"start": 3, "end": 11, "text": "May 1815", "attrs": {"val": "1815-05"}},
    {"start": 31, "end": 35, "text": "1816", "attrs": {"val": "1816"}},
    {"start": 39, "end": 43, "text": "1820", "attrs": {"val": "1820"}},
    {"start": 59, "end": 70, "text": "three years", "attrs": {"val": "P3Y"}},
]


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("1815", ("1815-01-01", "1815-12-31")),
        ("1816-02~", ("1816-02-01", "1816-02-29")),
        ("1815-05-03T11:40", ("1815-05-03", "1815-05-03")),
        ("-0489", None),
        ("181X", None),
        ("P3Y", None),
    ],
)
def test_years_months_and_days_are_intervals(value: str, interval: tuple[str, str] | None) -> None:
    """Other values take no part in value accuracy."""
    assert interval == interval_of(value)


def test_each_end_of_a_range_counts_as_a_value() -> None:
    """The corpus tags the ends of a range apart; a range row meets both."""
    score = Score()
    gold = golds({"timex": TIMEX})
    score_document(score, TEXT, gold, [Prediction(31, 43, ("1816", "1820"))])

    assert (1, 1, 4, 2) == (score.predicted, score.right, score.gold, score.found)
    assert (3, 2) == (score.valued, score.exact)


def test_nested_annotations_are_found_with_their_outermost() -> None:
    """Recall counts outermost expressions only."""
    nested = [{"start": 0, "end": 11, "attrs": {"val": ""}}, TIMEX[0]]

    assert [Gold(0, 11, "", outer=True), Gold(3, 11, "1815-05", outer=False)] == golds({"timex": nested})


def test_the_command_prints_one_line_a_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The analyzer's own reader finds all of a plain text."""
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"doc": "01_x", "text": TEXT, "timex": TIMEX}), encoding="utf-8")

    assert main([str(corpus)]) == 0

    row = json.loads(capsys.readouterr().out)
    assert (1.0, 1.0, 1.0) == (row["precision"], row["recall"], row["value"])
