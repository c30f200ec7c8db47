"""In which manner a source tells a value: as a line of a table, as known from before, as the first or last of its kind.

What is told a second time is mostly told in another manner than at first: the text says what happened ("he was crowned
on 3 September"), and later takes it for granted ("the coronation, on 6 September, ..."), or a table sums it up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document

    Known = Literal["before then", "clause", "noun", "that day"]
    Place = Literal["first", "last", "only", "whole"]

REACH = 90  # code points before a value in which the words stand that subordinate it
SHORT = 90  # code points up to which a sentence without a verb is a line of a list
LABELLED = re.compile(r"[^.:;,!?]{1,60}:\s*")  # all that stands before the value in a line of a fact box
KNOWN_BEFORE: dict[Known, re.Pattern[str]] = {
    # "which he had signed on 8 May", "having landed in 1876"
    "before then": re.compile(
        r"\b(?:had|having)\s+\w+[^.;:]{0,60}$|['’]d\s+\w+(?:ed|en)\b[^.;:]{0,60}$", re.IGNORECASE
    ),
    # "since the museum opened on 19 April", "the man who landed in 1876"
    "clause": re.compile(
        r"\b(?:who|whom|whose|which|that|where|when|while|as|since|after|before|until|till)\b[^.;:]{0,60}$",
        re.IGNORECASE,
    ),
    # "the coronation, on 6 September", "answering his note of 23 July", "those 200 men"
    "noun": re.compile(
        r"(?:\b(?:the|this|that|these|those|my|our|his|her|its|their|whose)|['’]s?)(?:\s[\w’'-]+){0,6}?"
        r"(?:,?\s(?:of|in|on|at|to|from|dated|held))?\s*$",
        re.IGNORECASE,
    ),
}
# "22 June, the day he was shot"
THAT_DAY = re.compile(
    r",?\s*[(—–-]?\s*(?:the|that)\s+(?:same\s+)?(?:day|date|night|morning|afternoon|evening|week|month|year)\b",
    re.IGNORECASE,
)
PLACES: dict[Place, re.Pattern[str]] = {
    "first": re.compile(r"\b(?:first|open(?:s|ed|ing)?)\b", re.IGNORECASE),
    "last": re.compile(
        r"\b(?:last|final(?:ly)?|clos(?:e|es|ed|ing)|conclud\w+|complet\w+|end(?:s|ed|ing)?)\b", re.IGNORECASE
    ),
    "only": re.compile(r"\bonly\b", re.IGNORECASE),
    "whole": re.compile(r"\b(?:whole|total|all)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How one value is told.

    `row`: in a line of a table, a chronology or a fact box. `known`: by which signs as known from before. `places`:
    which places in a series its sentence names, in any of the words for them.
    """

    row: bool
    known: frozenset[Known]
    places: frozenset[Place]

    @classmethod
    def of(cls, context: Context, document: Document) -> Self:
        """Read the sentence of a claim of the document."""
        claim, text = context.claim, document.source.text
        sentence = document.sentences[claim.sentence]
        before = text[max(sentence.start, claim.start - REACH) : claim.start]
        known = {name for name, sign in KNOWN_BEFORE.items() if sign.search(before)}
        if THAT_DAY.match(text, claim.end, sentence.end):
            known.add("that day")
        told = document.text(sentence)
        return cls(
            _row(context, document),
            frozenset(known),
            frozenset(name for name, sign in PLACES.items() if sign.search(told)),
        )


def manners(first: Manner, again: Manner) -> dict[str, float]:
    """Evidence by name that the later of two values tells the first one again, positive for one thing."""
    known = again.known - first.known or "that day" in first.known - again.known
    return {
        "row_of_text": float(first.row != again.row),
        "two_rows": -float(first.row and again.row),
        "as_known": float(bool(known)),
        "one_place": float(bool(first.places & again.places)),
    }


def _row(context: Context, document: Document) -> bool:
    """The value opens a line or follows its label, or the line is a row of cells or has no verb."""
    claim, text = context.claim, document.source.text
    sentence = document.sentences[claim.sentence]
    told = document.text(sentence)
    opens = not text[text.rfind("\n", 0, claim.start) + 1 : claim.start].strip()
    labelled = LABELLED.fullmatch(text, sentence.start, claim.start) is not None
    return opens or labelled or "|" in told or (len(told) < SHORT and context.frame is None)
