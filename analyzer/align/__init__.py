"""Finds the parallel passages of all sources, and the text they share."""

from analyzer.align.matching import align

__all__ = ["align"]
