"""Which kinds of event may be one act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.context.kinship import CHOSEN, KINDRED, LOST, SINGLE, kindred, opposed, single

FAMILIES = st.frozensets(st.sampled_from(sorted({name for group in (*KINDRED, *SINGLE) for name in group})))


@given(FAMILIES, FAMILIES)
def test_kinship_is_mutual(left: frozenset[str], right: frozenset[str]) -> None:
    """It does not matter which source tells which side."""
    assert kindred(left, right) == kindred(right, left)
    assert single(left, right) == single(right, left)


@pytest.mark.parametrize(("left", "right"), [("die", "kill"), ("sink", "collide"), ("appoint", "become")])
def test_two_sides_of_one_act_are_kindred(left: str, right: str) -> None:
    """Who is killed dies, who is appointed becomes."""
    assert kindred(frozenset({left}), frozenset({right}))


@pytest.mark.parametrize(("left", "right"), [("born", "die"), ("arrest", "release"), ("appoint", "resign")])
def test_opposite_acts_are_not_kindred(left: str, right: str) -> None:
    """What begins something and what ends it are two acts."""
    assert not kindred(frozenset({left}), frozenset({right}))


@pytest.mark.parametrize("family", ["born", "die", "found", "sink"])
def test_some_acts_happen_once(family: str) -> None:
    """Birth, death, founding and sinking befall one subject once."""
    assert single(frozenset({family}), frozenset({family}))


@pytest.mark.parametrize("family", ["visit", "arrest", "write", "marry", "elect"])
def test_other_acts_may_be_repeated(family: str) -> None:
    """People are visited, arrested and elected again."""
    assert not single(frozenset({family}), frozenset({family}))


def test_nothing_is_kindred_to_no_event() -> None:
    """An unknown kind of event is no evidence."""
    assert not kindred(frozenset(), frozenset({"die"}))
    assert not single(frozenset(), frozenset())


@pytest.mark.parametrize("chosen", sorted(CHOSEN))
@pytest.mark.parametrize("lost", sorted(LOST))
def test_who_is_chosen_does_not_lose_by_it(chosen: str, lost: str) -> None:
    """An election is no arrest, whichever source tells which; unless both acts are told with either date."""
    assert opposed(frozenset({chosen}), frozenset({lost}))
    assert opposed(frozenset({lost}), frozenset({chosen}))
    assert not opposed(frozenset({chosen}), frozenset({chosen, lost}))
