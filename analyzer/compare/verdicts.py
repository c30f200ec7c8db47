"""What the difference between two values means, whatever their kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from analyzer.model import Reason

if TYPE_CHECKING:
    from analyzer.model import Claim, Relation
    from analyzer.values.dates import UncertainDate
    from analyzer.values.durations import Duration
    from analyzer.values.quantities import Quantity
    from analyzer.values.times import ClockTime


class Compared(Protocol):
    """What every comparison of two values in `analyzer.values` gives."""

    @property
    def outcome(self) -> str:
        """The comparing rule's own word."""

    @property
    def relation(self) -> Relation:
        """The relation of the output contract."""

    @property
    def difference(self) -> str:
        """The gap with its unit."""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The hypotheses tried, in order."""

    @property
    def hint(self) -> str:
        """How a slip could have made the one value out of the other."""


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


def judge(left: Claim, right: Claim, *, country: str = "") -> Verdict | None:
    """The verdict on two claims of one kind; None when their values can't be compared at all.

    `country` narrows which calendar can have been in use.
    """
    if left.date and right.date:
        return _judge_dates(left.date, right.date, country)
    if left.time and right.time:
        return _judge_times(left.time, right.time)
    if left.duration and right.duration:
        return _judge_durations(left.duration, right.duration)
    if left.quantity and right.quantity:
        return _judge_quantities(left.quantity, right.quantity)
    return None


def _judge_dates(left: UncertainDate, right: UncertainDate, country: str) -> Verdict | None:
    from analyzer.values.compare_dates import compare_dates

    result = compare_dates(left, right, country=country)
    return _verdict(result, float(abs(result.residual_days or 0)))


def _judge_times(left: ClockTime, right: ClockTime) -> Verdict | None:
    from analyzer.values.compare_times import compare_times

    gap = abs(left.hour * 60 + left.minute - right.hour * 60 - right.minute)
    return _verdict(compare_times(left, right), float(min(gap, 1440 - gap)))


def _judge_durations(left: Duration, right: Duration) -> Verdict | None:
    from analyzer.values.compare_durations import compare_durations

    return _verdict(compare_durations(left, right), 1.0)


def _judge_quantities(left: Quantity, right: Quantity) -> Verdict | None:
    from analyzer.values.compare_quantities import compare_quantities

    low, high = sorted((abs(left.low), abs(right.low)))
    return _verdict(compare_quantities(left, right), high / low - 1 if low else high)


def _verdict(result: Compared, gap: float) -> Verdict | None:
    if result.outcome == "incomparable":
        return None
    return Verdict(
        relation=result.relation,
        outcome=result.outcome,
        gap=gap if result.relation == "conflict" else 0.0,
        difference=result.difference,
        reasons=result.reasons,
        hint=result.hint,
    )


def hint_reason(verdict: Verdict) -> tuple[Reason, ...]:
    """The hint as a last reason, where there is one."""
    return (Reason("hint", verdict.hint),) if verdict.hint else ()
