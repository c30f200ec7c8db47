"""Short names for sources: a letter, a title, a colour number, and the witness a source belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.model import Analysis, Source

UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
SHORT = 60  # a title of usual length stays whole; on a phone it wraps
COLOURS = 8  # as many hues as stay apart for colour-blind readers; marker shapes go on from there


@dataclass(frozen=True, slots=True)
class Label:
    """How one source is called in the report; `letter` is unique, `anchor` is the id of its full text."""

    id: str
    letter: str
    title: str
    short: str
    path: str
    anchor: str
    index: int
    witness: int

    @property
    def colour(self) -> int:
        """Number of the colour, from 0."""
        return self.index % COLOURS


def label_sources(analysis: Analysis) -> dict[str, Label]:
    """A label for every source, in order of id."""
    witness_of = {name: i for i, w in enumerate(analysis.reliability.witnesses) for name in w.sources}
    sources = [document.source for document in analysis.documents]
    return {source.id: _label(i, source, witness_of.get(source.id, i)) for i, source in enumerate(sources)}


def anchor(*parts: str) -> str:
    """A stable fragment identifier made of parts.

    >>> anchor("f", "a b/c")
    'f-a_b_c'
    """
    return "-".join(UNSAFE.sub("_", part) for part in parts)


def letter(index: int) -> str:
    """A, B, ..., Z, A1, B1, ...

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'A1')
    """
    turn, place = divmod(index, 26)
    return chr(ord("A") + place) + (str(turn) if turn else "")


def shorten(text: str, limit: int) -> str:
    """The text, cut at a word's end when longer than `limit`.

    >>> shorten("a long and winding title", 12)
    'a long and…'
    """
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _label(index: int, source: Source, witness: int) -> Label:
    title = source.title or source.path
    name = letter(index)
    return Label(source.id, name, title, shorten(title, SHORT), source.path, anchor("t", source.id), index, witness)
