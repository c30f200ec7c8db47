"""Finds what copies changed inside quotation marks: words spelled otherwise, words left out behind dots."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.align.edits import word_edits
from analyzer.align.words import read_words
from analyzer.compare import grading
from analyzer.compare.readings import stretch
from analyzer.model import Reason
from analyzer.values.folding import fold
from analyzer.values.spellings import word_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analyzer.align.words import Token, Words
    from analyzer.model import Alignment, Document, Edit, Finding, Reading, Relation, Side

QUOTED = re.compile('["“„«][^"“”„«»]{2,3000}["”»]')
MARK = re.compile('["“”„«»]')
DOTS = re.compile(r"\.\s?\.\s?\.|…")
SPELLINGS = frozenset({"spelling", "transliteration", "diacritics"})
SURENESS = 0.9
LEAST_KEPT = 4  # words of an abridged sentence that the other copy has too
LEAST_LEFT_OUT = 3
RESPELLED = "The copies spell a word inside quotation marks differently: one of them did not quote letter by letter."
ABRIDGED = "One copy leaves out of the quotation, and marks with dots, what the other gives in full."


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the documents that turned out to need them."""

    read: dict[str, Words]

    def of(self, document: Document) -> Words:
        if document.id not in self.read:
            self.read[document.id] = read_words(document)
        return self.read[document.id]


def quotation_findings(documents: Sequence[Document], alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """One finding for each word of a quotation that a near-copy respells, and each place where one abridges it."""
    by_id = {document.id: document for document in documents}
    words = _Words({})
    for pair in alignments:
        for edit in pair.edits:
            readings = _respelled(pair, edit, by_id) if edit.kind == "spelling" else ()
            if readings:
                yield _finding("name_variant", "How does the quotation spell it: {} or {}?", readings, RESPELLED)
        if pair.relation != "same_event" and _one_sentence(pair.left) and _one_sentence(pair.right):
            readings = _abridged(pair.left, pair.right, by_id, words) or _abridged(pair.right, pair.left, by_id, words)
            if readings:
                yield _finding("granularity", "Which copy gives the quotation in full?", readings, ABRIDGED)


def _one_sentence(side: Side) -> bool:
    return side.first == side.last


def _respelled(pair: Alignment, edit: Edit, documents: Mapping[str, Document]) -> tuple[Reading, ...]:
    """The changed word in both copies; empty unless both stand in quotation marks and are one word spelled twice."""
    sides = [(documents[pair.left.source], edit.left), (documents[pair.right.source], edit.right)]
    one, other = (fold(document.source.text[slice(*place)]) for document, place in sides)
    if word_reason(one, other) not in SPELLINGS or not all(_quoted(*side) for side in sides):
        return ()
    found = (stretch(document, document.sentence_at(place[0]), place) for document, place in sides)
    return tuple(sorted(found, key=lambda r: (r.source, r.start)))


def _quoted(document: Document, place: tuple[int, int]) -> bool:
    passage = document.passages[document.sentences[document.sentence_at(place[0])].passage]
    if passage.kind == "quotation":
        return True
    marks = QUOTED.finditer(document.source.text, passage.start, passage.end)
    return any(m.start() < place[0] and place[1] <= m.end() for m in marks)


def _abridged(short: Side, long: Side, documents: Mapping[str, Document], words: _Words) -> tuple[Reading, ...]:
    """Both sentences where only the long one has words in the place of the short one's dots."""
    texts = [documents[s.source].text(documents[s.source].sentences[s.first]) for s in (short, long)]
    if not DOTS.search(texts[0]) or DOTS.search(texts[1]) or not all(MARK.search(text) for text in texts):
        return ()
    less, more = (words.of(documents[s.source]).sentence(s.first) for s in (short, long))
    edits = word_edits(less, more)
    gone = [e for e in edits if e.left[0] == e.left[1] and _count(more, e.right) >= LEAST_LEFT_OUT]
    if len(edits) != len(gone) or len(less) < LEAST_KEPT:  # another change makes it another quotation
        return ()
    text = documents[short.source].source.text
    after = {e.left[0]: next((t.start for t in less if t.start >= e.left[0]), short.end) for e in gone}
    if not any(DOTS.search(text, at, end) for at, end in after.items()):
        return ()
    found = [stretch(documents[s.source], s.first, (t[0].start, t[-1].end)) for s, t in ((short, less), (long, more))]
    return tuple(sorted((replace(r, value=r.text) for r in found), key=lambda r: (r.source, r.start)))


def _count(tokens: Sequence[Token], place: tuple[int, int]) -> int:
    return sum(place[0] <= token.start < place[1] for token in tokens)


def _finding(relation: Relation, question: str, readings: tuple[Reading, ...], sentence: str) -> Finding:
    values = [r.value for r in readings]
    return grading.made(
        "quote",
        relation,
        readings,
        topic=readings[0].text[:60],
        question=question.format(*(f"“{value}”" for value in values)),
        grade=(SURENESS, 1),
        reasons=(Reason("quotation", sentence, *values),),
    )
