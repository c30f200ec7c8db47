"""Cuts readings: the smallest stretch of raw text that carries a value and lets a reader recognise the fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.model import Reading
from analyzer.segment import locate

if TYPE_CHECKING:
    from analyzer.model import Claim, Document, Source

LONGEST = 400  # code points of raw text; the output contract
ENOUGH = 170  # code points of clean text that let a reader recognise a fact
RECOGNISABLE = 60  # code points of clean text below which a clause is widened
RECOGNISABLE_ALONE = 28  # the same below which another value in the quote does less harm than a quote cut short
WORD_OR_TWO = 12  # code points on either side of a word left out
JOINT = re.compile(
    r"[,;:)]\s+(?:and\s+|but\s+)?|\s+[–—]\s+|\s+(?:and|but|then)\s+"
)  # where one statement may end and the next begin
DANGLING = re.compile(r"(?:[\s,;]+(?:and|but|or|the|an?|of))+$")
EDGE = " \t\n,;:–—-"


def reading(document: Document, claim: Claim, clause: tuple[int, int], room: tuple[int, int] | None = None) -> Reading:
    """The reading of one claim: its clause, widened when too short to be recognised, cut when too long.

    Inside `room`, if that leaves enough to recognise the fact: a quote with two dates leaves open which is meant.
    """
    start, end = window(document, claim, clause)
    if room is not None:
        alone = _trim(document.source.text, *_alone(document.source.text, (start, end), room, claim), claim)
        start, end = alone if alone[1] - alone[0] >= RECOGNISABLE_ALONE else (start, end)
    span = document.source.span(start, end)
    return Reading(
        source=span.source,
        start=span.start,
        end=span.end,
        quote=span.quote,
        value=claim.value,
        text=document.source.text[start:end],
        calendar=claim.date.calendar if claim.date else "",
        locator=locate(document, claim.start),
        citations=citations(document, start, end),
    )


def stretch(document: Document, sentence: int, changed: tuple[int, int]) -> Reading:
    """The reading of a changed word or two: as much of its sentence as lets a reader recognise the fact.

    An empty range stands for a word left out; its value is the words on either side.
    """
    whole = document.sentences[sentence]
    text = document.source.text
    start, end = max(changed[0], whole.start), min(changed[1], whole.end)
    if start >= end:
        start, end = max(whole.start, start - WORD_OR_TWO), min(whole.end, end + WORD_OR_TWO)
    a, b = _shrink(document.source, whole.start, whole.end, start, end)
    span = document.source.span(a, b)
    value = " ".join(text[start:end].split())
    place = locate(document, start)
    return Reading(
        span.source, span.start, span.end, span.quote, value, text[a:b], "", place, citations(document, a, b)
    )


def window(document: Document, claim: Claim, clause: tuple[int, int]) -> tuple[int, int]:
    """Clean range of the reading: inside the sentence, around the claim, no longer than a reader needs."""
    sentence = document.sentences[claim.sentence]
    start = max(sentence.start, min(clause[0], claim.start))
    end = min(sentence.end, max(clause[1], claim.end))
    if end - start < RECOGNISABLE:
        start, end = sentence.start, sentence.end
    start, end = _shrink(document.source, start, end, claim.start, claim.end)
    return _trim(document.source.text, start, end, claim)


def _alone(text: str, window: tuple[int, int], room: tuple[int, int], claim: Claim) -> tuple[int, int]:
    """The window without other values as far as a joint parts them: the last before the next, the first after one."""
    start, end = window
    if room[0] > start:
        joint = JOINT.search(text, room[0], claim.start)
        start = joint.end() if joint else start
    if room[1] < end:
        joints = list(JOINT.finditer(text, claim.end, room[1]))
        end = joints[-1].start() if joints else end
    return start, end


def _too_long(source: Source, start: int, end: int) -> bool:
    a, b = source.offsets.raw(start, end)
    return b - a > LONGEST or end - start > ENOUGH


def _shrink(source: Source, start: int, end: int, inner_start: int, inner_end: int) -> tuple[int, int]:
    """Drop whole words from the farther end until the raw text is short enough."""
    while _too_long(source, start, end) and (start, end) != (inner_start, inner_end):
        if inner_start - start >= end - inner_end:
            cut = source.text.find(" ", start, inner_start)
            start = cut + 1 if cut >= 0 else inner_start
        else:
            cut = source.text.rfind(" ", inner_end, end)
            end = cut if cut >= 0 else inner_end
    return start, end


def _trim(text: str, start: int, end: int, claim: Claim) -> tuple[int, int]:
    while start < claim.start and text[start] in EDGE:
        start += 1
    while end > claim.end and text[end - 1] in EDGE:
        end -= 1
    dangling = DANGLING.search(text, claim.end, end)
    return start, dangling.start() if dangling else end


def citations(document: Document, start: int, end: int) -> tuple[str, ...]:
    """The references a source gives for the words of a clean range (or right after it)."""
    return tuple(c.text for c in document.source.citations if start < c.at <= end + 1)
