"""Finds time expressions in a text: tries the rules at each opening word and keeps the longest match."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from analyzer.extract.temporal import clock_words, clocks, dates, lengths, periods, references, relations, styles
from analyzer.extract.temporal.around import shade
from analyzer.extract.temporal.clock_context import in_part
from analyzer.extract.temporal.day_lists import day_list
from analyzer.extract.temporal.expressions import Clock, Expression, Found, Written
from analyzer.extract.temporal.joins import join_range, starts_range
from analyzer.extract.temporal.languages import foreign_dates
from analyzer.extract.temporal.rules import OPENERS, Rule, dispatch
from analyzer.extract.temporal.styles import take_style

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOCKS = (*clocks.RULES, *clock_words.RULES)
RULES: tuple[Rule, ...] = (
    *styles.RULES,
    *periods.RULES,
    *dates.RULES,
    *_CLOCKS,
    *relations.RULES,
    *references.RULES,
    *lengths.RULES,
)
_WORD = re.compile(r"\d+|['’](?=\d\ds?\b)|[^\W\d_]+")
_DIGITS = frozenset({"0"})
_DAY_OPENERS = frozenset({*OPENERS["DIGIT"], *OPENERS["MONTH"], *OPENERS["ORDINAL"]})
_ON_DATE = re.compile(r",?\s+(?:on|of)\s+(?:the\s+)?")
_COMMA = re.compile(r",?\s+")
_AT_CLOCK = re.compile(r",?\s+(?:at|around|about|by)?\s*(?:about\s+|around\s+|approximately\s+)?")


@cache
def _openers() -> frozenset[str]:
    return frozenset(dispatch(RULES))


def _key(word: str) -> str:
    first = word[0]
    if first.isdecimal():
        return "0"
    return "'" if first in "'’" else word.lower()


def scan(text: str, language: str = "en") -> tuple[Found, ...]:
    """Every time expression of `text` in order of position, none overlapping; linear in the length of the text.

    In other languages than English only dates with a month name and forms written in digits are read.
    """
    if language == "en":
        return _scan_english(text, _openers())
    dates_there = tuple(foreign_dates(text, language))
    taken = [range(found.start, found.end) for found in dates_there]
    rest = (found for found in _scan_english(text, _DIGITS) if not any(_meets(found, span) for span in taken))
    return tuple(sorted((*dates_there, *rest), key=lambda found: found.start))


def _meets(found: Found, span: range) -> bool:
    return found.start < span.stop and span.start < found.end


def _scan_english(text: str, openers: frozenset[str]) -> tuple[Found, ...]:
    found: list[Found] = []
    for start, word in _candidates(text, openers):
        floor = found[-1].end if found else 0
        if start < floor:
            continue
        row: list[Found] = []
        for hit in _hits_at(text, start, word):
            row.append(_completed(text, hit, row[-1].end if row else floor))
        found.extend(_of_one_style(row))
    return tuple(found)


def _of_one_style(row: list[Found]) -> list[Found]:
    """The dates of a list with the calendar that is marked at its end."""
    last = row[-1].expression if len(row) > 1 else None
    if not isinstance(last, Written) or last.calendar == "unknown":
        return row
    dates_there = ((found, found.expression) for found in row if isinstance(found.expression, Written))
    return [
        replace(found, expression=replace(date, calendar=last.calendar, basis=last.basis))
        for found, date in dates_there
    ]


def _candidates(text: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    for m in _WORD.finditer(text):
        key = _key(m[0])
        if key in known:
            yield m.start(), key


def _hits_at(text: str, start: int, key: str) -> tuple[Found, ...]:
    """The longest match at `start`, or the dates of a list of days that reaches as far."""
    best = _best_at(text, start, key)
    listed = day_list(text, start) if key in _DAY_OPENERS and not text[start - 1 : start].isalnum() else ()
    if listed and (best is None or listed[-1].end >= best.end):
        return listed
    return (best,) if best else ()


def _best_at(text: str, start: int, key: str) -> Found | None:
    """The longest match at `start`; of equally long ones the first in the table."""
    if start and (text[start - 1].isalpha() or (key != "0" and text[start - 1].isalnum())):
        return None
    best: Found | None = None
    for name, pattern, build in dispatch(RULES).get(key, ()):
        m = pattern.match(text, start)
        if m is None or m.end() == start or (best is not None and m.end() <= best.end):
            continue
        expression = build(m)
        if expression is not None:
            best = Found(start, m.end(), name, expression)
    return best


def _completed(text: str, hit: Found, floor: int) -> Found:
    """Adds what follows (second half of a range, style, clock time) and what stands before (shades, weekday)."""
    if isinstance(hit.expression, Clock):
        return _on_date(text, hit, hit.expression)
    if not isinstance(hit.expression, Written):
        return hit
    date, end, rule = hit.expression, hit.end, hit.rule
    end, date = take_style(text, end, date)
    if starts_range(date):
        end, date, rule = join_range(text, hit.start, end, date, rule)
    start, end, date = shade(text, hit.start, end, date, floor)
    end, date = _at_clock(text, end, date)
    return Found(start, end, rule, date)


def _at_clock(text: str, end: int, date: Written) -> tuple[int, Written]:
    """Such as "14 April 1912 at 23:40": the day and the time are one date."""
    if len(date.points) != 1 or date.points[0].day is None:
        return end, date
    gap = _AT_CLOCK.match(text, end)
    clock = _read_with(_CLOCKS, text, gap.end()) if gap else None
    if clock is None or not isinstance(clock.expression, Clock):
        return end, date
    time = in_part(clock.expression.time, date.part) if clock.expression.time.ambiguous else clock.expression.time
    return clock.end, replace(date, clock=time.value, either_half=time.ambiguous)


def _on_date(text: str, hit: Found, clock: Clock) -> Found:
    """Such as "8:30 a.m. on 25 October": the same the other way round."""
    gap = _ON_DATE.match(text, hit.end) or _COMMA.match(text, hit.end)
    day = _read_with(dates.RULES, text, gap.end()) if gap and not day_list(text, gap.end()) else None
    if day is None or not isinstance(day.expression, Written) or day.expression.points[0].day is None:
        return hit
    end, date = take_style(text, day.end, day.expression)
    return Found(
        hit.start, end, f"{day.rule}+clock", replace(date, clock=clock.time.value, either_half=clock.time.ambiguous)
    )


def _read_with(rules: tuple[Rule, ...], text: str, start: int) -> Found | None:
    m = _WORD.match(text, start)
    best: Found | None = None
    for name, pattern, build in dispatch(rules).get(_key(m[0]), ()) if m else ():
        hit = pattern.match(text, start)
        if hit and hit.end() > (best.end if best else start):
            expression: Expression | None = build(hit)
            best = Found(start, hit.end(), name, expression) if expression is not None else best
    return best
