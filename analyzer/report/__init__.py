"""Writes the analysis: HTML, PDF, JSON, CSV, charts."""

from __future__ import annotations

from analyzer.report.view import headline
from analyzer.report.writing import write

__all__ = ["headline", "write"]
