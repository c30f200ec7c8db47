"""Where in a reading's words the value itself stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.model import Analysis, Claim, Reading, Source

Range = tuple[int, int]
FLANK = 40  # code points of context kept on each side of the value when a quote has to be cut


class Marker:
    """Finds the clean range of a reading and, inside it, the range of its value."""

    def __init__(self, analysis: Analysis) -> None:
        """Index sources and claims once."""
        self._sources: dict[str, Source] = {d.id: d.source for d in analysis.documents}
        self._claims: dict[str, tuple[Claim, ...]] = {e.document.id: e.claims for e in analysis.extractions}
        self._starts = {name: [claim.start for claim in claims] for name, claims in self._claims.items()}

    def clean(self, reading: Reading) -> Range:
        """Clean range of a reading's raw span."""
        offsets = self._sources[reading.source].offsets
        start = offsets.clean(reading.start)
        return start, max(start + 1, min(offsets.clean(reading.end - 1) + 1, len(offsets)))

    def claim(self, reading: Reading, kind: str) -> Claim | None:
        """The claim a reading of a finding of this kind is made of; None when it can't be told from others."""
        inside = self._inside(reading.source, *self.clean(reading))
        exact = [c for c in inside if c.value == reading.value]
        alike = exact or [c for c in inside if c.kind == kind]
        return alike[0] if exact or len(alike) == 1 else None

    def value(self, reading: Reading, kind: str) -> Range | None:
        """Clean range of the value inside the reading; None when no words can be named."""
        claim = self.claim(reading, kind)
        if claim:
            return claim.start, claim.end
        start, end = self.clean(reading)
        at = self._sources[reading.source].text.find(reading.value, start, end) if reading.value else -1
        return (at, at + len(reading.value)) if at >= 0 else None

    def _inside(self, source: str, start: int, end: int) -> list[Claim]:
        starts = self._starts.get(source, [])
        found = self._claims.get(source, ())[bisect_left(starts, start) : bisect_left(starts, end)]
        return [claim for claim in found if claim.end <= end]

    def parts(self, reading: Reading, kind: str, room: int) -> tuple[str, str, str]:
        """The words before, in and after the value, cut to about `room` code points around it, with "…" at each cut."""
        text = self._sources[reading.source].text
        start, end = self.clean(reading)
        value = self.value(reading, kind)
        if value is None:
            return _cut_end(text[start:end], room), "", ""
        left, right = text[start : value[0]], text[value[1] : end]
        spare = max(room - (value[1] - value[0]), 2 * FLANK)
        keep_right = max(spare // 2, spare - len(left))
        right = _cut_end(right, keep_right)
        return _cut_start(left, max(spare - len(right), FLANK)), text[value[0] : value[1]], right


def _cut_end(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return text[:room].rsplit(" ", 1)[0] + "…"


def _cut_start(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return "…" + text[len(text) - room :].split(" ", 1)[-1]
