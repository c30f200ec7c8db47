"""A length of time in the unit it was written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DurationUnit = Literal["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration from `low` to `high` units (equal when exact). `value` is ISO 8601 (`P40D`, `PT3H`)."""

    value: str
    low: float
    high: float
    unit: DurationUnit
    approximate: bool = False
    modifier: Literal["", "under", "over", "nearly", "at least", "at most"] = ""
