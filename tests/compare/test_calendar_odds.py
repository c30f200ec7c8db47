"""How probable the old calendar is for a date that proves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.calendar_evidence import CalendarEvidence
from analyzer.compare.calendar_odds import CalendarOdds
from analyzer.values.dates import day_date, month_date

if TYPE_CHECKING:
    from analyzer.values.dates import UncertainDate
    from tests.compare.told import Tell, Told

OPEN = CalendarEvidence()
FIRE = "The mill of Wells burned down on {} 1905."
OLD = " The bridge of Wells fell on 3 March 1905 (O.S.). The school of Wells closed on 9 April 1905 (O.S.)."
NEW = " The bridge of Wells fell on 16 March 1905 (N.S.). The school of Wells closed on 22 April 1905 (N.S.)."


def odds(*proofs: str, evidence: CalendarEvidence = OPEN) -> CalendarOdds:
    """The odds of a first document with dates of 1905 proven to be of these calendars."""
    return CalendarOdds({0: tuple((1905, "julian" if p == "old" else "gregorian") for p in proofs)}, evidence)


def test_without_any_proof_the_odds_are_even() -> None:
    """Unknown is the right answer."""
    assert 0.5 == odds().julian(day_date(1905, 5, 1), 0)


@pytest.mark.parametrize(
    ("date", "probability"),
    [
        (day_date(1905, 5, 1, "julian", "marked"), 1.0),
        (day_date(1905, 5, 1, "gregorian", "weekday"), 0.0),
        (day_date(1066, 10, 14), 1.0),
        (day_date(1999, 10, 14), 0.0),
    ],
)
def test_what_is_proven_or_was_alone_in_use_is_certain(date: UncertainDate, probability: float) -> None:
    """No neighbour outweighs a mark, and before 1582 there was one calendar only."""
    assert probability == odds("new", "old", "old").julian(date, 0)


@given(st.lists(st.sampled_from(["old", "new"]), max_size=12))
def test_proofs_shift_the_odds_and_never_settle_them(proofs: list[str]) -> None:
    """More proofs of the old calendar than of the new raise the probability; one source may use both."""
    probability = odds(*proofs).julian(day_date(1905, 5, 1), 0)
    surplus = proofs.count("old") - proofs.count("new")

    assert (probability > 0.5) == (surplus > 0)
    assert (probability < 0.5) == (surplus < 0)
    assert 0.1 < probability < 0.9
    assert odds(*reversed(proofs)).julian(day_date(1905, 5, 1), 0) == probability


def test_proofs_of_other_years_or_of_another_source_say_nothing() -> None:
    """An author's habit in one chapter is not everybody's."""
    known = odds("old", "old")

    assert [0.5, 0.5] == [known.julian(day_date(1895, 5, 1), 0), known.julian(day_date(1905, 5, 1), 1)]


def test_no_sign_at_all_makes_the_old_calendar_unlikely() -> None:
    """In years when few countries kept it, somebody has to mention it."""
    western = odds(evidence=CalendarEvidence(julian_until=1752))

    assert 0 < western.julian(month_date(1905, 5), 0) < 0.3
    assert 0.5 == western.julian(day_date(1740, 5, 1), 0)


def confidence(told: Told) -> float:
    """That of the one finding on the fire."""
    return next(f.confidence for f in told.findings if f.relation == "calendar_variant" and "mill" in f.topic)


def test_a_calendar_explanation_is_the_surer_the_better_the_sources_fit_it(tell: Tell) -> None:
    """Old style in the first source and new style in the second explain it best; the other way round nothing does."""
    one, other = FIRE.format("1 May"), FIRE.format("14 May")
    fits, open_, against = (
        confidence(tell(one + a, other + b)) for a, b in ((OLD, NEW), (OLD, OLD.replace("Wells", "Ulm")), (NEW, OLD))
    )

    assert fits > open_ > against


def test_the_explanation_ends_with_what_the_sources_show(tell: Tell) -> None:
    """A reader sees on what the probability rests."""
    told = tell(FIRE.format("1 May") + OLD, FIRE.format("14 May"))
    found = next(f for f in told.findings if f.relation == "calendar_variant")

    assert "calendar_odds" == found.reasons[-1].code
    assert found.explanation.endswith("Of its dates of these years a proves 2 Julian.")
