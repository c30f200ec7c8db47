"""Finds where several sources tell the same story differently, and says which differences are real.

>>> import analyzer
>>> analysis = analyzer.analyze("tests/collections/ferry")
>>> [d.id for d in analysis.documents]
['harbour-gazette', 'inquiry-summary', 'memoir']

"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.analysis import Analysis
    from analyzer.errors import AnalyzerError
    from analyzer.model import Alignment, Claim, Document, Finding, Reading, Source
    from analyzer.pipeline import analyze
    from analyzer.settings import Settings
    from analyzer.verbs import align, compare, extract, load, segment, weigh

    __version__: str

__all__ = [
    "Alignment",
    "Analysis",
    "AnalyzerError",
    "Claim",
    "Document",
    "Finding",
    "Reading",
    "Settings",
    "Source",
    "__version__",
    "align",
    "analyze",
    "compare",
    "extract",
    "load",
    "segment",
    "weigh",
]

_VERBS = frozenset({"align", "compare", "extract", "load", "segment", "weigh"})
_HOMES = {
    **dict.fromkeys(sorted(_VERBS), "analyzer.verbs"),
    **dict.fromkeys(("Alignment", "Claim", "Document", "Finding", "Reading", "Source"), "analyzer.model"),
    "Analysis": "analyzer.analysis",
    "AnalyzerError": "analyzer.errors",
    "Settings": "analyzer.settings",
    "analyze": "analyzer.pipeline",
}


class _Package(ModuleType):
    """Keeps `analyzer.align` a function: importing the stage of that name would put its module in the verb's place."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _VERBS and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    """Public names are imported when they are first used, so that `import analyzer` and `--help` answer at once."""
    if name == "__version__":
        from importlib.metadata import version

        return version("discrepancy-analyzer")
    if name not in _HOMES:
        raise AttributeError(f"module 'analyzer' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package
