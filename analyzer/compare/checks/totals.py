"""Checks totals against the parts that the same sentence counts: the sum has to come out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.readings import reading
from analyzer.model import Reason
from analyzer.values.compare_quantities import compare_quantities
from analyzer.values.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document, Finding
    from analyzer.values.compare_quantities import QuantityComparison

TOTAL_BEFORE = re.compile(
    r"\b(?:(?:a |grand )*total(?:l?ing|l?ed)?(?: of)?|in all|all told|altogether|making(?: in all| a total of)?),? $",
    re.IGNORECASE,
)
TOTAL_AFTER = re.compile(r"^(?: [\w’'-]+){0,2},? (?:in (?:all|total)|altogether|all told)\b", re.IGNORECASE)
OUT_OF = re.compile(r"\bof (?:the |its |her |his |their |these |those |all )?(?:[\w’'-]+ )?$", re.IGNORECASE)
LIST = re.compile(r"^[^.;:()]{0,40}?(?:,|;|\band\b|\bplus\b)(?: and)? (?:the |another |some |about )?$")
OPENS = re.compile(r"^(?: [\w’'-]+){0,3}(?: \(|: | – | — )$")
CLOSES = re.compile(r"^(?! (?:among|of|included|mostly|at least))(?: (?!among|included)[\w’'-]+){1,4}([).;])")
DEAD = frozenset({"die", "kill"})
DEAD_WORDS = frozenset({"lose", "drown", "perish"})
SAVED = frozenset({"survive", "rescue"})
FAR_OFF = 0.5  # share of the total by which parts may miss it and still be meant as its parts
STATED, LISTED = 0.75, 0.65  # sureness that the parts are all: the text says so; it lists them, or dead and saved


@dataclass(frozen=True, slots=True)
class Addition:
    """A total with the parts that should make it up, in order of the text, and how sure it is that these are all."""

    total: Context
    parts: tuple[Context, ...]
    sureness: float


def total_findings(contexts: Sequence[Context], documents: Sequence[Document]) -> Iterator[Finding]:
    """Findings within each source on totals; agreement or rounding where the sum comes out, else conflict."""
    told: defaultdict[tuple[int, int], list[Context]] = defaultdict(list)
    for context in contexts:
        quantity = context.claim.quantity
        if quantity is not None and quantity.form == "cardinal" and quantity.low >= 1:
            told[context.document, context.claim.sentence].append(context)
    for (number, _), members in sorted(told.items()):
        for addition in _additions(members, documents[number].source.text):
            found = _checked(addition)
            if found is not None:
                yield _finding(addition, found, documents[number])


def _additions(members: Sequence[Context], text: str) -> Iterator[Addition]:
    """At most one addition for each total of a sentence; a total needs two parts or more."""
    for i, total in enumerate(members):
        before, after = _run(members[:i], text, backward=True), _run(members[i + 1 :], text, backward=False)
        gap = text[total.claim.end : after[0].claim.start] if after else ""
        lead = text[max(0, total.claim.start - 30) : total.claim.start]
        stated = TOTAL_BEFORE.search(lead) or TOTAL_AFTER.search(text[total.claim.end : total.claim.end + 40])
        if stated and len(before) > 1 and total.claim.start - before[-1].claim.end < 60:
            yield Addition(total, before, STATED)
        elif len(after) > 1 and OPENS.match(gap) and (stated or _closed(after, text, gap)):
            yield Addition(total, after, STATED if stated else LISTED)
        elif OUT_OF.search(lead) and (fates := _fates(members[i + 1 :])):
            yield Addition(total, fates, LISTED)


def _run(members: Sequence[Context], text: str, *, backward: bool) -> tuple[Context, ...]:
    """The numbers next to a place that a list joins with commas and "and", in order of the text."""
    run: list[Context] = []
    for context in reversed(members) if backward else members:
        if run:
            first, second = (context, run[-1]) if backward else (run[-1], context)
            if not LIST.match(text[first.claim.end : second.claim.start]):
                break
        run.append(context)
    return tuple(reversed(run)) if backward else tuple(run)


def _closed(parts: Sequence[Context], text: str, gap: str) -> bool:
    """A list in brackets, or after a colon, that ends with its last part is all of them."""
    end = CLOSES.match(text[parts[-1].claim.end : parts[-1].claim.end + 60])
    return end is not None and (end[1] == ")") == gap.endswith("(")


def _fates(members: Sequence[Context]) -> tuple[Context, ...]:
    """The one number of the dead and the one of the saved, in order; empty without both."""
    dead = [c for c in members if c.families & DEAD or c.lemma in DEAD_WORDS]
    saved = [c for c in members if c.families & SAVED or c.lemma == "save"]
    return tuple(sorted((*dead, *saved), key=lambda c: c.index)) if len(dead) == len(saved) == 1 else ()


def _checked(addition: Addition) -> QuantityComparison | None:
    """The total against the sum; None where the parts have other units or miss the total by far."""
    total = addition.total.claim.quantity
    parts = [c.claim.quantity for c in addition.parts if c.claim.quantity]
    if total is None or {p.unit for p in parts} - {"", total.unit}:
        return None
    low, high = sum(p.low for p in parts), sum(p.high for p in parts)
    value, digits = f"{low:.10g}", len(f"{low:.0f}")
    summed = Quantity(
        value, low, high, total.form, total.unit, "about" if any(p.approximator for p in parts) else "", digits
    )
    if max(abs(total.low - low), abs(total.high - high)) > FAR_OFF * total.high:
        return None
    found = compare_quantities(total, summed)
    return found if found.relation in {"agreement", "rounding", "conflict"} else None


def _finding(addition: Addition, found: QuantityComparison, document: Document) -> Finding:
    members = (addition.total, *addition.parts)
    readings = (reading(document, c.claim, c.clause) for c in members)
    stated = [document.source.text[c.claim.start : c.claim.end] for c in members]
    low = sum(c.claim.quantity.low for c in addition.parts if c.claim.quantity)
    relation = found.relation or "agreement"
    holds = ", the total given." if relation == "agreement" else f"; the total given is {stated[0]}."
    sentence = f"{' + '.join(stated[1:])} = {low:,.10g}{holds}"
    made = grading.made(
        "number",
        relation,
        readings,
        topic=f"total: {stated[0]}",
        question=f"Is {stated[0]} the sum of its parts?",
        grade=(addition.sureness, 2 if relation == "conflict" else 1),
        reasons=(Reason("sum", sentence, addition.total.claim.value, f"{low:.10g}"),),
    )
    return replace(made, difference=found.difference)
