"""Finds the parallel passages of all sources, and the text they share."""

from analyzer.align.matching import align
from analyzer.align.passages import event_pair, with_events

__all__ = ["align", "event_pair", "with_events"]
