"""Words in quotation marks belong to the one who is quoted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.events import mood

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
        text = document.source.text
        self._ranges = [r for passage in document.passages for r in _quoted(text, passage)]
        self._last = ""

    def attribute(self, frames: list[Frame], parsed: Parsed, mentions: dict[int, Mention]) -> list[Frame]:
        """The frames of a sentence, those inside quotations attributed to the speaker or to QUOTED."""
        inside = [self._covers(frame.trigger[0]) for frame in frames]
        outside = mood.speaking(parsed.doc)
        if outside is not None and not self._covers(self._at(parsed, outside.idx)):
            mention = mentions.get(outside.i)
            self._last = mention.text if mention is not None and not mention.resolved else outside.text
        elif not any(inside):
            self._last = ""
        speaker = self._last or QUOTED
        return [
            replace(frame, attribution=speaker) if quoted and not frame.attribution else frame
            for frame, quoted in zip(frames, inside, strict=True)
        ]

    def _covers(self, position: int) -> bool:
        return any(start <= position < end for start, end in self._ranges)

    @staticmethod
    def _at(parsed: Parsed, index: int) -> int:
        return parsed.offsets.starts[index]


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
