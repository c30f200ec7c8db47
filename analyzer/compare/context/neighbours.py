"""The values told beside a claim: the date of its sentence, the year reached, shared figures, room for a quote."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from analyzer.model import Claim, Extraction
    from analyzer.values.dates import UncertainDate

Dating = Literal["act", "sentence", "story", ""]
AND_ONE = re.compile(r"\b(?:and|plus|besides|with|together with|as well as)\s+one\s+(?!of\b|day\b|or\b)[a-z]")
LONGEST_DATE = 40  # code points
COMMON = 20  # numbers up to a score are shared by chance


class Neighbours:
    """The claims of one document, looked up from each other."""

    def __init__(self, extraction: Extraction) -> None:
        """Read the dates, the figures and the order of a document's claims."""
        self._document = extraction.document
        self._dated = [c for c in extraction.claims if c.date and c.date.first and c.sentence >= 0]
        self._dates: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in self._dated:
            if "year" not in claim.inferred:
                self._dates[claim.sentence].append(claim)
        self._figures: defaultdict[int, set[float]] = defaultdict(set)
        self._counts: defaultdict[int, list[Claim]] = defaultdict(list)
        self._numbers: defaultdict[int, list[Claim]] = defaultdict(list)
        self._edges: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for claim in extraction.claims:
            if claim.quantity is not None:
                self._numbers[claim.sentence].append(claim)
            self._edges[claim.kind].append((claim.start, claim.end))
            if (figure := _figure(claim)) is not None:
                self._figures[claim.sentence].add(figure)
            if claim.quantity is not None and claim.quantity.form == "cardinal" and not claim.quantity.unit:
                self._counts[claim.sentence].append(claim)

    def when(self, claim: Claim) -> UncertainDate | None:
        """The date a claim's sentence tells it of: one of its own act, else of another.

        Of several it is the last written one before the claim, else the first after it.
        """
        found = self._dating(claim)
        return found.date if found else None

    def dating(self, claim: Claim) -> Dating:
        """How surely a claim is dated: by a date of its own act, of its sentence, or by the story before it."""
        if found := self._dating(claim):
            return "act" if _one_act(found, claim) else "sentence"
        return "story" if self.year(claim) is not None else ""

    def _dating(self, claim: Claim) -> Claim | None:
        here = [c for c in self._dates[claim.sentence] if (c.start, c.end) != (claim.start, claim.end)]
        for dates in ([c for c in here if _one_act(c, claim)], here):
            before = [c for c in dates if c.end <= claim.start]
            if dates:
                return (*before[-1:], *dates[:1])[0]
        return None

    def year(self, claim: Claim) -> int | None:
        """The year a claim is told of: its sentence's, else that of the last date before it in the section."""
        when = self.when(claim)
        if when is not None and when.first is not None:
            return when.first.year
        section = self._document.sections[self._document.sentences[claim.sentence].section]
        last = bisect_left(self._dated, claim.start, key=lambda c: c.start) - 1
        date = self._dated[last].date if last >= 0 and self._dated[last].start >= section.start else None
        return date.first.year if date and date.first else None

    def figures(self, claim: Claim) -> frozenset[float]:
        """The plain numbers of a claim's sentence beyond those that everything is counted in."""
        return frozenset(self._figures[claim.sentence])

    def sums(self, claim: Claim) -> frozenset[float]:
        """What a count adds up to with another of its sentence: "thirty-five on board died, and one on the ground"."""
        here = self._counts[claim.sentence]
        if not any(c is claim or (c.start, c.end) == (claim.start, claim.end) for c in here) or claim.quantity is None:
            return frozenset()
        others = [c.quantity.low for c in here if (c.start, c.end) != (claim.start, claim.end) and c.quantity]
        if AND_ONE.search(self._document.source.text, claim.end, self._document.sentences[claim.sentence].end):
            others.append(1.0)
        return frozenset(claim.quantity.low + other for other in others)

    def beside(self, claim: Claim) -> frozenset[float]:
        """The other numbers of a claim's sentence of its own unit, or written without one."""
        own = claim.quantity
        here = [c.quantity for c in self._numbers[claim.sentence] if (c.start, c.end) != (claim.start, claim.end)]
        if own is None:
            return frozenset()
        return frozenset(
            q.low for q in here if q and q.unit in {"", own.unit} and q.form != "ordinal" and q.low == q.high
        )

    def opening(self, claim: Claim) -> frozenset[str]:
        """The ordinal that opens a row, behind its date or hour at most: "18:33. First turn", "Second bridge: ..."."""
        start = self._document.sentences[claim.sentence].start
        first = next((c for c in self._numbers[claim.sentence] if c.quantity and c.quantity.form == "ordinal"), None)
        if first is None or first.start >= start + LONGEST_DATE or not first.quantity:
            return frozenset()
        dated = [c for c in (*self._dates[claim.sentence], claim) if c.end <= first.start]
        between = self._document.source.text[max((c.end for c in dated), default=start) : first.start]
        return frozenset() if re.search(r"\w", between) else frozenset({f"{first.quantity.low:g}"})

    def room(self, claim: Claim) -> tuple[int, int]:
        """The clean range from the end of the last claim of the same kind to the start of the next."""
        edges = self._edges[claim.kind]
        at = bisect_left(edges, (claim.start, claim.end))
        after = next((start for start, _ in edges[at:] if start >= claim.end), sys.maxsize)
        return max((end for _, end in edges[max(0, at - 1) : at]), default=0), after


def _one_act(one: Claim, other: Claim) -> bool:
    """Whether two values of a sentence are told of one predicate."""
    return one.frames[:1] == other.frames[:1] != ()


def _figure(claim: Claim) -> float | None:
    quantity = claim.quantity
    if quantity is None or quantity.low != quantity.high or quantity.form == "ordinal" or quantity.low <= COMMON:
        return None
    return quantity.low
