"""Numbered events: a congress, a battle that is one of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.context.occasions import occasion
from analyzer.model import Claim
from analyzer.values.dates import year_date

if TYPE_CHECKING:
    from tests.compare.told import Tell


def dated(text: str, date: str) -> Claim:
    """A claim of the year 1898 at a word of the text."""
    start = text.index(date)
    return Claim("a", "date", start, start + len(date), "1898", 0, "", date=year_date(1898))


@pytest.mark.parametrize(
    ("text", "ordinal", "head"),
    [
        ("Rowe spoke at the Tenth Guild Congress in March 1898.", "10", "congress"),
        ("Rowe spoke at the 10th Congress (March 1898).", "10", "congress"),
        ("They met at the 2nd congress in Wells in March 1898.", "2", "congress"),
        ("The First Congress of Millers in March 1898 chose him.", "1", "congress"),
        ("In March 1898, at the XIIth Congress, Rowe spoke.", "12", "congress"),
        ("On the tenth anniversary of the Mill Fire in March 1898, they marched.", "10", "anniversary"),
    ],
)
def test_a_numbered_event_beside_a_date_is_its_occasion(text: str, ordinal: str, head: str) -> None:
    """However the number is written and on whichever side it stands."""
    found = occasion(text, dated(text, "March 1898"))

    assert found is not None
    assert (ordinal, head[:6]) == (found.ordinal, found.head[:6])


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned in March 1898.",
        "He came on 29th April, and the discovery followed in March 1898.",
        "Her first voyages were published in March 1898.",
        "It was the first mill. It burned in March 1898.",
        "For the second time in March 1898 the mill burned.",
    ],
)
def test_other_ordinals_name_no_occasion(text: str) -> None:
    """Days, turns and things that only stand near a date."""
    assert occasion(text, dated(text, "March 1898")) is None


@given(st.text(max_size=120))
@settings(deadline=None)
def test_no_text_breaks_the_search_for_an_occasion(text: str) -> None:
    """Whatever stands around a date."""
    whole = f"{text}1898{text}"

    found = occasion(whole, Claim("a", "date", len(text), len(text) + 4, "1898", 0, "", date=year_date(1898)))

    assert found is None or found.head


def test_one_numbered_event_is_one_fact_whatever_is_told_of_it(tell: Tell) -> None:
    """What two sources tell of the tenth congress dates the tenth congress."""
    told = tell(
        "Karl Rowe's view prevailed at the 10th Congress in 1898.\n\nThe mill burned in 1901. Ada Lang left Wells.",
        "At the Tenth Guild Congress in March 1898, Karl Rowe won a decisive victory.\n\n"
        "Snow fell in 1902. Jane Pell came to Bonn.",
    )

    assert ("granularity", ("1898", "1898-03")) in told.verdicts


def test_two_numbered_events_are_two_facts(tell: Tell) -> None:
    """The ninth congress and the tenth met at different times."""
    told = tell(
        "Rowe spoke for the millers at the Ninth Guild Congress in May 1897.",
        "Rowe spoke for the millers at the Tenth Guild Congress in May 1898.",
    )

    assert [] == [f for f in told.of("conflict") if f.kind == "date"]
