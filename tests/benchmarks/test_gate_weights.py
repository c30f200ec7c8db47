"""How the worth of evidence is fitted, on pairs of claims made up for it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.gate_weights import (
    FEWEST,
    KEPT,
    LEAN,
    TABLE,
    Pairs,
    collections,
    figures,
    fit,
    odds,
    table,
)
from benchmarks.real_texts import KINDS, WRITTEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

ROWS = 20 * FEWEST
NUMBER = np.arange(ROWS)
SAME = NUMBER % 3 == 0
SIGN = np.where(SAME, 1.0, -1.0) * np.where(NUMBER % 10 == 0, -1.0, 1.0)  # right nine times in ten
HALF = np.where(NUMBER % 2 == 0, 1.0, -1.0)  # as often with one fact as with two


def pairs(
    same: NDArray[np.bool_] = SAME, kinds: NDArray[np.intp] = NUMBER % 4, **columns: NDArray[np.float64]
) -> Pairs:
    """Made-up pairs of a collection; each column holds the weights of one piece of evidence."""
    weights = np.column_stack(list(columns.values()))
    evidence = np.hstack([np.maximum(weights, 0.0), np.minimum(weights, 0.0)])
    return Pairs("made-up", tuple(columns), evidence, np.eye(len(KINDS))[kinds], np.zeros(len(same)), same)


def factors(found: Pairs) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """The fitted factors for and against by the name of the evidence."""
    _, fitted = fit([found])
    speaks_for, speaks_against = (dict(zip(found.columns, side.tolist(), strict=True)) for side in np.split(fitted, 2))
    return speaks_for, speaks_against


def shown(count: int) -> NDArray[np.float64]:
    """Evidence that is right of one fact, and shows in so many pairs."""
    weights = np.zeros(ROWS)
    weights[np.flatnonzero(SAME)[:count]] = 1.0
    return weights


def test_telling_evidence_outweighs_useless_evidence() -> None:
    """For one fact and against it."""
    speaks_for, speaks_against = factors(pairs(telling=SIGN, useless=HALF))

    assert speaks_for["useless"] < speaks_for["telling"]
    assert speaks_against["useless"] < speaks_against["telling"]


def test_misleading_evidence_is_ignored_rather_than_turned_round() -> None:
    """What is wrong nine times in ten has a factor of 0, and none is below."""
    speaks_for, speaks_against = factors(pairs(misleading=-SIGN, useless=HALF))

    assert 0.0 == speaks_for["misleading"]
    assert 0.0 <= min(*speaks_for.values(), *speaks_against.values())


@pytest.mark.parametrize("name", sorted(KEPT))
def test_kept_evidence_stays_as_its_rule_gives_it(name: str) -> None:
    """However much the same column would tell under another name."""
    kept, free = factors(pairs(**{name: SIGN})), factors(pairs(free=SIGN))

    assert ({name: 1.0}, {name: 1.0}) == kept
    assert free[0]["free"] != 1.0


def test_evidence_of_few_pairs_stays_as_its_rule_gives_it() -> None:
    """One pair more, and it moves."""
    speaks_for, _ = factors(pairs(few=shown(FEWEST - 1), enough=shown(FEWEST)))

    assert 1.0 == speaks_for["few"]
    assert 1.0 < speaks_for["enough"]


def test_pairs_of_all_collections_count_together() -> None:
    """Evidence too rare in each of two collections moves when both are read."""
    half = pairs(rare=shown(FEWEST // 2))

    assert 1.0 == fit([half])[1][0]
    assert 1.0 < fit([half, half])[1][0]


def test_a_kind_that_is_oftener_of_one_fact_has_a_higher_prior() -> None:
    """Two in three dates against one in three times."""
    kinds = NUMBER // 3 % 2
    prior, _ = fit([pairs((NUMBER % 3 == 0) | ((NUMBER % 3 == 1) & (kinds == 0)), kinds, useless=HALF)])

    assert prior[1] < prior[0]


def test_odds_join_prior_evidence_and_offset() -> None:
    """A number with one piece of evidence for and one against, of two sources akin."""
    kinds = np.array([[float(kind == "number") for kind in KINDS]])
    found = Pairs("made-up", ("a", "b"), np.array([[2.0, 0, 0, -1.0]]), kinds, np.array([0.5]), np.array([True]))
    prior = np.array([-9.0 if kind != "number" else -4.0 for kind in KINDS])

    assert [-4.0 + 2.0 * 1.5 - 1.0 * 0.5 + 0.5] == odds(found, prior, np.array([1.5, 9.0, 9.0, 0.5])).tolist()


@pytest.mark.parametrize(
    ("ranking", "average", "recall"),
    [
        ([True, True, False, False], 1.0, 1.0),
        ([True, False, True, False], (1 + 2 / 3) / 2, 0.5),
        ([False, True], 0.5, 0.0),
        ([True] * 6 + [False, True], (6 + 7 / 8) / 7, 1.0),
    ],
)
def test_figures_of_a_known_ranking(ranking: list[bool], average: float, recall: float) -> None:
    """Average precision, and recall down to the last rank at which precision is high enough."""
    falling = np.arange(len(ranking), 0, -1).astype(float)

    assert (average, recall) == pytest.approx(figures(falling, np.array(ranking)))
    assert (average, recall) == pytest.approx(figures(falling[::-1], np.array(ranking[::-1])))


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 9999)), min_size=1, max_size=5))
def test_the_table_keeps_what_was_fitted(hundredths: list[tuple[int, int]]) -> None:
    """Read again, factors are the same to two decimals, priors by the lean higher."""
    columns = [f"evidence_{n}" for n in range(len(hundredths))]
    factor = np.array([side[n] / 100 for n in (0, 1) for side in hundredths])
    prior = np.array([-1.25, -2.5, -3.75, -5.0])
    read = tomllib.loads(table(columns, prior, factor))

    assert ["prior", "for", "against"] == list(read)
    assert dict(zip(KINDS, prior + LEAN, strict=True)) == pytest.approx(read["prior"], abs=0.0051)
    assert dict(zip(columns, factor[: len(columns)], strict=True)) == read["for"]
    assert dict(zip(columns, factor[len(columns) :], strict=True)) == read["against"]


def test_the_kept_table_is_as_it_was_written() -> None:
    """Nothing in it was added or noted by hand."""
    text = TABLE.read_text(encoding="utf-8")
    kept = tomllib.loads(text)
    prior = np.array([kept["prior"][kind] for kind in KINDS]) - LEAN
    factor = np.array([*kept["for"].values(), *kept["against"].values()])

    assert text == table(list(kept["for"]), prior, factor)


def test_no_held_out_collection_is_fitted() -> None:
    """They are there to measure what was fitted on the others."""
    fitted = {folder for folder, _ in collections()}
    held_out = {gold.parent for gold in (WRITTEN / "held_out").glob("*/gold.jsonl")}

    assert held_out
    assert {gold.parent for gold in (WRITTEN / "fitted").glob("*/gold.jsonl")} <= fitted
    assert set() == fitted & held_out
