"""A year that names a war or a revolution dates what is told before, during or after it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.values.dates import modified

if TYPE_CHECKING:
    from analyzer.model import Claim, Extraction
    from analyzer.values.dates import Modifier

SCENES = frozenset({"war", "revolution", "campaign", "negotiation", "conflict", "struggle"})
RELATION = re.compile(r"\b(before|until|during|since|after|following)\s+(?:the\s+)?$", re.IGNORECASE)
NEAR = 24  # code points before a date in which its preposition stands
# What is told before a war of 1853 was told by the end of that year, what came after it not before its beginning.
MODIFIERS: dict[str, Modifier] = {
    "before": "by",
    "until": "by",
    "since": "since",
    "after": "since",
    "following": "since",
}


def told_of(claim: Claim, extraction: Extraction) -> Claim:
    """The claim as it dates the act around the scene: "he joined before the 1848 revolution" says when he joined.

    A claim that names no scene in its year, or has no act beside it, comes back as it is.
    """
    frames = [extraction.frames[i] for i in claim.frames]
    if claim.date is None or len(frames) < 2 or frames[0].lemma not in SCENES or claim.date.modifier:
        return claim
    text = extraction.document.source.text
    relation = RELATION.search(text, max(0, claim.start - NEAR), claim.start)
    if relation is None:
        return claim
    modifier = MODIFIERS.get(relation[1].lower(), "")
    date = modified(claim.date, modifier) if modifier else claim.date
    return replace(claim, date=date, frames=claim.frames[1:])
