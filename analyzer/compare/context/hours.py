"""The hour told with a day, as a clock time of its own: another text may tell day and hour apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.values.times import ClockTime

if TYPE_CHECKING:
    from analyzer.model import Claim
    from analyzer.values.dates import UncertainDate

OF_DAY = "@day"  # ends the rule of an hour taken from a date


def hour_of(claim: Claim) -> Claim:
    """The clock time of a date that has one ("3.45 p.m. on 29 April"), with the place and the act of the date."""
    if claim.date is None or not (told := _clock(claim.date)):
        return claim
    hour, minute, *second = (int(part) for part in told.split(":"))
    time = ClockTime(
        told,
        hour,
        minute,
        second[0] if second else None,
        approximate=claim.date.approximate,
        ambiguous=claim.date.either_half,
    )
    return replace(claim, kind="time", value=time.value, rule=claim.rule + OF_DAY, date=None, time=time, inferred=())


def has_hour(claim: Claim) -> bool:
    """Whether the claim is a day with its hour, "noon" among them."""
    return claim.date is not None and bool(_clock(claim.date))


def _clock(date: UncertainDate) -> str:
    one_day = date.granularity == "day" and date.first is not None
    return date.clock or ("12:00" if date.part_of_day == "noon" and one_day else "")


def both_with_days(left: Claim, right: Claim) -> bool:
    """Both hours were told with their days: then the days are compared, hours and all."""
    return left.rule.endswith(OF_DAY) and right.rule.endswith(OF_DAY)
