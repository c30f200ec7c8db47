"""What the years say that two claims are told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.gate.eras import Eras

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told


def weight(told: Told, one: str, other: str) -> float:
    """The log odds for two values of a collection's first and second text."""
    return Eras.of(told.contexts).weight(told.context(one, 0), told.context(other, 1))[0]


def test_the_year_a_story_has_reached_parts_nothing(tell: Tell) -> None:
    """The year told last may be that of an aside."""
    told = tell("The mill was built in 1801. It held 70 sacks.", "The mill burned in 1851. It held 80 sacks.")

    assert weight(told, "70", "80") == 0.0


def test_years_of_their_own_part_two_counts(tell: Tell) -> None:
    """Each count stands with the year of its act; a year that only the story has reached counts for less."""
    own, story = "In 1801 the mill sold 70 sacks.", "The mill was built in 1801. It sold 70 sacks."
    both = weight(tell(own, "In 1851 the mill sold 80 sacks."), "70", "80")
    one = weight(tell(story, "In 1851 the mill sold 80 sacks."), "70", "80")

    assert both < one < 0


def test_a_measure_lasts_longer_than_a_count(tell: Tell) -> None:
    """A tower measured in one year is as high in another."""
    counted = tell("In 1801 the tower had 70 steps.", "In 1851 the tower had 80 steps.")
    measured = tell("In 1801 the tower was 70 feet high.", "In 1851 the tower was 80 feet high.")

    assert weight(counted, "70", "80") < weight(measured, "70 [ft_i]", "80 [ft_i]") < 0


def test_one_year_joins_where_the_texts_tell_of_many(tell: Tell) -> None:
    """Where all happens in one year it joins nothing."""
    one, other = "In 1801 the mill sold 70 sacks.", "In 1801 the mill sold 80 sacks."
    elsewhere = " In 1840 it sold 90. In 1850 it sold 60. In 1860 it sold 50."

    assert weight(tell(one, other), "70", "80") < weight(tell(one + elsewhere, other + elsewhere), "70", "80")
