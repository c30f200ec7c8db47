"""Finds orders of events that can't be, within one source: a burial before the death, a sinking before the launch."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.readings import reading
from analyzer.model import Finding, Reason
from analyzer.values.date_words import describe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document

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
SURENESS = 0.8  # both acts have to be read as befalling the same
CALENDARS = 13  # days that two unmarked calendars may turn round


def sequence_findings(contexts: Sequence[Context], documents: Sequence[Document]) -> Iterator[Finding]:
    """Conflicts of kind sequence: dates that a source writes in full and that turn the order of two acts round."""
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
            turned = [(a, b) for a, b in pairs if _days_before(b, a) > CALENDARS and _one_bearer(a, b)]
            if turned:
                yield _finding(*max(turned, key=lambda pair: _days_before(pair[1], pair[0])), documents[number])


def _one_bearer(left: Context, right: Context) -> bool:
    """Both acts are told by one whole name, or of one thing."""
    if left.families <= THINGS:
        return True
    return bool(left.befallen) and left.befallen == right.befallen


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


def _finding(first: Context, then: Context, document: Document) -> Finding:
    readings = tuple(
        sorted((reading(document, c.claim, c.clause, c.room) for c in (first, then)), key=lambda r: r.start)
    )
    named = first.befallen or " ".join(first.spelled.get(word, word) for word in sorted(first.undergoer))
    dated = [(NOUNS[min(c.families)], describe(c.claim.date)) for c in (then, first) if c.claim.date]
    (later, early), (sooner, late) = dated
    sentence = f"The {later} ({early}) is told before the {sooner} ({late}), which can't be."
    return Finding(
        id=grading.finding_id("sequence", readings),
        topic=f"{named}, {sooner} and {later}",
        question=f"{named}: how can the {later} ({early}) come before the {sooner} ({late})?",
        kind="sequence",
        relation="conflict",
        scope="within",
        confidence=SURENESS,
        severity=3,
        explanation=sentence,
        readings=readings,
        reasons=(Reason("order", sentence, then.claim.value, first.claim.value),),
    )
