"""Which counted things are one kind under several names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.context.counted_kinds import STATES, THINGS, akin, contrasted, kinds, side
from analyzer.compare.context.rarity import words


def counted(text: str) -> frozenset[str]:
    """The kinds that counted words name."""
    return kinds(words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("persons", "people"),
        ("people", "souls"),
        ("persons drowned", "lives lost"),
        ("people killed", "deaths"),
        ("survivors", "men rescued"),
        ("houses", "buildings"),
        ("boats", "lifeboats"),
        ("wounded", "injured"),
        ("babies", "children"),
        ("plotters", "conspirators"),
        ("men executed", "people killed"),
        ("women", "girls"),
        ("stones", "rocks"),
        ("applications", "applicants"),
        ("sailors", "seamen"),
        ("accused", "defendants"),
        ("number of dead", "people killed"),
    ],
)
def test_two_names_of_one_kind_are_counted_in_common(one: str, other: str) -> None:
    """Different words for one thing give one kind."""
    assert counted(one) == counted(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("passengers", "crew"),
        ("people drowned", "people saved"),
        ("soldiers killed", "soldiers wounded"),
        ("ships", "boats"),
        ("houses", "streets"),
        ("men missing", "men captured"),
    ],
)
def test_two_things_are_not_counted_in_common(one: str, other: str) -> None:
    """Different things, or people in different states, have no kind in common."""
    assert not counted(one) & counted(other)


def test_a_state_outweighs_the_noun_it_stands_with() -> None:
    """A hundred people drowned counts the dead, not the people."""
    assert counted("people drowned") == counted("dead")


def test_a_thing_of_no_list_is_its_own_kind() -> None:
    """Any other counted thing stands for itself, whatever its number."""
    assert counted("pyramids") == counted("pyramid") != frozenset()


@given(st.lists(st.sampled_from(sorted({w for group in (STATES, THINGS) for v in group.values() for w in v.split()}))))
def test_the_order_of_words_changes_no_kind(counted_words: list[str]) -> None:
    """Kinds are those of the words together."""
    assert kinds(counted_words) == kinds(reversed(counted_words))


def test_beasts_and_households_keep_their_name_when_they_perish() -> None:
    """ "Two ponies died" is told of ponies, whatever befell the men."""
    assert counted("ponies died") & counted("ponies")
    assert counted("families perished") & counted("families")
    assert not counted("horses lost") & counted("people lost")


@pytest.mark.parametrize("special", ["soldiers", "women", "workmen", "passengers", "drowned"])
def test_men_may_be_any_people(special: str) -> None:
    """Two sources need not say of the same people what they were."""
    assert akin(counted("men"), counted(special))
    assert not contrasted(counted("men"), counted(special))


@pytest.mark.parametrize(
    ("one", "other"), [("passengers", "crew"), ("killed", "wounded"), ("sailors", "soldiers"), ("men", "ships")]
)
def test_words_known_for_two_things_are_contrasted(one: str, other: str) -> None:
    """Fate and part keep their power to part."""
    assert contrasted(counted(one), counted(other))


def test_two_words_of_which_one_is_unknown_are_not_contrasted() -> None:
    """A quire may be a kind of book for all that is known."""
    assert not contrasted(counted("quires"), counted("books"))


@pytest.mark.parametrize(("one", "other"), [("high", "height"), ("long", "length"), ("wide", "breadth")])
def test_a_side_is_measured_by_noun_and_adjective(one: str, other: str) -> None:
    """ "72 feet high" is "a height of 72 feet"."""
    assert side(words(one)) == side(words(other)) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("crew", "members"), ("officers", "members"), ("children", "brothers and sisters"), ("passengers", "tourists")],
)
def test_a_word_for_people_may_hold_another(one: str, other: str) -> None:
    """A crew of 1,032 and 1,023 crew members are two tellings of one number; whichever comes first."""
    assert akin(counted(one), counted(other))
    assert akin(counted(other), counted(one))
    assert not contrasted(counted(one), counted(other))


def test_of_two_words_for_people_that_hold_nothing_in_common_neither_is_the_other() -> None:
    """Women are no monks."""
    assert not akin(counted("women"), counted("monks"))
