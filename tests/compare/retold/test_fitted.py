"""The fitted worth of each piece of evidence on two values of one source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare import gate_of
from analyzer.compare.candidates import COMPARED
from analyzer.compare.retold.fitted import Fitted, fitted
from analyzer.compare.retold.told_again import OneSource
from analyzer.compare.retold.told_elsewhere import ToldElsewhere
from analyzer.settings import CompareSettings
from tests.compare.retold.test_retellings import BETWEEN
from tests.compare.told import NO_SIGNS

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told

MADE_UP = Fitted({"date": -4.0, "time": -1.0}, {"lead": 2.0, "apart": 0.5})
WEIGHTS = st.floats(-50, 50)


@pytest.fixture(scope="module")
def told(tell: Tell) -> Told:
    """Two values of every kind that is compared, far from each other."""
    return tell(
        "The mill of Wells burned at 3 p.m. on 3 May 1852. The fire lasted five hours. It cost 1,920 men."
        + BETWEEN
        + "The mill of Wells burned at 4 p.m. on 9 May 1852. The fire lasted six hours. It cost 1,290 men."
    )


def test_every_piece_of_evidence_has_a_factor_and_no_other_has(told: Told) -> None:
    """Whatever the kind of the values; the table keeps none in vain."""
    extractions = told.analysis.extractions
    gate = gate_of(extractions, told.contexts, told.rare, CompareSettings())
    source = OneSource.of(extractions[0], told.contexts, gate, NO_SIGNS, ToldElsewhere.of([]))
    found: dict[str, set[str]] = {}
    for i, j in source.pairs():
        verdict = source.differ(i, j)
        if verdict is not None:
            kind = source.ties.values[i].context.claim.kind
            found.setdefault(kind, set()).update(source.told_alike(i, j) | source.valued(i, j, verdict))

    assert dict.fromkeys(COMPARED, fitted().factors.keys()) == found


def test_every_compared_kind_has_a_prior() -> None:
    """And no kind that is never compared."""
    assert COMPARED == fitted().prior.keys()


def test_no_factor_turns_evidence_round() -> None:
    """What speaks for one thing never counts against it."""
    assert [] == [name for name, factor in fitted().factors.items() if factor < 0]


def test_log_odds_are_the_prior_and_the_weighted_evidence() -> None:
    """What was not fitted counts nothing."""
    assert [-4.0, -1.0] == [MADE_UP.log_odds(kind, {}) for kind in ("date", "time")]
    assert -4.0 + 2.0 * 1.5 - 0.5 * 2.0 == MADE_UP.log_odds("date", {"lead": 1.5, "apart": -2.0})
    assert -4.0 == MADE_UP.log_odds("date", {"new": 3.0})


@given(st.sampled_from(sorted(COMPARED)), st.sampled_from(sorted(fitted().factors)), WEIGHTS, WEIGHTS)
def test_stronger_evidence_never_lowers_the_odds(kind: str, name: str, one: float, other: float) -> None:
    """As the package has it fitted."""
    low, high = sorted((one, other))

    assert fitted().log_odds(kind, {name: low}) <= fitted().log_odds(kind, {name: high})


@given(st.dictionaries(st.sampled_from(sorted(fitted().factors)), WEIGHTS))
def test_the_order_of_evidence_changes_nothing(evidence: dict[str, float]) -> None:
    """Not even the last bit."""
    assert fitted().log_odds("date", evidence) == fitted().log_odds("date", dict(reversed(evidence.items())))
