"""The fitted worth of each piece of evidence."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare import gate_of
from analyzer.compare.candidates import COMPARED
from analyzer.compare.gate.fitted import Fitted, FittedStanding, FittedVouching, fitted
from analyzer.compare.gate.standing import Standing
from analyzer.compare.verdicts import judge
from analyzer.settings import CompareSettings
from tests.compare.told import NO_SIGNS

if TYPE_CHECKING:
    from analyzer.model import PassageRelation
    from tests.compare.told import Tell, Told

RIVALRY = FittedStanding({"date": -2.0, "time": 1.0}, own=0.5, lead=2.0, other_lead=0.25)
WORD = FittedVouching(prior=-1.0, own=0.5, third=4.0)
PRIOR, FOR, AGAINST = {"date": -4.0, "time": -1.0}, {"wording": 2.0, "eras": 1.0}, {"wording": 1.0, "eras": 0.5}
MADE_UP = Fitted(PRIOR, FOR, AGAINST, RIVALRY, WORD)
EVEN = Standing(own=0.0, lead=0.0, other_lead=0.0)
LEADS = [field.name for field in fields(Standing)]
WEIGHTS = st.floats(-50, 50)


@pytest.fixture(scope="module")
def told(tell: Tell) -> Told:
    """Two texts that give the burning of one mill two years."""
    return tell("The mill of Wells burned in 1851.", "The mill of Wells burned in 1852.")


def named(told: Told, aligned: PassageRelation | None) -> set[str]:
    """The names of the evidence on the two years."""
    left, right = told.context("1851"), told.context("1852")
    verdict = judge(left.claim, right.claim, NO_SIGNS)
    assert verdict is not None
    gate = gate_of(told.analysis.extractions, told.contexts, told.rare, CompareSettings())
    return set(gate.evidence(left, right, verdict, aligned, 0.5))


def test_every_piece_of_evidence_has_factors_and_no_other_has(told: Told) -> None:
    """Whatever the alignment, the gate finds a factor for and one against, and the table keeps none in vain."""
    relations: tuple[PassageRelation | None, ...] = (None, "same_text", "paraphrase", "same_event")
    names = set().union(*(named(told, aligned) for aligned in relations))

    assert names == fitted().speaks_for.keys()
    assert names == fitted().speaks_against.keys()


def test_every_compared_kind_has_a_prior() -> None:
    """And no kind that is never compared."""
    assert COMPARED == fitted().prior.keys()
    assert COMPARED == fitted().standing.prior.keys()


def test_no_factor_turns_evidence_round() -> None:
    """A reason that speaks for one fact never counts against it."""
    factors = {**fitted().speaks_for, **{f"{name} against": f for name, f in fitted().speaks_against.items()}}

    assert [] == [name for name, factor in factors.items() if factor < 0]


def test_no_lead_over_rivals_counts_against_a_pair() -> None:
    """What a pair's standing is worth is never negative."""
    assert [] == [name for name in LEADS if getattr(fitted().standing, name) < 0]


def test_evidence_without_a_factor_counts_as_its_rule_gives_it() -> None:
    """A rule may come before the next fit."""
    assert 1.0 == MADE_UP.factor("new", 3.0) == MADE_UP.factor("new", -3.0)
    assert -4.0 + 3.0 == MADE_UP.log_odds("date", {"new": 3.0})


def test_log_odds_are_the_prior_and_the_weighted_evidence() -> None:
    """What speaks for one fact and what speaks against it have factors of their own."""
    assert -4.0 == MADE_UP.log_odds("date", {})
    assert -4.0 + 2.0 * 1.5 - 0.5 * 2.0 == MADE_UP.log_odds("date", {"wording": 1.5, "eras": -2.0})
    assert -1.0 - 1.0 * 1.5 + 1.0 * 2.0 == MADE_UP.log_odds("time", {"wording": -1.5, "eras": 2.0})


@given(st.sampled_from(sorted(COMPARED)), st.sampled_from(sorted(fitted().speaks_for)), WEIGHTS, WEIGHTS)
def test_stronger_evidence_never_lowers_the_odds(kind: str, name: str, one: float, other: float) -> None:
    """Across zero as well, where the factor changes."""
    low, high = sorted((one, other))

    assert fitted().log_odds(kind, {name: low}) <= fitted().log_odds(kind, {name: high})


@given(st.dictionaries(st.sampled_from(sorted(fitted().speaks_for)), WEIGHTS))
def test_the_order_of_evidence_changes_nothing(evidence: dict[str, float]) -> None:
    """Not even the last bit."""
    assert fitted().log_odds("date", evidence) == fitted().log_odds("date", dict(reversed(evidence.items())))


def test_log_odds_among_rivals_are_the_prior_and_the_weighted_standing() -> None:
    """Each kind has a prior of its own beside that of its evidence."""
    standing = replace(EVEN, own=1.0, lead=-3.0, other_lead=4.0)

    assert [-2.0, 1.0] == [RIVALRY.log_odds(kind, EVEN) for kind in ("date", "time")]
    assert -2.0 + 0.5 * 1.0 - 2.0 * 3.0 + 0.25 * 4.0 == RIVALRY.log_odds("date", standing)


@given(st.sampled_from(sorted(COMPARED)), st.sampled_from(LEADS), WEIGHTS, WEIGHTS)
def test_a_better_standing_never_lowers_the_odds(kind: str, name: str, one: float, other: float) -> None:
    """Neither higher odds of its own nor a longer lead."""
    low, high = (replace(EVEN, **{name: value}) for value in sorted((one, other)))

    assert fitted().standing.log_odds(kind, low) <= fitted().standing.log_odds(kind, high)


def test_a_third_source_adds_what_its_word_is_worth() -> None:
    """Beside the pair's own odds."""
    assert -1.0 + 0.5 * 3.0 == MADE_UP.vouching.log_odds(3.0, 0.0)
    assert -1.0 + 0.5 * 3.0 + 4.0 * 0.5 == MADE_UP.vouching.log_odds(3.0, 0.5)


@given(WEIGHTS, WEIGHTS, st.floats(0, 1), st.floats(0, 1))
def test_neither_own_odds_nor_a_third_source_lower_the_odds(one: float, other: float, some: float, more: float) -> None:
    """As the package has them fitted."""
    low, high = (
        fitted().vouching.log_odds(*pair) for pair in zip(sorted((one, other)), sorted((some, more)), strict=True)
    )

    assert low <= high
