"""How probable it is that a date stands in the old calendar, by all that its source shows.

The calendar belongs to each date and one source may use both, so proven dates nearby shift the odds of an unmarked one
and never settle them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.model import Reason
from analyzer.values.date_readings import possible_calendars, proven_calendar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.context.contexts import Context
    from analyzer.model import Extraction
    from analyzer.values.calendars import Calendar
    from analyzer.values.dates import UncertainDate

NEARBY = 3  # years: a source may follow an author of other habits in its next chapter
PER_PROOF = 0.7  # log odds of one proven date of the source
MOST = 2.1  # log odds of all of them: sources mix calendars
UNSIGNED = -1.5  # log odds where no source gives any sign of the old calendar in years when few countries kept it
# Share of pairs of unlike values that meet after conversion by chance: days within a month, months with a neighbour.
CHANCE = {"day": 1 / 30, "month": 1 / 4}
COARSE_CHANCE = 1 / 2


@dataclass(frozen=True, slots=True)
class CalendarOdds:
    """What each document proves: by its index the years and calendars of its proven dates."""

    proofs: Mapping[int, tuple[tuple[int, Calendar], ...]]
    evidence: CalendarEvidence

    @classmethod
    def of(cls, extractions: Sequence[Extraction], evidence: CalendarEvidence) -> CalendarOdds:
        """Collect the dates that a mark, a pair or a weekday proves; what the law of a country proves is no habit."""
        proofs: defaultdict[int, list[tuple[int, Calendar]]] = defaultdict(list)
        for number, extraction in enumerate(extractions):
            for date in (claim.date for claim in extraction.claims if claim.date is not None):
                if date.first is not None and proven_calendar(date) and date.basis != "switch":
                    proofs[number].append((date.first.year, date.calendar))
        return cls({number: tuple(found) for number, found in proofs.items()}, evidence)

    def julian(self, date: UncertainDate, document: int) -> float:
        """Probability 0-1 that a date of a document is written in the Julian calendar.

        1 or 0 where the date proves its calendar or only one was in use; even odds where nothing is known.
        """
        possible = possible_calendars(date, self.evidence.country)
        if len(possible) == 1:
            return float(possible[0] == "julian")
        julian, gregorian = self.nearby(date, document)
        until = self.evidence.julian_until
        unsigned = until is not None and date.first is not None and date.first.year > until
        logit = max(-MOST, min(MOST, PER_PROOF * (julian - gregorian))) + (UNSIGNED if unsigned else 0.0)
        return round(1 / (1 + math.exp(-logit)), 6)

    def nearby(self, date: UncertainDate, document: int) -> tuple[int, int]:
        """How many dates of the document near that year are proven Julian, and how many Gregorian."""
        year = date.first.year if date.first else None
        near = [c for y, c in self.proofs.get(document, ()) if year is not None and abs(y - year) <= NEARBY]
        return near.count("julian"), near.count("gregorian")

    def one_day(self, left: Context, right: Context) -> float:
        """Probability 0-1 that two dates which meet after conversion are one day, and not unlike by chance.

        Bayes' rule over two explanations: the earlier number is Julian and the later Gregorian, or the two are unlike
        values that happen to lie the calendars' distance apart.
        """
        dates = sorted(((c.claim.date, c.document) for c in (left, right) if c.claim.date), key=_number)
        if len(dates) != 2:
            return 1.0
        (old, old_place), (new, new_place) = dates
        two = self.julian(old, old_place) * (1 - self.julian(new, new_place))
        grains = {old.granularity, new.granularity}
        chance = CHANCE["day"] if grains == {"day"} else CHANCE["month"] if grains <= CHANCE.keys() else COARSE_CHANCE
        return round(two / (two + chance * (1 - two)), 6)

    def reason(self, left: Context, right: Context, names: Sequence[str]) -> Reason:
        """What the sources show of their calendars, as the last step of a calendar explanation."""
        told = [self._shown(c.claim.date, c.document, names) for c in (left, right) if c.claim.date]
        sentence = " ".join(filter(None, dict.fromkeys(told))) or "No other date of these years proves its calendar."
        return Reason("calendar_odds", sentence, *(self._rounded(c) for c in (left, right)))

    def _shown(self, date: UncertainDate, document: int, names: Sequence[str]) -> str:
        julian, gregorian = self.nearby(date, document)
        parts = [f"{n} Julian" for n in (julian,) if n] + [f"{n} Gregorian" for n in (gregorian,) if n]
        return f"Of its dates of these years {names[document]} proves {' and '.join(parts)}." if parts else ""

    def _rounded(self, context: Context) -> float:
        return round(self.julian(context.claim.date, context.document), 3) if context.claim.date else 0.5


def _number(dated: tuple[UncertainDate, int]) -> tuple[int, int]:
    """Earlier written dates first."""
    return dated[0].bounds("gregorian")[0] or 0, dated[1]
