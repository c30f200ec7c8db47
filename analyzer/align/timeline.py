"""When each sentence plays: written years, months and days, carried on to the sentences that follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from analyzer.values.calendars import MONTHS

if TYPE_CHECKING:
    from analyzer.align.vectors import Floats, Ints
    from analyzer.model import Document

_YEAR = r"1\d{3}|20\d\d"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_TIME = re.compile(
    rf"(?:\b{_DAY}\s+(?:of\s+)?)?\b({'|'.join(MONTHS)})\b(?:\s+(?:the\s+)?{_DAY}\b)?(?:,?\s+({_YEAR})\b)?|\b({_YEAR})\b"
)
_SLACK = 0.01  # years: days given a few days apart are one occasion; conflicting dates must still meet
NEAR = 0.1  # years
_MOST_TIMES = 3  # of one sentence; a list of more is a table, and would be near to everything
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Timeline:
    """For each sentence the intervals (in years) it plays in, and whether it says so itself with month or day."""

    intervals: tuple[tuple[Interval, ...], ...]
    precise: tuple[tuple[Interval, ...], ...]


def read_timeline(document: Document) -> Timeline:
    """Times written in each sentence; a sentence without one takes the last one before it, or the first after it."""
    written = _written(document)
    carried: list[tuple[Interval, ...]] = []
    last: tuple[Interval, ...] = next((w[:1] for w in written if w), ())
    for times in written:
        last = times[-1:] or last
        carried.append(times or last)
    precise = tuple(tuple(t for t in times if t[1] - t[0] < 0.2) for times in written)
    return Timeline(tuple(carried), precise)


def _written(document: Document) -> list[tuple[Interval, ...]]:
    """Intervals written in each sentence; a month without a year belongs to the last year named."""
    year: int | None = None
    rows = []
    for sentence in document.sentences:
        times: list[Interval] = []
        for match in _TIME.finditer(document.source.text, sentence.start, sentence.end):
            before, month, after, with_year, alone = match.groups()
            year = int(with_year or alone or year or 0) or None
            if year is not None:
                times.append(_interval(year, month, before or after))
        rows.append(tuple(times))
    return rows


def _interval(year: int, month: str | None, day: str | None) -> Interval:
    if month is None:
        return float(year), year + 1.0
    start = year + MONTHS.index(month) / 12
    if day is None:
        return start, start + 1 / 12
    at = start + int(day) / 365
    return at - _SLACK, at + _SLACK


def gaps(left: tuple[tuple[Interval, ...], ...], right: tuple[tuple[Interval, ...], ...]) -> Floats:
    """Years between the nearest times of every left and every right sentence; NaN where one has none."""
    import numpy as np

    nearest: Floats = np.full((len(left), len(right)), np.nan)
    slots = [[_slot(rows, k) for k in range(_MOST_TIMES)] for rows in (left, right)]
    for (rows, a), (columns, b) in product(*slots):
        if len(rows) and len(columns):
            gap = np.maximum(np.maximum(a[:, :1] - b[:, 1], b[:, 0] - a[:, 1:]), 0.0)
            cells = np.ix_(rows, columns)
            nearest[cells] = np.fmin(nearest[cells], gap)
    return nearest


def _slot(rows: tuple[tuple[Interval, ...], ...], number: int) -> tuple[Ints, Floats]:
    """The sentences that have a time of this number, and these times (start, end)."""
    import numpy as np

    having = [i for i, times in enumerate(rows) if len(times) > number]
    times = np.array([rows[i][number] for i in having], dtype=np.float64).reshape(-1, 2)
    return np.array(having, dtype=np.int64), times
