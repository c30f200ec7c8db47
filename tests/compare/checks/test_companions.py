"""Acts told of one alone and of one with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from analyzer.model import Finding
    from tests.compare.told import Tell, Told

BEFORE = "The council of Ulm met on the morning of 4 May 1820 to settle the question of the harbour tolls. "
AFTER = " The vote on the tolls was carried by seven voices against four."


def found(told: Told) -> list[Finding]:
    """The findings on who took part."""
    return [f for f in told.findings if f.kind == "participation"]


def tellings(tell: Tell, one: str, other: str) -> Told:
    """Two tellings of one meeting that differ in one sentence."""
    return tell(BEFORE + one + AFTER, BEFORE + other + AFTER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brandt", "Brandt and his supporters"),
        ("Brandt", "Brandt with his brothers"),
        ("Some of the millers, including Anton Moser,", "Several of the millers (including Karl Weber and his sons)"),
    ],
)
def test_an_act_of_one_alone_and_with_others_may_both_be_right(tell: Tell, one: str, other: str) -> None:
    """The fuller party contains the other, or both name members of one group: no conflict."""
    told = tellings(
        tell, f"{one} abstained from the vote on the tolls.", f"{other} abstained from the vote on the tolls."
    )

    assert ["granularity"] == [f.relation for f in found(told)]
    assert found(told)[0].question.startswith("Who abstained")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Brandt and his supporters", "Brandt and his followers", id="others on both sides"),
        pytest.param("Brandt", "Moser and his supporters", id="another subject"),
        pytest.param("Brandt", "Brandt, who had come late,", id="a clause is no companion"),
        pytest.param("The millers", "The millers with similar doubts", id="a quality is no companion"),
        pytest.param("The millers", "The millers, including Moser,", id="one more detail"),
    ],
)
def test_other_differences_say_nothing_of_who_took_part(tell: Tell, one: str, other: str) -> None:
    """Only a party told of in two sizes is worth a line."""
    told = tellings(
        tell, f"{one} abstained from the vote on the tolls.", f"{other} abstained from the vote on the tolls."
    )

    assert [] == found(told)


def test_the_question_names_what_was_done(tell: Tell) -> None:
    """A verb without its object would leave the reader guessing."""
    told = tellings(tell, "Brandt lost his seat.", "Brandt and his two brothers lost his seat.")

    assert ["Who lost his seat: “Brandt” or “Brandt and his two brothers”?"] == [f.question for f in found(told)]
