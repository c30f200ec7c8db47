"""The act that a sentence dates without naming it: "They landed at once" and then "It was the ninth of May"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from analyzer.extract.events.lexicon import families

if TYPE_CHECKING:
    from analyzer.model import Claim, Extraction, Frame

GOES_ON = re.compile(r"\b(?:when|that|before|while|as)\b")  # the act is told behind the date after all
OCCURRING = frozenset({"be", "take place", "take", "happen", "occur"})
POINTING = frozenset({"it", "this", "that", "which", "all this", "all that"})
CARRIED = frozenset({"place"})  # the object of "take place" is no participant


def told_before(frame: Frame | None, claim: Claim, extraction: Extraction) -> Frame | None:
    """The predicate of the sentence before that a date or an hour is told of, where its own names no act.

    None where its own predicate has a subject or an object, or where the sentence before is of another paragraph.
    Of several predicates it is the last that belongs to an event family, else the last.
    """
    if frame is None or not (claim.date or claim.time) or not _points(frame) or not claim.sentence:
        return None
    sentences = extraction.document.sentences
    here, before = sentences[claim.sentence], sentences[claim.sentence - 1]
    if here.passage != before.passage or GOES_ON.search(extraction.document.source.text, claim.end, here.end):
        return None
    starts = [f.sentence for f in extraction.frames]
    told = extraction.frames[bisect_left(starts, before.index) : bisect_right(starts, before.index)]
    dated = any(before.start <= c.start < before.end for c in extraction.claims if c.kind == claim.kind)
    if dated or not told or told[-1].negated or _only_phase(told[-1]):
        return None
    return next((f for f in reversed(told) if f.family and not f.negated), told[-1])


def _only_phase(frame: Frame) -> bool:
    """Whether a predicate has its family from the verb it hangs on: "stopped breathing" is no mere end."""
    known = families()
    return bool(frame.family) and " " not in frame.lemma and frame.lemma not in known.verbs.keys() | known.nouns.keys()


def _points(frame: Frame) -> bool:
    """Whether a predicate only says that something was at a time: "it was at noon", "this took place in May"."""
    subject = frame.subject.text.lower() if frame.subject else "it"
    named = [m for m in (*frame.objects, *frame.places) if m.head not in CARRIED]
    return frame.lemma in OCCURRING and not frame.family and subject in POINTING and not named and not frame.negated
