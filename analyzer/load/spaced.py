"""Text split into tokens: the spaces put around punctuation, clitics, hyphens and separators inside numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMA = re.compile(r"(\s?),")
ENOUGH = 5  # commas with a space before them; fewer are slips of typing
SHARE = 0.5  # of all commas, from which the spaces are the rule
BEFORE = re.compile(r"(?<=\S)[ \t]+(?=[,;:!?)\]%]|\.(?!\S)|['’](?:s|re|ve|ll|d|m)\b|n['’]t\b)", re.IGNORECASE)
AFTER = re.compile(r"(?<=[(\[])[ \t]+(?=\S)|(?<=[$£€])[ \t]+(?=\d)")
MARKED = re.compile(r"(?<=\w)( @)[-,.](@ )(?=\w)")
HYPHEN = re.compile(r"(?<=\w)( )-( )(?=\w)")
FIGURE_HYPHEN = re.compile(r"(?<=\d)( )-( )(?=\w)|(?<=\w)( )-( )(?=\d)")
DASH = re.compile(r"[–—]|\s--\s")
DECIMAL = re.compile(r"(?<![\d.,])\d{1,3}( ?)\.( )(?=\d)")
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?: ,( )\d{3})+(?![\d])")
DAY = re.compile(r"\b[A-Z][a-z]{2,8}\.? $")  # a month before what would be a day of it


def gaps(raw: str) -> list[tuple[int, int]]:
    """Ranges that tokenising put in, in order; none in text that is written as usual.

    >>> text = "In May , four ships , three boats , a yacht , and a 7 - ton tug , all of 1 , 250 tons , sank ."
    >>> kept, at = "", 0
    >>> for start, end in gaps(text):
    ...     kept, at = kept + text[at:start], end
    >>> kept + text[at:]
    'In May, four ships, three boats, a yacht, and a 7-ton tug, all of 1,250 tons, sank.'
    """
    commas = [match.group(1) != "" for match in COMMA.finditer(raw)]
    if sum(commas) < ENOUGH or sum(commas) < SHARE * len(commas):
        return []
    return _merged(sorted({*_around(raw), *_in_words(raw), *_in_numbers(raw)}))


def _around(raw: str) -> Iterator[tuple[int, int]]:
    for pattern in (BEFORE, AFTER):
        for match in pattern.finditer(raw):
            yield match.span()


def _in_words(raw: str) -> Iterator[tuple[int, int]]:
    """Around hyphens; where the text writes no other dash, a spaced one may be a dash and stays between words."""
    for pattern in (MARKED, HYPHEN if DASH.search(raw) else FIGURE_HYPHEN):
        for match in pattern.finditer(raw):
            yield from _groups(match)


def _in_numbers(raw: str) -> Iterator[tuple[int, int]]:
    """Around the point of a decimal and between groups of three digits, not between a day and a year."""
    for match in DECIMAL.finditer(raw):
        yield from _groups(match)
    for match in THOUSANDS.finditer(raw):
        if not DAY.search(raw, max(0, match.start() - 12), match.start()):
            for comma in re.finditer(r",( )", raw[match.start() : match.end()]):
                yield match.start() + comma.start(1), match.start() + comma.end(1)


def _groups(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    for number in range(1, len(match.groups()) + 1):
        start, end = match.span(number)
        if start < end:
            yield start, end


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
