from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, NamedTuple

import pytest

from analyzer.extract.events import attach, read_frames
from analyzer.model import Claim, Document, Frame, Passage, Section, Sentence, Source
from analyzer.offsets import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Told(NamedTuple):
    document: Document
    frames: tuple[Frame, ...]
    claims: tuple[Claim, ...]

    def by(self, lemma: str) -> Frame:
        return next(frame for frame in self.frames if frame.lemma == lemma)

    def events_of(self, value: str) -> list[str]:
        claim = next(claim for claim in self.claims if claim.value == value)
        return [self.frames[i].lemma for i in claim.frames]


def document(text: str, title: str = "") -> Document:
    offsets = OffsetMap(array("L", range(len(text))), array("L", range(1, len(text) + 1)))
    source = Source("s", "s.txt", title, "text/plain", "utf-8", "", text, text, offsets)
    lines = list(re.finditer(r"[^\n]+", text))
    sentences = tuple(Sentence(i, 0, 0, line.start(), line.end()) for i, line in enumerate(lines))
    return Document(
        source, (Section((title,), 1, 0, len(text)),), (Passage(0, 0, "paragraph", 0, len(text)),), sentences
    )


def dated(made: Document, dates: Sequence[str]) -> list[Claim]:
    text = made.source.text
    places = [(text.index(date), date) for date in dates]
    return [
        Claim("s", "date", at, at + len(date), date, next(s.index for s in made.sentences if at < s.end), "test")
        for at, date in sorted(places)
    ]


@pytest.fixture
def tell() -> Callable[..., Told]:
    def read(text: str, *dates: str, title: str = "") -> Told:
        made = document(text, title)
        values = dated(made, dates)
        frames = read_frames(made, values)
        return Told(made, frames, attach(values, frames, made))

    return read
