"""The fitted worth of each piece of evidence."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare import gate_of
from analyzer.compare.candidates import COMPARED
from analyzer.compare.gate.corroboration import Corroboration
from analyzer.compare.gate.fitted import Fitted, FittedCorroboration, FittedStanding, fitted
from analyzer.compare.gate.standing import Standing
from analyzer.compare.verdicts import judge
from analyzer.settings import CompareSettings
from tests.compare.told import NO_SIGNS

if TYPE_CHECKING:
    from analyzer.model import PassageRelation
    from tests.compare.told import Tell, Told

RIVALRY = FittedStanding({"date": -2.0, "time": 1.0}, own=0.5, lead=2.0, other_lead=0.25)
OTHERS = FittedCorroboration(
    prior=-1.0,
    lean={"date": 2.0, "time": 1.0, "agreeing": -0.25},
    own=0.5,
    vouched=4.0,
    beside=1.0,
    third_value=2.0,
    both_confirmed=3.0,
    told_by_the_other=0.5,
    scattered=0.25,
)
PRIOR, FOR, AGAINST = {"date": -4.0, "time": -1.0}, {"wording": 2.0, "eras": 1.0}, {"wording": 1.0, "eras": 0.5}
MADE_UP = Fitted(PRIOR, FOR, AGAINST, RIVALRY, OTHERS)
EVEN = Standing(own=0.0, lead=0.0, other_lead=0.0)
SILENT = Corroboration(
    own=0.0, vouched=0.0, beside=0.0, third_value=0.0, both_confirmed=0.0, told_by_the_other=0.0, scattered=0.0
)
SPEAKS_FOR = ("own", "vouched", "beside")
SPEAKS_AGAINST = ("third_value", "both_confirmed", "told_by_the_other", "scattered")
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


def test_every_word_of_other_pairs_has_a_factor() -> None:
    """It speaks for one fact or against it; beside them stand a prior and what is added to it."""
    factors = {field.name for field in fields(FittedCorroboration)} - {"prior", "lean"}

    assert {*SPEAKS_FOR, *SPEAKS_AGAINST} == factors == {field.name for field in fields(Corroboration)}
    assert {"date", "time", "number", "duration", "agreeing"} == fitted().corroboration.lean.keys()


def test_no_word_of_other_pairs_is_turned_round() -> None:
    """As the package has them fitted; what speaks against one fact is taken off, not added."""
    names = (*SPEAKS_FOR, *SPEAKS_AGAINST)

    assert [] == [name for name in names if getattr(fitted().corroboration, name) < 0]


def test_values_that_agree_and_that_differ_lean_apart() -> None:
    """Where other pairs say nothing."""
    assert -1.0 + 2.0 == MADE_UP.corroboration.log_odds("date", SILENT, agrees=False)
    assert -1.0 + 1.0 == MADE_UP.corroboration.log_odds("time", SILENT, agrees=False)
    assert -1.0 - 0.25 == MADE_UP.corroboration.log_odds("date", SILENT, agrees=True)


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("own", 0.5),
        ("vouched", 4.0),
        ("beside", 1.0),
        ("third_value", -2.0),
        ("both_confirmed", -3.0),
        ("told_by_the_other", -0.5),
        ("scattered", -0.25),
    ],
)
def test_each_word_of_other_pairs_is_worth_its_factor(name: str, by: float) -> None:
    """Half as sure, it is worth half."""
    assert 1.0 + by / 2 == MADE_UP.corroboration.log_odds("date", replace(SILENT, **{name: 0.5}), agrees=False)


@given(st.sampled_from(SPEAKS_FOR), st.booleans(), WEIGHTS, WEIGHTS)
def test_what_speaks_for_one_fact_never_lowers_the_odds(name: str, agrees: bool, one: float, other: float) -> None:
    """As the package has them fitted."""
    low, high = (replace(SILENT, **{name: value}) for value in sorted((one, other)))
    model = fitted().corroboration

    assert model.log_odds("date", low, agrees=agrees) <= model.log_odds("date", high, agrees=agrees)


@given(st.sampled_from(SPEAKS_AGAINST), st.booleans(), WEIGHTS, WEIGHTS)
def test_what_speaks_against_one_fact_never_raises_the_odds(name: str, agrees: bool, one: float, other: float) -> None:
    """As the package has them fitted."""
    low, high = (replace(SILENT, **{name: value}) for value in sorted((one, other)))
    model = fitted().corroboration

    assert model.log_odds("date", low, agrees=agrees) >= model.log_odds("date", high, agrees=agrees)
