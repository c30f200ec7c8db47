"""Claims of kind role: the offices and posts that someone takes, holds or loses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.extract.events.lexicon import words
from analyzer.extract.spotting import claims_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Claim, Document, Frame

_OFFICE_EVENTS = {"appoint", "elect", "become", "serve", "resign", "remove"}
_LONGEST = 120  # code points; a longer phrase is a misreading


def read_roles(document: Document, frames: Sequence[Frame]) -> tuple[Claim, ...]:
    """The offices in events of office ("appointed second mate", "was minister of war"), each value as written."""
    return claims_at(document, "role", _ranges(frames))


def _ranges(frames: Sequence[Frame]) -> Iterator[tuple[int, int, str]]:
    offices = words("roles", "nouns")
    for frame in frames:
        if frame.family not in _OFFICE_EVENTS:
            continue
        for mention in frame.objects:
            if not mention.resolved and mention.head in offices and mention.end - mention.start <= _LONGEST:
                yield mention.start, mention.end, f"role-{frame.family}"
