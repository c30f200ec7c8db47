"""The fitted worth of each piece of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare import gate_of
from analyzer.compare.candidates import COMPARED
from analyzer.compare.gate.fitted import Fitted, fitted
from analyzer.compare.verdicts import judge
from analyzer.settings import CompareSettings
from tests.compare.told import NO_SIGNS

if TYPE_CHECKING:
    from analyzer.model import PassageRelation
    from tests.compare.told import Tell, Told

MADE_UP = Fitted({"date": -4.0, "time": -1.0}, {"wording": 2.0, "eras": 1.0}, {"wording": 1.0, "eras": 0.5})
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


def test_no_factor_turns_evidence_round() -> None:
    """A reason that speaks for one fact never counts against it."""
    factors = {**fitted().speaks_for, **{f"{name} against": f for name, f in fitted().speaks_against.items()}}

    assert [] == [name for name, factor in factors.items() if factor < 0]


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
