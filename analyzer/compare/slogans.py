"""Finds slogans that stand in quotation marks in two wordings: "no X, no Y" and "neither X nor Y"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.readings import reading
from analyzer.model import Claim, Finding, Reason
from analyzer.values.folding import fold
from analyzer.values.spellings import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Document, Reading

_MARKS = (  # one quotation may stand inside another, in the other marks
    re.compile(r"[\"“„«](\w[^\"“”„«»\n]{2,120}?)[.,;:!?]?[\"”»]"),
    re.compile(r"(?<!\w)['‘](\w[^'‘’\"“”\n]{2,120}?)[.,;:!?]?['’](?!\w)"),
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DENIALS = frozenset("no not neither nor".split())
_SMALL = _DENIALS | frozenset("the a an and or either".split())  # what a denial can be worded with or without
LONGEST = 8  # words; a longer text in two wordings is two translations, or two texts
LEAST_DENIED = 2  # words; one alone is denied in many senses
SURENESS = 0.7
SENTENCE = "The slogans deny the same words in the same order, in other small words."
AROUND = 40  # code points of context on either side


@dataclass(frozen=True, slots=True)
class Slogan:
    """A short denial in quotation marks: index of the document, clean range, folded words."""

    document: int
    start: int
    end: int
    words: tuple[str, ...]

    @property
    def denied(self) -> tuple[str, ...]:
        """The words that it denies, however it does."""
        return tuple(word for word in self.words if word not in _SMALL)


def slogan_findings(documents: Sequence[Document]) -> Iterator[Finding]:
    """One finding for each slogan in two wordings, with the first place of each wording in each source."""
    alike: defaultdict[tuple[str, ...], dict[tuple[int, tuple[str, ...]], Slogan]] = defaultdict(dict)
    for number, document in enumerate(documents):
        for slogan in slogans(number, document):
            alike[slogan.denied].setdefault((number, slogan.words), slogan)
    for places in alike.values():
        if len({words for _, words in places}) > 1:
            yield _finding(list(places.values()), documents)


def slogans(number: int, document: Document) -> Iterator[Slogan]:
    """The slogans of a document, passage by passage, so that a lost mark spoils one passage only."""
    text = document.source.text
    for passage in document.passages:
        for match in (m for mark in _MARKS for m in mark.finditer(text, passage.start, passage.end)):
            words = tuple(plain(fold(word)) for word in _WORD.findall(match[1]))
            slogan = Slogan(number, *match.span(1), words)
            if len(words) <= LONGEST and not _DENIALS.isdisjoint(words) and len(slogan.denied) >= LEAST_DENIED:
                yield slogan


def _finding(found: Sequence[Slogan], documents: Sequence[Document]) -> Finding:
    readings = tuple(_reading(documents[s.document], s) for s in found)
    values = sorted({r.value for r in readings})
    return Finding(
        id=grading.finding_id("quote", readings),
        topic=readings[0].value,
        question=f"One slogan in several wordings: {', '.join(f'“{value}”' for value in values)}?",
        kind="quote",
        relation="name_variant",
        scope="within" if len({s.document for s in found}) == 1 else "between",
        confidence=SURENESS,
        severity=1,
        explanation=SENTENCE,
        readings=readings,
        reasons=(Reason("wording", SENTENCE, values[0], values[1]),),
    )


def _reading(document: Document, slogan: Slogan) -> Reading:
    sentence = document.sentences[bisect_right(document.sentences, slogan.start, key=lambda s: s.start) - 1]
    start, end = slogan.start, min(slogan.end, sentence.end)
    value = " ".join(document.source.text[start:end].split())
    claim = Claim(document.id, "name", start, end, value, sentence.index, "slogan")
    return reading(document, claim, (start - AROUND, end + AROUND))
