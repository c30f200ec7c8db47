"""Acts against the spans of time their source gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell

BETWEEN = " Nobody in Ulm knew where she was. "
PLAGUE = "Tom Keller and his wife died in the Great Plague of 1836–1838."


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hart disappeared in 1835 during the Great Plague in the northern towns.",
        "During the Great Plague, in 1841, Anna Hart disappeared.",
    ],
)
@pytest.mark.parametrize("period", [PLAGUE, "Tom Keller died in the Great Plague (1836–1838)."])
def test_a_date_said_to_be_during_a_period_lies_in_it(tell: Tell, text: str, period: str) -> None:
    """Before or behind the name of the period, and however its span is told."""
    found = tell(text + BETWEEN + period).of("conflict")

    assert [("date", "within", "period")] == [(f.kind, f.scope, f.reasons[-1].code) for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hart disappeared in 1837 during the Great Plague in the northern towns.",
        "Anna Hart disappeared in May 1836 during the Great Plague.",
        "Anna Hart disappeared in 1835, a year before the Great Plague.",
        "Anna Hart disappeared in 1735 during the Small Plague.",
    ],
)
def test_a_date_inside_or_not_said_to_be_inside_contradicts_nothing(tell: Tell, text: str) -> None:
    """Only a date said to be during the very period is held against it."""
    assert [] == tell(text + BETWEEN + PLAGUE).of("conflict")


def test_a_period_given_with_two_spans_holds_what_either_holds(tell: Tell) -> None:
    """Which of the spans is right is another question."""
    told = tell(
        "Anna Hart disappeared in 1840 during the Great Plague."
        + BETWEEN
        + PLAGUE
        + " Ida Rook wrote on the Great Plague (1836–1841)."
    )

    assert not [f for f in told.held if any(reason.code == "period" for reason in f.reasons)]


@pytest.mark.parametrize(
    "end",
    [
        "In 1927 Adam Hart was expelled from the party.",
        "Adam Hart left the Reform Party in 1927.",
    ],
)
def test_a_term_is_not_ended_years_before_its_end(tell: Tell, end: str) -> None:
    """Who was put out of a body was no longer its member."""
    found = tell(f"Adam Hart was a writer. {end} Adam Hart was a member of the Reform Party from 1901 to 1940.")

    assert [("date", "within", "term")] == [(f.kind, f.scope, f.reasons[-1].code) for f in found.of("conflict")]


@pytest.mark.parametrize(
    "end",
    [
        "In 1940 Adam Hart was expelled from the party.",
        "In 1927 Adam Hart was not expelled from the party.",
        "In 1927 Adam Hart was expelled from the country.",
        "In 1927 Ida Rook was expelled from the party.",
        "In 1927 Adam Hart was expelled from the party. In 1930 Adam Hart joined the party again.",
    ],
)
def test_other_ends_leave_a_term_as_it_is(tell: Tell, end: str) -> None:
    """At its end, denied, out of something else, of another person, or followed by a return."""
    told = tell(f"Adam Hart was a writer. {end} Adam Hart was a member of the Reform Party from 1901 to 1940.")

    assert [] == [f for f in told.held if f.kind == "date" and f.relation == "conflict"]
