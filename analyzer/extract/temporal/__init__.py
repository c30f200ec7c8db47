"""Reads dates, clock times, durations and time references out of running text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.reading import Stretch, looks_like_heading, plain_stretches, read_stretches

if TYPE_CHECKING:
    from analyzer.model import Claim, Document


def read_temporal(
    document: Document, *, country: str = "", language: str = "", headings: bool = False
) -> tuple[Claim, ...]:
    """Claims of kind date, time, duration and reference, in order of position, none nested.

    Offsets are clean offsets. `country` (English name) settles calendars by its switch; `language` (ISO 639-1) is
    detected for each section when it is not given. Dates in headings give context; with `headings` they are claims
    too, of `sentence` -1, as no sentence holds them.
    """
    text = document.source.text
    claims = read_stretches(
        text, _stretches(document, told=headings), source=document.id, country=country, language=language
    )
    titled = tuple(claim for claim in claims if not _is_italic_title(document, claim))
    starts = [sentence.start for sentence in document.sentences]
    ends = [sentence.end for sentence in document.sentences]
    return tuple(replace(claim, sentence=_sentence_at(claim.start, starts, ends)) for claim in titled)


_ASIDE = frozenset({"caption", "note", "cell"})


def _stretches(document: Document, *, told: bool) -> list[Stretch]:
    text = document.source.text
    heads = [
        Stretch(block.start, block.end, heading=True, told=told)
        for block in document.source.blocks
        if block.kind == "heading"
    ]
    body = [
        Stretch(
            passage.start,
            passage.end,
            heading=passage.kind == "paragraph" and looks_like_heading(text[passage.start : passage.end]),
            aside=passage.kind in _ASIDE,
        )
        for passage in document.passages
    ]
    return sorted(heads + body, key=lambda stretch: (stretch.start, not stretch.heading))


def _sentence_at(position: int, starts: list[int], ends: list[int]) -> int:
    index = bisect_right(starts, position) - 1
    if index >= 0 and position < ends[index]:
        return index
    return -1


_ITALIC = re.compile(r"(?:''|<i>|<em>|_|\*)$"), re.compile(r"(?:''|</i>|</em>|_|\*)")


def _is_italic_title(document: Document, claim: Claim) -> bool:
    """Whether a bare year stands alone in italics: then it is the title of a work."""
    if claim.rule != "year":
        return False
    raw = document.source.raw
    start, end = document.source.offsets.raw(claim.start, claim.end)
    return bool(_ITALIC[0].search(raw[max(0, start - 4) : start]) and _ITALIC[1].match(raw, end))


def read_text(text: str, *, country: str = "", language: str = "") -> tuple[Claim, ...]:
    """The same for a plain string; `sentence` is -1. Dates in headings are claims too.

    >>> [claim.value for claim in read_text("He left on 3 May 1815, and two days later he was back.")]
    ['1815-05-03', '1815-05-05']
    """
    return read_stretches(text, plain_stretches(text), country=country, language=language)


__all__ = ["read_temporal", "read_text"]
