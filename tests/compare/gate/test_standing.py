"""How a pair of claims stands among its rivals."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.gate.odds import log_odds
from analyzer.compare.gate.standing import NO_RIVAL, among_rivals, standings
from tests.compare.told import match, turned, weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from tests.compare.told import Tell

PAIRS = 28  # of eight dates
PROBABILITIES = st.floats(0, 1)
WEIGHED = st.lists(
    st.tuples(PROBABILITIES, st.sampled_from(("", "", "Two acts."))), min_size=PAIRS, max_size=PAIRS
)  # the probability of each pair, and what forbids to compare it
ONE_PAIR = st.integers(0, PAIRS - 1)


@pytest.fixture(scope="module")
def dates(tell: Tell) -> list[Context]:
    """Two days told by the first source, four by the second, the last two of them equal, and two by a third."""
    told = tell(
        "The mill burned on 3 May 1852. The forge burned on 5 May 1852.",
        "The mill burned on 4 May 1852. The forge burned on 6 May 1852. "
        "The barn burned on 7 May 1852. The inn burned on 7 May 1852.",
        "The mill burned on 8 May 1852. The forge burned on 9 May 1852.",
    )
    return [c for c in told.contexts if c.claim.kind == "date"]


@pytest.fixture(scope="module")
def unweighed(dates: list[Context]) -> list[EventMatch]:
    """Every pair of the dates, those of one source too."""
    return [match(left, right) for left, right in combinations(dates, 2)]


def probabilities(matches: Sequence[EventMatch]) -> dict[tuple[int, int], float]:
    """How probable each pair is among its rivals, by the indices of its claims."""
    return {(m.left.index, m.right.index): m.probability for m in among_rivals(matches)}


def within(found: EventMatch) -> bool:
    """Whether both claims are of one source."""
    return found.left.document == found.right.document


def test_nothing_stands_among_nothing() -> None:
    """Without pairs there are no standings."""
    assert [] == standings([])
    assert [] == among_rivals([])


def test_a_lead_is_over_the_rival_of_the_same_claim(dates: list[Context]) -> None:
    """One pair leads by what the other stands behind; the far ends have no rival."""
    a, _, x, y, *_ = dates
    ahead, behind = standings([match(a, x, 0.9), match(a, y, 0.6)])

    assert log_odds(0.9) - log_odds(0.6) == ahead.lead == -behind.lead
    assert [log_odds(0.9) - NO_RIVAL, log_odds(0.6) - NO_RIVAL] == [ahead.other_lead, behind.other_lead]
    assert [log_odds(0.9), log_odds(0.6)] == [ahead.own, behind.own]


def test_the_smaller_lead_comes_first(dates: list[Context]) -> None:
    """Whichever of the two claims has the stronger rival."""
    a, b, x, y, *_ = dates
    left = standings([match(a, x, 0.9), match(a, y, 0.8), match(b, x, 0.2)])[0]
    right = standings([match(a, x, 0.9), match(a, y, 0.2), match(b, x, 0.8)])[0]

    assert left == right
    assert [log_odds(0.9) - log_odds(0.8), log_odds(0.9) - log_odds(0.2)] == [left.lead, left.other_lead]


def test_the_strongest_of_several_rivals_counts(dates: list[Context]) -> None:
    """Weaker ones beside it change nothing."""
    a, _, x, y, z, *_ = dates
    alone = standings([match(a, x, 0.7), match(a, y, 0.8)])[0]

    assert alone == standings([match(a, x, 0.7), match(a, z, 0.3), match(a, y, 0.8)])[0]


def test_a_hopeless_rival_counts_as_none(dates: list[Context]) -> None:
    """Nothing is gained by being compared with what nobody would take for it."""
    a, _, x, y, *_ = dates

    assert standings([match(a, x, 0.7)])[0] == standings([match(a, x, 0.7), match(a, y, 0.0)])[0]


@given(PROBABILITIES)
def test_a_counterpart_with_the_same_value_is_no_rival(dates: list[Context], other: float) -> None:
    """A text may tell one fact twice; of another day the same counterpart is one."""
    a, *_, twice, again, _, _ = dates
    changed = replace(again, claim=replace(again.claim, value="1852-05-31"))
    alone = standings([match(a, twice, 0.5)])[0]

    assert alone == standings([match(a, twice, 0.5), match(a, again, other)])[0]
    assert alone.lead > standings([match(a, twice, 0.5), match(a, changed, max(0.1, other))])[0].lead


@given(PROBABILITIES)
def test_the_same_value_hides_no_other_rival(dates: list[Context], other: float) -> None:
    """Behind a second telling of the same day, however sure, the next day's is still seen."""
    a, _, x, _, twice, again, _, _ = dates
    rivals = [match(a, twice, 0.5), match(a, x, 0.4)]

    assert standings(rivals)[0] == standings([*rivals, match(a, again, other)])[0]


@given(PROBABILITIES)
def test_a_counterpart_in_a_third_source_is_no_rival(dates: list[Context], other: float) -> None:
    """Every source may tell the fact."""
    a, _, x, *_, third, _ = dates

    assert standings([match(a, x, 0.5)])[0] == standings([match(a, x, 0.5), match(a, third, other)])[0]


@given(WEIGHED, st.permutations(range(PAIRS)))
@settings(deadline=None)
def test_the_order_of_pairs_changes_nothing(
    unweighed: list[EventMatch], told: list[tuple[float, str]], order: list[int]
) -> None:
    """Not even among rivals equally strong; every pair keeps its place."""
    matches = weighed(unweighed, told)
    found, stands = among_rivals(matches), standings(matches)

    assert [found[n] for n in order] == among_rivals([matches[n] for n in order])
    assert [stands[n] for n in order] == standings([matches[n] for n in order])


@given(WEIGHED, ONE_PAIR)
@settings(deadline=None)
def test_which_claim_comes_first_changes_nothing(
    unweighed: list[EventMatch], told: list[tuple[float, str]], changed: int
) -> None:
    """A pair turned round stands as before, and so do its rivals."""
    matches = weighed(unweighed, told)
    other = [*matches[:changed], turned(matches[changed]), *matches[changed + 1 :]]

    assert standings(matches) == standings(other)


@given(WEIGHED, ONE_PAIR, PROBABILITIES)
@settings(deadline=None)
def test_a_stronger_rival_never_raises_another_pair(
    unweighed: list[EventMatch], told: list[tuple[float, str]], changed: int, by: float
) -> None:
    """The pair that gained never falls itself."""
    matches = weighed(unweighed, told)
    one = matches[changed]
    stronger = replace(one, probability=one.probability + (1 - one.probability) * by)
    before, after = probabilities(matches), probabilities([*matches[:changed], stronger, *matches[changed + 1 :]])
    gained = (one.left.index, one.right.index)

    assert before[gained] <= after[gained]
    assert [] == [pair for pair in before if pair != gained and after[pair] > before[pair]]
    assert 0.0 <= min(after.values()) <= max(after.values()) <= 1.0


@given(WEIGHED)
@settings(deadline=None)
def test_blocked_pairs_are_nobodys_rivals(unweighed: list[EventMatch], told: list[tuple[float, str]]) -> None:
    """Without them all others stand as they did; they themselves stay as they are."""
    matches = weighed(unweighed, told)
    free = [m for m in matches if not m.blocked]

    assert among_rivals(free) == [m for m in among_rivals(matches) if not m.blocked]
    assert [m for m in matches if m.blocked] == [m for m in among_rivals(matches) if m.blocked]


@given(WEIGHED)
@settings(deadline=None)
def test_pairs_within_one_source_stay_out_of_it(unweighed: list[EventMatch], told: list[tuple[float, str]]) -> None:
    """They are left as they are, and nobody's rivals between two sources."""
    matches = weighed(unweighed, told)

    assert [m for m in matches if within(m)] == [m for m in among_rivals(matches) if within(m)]
    assert among_rivals([m for m in matches if not within(m)]) == [m for m in among_rivals(matches) if not within(m)]


@given(PROBABILITIES, PROBABILITIES)
def test_the_closer_of_two_counterparts_stays_the_likelier(dates: list[Context], one: float, other: float) -> None:
    """Where nothing else is told."""
    a, _, x, y, *_ = dates
    low, high = sorted((one, other))
    found = among_rivals([match(a, x, low), match(a, y, high)])

    assert found[0].probability <= found[1].probability


def test_only_the_probability_is_changed(dates: list[Context]) -> None:
    """Claims, verdict and reasons of a pair are those it came with."""
    a, _, x, *_ = dates
    one = match(a, x, 0.5)
    found = among_rivals([one])[0]

    assert one == replace(found, probability=0.5)
    assert found.probability != 0.5
