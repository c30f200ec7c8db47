"""Tells which dates move the narrative on and which only look aside: comparisons, titles, life dates, citations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.temporal.anchor import BEFORE_PERFECT
from analyzer.extract.temporal.expressions import Found, Point, Written
from analyzer.extract.temporal.guards import left_of

if TYPE_CHECKING:
    from analyzer.extract.temporal.anchor import Anchor

_ASIDE = re.compile(
    r"\b(?:as\s+in|like\s+(?:in|that\s+of|those\s+of)|unlike\s+in|than\s+in|compared\s+(?:to|with)|since|reminiscent\s+of|"
    r"of\s+the|born(?:\s+in)?|the)\s+$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:^|[,.;(—–]\s+)(?:(?:first|originally|completed|itself)\s+)?(?:\w{3,}ed|built|born|made|laid|sold|bought|cast|sunk|"
    r"begun|written|known|taken|given|set)\s+(?:[^\s,.;]+\s+){0,6}in\s+$",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"\b(?:followed|following|since|after|before|than|compared|as\s+against|surpassing|opposed\s+to|previous|prior|"
    r"from|had|been|back\s+to)\b[^.;]*$|\bthe\s+$",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(?:had|which|who|whom|whose)\b[^.;:!?,]*$|"
    r"\b(?:an?|the|his|her|its|their|this)\s+(?:(?!was\b|were\b|is\b|be\b)[\w'’-]+\s+){1,3}?\w+(?:ed|wn)\s+"
    r"(?:on|in|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PLUPERFECT = re.compile(r"\bhad\b[^.;:!?]*$")
_VERB_FOLLOWS = re.compile(
    r"\s+(?:\w+(?:ed|wn)|is|was|were|had|has|gave|made|set|put|led|took|came|went|brought|won|held|became|began|said|let)\b"
)
_AUXILIARY_AHEAD = re.compile(r"(?:had|been)\b[^,]*,", re.IGNORECASE)  # its clause ends before the date
_LOOKS_AHEAD = re.compile(r"\b(?:until|till)\b[^.;]*$", re.IGNORECASE)
_PERFECT = re.compile(
    r"\b(?:had|having|has|have)\s+(?:(?:not|already|once|first|also|\w+ly)\s+)*(?:been\s+)?(?:\w+(?:ed|en|wn)|left|begun|"
    r"met|sent|built|lost|won|made|held|set|put|sold|kept|brought|bought|fought|caught|found|felt|led|paid|run|come|"
    r"become|gone|done|struck|begot|read|sunk|sung|shot|cut|hit|said|told|heard|spent|burnt|learnt|taught|thought)\b"
    r"(?![^.;:!?]*\b(?:by|until|till|before)\b)[^.;:!?]{0,40}$"
)
_WRITTEN_YEAR = re.compile(r"\d{2}")


def moves_anchor(text: str, found: Found) -> bool:
    """Whether the narrative stands at this date once it is told: bare years in brackets or comparisons are asides."""
    if not isinstance(found.expression, Written):
        return False
    point = found.expression.points[0]
    if point.unit in {"decade", "century"}:
        return False
    if point.unit != "year":
        return True
    if len(found.expression.points) > 1:
        return False
    left = left_of(text, found.start, 60)
    made = text[found.end : found.end + 1] in {",", ")"} and _MADE.search(left)
    return not (made or _ASIDE.search(left_of(text, found.start)) or _in_brackets(text, found))


def looks_aside(text: str, found: Found, written: Written, anchor: Anchor) -> bool:
    """Whether the narrative returns at once from this date to where it stood: a look back or ahead in passing."""
    here, there = anchor.year, written.points[-1].year
    if here is None or there is None or here == there:
        return False
    if _leaves_heading(here, written.points[-1], anchor.heading):
        return True
    if there < here and _in_background(text, found, written.points[-1].unit):
        return True
    if written.points[-1].unit != "year":
        left = left_of(text, found.start, 60)
        if there > here:
            return bool(_LOOKS_AHEAD.search(left))
        hit = _LOOKS_BACK.search(left)
        return hit is not None and not (written.points[-1].unit == "day" and _AUXILIARY_AHEAD.match(hit[0]))
    ahead = (anchor.ahead or anchor.beyond or Point()).year
    return (
        ahead is not None and bool(_WRITTEN_YEAR.search(text[found.start : found.end])) and _returns(here, there, ahead)
    )


def tells_back(text: str, found: Found, anchor: Anchor) -> bool:
    """Whether a date without a year is told in the perfect and lies before the date the narrative stands at.

    One that would lie many months ahead of it in the same year is a day of the year before.
    """
    expression, here = found.expression, anchor.point
    if not isinstance(expression, Written) or here is None or here.month is None:
        return False
    first = expression.points[0]
    if first.year is not None or first.month is None:
        return False
    earlier = (first.month, first.day or 0) < (here.month, here.day or 0)
    far_ahead = first.month - here.month >= BEFORE_PERFECT
    return (earlier or far_ahead) and bool(_PERFECT.search(left_of(text, found.start, 80)))


def _in_background(text: str, found: Found, unit: str) -> bool:
    """Whether an earlier date stands in a relative clause, the pluperfect or with a participle ("a note signed in")."""
    left = left_of(text, found.start, 30 if unit == "year" else 160)
    hit = _BACKGROUND.search(left)
    if hit is None:
        return unit in {"month", "season"} and _PLUPERFECT.search(left) is not None
    return hit[0].lower().startswith(("had", "wh")) or _VERB_FOLLOWS.match(text, found.end) is not None


def _leaves_heading(here: int, there: Point, heading: tuple[int, int] | None) -> bool:
    """Whether a date falls outside the years its section is headed with: a bare year, or a month after them."""
    if heading is None or there.year is None or not heading[0] <= here <= heading[1]:
        return False
    return (there.unit != "day" and there.year > heading[1]) or (there.unit == "year" and there.year < heading[0])


def _returns(here: int, there: int, ahead: int) -> bool:
    """Whether the date after `there` lies nearer to `here`; a tie speaks for a return when `there` leaps ahead."""
    if abs(ahead - here) != abs(ahead - there):
        return abs(ahead - here) < abs(ahead - there)
    return there > ahead


def _in_brackets(text: str, found: Found) -> bool:
    left = left_of(text, found.start, 60)
    return left.rfind("(") > left.rfind(")")
