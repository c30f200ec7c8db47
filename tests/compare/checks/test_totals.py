"""Totals against the parts that the same sentence counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.compare.told import Tell


@pytest.mark.parametrize(
    "text",
    [
        "The ship carried 840 passengers and 172 crew, a total of {total}.",
        "In all, {total} people died: 560 passengers, 400 sailors and 52 soldiers.",
        "The army had {total} soldiers (650 riflemen, 300 lancers and 62 gunners).",
        "The ship carried {total} people: 800 passengers, 150 sailors and 62 stokers.",
        "The crew of {total} (800 sailors, 150 stokers and 62 stewards) sailed.",
        "Of the {total} people aboard, 612 died and 400 survived.",
    ],
)
@pytest.mark.parametrize(("total", "relation"), [("1,012", "agreement"), ("1,102", "conflict")])
def test_a_total_is_checked_against_its_parts(tell: Tell, text: str, total: str, relation: str) -> None:
    """The parts come first, or after a colon, or in brackets, or are the dead and the saved."""
    told = tell(text.format(total=total))

    assert [relation] == [f.relation for f in told.held]
    assert " = 1,012" in told.held[0].explanation


@settings(max_examples=12, deadline=None)
@given(one=st.integers(20, 900), other=st.integers(20, 900))
def test_a_sum_that_comes_out_is_never_a_conflict(tell: Tell, one: int, other: int) -> None:
    """Whatever the numbers are."""
    told = tell(f"The ship carried {one} passengers and {other} crew, a total of {one + other}.")

    assert [] == told.of("conflict")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The fleet had 30 ships (12 frigates and 10 sloops among them).", id="only some of the parts"),
        pytest.param(
            "The fire destroyed 300 houses and 12 churches, and altogether 50 people died.", id="another thing"
        ),
        pytest.param("About 1,500 men were lost: 1,000 dead and 480 wounded in all.", id="a round total"),
        pytest.param("Of the 24 hands aboard, 10 drowned and 3 were injured.", id="neither dead nor saved are counted"),
        pytest.param(
            "In all, 12 ships, 5 barges and 4 tugs were lost.", id="a list that begins with its largest number"
        ),
        pytest.param("The ship carried 840 passengers, a total of 1,012.", id="one part"),
    ],
)
def test_numbers_that_need_not_add_up_are_no_conflict(tell: Tell, text: str) -> None:
    """Only what the text gives as the whole and all its parts is added."""
    assert [] == tell(text).of("conflict")
