"""The stretch of values a normal form stands for, so that coarse values can contain finer ones."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.values.calendars import Calendar, Day, to_jdn

if TYPE_CHECKING:
    from collections.abc import Callable

_DATE = re.compile(r"(-?\d{4,}|\d{2,3}X{1,2})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d)(?::(\d\d))?(?::\d\d)?)?([~?%]?)")
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_NUMBER = re.compile(r"(~?)(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?(?: (\S.*))?")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF: spring to winter, by the month they begin in the northern half


@dataclass(frozen=True, slots=True)
class Extent:
    """A half-open stretch `[low, high)` on a scale named by `unit` (days, minutes, or the unit counted).

    `period` marks a time that lasts from `low` to `high`, unlike a moment somewhere between them.
    """

    low: float
    high: float
    unit: str
    period: bool = False

    def contains(self, other: Extent) -> bool:
        """Whether `other` lies inside and is finer; of two periods neither is, since each claims its own ends."""
        inside = self.low <= other.low and other.high <= self.high
        apart = (self.low, self.high) != (other.low, other.high) and not (self.period and other.period)
        return self.unit == other.unit and inside and apart

    def touches(self, period: Extent) -> bool:
        """Whether `period` begins or ends within this moment: a year is right for an illness that began in it."""
        bounds = self.low <= period.low < self.high or self.low < period.high <= self.high
        return self.unit == period.unit and period.period and not self.period and bounds


def extent(kind: str, value: str, calendar: str = "") -> Extent | None:
    """The stretch `value` stands for, or None where it has no order (names) or an unknown form.

    >>> year, day = extent("date", "1912"), extent("date", "1912-04-15")
    >>> year.contains(day)
    True
    >>> extent("number", "~2200").contains(extent("number", "2224"))
    True
    >>> extent("name", "Titanic") is None
    True
    """
    read = _READERS.get(kind)
    return read(value.strip(), calendar) if read else None


def _date(value: str, calendar: str) -> Extent | None:
    ends = value.split("/")
    read = [_single_date(end, calendar) for end in ends]
    first, last = read[0], read[-1]
    if len(ends) > 2 or not first or not last:
        return None
    return Extent(first.low, last.high, "day", period=len(ends) == 2)


def _single_date(text: str, calendar: str) -> Extent | None:
    match = _DATE.fullmatch(text)
    if not match or match[6]:
        return None
    year, month, day, hour, minute = match.groups()[:5]
    named: Calendar = "julian" if calendar == "julian" else "gregorian"
    days = _days(year, month, day, named)
    if days is None or not hour:
        return Extent(*days, "day") if days else None
    start = days[0] + (int(hour) * 60 + int(minute or 0)) / 1440
    return Extent(start, start + (1 / 1440 if minute else 1 / 24), "day")


def _days(year: str, month: str | None, day: str | None, calendar: Calendar) -> tuple[float, float] | None:
    if "X" in year:
        size = 10 ** year.count("X")
        first = int(year.replace("X", "0"))
        return _stretch(first, 1, first + size, 1, calendar)
    if month is None:
        return _stretch(int(year), 1, int(year) + 1, 1, calendar)
    if day is None:
        begin, length = _SEASONS.get(int(month), int(month)), 3 if int(month) in _SEASONS else 1
        after = begin + length - 1
        return _stretch(int(year), begin, int(year) + after // 12, after % 12 + 1, calendar)
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= max(monthrange(2000, int(month))[1], 1)):
        return None
    jdn = to_jdn(Day(int(year), int(month), int(day)), calendar)
    return jdn, jdn + 1


def _stretch(year: int, month: int, next_year: int, next_month: int, calendar: Calendar) -> tuple[float, float] | None:
    """From the first day of a month to before the first day of another; None when there is no such month."""
    if not 1 <= month <= 12:
        return None
    return to_jdn(Day(year, month, 1), calendar), to_jdn(Day(next_year, next_month, 1), calendar)


def _time(value: str, _calendar: str) -> Extent | None:
    match = _TIME.fullmatch(value)
    if not match:
        return None
    start = int(match[1]) * 60 + int(match[2]) + int(match[3] or 0) / 60
    return Extent(start, start + (1 / 60 if match[3] else 1), "minute of the day")


def _number(value: str, _calendar: str) -> Extent | None:
    match = _NUMBER.fullmatch(value)
    if not match:
        return None
    about, low, high, unit = match.groups()
    first, last = float(low), float(high or low)
    slack = _half_step(low) if about else 0.0
    return Extent(first - slack, last + slack, unit or "")


def _half_step(digits: str) -> float:
    """Half of the last significant place: "about 2200" may be 2150 to 2250."""
    whole, _, part = digits.lstrip("-").partition(".")
    if part:
        return 0.5 * 10.0 ** -len(part)
    return 0.5 * 10.0 ** min(len(whole) - len(whole.rstrip("0")), max(len(whole) - 1, 0))


_READERS: dict[str, Callable[[str, str], Extent | None]] = {"date": _date, "time": _time, "number": _number}
