"""Reads dates, clock times, durations and time references out of running text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.reading import Stretch, plain_stretches, read_stretches

if TYPE_CHECKING:
    from analyzer.model import Claim, Document


def read_temporal(document: Document, *, country: str = "", language: str = "") -> tuple[Claim, ...]:
    """Claims of kind date, time, duration and reference, in order of position, none nested.

    Offsets are clean offsets. `country` (English name) settles calendars by its switch; `language` (ISO 639-1) is
    detected for each section when it is not given. Dates in headings give context only.
    """
    heads = [
        Stretch(block.start, block.end, heading=True) for block in document.source.blocks if block.kind == "heading"
    ]
    body = [Stretch(passage.start, passage.end) for passage in document.passages]
    stretches = sorted(heads + body, key=lambda stretch: (stretch.start, not stretch.heading))
    claims = read_stretches(document.source.text, stretches, source=document.id, country=country, language=language)
    starts = [sentence.start for sentence in document.sentences]
    return tuple(replace(claim, sentence=max(0, bisect_right(starts, claim.start) - 1)) for claim in claims)


def read_text(text: str, *, country: str = "", language: str = "") -> tuple[Claim, ...]:
    """The same for a plain string; `sentence` is -1. Dates in headings are claims too.

    >>> [claim.value for claim in read_text("He left on 3 May 1815, and two days later he was back.")]
    ['1815-05-03', '1815-05-05']
    """
    return read_stretches(text, plain_stretches(text), country=country, language=language, headings=True)


__all__ = ["read_temporal", "read_text"]
