"""Line breaks a saved edit page has lost, put back before headings, lists, quotations and files."""

from __future__ import annotations

import re
from array import array

_HEADING = re.compile(r"(?<![=\S])(={2,6}) ?(?=[^\s=])([^=\n]{1,200}?) ?\1(?![=\S])")
_BLOCK_TEMPLATE = re.compile(
    r"\{\{\s*(?:block ?quote|quote|quotation|main|see also|further|infobox|cquote|reflist|short description"
    r"|about|toc)\b",
    re.IGNORECASE,
)
_FILE = re.compile(r"\[\[\s*(?:file|image|datei|fichier|archivo|файл)\s*:", re.IGNORECASE)
_ITEM = re.compile(r"(?<=[.:;,!?\w]) ([*#]{1,3}) (?=[^\s*#])")
_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“(]?[A-Z])")
_INTRODUCES_LIST = re.compile(r":\s*$")


def restore_lines(text: str) -> tuple[str, array[int]]:
    """Text with line breaks put in, and for each of its characters (and its end) the position in `text`.

    Only where wikitext demands a line of its own: `== Heading ==` inside a line, a file or block template after a
    heading or a sentence's end, `*` items after a colon.
    """
    breaks = sorted(_breaks(text))
    where = array("L")
    pieces: list[str] = []
    at = 0
    for position, count in breaks:
        pieces += [text[at:position], "\n" * count]
        where.extend(range(at, position))
        where.extend([position] * count)
        at = position
    pieces.append(text[at:])
    where.extend(range(at, len(text) + 1))
    return "".join(pieces), where


def _breaks(text: str) -> set[tuple[int, int]]:
    """Positions where line breaks belong, with how many."""
    found: dict[int, int] = {}
    for match in _HEADING.finditer(text):
        found[match.start()] = 2
        found[match.end()] = 2
    for pattern in (_BLOCK_TEMPLATE, _FILE):
        for match in pattern.finditer(text):
            opening, closing = ("{{", "}}") if text[match.start()] == "{" else ("[[", "]]")
            end = _closing(text, match.start(), opening, closing)
            if _stands_alone(text, match.start()):
                found.setdefault(match.start(), 2)
                found.setdefault(end, 2)
    for run in _items(text):
        for start in run:
            found.setdefault(start, 1)
        if last := _SENTENCE.search(text, run[-1], run[-1] + 1000):
            found.setdefault(last.end(), 2)
    return set(found.items())


def _stands_alone(text: str, start: int) -> bool:
    """Whether a file or quotation at `start` follows the end of something rather than standing in a sentence."""
    before = text[max(0, start - 3) : start].rstrip()
    return not before or not before[-1].isalnum()


def _items(text: str) -> list[list[int]]:
    """Runs of `*` items: the first follows a colon, each further one is not far from the one before.

    Where the last item ends is lost; its first sentence is taken for it.
    """
    runs: list[list[int]] = []
    for match in _ITEM.finditer(text):
        if _INTRODUCES_LIST.search(text[max(0, match.start() - 3) : match.start()]):
            runs.append([match.start(1)])
        elif runs and match.start() - runs[-1][-1] < 1000:
            runs[-1].append(match.start(1))
    return runs


def _closing(text: str, start: int, opening: str, closing: str) -> int:
    """End of the bracketed range that opens at `start`; its own opening's end when it never closes."""
    depth, at = 0, start
    limit = min(len(text), start + 20_000)  # a longer template is an unclosed one
    pattern = re.compile(re.escape(opening) + "|" + re.escape(closing))
    for match in pattern.finditer(text, at, limit):
        depth += 1 if match.group() == opening else -1
        if depth == 0:
            return match.end()
    return start + len(opening)
