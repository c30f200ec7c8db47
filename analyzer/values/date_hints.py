"""What slip of the pen or the press may lie behind two dates that conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.values.calendars import MONTHS

if TYPE_CHECKING:
    from analyzer.values.calendars import Day
    from analyzer.values.dates import UncertainDate


def hint(left: UncertainDate, right: UncertainDate, gaps: tuple[int, ...]) -> str:
    """A likely slip that turns one date into the other, empty when none is seen; symmetric in wording.

    >>> from analyzer.values.dates import day_date
    >>> hint(day_date(1925, 1, 26), day_date(1925, 1, 6), (20,))
    'a digit of the day may be dropped: 26 and 6'
    """
    if len(gaps) == 2:
        return _interval_hint(*gaps)
    if left.first is None or right.first is None or left.granularity != right.granularity:
        return ""
    if left.granularity == "day":
        return _day_hint(*sorted((left.first, right.first)))
    if left.granularity == "year":
        return _year_hint(*sorted((left.first.year, right.first.year)))
    if left.granularity == "month" and left.first.month == right.first.month:
        return f"{MONTHS[left.first.month - 1]} of another year"
    return ""


def _interval_hint(first: int, last: int) -> str:
    if first == last and abs(first) == 1:
        return "off by one, twice: both ends differ by one day"
    if first == last and first:
        return f"both ends differ by the same {abs(first)} days"
    if first and not last:
        return "the ends agree, the beginnings differ"
    return "the beginnings agree, the ends differ" if last and not first else ""


def _day_hint(a: Day, b: Day) -> str:
    same = (a.year == b.year, a.month == b.month, a.day == b.day)
    if same == (True, True, False):
        return _number_hint(a.day, b.day)
    if same == (True, False, True):
        return "the same day of another month"
    if same == (False, True, True):
        slip = _year_hint(a.year, b.year)
        return "the same day and month of another year" + (f"; {slip}" if slip else "")
    if same[0] and (a.day, a.month) == (b.month, b.day):
        return "day and month may be swapped"
    return ""


def _number_hint(a: int, b: int) -> str:
    small, large = sorted((str(a), str(b)), key=lambda text: (len(text), text))
    if len(small) < len(large) and small in large:
        return f"a digit of the day may be dropped: {large} and {small}"
    if small == large[::-1]:
        return f"the digits of the day may be transposed: {small} and {large}"
    return "neighbouring days" if abs(a - b) == 1 else ""


def _year_hint(a: int, b: int) -> str:
    first, second = str(a), str(b)
    differing = [i for i, (x, y) in enumerate(zip(first, second, strict=False)) if x != y]
    if len(first) != len(second) or min(a, b) < 100:
        return ""
    if len(differing) == 2 and sorted(first) == sorted(second):
        return f"digits of the year may be transposed: {first} and {second}"
    if len(differing) == 1 and abs(a - b) >= 10:
        return f"one digit of the year differs: {first} and {second}"
    return ""
