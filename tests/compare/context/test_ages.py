"""Ages, whichever way they are told, and the turn of life they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell

AGES = [
    ("Anna Weber died at Trent in 1821, aged fifty-one.", "51 a"),
    ("Anna Weber died at Trent at the age of 51.", "51 a"),
    ("Anna Weber was fifty-one when she died at Trent.", "51 a"),
    ("Anna Weber died at Trent in her fifty-second year.", "51 a"),
    ("Anna Weber died at Trent in the fifty-second year of her age.", "51 a"),
    ("Anna Weber died at Trent on her fifty-first birthday.", "51 a"),
]
NO_AGES = [
    "It was the fifth year of the war.",
    "Trent had its fiftieth fair in its twelfth year as a town.",
    "The ships at Trent were fifty-one.",
    "Anna Weber kept 51 sheep at Trent.",
    "The fourth waited until Anna Weber was at Trent or six.",
]


@pytest.mark.parametrize(("text", "value"), AGES)
def test_all_ways_to_tell_an_age_are_one_value(tell: Tell, text: str, value: str) -> None:
    """One's fifty-second year begins on the day one is fifty-one; a bare number that somebody was is an age too."""
    numbers = [c.claim.value for c in tell(text).contexts if c.claim.kind == "number"]

    assert [value] == numbers


@pytest.mark.parametrize("text", NO_AGES)
def test_counts_and_the_years_of_things_are_no_ages(tell: Tell, text: str) -> None:
    """A war's fifth year and a number of ships say how old nobody was."""
    forms = {c.claim.quantity.form for c in tell(text).contexts if c.claim.quantity}

    assert "age" not in forms


@pytest.mark.parametrize(
    "text",
    [
        "In May Anna Weber reached Trent, where she died on 5 May 1821, aged fifty-one.",
        "Anna Weber of Trent was fifty-one when she died.",
        "When she was fifty-one, Anna Weber died at Trent.",
    ],
)
def test_an_age_is_told_of_the_turn_of_life_beside_it(tell: Tell, text: str) -> None:
    """Neither "reached" nor "was", but the death: that is what she was fifty-one at."""
    assert frozenset({"die"}) == tell(text).context("51 a").families


def test_two_ages_at_one_death_are_a_conflict(tell: Tell) -> None:
    """However differently the two are told."""
    told = tell(
        "The painter Anna Weber reached Trent in May, where she died of a fever, aged fifty-one.",
        "The painter Anna Weber was fifty-three when she died of a fever.",
    )

    assert [("conflict", ("51 a", "53 a"))] == told.verdicts


def test_the_age_of_a_son_is_not_that_of_the_dead(tell: Tell) -> None:
    """ "Died when Brandt was three" dates the death by another life; "when he was sixty" tells how old the dead was."""
    other = tell("The father of Brandt died when Brandt was three years old.", "Nothing here.").context("3 a")
    own = tell("The father of Brandt died when he was sixty years old.", "Nothing here.").context("60 a")

    assert "die" not in other.families
    assert "die" in own.families


def test_an_age_right_behind_a_name_is_told_of_what_that_one_did(tell: Tell) -> None:
    """Not of the death told earlier in the sentence."""
    told = tell("When Alexander died at Trent, Thomas Weber, then aged 29, became king.", "Nothing here.")

    assert "become" == told.context("29 a").lemma
