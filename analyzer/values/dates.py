"""An uncertain date: the first and last day it may mean, its calendar, and how exactly it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analyzer.values.calendars import Calendar, Day, to_jdn

Granularity = Literal["day", "month", "season", "year", "decade", "century", "interval"]
Basis = Literal["marked", "weekday", "paired", "switch", "manifest", "inferred", "none"]
Modifier = Literal["", "before", "after", "by", "until", "since", "early", "mid", "late"]


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as a source writes it.

    `first` and `last` are the first and last day meant, in the calendar as written; None where the date is open.
    `edtf` is the expression in EDTF (ISO 8601-2) syntax, unconverted, in `calendar`; with a clock time it is
    `YYYY-MM-DDThh:mm`. `other` is the second form of a dual date ("7 November [O.S. 26 October]").
    `inferred` names the parts the text does not write: "year", "month", "day", "century".

    >>> d = UncertainDate("1917-10", Day(1917, 10, 1), Day(1917, 10, 31), "month")
    >>> d.bounds("gregorian")
    (2421503, 2421533)
    """

    edtf: str
    first: Day | None
    last: Day | None
    granularity: Granularity
    calendar: Calendar = "unknown"
    basis: Basis = "none"
    approximate: bool = False
    uncertain: bool = False
    modifier: Modifier = ""
    part_of_day: str = ""
    clock: str = ""
    inferred: frozenset[str] = frozenset()
    other: UncertainDate | None = None

    def bounds(self, calendar: Calendar | None = None) -> tuple[int | None, int | None]:
        """Julian day numbers of the first and last day, read in `calendar` (default: its own; unknown as Gregorian)."""
        read = calendar or self.calendar
        return (
            None if self.first is None else to_jdn(self.first, read),
            None if self.last is None else to_jdn(self.last, read),
        )
