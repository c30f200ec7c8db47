"""The calendar of each date by mark, pair, weekday or the country's switch; and days that never were."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.values.calendar_switches import calendar_of, is_real_day
from analyzer.values.calendars import calendars_of_weekday
from analyzer.values.dates import qualified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analyzer.extract.temporal.expressions import Point
    from analyzer.model import Claim
    from analyzer.values.calendars import Calendar, Day
    from analyzer.values.dates import Basis, UncertainDate

IMPOSSIBLE = "+impossible"
WEEKDAY_MISMATCH = "+weekday-mismatch"


def decide_calendars(claims: tuple[Claim, ...], country: str = "") -> tuple[Claim, ...]:
    """The claims of one source with the calendar of each date where something proves it, else `unknown`.

    Proof in this order: its own mark or pair, its weekday, the same day paired elsewhere in the source, the country's
    switch (without a country: before the first and after the last switch of all). A day that never was in its calendar
    stays as written, uncertain, its rule ending in `+impossible`.
    """
    pairs = _paired_days(claim.date for claim in claims if claim.date is not None)
    return tuple(claim if claim.date is None else _decided(claim, claim.date, pairs, country) for claim in claims)


def prove_by_weekday(claim: Claim, point: Point, inferred: frozenset[str]) -> Claim:
    """A weekday beside a full date proves the calendar in which the day falls on it.

    A year taken from the context proves nothing. Where neither calendar fits, the rule ends in `+weekday-mismatch`.
    """
    date = claim.date
    if date is None or point.weekday is None or inferred or date.first is None or date.granularity != "day":
        return claim
    fits = calendars_of_weekday(date.first, point.weekday)
    if date.calendar != "unknown":
        return claim if date.calendar in fits else replace(claim, rule=claim.rule + WEEKDAY_MISMATCH)
    if not fits:
        return replace(claim, rule=claim.rule + WEEKDAY_MISMATCH)
    return replace(claim, date=replace(date, calendar=fits[0], basis="weekday")) if len(fits) == 1 else claim


def _paired_days(dates: Iterable[UncertainDate]) -> dict[Day, Calendar]:
    """Days whose calendar the source itself proves by writing both forms; days told as both are left out."""
    found: dict[Day, Calendar] = {}
    torn: set[Day] = set()
    for date in dates:
        for form in (date, date.other) if date.other is not None else ():
            if form is None or form.first is None or form.calendar == "unknown":
                continue
            if found.setdefault(form.first, form.calendar) != form.calendar:
                torn.add(form.first)
    return {day: calendar for day, calendar in found.items() if day not in torn}


def _decided(claim: Claim, date: UncertainDate, pairs: dict[Day, Calendar], country: str) -> Claim:
    if date.calendar == "unknown":
        calendar, basis = _proof(date, pairs, country)
        date = replace(date, calendar=calendar, basis=basis)
    if _never_was(date, country):
        date = qualified(date, approximate=date.approximate, uncertain=True)
        return replace(claim, date=date, value=date.edtf, rule=claim.rule + IMPOSSIBLE)
    return replace(claim, date=date)


def _proof(date: UncertainDate, pairs: dict[Day, Calendar], country: str) -> tuple[Calendar, Basis]:
    days = [day for day in (date.first, date.last) if day is not None]
    if date.granularity == "day" and days and days[0] in pairs:
        return pairs[days[0]], "paired"
    told = {calendar_of(day, country) for day in days}
    return next(iter(told)) if len(told) == 1 else ("unknown", "none")


def _never_was(date: UncertainDate, country: str) -> bool:
    if date.granularity == "interval":
        ends = [day for day, text in zip((date.first, date.last), date.edtf.split("/"), strict=True) if _has_day(text)]
    else:
        ends = [date.first] if date.granularity == "day" else []
    return any(day is not None and not is_real_day(day, date.calendar, country) for day in ends)


def _has_day(edtf: str) -> bool:
    return edtf.lstrip("-").count("-") == 2
