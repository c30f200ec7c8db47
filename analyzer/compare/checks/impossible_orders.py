"""Finds orders of events that can't be, within one source: a burial before the death, a sinking before the launch."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.readings import reading
from analyzer.model import Reason
from analyzer.values.date_readings import possible_calendars
from analyzer.values.date_words import describe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document, Finding

NOUNS = {
    "born": "birth",
    "baptise": "baptism",
    "marry": "marriage",
    "die": "death",
    "kill": "death",
    "bury": "burial",
    "build": "building",
    "launch": "launch",
    "sink": "sinking",
}
THINGS = frozenset({"build", "launch", "sink"})  # of people the whole name has to be the same: families share one
# Acts that befall one only once, the first of each pair before the second; families as in the lexicon of events.
FIRST_THEN: tuple[tuple[str, str], ...] = (
    ("born", "baptise"),
    ("born", "marry"),
    ("born", "die"),
    ("born", "kill"),
    ("born", "bury"),
    ("baptise", "die"),
    ("die", "bury"),
    ("kill", "bury"),
    ("build", "sink"),
    ("launch", "sink"),
)
SURENESS, GUESSED = 0.8, 0.65  # both acts have to be read as befalling the same; a pronoun's bearer is guessed
CALENDARS = 13  # days that two unmarked calendars may turn round
# One name has two bearers, or one ship two lives.
TWO_OF_THEM = re.compile(
    r"\b(?:grand|god)?(?:sons?|daughters?|fathers?|mothers?|nephew|niece|uncle|aunt|cousin)\b|\b(?:elder|younger|junior|senior"
    r"|namesake|first|second|third|former|latter|again|re(?:built|floated|launched|paired|stored|buil[dt]ing))\b",
    re.IGNORECASE,
)


def sequence_findings(
    contexts: Sequence[Context], documents: Sequence[Document], calendars: CalendarEvidence
) -> Iterator[Finding]:
    """Conflicts of kind sequence: dates that a source writes in full and that turn the order of two acts round.

    A few days may lie between two calendars where `calendars` leaves both open.
    """
    told: defaultdict[tuple[int, frozenset[str]], list[Context]] = defaultdict(list)
    for context in contexts:
        if context.undergoer and _whole(context):
            told[context.document, context.undergoer].append(context)
    for (number, _), members in told.items():
        for first, then in FIRST_THEN:
            pairs = product(
                (c for c in members if c.families == {first}),
                (c for c in members if c.families == {then}),
            )
            document = documents[number]
            turned = [
                (a, b)
                for a, b in pairs
                if _days_before(b, a) > _margin(a, b, calendars) and _one_bearer(a, b, document)
            ]
            if turned:
                yield _finding(*max(turned, key=lambda pair: _days_before(pair[1], pair[0])), document)


def _margin(left: Context, right: Context, calendars: CalendarEvidence) -> int:
    """Days by which the dates may be turned round: none where each can stand in one calendar only."""
    dates = [c.claim.date for c in (left, right) if c.claim.date]
    doubt = any(len(possible_calendars(d, calendars.country, calendars.julian_until)) > 1 for d in dates)
    return CALENDARS if doubt else 0


def _one_bearer(left: Context, right: Context, document: Document) -> bool:
    """Both acts are told of one thing, or by one whole name, or close together by a name and a pronoun."""
    sentences = {c.claim.sentence for c in (left, right)}
    if any(TWO_OF_THEM.search(document.text(document.sentences[s])) for s in sentences):
        return False
    if left.families <= THINGS or left.befallen == right.befallen != "":
        return True
    return not (left.befallen and right.befallen) and max(sentences) - min(sentences) <= 1


def _whole(context: Context) -> bool:
    """A date that the text writes without leaving anything open, told as a fact."""
    date = context.claim.date
    stands = context.frame is None or (not context.frame.negated and context.frame.modality == "asserted")
    return date is not None and stands and not (date.inferred or date.approximate or date.uncertain or date.modifier)


def _days_before(one: Context, other: Context) -> int:
    """Days from the last day of one date to the first of the other; 0 or less where they meet or are open."""
    last = one.claim.date.bounds()[1] if one.claim.date else None
    start = other.claim.date.bounds()[0] if other.claim.date else None
    return start - last if last is not None and start is not None else 0


def _named(first: Context, then: Context) -> bool:
    return first.families <= THINGS or bool(first.befallen and then.befallen)


def _finding(first: Context, then: Context, document: Document) -> Finding:
    readings = (reading(document, c.claim, c.clause, c.room) for c in (first, then))
    named = (
        first.befallen or then.befallen or " ".join(first.spelled.get(word, word) for word in sorted(first.undergoer))
    )
    dated = [(NOUNS[min(c.families)], describe(c.claim.date)) for c in (then, first) if c.claim.date]
    (later, early), (sooner, late) = dated
    sentence = f"The {later} ({early}) is told before the {sooner} ({late}), which can't be."
    return grading.made(
        "sequence",
        "conflict",
        readings,
        topic=f"{named}, {sooner} and {later}",
        question=f"{named}: how can the {later} ({early}) come before the {sooner} ({late})?",
        grade=(SURENESS if _named(first, then) else GUESSED, 3),
        reasons=(Reason("order", sentence, then.claim.value, first.claim.value),),
    )
