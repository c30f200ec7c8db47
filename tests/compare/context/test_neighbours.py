"""The values told beside a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.context.ages import is_age

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told


def test_no_claim_stands_in_the_room_of_another_of_its_kind(ferry: Told) -> None:
    """The room of a claim holds it and no other value of its kind."""
    for context in ferry.contexts:
        start, end = context.room
        inside = [
            other
            for other in ferry.contexts
            if (other.document, other.claim.kind) == (context.document, context.claim.kind)
            and start <= other.claim.start < end
            and (other.claim.start, other.claim.end) != (context.claim.start, context.claim.end)
            and not is_age(other.claim)  # read as a duration, compared as a number
        ]

        assert start <= context.claim.start < context.claim.end <= end
        assert [] == inside


def test_only_telling_figures_are_kept(tell: Tell) -> None:
    """Everything is counted in dozens, and ordinals count nothing."""
    told = tell("On 3 May 1848 the 112th ship came with 3 masts and 1,450 barrels.")

    assert frozenset({1450.0}) == told.context("1848-05-03").figures


def test_a_shared_figure_makes_one_fact_of_two_tellings(tell: Tell) -> None:
    """Two sources that give the army's size with one figure date the same count."""
    figures = ("three million", "five million")
    one, other = (
        tell(
            "By 1848 the Grand Army totalled three million men.",
            f"In mid-1847 the Grand Army, after much trouble, grew to {figure} men.",
        )
        for figure in figures
    )

    values = [{f.confidence: {r.value for r in f.readings} for f in told.findings} for told in (one, other)]
    sure, unsure = (max((c for c, told in found.items() if "1847" in told), default=0.0) for found in values)

    assert sure > unsure


def test_an_aside_does_not_keep_the_year_of_what_follows(tell: Tell) -> None:
    """After "built in 1899" the next date brings the narrative back to its own year, written or not."""
    told = tell("On 1 May 1917 she was sold. Built in 1899, she came on 4 December. She had 61 cabins.")

    assert told.context("61").year == 1917


def test_a_value_is_dated_by_its_own_act_before_another(tell: Tell) -> None:
    """A ship built in one year is bought in another, and what is told after it has the story's year alone."""
    told = tell(
        "In 1909 Hale bought 33 dogs, and a ship built in 1884. She had 61 cabins. In May 1884 she carried 12 men."
    )
    dogs, cabins = told.context("33"), told.context("61")

    assert ("act", 1909) == (dogs.dating, dogs.year)
    assert "story" == cabins.dating
