"""A length of time in the unit it was written in, and the days it may be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil, floor, inf
from typing import Literal

from analyzer.values.calendars import Day, to_jdn

DurationUnit = Literal["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]

_DAYS: dict[DurationUnit, float] = {"second": 1 / 86_400, "minute": 1 / 1_440, "hour": 1 / 24, "day": 1, "week": 7}
_MONTHS: dict[DurationUnit, int] = {"month": 1, "year": 12, "decade": 120, "century": 1_200}
_ISO = {"second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M"}
_YEARS = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration from `low` to `high` units (equal when exact). `value` is ISO 8601 (`P40D`, `PT3H`)."""

    value: str
    low: float
    high: float
    unit: DurationUnit
    approximate: bool = False
    modifier: Literal["", "under", "over", "nearly", "at least", "at most"] = ""


def duration(low: float, unit: DurationUnit, high: float | None = None, *, approximate: bool = False) -> Duration:
    """A duration of `low` (to `high`) units; decades and centuries are written in years.

    >>> duration(40, "day").value, duration(2, "decade").value, duration(3, "month", 4).value
    ('P40D', 'P20Y', 'P3M/P4M')
    """
    top = low if high is None else high
    parts = dict.fromkeys(_iso(n, unit) for n in (low, top))
    return Duration("/".join(parts), low, top, unit, approximate)


def days_of(length: Duration) -> tuple[float, float]:
    """Fewest and most days of a duration as worded, without rounding: a month has 28-31 days, a year 365-366.

    A bound word opens one side: "over a year" has no most (`math.inf`), "nearly a year" begins at nine tenths of it.

    >>> days_of(duration(1, "month")), days_of(duration(3, "month")), days_of(duration(4, "week"))
    ((28.0, 31.0), (89.0, 92.0), (28.0, 28.0))
    """
    low, high = unit_days(length.low, length.unit)[0], unit_days(length.high, length.unit)[1]
    if length.modifier in {"over", "at least"}:
        return low, inf
    if length.modifier in {"under", "at most"}:
        return 0.0, high
    return (0.9 * low, high) if length.modifier == "nearly" else (low, high)


def unit_days(number: float, unit: DurationUnit) -> tuple[float, float]:
    """Fewest and most days of a number of units.

    >>> unit_days(1, "year"), unit_days(0.5, "day")
    ((365.0, 366.0), (0.5, 0.5))
    """
    if unit in _DAYS:
        days = round(float(number * _DAYS[unit]), 9)  # so that 120 minutes are two hours
        return days, days
    months = number * _MONTHS[unit]
    below, above = floor(months), ceil(months)
    share = months - below
    shortest, longest = ((1 - share) * _month_days(below)[side] + share * _month_days(above)[side] for side in (0, 1))
    return float(shortest), float(longest)


@cache
def _month_days(months: int) -> tuple[int, int]:
    """Fewest and most days of consecutive whole months, from every month of the twelve years around a skipped leap."""
    lengths = [
        to_jdn(Day(year + (month + months) // 12, (month + months) % 12 + 1, 1), "gregorian")
        - to_jdn(Day(year, month + 1, 1), "gregorian")
        for year in range(1896, 1908)
        for month in range(12)
    ]
    return min(lengths), max(lengths)


def _iso(number: float, unit: DurationUnit) -> str:
    if unit in _YEARS:
        return f"P{number * _YEARS[unit]:g}Y"
    return _ISO[unit].format(f"{number:g}")
