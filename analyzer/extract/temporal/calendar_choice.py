"""The calendar of each date: marks, weekdays, pairs told in the same source, the country's switch."""

from __future__ import annotations

from analyzer.model import Claim


def decide_calendars(claims: tuple[Claim, ...], country: str) -> tuple[Claim, ...]:
    return claims
