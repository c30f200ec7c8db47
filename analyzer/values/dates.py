"""An uncertain date: the first and last day it may mean, its calendar, and how exactly it was written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from analyzer.values.calendars import Calendar, Day, from_jdn, month_length, to_jdn

Granularity = Literal["day", "month", "season", "year", "decade", "century", "interval"]
Basis = Literal["marked", "weekday", "paired", "switch", "manifest", "inferred", "none"]
Modifier = Literal["", "before", "after", "by", "until", "since", "early", "mid", "late"]

# First month and number of months of the EDTF level 2 season codes: seasons of the northern year, of no stated or
# stated hemisphere, of the southern, then quarters, four-month terms, half-years. Winter runs into the next year.
SEASON_MONTHS: dict[int, tuple[int, int]] = {
    **dict(zip(range(21, 29), [(3, 3), (6, 3), (9, 3), (12, 3)] * 2, strict=True)),
    **dict(zip(range(29, 33), [(9, 3), (12, 3), (3, 3), (6, 3)], strict=True)),
    **{33 + i: (1 + 3 * i, 3) for i in range(4)},
    **{37 + i: (1 + 4 * i, 4) for i in range(3)},
    **{40 + i: (1 + 6 * i, 6) for i in range(2)},
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as a source writes it.

    `first` and `last` are the first and last day meant, in the calendar as written; None where the date is open.
    `edtf` is the expression in EDTF (ISO 8601-2) syntax, unconverted, in `calendar`; with a clock time it is
    `YYYY-MM-DDThh:mm`. `other` is the second form of a dual date ("7 November [O.S. 26 October]").
    `inferred` names the parts the text does not write: "year", "month", "day", "century". `either_half` marks a
    `clock` of twelve hours without a.m. or p.m.

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
    either_half: bool = False

    def bounds(self, calendar: Calendar | None = None) -> tuple[int | None, int | None]:
        """Julian day numbers of the first and last day, read in `calendar` (default: its own; unknown as Gregorian)."""
        read = calendar or self.calendar
        return (
            None if self.first is None else to_jdn(self.first, read),
            None if self.last is None else to_jdn(self.last, read),
        )


def edtf_year(year: int) -> str:
    """An astronomical year as EDTF writes it.

    >>> edtf_year(476), edtf_year(-43), edtf_year(12345)
    ('0476', '-0043', 'Y12345')
    """
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def bc(year: int) -> int:
    """The astronomical year of a year BC (1 or more).

    >>> bc(44)
    -43
    """
    return 1 - year


def day_date(year: int, month: int, day: int, calendar: Calendar = "unknown", basis: Basis = "none") -> UncertainDate:
    """One day, which need not exist: `calendar_switches.is_real_day` judges that.

    >>> day_date(1815, 6, 18).edtf
    '1815-06-18'
    """
    written = Day(year, month, day)
    return UncertainDate(f"{edtf_year(year)}-{month:02d}-{day:02d}", written, written, "day", calendar, basis)


def month_date(year: int, month: int, calendar: Calendar = "unknown", basis: Basis = "none") -> UncertainDate:
    """A whole month.

    >>> month_date(1900, 2, "julian").last
    Day(year=1900, month=2, day=29)
    """
    last = Day(year, month, month_length(year, month, calendar))
    return UncertainDate(f"{edtf_year(year)}-{month:02d}", Day(year, month, 1), last, "month", calendar, basis)


def year_date(year: int, calendar: Calendar = "unknown", basis: Basis = "none") -> UncertainDate:
    """A whole astronomical year, 1 January to 31 December."""
    return _years(edtf_year(year), year, year, "year", calendar, basis)


def decade(year: int, calendar: Calendar = "unknown", basis: Basis = "none") -> UncertainDate:
    """The ten years whose number shares all but the last digit with `year`.

    >>> decade(1924).edtf, decade(1924).last
    ('192X', Day(year=1929, month=12, day=31))
    """
    low, high = _block(year, 10)
    return _years(edtf_year(year)[:-1] + "X", low, high, "decade", calendar, basis)


def century(number: int, calendar: Calendar = "unknown", basis: Basis = "none") -> UncertainDate:
    """The nth century, negative for BC: 19 is `18XX`, the years 1800 to 1899 as EDTF counts; -5 is `-04XX`.

    >>> century(19).edtf, century(-5).edtf, century(-5).first
    ('18XX', '-04XX', Day(year=-499, month=1, day=1))
    """
    hundreds = number - 1 if number > 0 else -number - 1
    sign = -1 if number < 0 else 1
    low, high = sorted((sign * hundreds * 100, sign * (hundreds * 100 + 99)))
    return _years(f"{'-' if sign < 0 else ''}{hundreds:02d}XX", low, high, "century", calendar, basis)


def season(year: int, name: str | int, calendar: Calendar = "unknown", basis: Basis = "none") -> UncertainDate:
    """A season by name (spring, summer, autumn, fall, winter) or EDTF code 21-41; winter ends in the next year.

    >>> season(1917, "autumn").edtf, season(1917, "winter").last
    ('1917-23', Day(year=1918, month=2, day=28))
    """
    code = _SEASONS[name] if isinstance(name, str) else name
    month, count = SEASON_MONTHS[code]
    carry, month_index = divmod(month - 1 + count - 1, 12)
    end = Day(year + carry, month_index + 1, month_length(year + carry, month_index + 1, calendar))
    return UncertainDate(f"{edtf_year(year)}-{code}", Day(year, month, 1), end, "season", calendar, basis)


def yearless(
    month: int, day: int | None = None, calendar: Calendar = "unknown", basis: Basis = "none"
) -> UncertainDate:
    """A day or month of no known year: both ends are open.

    >>> yearless(4, 8).edtf, yearless(4, 8).first
    ('XXXX-04-08', None)
    """
    text = f"XXXX-{month:02d}" + ("" if day is None else f"-{day:02d}")
    return UncertainDate(text, None, None, "month" if day is None else "day", calendar, basis)


def interval(first: UncertainDate | None, last: UncertainDate | None) -> UncertainDate:
    """From the start of `first` to the end of `last`; None is an open end. The calendar is the first's that has one.

    >>> interval(month_date(1918, 3), day_date(1918, 9, 2)).edtf, interval(None, year_date(1920)).edtf
    ('1918-03/1918-09-02', '../1920')
    """
    ends = [end for end in (first, last) if end is not None]
    known = next((end for end in ends if end.calendar != "unknown"), None)
    return UncertainDate(
        f"{'..' if first is None else first.edtf}/{'..' if last is None else last.edtf}",
        None if first is None else first.first,
        None if last is None else last.last,
        "interval",
        known.calendar if known else "unknown",
        known.basis if known else "none",
        approximate=any(end.approximate for end in ends),
        uncertain=any(end.uncertain for end in ends),
        inferred=frozenset().union(*(end.inferred for end in ends)),
    )


def qualified(date: UncertainDate, *, approximate: bool = False, uncertain: bool = False) -> UncertainDate:
    """The date with `~`, `?` or `%` after it (for an interval after both ends).

    >>> qualified(month_date(1927, 11), approximate=True).edtf
    '1927-11~'
    """
    mark = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}[approximate, uncertain]
    parts = [p if p in {"", ".."} else p.rstrip("~?%") + mark for p in date.edtf.split("/")]
    return replace(date, edtf="/".join(parts), approximate=approximate, uncertain=uncertain)


def at_clock(date: UncertainDate, clock: str, *, either_half: bool = False) -> UncertainDate:
    """A day with a clock time `HH:MM[:SS]`.

    >>> at_clock(day_date(1912, 4, 14), "23:40").edtf
    '1912-04-14T23:40'
    """
    return replace(date, edtf=f"{date.edtf.split('T')[0]}T{clock}", clock=clock, either_half=either_half)


def modified(date: UncertainDate, modifier: Modifier) -> UncertainDate:
    """The date under a modifier: open at one side, or a third of it (early, mid, late); `edtf` stays as written.

    >>> modified(year_date(1923), "before").last, modified(month_date(1917, 6), "mid").first
    (Day(year=1922, month=12, day=31), Day(year=1917, month=6, day=11))
    """
    first, last = date.first, date.last
    if modifier in {"by", "until", "before"}:
        end = first if modifier == "before" else last
        return replace(date, first=None, last=_shift(end, -1, date) if modifier == "before" else end, modifier=modifier)
    if modifier in {"since", "after"}:
        start = _shift(last, 1, date) if modifier == "after" else first
        return replace(date, first=start, last=None, modifier=modifier)
    if modifier and first is not None and last is not None:
        first, last = _third(first, last, modifier, date.calendar)
    return replace(date, first=first, last=last, modifier=modifier)


def dual(date: UncertainDate, other: UncertainDate) -> UncertainDate:
    """A date written in two forms ("7 November [O.S. 26 October]"): `date` first, `other` beside it.

    >>> dual(day_date(1879, 11, 7, "gregorian", "paired"), day_date(1879, 10, 26, "julian", "paired")).other.edtf
    '1879-10-26'
    """
    return replace(date, other=other)


def dual_year(date: UncertainDate) -> UncertainDate:
    """A date whose year was written twice, 1731/32: `date` carries the later year, counted from 1 January.

    >>> dual_year(day_date(1732, 2, 11, "julian", "marked")).other.edtf
    '1731-02-11'
    """
    early = _years_back(date)
    return replace(date, other=early)


def _years_back(date: UncertainDate) -> UncertainDate:
    first, last = date.first, date.last
    if first is None or last is None:
        return date
    if date.granularity == "day":
        return replace(day_date(first.year - 1, first.month, first.day, date.calendar, date.basis), clock=date.clock)
    if date.granularity == "month":
        return month_date(first.year - 1, first.month, date.calendar, date.basis)
    return year_date(first.year - 1, date.calendar, date.basis)


def _years(
    text: str, first: int, last: int, granularity: Granularity, calendar: Calendar, basis: Basis
) -> UncertainDate:
    return UncertainDate(text, Day(first, 1, 1), Day(last, 12, 31), granularity, calendar, basis)


def _block(year: int, size: int) -> tuple[int, int]:
    start = abs(year) // size * size
    low, high = sorted((start, start + size - 1)) if year >= 0 else sorted((-start, -start - size + 1))
    return low, high


def _shift(day: Day | None, days: int, date: UncertainDate) -> Day | None:
    if day is None:
        return None
    return from_jdn(to_jdn(day, date.calendar) + days, date.calendar)


def _third(first: Day, last: Day, modifier: Modifier, calendar: Calendar) -> tuple[Day, Day]:
    low, high = to_jdn(first, calendar), to_jdn(last, calendar)
    third = (high - low + 1) // 3
    early = {"early": (low, low + third), "mid": (low + third, high - third), "late": (high - third, high)}
    start, end = early[modifier]
    return from_jdn(start, calendar), from_jdn(end, calendar)
