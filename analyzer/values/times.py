"""A clock time of unknown day: minutes from midnight with its precision and zone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day. `value` is `HH:MM[:SS]`; `ambiguous` when a 12-hour time lacks a.m. or p.m.; `zone` as written."""

    value: str
    hour: int
    minute: int
    second: int | None = None
    approximate: bool = False
    ambiguous: bool = False
    zone: str = ""
    modifier: str = ""
