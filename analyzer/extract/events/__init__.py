"""Events: who did what, in frames, and which event each value is told of."""

from analyzer.extract.events.attachment import attach
from analyzer.extract.events.frames import read_events, read_frames

__all__ = ["attach", "read_events", "read_frames"]
