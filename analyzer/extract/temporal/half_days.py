"""The half of the day of hours told without a.m. or p.m., from the story around them; else both halves stay open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.values.dates import at_clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Claim

_LEFT, _RIGHT = 300, 60  # code points before and after an hour in which a word of the day is told of it
_NEAR = 600  # code points to the next hour of the same story
_CLOSE = 4 * 60  # minutes: the hours of one scene; the other half of the day is then eight hours away
_HALF_DAY = 12 * 60
_WORDS: tuple[tuple[tuple[int, int], str], ...] = (
    ((12, 18), "afternoon|after lunch"),
    ((16, 24), "evening|dusk|sunset|nightfall|twilight|supper|failing light"),
    ((12, 24), "after dinner|after luncheon"),
    ((0, 12), "morning|forenoon|small hours"),
    ((3, 10), "dawn|daybreak|sunrise|first light|breakfast"),
)
_WORD = re.compile(
    r"\b(?:" + "|".join(f"(?P<w{n}>{words})" for n, (_, words) in enumerate(_WORDS)) + r")\b", re.IGNORECASE
)
_NIGHT = re.compile(r"\b(?:night|tonight)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_OF_DAY = re.compile(r"(?:0\d|1[3-9]|2[0-4])[:.h]\d\d")


def settled(text: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, the hours without a half of the day put in the one that all around them agree on.

    A text that writes "07:15" or "19:15" counts by twenty-four hours. Elsewhere the words of the day before and after
    an hour speak, and the nearest settled hours of its paragraph; where they differ or are silent both halves stay.
    """
    by_24 = any(claim.kind in {"time", "date"} and _writes_24(text, claim) for claim in claims)
    found = list(claims)
    clocked = [place for place, claim in enumerate(found) if _hour(claim) is not None]
    for order in (clocked, clocked[::-1]):
        for place in order:
            claim = found[place]
            minutes, open_half = _hour(claim) or (0, False)
            if not open_half:
                continue
            if by_24 and _in_digits(text, claim):
                found[place] = _at(claim, minutes)
                continue
            votes = _votes(text, claim, [found[other] for other in clocked], minutes)
            if len(votes) == 1:
                found[place] = _at(claim, votes.pop())
    return tuple(found)


def _votes(text: str, claim: Claim, hours: Sequence[Claim], minutes: int) -> set[int]:
    """The readings of an hour, in minutes, that something speaks for."""
    halves = (minutes % _HALF_DAY, minutes % _HALF_DAY + _HALF_DAY)
    votes: set[int] = set()
    start, end = _scene(text, claim)
    for word in _WORD.finditer(text, max(start, claim.start - _LEFT), min(end, claim.end + _RIGHT)):
        low, high = _WORDS[int(str(word.lastgroup)[1:])][0]
        votes.update(_only([half for half in halves if low * 60 <= half < high * 60]))
    if not votes and _NIGHT.search(text, max(start, claim.start - _LEFT), min(end, claim.end + _RIGHT)):
        votes.update(_only([half for half in halves if not 5 * 60 <= half < 18 * 60]))
    sides = [c for c in hours if start <= c.start < claim.start], [c for c in hours if claim.start < c.start < end]
    for side in (sides[0][::-1], sides[1]):
        near = next((h for c in side if (h := _hour(c)) and not h[1] and abs(c.start - claim.start) <= _NEAR), None)
        if near:
            votes.update(_only([half for half in halves if _apart(half, near[0]) <= _CLOSE]))
    return votes


def _scene(text: str, claim: Claim) -> tuple[int, int]:
    """The paragraph around a claim."""
    breaks = [m.end() for m in _PARAGRAPH.finditer(text, max(0, claim.start - 2 * _NEAR), claim.start)]
    after = _PARAGRAPH.search(text, claim.end)
    return (breaks[-1] if breaks else max(0, claim.start - 2 * _NEAR)), after.start() if after else len(text)


def _only(halves: list[int]) -> list[int]:
    return halves if len(halves) == 1 else []


def _apart(one: int, other: int) -> int:
    gap = abs(one - other) % (2 * _HALF_DAY)
    return min(gap, 2 * _HALF_DAY - gap)


def _in_digits(text: str, claim: Claim) -> bool:
    return re.search(r"\d[:.]\d\d", text[claim.start : claim.end]) is not None


def _writes_24(text: str, claim: Claim) -> bool:
    return _hour(claim) is not None and _OF_DAY.search(text, claim.start, claim.end) is not None


def _hour(claim: Claim) -> tuple[int, bool] | None:
    """Minutes from midnight, and whether both halves of the day are open."""
    if claim.time is not None:
        return claim.time.hour * 60 + claim.time.minute, claim.time.ambiguous
    if claim.date is None or not claim.date.clock:
        return None
    return int(claim.date.clock[:2]) * 60 + int(claim.date.clock[3:5]), claim.date.either_half


def _at(claim: Claim, minutes: int) -> Claim:
    clock = f"{minutes // 60:02d}"
    if claim.time is not None:
        value = clock + claim.time.value[2:]
        return replace(claim, value=value, time=replace(claim.time, value=value, hour=minutes // 60, ambiguous=False))
    if claim.date is None:
        return claim
    date = at_clock(claim.date, clock + claim.date.clock[2:])
    return replace(claim, value=date.edtf, date=date)
