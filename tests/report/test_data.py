"""The data files keep the output contract."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from analyzer.frames import COLUMNS
from analyzer.report import data
from tests.report.halcyon import analysis

SCHEMA = Path(__file__).parents[1] / "gold" / "findings.schema.json"
CLAIM_COLUMNS = (
    "source,start,end,quote,kind,value,earliest,latest,calendar,basis,granularity,modifier,inferred,clause_start,"
    "clause_end,subject,event,object,polarity,modality,attribution,rule"
)


def claims() -> list[dict[str, str]]:
    """The rows of claims.csv."""
    return list(csv.DictReader(io.StringIO(data.claims_csv(analysis()), newline="")))


def test_findings_json_follows_the_schema() -> None:
    """The whole file validates against the schema of the output contract."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))

    assert [] == list(Draft202012Validator(schema).iter_errors(json.loads(data.findings_json(analysis()))))


def test_every_quote_of_the_json_stands_in_its_raw_file() -> None:
    """Readings and passages are anchored: `quote == raw[start:end]`."""
    result = json.loads(data.findings_json(analysis()))
    raw = {d.id: d.source.raw for d in analysis().documents}
    spans = [r for f in result["findings"] for r in f["readings"]]
    spans += [side for pair in result["passages"] for side in pair["sides"]]

    assert [s["quote"] for s in spans] == [raw[s["source"]][s["start"] : s["end"]] for s in spans]


def test_claims_csv_has_the_columns_of_the_contract() -> None:
    """The header is the contract's, name by name."""
    header = data.claims_csv(analysis()).partition("\n")[0]

    assert header == CLAIM_COLUMNS


def test_claims_csv_is_sorted_and_anchored() -> None:
    """Rows come by source, start, end, and each quote is the raw text."""
    rows = claims()
    raw = {d.source.path: d.source.raw for d in analysis().documents}
    keys = [(r["source"], int(r["start"]), int(r["end"])) for r in rows]

    assert sorted(keys) == keys
    assert [r["quote"] for r in rows] == [raw[s][a:b] for s, a, b in keys]


def test_earliest_and_latest_are_gregorian() -> None:
    """A Julian day is given as the Gregorian day it is."""
    row = next(r for r in claims() if r["calendar"] == "julian")

    assert ("1907-09-12", "1907-09-25", "1907-09-25") == (row["value"], row["earliest"], row["latest"])


def test_csv_files_end_lines_with_a_line_feed_only() -> None:
    """No carriage return comes in from the writer."""
    written = data.claims_csv(analysis()) + data.findings_csv(analysis()) + data.passages_csv(analysis())

    assert "\r" not in written


@pytest.mark.parametrize("table", ["findings", "passages"])
def test_csv_headers_are_those_of_the_frames(table: str) -> None:
    """File and pandas table have the same columns."""
    write = {"findings": data.findings_csv, "passages": data.passages_csv}[table]

    assert ",".join(COLUMNS[table]) == write(analysis()).partition("\n")[0]


def test_an_unknown_package_has_no_version() -> None:
    """A missing distribution is said to be missing."""
    assert data.package_version("no-such-distribution-here") == "not installed"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=4))
@settings(deadline=None, max_examples=100)
def test_any_text_survives_a_csv_row(cells: list[str]) -> None:
    """The csv module reads back what was written, carriage returns and quotes included."""
    line = data._line(list(cells)) + "\n"

    assert cells == next(csv.reader(io.StringIO(line, newline="")))
