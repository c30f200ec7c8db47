"""Dates, gaps and calendars in words, for the sentences a reader is given."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from analyzer.values.calendars import MONTHS, Calendar, Day, convert, format_day, format_year
from analyzer.values.edtf import interval_ends, parse_edtf

if TYPE_CHECKING:
    from analyzer.values.dates import UncertainDate

_SEASON_WORDS = ("spring", "summer", "autumn", "winter")
_TERMS = {
    **{33 + i: f"the {n} quarter of" for i, n in enumerate(("first", "second", "third", "fourth"))},
    **{37 + i: f"the {n} third of" for i, n in enumerate(("first", "second", "last"))},
    **{40 + i: f"the {n} half of" for i, n in enumerate(("first", "second"))},
}
_MODIFIERS = {"before": "before ", "after": "after ", "by": "by ", "until": "until ", "since": "since "} | {
    part: f"{part} " for part in ("early", "mid", "late")
}


def describe(date: UncertainDate) -> str:
    """A date in English words, as written and without its calendar.

    >>> describe(parse_edtf("1918-03-14/1918-09-02")), describe(parse_edtf("1879~", modifier="before"))
    ('14 March to 2 September 1918', 'before about 1879')
    """
    plain = parse_edtf(date.edtf, date.calendar) if date.modifier else date
    doubt = "about " if date.approximate else ""
    words = _MODIFIERS.get(date.modifier, "") + doubt + _plain(plain)
    if date.part_of_day and not date.clock:
        words += f" ({date.part_of_day})"
    return words + (" (uncertain)" if date.uncertain else "")


def ordinal(number: int) -> str:
    """The ordinal of a positive number.

    >>> [ordinal(n) for n in (1, 2, 3, 11, 22)]
    ['1st', '2nd', '3rd', '11th', '22nd']
    """
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def counted(number: int, unit: str) -> str:
    """A number with its unit.

    >>> counted(1, "day"), counted(2031, "day")
    ('1 day', '2,031 days')
    """
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def named(day: Day, calendar: Calendar) -> str:
    """A day with its calendar.

    >>> named(Day(1917, 10, 25), "julian")
    '25 October 1917 (Julian)'
    """
    return f"{format_day(day)} ({calendar.capitalize()})"


def both_forms(date: UncertainDate, calendar: Calendar) -> str:
    """A date read in one calendar, with its form in the other, as a clause.

    >>> both_forms(parse_edtf("1917-10-25"), "julian")
    '25 October 1917 (Julian) is 7 November 1917 (Gregorian)'
    """
    return f"{marked(date, calendar)} is {in_other(date, calendar)}"


def marked(date: UncertainDate, calendar: Calendar) -> str:
    """A date with the calendar it is read in.

    >>> marked(parse_edtf("1918-01"), "gregorian")
    'January 1918 (Gregorian)'
    """
    return f"{describe(date)} ({calendar.capitalize()})"


def in_other(date: UncertainDate, calendar: Calendar) -> str:
    """The form a date read in `calendar` has in the other of the two calendars.

    >>> in_other(parse_edtf("1918-01"), "gregorian")
    '19 December 1917 to 18 January 1918 (Julian)'
    """
    other: Calendar = "gregorian" if calendar == "julian" else "julian"
    days = [format_day(convert(day, calendar, other)) for day in (date.first, date.last) if day is not None]
    return f"{' to '.join(dict.fromkeys(days)) or 'not a whole date'} ({other.capitalize()})"


def gap_words(left: UncertainDate, right: UncertainDate, days: int) -> str:
    """A gap in the unit both dates are written in: days, or months and years where only those differ.

    >>> gap_words(parse_edtf("1917-07"), parse_edtf("1917-08"), -31)
    '1 month'
    >>> gap_words(parse_edtf("1925-01-26"), parse_edtf("1925-01-06"), 20)
    '20 days'
    """
    months = _months_between(left, right)
    if months is None or months == 0:
        return _many_days(abs(days))
    return counted(abs(months) // 12, "year") if months % 12 == 0 else counted(abs(months), "month")


def _many_days(days: int) -> str:
    return counted(days, "day") if days < 730 else f"{counted(days, 'day')} (about {round(days / 365.25):,} years)"


def _months_between(left: UncertainDate, right: UncertainDate) -> int | None:
    """Whole months between two dates that differ in nothing else, None when more differs."""
    if left.first is None or right.first is None or left.granularity != right.granularity:
        return None
    if left.granularity == "interval" or left.first.day != right.first.day or left.clock != right.clock:
        return None
    months = 12 * (left.first.year - right.first.year) + left.first.month - right.first.month
    return months if abs(months) < 12 or months % 12 == 0 else None


def _plain(date: UncertainDate) -> str:
    if "/" in date.edtf:
        return _interval_words(date)
    if date.edtf.startswith("["):
        return " or ".join(describe(parse_edtf(part.strip())) for part in date.edtf[1:-1].split(","))
    if date.first is None or date.last is None:
        return _yearless_words(date)
    if "X" in date.edtf and date.granularity in {"day", "month"}:
        return date.edtf
    if date.granularity == "day":
        return format_day(date.first) + (f", {date.clock}" if date.clock else "")
    return _coarse_words(date, date.first)


def _interval_words(date: UncertainDate) -> str:
    first, last = interval_ends(date)
    if first is None or last is None:
        return f"until {_plain(last)}" if last else f"from {_plain(first)} on" if first else "an unknown time"
    return range_words(_plain(first), _plain(last))


def range_words(first: str, last: str) -> str:
    """A range of two days in words, the month and year they share said once.

    >>> range_words("17 August 1918", "30 August 1918"), range_words("May 1922", "March 1923")
    ('17 to 30 August 1918', 'May 1922 to March 1923')
    """
    one, other = first.split(), last.split()
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one[::-1], other[::-1], strict=False)))
    short = one if shared in {0, len(one), len(other)} or len(one) != len(other) else one[: len(one) - shared]
    return f"{' '.join(short)} to {last}"


def _coarse_words(date: UncertainDate, first: Day) -> str:
    if date.granularity == "season":
        code = int(date.edtf.rstrip("~?%")[-2:])
        word = _TERMS.get(code) or _SEASON_WORDS[(code - 21) % 4]
        return f"{word} {format_year(int(date.edtf.rstrip('~?%')[:-3]))}"
    if date.granularity == "month":
        return f"{MONTHS[first.month - 1]} {format_year(first.year)}"
    if date.granularity == "decade":
        return f"the {first.year}s"
    if date.granularity == "century" and first.year >= 0:
        return f"the {ordinal(first.year // 100 + 1)} century"
    if date.granularity == "century" and date.last is not None:
        return f"the {ordinal(-date.last.year // 100 + 1)} century BC"
    return format_year(first.year)


def _yearless_words(date: UncertainDate) -> str:
    """8 April (year not given)."""
    month, day = month_and_day(date)
    if month == 0:
        return "an unknown time"
    return f"{f'{day} ' if day else ''}{MONTHS[month - 1]} (year not given)"


def month_and_day(date: UncertainDate) -> tuple[int, int]:
    """Month and day of a date without a year, 0 where not given.

    >>> month_and_day(parse_edtf("XXXX-04-08"))
    (4, 8)
    """
    numbers = [int(part) if part.isdigit() else 0 for part in date.edtf.rstrip("~?%").split("T")[0].split("-")[1:3]]
    month, day = (*numbers, 0, 0)[:2]
    return (month, day) if month <= 12 else (0, 0)
