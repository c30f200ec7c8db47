"""The verdict on two lengths of time told of the same thing, with the arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Literal

from analyzer.model import Reason
from analyzer.values.durations import Duration, days_of, unit_days

if TYPE_CHECKING:
    from analyzer.model import Relation

DurationOutcome = Literal["equal", "granularity", "rounding", "conflict"]
Range = tuple[float, float]

_ABOUT_SHARE = 0.25  # "about three months" is said of 10 to 16 weeks
_SHORT_ABOUT_SHARE = 0.12  # who has a clock errs less: "about five hours" is hardly said of four
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_RELATIONS: dict[DurationOutcome, Relation] = {
    "equal": "agreement",
    "granularity": "granularity",
    "rounding": "rounding",
    "conflict": "conflict",
}


LEAST_CUT = 10  # of fewer units a share is no trifle


@dataclass(frozen=True, slots=True)
class DurationComparison:
    """The verdict on two durations; `residual_days` is left minus right between the nearest days, 0 where they meet."""

    outcome: DurationOutcome
    relation: Relation
    residual_days: float
    difference: str
    reasons: tuple[Reason, ...]
    hint: str = ""


def compare_durations(left: Duration, right: Duration) -> DurationComparison:
    """Compare two durations: the same days; one range within the other; a rounded unit or "about"; conflict.

    >>> from analyzer.values.durations import duration
    >>> compare_durations(duration(4, "week"), duration(28, "day")).outcome
    'equal'
    >>> compare_durations(duration(1, "month"), duration(33, "day")).outcome
    'rounding'
    """
    a, b = days_of(left), days_of(right)
    gap = _gap(a, b)
    outcome = _outcome(left, right, a, b)
    difference = "" if gap == 0 else _difference(left, right, abs(gap))
    words = f"{_with_days(left, a)}, {_with_days(right, b)}"
    verdict = {
        "equal": "the same",
        "granularity": "one lies within the other",
        "rounding": f"{difference or 'no more than the wording'} apart, as rounding allows",
        "conflict": f"{difference} apart",
    }[outcome]
    reason = Reason(outcome, f"{words[0].upper()}{words[1:]}: {verdict}.", left.value, right.value)
    return DurationComparison(outcome, _RELATIONS[outcome], gap, difference, (reason,))


def ranges_relation(length: Duration, days: Range) -> Relation:
    """How a range of days known from dates lies to a stated duration.

    >>> from analyzer.values.durations import duration
    >>> ranges_relation(duration(40, "day"), (40, 41)), ranges_relation(duration(2, "year"), (605, 610))
    ('agreement', 'rounding')
    """
    if _gap(days_of(length), days) == 0 and not length.approximate and length.modifier != "nearly":
        return "agreement"
    return "rounding" if _gap(rounding_range(length), days) == 0 else "conflict"


def rounding_range(length: Duration) -> Range:
    """Days a duration may stand for when its number is rounded to whole units, or told with "about".

    A whole number of hours, weeks, months or longer may be half a unit off; days and minutes are taken as counted.
    """
    low, high = days_of(length)
    whole = float(length.low).is_integer() and float(length.high).is_integer()
    coarse = length.unit not in {"second", "minute", "day"}
    half = unit_days(1, length.unit)[1] / 2 if whole and coarse else 0.0
    share = _SHORT_ABOUT_SHARE if length.unit in {"second", "minute", "hour"} else _ABOUT_SHARE
    about = share if length.approximate or length.modifier == "nearly" else 0.0
    return max(0.0, low - max(half, about * low)), high + max(half, about * high if high != inf else 0.0)


def stated(length: Duration) -> str:
    """A duration as a source states it.

    >>> from analyzer.values.durations import duration
    >>> stated(duration(3, "month", approximate=True)), stated(duration(40, "day"))
    ('about three months', '40 days')
    """
    bound = f"{length.modifier} " if length.modifier else "about " if length.approximate else ""
    return bound + duration_words(length)


def duration_words(length: Duration) -> str:
    """Number and unit in words, small whole numbers spelt out."""
    numbers = [_number(n) for n in dict.fromkeys((length.low, length.high))]
    unit = {"century": "centuries"}.get(length.unit, f"{length.unit}s") if length.high != 1 else length.unit
    return f"{' to '.join(numbers)} {unit}"


def span_words(days: float) -> str:
    """A number of days in the largest unit that leaves at least two.

    >>> span_words(0.125), span_words(16), span_words(3000)
    ('3 hours', '16 days', '3000 days')
    """
    for size, unit in ((1.0, "day"), (1 / 24, "hour"), (1 / 1440, "minute")):
        if days >= size:
            number = round(days / size, 1)
            return f"{number:g} {unit}{'' if number == 1 else 's'}"
    seconds = round(days * 86_400)
    return f"{seconds} second{'' if seconds == 1 else 's'}"


def _outcome(left: Duration, right: Duration, a: Range, b: Range) -> DurationOutcome:
    if a == b and left.approximate == right.approximate:
        return "equal"
    if _gap(a, b) == 0:
        bounds = {left.modifier, right.modifier} & {"over", "under", "at least", "at most"}
        about = left.approximate != right.approximate or "nearly" in {left.modifier, right.modifier}
        return "rounding" if about else "granularity" if bounds or not _exact(left, right) else "equal"
    one = _gap(rounding_range(left), b) == 0 or _gap(a, rounding_range(right)) == 0
    one = one or _cut_short(left, right, a, b) or _cut_short(right, left, b, a)
    one = one or _without_decimals(left, right) or _without_decimals(right, left)
    both = left.approximate and right.approximate and _gap(rounding_range(left), rounding_range(right)) == 0
    return "rounding" if one or both else "conflict"


def _without_decimals(coarse: Duration, fine: Duration) -> bool:
    """Whether one is the other rounded or cut to a whole number of its unit: 73 of 73.6 seconds, and 74."""
    whole = float(coarse.low).is_integer() and not float(fine.low).is_integer()
    single = coarse.low == coarse.high and fine.low == fine.high >= LEAST_CUT
    return coarse.unit == fine.unit and whole and single and abs(fine.low - coarse.low) < 1


def _cut_short(coarse: Duration, fine: Duration, a: Range, b: Range) -> bool:
    """Whether one leaves out the smaller units of the other: "four years and two months" of two months and 22 days."""
    longer = fine.value.startswith(coarse.value) and fine.value != coarse.value
    return longer and a[0] <= b[0] and b[1] <= a[1] + unit_days(1, coarse.unit)[1]


def _difference(left: Duration, right: Duration, gap: float) -> str:
    """The gap in the unit both are written in, else in days or less."""
    if left.unit != right.unit or not _exact(left, right) or left.unit == "century":
        return span_words(gap)
    number = abs(left.low - right.low)
    return f"{number:g} {left.unit}{'' if number == 1 else 's'}"


def _exact(left: Duration, right: Duration) -> bool:
    return left.low == left.high and right.low == right.high


def _gap(a: Range, b: Range) -> float:
    if a[0] > b[1]:
        return a[0] - b[1]
    return a[1] - b[0] if a[1] < b[0] else 0.0


def _with_days(length: Duration, days: Range) -> str:
    """Three months is 89 to 92 days; 73 days are told without their own arithmetic."""
    return stated(length) if stated(length) == _range_words(days) else f"{stated(length)} is {_range_words(days)}"


def _range_words(days: Range) -> str:
    low, high = days
    if high == inf:
        return f"{span_words(low)} or more"
    return span_words(low) if low == high else f"{low:g} to {span_words(high)}"


def _number(number: float) -> str:
    return _NUMBERS[int(number)] if float(number).is_integer() and 0 <= number <= 12 else f"{number:g}"
