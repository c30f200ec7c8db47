"""Reads the life dates in brackets after a person's name as a birth and a death."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analyzer.values.edtf import interval_ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Claim, Extraction

DASH = re.compile(r"\s*[–—-]\s*")
OTHER_SPAN = re.compile(r"\b(?:floruit|fl|flourished|active|reign\w*|ruled|r|in office|term)\b\W*$", re.IGNORECASE)
LONGEST_BRACKET = 600  # code points between a name and the end of its life dates: other spellings may come first
SAID_BEFORE = 16  # code points before dates in which a word says that they are of something else than a life
SHORTEST_LIFE = 5  # years; a shorter stretch in brackets after a name is a term of office
LONGEST_LIFE = 115


@dataclass(frozen=True, slots=True)
class LifeDate:
    """One end of a life: the person as named, the date as a claim of its own, and which end it is."""

    person: str
    claim: Claim
    family: Literal["born", "die"]


def lives(extraction: Extraction) -> dict[int, tuple[LifeDate, ...]]:
    """Life dates by the start of the claim they were read from: one of a single date, two of a range.

    A life is a range, or two dates parted by a dash alone, at the end of a bracket opened right after a name.
    """
    text = extraction.document.source.text
    dates = [c for c in extraction.claims if c.date]
    found: dict[int, tuple[LifeDate, ...]] = {}
    for person in (c for c in extraction.claims if c.rule == "person-name"):
        close = _bracket(text, person.end)
        last = next((n for n, c in enumerate(dates) if c.end == close), -1)
        if last >= 0 and dates[last].start > person.end:
            found.update(_life(text[person.start : person.end], dates[max(0, last - 1) : last + 1], text))
    return found


def _bracket(text: str, end: int) -> int:
    """The offset of the bracket that closes the one opened right after `end`; -1 without one."""
    if text[end : end + 2] != " (":
        return -1
    depth = 0
    for offset in range(end + 1, min(len(text), end + LONGEST_BRACKET)):
        depth += (text[offset] == "(") - (text[offset] == ")")
        if depth == 0:
            return offset
    return -1


def _life(person: str, dates: Sequence[Claim], text: str) -> Iterator[tuple[int, tuple[LifeDate, ...]]]:
    last = dates[-1]
    if OTHER_SPAN.search(text, max(0, dates[0].start - SAID_BEFORE), dates[0].start):
        return
    if "/" in last.value:
        birth, death = _cut(last, text)
        if birth is not death and _plausible(birth, death):
            yield last.start, (LifeDate(person, birth, "born"), LifeDate(person, death, "die"))
    elif len(dates) == 2 and DASH.fullmatch(text, dates[0].end, last.start) and _plausible(dates[0], last):
        yield dates[0].start, (LifeDate(person, dates[0], "born"),)
        yield last.start, (LifeDate(person, last, "die"),)


def _cut(claim: Claim, text: str) -> tuple[Claim, Claim]:
    """A range cut at its dash into two claims; without a dash, or with an open end, twice the whole range."""
    ends = interval_ends(claim.date) if claim.date else (None, None)
    dash = DASH.search(text, claim.start + 1, claim.end)
    if dash is None or ends[0] is None or ends[1] is None:
        return claim, claim
    return (
        replace(claim, end=dash.start(), value=ends[0].edtf, date=ends[0]),
        replace(claim, start=dash.end(), value=ends[1].edtf, date=ends[1]),
    )


def _plausible(birth: Claim, death: Claim) -> bool:
    """The two dates are as far apart as a life is long."""
    born = birth.date.first if birth.date else None
    died = death.date.last if death.date else None
    return born is not None and died is not None and SHORTEST_LIFE <= died.year - born.year <= LONGEST_LIFE
