"""Rows of plain text: labels, days, hours and columns that stand one below the other, each a statement of its own."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}(?:\s+\d{{1,2}})?|Spring|Summer|Autumn|Fall|Winter)"
_SHAPES = tuple(
    re.compile(rf"\s*{pattern}")
    for pattern in (
        r"[A-Z][^\n:.;!?|]{0,60}:\s+\S",
        rf"(?:\d{{4}}(?:,?\s+{_DAY})?|{_DAY}(?:,?\s+\d{{4}})?)(?:\s*\([^)\n]{{1,20}}\))?\s*(?:[–—]|--|-\s|[.:|]\s)",
        r"(?:--?\s+)?\d{1,2}[.:]\d\d(?:\s*[ap]\.?\s?m\b\.?)?\s*(?:\s[A-Z(]|[|–—:]|--|\t)",
        r"--\s+\S",
        r"[^|\n]{1,60}\s\|\s",
    )
)
_YEAR_ALONE = re.compile(r"\s*\d{4}\s*$")


def same_shape(one: str, other: str) -> bool:
    """Whether two lines open alike, as rows do.

    >>> same_shape("Deaths: 40", "Houses lost: 12"), same_shape("07.20 | Oath", "11.00 | Revolt")
    (True, True)
    >>> same_shape("He wrote:", "and went.")
    False
    """
    return any(shape.match(one) and shape.match(other) for shape in _SHAPES)


def begins_row(before: str, line: str) -> bool:
    """Whether a line is a row of its own: like the row before it, or beside a line that is nothing but a year."""
    if _YEAR_ALONE.match(before) or _YEAR_ALONE.match(line):
        return any(shape.match(line) or shape.match(before) for shape in _SHAPES)
    return same_shape(before, line)


def rows(raw: str, groups: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which of the paragraphs `[start, end)` of `raw` are rows: they open like the one right above or below."""
    found: set[int] = set()
    for number, ((a, b), (c, d)) in enumerate(pairwise(groups)):
        if not re.search(r"\n\s*\n", raw[b:c]) and same_shape(raw[a:b], raw[c:d]):
            found |= {number, number + 1}
    return frozenset(found)
