"""The report kept in `reports/` is the one the code makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.pipeline import analyze
from analyzer.report.writing import contents

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "reports"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """Every file of the report on the collection, made anew."""
    return contents(analyze(ROOT / "sources"), ("html", "pdf", "json", "csv"))


def test_the_kept_report_has_the_files_the_code_makes(made: dict[str, bytes]) -> None:
    """Nothing is missing and nothing is left over from an earlier form."""
    kept = {str(p.relative_to(KEPT)) for p in KEPT.rglob("*") if p.is_file()} - {"README.md"}

    assert set(made) == kept


def test_the_kept_report_is_made_again_byte_for_byte(made: dict[str, bytes]) -> None:
    """Whoever reads the report in the repository reads what one command makes of the sources."""
    assert [] == [name for name, content in sorted(made.items()) if (KEPT / name).read_bytes() != content]
