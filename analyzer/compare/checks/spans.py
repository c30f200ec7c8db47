"""Holds acts against the spans of time a source gives: what it says was during a period, and what ended a term."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.context.rarity import words
from analyzer.compare.readings import reading
from analyzer.model import Reason
from analyzer.values.date_words import describe
from analyzer.values.edtf import interval_ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document, Finding

NAME = r"the ((?:[A-Z][\w’'-]+)(?: (?:of )?[A-Z][\w’'-]+){1,3})"
BEFORE_SPAN = re.compile(NAME + r"(?: of|,| \(|,? which lasted)?(?: from| between)? ?$")  # "the Long War (1801–1809)"
DURING_BEHIND = re.compile(r",? (?:during|amid|in the midst of|at the height of) " + NAME)
DURING_BEFORE = re.compile(r"\b(?:[Dd]uring|[Aa]mid|[Aa]t the height of) " + NAME + r",? (?:in|on) $")
REACH = 90  # code points around a date in which a period is named
TERMS = frozenset({"serve", "lead"})  # families of states that a span is told of
ENDS = frozenset({"resign", "remove", "exile", "withdraw", "depart"})  # families of acts that end them
RETURNS = frozenset({"join", "return", "appoint", "elect", "become"})
OUTSIDE = 0.85  # sureness that a date outside of a named period contradicts it: arithmetic, once both are read
EARLY = 0.82  # the same of an act that ends a term before its end; who is meant has to be read too
MARGIN = 366  # days: terms are told in whole years


def span_findings(contexts: Sequence[Context], documents: Sequence[Document]) -> Iterator[Finding]:
    """Conflicts within each source of dates with spans of time that can't hold them."""
    by_document: defaultdict[int, list[Context]] = defaultdict(list)
    for context in contexts:
        if context.claim.date is not None and "year" not in context.claim.inferred:
            by_document[context.document].append(context)
    for number, dated in by_document.items():
        yield from _outside_periods(dated, documents[number])
        yield from _ended_early(dated, documents[number])


def _outside_periods(dated: Sequence[Context], document: Document) -> Iterator[Finding]:
    """A date said to be during a period that the source elsewhere dates otherwise, however often it dates it."""
    text = document.source.text
    periods: defaultdict[str, list[Context]] = defaultdict(list)
    for context in dated:
        found = BEFORE_SPAN.search(text, max(0, context.claim.start - REACH), context.claim.start)
        if found and _ends(context) is not None:
            periods[_key(found[1])].append(context)
    for context in dated:
        name = _during(context, text)
        spans = [s for s in periods.get(_key(name), ()) if s.claim.sentence != context.claim.sentence]
        if spans and all(_apart(context, span) for span in spans):
            said = Reason("during", f"The date is told as one during the {name}.")
            given = f"The same source gives the {name} as {_said(spans[0])}."
            reasons = (said, Reason("period", given))
            question = f"Was {_said(context)} during the {name}, told as {_said(spans[0])}?"
            yield _finding(name, question, (OUTSIDE, 2), (context, *spans), reasons, document)


def _during(context: Context, text: str) -> str:
    """The name of the period that a date is said to be in, without its article; empty without one."""
    claim = context.claim
    behind = DURING_BEHIND.match(text, claim.end, claim.end + REACH)
    before = DURING_BEFORE.search(text, max(0, claim.start - REACH), claim.start)
    found = behind or before
    return found[1] if found else ""


def _key(name: str) -> str:
    return " ".join(words(name))


def _ended_early(dated: Sequence[Context], document: Document) -> Iterator[Finding]:
    """Somebody is said to have been something over a span, and to have been put or gone out of it years before."""
    terms = [c for c in dated if c.families & TERMS and _ends(c) is not None and _stands(c)]
    acts = [c for c in dated if c.families & (ENDS | RETURNS) and _stands(c)]
    for term in terms:
        later = [a for a in acts if _well_inside(a, term) and _same_post(term, a)]
        ends = [a for a in later if a.families & ENDS]
        if ends and not any(a.families & RETURNS for a in later):
            what, until, end = _post(term), _last_year(term), ends[0]
            reason = Reason("term", f"It is told of {_said(term)}, and that it ended by {_said(end)}.")
            question = f"Did {what} end in {until} or by {_said(end)}?"
            yield _finding(what, question, (EARLY, 3), (term, end), (reason,), document)


def _post(term: Context) -> str:
    """Whose term it was, and as what, in the source's words."""
    subject = term.frame.subject if term.frame else None
    post = next((m.text for m in term.frame.objects), "") if term.frame else ""
    if subject is None or subject.resolved or not post:
        return "this term"
    return f"{subject.text}’s time as {post}"


def _last_year(term: Context) -> int:
    """The year a span ends in."""
    _, last = interval_ends(term.claim.date) if term.claim.date else (None, None)
    return last.last.year if last and last.last else 0


def _stands(context: Context) -> bool:
    """It is told as a fact."""
    return context.frame is not None and not context.frame.negated and context.frame.modality == "asserted"


def _same_post(term: Context, act: Context) -> bool:
    """Both are told of one person, and the act names the post or the body that the term is of."""
    if term.frame is None or act.frame is None or term.frame.subject is None:
        return False
    person = set(words(term.frame.subject.key))
    post = {w for m in term.frame.objects for w in words(m.text)} - person
    left = {w for m in act.frame.objects for w in words(m.head)} - person
    return bool(person & (act.undergoer | act.actors)) and bool(left & post)


def _well_inside(act: Context, term: Context) -> bool:
    """The act lies in the term, a year or more from both of its ends."""
    span, bounds = _ends(term), act.claim.date.bounds() if act.claim.date else (None, None)
    if span is None or bounds[0] is None or bounds[1] is None:
        return False
    return span[0] + MARGIN < bounds[0] and bounds[1] < span[1] - MARGIN


def _ends(context: Context) -> tuple[int, int] | None:
    """The first and the last day of a span with both ends written; None for any other date."""
    date = context.claim.date
    first, last = interval_ends(date) if date else (None, None)
    if date is None or first is None or last is None or first is last:
        return None
    start, end = date.bounds()
    return None if start is None or end is None else (start, end)


def _apart(context: Context, span: Context) -> bool:
    """No day of the date lies in the span."""
    whole, bounds = _ends(span), context.claim.date.bounds() if context.claim.date else (None, None)
    if whole is None or bounds[0] is None or bounds[1] is None:
        return False
    return bounds[1] < whole[0] or whole[1] < bounds[0]


def _said(context: Context) -> str:
    return describe(context.claim.date) if context.claim.date else context.claim.value


def _finding(
    topic: str,
    question: str,
    grade: tuple[float, int],
    members: Sequence[Context],
    reasons: tuple[Reason, ...],
    document: Document,
) -> Finding:
    """A conflict of dates; `grade` is its confidence and severity."""
    readings = (reading(document, c.claim, c.clause, c.room) for c in members)
    return grading.made("date", "conflict", readings, topic=topic, question=question, grade=grade, reasons=reasons)
