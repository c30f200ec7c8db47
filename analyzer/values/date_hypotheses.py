"""The hypotheses tried on two dates, one function each, in the order in which a historian would try them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from analyzer.model import Reason
from analyzer.values.calendar_switches import FIRST_GREGORIAN, LAST_SWITCH, modern_day, switch_of, year_start
from analyzer.values.calendars import MONTHS, calendar_offset, format_day, format_year, to_jdn
from analyzer.values.date_readings import DateReading, Fit, best_fit, proven_calendar, readings
from analyzer.values.date_words import both_forms, counted, describe, gap_words, in_other, marked
from analyzer.values.edtf import interval_ends

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.values.calendars import Day
    from analyzer.values.dates import UncertainDate

DateOutcome = Literal[
    "equal",
    "granularity",
    "calendar_variant",
    "near_variant",
    "double_conversion",
    "approximate",
    "overlap",
    "conflict",
    "incomparable",
]
Pair = tuple[DateReading, DateReading]

_OLD_YEAR_COUNTRY = "england"  # whose 25 March is the likeliest old start of the year where no country is known


@dataclass(frozen=True, slots=True)
class DateTolerance:
    """How far dates may lie apart before they conflict; all whole numbers, 0 or more."""

    near_days: int = 2  # left after conversion: the evening of one day, or the offset of the century before or after
    about_days: int = 3  # "about 5 May" is said of the same week, not of the week after
    about_months: int = 1  # "about May" reaches into both neighbouring months
    about_years: int = 2  # "about 1850" is rarely more exact than half a decade


DEFAULT_TOLERANCE = DateTolerance()


class Found(NamedTuple):
    """What one hypothesis gave: an outcome, or None and the reason why it does not hold."""

    outcome: DateOutcome | None
    reasons: tuple[Reason, ...] = ()
    gaps: tuple[int, ...] = ()


NOTHING = Found(None)


@dataclass(frozen=True)
class Case:
    """Two dates with what is known of the place, and every way to read them together."""

    left: UncertainDate
    right: UncertainDate
    country: str = ""
    julian_until: int | None = None
    tolerance: DateTolerance = DEFAULT_TOLERANCE

    @cached_property
    def pairs(self) -> list[Pair]:
        """All readings of the left with all of the right."""
        sides = [readings(date, self.country, self.julian_until) for date in (self.left, self.right)]
        return [(a, b) for a in sides[0] for b in sides[1]]

    @property
    def shared(self) -> list[Pair]:
        """The pairs read in one calendar."""
        return [(a, b) for a, b in self.pairs if a.calendar == b.calendar]

    @property
    def converted(self) -> list[Pair]:
        """The pairs read in different calendars."""
        return [(a, b) for a, b in self.pairs if a.calendar != b.calendar]

    @cached_property
    def base(self) -> tuple[Fit, DateReading, DateReading]:
        """The closest pair in one calendar; in different ones where the calendars of both are proven."""
        best = best_fit(self.shared or self.pairs)
        if best is None:
            raise ValueError("a date without a reading")
        return best

    @property
    def proven_apart(self) -> bool:
        """Whether both dates are proven to stand in different calendars."""
        return proven_calendar(self.left) and proven_calendar(self.right) and not self.shared

    @property
    def short(self) -> bool:
        """Whether both dates mean a day or two, so that a gap of days says something."""
        return all(reading.span.days <= 2 and reading.date.modifier == "" for reading in self.base[1:])

    @property
    def offset(self) -> int:
        """Days between the calendars at the time of the dates, 0 where a date is open."""
        first = self.earliest
        return 0 if first is None else calendar_offset(to_jdn(first, "gregorian"))

    @property
    def earliest(self) -> Day | None:
        """The earliest day written, None where both dates are open."""
        days = (self.left.first, self.left.last, self.right.first, self.right.last)
        return min((day for day in days if day is not None), default=None)

    def reason(self, code: str, sentence: str) -> Reason:
        """A reason about both dates."""
        return Reason(code, sentence, self.left.edtf, self.right.edtf)


def same_day(case: Case) -> Found:
    """Equal under a calendar both may share."""
    fit = case.base[0]
    left, right = describe(case.left), describe(case.right)
    if case.shared and fit.kind == "equal":
        if case.left.approximate != case.right.approximate:
            return Found("approximate", (case.reason("about", f"{left} and {right} differ only in the word about."),))
        what = "day" if case.left.granularity == case.right.granularity == "day" else "time"
        same = f"Both give {left}." if left == right else f"{left} and {right} are the same {what}."
        return Found("equal", (case.reason("equal", same),))
    if fit.kind != "apart":
        return NOTHING
    how = "As marked" if case.proven_apart else "As written"
    gap = written_gap(case, fit)
    return Found(None, (case.reason("as_written", f"{how}, {left} and {right} differ by {gap}."),))


def containment(case: Case) -> Found:
    """One contains the other under a calendar both may share."""
    fit, a, b = case.base
    if not case.shared or fit.kind != "contained":
        return NOTHING
    return Found("granularity", (case.reason("granularity", f"{_within(a, b)}."),))


def conversion(case: Case) -> Found:
    """Equal or contained when one is read as Julian and the other as Gregorian."""
    if case.shared and case.base[0].kind != "apart":
        return NOTHING  # they share days as they stand: a calendar would explain what needs no explanation
    best = best_fit(case.converted)
    if best is None:
        return Found(None, (case.reason("no_conversion", _why_no_conversion(case)),))
    fit, a, b = best
    months = a.date.granularity == b.date.granularity == "month"
    contained = fit.kind == "contained" and (case.proven_apart or not _wide_period(a, b))
    if fit.kind == "equal" or contained or (fit.kind == "overlap" and months):
        return Found(
            "calendar_variant", (case.reason("calendar", _same_after_conversion(fit, a, b)), *_condition(case))
        )
    return Found(None, (case.reason("conversion_fails", _conversion_fails(a, b)),))


def year_count(case: Case) -> Found:
    """Equal or contained when one source begins the year on another day, as England did on 25 March until 1751."""
    if case.base[0].kind != "apart":
        return NOTHING
    lefts, rights = _old_year_forms(case.left, case.country), _old_year_forms(case.right, case.country)
    for old, new in [(date, case.right) for date in lefts] + [(case.left, date) for date in rights]:
        best = best_fit(replace(case, left=old, right=new).pairs)
        if best and best[0].kind in {"equal", "contained"}:
            return Found("calendar_variant", (case.reason("year_start", _year_start_words(case, best)),))
    return NOTHING


def near_variant(case: Case) -> Found:
    """A day or two left after conversion."""
    best = best_fit(case.converted)
    if not case.short or best is None or case.base[0].kind != "apart":
        return NOTHING
    fit, a, b = best
    closer = case.proven_apart or abs(fit.gap) < abs(case.base[0].gap)
    if fit.kind != "apart" or not closer or abs(fit.gap) > case.tolerance.near_days:
        return NOTHING
    left_over = f"{both_forms(a.date, a.calendar)}, {counted(abs(fit.gap), 'day')} from {marked(b.date, b.calendar)}."
    return Found("near_variant", (case.reason("near_variant", left_over + _wrong_century(case)),), fit.gaps)


def double_conversion(case: Case) -> Found:
    """Twice the offset between the calendars: one date converted twice, or in the wrong direction."""
    left, right = case.left.first, case.right.first
    if not case.short or not case.converted or left is None or right is None or case.offset == 0:
        return NOTHING
    written = to_jdn(left, "gregorian") - to_jdn(right, "gregorian")
    if abs(written) != 2 * abs(case.offset):
        return NOTHING
    sentence = (
        f"{counted(abs(written), 'day')} is twice the {counted(abs(case.offset), 'day')} between the calendars: "
        "one date may have been converted twice, or in the wrong direction."
    )
    return Found("double_conversion", (case.reason("double_conversion", sentence),), (written,))


def about(case: Case) -> Found:
    """Within the tolerance of "about"."""
    fit = case.base[0]
    if fit.kind != "apart" or not (case.left.approximate or case.right.approximate):
        return NOTHING
    days = max(_tolerance(date, case.tolerance) for date in (case.left, case.right) if date.approximate)
    gap = written_gap(case, fit)
    if max(map(abs, fit.gaps)) > days:
        sentence = f"{gap} is more than the {counted(days, 'day')} allowed for the word about."
        return Found(None, (case.reason("beyond_about", sentence),))
    sentence = f"{describe(case.left)} and {describe(case.right)} are {gap} apart, which the word about allows."
    return Found("approximate", (case.reason("about", sentence),), fit.gaps)


def overlap(case: Case) -> Found:
    """Neither contains the other, but a day lies in both."""
    fit, _, _ = case.base
    if fit.kind == "apart" or (fit.kind != "overlap" and case.shared):
        return NOTHING
    return Found("overlap", (case.reason("overlap", f"{describe(case.left)} and {describe(case.right)} overlap."),))


def conflict(case: Case) -> Found:
    """Nothing explains the difference."""
    fit, a, b = case.base
    gap = written_gap(case, fit)
    if case.proven_apart and case.left.edtf == case.right.edtf:
        sentence = (
            f"Both write {describe(case.left)}, but one marks it {a.calendar.capitalize()} and the other "
            f"{b.calendar.capitalize()}: {gap} apart."
        )
        return Found("conflict", (case.reason("hidden_conflict", sentence),), fit.gaps)
    if case.converted:
        apart = f"In {format_year(_year(case))} the calendars were {counted(abs(case.offset), 'day')} apart"
        sentence = f"{apart}: no calendar explains a difference of {gap}."
    else:
        sentence = f"{'Only a conversion would explain' if offset_alone(case) else 'Nothing explains'} {gap}."
    return Found("conflict", (case.reason("conflict", sentence),), fit.gaps)


HYPOTHESES: tuple[Callable[[Case], Found], ...] = (
    same_day,
    containment,
    conversion,
    year_count,
    near_variant,
    double_conversion,
    about,
    overlap,
    conflict,
)


def written_gap(case: Case, fit: Fit) -> str:
    """The gap in words: for intervals at each end that differs."""
    if len(fit.gaps) < 2:
        return gap_words(case.left, case.right, residual(case, fit) or fit.gap)
    first, last = fit.gaps
    if first == last:
        return f"{counted(abs(first), 'day')} at both ends"
    words = [f"{counted(abs(gap), 'day')} at the {end}" for gap, end in ((first, "beginning"), (last, "end")) if gap]
    return " and ".join(words)


def offset_alone(case: Case) -> bool:
    """Whether the dates differ by just the distance of the calendars, though no conversion applies."""
    return bool(case.offset) and not case.converted and abs(case.base[0].gap) == abs(case.offset)


def residual(case: Case, fit: Fit) -> int | None:
    """Signed days left minus right: of the first days where both have one granularity, else of the nearest days."""
    _, a, b = case.base
    left, right = case.left, case.right
    if left.first and right.first and left.granularity == right.granularity != "interval":
        return to_jdn(left.first, a.calendar) - to_jdn(right.first, b.calendar)
    return fit.gap or next((gap for gap in fit.gaps if gap), 0)


def _within(a: DateReading, b: DateReading) -> str:
    inner, outer = (a, b) if a.span.days <= b.span.days else (b, a)
    return f"{describe(inner.date)} lies within {describe(outer.date)}"


def _wide_period(a: DateReading, b: DateReading) -> bool:
    """Whether one is a period of many days: that a day falls into it after conversion may well be chance."""
    outer = max((a, b), key=lambda reading: reading.span.days)
    return outer.date.granularity == "interval" and outer.span.days > 3 and not (a.ends and b.ends)


def _same_after_conversion(fit: Fit, a: DateReading, b: DateReading) -> str:
    if fit.kind == "equal":
        what = "the same day" if a.span.days == 1 else "the same time"
        return f"{both_forms(a.date, a.calendar)}: {what}."
    inner, outer = (a, b) if a.span.days <= b.span.days else (b, a)
    how = "which lies within" if fit.kind == "contained" else "which shares days with"
    other = in_other(outer.date, outer.calendar)
    return f"{both_forms(inner.date, inner.calendar)}, {how} {marked(outer.date, outer.calendar)}, that is, {other}."


def _conversion_fails(a: DateReading, b: DateReading) -> str:
    if "interval" in {a.date.granularity, b.date.granularity} or max(a.span.days, b.span.days) > 31:
        return "Read in different calendars they do not agree either."
    forms = f"{both_forms(a.date, a.calendar)}; {both_forms(b.date, b.calendar)}"
    return f"{forms}: not the same {'day' if max(a.span.days, b.span.days) == 1 else 'time'}."


def _wrong_century(case: Case) -> str:
    """Whose distance between the calendars the dates show, where it is that of the century before or after."""
    left, right, first = case.left.first, case.right.first, case.earliest
    if left is None or right is None or first is None:
        return ""
    written = abs(to_jdn(left, "gregorian") - to_jdn(right, "gregorian"))
    for years, when in ((100, "later"), (-100, "earlier")):
        if written == abs(calendar_offset(to_jdn(first._replace(year=first.year + years), "gregorian"))):
            return f" {counted(written, 'day')} was the distance of the calendars a century {when}."
    return " One of them may be wrongly converted."


def _condition(case: Case) -> tuple[Reason, ...]:
    """What must be true for the conversion to hold, unless both calendars are proven."""
    unproven = [date for date in (case.left, case.right) if not proven_calendar(date)]
    if not unproven:
        return ()
    row = switch_of(case.country)
    if len(unproven) == 1:
        sentence = f"This holds if {describe(unproven[0])}, which no source marks, stands in the other calendar."
    elif row is not None:
        known = f"{case.country} used the Julian calendar until {format_day(row.last_julian)}."
        sentence = f"This holds if one source uses the Julian calendar: {known}"
    else:
        known = f"in use in some countries until {LAST_SWITCH.year}"
        sentence = f"This holds if one source uses the Julian calendar, {known}."
    return (case.reason("calendar_condition", sentence),)


def _why_no_conversion(case: Case) -> str:
    calendars = {reading.calendar for pair in case.pairs for reading in pair}
    calendar = min(calendars).capitalize()
    if proven_calendar(case.left) and proven_calendar(case.right):
        why = f"Both dates are known to stand in the {calendar} calendar, so no conversion applies."
    elif calendars == {"julian"}:
        why = f"The Gregorian calendar began on {format_day(FIRST_GREGORIAN)}; both dates are Julian."
    elif case.country and switch_of(case.country):
        why = f"By then {case.country} had left the Julian calendar, so no conversion applies."
    else:
        why = "The Julian calendar was no longer in civil use, so no conversion applies."
    days = counted(abs(case.offset), "day")
    return f"{why} Yet {days} is exactly the distance of the calendars then." if offset_alone(case) else why


def _old_year_forms(date: UncertainDate, country: str) -> list[UncertainDate]:
    """The date in its other count of years: the second form written, or the modern year of an old one."""
    other = date.other
    if other is not None and other.calendar == date.calendar and other.granularity == date.granularity:
        return [other]
    if date.granularity not in {"day", "month"} or date.first is None or date.last is None:
        return []
    first, last = (modern_day(day, country or _OLD_YEAR_COUNTRY) for day in (date.first, date.last))
    julian = "julian" in {reading.calendar for reading in readings(date, country)}
    if first is None or last is None or not julian:
        return []
    return [replace(date, first=first, last=last, edtf=f"{first.year:04d}{date.edtf[4:]}")]


def _year_start_words(case: Case, best: tuple[Fit, DateReading, DateReading]) -> str:
    _, a, b = best
    country = case.country or _OLD_YEAR_COUNTRY.capitalize()
    start = year_start(country, _year(case))
    begins = f"{start.day} {MONTHS[start.month - 1]}, as in {country} then" if start else "another day than 1 January"
    same = f" is {in_other(a.date, a.calendar)}" if a.calendar != b.calendar else ""
    return (
        f"With the year counted from {begins}, {describe(case.left)} and {describe(case.right)} agree: "
        f"{describe(a.date)} ({a.calendar.capitalize()}){same}."
    )


def _tolerance(date: UncertainDate, tolerance: DateTolerance) -> int:
    end = interval_ends(date)[0] or date
    days = {
        "day": tolerance.about_days,
        "month": 31 * tolerance.about_months,
        "season": 46 * tolerance.about_months,
        "decade": 5 * 366,
        "century": 25 * 366,
    }
    return days.get(end.granularity, 366 * tolerance.about_years)


def _year(case: Case) -> int:
    return case.earliest.year if case.earliest else 1
