"""Words of which one denies the other."""

from __future__ import annotations

import pytest

from analyzer.compare.gate.opposites import AUXILIARIES, NEGATIONS, ORDINALS, opposites


@pytest.mark.parametrize(
    ("word", "other"), [("north", "south"), ("before", "after"), ("won", "lost"), ("rose", "fell")]
)
def test_opposites_deny_each_other_both_ways(word: str, other: str) -> None:
    """A pair has no first word."""
    assert {frozenset({word, other}), frozenset({other, word})} <= opposites()


def test_every_line_of_the_list_is_a_pair_in_lower_case() -> None:
    """A line of one word, or of three, would be no pair."""
    assert {2} == {len(pair) for pair in opposites()}
    assert all(word == word.lower() for pair in opposites() for word in pair)


@pytest.mark.parametrize(("word", "other"), [("ship", "vessel"), ("began", "started"), ("big", "large")])
def test_synonyms_are_no_opposites(word: str, other: str) -> None:
    """Another word for the same thing denies nothing."""
    assert frozenset({word, other}) not in opposites()


def test_a_negation_is_neither_an_auxiliary_nor_an_ordinal() -> None:
    """Each word is of one class, so that a change is of one class."""
    assert set() == set(NEGATIONS & AUXILIARIES | NEGATIONS & ORDINALS | AUXILIARIES & ORDINALS)
