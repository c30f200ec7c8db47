"""What numbers count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.gate.counts import APART, MOST, UNALIKE, counted
from analyzer.compare.gate.rivals import Rivals

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told


def weight(told: Told) -> float:
    """The log odds for the 70 of the first text and the 90 of the second."""
    return counted(told.context("70", 0), told.context("90", 1), Rivals.of(told.contexts))[0]


def test_a_kind_of_thing_that_every_number_counts_says_little(tell: Tell) -> None:
    """Among eighty numbers of men two more are no pair; where little else is counted they may be one."""
    crowd = " ".join(f"One mill of Wells had {n} men." for n in range(21, 61))
    one, other = "The sluice of Wells was built by 70 men.", "Wells had its sluice made by 90 men."

    assert MOST <= weight(tell(one, other)) <= MOST + 0.5
    assert weight(tell(f"{one} {crowd}", f"{other} {crowd}")) < MOST * 0.75


def test_numbers_of_unlike_things_are_apart(tell: Tell) -> None:
    """Men are no ships."""
    assert weight(tell("The duke of Wells had 70 men.", "The duke of Wells had 90 ships.")) < 0


def test_a_reader_is_shown_words_and_no_stems(tell: Tell) -> None:
    """ "Both count passeng" is no English."""
    told = tell("The ferry carried 70 passengers to Wells.", "The ferry took 90 passengers to Wells.")
    reason = counted(told.context("70", 0), told.context("90", 1), Rivals.of(told.contexts))[1]

    assert reason is not None
    assert "Both count passengers." == reason.sentence


def test_two_words_are_no_two_things_unless_a_sentence_speaks_of_both(tell: Tell) -> None:
    """ "19 ponies and 33 mules" tells ponies from mules; "70 quires" and "90 sheaves" may be anything."""
    loose = tell("The duke of Wells had 70 quires.", "The duke of Wells had 90 sheaves.")
    apart = tell("The duke of Wells had 70 quires.", "The duke of Wells had 90 sheaves and 12 quires.")

    assert weight(loose) == UNALIKE
    assert weight(apart) == APART


def test_what_is_measured_may_go_by_two_words(tell: Tell) -> None:
    """A weight is one fact whether it is that of stones or of specimens; a height is no length."""

    def measured(one: str, other: str) -> float:
        told = tell(one, other)
        rivals = Rivals.of(told.contexts)
        return counted(told.context("70 [ft_i]", 0), told.context("90 [ft_i]", 1), rivals)[0]

    assert measured("At Wells there were 70 feet of rope.", "At Wells there were 90 feet of cable.") == 0.0
    assert measured("The dam was 70 feet high.", "Wells has a dam with a height of 90 feet.") > 0.0
