"""How matched claims are grouped into facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analyzer.compare.facts import group
from analyzer.settings import CompareSettings
from tests.compare.told import NO_SIGNS, match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from tests.compare.told import Tell

SETTINGS = CompareSettings()


@pytest.fixture(scope="module")
def dates(tell: Tell) -> list[Context]:
    """Dates of four sources: two of the first source, one of each other, the last two equal."""
    told = tell(
        "The mill burned on 3 May 1852. The forge burned on 5 May 1852.",
        "The mill burned on 4 May 1852.",
        "The mill burned on 9 May 1852.",
        "The mill burned on 9 May 1852.",
    )
    return [c for c in told.contexts if c.claim.kind == "date"]


def members(matches: Sequence[EventMatch], weighed: Sequence[EventMatch] | None = None) -> list[list[int]]:
    """The indices of each fact's claims."""
    facts = group(matches, matches if weighed is None else weighed, NO_SIGNS, SETTINGS)
    return [[context.index for context in fact.members] for fact in facts]


def test_no_matches_make_no_facts() -> None:
    """Nothing comes of nothing."""
    assert [] == members([])


def test_a_match_makes_a_fact_of_two(dates: list[Context]) -> None:
    """Two matched claims are one fact."""
    assert [[dates[0].index, dates[2].index]] == members([match(dates[0], dates[2])])


def test_matches_with_a_claim_in_common_are_one_fact(dates: list[Context]) -> None:
    """Three witnesses matched pair by pair tell one fact, its members in order."""
    a, _, b, c, _ = dates
    found = members([match(b, c), match(a, b), match(a, c)])

    assert [[a.index, b.index, c.index]] == found


def test_no_claim_stands_in_two_facts(dates: list[Context]) -> None:
    """Whatever was matched, a claim is told of one fact."""
    a, other, b, c, d = dates
    found = members([match(a, b), match(other, b), match(other, c), match(c, d)])
    told = [index for fact in found for index in fact]

    assert len(set(told)) == len(told)


def test_a_source_tells_a_fact_twice_only_when_matched_with_itself(dates: list[Context]) -> None:
    """Two values of one source, never matched with each other, stay two facts."""
    a, other, b, _, _ = dates
    found = members([match(a, b, 0.95), match(other, b, 0.9)])

    assert [[a.index, b.index]] == found


def test_a_doubtful_match_founds_a_fact_but_never_widens_one(dates: list[Context]) -> None:
    """A suggestion stands alone."""
    a, _, b, c, _ = dates

    assert [[a.index, b.index]] == members([match(a, b, 0.3)])
    assert [[a.index, b.index]] == members([match(a, b, 0.9), match(b, c, 0.3)])


def test_values_that_contradict_and_were_never_weighed_are_not_chained(dates: list[Context]) -> None:
    """A chain of likeness joins no two values that can't both be right and were not found alike themselves."""
    a, _, b, c, _ = dates

    assert [[a.index, b.index]] == members([match(a, b), match(b, c)])


def test_agreeing_values_are_chained(dates: list[Context]) -> None:
    """Equal values join through a third that was matched with one of them."""
    b, c, d = dates[2], dates[3], dates[4]

    assert [[b.index, c.index, d.index]] == members([match(c, d), match(b, c)], [match(c, d), match(b, c), match(b, d)])


def test_a_fact_stays_small(dates: list[Context]) -> None:
    """More claims than the cap are a chain, not one fact."""
    a, _, b, c, _ = dates
    small = CompareSettings(group_cap=2)
    matches = [match(a, b), match(b, c), match(a, c)]

    assert [2] == [len(fact.members) for fact in group(matches, matches, NO_SIGNS, small)]


def test_a_witness_of_the_same_value_vouches_for_another(dates: list[Context]) -> None:
    """Three texts, two of which agree: who contradicts one of them contradicts both, however little alike they are."""
    one, _, _, second, third = dates
    found = members([match(second, third), match(one, third)], [])

    assert [[one.index, second.index, third.index]] == found


def test_two_that_something_parts_found_a_fact_but_never_widen_one(dates: list[Context]) -> None:
    """However likely they are, a witness who may tell of something else is no third one."""
    a, _, b, c, _ = dates
    parted = replace(match(b, c, 0.9), parted="One tells what was planned, the other what was asserted.")

    assert [[b.index, c.index]] == members([parted])
    assert [[a.index, b.index]] == members([match(a, b, 0.95), parted])
    assert [[a.index, b.index]] == members([match(a, b, 0.95), parted, match(a, c, 0.8)])
