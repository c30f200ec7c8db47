"""Comparison of two clock times told of the same moment: equal, rounded, in other zones, or in conflict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analyzer.model import Reason
from analyzer.values.times import zone_offset

if TYPE_CHECKING:
    from analyzer.model import Relation
    from analyzer.values.times import ClockTime

TimeOutcome = Literal["equal", "granularity", "half_day", "rounding", "zone", "conflict"]

_RELATIONS: dict[TimeOutcome, Relation] = {
    "equal": "agreement",
    "granularity": "granularity",
    "half_day": "granularity",
    "rounding": "rounding",
    "zone": "agreement",
    "conflict": "conflict",
}
_DAY = 86_400
_HALF_DAY = 43_200
_BEFORE = frozenset({"before", "by", "until", "shortly before", "just before"})
_AFTER = frozenset({"after", "since", "from", "shortly after", "just after"})
_EXACT_ROUNDING = 150  # seconds: an unqualified "a quarter past two" may be told of 2:17, hardly of 2:20
_QUARTER = 15  # minutes: "2:10" without "about" is no rounding of 2:12, whoever noted it noted the minutes
_MINUTE_ROUNDING = 60  # seconds: a time without seconds may be cut or rounded
_SHORTLY = 1800  # seconds: "shortly before eight" is no earlier than half past seven
_STEPS = (
    (60, 1500),
    (30, 900),
    (15, 450),
    (5, 150),
)  # minutes divisible by -> how far a writer rounds; to the full hour
# not from the half


@dataclass(frozen=True, slots=True)
class TimeComparison:
    """The verdict on two clock times; `residual_minutes` is left minus right over the shorter way round the clock."""

    outcome: TimeOutcome
    relation: Relation
    residual_minutes: float
    difference: str
    reasons: tuple[Reason, ...]
    hint: str = ""


def compare_times(left: ClockTime, right: ClockTime) -> TimeComparison:
    """Compare two times of one event, the day unknown, so that 23:50 and 0:10 are twenty minutes apart.

    Tried in this order: the same time; seconds or the half of the day given by one side only; before or after;
    rounding; another time zone; conflict.

    >>> from analyzer.values.times import clock_time
    >>> compare_times(clock_time(2, 20), clock_time(2, 5)).difference
    '15 minutes'
    """
    gap = _nearest(left, right)
    tried: list[Reason] = []
    for step in (_same, _half_day, _bounded, _rounded, _zoned):
        outcome, sentence = step(left, right, gap)
        if sentence:
            tried.append(Reason(step.__name__.removeprefix("_"), sentence, _written(left), _written(right)))
        if outcome == "half_day":
            gap = _gap(left.seconds, right.seconds)
        if outcome:
            return TimeComparison(outcome, _RELATIONS[outcome], gap / 60, _words(gap), tuple(tried))
    tried.append(Reason("conflict", f"{_both(left, right)} are {_words(gap)} apart.", _written(left), _written(right)))
    return TimeComparison("conflict", "conflict", gap / 60, _words(gap), tuple(tried))


_Step = tuple[TimeOutcome | None, str]


def _nearest(left: ClockTime, right: ClockTime) -> int:
    """Seconds between two times; a time without a.m. or p.m. is read in the half of the day that lies nearer."""
    gap = _gap(left.seconds, right.seconds)
    if left.ambiguous or right.ambiguous:
        gap = min((gap, _gap(gap, _HALF_DAY)), key=abs)
    return gap


def _same(left: ClockTime, right: ClockTime, gap: int) -> _Step:
    if not _zones_agree(left, right):
        return None, ""
    if gap == 0 and left.seconds == right.seconds and (left.second is None) == (right.second is None):
        return "equal", f"Both give {_written(left)}."
    if (gap == 0 and left.seconds == right.seconds) or (
        _cut(left) == _cut(right) and (left.second is None or right.second is None)
    ):
        return "granularity", f"{_both(left, right)} name the same minute; only one gives the seconds."
    return None, ""


def _half_day(left: ClockTime, right: ClockTime, gap: int) -> _Step:
    if not (left.ambiguous or right.ambiguous) or not _zones_agree(left, right):
        return None, ""
    if gap == 0 and left.seconds != right.seconds:
        return "half_day", f"{_both(left, right)} are the same time if the one without a.m. or p.m. is read so."
    return None, ""


def _bounded(left: ClockTime, right: ClockTime, gap: int) -> _Step:
    late, early = (left, right) if gap > 0 else (right, left)
    near = any(t.modifier.startswith(("shortly", "just")) for t in (left, right))
    if near and abs(gap) > _SHORTLY:
        return None, ""
    if gap and (late.modifier in _BEFORE or early.modifier in _AFTER):
        return "granularity", f"{_both(left, right)} fit: one names only a limit."
    return None, ""


def _rounded(left: ClockTime, right: ClockTime, gap: int) -> _Step:
    if not _zones_agree(left, right):
        return None, ""
    for rounded, exact in ((left, right), (right, left)):
        if abs(gap) <= _tolerance(rounded, exact):
            about = "about " if rounded.approximate else ""
            return "rounding", f"{_written(exact)} is {_words(gap)} from {about}{_written(rounded)}: it may be rounded."
    return None, ""


def _zoned(left: ClockTime, right: ClockTime, gap: int) -> _Step:
    a, b = (zone_offset(time.zone) if time.zone else None for time in (left, right))
    if a is None and b is None:
        return None, ""
    assumed = "" if a is not None and b is not None else " if the time without a known zone is Greenwich time"
    real = _gap(gap, 60 * ((a or 0) - (b or 0)))
    if real == 0 and a != b:
        return "zone", f"{_both(left, right)} are the same moment{assumed}."
    return None, f"Reckoned to one zone, {_both(left, right)} are still {_words(real)} apart{assumed}."


def _zones_agree(left: ClockTime, right: ClockTime) -> bool:
    a, b = zone_offset(left.zone), zone_offset(right.zone)
    return not left.zone or not right.zone or left.zone == right.zone or (a is not None and a == b)


def _tolerance(rounded: ClockTime, exact: ClockTime) -> int:
    """Seconds by which `exact` may miss `rounded`: half the step the rounded time is a multiple of."""
    if rounded.second is not None:
        return 0
    if exact.second is not None and not rounded.approximate:
        return _MINUTE_ROUNDING
    half_step = next((half for minutes, half in _STEPS if rounded.minute % minutes == 0), 30)
    finer = rounded.minute % _QUARTER == 0 and exact.minute % 5 != 0
    return half_step if rounded.approximate else min(half_step, _EXACT_ROUNDING) if finer else 0


def _gap(a: int, b: int) -> int:
    return (a - b + _HALF_DAY) % _DAY - _HALF_DAY if (a - b) % _DAY != _HALF_DAY else _HALF_DAY * (1 if a > b else -1)


def _cut(time: ClockTime) -> int:
    return time.seconds // 60


def _written(time: ClockTime) -> str:
    return f"{time.modifier} {time.value} {time.zone}".strip()


def _both(left: ClockTime, right: ClockTime) -> str:
    return f"{_written(left)} and {_written(right)}"


def _words(gap: int) -> str:
    """A gap in seconds as "1 hour 5 minutes", empty when there is none.

    >>> _words(-3900), _words(30)
    ('1 hour 5 minutes', '30 seconds')
    """
    hours, rest = divmod(abs(gap), 3600)
    minutes, seconds = divmod(rest, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n)
