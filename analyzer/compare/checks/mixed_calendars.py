"""Finds two calendars side by side: in one sentence's dates, and between an event's name and the dates told with it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.readings import reading, stretch
from analyzer.extract.events.lexicon import families
from analyzer.model import Reason
from analyzer.values.calendars import MONTHS, convert
from analyzer.values.compare_dates import compare_dates
from analyzer.values.date_words import both_forms, describe
from analyzer.values.dates import yearless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document, Finding, Reading
    from analyzer.values.compare_dates import DateComparison

MONTH_IN_NAME = re.compile(rf"\b({'|'.join(MONTHS)}) ([A-Z][a-z]+)\b")
# What came before or after an event has a date of its own.
AROUND_EVENT = re.compile(r"\b(?:after|before|since|until|till|following|by|from)(?: the)? ?$", re.IGNORECASE)
TWIN_DAYS = 0.55  # sureness: acts of one kind in one sentence lie the calendars' distance apart by chance, too
NAMED_MONTH = 0.85


def calendar_findings(
    contexts: Sequence[Context], documents: Sequence[Document], calendars: CalendarEvidence
) -> Iterator[Finding]:
    """Findings of relation calendar_variant that no two tellings of one fact show.

    Only where `calendars` leaves open that the old calendar was in use.
    """
    dates = [c for c in contexts if c.claim.date is not None and c.claim.date.granularity in {"day", "month"}]
    for left, right in _pairs_in_sentence(dates):
        if left.claim.date is not None and right.claim.date is not None:
            found = compare_dates(
                left.claim.date, right.claim.date, country=calendars.country, julian_until=calendars.julian_until
            )
            if found.outcome == "calendar_variant":
                yield _twin_days(left, right, documents[left.document], found)
    if calendars.julian_until is None:
        yield from _named_months(dates, documents)


def _pairs_in_sentence(dates: Sequence[Context]) -> Iterator[tuple[Context, Context]]:
    """Two days that one sentence writes in full and tells acts of one kind of."""
    told: defaultdict[tuple[int, int], list[Context]] = defaultdict(list)
    for context in dates:
        if context.claim.date and context.claim.date.granularity == "day" and not context.claim.inferred:
            told[context.document, context.claim.sentence].append(context)
    for members in told.values():
        yield from (pair for pair in combinations(members, 2) if pair[0].families & pair[1].families)


def _twin_days(left: Context, right: Context, document: Document, found: DateComparison) -> Finding:
    days = " and ".join(describe(c.claim.date) for c in (left, right) if c.claim.date)
    distance = Reason("twin_days", "One sentence gives two days exactly as far apart as the calendars are.")
    made = grading.made(
        "date",
        "calendar_variant",
        (reading(document, c.claim, c.clause, c.room) for c in (left, right)),
        topic=days,
        question=f"Are {days} one day in two calendars?",
        grade=(TWIN_DAYS, 1),
        reasons=(distance, *(r for r in found.reasons if r.code == "calendar")),
    )
    return replace(made, difference=found.difference)


def _named_months(dates: Sequence[Context], documents: Sequence[Document]) -> Iterator[Finding]:
    """Events with a month in their name, told with dates in the month that the new calendar makes of it."""
    told: defaultdict[str, list[Context]] = defaultdict(list)
    for context in dates:
        text = documents[context.document].source.text
        for found in MONTH_IN_NAME.finditer(text, *context.clause):
            dated = not AROUND_EVENT.search(text, context.clause[0], found.start())
            if dated and found[2].lower() in families().nouns and _moved_from(context, _month_of(found[0])):
                told[found[0]].append(context)
                break
    for name in sorted(told):
        yield _named_month(name, told[name], documents)


def _month_of(name: str) -> int:
    return MONTHS.index(name.partition(" ")[0]) + 1


def _moved_from(context: Context, month: int) -> bool:
    """The date as written lies in another month; read as Gregorian, its Julian form reaches into `month`."""
    date = context.claim.date
    if date is None or date.calendar == "julian" or not date.first or not date.last or "month" in date.inferred:
        return False
    days = (date.first, date.last)
    return month in {convert(day, "gregorian", "julian").month for day in days} - {day.month for day in days}


def _named_month(name: str, dated: Sequence[Context], documents: Sequence[Document]) -> Finding:
    """The dates told with the name, and the name's first place in every source that tells none with it."""
    silent = [d for n, d in enumerate(documents) if n not in {c.document for c in dated}]
    readings = [
        *(reading(documents[c.document], c.claim, c.clause, c.room) for c in dated),
        *(place for document in silent for place in _first_place(name, document)),
    ]
    forms = [both_forms(c.claim.date, "gregorian") for c in dated if c.claim.date]
    kept = Reason("named_month", f"The name keeps the month of the old calendar: {'; '.join(dict.fromkeys(forms))}.")
    return grading.made(
        "other",
        "calendar_variant",
        readings,
        topic=name,
        question=f"Why is the {name} told with dates outside {MONTHS[_month_of(name) - 1]}?",
        grade=(NAMED_MONTH, 1),
        reasons=(kept,),
    )


def _first_place(name: str, document: Document) -> Iterator[Reading]:
    text = document.source.text
    for sentence in document.sentences:
        at = text.find(name, sentence.start, sentence.end)
        if at >= 0:
            place = stretch(document, sentence.index, (at, at + len(name)))
            yield replace(place, value=yearless(_month_of(name)).edtf)
            return
