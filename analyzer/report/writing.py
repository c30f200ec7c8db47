"""Writes the report's files atomically: each is whole or as it was before."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import OutputError, UsageError
from analyzer.report import data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.model import Analysis

FORMATS = ("html", "pdf", "json", "csv")


def write(analysis: Analysis, out: Path, formats: Sequence[str] = FORMATS) -> tuple[Path, ...]:
    """Write the report into the folder `out` and return the files' paths, in the order they were written.

    Everything is made before the first file is touched, and every file is put in place in one step, so that a failure
    leaves no half-written file. The same analysis gives the same bytes.

    Raises:
        UsageError: a format is not known.
        OutputError: a file can't be written.

    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise UsageError(f"unknown report format {unknown[0]!r}", hint=f"Choose from {', '.join(FORMATS)}.")
    return _place(out, contents(analysis, formats))


def contents(analysis: Analysis, formats: Sequence[str]) -> dict[str, bytes]:
    """File name -> bytes, for all files of the formats asked for; charts come with HTML and PDF."""
    files: dict[str, bytes] = {}
    if "json" in formats:
        files["findings.json"] = data.findings_json(analysis).encode()
    if "csv" in formats:
        files["findings.csv"] = data.findings_csv(analysis).encode()
        files["claims.csv"] = data.claims_csv(analysis).encode()
        files["passages.csv"] = data.passages_csv(analysis).encode()
    if "html" in formats or "pdf" in formats:
        files |= _pictured(analysis, formats)
    return files


def _pictured(analysis: Analysis, formats: Sequence[str]) -> dict[str, bytes]:
    """HTML, PDF and charts from one view."""
    from analyzer.report.charts import charts
    from analyzer.report.figures import standalone
    from analyzer.report.html import page
    from analyzer.report.pdf import pdf
    from analyzer.report.view import view

    drawn = charts(analysis)
    seen = view(analysis)
    files: dict[str, bytes] = {}
    if "html" in formats:
        files["report.html"] = page(seen, drawn).encode()
    if "pdf" in formats:
        files["report.pdf"] = pdf(seen, drawn)
    return files | {f"figures/{name}.svg": standalone(chart.svg).encode() for name, chart in drawn.items()}


def _place(out: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write every file beside its place first; only when all stand, move them."""
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, content in files.items():
            waiting.append(_stage(out / name, content))
        for temporary, path in waiting:
            temporary.replace(path)
    except OSError as error:
        where = error.filename or out
        raise OutputError(
            f"can't write {where}: {error.strerror or error}",
            hint="Choose another folder with --out, or make room and check the permissions.",
        ) from error
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
    return tuple(path for _, path in waiting)


def _stage(path: Path, content: bytes) -> tuple[Path, Path]:
    """Write the bytes to a temporary file in the folder of `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o644)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary, path
