"""Words in quotation marks belong to the one who is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.events import mood
from analyzer.extract.events.voices import after_quotation, before_quotation, voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analyzer.extract.language import Parsed
    from analyzer.model import Document, Frame, Mention, Passage

QUOTED = "quotation"
_MARK = re.compile('["“”«»„]')
_LONGEST = 3000  # a mark that finds no partner within a page is a slip
_SHORTEST = 25  # shorter stretches are titles and words set off, told by the narrator


class Quotations:
    """The quoted ranges of a document, and who speaks in them."""

    def __init__(self, document: Document) -> None:
        """Find the quotations passage by passage, so that a lost mark spoils one passage only."""
        self._text = text = document.source.text
        self._ranges = [r for passage in document.passages for r in _quoted(text, passage)]
        self._named = [
            before_quotation(text[max(0, a - 90) : a]) or after_quotation(text[b : b + 90]) for a, b in self._ranges
        ]
        self._last = ""

    def attribute(self, frames: list[Frame], parsed: Parsed, mentions: dict[int, Mention]) -> list[Frame]:
        """The frames of a sentence, those inside quotations attributed to the speaker or to QUOTED."""
        inside = [self._index(frame.trigger[0]) for frame in frames]
        outside = mood.speaking(parsed.doc)
        if outside is not None and self._index(parsed.offsets.starts[outside.idx]) < 0:
            self._last = voice(mentions.get(outside.i), outside)
        elif max(inside, default=-1) < 0:
            self._last = ""
        return [self._said(frame, index) for frame, index in zip(frames, inside, strict=True)]

    def _said(self, frame: Frame, index: int) -> Frame:
        if index < 0 or frame.attribution:
            return frame
        return replace(frame, attribution=self._named[index] or self._last or QUOTED)

    def _index(self, position: int) -> int:
        """Index of the quotation a position lies in, -1 if it lies in none."""
        index = bisect_right(self._ranges, (position, len(self._text))) - 1
        return index if index >= 0 and position < self._ranges[index][1] else -1


def _quoted(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """Ranges between marks that open and close, in order; a whole passage that is a block quotation."""
    if passage.kind == "quotation":
        yield passage.start, passage.end
        return
    opened = -1
    for match in _MARK.finditer(text, passage.start, passage.end):
        at = match.start()
        if opened >= 0 and match[0] not in "“„«":
            if _SHORTEST <= at - opened <= _LONGEST:
                yield opened, at
            opened = -1
        elif match[0] != "”" or opened < 0:
            opened = at
