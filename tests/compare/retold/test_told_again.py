"""Values that one source tells again far from the first telling, with another value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.compare.retold.test_retellings import BETWEEN, values

if TYPE_CHECKING:
    from tests.compare.told import Tell


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (
            "A new mill race was dug by the monks, and 1,920 cartloads of gravel went into its banks.",
            "The banks of the mill race had swallowed 1,290 cartloads of gravel.",
        ),
        (
            "The exhibition of the potters is open until 31 August 2010.",
            "Our exhibition of the potters closes on 30 September 2010.",
        ),
    ],
)
def test_two_values_told_most_alike_of_all_are_of_one_thing(tell: Tell, first: str, again: str) -> None:
    """Without a word that points back."""
    told = tell(first + BETWEEN + again)

    assert 1 == len(values(told))
    assert "told most alike" in told.of("conflict")[0].explanation


@pytest.mark.parametrize(
    ("first", "again"),
    [
        # neighbours tell two things in like words
        ("The monks of Hale dug 1,920 feet of ditch. The monks of Brock dug 1,290 feet of ditch.", ""),
        # hardly a word in common
        ("The monks dug 1,920 feet of ditch.", "A road of 1,290 feet led to the fair."),
    ],
)
def test_values_that_do_not_stand_out_are_of_two_things(tell: Tell, first: str, again: str) -> None:
    """However near their figures."""
    told = tell(first + BETWEEN + again)

    assert not [f for f in told.of("conflict") if "told most alike" in f.explanation]
