"""The tables have the contract's columns, raw offsets and one row per thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.errors import UsageError
from analyzer.frames import COLUMNS, day_text, rows, to_frame
from analyzer.values.calendars import Day, to_jdn
from tests.report.halcyon import analysis

TABLES = ("findings", "claims", "passages", "reliability")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_of_the_contract(table: str) -> None:
    """Columns and their order are fixed."""
    assert list(COLUMNS[table]) == list(to_frame(analysis(), table).columns)


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_analysis_keeps_the_columns(table: str) -> None:
    """A table without rows is still that table."""
    base = analysis()
    empty = replace(
        base,
        comparison=replace(base.comparison, findings=()),
        extractions=(),
        alignments=replace(base.alignments, pairs=()),
        reliability=replace(base.reliability, profiles=()),
    )
    frame = to_frame(empty, table)

    assert ((0, len(COLUMNS[table])), list(COLUMNS[table])) == (frame.shape, list(frame.columns))


def test_findings_have_one_row_per_reading() -> None:
    """Row numbers add up."""
    assert sum(len(f.readings) for f in analysis().findings) == len(rows(analysis(), "findings"))


def test_offsets_are_raw() -> None:
    """Each quote is the raw file's text at its offsets, markup and all."""
    raw = {d.source.path: d.source.raw for d in analysis().documents}
    for row in rows(analysis(), "findings") + rows(analysis(), "claims"):
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)

        assert row["quote"] == raw[str(row["source"])][start:end]


def test_an_unknown_table_is_a_usage_error() -> None:
    """The message names the tables there are."""
    with pytest.raises(UsageError, match="findings, claims, passages, reliability"):
        to_frame(analysis(), "graphs")


@pytest.mark.parametrize(
    ("day", "text"),
    [(Day(0, 1, 1), "0000-01-01"), (Day(-43, 3, 15), "-0043-03-15"), (Day(1582, 10, 4), "1582-10-04")],
)
def test_days_are_proleptic_gregorian(day: Day, text: str) -> None:
    """Year 0000 is 1 BC, and no calendar switch is in the way."""
    assert text == day_text(to_jdn(day, "gregorian"))
