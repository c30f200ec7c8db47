"""What a match says before its context is known: points, dates, shifts, lengths, clock times, references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from analyzer.values.calendars import Calendar
    from analyzer.values.dates import Modifier
    from analyzer.values.durations import Duration
    from analyzer.values.times import ClockTime

PointUnit = Literal["day", "month", "season", "year", "decade", "century"]
Which = Literal["same", "next", "previous", "last"]


@dataclass(frozen=True, slots=True)
class Point:
    """A date with the parts that are written; `year` is astronomical (0 is 1 BC), `season` an EDTF code 21-24.

    For a decade or century `year` is its first year. `short` marks a year of two digits ("'89"), `early` one of three
    without an era ("in 480"), which only its surroundings can tell.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    span: Literal["", "decade", "century"] = ""
    weekday: int | None = None
    short: bool = False
    early: bool = False

    @property
    def unit(self) -> PointUnit:
        """The finest part written."""
        if self.span:
            return self.span
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        return "season" if self.season is not None else "year"


@dataclass(frozen=True, slots=True)
class Written:
    """A calendar date (one point) or a range (two) with what stands around it.

    `other` is the form in the other style; `dual_year` marks a year written twice ("1648/49"), told here by the later.
    `either_half` marks a `clock` of twelve hours without a.m. or p.m.
    One that is not `told` only places what follows ("Christmas Day was spent on the 27th").
    """

    points: tuple[Point, ...]
    modifier: Modifier = ""
    approximate: bool = False
    uncertain: bool = False
    part: str = ""
    clock: str = ""
    either_half: bool = False
    calendar: Calendar = "unknown"
    basis: Literal["none", "marked", "paired"] = "none"
    other: Point | None = None
    dual_year: bool = False
    told: bool = True


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after the anchor (`event`: before or after something named in words)."""

    low: float | None
    unit: str
    sign: int
    event: bool = False
    part: str = ""
    modifier: Modifier = ""
    approximate: bool = False
    now: bool = False


@dataclass(frozen=True, slots=True)
class Deictic:
    """A day, week, month, season or year told by its place beside the anchor: "the following day", "that year"."""

    which: Which
    unit: str
    modifier: Modifier = ""
    part: str = ""
    month: int | None = None
    day: int | None = None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration."""

    duration: Duration


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    time: ClockTime


@dataclass(frozen=True, slots=True)
class Vague:
    """A time reference without a value of its own: "now", "soon"."""


Expression = Written | Shift | Deictic | Length | Clock | Vague


@dataclass(frozen=True, slots=True)
class Found:
    """One expression with its range in the text and the rule that read it."""

    start: int
    end: int
    rule: str
    expression: Expression
