"""What the words around a clock time say of it: about, shortly after, in the evening."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.guards import left_of

if TYPE_CHECKING:
    from analyzer.values.times import ClockTime

_WIDTH = 48  # code points on either side that belong to the time
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|nearly|almost|roughly|circa|towards?|some|close (?:to|on|upon)|near|ca?\.|"
    r"(?:sometime|some time) (?:before|after)|between [\w'’:. ]{1,20} and)\s+(?:the hour of\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:(?P<near>a (?:little|few minutes?)|shortly|soon|just|not long|immediately)\s+)?(?:after|past)\s+$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?P<near>a (?:little|few minutes?)|shortly|just|not long|immediately)\s+)?before\s+$", re.IGNORECASE
)
_NOT_BEFORE = re.compile(r"(?:\bnot|n['’]t|\bnever|\bhardly)\b[^.;:,]{0,30}\b(?:before|until|till)\s+$", re.IGNORECASE)
_PART = r"(?P<part>morning|forenoon|afternoon|evening|night)\b"
_PARTS = frozenset({"morning", "forenoon", "afternoon", "evening", "night"})
_PART_AFTER = re.compile(rf"[^.;:!?]{{0,30}}?\b{_PART}")
_PART_BEFORE = re.compile(rf"\b{_PART}[^.;:!?]{{0,30}}$")
_OTHER_TIME = re.compile(r"\d|o['’]clock")


def in_context(text: str, start: int, end: int, time: ClockTime) -> ClockTime:
    """The time with its hedge, and with its half of the day where the words beside it name the part of the day."""
    left = left_of(text, start, _WIDTH)
    time = _hedged(left, time)
    if not time.ambiguous:
        return time
    after = _PART_AFTER.match(text, end, end + _WIDTH)
    before = _PART_BEFORE.search(left)
    for found in (after, before):
        if found and not _OTHER_TIME.search(found.group()):
            return in_part(time, found["part"].lower())
    return time


def _hedged(left: str, time: ClockTime) -> ClockTime:
    if _ABOUT.search(left):
        return replace(time, approximate=True)
    if _NOT_BEFORE.search(left):
        return replace(time, modifier="after")
    for pattern, word in ((_AFTER, "after"), (_BEFORE, "before")):
        found = pattern.search(left)
        if found:
            near = found["near"] is not None
            return replace(time, approximate=near, modifier=f"shortly {word}" if near else word)
    return time


def in_part(time: ClockTime, part: str) -> ClockTime:
    """The hour on the 24-hour clock: nights run from six to five; unchanged where `part` names no part of the day."""
    if part not in _PARTS:
        return time
    hour = time.hour % 12
    late = part in {"afternoon", "evening"} or (part == "night" and hour >= 6)
    hour += 12 if late else 0
    return replace(time, hour=hour, value=f"{hour:02d}{time.value[2:]}", ambiguous=False)
