"""How probable a pair is in the light of all others."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.gate.corroboration import SENTENCES, TOLD, Corroboration, corroborated, corroborations
from analyzer.compare.gate.odds import log_odds
from analyzer.compare.gate.third_witness import ThirdWitnesses
from tests.compare.told import match, turned, weighed

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from tests.compare.told import Tell

PAIRS = 28  # of eight dates
WEIGHED = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(("", "", "Two acts."))), min_size=PAIRS, max_size=PAIRS
)  # the probability of each pair, and what forbids to compare it
ORDERS = st.permutations(range(PAIRS))


@pytest.fixture(scope="module")
def days(tell: Tell) -> list[Context]:
    """Of two sources the first day, that of the same sentence, and the next; a third tells the first day of either."""
    told = tell(
        "The mill burned on 3 May 1852 and the inn burned on 5 May 1852. The forge burned on 7 May 1852.",
        "The mill burned on 4 May 1852. The forge burned on 7 May 1852. Rain fell. The inn burned on 3 May 1852.",
        "The mill burned on 3 May 1852. Rain fell. The inn burned on 4 May 1852.",
    )
    return [c for c in told.contexts if c.claim.kind == "date"]


def others_on(pair: EventMatch, *others: EventMatch) -> tuple[EventMatch, EventMatch]:
    """A pair by itself, and in the light of others."""
    return corroborated([pair])[0], corroborated([pair, *others])[0]


def told_of(found: EventMatch) -> set[str]:
    """What its reasons tell a reader."""
    return {reason.code for reason in found.reasons}


def untouched(found: EventMatch) -> bool:
    """Whether other pairs have nothing to say of it."""
    return bool(found.blocked) or found.left.document == found.right.document


def test_nothing_is_said_of_nothing() -> None:
    """Without pairs there are no others."""
    assert [] == corroborations([])
    assert [] == corroborated([])


def test_a_reader_can_be_told_of_all_that_others_say() -> None:
    """Each has its sentence; a pair's own log odds are nothing that others say."""
    assert {field.name for field in fields(Corroboration)} - {"own"} == SENTENCES.keys()


def test_a_voucher_makes_a_pair_likelier(days: list[Context]) -> None:
    """The third source tells the day of the first, of what the second tells of."""
    mill, _, _, other_mill, _, _, third, _ = days
    alone, vouched = others_on(match(mill, other_mill, 0.3), match(mill, third), match(other_mill, third))

    assert alone.probability < vouched.probability
    assert {"vouched"} == told_of(vouched)


def test_what_agrees_beside_it_makes_a_pair_likelier(days: list[Context]) -> None:
    """In the next sentences."""
    mill, _, forge, other_mill, other_forge, *_ = days
    alone, beside = others_on(match(mill, other_mill, 0.3), match(forge, other_forge))

    assert alone.probability < beside.probability
    assert {"beside"} == told_of(beside)


def test_a_third_value_makes_a_pair_less_likely(days: list[Context]) -> None:
    """It goes with both."""
    _, inn, _, other_mill, _, _, third, _ = days
    alone, apart = others_on(match(inn, other_mill, 0.3), match(inn, third), match(other_mill, third))

    assert alone.probability > apart.probability
    assert {"third_value"} == told_of(apart)


def test_values_that_are_both_confirmed_make_a_pair_less_likely(days: list[Context]) -> None:
    """Each by another telling of a third source."""
    mill, _, _, other_mill, _, _, first, second = days
    alone, apart = others_on(match(mill, other_mill, 0.3), match(mill, first), match(other_mill, second))

    assert alone.probability > apart.probability
    assert {"both_confirmed"} == told_of(apart)


def test_a_value_that_the_other_source_tells_makes_a_pair_less_likely(days: list[Context]) -> None:
    """Of what may be the same fact."""
    mill, _, _, other_mill, _, again, *_ = days
    alone, apart = others_on(match(mill, other_mill, 0.3), match(mill, again))

    assert alone.probability > apart.probability
    assert {"told_by_the_other"} == told_of(apart)


def test_neighbours_with_their_counterparts_elsewhere_make_a_pair_less_likely(days: list[Context]) -> None:
    """The other day of the first sentence is told far from the second."""
    mill, inn, _, other_mill, _, again, *_ = days
    alone, scattered = others_on(match(mill, other_mill, 0.3), match(inn, again))

    assert alone.probability > scattered.probability
    assert {"scattered"} == told_of(scattered)


def test_values_that_agree_are_not_parted_by_being_confirmed(days: list[Context]) -> None:
    """Nor by a third value, nor because the other source tells it."""
    mill, _, _, _, _, again, third, second = days
    pair, confirming = match(mill, again, 0.3), [match(mill, third), match(again, third)]
    alone, confirmed = others_on(pair, *confirming)
    pairs = [pair, *confirming, match(mill, second), match(again, second)]
    raw, heard = ThirdWitnesses.of(pairs), corroborations(pairs)[0]

    assert alone.probability < confirmed.probability
    assert 0.0 < min(raw.third_value(pair), raw.both_confirmed(pair), raw.told_by_the_other(pair))
    assert (0.0, 0.0, 0.0) == (heard.third_value, heard.both_confirmed, heard.told_by_the_other)


@given(st.floats(0.05, 1), st.floats(0.05, 1))
def test_values_that_agree_are_vouched_for_less_surely(days: list[Context], one: float, other: float) -> None:
    """By the product of two links, not by their mean: values that recur are easily linked three ways."""
    mill, _, _, _, _, again, third, _ = days
    pairs = [match(mill, again, 0.3), match(mill, third, one), match(again, third, other)]

    assert one * other == pytest.approx(corroborations(pairs)[0].vouched)


@given(st.floats(0.05, 1))
def test_a_reader_is_told_of_what_is_rather_sure(days: list[Context], sure: float) -> None:
    """From one half, with how sure it is."""
    mill, _, forge, other_mill, other_forge, *_ = days
    pairs = [match(mill, other_mill, 0.3), match(forge, other_forge, sure)]
    beside = corroborations(pairs)[0].beside
    reasons = corroborated(pairs)[0].reasons

    assert ([("beside", round(beside, 3))] if beside >= TOLD else []) == [(r.code, r.left) for r in reasons]


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_likelier_pair_stays_the_likelier(days: list[Context], one: float, other: float) -> None:
    """Where others say the same of both."""
    mill, _, _, other_mill, *_ = days
    low, high = (corroborated([match(mill, other_mill, p)])[0] for p in sorted((one, other)))

    assert low.probability <= high.probability


@given(WEIGHED)
@settings(deadline=None)
def test_one_source_is_left_as_it_is(unweighed: list[EventMatch], told: list[tuple[float, str]]) -> None:
    """So is what cannot be compared; neither changes anything for the others, and all keep their places."""
    matches = weighed(unweighed, told)
    found = corroborated(matches)

    assert [m for m in matches if untouched(m)] == [m for m in found if untouched(m)]
    assert corroborated([m for m in matches if not untouched(m)]) == [m for m in found if not untouched(m)]
    assert [(m.left, m.right) for m in matches] == [(m.left, m.right) for m in found]
    assert [log_odds(m.probability) for m in matches] == [said.own for said in corroborations(matches)]
    assert all(0.0 <= m.probability <= 1.0 for m in found)


@given(WEIGHED, ORDERS)
@settings(deadline=None)
def test_the_order_of_matches_changes_nothing(
    unweighed: list[EventMatch], told: list[tuple[float, str]], order: list[int]
) -> None:
    """Nor does which claim of a match comes first."""
    matches = weighed(unweighed, told)
    found = corroborated(matches)

    assert [found[n] for n in order] == corroborated([matches[n] for n in order])
    assert [turned(m) for m in found] == corroborated([turned(m) for m in matches])


def test_only_probability_and_reasons_are_changed(days: list[Context]) -> None:
    """Claims and verdict of a pair are those it came with, and no reason is lost."""
    mill, _, forge, other_mill, other_forge, *_ = days
    beside = match(forge, other_forge)
    pair = replace(match(mill, other_mill, 0.3), reasons=corroborated([match(mill, other_mill), beside])[0].reasons)
    found = corroborated([pair, beside])[0]

    assert pair == replace(found, probability=0.3, reasons=pair.reasons)
    assert pair.reasons == found.reasons[: len(pair.reasons)]
    assert 1 == len(pair.reasons) < len(found.reasons)
