"""Markdown (rough: read as plain text with headings)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.load import plain

if TYPE_CHECKING:
    from analyzer.load.builder import CleanText
    from analyzer.settings import LoadSettings


def read(raw: str, settings: LoadSettings) -> CleanText:
    """Clean text of Markdown."""
    return plain.read(raw, settings)
