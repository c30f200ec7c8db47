"""How a fact becomes a finding."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from analyzer.compare.calendar_odds import CalendarOdds
from analyzer.compare.facts import Fact
from analyzer.compare.findings import finding, parallel
from analyzer.model import Reason
from analyzer.values.dates import day_date
from tests.compare.told import NO_SIGNS, match

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from tests.compare.told import Tell, Told

NO_PROOFS = CalendarOdds({}, NO_SIGNS)


@pytest.fixture(scope="module")
def mill(tell: Tell) -> Told:
    """One fire told four times: twice in the first source, coarsely in the second, equally in the third."""
    return tell(
        "The mill of Wells burned down on 3 May 1852. The mill of Wells, it is clear, burned down on 9 May 1852.",
        "The mill of Wells burned down in May 1852.",
        "The mill of Wells burned down on 3 May 1852.",
    )


def fact(*members: Context) -> Fact:
    """A fact with a match of every two neighbours among its members."""
    why = (Reason("wording", "Both speak of the mill."),)
    return Fact(members, tuple(replace(match(left, right), reasons=why) for left, right in pairwise(members)))


def test_the_gravest_relation_of_any_two_readings_decides(mill: Told) -> None:
    """Among equal, coarser and other days it is the other day that counts."""
    day, later, month, same = (c for c in mill.contexts if c.claim.kind == "date")

    assert "agreement" == finding(fact(day, same), mill.documents, NO_PROOFS).relation
    assert "granularity" == finding(fact(day, month, same), mill.documents, NO_PROOFS).relation
    assert "conflict" == finding(fact(day, later, month, same), mill.documents, NO_PROOFS).relation


def test_a_conflict_of_one_source_with_itself_is_within(mill: Told) -> None:
    """The scope is that of the readings that can't both be right."""
    day, later, _, same = (c for c in mill.contexts if c.claim.kind == "date")

    assert "within" == finding(fact(day, later), mill.documents, NO_PROOFS).scope
    assert "between" == finding(fact(later, same), mill.documents, NO_PROOFS).scope


def test_reasons_tell_first_why_it_is_one_fact(mill: Told) -> None:
    """The match comes before what was tried on the values, and the prose is that of the reasons."""
    day, later = [c for c in mill.contexts if c.claim.kind == "date"][:2]
    found = finding(fact(day, later), mill.documents, NO_PROOFS)

    assert "wording" == found.reasons[0].code
    assert "6 days" == found.difference
    assert " ".join(reason.sentence for reason in found.reasons) == found.explanation


def test_every_member_is_a_reading(mill: Told) -> None:
    """No witness of a fact is lost, and each says its own value."""
    members = [c for c in mill.contexts if c.claim.kind == "date"]
    found = finding(fact(*members), mill.documents, NO_PROOFS)

    assert ["1852-05-03", "1852-05-09", "1852-05", "1852-05-03"] == [reading.value for reading in found.readings]


def test_a_question_asks_only_for_values_that_stand_against_another(mill: Told) -> None:
    """A month that holds both days is no third answer."""
    members = [c for c in mill.contexts if c.claim.kind == "date"]

    assert finding(fact(*members), mill.documents, NO_PROOFS).question.endswith(": 3 or 9 May 1852?")


def test_the_order_of_the_matches_changes_no_finding(mill: Told) -> None:
    """A finding depends on the fact alone."""
    whole = fact(*(c for c in mill.contexts if c.claim.kind == "date"))
    turned = Fact(whole.members, whole.matches[::-1])
    ids = {finding(each, mill.documents, NO_PROOFS).id for each in (whole, turned)}

    assert 1 == len(ids)


def test_a_parallel_keeps_both_readings_and_the_reason(mill: Told) -> None:
    """What was set aside can be read beside each other."""
    day, later = [c for c in mill.contexts if c.claim.kind == "date"][:2]
    found = parallel(fact(day, later).matches[0], "Another mill.", mill.documents)

    assert ("Another mill.", ["1852-05-03", "1852-05-09"]) == (found.reason, [r.value for r in found.readings])
    assert found.topic


def test_the_widest_of_several_differences_is_told(tell: Tell) -> None:
    """Three days of one fire differ by as much as the first and the last."""
    told = tell(*(f"The mill of Wells burned down on {day} May 1852." for day in (4, 3, 9)))
    members = [c for c in told.contexts if c.claim.kind == "date"]

    assert "6 days" == finding(fact(*members), told.documents, NO_PROOFS).difference


def test_a_borrowed_year_does_not_lessen_what_the_texts_write(tell: Tell) -> None:
    """The year is inferred in one text and is the other's: the day they differ in is written in both."""
    told = tell(
        "On 1 May 1850 it was sold. Anna Pell was born in March at Ulm. Anna Pell's mill of Wells burned on 3 May.",
        "Anna Pell's mill of Wells burned on 9 May 1852.",
    )
    found = next(f for f in told.of("conflict") if f.kind == "date")

    assert found.confidence > 0.5


def test_days_that_differ_in_any_year_are_a_conflict(tell: Tell) -> None:
    """Which year a text without years means changes nothing in that its day is another."""
    told = tell("The boat Kestrel left Ulm on 3 May with thirty men.", "The boat Kestrel left Ulm on 2 May 1915.")
    found = next(f for f in told.of("conflict") if f.kind == "date")

    assert found.confidence > 0.5


def test_a_day_told_without_a_year_is_shown_in_the_year_that_others_write(tell: Tell) -> None:
    """The narrative lost count of its years: its reading is 3 May of the year in which the other source writes it."""
    told = tell(
        "In 1850 the town grew. On 3 May the mill of Wells burned down.",
        "The mill of Wells burned down on 3 May 1852.",
    )

    assert [("agreement", ("1852-05-03",))] == told.verdicts


def test_of_inferred_years_the_one_most_sources_are_in_is_shown(mill: Told) -> None:
    """Two narratives against one."""
    day = next(c for c in mill.contexts if c.claim.kind == "date")
    years = [replace(day_date(year, 5, 3), inferred=frozenset({"year"})) for year in (1850, 1852, 1852)]
    members = [replace(day, index=n, claim=replace(day.claim, date=d, value=d.edtf)) for n, d in enumerate(years)]

    assert ["1852-05-03"] * 3 == [r.value for r in finding(fact(*members), mill.documents, NO_PROOFS).readings]


def test_a_slip_of_the_pen_is_named_once(tell: Tell) -> None:
    """The reason says it; the hint would only say it again."""
    told = tell("The mill of Wells cost 31,000 pounds.", "The mill of Wells cost 13,000 pounds.")

    assert 1 == told.findings[0].explanation.lower().count("transposed digits")
