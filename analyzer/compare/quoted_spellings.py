"""Finds words in quotation marks that two copies of a passage spell differently: one of them changed the quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.readings import stretch
from analyzer.model import Finding, Reason
from analyzer.values.folding import fold
from analyzer.values.spellings import word_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analyzer.model import Alignment, Document, Edit, Reading

QUOTED = re.compile('["“„«][^"“”„«»]{2,3000}["”»]')
SPELLINGS = frozenset({"spelling", "transliteration", "diacritics"})
SURENESS = 0.9


def quoted_spelling_findings(documents: Sequence[Document], alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """One finding for each word of a quotation that a near-copy spells in another way."""
    by_id = {document.id: document for document in documents}
    for pair in alignments:
        for edit in pair.edits:
            readings = _readings(pair, edit, by_id) if edit.kind == "spelling" else ()
            if readings:
                yield _finding(readings)


def _readings(pair: Alignment, edit: Edit, documents: Mapping[str, Document]) -> tuple[Reading, ...]:
    """The changed word in both copies; empty unless both stand in quotation marks and are one word spelled twice."""
    sides = [(documents[pair.left.source], edit.left), (documents[pair.right.source], edit.right)]
    one, other = (fold(document.source.text[slice(*place)]) for document, place in sides)
    if word_reason(one, other) not in SPELLINGS or not all(_quoted(*side) for side in sides):
        return ()
    found = (stretch(document, _sentence(document, place[0]), place) for document, place in sides)
    return tuple(sorted(found, key=lambda r: (r.source, r.start)))


def _sentence(document: Document, at: int) -> int:
    return document.sentences[bisect_right(document.sentences, at, key=lambda s: s.start) - 1].index


def _quoted(document: Document, place: tuple[int, int]) -> bool:
    passage = document.passages[document.sentences[_sentence(document, place[0])].passage]
    if passage.kind == "quotation":
        return True
    marks = QUOTED.finditer(document.source.text, passage.start, passage.end)
    return any(m.start() < place[0] and place[1] <= m.end() for m in marks)


def _finding(readings: tuple[Reading, ...]) -> Finding:
    sentence = "The copies spell a word inside quotation marks differently: one of them did not quote letter by letter."
    values = [r.value for r in readings]
    return Finding(
        id=grading.finding_id("quote", readings),
        topic=readings[0].text[:60],
        question=f"How does the quotation spell it: “{values[0]}” or “{values[1]}”?",
        kind="quote",
        relation="name_variant",
        scope="between",
        confidence=SURENESS,
        severity=1,
        explanation=sentence,
        readings=readings,
        reasons=(Reason("quoted_spelling", sentence, *values),),
    )
