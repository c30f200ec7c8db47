"""Whether a collection gives any sign that the old calendar may be in play."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Extraction
    from analyzer.values.dates import UncertainDate

# Britain was the last large country of western Europe to change, in 1752; later dates are Gregorian unless a source
# marks one, or the manifest names a country that changed later.
WESTERN_UNTIL = 1752
SIGNS = frozenset({"marked", "paired", "manifest"})


@dataclass(frozen=True, slots=True)
class CalendarEvidence:
    """The country the sources write of, if known, and the last year a date may be Julian in without a mark of its own.

    `julian_until` is None where the table of the country's change, or of the last change of all, decides.
    """

    country: str = ""
    julian_until: int | None = None


def calendar_evidence(extractions: Sequence[Extraction]) -> CalendarEvidence:
    """Read the signs: one country in all manifest entries, or a date after 1752 with a calendar of its own.

    A weekday is a sign only where it proves the old calendar: that it fits the new one is what all days do.
    """
    countries = {e.document.source.facts.country for e in extractions} - {""}
    if len(countries) == 1:
        return CalendarEvidence(country=countries.pop())
    dates = (c.date for e in extractions for c in e.claims if c.date and c.date.first)
    signed = any(_is_sign(d) for d in dates if d.first and d.first.year > WESTERN_UNTIL)
    return CalendarEvidence(julian_until=None if signed else WESTERN_UNTIL)


def _is_sign(date: UncertainDate) -> bool:
    return date.basis in SIGNS or date.other is not None or (date.basis == "weekday" and date.calendar == "julian")
