"""Which of the weighed pairs stand."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.matching import Matching, choose
from analyzer.settings import CompareSettings
from tests.compare.told import match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from tests.compare.told import Tell

SETTINGS = CompareSettings()


@pytest.fixture(scope="session")
def dates(tell: Tell) -> list[Context]:
    """Three days told by the first source, two by the second, one of them equal to one of the first."""
    told = tell(
        "The mill burned on 3 May 1852. The forge burned on 5 May 1852. The barn burned in 1852.",
        "The mill burned on 4 May 1852. The forge burned on 5 May 1852.",
    )
    return [c for c in told.contexts if c.claim.kind == "date"]


def pairs(matches: Sequence[EventMatch]) -> list[tuple[str, str]]:
    return [(m.left.claim.value, m.right.claim.value) for m in matches]


def test_nothing_is_chosen_from_nothing() -> None:
    """Without pairs nothing stands and nothing is set aside."""
    assert Matching((), ()) == choose([], SETTINGS)


def test_the_strongest_stands_first(dates: list[Context]) -> None:
    """Whatever the order of weighing, the surest match comes first."""
    a, b, _, x, y = dates
    found = choose([match(a, x, 0.7), match(b, y, 0.9)], SETTINGS)

    assert [("1852-05-05", "1852-05-05"), ("1852-05-03", "1852-05-04")] == pairs(found.kept)


def test_each_claim_conflicts_with_its_closest_counterpart_only(dates: list[Context]) -> None:
    """Of two conflicts of one claim the surer stands, the other says why it does not."""
    a, b, _, x, _ = dates
    found = choose([match(a, x, 0.9), match(b, x, 0.8)], SETTINGS)

    assert [("1852-05-03", "1852-05-04")] == pairs(found.kept)
    assert ["Another statement of the other source is the closer counterpart."] == [why for _, why in found.aside]


def test_an_agreement_takes_its_claims_out_of_conflicts(dates: list[Context]) -> None:
    """What is told alike elsewhere contradicts nothing."""
    _, b, _, x, y = dates
    found = choose([match(b, y, 0.9), match(b, x, 0.9)], SETTINGS)

    assert [("1852-05-05", "1852-05-05")] == pairs(found.kept)
    assert ["One of the two values is told of the same thing elsewhere in the other source."] == [
        why for _, why in found.aside
    ]


def test_an_unlikely_agreement_leaves_a_likely_conflict_alone(dates: list[Context]) -> None:
    """Two equal days of two events do not hide that one of them is told differently."""
    _, b, _, x, y = dates
    found = choose([match(b, y, 0.3), match(b, x, 0.95)], SETTINGS)

    assert ("1852-05-05", "1852-05-04") in pairs(found.kept)


def test_a_year_beside_the_other_day_excuses_nothing(tell: Tell) -> None:
    """What stands before "13 July" as its year agrees with every day of the year."""
    told = tell("The mill burned in 1852, on 13 May.", "The mill burned on 31 May 1852.")
    year, day, other = [c for c in told.contexts if c.claim.kind == "date"]
    found = choose([match(day, other, 0.8), match(year, other, 0.78)], SETTINGS)

    assert ("1852-05-13", "1852-05-31") in pairs(found.kept)


def test_what_can_not_be_compared_never_stands(dates: list[Context]) -> None:
    """The gate's reason is passed on in its own words."""
    a, _, _, x, _ = dates
    found = choose([match(a, x, 0.99, "An ordinal is no quantity.")], SETTINGS)

    assert () == found.kept
    assert ["An ordinal is no quantity."] == [why for _, why in found.aside]


def test_a_source_needs_more_to_tell_one_fact_twice(dates: list[Context]) -> None:
    """Within one source the floor lies higher than between two."""
    a, b, _, x, _ = dates
    between = (SETTINGS.soft_floor + SETTINGS.within_floor) / 2

    assert [("1852-05-03", "1852-05-04")] == pairs(choose([match(a, x, between)], SETTINGS).kept)
    assert [] == pairs(choose([match(a, b, between)], SETTINGS).kept)


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_every_pair_stands_or_says_why_not(dates: list[Context], data: st.DataObject) -> None:
    """Nothing is lost, nothing comes twice, and the order of weighing changes nothing."""
    chances = st.floats(0, 1, allow_nan=False)
    weighed = [match(a, b, data.draw(chances)) for a, b in combinations(dates, 2)]
    found = choose(weighed, SETTINGS)
    ends = [(m.left.index, m.right.index) for m in (*found.kept, *(m for m, _ in found.aside))]

    assert sorted((m.left.index, m.right.index) for m in weighed) == sorted(ends)
    assert all(why for _, why in found.aside)
    assert found == choose(data.draw(st.permutations(weighed)), SETTINGS)
