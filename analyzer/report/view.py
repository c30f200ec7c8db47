"""What a report says, apart from how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:

    from analyzer.model import Analysis

SURE = 0.5  # the output contract: below even odds a finding is a suggestion
SERIOUS = 3  # the output contract: severity 3 changes the story


def headline(analysis: Analysis) -> str:
    """The result in one sentence; facts and conflicts count findings of confidence 0.5 and above."""
    sure = [finding for finding in analysis.findings if finding.confidence >= SURE]
    conflicts = [finding for finding in sure if finding.relation == "conflict"]
    serious = [finding for finding in conflicts if finding.severity >= SERIOUS]
    parts = [
        counted(len(analysis.documents), "text"),
        counted(len(analysis.reliability.witnesses), "independent witness", "independent witnesses"),
        counted(len(sure), "comparable fact"),
        counted(len(conflicts), "conflict"),
    ]
    return ", ".join([*parts, f"{len(serious)} serious"] if conflicts else parts)


def counted(n: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "text"), counted(2_000, "text"), counted(0, "witness", "witnesses")
    ('1 text', '2,000 texts', '0 witnesses')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"
