"""Raw files -> sources: clean text with the way back to every raw offset."""

from __future__ import annotations

from analyzer.load.collection import load
from analyzer.load.source import load_source

__all__ = ["load", "load_source"]
