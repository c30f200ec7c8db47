"""One analysis as its user meets it: findings, tables, files, and a short view in notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from analyzer import model

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from analyzer.model import Finding

SHOWN = 10  # conflicts in a notebook's view: what a reader takes in without scrolling


@dataclass(frozen=True, slots=True, repr=False)
class Analysis(model.Analysis):
    """Everything one run found: `findings` in report order, the stages' results, and ways to tables and files.

    >>> from analyzer import analyze
    >>> analysis = analyze("tests/collections/ferry")
    >>> analysis.findings[0].relation
    'conflict'
    >>> list(analysis.to_frame("passages").columns[:3])
    ['id', 'relation', 'score']

    """

    def to_frame(self, table: Literal["findings", "claims", "passages", "reliability"] = "findings") -> pd.DataFrame:
        """One table: a row per reading, per value expression, per aligned pair, or per source.

        Raises:
            UsageError: there is no table of that name.

        """
        from analyzer.frames import to_frame

        return to_frame(self, table)

    def save(
        self, path: str | Path = "reports", formats: Sequence[str] = ("html", "pdf", "json", "csv")
    ) -> tuple[Path, ...]:
        """Write the report into the folder `path`, made when it is missing; the files' paths in order of writing.

        Raises:
            UsageError: a format is not known.
            OutputError: a file can't be written; nothing half-written is left.

        """
        from analyzer.report import write

        return write(self, Path(path), formats)

    def __repr__(self) -> str:
        from analyzer.report import headline

        return f"<Analysis: {headline(self)}>"

    def _repr_html_(self) -> str:
        """The headline and the first conflicts, for notebooks."""
        from analyzer.report import headline

        conflicts = [f for f in self.findings if f.relation == "conflict" and f.confidence >= 0.5]
        rows = "".join(_row(finding) for finding in conflicts[:SHOWN])
        more = len(conflicts) - SHOWN
        rest = f"<p>and {more} more in <code>.findings</code></p>" if more > 0 else ""
        table = f"<table><tr><th>fact</th><th>severity</th><th>told</th></tr>{rows}</table>" if rows else ""
        return f"<p><strong>{escape(headline(self))}</strong></p>{table}{rest}"


def _row(finding: Finding) -> str:
    told = "<br>".join(
        f"{escape(reading.source)}: {escape(reading.value)} “{escape(' '.join(reading.text.split()))}”"
        for reading in finding.readings
    )
    return (
        f'<tr><td style="text-align:left">{escape(finding.question)}</td><td>{finding.severity}</td>'
        f'<td style="text-align:left">{told}</td></tr>'
    )
