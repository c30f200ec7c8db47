"""How sure and how grave a finding is, its id, and its place in the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare import grading
from analyzer.compare.facts import Fact
from analyzer.compare.gate.same_event import EventMatch
from analyzer.compare.verdicts import Verdict
from analyzer.model import Finding, Reading

if TYPE_CHECKING:
    from analyzer.model import Relation
    from tests.compare.told import Tell


def reading(quote: str, value: str, source: str = "a", start: int = 0) -> Reading:
    return Reading(source, start, start + len(quote), quote, value, quote)


def made(relation: Relation, severity: int = 1, confidence: float = 0.9, source: str = "a", start: int = 0) -> Finding:
    first = reading("The mill burned in 1852", "1852", source, start)
    return Finding("f", "mill", "When?", "date", relation, "between", confidence, severity, "", (first,), ())


def verdict(relation: Relation, outcome: str = "conflict", gap: float = 1.0) -> Verdict:
    return Verdict(relation, outcome, gap, "", ())


READINGS = st.lists(st.builds(reading, st.text(min_size=1), st.text(min_size=1)), min_size=1, max_size=4)


@given(readings=READINGS, moved=st.integers(0, 10_000))
@settings(deadline=None, max_examples=60)
def test_an_id_depends_on_quotes_and_values_alone(readings: list[Reading], moved: int) -> None:
    """Neither the order of the readings nor their offsets nor the names of the files change it."""
    elsewhere = [replace(r, source="z", start=r.start + moved, end=r.end + moved) for r in reversed(readings)]

    assert grading.finding_id("date", readings) == grading.finding_id("date", elsewhere)


def test_another_kind_quote_or_value_is_another_id() -> None:
    """Two findings on the same words are told apart by kind and value."""
    plain = [reading("in 1852", "1852"), reading("in 1853", "1853")]
    ids = {
        grading.finding_id("date", plain),
        grading.finding_id("number", plain),
        grading.finding_id("date", [plain[0], reading("in 1853", "1854")]),
        grading.finding_id("date", [plain[0], reading("in the year 1853", "1853")]),
    }

    assert 4 == len(ids)


def test_the_report_begins_with_the_gravest_and_surest_conflicts() -> None:
    """Conflicts first, then severity, confidence, first source and place."""
    ordered = [
        made("conflict", 3, 0.9),
        made("conflict", 3, 0.8),
        made("conflict", 2, 0.99),
        made("calendar_variant", 3, 0.9),
        made("agreement", 2, 0.9, "a", 5),
        made("rounding", 2, 0.9, "a", 9),
        made("agreement", 2, 0.9, "b", 0),
        made("agreement", 1, 0.99),
    ]

    shuffled = ordered[::-1]

    assert ordered == sorted(shuffled, key=grading.report_order)


@pytest.fixture(scope="module")
def founding(tell: Tell) -> Fact:
    """One founding with two days, and a match of probability 0.8."""
    told = tell("The fort of Kars was founded on 8 May 1848.", "The fort of Kars was founded on 12 May 1848.")
    left, right = told.context("1848-05-08"), told.context("1848-05-12")
    return Fact((left, right), (EventMatch(left, right, verdict("conflict"), 0.8, None, ()),))


def test_nothing_is_surer_than_that_it_is_one_fact(founding: Fact) -> None:
    """The confidence of a conflict is at most the probability of one fact, and never certainty."""
    certain = Fact(founding.members, (replace(founding.matches[0], probability=1.0),))

    assert 0.8 == grading.confidence(founding, verdict("conflict"), written=True)
    assert grading.confidence(certain, verdict("conflict"), written=True) < 1


@pytest.mark.parametrize("relation", ["conflict", "granularity"])
def test_a_difference_on_an_inferred_part_is_less_sure(founding: Fact, relation: Relation) -> None:
    """What the text does not write counts for less, for a conflict as for its explanation by exactness."""
    written = grading.confidence(founding, verdict(relation), written=True)

    assert grading.confidence(founding, verdict(relation), written=False) < written


def test_agreement_on_an_inferred_part_is_no_less_sure(founding: Fact) -> None:
    """Another witness that writes the value confirms what was inferred."""
    written = grading.confidence(founding, verdict("agreement"), written=True)

    assert grading.confidence(founding, verdict("agreement"), written=False) == written


@pytest.mark.parametrize("outcome", ["near_variant", "double_conversion", "overlap", "approximate"])
def test_a_doubtful_difference_is_less_sure(founding: Fact, outcome: str) -> None:
    """Where the difference itself may have another cause, its finding says so."""
    plain = grading.confidence(founding, verdict("conflict"), written=True)

    assert grading.confidence(founding, verdict("conflict", outcome), written=True) < plain


def test_the_date_of_a_key_event_changes_the_story(founding: Fact) -> None:
    """A founding told with two days is of the gravest kind, the same day twice is not."""
    assert 3 == grading.severity(founding, verdict("conflict"))
    assert grading.severity(founding, verdict("agreement", "equal")) < 3
    assert 1 == grading.severity(founding, verdict("rounding"))


def test_the_date_of_a_passing_act_is_less_grave(founding: Fact) -> None:
    """Without a key event a careful reader settles the date, but the story stands."""
    members = tuple(replace(context, families=frozenset({"walk"})) for context in founding.members)

    assert 2 == grading.severity(replace(founding, members=members), verdict("conflict"))


def test_copies_of_one_text_make_one_finding_of_their_own_mistake(tell: Tell) -> None:
    """Ids leave the source out: two copies of a wrong sum would have had one id for two findings."""
    text = "The ship carried 840 passengers and 172 crew, a total of 1,102."
    told = tell(text, text)
    sums = [f for f in told.findings if f.reasons[0].code == "sum"]

    assert [("a", "b")] == [tuple(dict.fromkeys(r.source for r in f.readings)) for f in sums]
    assert len(told.findings) == len({f.id for f in told.findings})


@pytest.mark.parametrize(("counted", "severity"), [("people were killed", 3), ("carts were hired", 2)])
def test_how_many_died_changes_the_story(tell: Tell, counted: str, severity: int) -> None:
    """Sixteen or nineteen dead is no detail; sixteen or nineteen carts may be."""
    told = tell(*(f"When the bridge of Wells fell, {n} {counted}." for n in (16, 19)))

    assert [severity] == [f.severity for f in told.of("conflict")]
