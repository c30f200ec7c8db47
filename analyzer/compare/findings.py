"""Turns a fact with its witnesses into a finding: verdict, reasons, readings, words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.compare import grading, wording
from analyzer.compare.borrowed_years import in_one_year
from analyzer.compare.order import order_reason
from analyzer.compare.readings import reading
from analyzer.compare.verdicts import Verdict, hint_reason, judge
from analyzer.model import Finding, Parallel, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.calendar_odds import CalendarOdds
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.facts import Fact
    from analyzer.compare.gate.same_event import EventMatch
    from analyzer.model import Claim, Document, FindingKind, Reading, Scope

KINDS: dict[str, FindingKind] = {"date": "date", "time": "time", "duration": "duration", "number": "number"}


def finding(fact: Fact, documents: Sequence[Document], odds: CalendarOdds) -> Finding:
    """The finding on one fact: the gravest relation between any two of its readings decides."""
    calendars = odds.evidence
    left, right, decisive = _decisive(fact.members, calendars)
    readings = _readings(fact.members, documents)
    texts = [document.source.text for document in documents]
    kind = KINDS[left.claim.kind]
    reasons = _reasons(fact, left, right, decisive)
    sure = grading.confidence(fact, decisive, written=not _inferred(left, right) or _copied(fact, left, right, texts))
    if any(reason.code == "calendar" for reason in decisive.reasons):
        sure = round(sure * odds.one_day(left, right), 6)
        reasons = (*reasons, odds.reason(left, right, [document.id for document in documents]))
    values = [
        wording.said(_in_known_year(c, fact.members), texts[c.document])
        for c in _asked(fact.members, decisive, calendars)
    ]
    return Finding(
        id=grading.finding_id(kind, readings),
        topic=wording.topic(fact.members, texts),
        question=wording.question(_contested(fact, decisive), texts, values),
        kind=kind,
        relation=decisive.relation,
        scope=_scope(fact, decisive),
        confidence=sure,
        severity=grading.severity(fact, decisive),
        explanation=" ".join(r.sentence for r in reasons if r.sentence),
        readings=readings,
        reasons=reasons,
        difference=decisive.difference,
    )


def _decisive(members: Sequence[Context], calendars: CalendarEvidence) -> tuple[Context, Context, Verdict]:
    """The pair of readings whose relation comes first in the order of relations.

    Among those, a pair whose values the text writes in full comes first, then the widest gap.
    """
    judged = [(a, b, v) for a, b in combinations(members, 2) if (v := judge(a.claim, b.claim, calendars))]
    rank = {relation: i for i, relation in enumerate(grading.RELATION_ORDER)}
    return min(
        judged,
        key=lambda t: (
            rank[t[2].relation],
            _inferred(t[0], t[1]),
            -t[2].gap,
            sorted((t[0].claim.value, t[1].claim.value)),  # not the order of the files
            (t[0].index, t[1].index),
        ),
    )


def _inferred(left: Context, right: Context) -> bool:
    """Whether the values differ in a part that one of the texts does not write."""
    parts = {*left.claim.inferred, *right.claim.inferred}
    if left.claim.date is None or right.claim.date is None:
        return bool(parts)
    dates = left.claim.date, right.claim.date
    if left.document != right.document:  # one source keeps count of its own years
        dates = in_one_year(*dates)
    a, b = (date.first for date in dates)
    if "day" not in parts and any(date.edtf.startswith("XXXX") for date in dates):
        return "month" in parts  # they differ in any year
    if a is None or b is None or "day" in parts:
        return bool(parts)
    return ("year" in parts and a.year != b.year) or ("month" in parts and a.month != b.month)


def _copied(fact: Fact, left: Context, right: Context, texts: Sequence[str]) -> bool:
    """The two stand in copies of one passage and are written in other words there: what is reckoned differs too.

    Where the copies write the same words ("ten hours later"), they differ in what those are counted from, elsewhere.
    """
    one, other = (texts[c.document][c.claim.start : c.claim.end] for c in (left, right))
    if one == other:
        return False
    pair = {left.index, right.index}
    copies = {"same_text", "paraphrase"}
    return any(m.aligned in copies for m in fact.matches if {m.left.index, m.right.index} == pair)


def _distinct(members: Sequence[Context]) -> list[Context]:
    """One context for each value, smallest or earliest value first."""
    seen: dict[str, Context] = {}
    for context in members:
        seen.setdefault(context.claim.value, context)
    return sorted(seen.values(), key=lambda c: (_size(c), c.index))


def _asked(members: Sequence[Context], decisive: Verdict, calendars: CalendarEvidence) -> list[Context]:
    """The values a question asks about: in a conflict only those that stand against another."""
    values = _distinct(members)
    if decisive.agrees:
        return values
    pairs = [(a, b) for a, b in combinations(values, 2) if (v := judge(a.claim, b.claim, calendars)) and not v.agrees]
    opposed = {c.index for pair in pairs for c in pair}
    return [c for c in values if c.index in opposed] or values


def _contested(fact: Fact, decisive: Verdict) -> Sequence[Context]:
    """The readings a question is worded by: in a conflict those that are likeliest told of one fact and differ."""
    differing = [m for m in fact.matches if m.verdict.relation == decisive.relation]
    if decisive.agrees or not differing:
        return fact.members
    likeliest = max(m.probability for m in differing)
    return [c for m in differing if m.probability == likeliest for c in (m.left, m.right)]


def _in_known_year(context: Context, members: Sequence[Context]) -> Claim:
    """The claim with the year that others know, where its own text writes none.

    A year another witness writes, of the same day if one does; else the one most members were read to be in.
    """
    date = context.claim.date
    if date is None or "year" not in date.inferred:
        return context.claim
    dates = [c.claim.date for c in members if c.claim.date and c.claim.date.first]
    written = sorted((d for d in dates if "year" not in d.inferred), key=lambda d: d.edtf[4:] != date.edtf[4:])
    years = Counter(d.first.year for d in dates if d.first).most_common(2)
    if not written and len(years) > 1 and years[0][1] > years[1][1]:
        written = [d for d in dates if d.first and d.first.year == years[0][0]]
    if not written:
        return context.claim
    known = in_one_year(date, written[0])[0]
    return context.claim if known is date else replace(context.claim, date=known, value=known.edtf)


def _size(context: Context) -> float:
    claim = context.claim
    if claim.date:
        return float(next((b for b in claim.date.bounds() if b is not None), 0))
    if claim.time:
        return claim.time.hour * 60 + claim.time.minute
    if claim.quantity:
        return claim.quantity.low
    return claim.duration.low if claim.duration else 0.0


def _readings(members: Sequence[Context], documents: Sequence[Document]) -> tuple[Reading, ...]:
    found = (reading(documents[c.document], _in_known_year(c, members), c.clause, c.room) for c in members)
    return tuple(sorted(found, key=lambda r: (r.source, r.start)))


def _scope(fact: Fact, decisive: Verdict) -> Scope:
    """Between sources unless every pair of that relation stands in one source."""
    pairs = [m for m in fact.matches if m.verdict.relation == decisive.relation] or list(fact.matches)
    return "within" if all(m.left.document == m.right.document for m in pairs) else "between"


def _reasons(fact: Fact, left: Context, right: Context, decisive: Verdict) -> tuple[Reason, ...]:
    """Why it is one fact (from the match of the deciding pair, or one like it), then what was tried on the values."""
    match = _telling(fact, left, right, decisive)
    order = order_reason(match.left, match.right, decisive) if decisive.relation == "conflict" else ()
    hint = () if any(reason.code == "slip" for reason in decisive.reasons) else hint_reason(decisive)
    return match.reasons + decisive.reasons + order + hint


def _telling(fact: Fact, left: Context, right: Context, decisive: Verdict) -> EventMatch:
    pair = {left.index, right.index}
    exact = [m for m in fact.matches if {m.left.index, m.right.index} == pair]
    alike = [m for m in fact.matches if m.verdict.relation == decisive.relation]
    return next(iter((*exact, *alike, *fact.matches)))


def parallel(match: EventMatch, why: str, documents: Sequence[Document]) -> Parallel:
    """Two claims that looked alike and were judged different, with the reason."""
    texts = [document.source.text for document in documents]
    members = (match.left, match.right)
    return Parallel(wording.topic(members, texts), why, _readings(members, documents))
