"""The verdict on two dates told of the same event, with every hypothesis that was tried."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.values.calendars import to_jdn
from analyzer.values.compare_times import compare_times
from analyzer.values.date_hints import hint
from analyzer.values.date_hypotheses import (
    DEFAULT_TOLERANCE,
    HYPOTHESES,
    Case,
    DateOutcome,
    DateTolerance,
    Found,
    offset_alone,
    residual,
    written_gap,
)
from analyzer.values.date_words import counted, describe, month_and_day
from analyzer.values.dates import edtf_year
from analyzer.values.edtf import parse_edtf
from analyzer.values.times import ClockTime

if TYPE_CHECKING:
    from analyzer.model import Reason, Relation
    from analyzer.values.dates import UncertainDate

# A near variant and a double conversion stay conflicts: one of the two readings must be wrong whatever the calendar;
# the outcome says how it came about. An overlap is two coarse readings of what may be one day.
RELATIONS: dict[DateOutcome, Relation] = {
    "equal": "agreement",
    "granularity": "granularity",
    "calendar_variant": "calendar_variant",
    "near_variant": "conflict",
    "double_conversion": "conflict",
    "approximate": "rounding",
    "overlap": "granularity",
    "conflict": "conflict",
    "incomparable": "complementary",
}
_KINDEST: tuple[DateOutcome, ...] = (
    "equal",
    "granularity",
    "calendar_variant",
    "approximate",
    "overlap",
    "near_variant",
    "double_conversion",
    "conflict",
    "incomparable",
)
_LEAP_YEAR = 2000  # stands for the year of two dates that both have none
_PLAUSIBLE_SLIP = 31  # days: two dates further apart in any year are no sign of one event
_YEAR_SLIP = 366 + _PLAUSIBLE_SLIP  # days: context is one year wrong at times; further apart it speaks of another event
_MOVABLE = frozenset({"year", "month", "century"})  # parts whose inference may miss by a whole unit
_BOUNDARIES = frozenset({"since", "until"})
_YEARS = re.compile(r"(?:(?<=/)|^)-?\d{4}(?=$|[-~?%/])")
_PART_HOURS = {
    "dawn": (3, 8),
    "morning": (0, 12),
    "noon": (11, 13),
    "afternoon": (12, 18),
    "evening": (16, 24),
    "dusk": (16, 22),
}


@dataclass(frozen=True, slots=True)
class DateComparison:
    """The verdict on two dates.

    `residual_days` is signed, left minus right: 0 where they agree, what is left after conversion for a near variant,
    the days as written for any other difference; None when a date is open or has no year. `difference` is the gap in
    words, empty when there is none; `reasons` are the hypotheses in the order tried, the verdict's last.
    """

    outcome: DateOutcome
    relation: Relation
    residual_days: int | None
    difference: str
    reasons: tuple[Reason, ...]
    hint: str = ""


def compare_dates(
    left: UncertainDate,
    right: UncertainDate,
    *,
    country: str = "",
    julian_until: int | None = None,
    tolerance: DateTolerance = DEFAULT_TOLERANCE,
) -> DateComparison:
    """Compare two dates told of the same event; symmetric but for the residual's sign and the order of words.

    Tried in this order: equal; one contains the other; the same after conversion between the calendars, or with
    another start of the year; a day or two left after conversion; twice the distance of the calendars; within the
    tolerance of "about"; overlap; conflict. `country` and `julian_until` (a year) narrow where and when the Julian
    calendar is held possible for dates whose own calendar is not proven.

    >>> from analyzer.values.dates import day_date
    >>> verdict = compare_dates(day_date(1879, 11, 7), day_date(1879, 10, 26))
    >>> verdict.outcome, verdict.reasons[1].sentence
    ('calendar_variant', '7 November 1879 (Gregorian) is 26 October 1879 (Julian): the same day.')
    """
    left, right = _boundaries(*(_calendars_from_pair(date) for date in (left, right)))
    case = Case(left, right, country, julian_until, tolerance)
    if left.first is left.last is None or right.first is right.last is None:
        return _without_year(case)
    verdict = _at_clock(case, _judge(case))
    if verdict.relation == "conflict" and _MOVABLE & (left.inferred | right.inferred):
        return _with_inferred_parts(case, verdict)
    return verdict


def _judge(case: Case) -> DateComparison:
    tried: list[Reason] = []
    for hypothesis in HYPOTHESES:
        found = hypothesis(case)
        tried.extend(found.reasons)
        if found.outcome is not None:
            return _verdict(case, found, tuple(tried))
    raise AssertionError("the last hypothesis always holds")


def _verdict(case: Case, found: Found, reasons: tuple[Reason, ...]) -> DateComparison:
    outcome, fit = found.outcome or "conflict", case.base[0]
    relation = RELATIONS[outcome]
    gap = written_gap(case, fit) if fit.kind == "apart" else ""
    if outcome == "near_variant":
        return DateComparison(
            outcome,
            relation,
            found.gaps[0],
            gap,
            reasons,
            f"{counted(abs(found.gaps[0]), 'day')} left after conversion",
        )
    if outcome in {"conflict", "double_conversion", "approximate"}:
        return DateComparison(outcome, relation, residual(case, fit), gap, reasons, _slip(case, outcome))
    return DateComparison(outcome, relation, 0, gap if outcome == "calendar_variant" else "", reasons)


def _slip(case: Case, outcome: DateOutcome) -> str:
    if outcome == "double_conversion":
        return "one date may have been converted twice"
    if outcome == "conflict" and offset_alone(case):
        return f"exactly the {counted(abs(case.offset), 'day')} between the calendars"
    return hint(case.left, case.right, case.base[0].gaps) if outcome == "conflict" else ""


def _calendars_from_pair(date: UncertainDate) -> UncertainDate:
    """A dual date whose two forms are one day: the earlier number is the Julian one."""
    other = date.other
    if other is None or {date.calendar, other.calendar} != {"unknown"} or not date.first or not other.first:
        return date
    if to_jdn(date.first, "gregorian") == to_jdn(other.first, "julian"):
        return replace(date, calendar="gregorian", basis="paired")
    if to_jdn(date.first, "julian") == to_jdn(other.first, "gregorian"):
        return replace(date, calendar="julian", basis="paired")
    return date


def _boundaries(left: UncertainDate, right: UncertainDate) -> tuple[UncertainDate, UncertainDate]:
    """Two dates both with "since", or both with "until", speak of that day itself."""
    if left.modifier != right.modifier or left.modifier not in _BOUNDARIES:
        return left, right
    first, second = (
        replace(parse_edtf(d.edtf, d.calendar, d.basis), inferred=d.inferred, part_of_day=d.part_of_day)
        for d in (left, right)
    )
    return first, second


def _without_year(case: Case) -> DateComparison:
    """The verdict where a date has no year: the kindest over the years the other allows."""
    years = sorted({year for date in (case.left, case.right) for year in _years_of(date)})
    known = all(month_and_day(date)[0] or date.first or date.last for date in (case.left, case.right))
    if not known and case.left == case.right:
        return DateComparison("equal", "agreement", 0, "", (case.reason("equal", f"Both give {describe(case.left)}."),))
    if not known:
        sentence = f"{describe(case.left)} and {describe(case.right)} can't be placed on one scale."
        return DateComparison("incomparable", "complementary", None, "", (case.reason("incomparable", sentence),))
    verdict = _kindest(
        [replace(case, left=_in_year(case.left, y), right=_in_year(case.right, y)) for y in years or [_LEAP_YEAR]]
    )
    if not years or verdict.outcome != "equal":
        return verdict
    dates = f"{describe(case.left)} and {describe(case.right)}"
    reason = case.reason("year_missing", f"{dates} agree in month and day; only one source gives the year.")
    return replace(verdict, outcome="granularity", relation="granularity", reasons=(reason,))


def _years_of(date: UncertainDate) -> tuple[int, ...]:
    first, last = date.first or date.last, date.last or date.first
    if first is None or last is None:
        return ()
    return tuple({first.year - 1, first.year, min(first.year + 1, last.year), last.year, last.year + 1})


def _in_year(date: UncertainDate, year: int) -> UncertainDate:
    if not date.edtf.startswith("XXXX"):
        return date
    filled = parse_edtf(edtf_year(year) + date.edtf[4:], date.calendar, date.basis, date.modifier)
    return replace(filled, part_of_day=date.part_of_day, clock=date.clock)


def _with_inferred_parts(case: Case, verdict: DateComparison) -> DateComparison:
    """A conflict that goes away with another year or month than the inferred one is no conflict."""
    cases = _relaxed(case)
    if not cases:
        return verdict
    kindest = _kindest(cases)
    if kindest.relation == "conflict":
        if abs(kindest.residual_days or 0) >= abs(verdict.residual_days or 0):
            return verdict
        if abs(kindest.residual_days or 0) <= _PLAUSIBLE_SLIP:
            return replace(kindest, reasons=(*verdict.reasons, *kindest.reasons))
        outcome: DateOutcome = "incomparable"
    else:
        outcome = "overlap" if abs(verdict.residual_days or 0) <= _YEAR_SLIP else "incomparable"
    parts = " and ".join(sorted((case.left.inferred | case.right.inferred) & _MOVABLE))
    sentence = f"The {parts} of one date is not written but inferred, so that the difference proves no conflict."
    reasons = (*verdict.reasons, case.reason("inferred_part", sentence))
    return DateComparison(outcome, RELATIONS[outcome], None, verdict.difference, reasons)


def _relaxed(case: Case) -> list[Case]:
    """The case with the inferred year or month of one side moved to that of the other, and one year around it."""
    cases = []
    for side, date, other in (("left", case.left, case.right), ("right", case.right, case.left)):
        target = other.first or other.last
        if not date.inferred & _MOVABLE or target is None:
            continue
        moved = [_moved_year(date, target.year + shift) for shift in (-1, 0, 1)] if "month" not in date.inferred else []
        if "month" in date.inferred and date.granularity == "day" and date.first is not None:
            text = f"{edtf_year(target.year)}-{target.month:02d}-{date.first.day:02d}"
            moved = [parse_edtf(text, date.calendar, date.basis)]
        cases += [
            replace(case, left=d, right=other) if side == "left" else replace(case, left=other, right=d) for d in moved
        ]
    return cases


def _moved_year(date: UncertainDate, year: int) -> UncertainDate:
    start = date.first or date.last
    if start is None or not _YEARS.search(date.edtf):
        return date
    text = _YEARS.sub(lambda match: edtf_year(int(match[0]) + year - start.year), date.edtf)
    kept = date.modifier in _BOUNDARIES and date.first == date.last  # the day itself is told, in any year
    moved = parse_edtf(text, date.calendar, date.basis, "" if kept else date.modifier)
    return replace(moved, modifier=date.modifier, part_of_day=date.part_of_day, clock=date.clock)


def _kindest(cases: list[Case]) -> DateComparison:
    judged = [(_at_clock(case, _judge(case)), sorted((case.left.edtf, case.right.edtf))) for case in cases]
    # the dates themselves settle a tie, so that the sides may be swapped
    return min(judged, key=lambda j: (_KINDEST.index(j[0].outcome), abs(j[0].residual_days or 0), j[1]))[0]


def _at_clock(case: Case, verdict: DateComparison) -> DateComparison:
    """The verdict refined by the clock times and parts of the day of two equal or neighbouring days."""
    left, right = case.left, case.right
    if left.clock and right.clock and (verdict.outcome == "equal" or abs(verdict.residual_days or 0) == 1):
        return _by_clocks(case, verdict)
    if verdict.outcome != "equal" or (left.clock, left.part_of_day) == (right.clock, right.part_of_day):
        return verdict
    hours = [_hours(date) for date in (left, right)]
    if hours[0][1] < hours[1][0] or hours[1][1] < hours[0][0]:
        sentence = f"{describe(left)} and {describe(right)} are different parts of the same day."
        reasons = (*verdict.reasons, case.reason("part_of_day", sentence))
        return DateComparison("conflict", "conflict", 0, "another part of the day", reasons)
    reason = case.reason(
        "granularity", f"{describe(left)} and {describe(right)} are the same day, one told more closely."
    )
    return replace(verdict, outcome="granularity", relation="granularity", reasons=(*verdict.reasons, reason))


def _by_clocks(case: Case, verdict: DateComparison) -> DateComparison:
    times = [
        ClockTime(d.clock, *_hour_and_minute(d.clock), approximate=d.approximate, ambiguous=d.either_half)
        for d in (case.left, case.right)
    ]
    found = compare_times(*times)
    crossed = verdict.outcome != "equal" and abs(found.residual_minutes) < 12 * 60
    if verdict.outcome != "equal" and not (crossed and found.residual_minutes * (verdict.residual_days or 0) > 0):
        return verdict
    outcomes: dict[Relation, DateOutcome] = {
        "agreement": "equal",
        "granularity": "granularity",
        "rounding": "approximate",
    }
    outcome = outcomes.get(found.relation, "conflict")
    reasons = (*verdict.reasons, *found.reasons)
    note = "on both sides of midnight" if crossed else ""
    return DateComparison(outcome, found.relation, verdict.residual_days, found.difference, reasons, note)


def _hour_and_minute(clock: str) -> tuple[int, int, int | None]:
    parts = [int(part) for part in clock.split(":")]
    return parts[0], parts[1], parts[2] if len(parts) > 2 else None


def _hours(date: UncertainDate) -> tuple[int, int]:
    if date.clock and not date.either_half:
        hour = int(date.clock[:2])
        return hour, hour + 1
    return _PART_HOURS.get(date.part_of_day, (0, 24))
