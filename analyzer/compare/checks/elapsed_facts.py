"""Checks stated durations and ages against the dates a source gives: the arithmetic has to hold."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.context.stems import STOP_WORDS, stem
from analyzer.compare.gate.likeness import similarity
from analyzer.compare.readings import reading
from analyzer.extract.events.lexicon import families
from analyzer.model import Finding, Reason
from analyzer.values.edtf import interval_ends
from analyzer.values.elapsed import age_fits, duration_fits, elapsed
from analyzer.values.names import compare_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document, FindingKind, Relation
    from analyzer.values.dates import UncertainDate
    from analyzer.values.durations import Duration
    from analyzer.values.elapsed import DurationCheck

NEAR = 2  # sentences between a duration and the dates it is counted between
FAR = 15  # the same for a long count of days, which no two dates fit by chance
LONG_COUNT = 20  # days
LINKED = 0.2  # least similarity of words for "after the ..." to mean a date told elsewhere
PRECISE = frozenset({"day", "month"})
STAY = 0.6  # sureness of a length that fits the dates of coming and going
# Acts that end the state a length is told of, for the one who was in it.
ENDED_BY = {
    "live": frozenset({"depart", "sail", "move", "return", "exile"}),
    "arrest": frozenset({"release", "escape"}),
    "serve": frozenset({"resign", "remove", "depart"}),
    "lead": frozenset({"resign", "remove"}),
    "sail": frozenset({"arrive"}),
    "travel": frozenset({"arrive"}),
}
TURNING = frozenset({"day", "month", "season", "year"})  # dates that tell how old somebody was; no stretch of years
EVENT = re.compile(
    r"\s+(?P<way>after|before|following|prior\s+to|from|since|into)\s+(?P<named>(?:[\w’'-]+[ \n]?){1,5})"
)
COARSE_UNITS = frozenset({"year", "decade", "century"})


@dataclass(frozen=True, slots=True)
class Sum:
    """One piece of arithmetic: the claims it rests on, the check, and how sure it is that they belong together."""

    members: tuple[Context, ...]
    check: DurationCheck
    bond: float
    kind: FindingKind


def elapsed_findings(contexts: Sequence[Context], documents: Sequence[Document]) -> Iterator[Finding]:
    """Findings within each source on durations and ages; agreement where the arithmetic holds, else conflict.

    An age is held against a birth that another source tells where its own tells none: there only a misfit is told.
    """
    births = [c for c in contexts if c.families == {"born"} and c.claim.date]
    by_document: dict[int, list[Context]] = {}
    for context in contexts:
        by_document.setdefault(context.document, []).append(context)
    for members in by_document.values():
        dates = [c for c in members if c.claim.date and c.claim.date.first and c.claim.date.last]
        own = [d for d in dates if d.families == {"born"}]
        for context in members:
            if context.claim.duration is None and _age(context) is None:
                continue
            near = _near(dates, context.claim.sentence)
            text = documents[context.document].source.text
            found = [s for s in _sums(context, near, dates, own, text) if s.check.fits or s.bond >= 0.7]
            found = found or _against_others(context, near, births)
            if found:
                yield _finding(max(found, key=_sureness), documents)


def _sureness(found: Sum) -> tuple[bool, bool, float]:
    return found.check.fits, found.check.relation == "agreement", found.bond


def _near(dates: Sequence[Context], sentence: int) -> Sequence[Context]:
    """The dates, in order of their sentences, of those within FAR of one."""
    first = bisect_left(dates, sentence - FAR, key=lambda d: d.claim.sentence)
    return dates[first : bisect_right(dates, sentence + FAR, key=lambda d: d.claim.sentence)]


def _sums(
    context: Context, near: Sequence[Context], dates: Sequence[Context], births: Sequence[Context], text: str
) -> Iterator[Sum]:
    """Of one length or age; `near` are the dates around it, `dates` and `births` all those of the document's text."""
    claim = context.claim
    if _age(context) is not None:
        yield from _ages(context, near, births)
    elif claim.duration and claim.rule != "age" and "X" not in claim.value and _counts_days(claim.duration):
        yield from _ranges(context, near)
        yield from _neighbours(context, near)
        yield from _linked(context, dates, text)
        yield from _stays(context, near)


def _counts_days(length: Duration) -> bool:
    """Long enough to be told from "the next day"."""
    return length.unit not in {"second", "minute", "hour"} and (length.unit != "day" or length.low > 1)


def _ranges(context: Context, dates: Sequence[Context]) -> Iterator[Sum]:
    """A range in the clause of the duration says the same time twice."""
    if context.claim.rule == "duration-event":
        return
    for other in dates:
        if other.claim.sentence != context.claim.sentence or other.claim.date is None:
            continue
        first, last = interval_ends(other.claim.date)
        if first is not None and last is not None and first is not last:
            near = context.clause[0] < other.claim.end and other.claim.start < context.clause[1]
            yield from _counted((context, other), first, last, 0.9 if near else 0.6)


def _neighbours(context: Context, dates: Sequence[Context]) -> Iterator[Sum]:
    """Two exact dates told beside the duration, in order of time: a fit is no chance, a misfit proves nothing."""
    length = context.claim.duration
    long_count = length is not None and length.unit == "day" and length.low >= LONG_COUNT
    reach = FAR if long_count else NEAR
    near = [d for d in dates if abs(d.claim.sentence - context.claim.sentence) <= reach and _exact(context, d)]
    for left, right in combinations(near, 2):
        if left.claim.date and right.claim.date:
            beside = context.claim.rule == "duration-event" and context.claim.sentence in {
                left.claim.sentence,
                right.claim.sentence,
            }
            bond = 0.7 if long_count or beside else 0.45  # two dates near a length of time often fit it by chance
            for found in _counted((context, left, right), left.claim.date, right.claim.date, bond):
                if found.check.relation == "agreement" or (found.check.fits and not long_count):
                    yield found


def _exact(context: Context, date: Context) -> bool:
    """As exact as the duration asks for: days and months, or years where years are counted."""
    granularity = date.claim.date.granularity if date.claim.date else ""
    coarse = context.claim.duration is not None and context.claim.duration.unit in COARSE_UNITS
    return (granularity in PRECISE or (coarse and granularity == "year")) and "day" not in date.claim.inferred


def _linked(context: Context, dates: Sequence[Context], text: str) -> Iterator[Sum]:
    """Of "four weeks after the fire": the date beside it, and the date the fire is told with elsewhere."""
    event = EVENT.match(text, context.claim.end) if context.claim.rule == "duration-event" else None
    if event is None:
        return
    here = [d for d in dates if d.claim.sentence == context.claim.sentence and _exact(context, d)]
    there = [d for d in dates if d.claim.sentence != context.claim.sentence and _exact(context, d)]
    scored = sorted(
        ((similarity(context, d), d) for d in there if _tells_of(d, event["named"])), key=lambda t: (-t[0], t[1].index)
    )
    back = event["way"] == "before" or event["way"].startswith("prior")
    for date in here[:1]:
        for score, other in scored[:1]:
            if score >= LINKED and date.claim.date and other.claim.date:
                first, last = (date, other) if back else (other, date)
                if first.claim.date and last.claim.date:
                    yield from _counted((context, other, date), first.claim.date, last.claim.date, 0.75)


def _tells_of(date: Context, named: str) -> bool:
    """Whether a date is told of what these words name: by one of them, or by an act of the same family."""
    told = [word.lower() for word in re.findall(r"[^\W\d_]{3,}", named) if word.lower() not in STOP_WORDS]
    acts = {families().nouns.get(word, "") for word in told} - {""}
    return bool(acts & date.families) or not date.spelled.keys().isdisjoint(map(stem, told))


def _stays(context: Context, dates: Sequence[Context]) -> Iterator[Sum]:
    """Of "he stayed for three months": the date the text has reached, and that of the act that ended the stay.

    Much may lie between the two, so that a misfit proves nothing.
    """
    ends = frozenset[str]().union(*(ENDED_BY.get(family, frozenset()) for family in context.families))
    own = [d for d in dates if _exact(context, d) and context.undergoer & d.undergoer]
    at = context.claim.sentence
    before = [d for d in own if 0 <= at - d.claim.sentence <= NEAR and d.claim.start < context.claim.start]
    after = [d for d in own if 0 <= d.claim.sentence - at <= FAR and d.claim.start > context.claim.start]
    for start in before[-1:]:
        for end in [d for d in after if d.families & ends][:1]:
            if start.claim.date and end.claim.date:
                found = _counted((context, start, end), start.claim.date, end.claim.date, STAY)
                yield from (total for total in found if total.check.fits)


def _counted(members: tuple[Context, ...], first: UncertainDate, last: UncertainDate, bond: float) -> Iterator[Sum]:
    length = members[0].claim.duration
    check = duration_fits(length, first, last) if length else None
    if check is None or check.relation not in {"agreement", "rounding", "granularity", "conflict"}:
        return
    if check.days is not None and check.days[0] >= 0:
        yield Sum(members, check, bond, "duration")


def _against_others(context: Context, dates: Sequence[Context], births: Sequence[Context]) -> list[Sum]:
    """The age with its date against the births other sources tell; nothing unless all of them misfit."""
    if _age(context) is None or not context.families:
        return []
    known = [b for b in births if b.undergoer & context.undergoer and _may_be_one(b, context)]
    if any(b.document == context.document for b in known):
        return []
    here = [d for d in dates if d.claim.sentence == context.claim.sentence]
    found = list(_ages(context, here, known))
    return [] if any(total.check.relation != "conflict" for total in found) else found


def _may_be_one(one: Context, other: Context) -> bool:
    """The names of the two do not tell two people."""
    named = one.befallen and other.befallen
    return not named or compare_names(one.befallen, other.befallen).relation != "different"


def _ages(context: Context, dates: Sequence[Context], births: Sequence[Context]) -> Iterator[Sum]:
    """The age, the birth of the one it is told of, and the date of the sentence or the one before."""
    age = _age(context)
    told = context.actors | context.names
    days = [
        d
        for d in dates
        if 0 <= context.claim.sentence - d.claim.sentence <= 1
        and d.families != {"born"}
        and "year" not in d.claim.inferred
        and (d.claim.date is None or d.claim.date.granularity in TURNING)
    ]
    for birth in (b for b in births if b.undergoer & told):
        for day in days[-1:]:
            later = elapsed(birth.claim.date, day.claim.date) if birth.claim.date and day.claim.date else None
            if birth.claim.date and day.claim.date and age is not None and later and later[1] > 0:
                check = age_fits(age, birth.claim.date, day.claim.date)
                here = _of_one_act(context, day) or _goes_on(context, day)
                sure = here and not _beside_another(context, birth)
                yield Sum((context, birth, day), check, 0.75 if sure else 0.6, "number")


def _of_one_act(context: Context, day: Context) -> bool:
    """The age and the date stand in one sentence and, as far as it was read, are told of one act there."""
    told = set(context.claim.frames), set(day.claim.frames)
    return day.claim.sentence == context.claim.sentence and not (all(told) and told[0].isdisjoint(told[1]))


def _goes_on(context: Context, day: Context) -> bool:
    """A sentence that only says how old somebody was goes on with the death just told to the day: "He was 56."."""
    told = day.claim.date is not None and day.claim.date.granularity == "day" and day.families == {"die"}
    return told and context.lemma == "be" and not context.families


def _beside_another(context: Context, birth: Context) -> bool:
    """The age is told of a "she" in a sentence that names people, but not the one who was born."""
    subject = context.frame.subject if context.frame else None
    return subject is not None and subject.resolved and bool(context.names) and not birth.undergoer & context.names


def _age(context: Context) -> int | None:
    """The age in whole years that a claim states."""
    quantity = context.claim.quantity
    return int(quantity.low) if quantity is not None and quantity.form == "age" else None


def _finding(found: Sum, documents: Sequence[Document]) -> Finding:
    members = sorted(found.members, key=lambda c: (c.document, c.claim.start))
    readings = tuple(
        sorted((reading(documents[c.document], c.claim, c.clause) for c in members), key=lambda r: (r.source, r.start))
    )
    relation: Relation = "rounding" if found.check.relation == "granularity" else found.check.relation
    first = found.members[0]
    stated = documents[first.document].source.text[first.claim.start : first.claim.end]
    within = len({c.document for c in members}) == 1
    return Finding(
        id=grading.finding_id(found.kind, readings),
        topic=f"stated length: {stated}",
        question=f"Does “{stated}” fit the dates?",
        kind=found.kind,
        relation=relation,
        scope="within" if within else "between",
        confidence=round(found.bond * (0.8 if relation == "conflict" else 1.0), 6),
        severity=2 if relation == "conflict" else 1,
        explanation=found.check.sentence,
        readings=readings,
        reasons=(
            Reason("same-source", "The source states a length of time and the dates it lies between.")
            if within
            else Reason("birth", "One source states an age, the other the birth."),
            *found.check.reasons,
        ),
    )
