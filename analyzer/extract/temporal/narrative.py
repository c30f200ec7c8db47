"""Tells which dates move the narrative on and which only look aside: comparisons, titles, life dates, citations."""

from __future__ import annotations

import re

from analyzer.extract.temporal.expressions import Found, Written
from analyzer.extract.temporal.guards import left_of

_ASIDE = re.compile(
    r"\b(?:as\s+in|like\s+(?:in|that\s+of|those\s+of)|unlike\s+in|than\s+in|compared\s+(?:to|with)|since|reminiscent\s+of|"
    r"of\s+the|born(?:\s+in)?|the)\s+$",
    re.IGNORECASE,
)


def moves_anchor(text: str, found: Found) -> bool:
    """Whether the narrative stands at this date once it is told: bare years in brackets or comparisons do not move it."""
    if not isinstance(found.expression, Written):
        return False
    point = found.expression.points[0]
    if point.unit in {"decade", "century"}:
        return False
    if point.unit != "year":
        return True
    if len(found.expression.points) > 1:
        return False
    return not _ASIDE.search(left_of(text, found.start)) and not _in_brackets(text, found)


def _in_brackets(text: str, found: Found) -> bool:
    left = left_of(text, found.start, 60)
    return left.rfind("(") > left.rfind(")")
