"""Inline Markdown -> what a reader sees, character by character, so that every offset stays exact.

Parsers of Markdown give lines, not columns; this scanner covers what running text uses: emphasis, code, links, images,
footnote marks, HTML tags, entities and escapes.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.load.builder import TextBuilder

_TOKEN = re.compile(
    r"\\(?P<escape>[!-/:-@\[-`{-~])"
    r"|(?P<code>`{1,3}(?!`)[^`]{1,300}`{1,3})"
    r"|(?P<url><(?:https?|mailto):[^<>\s]{1,500}>)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,300}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});)"
    r"|(?P<note>\[\^[^\]\s]{1,60}\])"
    r"|(?P<image>!\[)"
    r"|(?P<open>\[)|(?P<close>\])"
    r"|(?P<mark>\*+|_+|~~)"
)
_TARGET = re.compile(r"\((?:[^()\n]|\([^()\n]{0,300}\)){0,600}\)")
_LONGEST_LABEL = 1000
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")


@dataclass(slots=True)
class Piece:
    """One token `[start, end)` of the joined text; `drop` marks what a reader does not see."""

    kind: str
    start: int
    end: int
    drop: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """Footnotes and link labels defined anywhere in the document."""

    notes: Mapping[str, str]
    links: frozenset[str]


def write(builder: TextBuilder, text: str, where: Sequence[int], definitions: Definitions) -> None:
    """Write the inline content `text`, whose characters stand at the builder's positions `where`, into the builder."""
    pieces = _resolve(text, definitions)
    at = 0
    for piece in pieces:
        if piece.start < at:
            continue
        _copy(builder, where, at, piece.start)
        _emit(builder, text, where, piece, definitions)
        at = piece.end
    _copy(builder, where, at, len(text))


def _emit(builder: TextBuilder, text: str, where: Sequence[int], piece: Piece, definitions: Definitions) -> None:
    written, a, b = text[piece.start : piece.end], where[piece.start], where[piece.end - 1] + 1
    if piece.drop:
        return
    match piece.kind:
        case "escape":
            builder.put(written[1], a, b)
        case "code":
            ticks = len(written) - len(written.lstrip("`"))
            _copy(builder, where, piece.start + ticks, piece.end - len(written) + len(written.rstrip("`")))
        case "url":
            _copy(builder, where, piece.start + 1, piece.end - 1)
        case "tag":
            if re.match(r"<br\b", written, re.IGNORECASE):
                builder.put(" ", a, b)
        case "entity":
            builder.put(html.unescape(written), a, b)
        case "note":
            label = written[2:-1]
            builder.cite(definitions.notes.get(label, label), a, b)
        case "skip":
            builder.skip()
        case _:
            _copy(builder, where, piece.start, piece.end)


def _copy(builder: TextBuilder, where: Sequence[int], start: int, end: int) -> None:
    """Copy characters one to one, stretches that stand together at once."""
    at = start
    while at < end:
        stop = at + 1
        while stop < end and where[stop] == where[stop - 1] + 1:
            stop += 1
        builder.run(where[at], where[stop - 1] + 1)
        at = stop


def _resolve(text: str, definitions: Definitions) -> list[Piece]:
    """All tokens, with links, images and emphasis resolved: brackets and marks that are markup are dropped."""
    pieces = [Piece(m.lastgroup or "", m.start(), m.end()) for m in _TOKEN.finditer(text)]
    extra: list[Piece] = []
    open_at: list[Piece] = []
    for piece in pieces:
        if piece.kind in {"open", "image"}:
            open_at.append(piece)
        elif piece.kind == "close" and open_at:
            extra += _link(text, open_at.pop(), piece, definitions)
    _emphasis(text, [p for p in pieces if p.kind == "mark"])
    return sorted(pieces + extra, key=lambda p: (p.start, -p.end))


def _link(text: str, opening: Piece, closing: Piece, definitions: Definitions) -> list[Piece]:
    """Drop the brackets of a link and skip its target; an image goes altogether."""
    target = _TARGET.match(text, closing.end) or _LABEL.match(text, closing.end)
    label = text[opening.end : min(closing.start, opening.end + _LONGEST_LABEL)]
    if target and text[closing.end] == "[":
        label = target.group(1) or label
    known = bool(target) if target and text[closing.end] == "(" else label.strip().lower() in definitions.links
    if not known:
        return []
    end = target.end() if target else closing.end
    if opening.kind == "image":
        return [Piece("skip", opening.start, end)]
    opening.drop = closing.drop = True
    return [Piece("skip", closing.start, end)]


def _emphasis(text: str, marks: list[Piece]) -> None:
    """Pair the runs of `*`, `_` and `~~`; paired runs are dropped, lone ones stay."""
    waiting: list[Piece] = []
    for mark in marks:
        run = text[mark.start : mark.end]
        before = text[mark.start - 1] if mark.start else " "
        after = text[mark.end] if mark.end < len(text) else " "
        inside_word = run[0] == "_" and before.isalnum() and after.isalnum()
        recent = range(len(waiting) - 1, max(-1, len(waiting) - 20), -1)
        partner = next((i for i in recent if text[waiting[i].start : waiting[i].end] == run), None)
        if partner is not None and not before.isspace() and not inside_word:
            waiting[partner].drop = mark.drop = True
            del waiting[partner:]
        elif not after.isspace() and not inside_word:
            waiting.append(mark)


def image_alone(text: str) -> tuple[int, int] | None:
    """The range of the alternative text, when `text` is an image and nothing else (it may be inside a link)."""
    found = re.fullmatch(
        r"\s*\[?!\[([^\[\]]{0,1000})\]\([^()\s]{0,500}(?:\s+[^()]{0,300})?\)(?:\]\([^()]{0,500}\))?\s*", text
    )
    return (found.start(1), found.end(1)) if found else None
