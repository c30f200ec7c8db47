"""Words beside a date that shade it: early, by, about, the morning of, a weekday before it, "of that year" after it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.words import DAY_PART, WEEKDAY, WEEKDAYS

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Written
    from analyzer.values.dates import Modifier

_EARLY = "early|beginning of|start of|first half of|early in|outset of|early part of|first part of"
_MID = "mid|middle of|midway through|mid-"
_LATE = (
    "late|end of|close of|second half of|latter half of|late in|latter part of|last part of|latter days of|very end of"
)
_SHADES: tuple[tuple[Modifier, str], ...] = (("early", _EARLY), ("mid", _MID), ("late", _LATE))
_SHADE = re.compile(
    r"(?:\b[Tt]he\s+)?\b(?:(?P<early>" + _EARLY + ")|(?P<mid>" + _MID + ")|(?P<late>" + _LATE + r"))[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?$")
_PART = re.compile(rf"(?:\b[Tt]he\s+)?\b(?P<part>(?i:{DAY_PART}))\s+(?:of|on)\s+(?:the\s+)?$")
_PART_AFTER = re.compile(rf",?\s+(?:(?:in|on)\s+the\s+|at\s+|that\s+)?(?P<part>{DAY_PART})\b")
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|circa|ca?\.|sometime\s+(?:in|around))\s*(?:the\s+)?$", re.IGNORECASE
)
_DIRECTIONS: tuple[tuple[Modifier, str], ...] = (
    ("before", r"before|prior\s+to|ahead\s+of"),
    ("after", r"after|following"),
    ("by", r"by|no\s+later\s+than|not\s+later\s+than"),
    ("until", r"until|till|up\s+to|through"),
    ("since", r"since|from|as\s+of|starting(?:\s+(?:in|on))?|beginning(?:\s+(?:in|on))?"),
)
_DIRECTION = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _DIRECTIONS) + r")\s+(?:the\s+)?(?:year\s+)?$",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"\b(?P<way>pre|post)[-‐‑–—]$", re.IGNORECASE)
_NAMED_BY_YEAR = re.compile(r"\s+[^\W\d_]")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_WIDTH = 36
_Step = Callable[[str, int, "Written"], "tuple[int, Written]"]


def shade(text: str, start: int, end: int, date: Written, floor: int) -> tuple[int, int, Written]:
    """Widens a date's range over what shades it and puts that into its value; never left of `floor`."""
    steps: tuple[_Step, ...] = (_take_weekday, _take_part, _take_shade, _take_approximation)
    if not _names_event(text, start, end, date):
        steps = (*steps, _take_direction)
    for step in steps:
        start, date = step(text[max(floor, start - _WIDTH) : start], start, date)
    if date.points[0].day is not None and len(date.points) == 1 and not date.part:
        end, date = _part_after(text, end, date)
    return start, end, date


def _names_event(text: str, start: int, end: int, date: Written) -> bool:
    """Whether a year stands before what it names, as in "before the 1755 earthquake": what is before is the event."""
    article = _ARTICLE.search(text[max(0, start - _WIDTH) : start])
    return article is not None and date.points[0].unit == "year" and _NAMED_BY_YEAR.match(text, end) is not None


def _take_weekday(left: str, start: int, date: Written) -> tuple[int, Written]:
    m = _WEEKDAY.search(left) if date.points[0].day is not None else None
    if not m:
        return _article(left, start), date
    first = replace(date.points[0], weekday=WEEKDAYS[m["weekday"].lower()])
    return start - (len(left) - m.start()), replace(date, points=(first, *date.points[1:]))


def _article(left: str, start: int) -> int:
    m = _ARTICLE.search(left)
    return start - (len(left) - m.start()) if m else start


def _take_part(left: str, start: int, date: Written) -> tuple[int, Written]:
    m = _PART.search(left) if date.points[0].day is not None else None
    if not m:
        return start, date
    return start - (len(left) - m.start()), replace(date, part=m["part"].lower())


def _take_shade(left: str, start: int, date: Written) -> tuple[int, Written]:
    m = _SHADE.search(left)
    if not m:
        return start, date
    modifier = next(name for name, _ in _SHADES if m[name])
    return start - (len(left) - m.start()), replace(date, modifier=modifier)


def _take_approximation(left: str, start: int, date: Written) -> tuple[int, Written]:
    return start, replace(date, approximate=True) if _ABOUT.search(left) else date


def _take_direction(left: str, start: int, date: Written) -> tuple[int, Written]:
    if date.modifier or len(date.points) > 1:
        return start, date
    m = _DIRECTION.search(left)
    if m:
        return start, replace(date, modifier=next(name for name, _ in _DIRECTIONS if m[name]))
    prefix = _PREFIX.search(left)
    if prefix:
        date = replace(date, modifier="before" if prefix["way"].lower() == "pre" else "after")
    return start, date


def _part_after(text: str, end: int, date: Written) -> tuple[int, Written]:
    m = _PART_AFTER.match(text, end)
    return (m.end(), replace(date, part=m["part"])) if m else (end, date)
