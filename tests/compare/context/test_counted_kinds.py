"""Which counted things are one kind under several names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.context.counted_kinds import STATES, THINGS, kinds
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
