"""Numbers of one source, told of the same or of another bearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.gate.bearers import shared_nouns

if TYPE_CHECKING:
    from tests.compare.told import Tell

TWO_ARMIES = (
    "An Illyrian army crossed the Drava in May 1683. The army had about 150,000 men and 300 guns. "
    "The relief army met at Tulln in September 1683. It counted 70,000 men with 152 guns. "
    "King John Rand left Warsaw in July 1683. His army marched through Silesia."
)


def test_a_noun_that_a_source_uses_of_several_things_is_shared(tell: Tell) -> None:
    """A relief army and an Illyrian one make "the army" ambiguous."""
    told = tell(TWO_ARMIES)

    assert "army" in shared_nouns(told.analysis.extractions[0])


def test_a_noun_of_one_thing_is_not_shared(tell: Tell) -> None:
    """One garrison, told of twice."""
    told = tell("The garrison of Hale held the gate. In March the garrison of Hale starved.")

    assert frozenset() == shared_nouns(told.analysis.extractions[0])


def test_the_strengths_of_two_armies_do_not_conflict(tell: Tell) -> None:
    """Each has its own men and guns, even where a pronoun stands for one of them."""
    assert [] == tell(TWO_ARMIES).of("conflict")


def test_the_losses_of_two_sides_do_not_conflict(tell: Tell) -> None:
    """What the besiegers lost is not what the defenders lost."""
    told = tell("The besiegers lost 10,000 men in the battle of Hale. The defenders lost 5,000 men in the battle.")

    assert [] == told.of("conflict")


@pytest.mark.parametrize("other", ["The besiegers", "They"])
def test_the_losses_of_one_side_told_twice_do(tell: Tell, other: str) -> None:
    """The same bearer, by name or by pronoun, has lost one number of men in a battle."""
    told = tell(f"The besiegers lost 10,000 men in the battle of Hale. {other} lost 5,000 men in the battle of Hale.")

    assert [("conflict", ("10000", "5000"))] == told.verdicts
