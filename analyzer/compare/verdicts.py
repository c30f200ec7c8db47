"""What the difference between two values means, whatever their kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.model import Reason

if TYPE_CHECKING:
    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.model import Claim, Relation
    from analyzer.values.dates import UncertainDate
    from analyzer.values.durations import Duration
    from analyzer.values.quantities import Quantity
    from analyzer.values.times import ClockTime


@dataclass(frozen=True, slots=True)
class Verdict:
    """The relation of two values, the gap between them with its unit, and the hypotheses tried, in order.

    `outcome` is the comparing rule's own word ("equal", "near_variant", ...); `gap` grows with the distance of the
    values (days, minutes, or the ratio of two numbers less 1), 0 when they meet; `reasons` explain the relation.
    """

    relation: Relation
    outcome: str
    gap: float
    difference: str
    reasons: tuple[Reason, ...]
    hint: str = ""

    @property
    def agrees(self) -> bool:
        """Both values can be right at once."""
        return self.relation != "conflict"


def value_of(claim: Claim) -> UncertainDate | ClockTime | Duration | Quantity | None:
    """The value of a claim that `judge` looks at; equal values get equal verdicts."""
    return claim.date or claim.time or claim.duration or claim.quantity


def judge(left: Claim, right: Claim, calendars: CalendarEvidence) -> Verdict | None:
    """The verdict on two claims of one kind; None when their values can't be compared at all.

    `calendars` narrows which calendar can have been in use.
    """
    if left.date and right.date:
        return _judge_dates(left.date, right.date, calendars)
    if left.time and right.time:
        return _judge_times(left.time, right.time)
    if left.duration and right.duration:
        if "X" in left.value + right.value:  # "some years": no length to compare
            return None
        return _judge_durations(left.duration, right.duration)
    if left.quantity and right.quantity:
        return _judge_quantities(left.quantity, right.quantity)
    return None


def _judge_dates(left: UncertainDate, right: UncertainDate, calendars: CalendarEvidence) -> Verdict | None:
    from analyzer.compare.borrowed_years import in_one_year
    from analyzer.values.compare_dates import compare_dates

    left, right = in_one_year(left, right)
    found = compare_dates(left, right, country=calendars.country, julian_until=calendars.julian_until)
    if found.outcome == "conflict" and left.granularity == right.granularity == "day":
        # Days exactly as far apart as the calendars are no chance, sign of the old calendar or not.
        anywhere = compare_dates(left, right, country=calendars.country)
        found = anywhere if anywhere.outcome == "calendar_variant" else found
    gap = float(abs(found.residual_days or 0)) if found.relation == "conflict" else 0.0
    if found.outcome == "incomparable" or (found.outcome == "overlap" and left.inferred | right.inferred):
        return None
    return Verdict(found.relation, found.outcome, gap, found.difference, found.reasons, found.hint)


def _judge_times(left: ClockTime, right: ClockTime) -> Verdict:
    from analyzer.values.compare_times import compare_times

    found = compare_times(left, right)
    gap = abs(found.residual_minutes) if found.relation == "conflict" else 0.0
    return Verdict(found.relation, found.outcome, gap, found.difference, found.reasons)


def _judge_durations(left: Duration, right: Duration) -> Verdict:
    from analyzer.values.compare_durations import compare_durations

    found = compare_durations(left, right)
    gap = abs(found.residual_days) if found.relation == "conflict" else 0.0
    return Verdict(found.relation, found.outcome, gap, found.difference, found.reasons)


def _judge_quantities(left: Quantity, right: Quantity) -> Verdict | None:
    from analyzer.values.compare_quantities import compare_quantities

    found = compare_quantities(left, right)
    if found.relation is None:
        return _other_currency(left, right)
    low, high = sorted((abs(left.low), abs(right.low)))
    gap = (high / low - 1 if low else high) if found.relation == "conflict" else 0.0
    return Verdict(found.relation, found.outcome, gap, found.difference, found.reasons, found.hint)


def _other_currency(left: Quantity, right: Quantity) -> Verdict | None:
    """The same figure in two currencies: one of them must be wrong; other figures may be converted."""
    if left.form != "money" or right.form != "money" or (left.low, left.high) != (right.low, right.high):
        return None
    sentence = f"The figure is the same, the currency is not: {left.value} and {right.value}."
    reason = Reason("other_currency", sentence, left.value, right.value)
    return Verdict("conflict", "other_currency", 0.0, "another currency", (reason,))


def hint_reason(verdict: Verdict) -> tuple[Reason, ...]:
    """The hint as a last reason, a sentence of its own, where there is one."""
    hint = verdict.hint.rstrip(".")
    return (Reason("hint", f"{hint[0].upper()}{hint[1:]}."),) if hint else ()
