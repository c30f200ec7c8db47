"""The time between two dates, the age on a day, and whether a stated duration or age fits them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.model import Reason
from analyzer.values.calendar_switches import calendar_of
from analyzer.values.calendars import Calendar, Day, convert
from analyzer.values.compare_durations import duration_words, ranges_relation, stated
from analyzer.values.date_readings import proven_calendar, span_of
from analyzer.values.date_words import counted, describe

if TYPE_CHECKING:
    from analyzer.model import Relation
    from analyzer.values.dates import UncertainDate
    from analyzer.values.durations import Duration


@dataclass(frozen=True, slots=True)
class DurationCheck:
    """Whether a stated duration fits two dates; `days` is the elapsed range, None when a date is open."""

    relation: Relation
    days: tuple[int, int] | None
    sentence: str
    reasons: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        """Whether duration and dates may both be right."""
        return self.relation != "conflict"


def elapsed(first: UncertainDate, last: UncertainDate, country: str = "") -> tuple[int, int] | None:
    """Fewest and most days from one date to another: nights between the nearest days, and the outermost days counted.

    Dates without a proven calendar stand in that of the country on their day, so that a change of calendar in between
    shortens the time; without a country both stand in one calendar. None when an inner or outer end is open; negative
    when `last` comes first.

    >>> from analyzer.values.dates import day_date
    >>> elapsed(day_date(1936, 8, 5), day_date(1936, 9, 2))
    (28, 29)
    >>> elapsed(day_date(1752, 9, 2), day_date(1752, 9, 14), "England")
    (1, 2)
    """
    if first.first is None or first.last is None or last.first is None or last.last is None:
        return None
    start, end = (span_of(_plain(date), _calendar(date, country, (first, last))) for date in (first, last))
    return end.low - start.high, end.high - start.low + 1


def age_at(birth: UncertainDate, day: UncertainDate) -> tuple[int, int] | None:
    """Least and greatest age in whole years on a day; None when a date is open.

    Where only one of the two has its calendar proven, the other may stand in the same or in the older one.

    >>> from analyzer.values.dates import day_date, year_date
    >>> age_at(day_date(1809, 2, 12), day_date(1865, 4, 15)), age_at(year_date(1809), day_date(1865, 4, 15))
    ((56, 56), (55, 56))
    """
    if birth.first is None or birth.last is None or day.first is None or day.last is None:
        return None
    ages = []
    for old, new in _calendars(birth.calendar, day.calendar):
        born = [b if old == new else convert(b, old, "gregorian") for b in (birth.first, birth.last)]
        then = [d if old == new else convert(d, new, "gregorian") for d in (day.first, day.last)]
        ages += [_age(born[1], then[0]), _age(born[0], then[1])]
    return min(ages), max(ages)


def _calendars(birth: Calendar, day: Calendar) -> list[tuple[Calendar, Calendar]]:
    """The pairs of calendars that the dates of a birth and of a later day may stand in."""
    if birth == day or "unknown" not in {birth, day}:
        return [(birth, day)]
    proven = day if birth == "unknown" else birth
    return [(proven, proven), ("julian", proven) if birth == "unknown" else (proven, "julian")]


def duration_fits(length: Duration, first: UncertainDate, last: UncertainDate, country: str = "") -> DurationCheck:
    """Whether a stated duration fits the time between two dates, with the arithmetic in a sentence.

    >>> from analyzer.values.dates import day_date
    >>> from analyzer.values.durations import duration
    >>> check = duration_fits(duration(4, "week"), day_date(1936, 8, 5), day_date(1936, 9, 2))
    >>> check.fits, check.sentence
    (True, '5 August 1936 to 2 September 1936 is 28 days: four weeks.')
    """
    days = elapsed(first, last, country)
    dates = f"{describe(first)} to {describe(last)}"
    if days is None:
        return _check("complementary", None, f"{dates} can't be counted in days: one of them is open.", length)
    relation = ranges_relation(length, (float(days[0]), float(days[1])))
    judged = ", as stated" if stated(length) == _days(days) else _judged(relation, length)
    return _check(relation, days, f"{dates} is {_days(days)}{judged}.", length)


def age_fits(age: int, birth: UncertainDate, day: UncertainDate) -> DurationCheck:
    """Whether a stated age in whole years fits a birth and a day; `days` of the check stays None.

    >>> from analyzer.values.dates import day_date
    >>> age_fits(60, day_date(1809, 2, 12), day_date(1865, 4, 15)).sentence
    'Born 12 February 1809, on 15 April 1865 aged 56, not 60.'
    """
    ages = age_at(birth, day)
    told = f"Born {describe(birth)}, {_on(day)} aged"
    if ages is None:
        return _age_check("complementary", f"{told} {age}: not to be checked, a date is open.", age)
    if not ages[0] <= age <= ages[1]:
        return _age_check("conflict", f"{told} {_years(ages)}, not {age}.", age)
    exact = ages[0] == ages[1]
    return _age_check("agreement", f"{told} {_years(ages)}{'' if exact else f', so {age} is possible'}.", age)


def _age_check(relation: Relation, sentence: str, age: int) -> DurationCheck:
    return DurationCheck(relation, None, sentence, (Reason("age", sentence, age),))


def _on(day: UncertainDate) -> str:
    return f"{'on' if day.granularity == 'day' else 'in'} {describe(day)}"


def _check(relation: Relation, days: tuple[int, int] | None, sentence: str, length: Duration) -> DurationCheck:
    written = None if days is None else f"{days[0]}..{days[1]}"
    return DurationCheck(relation, days, sentence, (Reason("duration", sentence, length.value, written),))


def _judged(relation: Relation, length: Duration) -> str:
    if relation == "conflict":
        return f", not {stated(length)}"
    return f": {stated(length)}" if relation == "agreement" else f", {duration_words(length)} in round terms"


def _days(days: tuple[int, int]) -> str:
    """The nights between two days; a range where the dates are wider than a day."""
    low, high = days
    return counted(low, "day") if high - low <= 1 else f"{low:,} to {counted(high, 'day')}"


def _years(ages: tuple[int, int]) -> str:
    return str(ages[0]) if ages[0] == ages[1] else f"{ages[0]} to {ages[1]}"


def _age(born: Day, then: Day) -> int:
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


def _plain(date: UncertainDate) -> UncertainDate:
    """The date without the soft margins that only comparison needs."""
    return replace(date, part_of_day="", modifier="", granularity="interval")


def _calendar(date: UncertainDate, country: str, both: tuple[UncertainDate, UncertainDate]) -> Calendar:
    if proven_calendar(date):
        return date.calendar
    if country and date.first is not None:
        known = calendar_of(date.first, country)[0]
        if known != "unknown":
            return known
    return next((d.calendar for d in (date, *both) if d.calendar != "unknown"), "gregorian")
