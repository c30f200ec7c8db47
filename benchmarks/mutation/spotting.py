"""Finds the dates, clock times, numbers and durations of a document, without help from the analyzer under test."""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = "January February March April May June July August September October November December".split()
UNITS_OF_TIME = "seconds|minutes|hours|days|weeks|months|years"
WORDS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))

_MONTH = "|".join(MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}}) ({_MONTH}) (\d{{4}})\b")
_YEAR = re.compile(rf"(?:\b(?:in|of|by|since|after) |\b(?:{_MONTH}) )(\d{{4}})\b(?! [a-z]+s\b)")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d) ([ap]\.m\.)")
_NUMBER = re.compile(r"(?<![\d,.:])(\d{1,3}(?:,\d{3})+|\d+)(?![\d:,.]*\d|[a-z])")
_WORD_NUMBER = re.compile(rf"\b({'|'.join(WORDS)})\b(?! quarters)(?= [a-z]+s\b)", re.IGNORECASE)
_DURATION = re.compile(rf"\b(\d+|{'|'.join(WORDS)}) ({UNITS_OF_TIME})\b(?! and a half)", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:number|(?!Of|On|In|By|At|The|All|About|Only|Some|Among|Another)[A-Z][a-z]+) $")
_LIMIT = re.compile(r"\b(?:over|than|least|most|up to|within)(?: the)? $")
_VAGUE = re.compile(r"\b(?:about|some|nearly|over|than|almost|around|least|up to|only) $")


@dataclass(frozen=True, slots=True)
class Day:
    """A full date at `[start, end)`."""

    start: int
    end: int
    day: int
    month: int
    year: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time written with a.m. or p.m.; `minute_of_day` 0-1439."""

    start: int
    end: int
    minute_of_day: int


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number; `spelled` when written in words, `vague` after "about", "some", "only" and the like.

    Numbers after "more than", "up to", "within" are left out: another bound is no contradiction.
    """

    start: int
    end: int
    value: int
    spelled: bool
    vague: bool


def days(text: str) -> list[Day]:
    """Dates with day, month and year.

    >>> days("It was 3 June 1878.")
    [Day(start=7, end=18, day=3, month=6, year=1878)]
    """
    return [Day(m.start(), m.end(), int(m[1]), MONTHS.index(m[2]) + 1, int(m[3])) for m in _DAY.finditer(text)]


def years(text: str) -> list[tuple[int, int, int]]:
    """Years of dates: start, end, year.

    >>> years("The opening of 1878 and the fall of 3 June 1879; of 200 men.")
    [(15, 19, 1878), (43, 47, 1879)]
    """
    return [(m.start(1), m.end(1), int(m[1])) for m in _YEAR.finditer(text)]


def clocks(text: str) -> list[Clock]:
    """Clock times in the twelve-hour form.

    >>> clocks("at 1:05 p.m. sharp")
    [Clock(start=3, end=12, minute_of_day=785)]
    """
    return [
        Clock(m.start(), m.end(), int(m[1]) % 12 * 60 + int(m[2]) + 720 * (m[3] == "p.m."))
        for m in _CLOCK.finditer(text)
    ]


def durations(text: str) -> list[Number]:
    """The numbers of durations and ages: the span is that of number and unit together."""
    return [
        Number(m.start(), m.end(), _value(m[1]), m[1].lower() in WORDS, vague=_vague(text, m.start()))
        for m in _DURATION.finditer(text)
        if not _limit(text, m.start())
    ]


def numbers(text: str) -> list[Number]:
    """Whole numbers that are no part of a date, a clock time, a duration or a house number.

    >>> [n.value for n in numbers("On 3 May 1878 at 2:05 p.m. the 1,200 men of number 40 took two forts in 3 days.")]
    [1200, 2]
    """
    taken = [(s, e) for s, e, _ in years(text)]
    taken += [(d.start, d.end) for d in days(text)] + [(c.start, c.end) for c in clocks(text)]
    taken += [m.span() for m in _DURATION.finditer(text)]
    found = [*_NUMBER.finditer(text), *_WORD_NUMBER.finditer(text)]
    return [
        Number(m.start(1), m.end(1), _value(m[1]), m[1].lower() in WORDS, vague=_vague(text, m.start()))
        for m in sorted(found, key=lambda m: m.start())
        if not any(s < m.end(1) and m.start(1) < e for s, e in taken) and _counts(text, m)
    ]


def _counts(text: str, match: re.Match[str]) -> bool:
    """Bare four-digit numbers are years, those after "number" or a capital word names; a lone 1 says little."""
    word = match[1]
    bare_year = len(word) == 4 and word.isdigit()
    named = _NAMED.search(text[max(0, match.start() - 20) : match.start()])
    return not _limit(text, match.start()) and not bare_year and word != "1" and not named


def _value(word: str) -> int:
    return WORDS.get(word.lower()) or int(word.replace(",", ""))


def _limit(text: str, start: int) -> bool:
    return bool(_LIMIT.search(text[max(0, start - 12) : start]))


def _vague(text: str, start: int) -> bool:
    return bool(_VAGUE.search(text[max(0, start - 12) : start]))
