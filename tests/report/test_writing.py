"""Files are written whole or not at all, and the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.errors import OutputError, UsageError
from analyzer.report import write
from tests.report.halcyon import analysis

ROOT = Path(__file__).parents[2]
ALL = {"report.html", "report.pdf", "findings.json", "findings.csv", "claims.csv", "passages.csv"}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_all_formats_write_all_files(tmp_path: Path) -> None:
    """The four formats give six files and a figure for each chart."""
    paths = write(analysis(), tmp_path / "new" / "folder")
    names = {p.name for p in paths}

    assert ALL <= names
    assert {p for p in (tmp_path / "new" / "folder").rglob("*") if p.is_file()} == set(paths)
    assert len([p for p in paths if p.parent.name == "figures"]) == 6


def test_an_unknown_format_is_a_usage_error(tmp_path: Path) -> None:
    """The message names what can be chosen, and nothing is written."""
    with pytest.raises(UsageError, match="html, pdf, json, csv"):
        write(analysis(), tmp_path, ["docx"])

    assert contents(tmp_path) == {}


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    """Hash seed, time zone, language and working directory leave no trace."""
    code = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[2]);"
        "from tests.report.halcyon import analysis; from analyzer.report import write;"
        "write(analysis(), pathlib.Path(sys.argv[1]))"
    )
    for name, seed, zone in (("a", "1", "UTC"), ("b", "77", "Asia/Tokyo")):
        out = tmp_path / name
        out.mkdir()
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": "C"}
        subprocess.run([sys.executable, "-c", code, str(out), str(ROOT)], check=True, env=environment, cwd=out)

    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_no_absolute_path_enters_an_output(tmp_path: Path) -> None:
    """Neither the project's folder nor the output's is named in any text file."""
    write(analysis(), tmp_path, ["html", "json", "csv"])
    written = b"".join(contents(tmp_path).values())

    assert str(tmp_path).encode() not in written
    assert str(ROOT).encode() not in written


def test_a_failure_in_the_middle_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full half-way, every file is as before and no temporary file stays."""
    write(analysis(), tmp_path, ["json", "csv"])
    before = contents(tmp_path)
    calls: list[str] = []
    real = os.fdopen

    def full(handle: int, mode: str) -> object:
        calls.append(mode)
        if len(calls) == 3:
            os.close(handle)
            raise OSError(28, "No space left on device")
        return real(handle, mode)

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write(analysis(), tmp_path, ["json", "csv"])

    assert before == contents(tmp_path)


def test_a_folder_that_is_a_file_is_an_output_error(tmp_path: Path) -> None:
    """The message says what can't be written and what to do."""
    blocked = tmp_path / "taken"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="Choose another folder"):
        write(analysis(), blocked, ["json"])

    assert blocked.read_text(encoding="utf-8") == "x"
