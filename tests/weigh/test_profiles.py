"""Tests for the profile of a source."""

from __future__ import annotations

from analyzer.model import Claim, Comparison, Extraction, Finding, Reading, Reason
from analyzer.settings import WeighSettings
from analyzer.values.calendars import Day
from analyzer.values.dates import UncertainDate
from analyzer.weigh.profiles import make_profiles
from analyzer.weigh.witnesses import find_witnesses
from benchmarks.simulated_sources import document

DAY = UncertainDate("1906-04-18", Day(1906, 4, 18), Day(1906, 4, 18), "day")
YEAR = UncertainDate("1906", Day(1906, 1, 1), Day(1906, 12, 31), "year", approximate=True)


def test_a_profile_counts_precision_and_lone_claims() -> None:
    """Of three claims one stands in a finding; references to nothing are not counted."""
    told = document("a", [1, 2, 3, 4])
    at = [s.start for s in told.sentences]
    claims = (
        Claim("a", "date", at[0] + 3, at[0] + 9, "1906-04-18", 0, "r", date=DAY),
        Claim("a", "date", at[1] + 3, at[1] + 9, "1906", 1, "r", date=YEAR),
        Claim("a", "number", at[2] + 3, at[2] + 9, "3", 2, "r"),
        Claim("a", "reference", at[3] + 3, at[3] + 9, "", 3, "r"),
    )
    reading = Reading("a", at[1], at[2] - 1, "", "1906", "")
    other = Reading("b", 0, 5, "", "1907", "")
    finding = Finding("f", "", "", "date", "conflict", "between", 0.9, 1, "", (reading, other), (Reason("c", "s"),))
    documents = [told, document("b", [1])]
    extractions = [Extraction(told, claims, ()), Extraction(documents[1], (), ())]
    witnesses = find_witnesses(documents, (), WeighSettings())
    profile = make_profiles(extractions, Comparison((finding,)), witnesses, {"a": "B"})[0]

    assert (3, 2, 1, 0) == (profile.claims, profile.lone_claims, profile.conflicts, profile.internal_conflicts)
    assert (("day", 1), ("year", 1), ("about", 1)) == profile.precision
    assert ("B", True, 0) == (profile.grade, profile.original, profile.witness)
