"""Claims of kind role: the offices and posts that someone takes, holds or loses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.events.lexicon import words
from analyzer.extract.spotting import claims_at
from analyzer.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Claim, Document, Frame, Mention

_OFFICE_EVENTS = {"appoint", "elect", "become", "serve", "resign", "remove"}
_OWNERS = {"his", "her", "its", "their", "my", "our"}
_CALLINGS = {
    "successor",
    "candidate",
    "leader",
    "founder",
    "owner",
    "fellow",
    "apprentice",
    "lawyer",
    "designer",
    "member",
}
_LONGEST = 120  # code points; a longer phrase is a misreading


def read_roles(document: Document, frames: Sequence[Frame]) -> tuple[Claim, ...]:
    """The offices in events of office ("appointed second mate", "was minister of war"), each value as written."""
    return claims_at(document, "role", _ranges(frames))


def _ranges(frames: Sequence[Frame]) -> Iterator[tuple[int, int, str]]:
    offices = words("roles", "nouns") - _CALLINGS
    named = (m for f in frames for m in (f.subject, *f.objects) if m is not None and m.head[:1].isupper())
    persons = {m.key for m in named if m.entity == "person" and m.head.lower() not in words("roles", "nouns")}
    for frame in frames:
        if frame.family not in _OFFICE_EVENTS:
            continue
        for mention in frame.objects:
            if mention.head in offices and _is_one_office(mention):
                yield _start(mention, persons), mention.end, f"role-{frame.family}"


def _start(mention: Mention, persons: set[str]) -> int:
    """Where the office begins: after a person's name read together with it, and after "his"."""
    words_of = mention.text.split(" ")
    while len(words_of) > 1 and (fold(words_of[0]) in persons or words_of[0].lower() in _OWNERS):
        words_of.pop(0)
    return mention.end - len(" ".join(words_of))


def _is_one_office(mention: Mention) -> bool:
    """Whether a phrase names one office in the singular ("member of the board", not "some members")."""
    singular = re.search(rf"\b{re.escape(mention.head)}\b", mention.text, re.IGNORECASE)
    return singular is not None and mention.end - mention.start <= _LONGEST
