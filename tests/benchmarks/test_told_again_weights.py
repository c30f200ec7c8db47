"""How the worth of evidence on a value told twice is fitted, on pairs made up for it."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.real_texts import KINDS
from benchmarks.told_again_weights import TABLE, Pairs, fit, gather, one_each, table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

ROWS = 400
NUMBER = np.arange(ROWS)
SAME = NUMBER % 3 == 0
SIGN = np.where(SAME, 1.0, -1.0) * np.where(NUMBER % 10 == 0, -1.0, 1.0)  # right nine times in ten
HALF = np.where(NUMBER % 2 == 0, 1.0, -1.0)  # as often of one thing as of two


def pairs(
    same: NDArray[np.bool_] = SAME, kinds: NDArray[np.intp] = NUMBER % 4, **columns: NDArray[np.float64]
) -> Pairs:
    """Made-up pairs of a collection; each column holds one piece of evidence."""
    rows = np.column_stack([np.eye(len(KINDS))[kinds], *columns.values()])
    return Pairs("made-up", (*KINDS, *columns), rows, same, tuple((2 * n, 2 * n + 1) for n in range(len(same))))


def fitted(found: Pairs) -> Mapping[str, float]:
    """The fitted weights by the name of the column."""
    return dict(zip(found.columns, fit([found]).tolist(), strict=True))


def test_telling_evidence_outweighs_useless_evidence() -> None:
    """What is right nine times in ten, and what is as often wrong as right."""
    found = fitted(pairs(telling=SIGN, useless=HALF))

    assert 0.0 <= found["useless"] < found["telling"]


def test_misleading_evidence_is_ignored_rather_than_turned_round() -> None:
    """It has a factor of 0."""
    assert 0.0 == fitted(pairs(misleading=-SIGN, useless=HALF))["misleading"]


@given(st.lists(st.lists(st.floats(-5, 5), min_size=3, max_size=3), min_size=12, max_size=12))
def test_no_factor_is_negative(evidence: list[list[float]]) -> None:
    """Whatever the evidence, of which some may never vary."""
    columns = {f"evidence_{n}": np.array(column) for n, column in enumerate(zip(*evidence, strict=True))}
    found = fitted(pairs(SAME[:12], NUMBER[:12] % 4, constant=np.zeros(12), **columns))

    assert 0.0 <= min(found[name] for name in ("constant", *columns))


def test_the_scale_of_evidence_changes_nothing() -> None:
    """A factor of a tenth for ten times the numbers."""
    small, large = fitted(pairs(telling=SIGN))["telling"], fitted(pairs(telling=10 * SIGN))["telling"]

    np.testing.assert_allclose(small, 10 * large, rtol=1e-3)


def test_a_kind_that_is_oftener_of_one_thing_has_a_higher_prior() -> None:
    """Two in three dates against one in three times."""
    kinds = NUMBER // 3 % 2
    found = fitted(pairs((NUMBER % 3 == 0) | ((NUMBER % 3 == 1) & (kinds == 0)), kinds, useless=HALF))

    assert found[KINDS[1]] < found[KINDS[0]]


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(7, 13), st.floats(-9, 9), st.booleans()), min_size=1, max_size=20)
)
def test_each_value_is_told_in_one_pair(found: list[tuple[int, int, float, bool]]) -> None:
    """The likeliest first; what is left out shares a value with one as likely at least."""
    ends = tuple((left, right) for left, right, _, _ in found)
    log_odds, same = np.array([odds for *_, odds, _ in found]), np.array([right for *_, right in found])
    # every pair has its own number in place of its log odds, by which it is known again
    rank = np.argsort(np.argsort(-log_odds, kind="stable"))
    told = [int(-odds) for odds, _ in one_each(Pairs("made-up", (), np.zeros((0, 0)), same, ends), -rank.astype(float))]
    by_rank = {int(r): n for n, r in enumerate(rank)}
    taken = [value for r in told for value in ends[by_rank[r]]]

    assert told == sorted(told)
    assert len(taken) == len(set(taken))
    for r in set(by_rank) - set(told):
        assert {v for t in told if t < r for v in ends[by_rank[t]]} & set(ends[by_rank[r]])


def test_pairs_told_keep_their_odds_and_whether_they_are_right() -> None:
    """The second of three has a value of the first, which is likelier."""
    found = Pairs("made-up", (), np.zeros((0, 0)), np.array([True, False, True]), ((0, 1), (1, 2), (2, 3)))

    assert [(2.0, True), (-0.5, True)] == one_each(found, np.array([2.0, 1.0, -0.5]))
    assert [(1.0, False)] == one_each(found, np.array([0.0, 1.0, -0.5]))


@given(st.lists(st.integers(0, 99999), min_size=1, max_size=6))
def test_the_table_keeps_what_was_fitted(thousandths: list[int]) -> None:
    """Read again, numbers are the same to three decimals."""
    columns = [f"evidence_{n}" for n in range(len(thousandths))]
    prior, factors = [-1.25, -2.5, -3.125, -5.0], [n / 1000 for n in thousandths]
    read = tomllib.loads(table([*KINDS, *columns], np.array([*prior, *factors])))

    assert {"prior": dict(zip(KINDS, prior, strict=True)), "factors": dict(zip(columns, factors, strict=True))} == read


def test_the_kept_table_is_as_it_was_written() -> None:
    """Nothing in it was added or noted by hand."""
    text = TABLE.read_text(encoding="utf-8")
    kept = {name: value for part in tomllib.loads(text).values() for name, value in part.items()}

    assert list(KINDS) == list(kept)[: len(KINDS)]
    assert text == table(list(kept), np.array(list(kept.values())))


def test_the_values_of_one_text_are_gathered(tmp_path: Path) -> None:
    """The two annotated ones are of one thing, and no other; that of another text is in no pair."""
    tellings = ("The mill was 40 feet long.", "Rain fell.", "Nobody slept.", "The mill was 90 feet long.")
    text = " ".join([*tellings, "Bread was dear.", "Fish was not.", "The barn was 60 feet long."])
    for name, told in (("a.txt", text), ("b.txt", "The inn was 70 feet long.")):
        (tmp_path / name).write_text(told, encoding="utf-8")
    starts = [text.index(telling) for telling in (tellings[0], tellings[3])]
    readings = [{"source": "a.txt", "start": start, "end": start + 26} for start in starts]
    gold = tmp_path / "gold.jsonl"
    fact = {"kind": "number", "relation": "conflict", "readings": readings}
    gold.write_text(json.dumps(fact) + "\n", encoding="utf-8")
    found = gather(tmp_path, gold)

    assert [True, False, False] == found.same.tolist()
    assert [(0, 1), (0, 2), (1, 2)] == list(found.ends)
    assert list(KINDS) == list(found.columns[: len(KINDS)])
    np.testing.assert_allclose([3 / 7, 6 / 7, 3 / 7], found.rows[:, found.columns.index("distance")])
