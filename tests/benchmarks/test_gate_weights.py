"""How the worth of evidence is fitted, on pairs of claims made up for it."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields, replace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.gate.corroboration import Corroboration
from analyzer.compare.gate.standing import Standing
from benchmarks.annotated_collections import collections
from benchmarks.gate_weights import (
    AGAINST,
    FEWEST,
    KEPT,
    LEADS,
    LEAN,
    MOST,
    OTHERS,
    TABLE,
    Pairs,
    figures,
    fit,
    fit_corroboration,
    fit_standing,
    gather,
    odds,
    table,
    unseen,
)
from benchmarks.real_texts import KINDS, WRITTEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from analyzer.compare.gate.same_event import EventMatch

ROWS = 20 * FEWEST
NUMBER = np.arange(ROWS)
SAME = NUMBER % 3 == 0
SIGN = np.where(SAME, 1.0, -1.0) * np.where(NUMBER % 10 == 0, -1.0, 1.0)  # right nine times in ten
HALF = np.where(NUMBER % 2 == 0, 1.0, -1.0)  # as often with one fact as with two
UNREAD = cast("EventMatch", None)  # evidence is fitted without a look at the claims
FACTS = 200
ALL = np.ones(2 * FACTS, dtype=bool)
FIRST = np.arange(2 * FACTS) % 2 == 0  # of the two counterparts of every claim
LEVEL = np.repeat(np.linspace(-2, 2, FACTS), 2)  # log odds about which both counterparts of a claim lie


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Pairs:
    """Two texts that tell one burning with two days and another with one, as annotated pairs."""
    folder = tmp_path_factory.mktemp("mill")
    texts = {
        "a.txt": "The mill of Wells burned on 3 May 1852. The forge of Wells burned on 9 May 1852.",
        "b.txt": "The mill of Wells burned on 4 May 1852. The forge of Wells burned on 9 May 1852.",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    readings = [{"source": name, "start": 0, "end": text.index(".")} for name, text in texts.items()]
    fact = {"kind": "date", "relation": "conflict", "readings": readings}
    gold = folder / "gold.jsonl"
    gold.write_text(json.dumps(fact) + "\n", encoding="utf-8")
    return gather(folder, gold)


def rivals(gathered: Pairs, same: NDArray[np.bool_], fitted: NDArray[np.bool_] = ALL) -> Pairs:
    """Made-up claims of one source with two counterparts each in another, in turn."""
    return replace(
        gathered,
        evidence=np.zeros((2 * FACTS, 2 * len(gathered.columns))),
        kinds=np.eye(len(KINDS))[np.zeros(2 * FACTS, dtype=int)],
        offset=np.zeros(2 * FACTS),
        same=same,
        fitted=fitted,
        matches=tuple(_counterpart(gathered.matches[0], n) for n in range(2 * FACTS)),
    )


def _counterpart(match: EventMatch, number: int) -> EventMatch:
    right = replace(match.right.claim, value=f"value {number}")
    return replace(
        match,
        left=replace(match.left, index=number // 2),
        right=replace(match.right, index=FACTS + number, claim=right),
    )


def worth(found: Pairs, log_odds: NDArray[np.float64]) -> Mapping[str, float]:
    """What the fitted model makes of the columns of a pair's standing."""
    return dict(zip(LEADS, fit_standing([found], [log_odds])[len(KINDS) :].tolist(), strict=True))


def triples(gathered: Pairs, third: NDArray[np.bool_], *, agrees: bool) -> Pairs:
    """Made-up pairs of two sources, with some of which (`third`) the telling of a third source goes.

    Those are of one fact where it `agrees` with the first of the two, and of two facts where it has its own value.
    """
    two = next(m for m, differs in zip(gathered.matches, gathered.fitted, strict=True) if differs)
    verdict = next(m for m in gathered.matches if m.verdict.agrees is agrees).verdict
    matches: list[EventMatch] = []
    for n, heard in enumerate(third.tolist()):
        left, right = replace(two.left, index=3 * n), replace(two.right, index=3 * n + 1)
        matches.append(replace(two, left=left, right=right))
        if heard:
            other = replace(two.right, index=3 * n + 2, document=2)
            matches += [replace(two, left=left, right=other, verdict=verdict), replace(two, left=right, right=other)]
    first = np.array([m.right.document == 1 for m in matches])
    same = np.zeros(len(matches), dtype=bool)
    same[first] = third == agrees
    rest = (np.zeros((len(matches), 2 * len(gathered.columns))), np.eye(len(KINDS))[np.zeros(len(matches), dtype=int)])
    return Pairs("made-up", gathered.columns, *rest, np.zeros(len(matches)), same, first, tuple(matches))


def heard_worth(found: Pairs) -> dict[str, float]:
    """What the fitted model makes of what other pairs say of these, all as likely as not by themselves."""
    fitted = fit_corroboration([found], [np.zeros(len(found.same))])
    return dict(zip(OTHERS, fitted[1:].tolist(), strict=True))


def pairs(
    same: NDArray[np.bool_] = SAME, kinds: NDArray[np.intp] = NUMBER % 4, **columns: NDArray[np.float64]
) -> Pairs:
    """Made-up pairs of a collection; each column holds the weights of one piece of evidence."""
    weights = np.column_stack(list(columns.values()))
    evidence = np.hstack([np.maximum(weights, 0.0), np.minimum(weights, 0.0)])
    size = len(same)
    numbers = (np.eye(len(KINDS))[kinds], np.zeros(size), same, np.ones(size, dtype=bool))
    return Pairs("made-up", tuple(columns), evidence, *numbers, (UNREAD,) * size)


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
    one = np.array([True])
    found = Pairs("made-up", ("a", "b"), np.array([[2.0, 0, 0, -1.0]]), kinds, np.array([0.5]), one, one, (UNREAD,))
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


def test_odds_of_a_collection_are_blind_to_its_own_gold(gathered: Pairs) -> None:
    """What is annotated in one collection moves the odds of the other alone."""
    own, other = rivals(gathered, FIRST), rivals(gathered, NUMBER[: 2 * FACTS] % 5 < 2)
    before, after = unseen([own, other]), unseen([rivals(gathered, ALL), other])

    assert before.alone[0].tolist() == after.alone[0].tolist()
    assert before.alone[1].tolist() != after.alone[1].tolist()


def test_evidence_is_fitted_on_differing_pairs_alone() -> None:
    """Not every agreement is annotated: nothing is learned from one that is not."""
    differing = NUMBER % 5 != 0
    found = replace(pairs(telling=SIGN), fitted=differing)
    turned = replace(found, same=np.where(differing, SAME, ~SAME))

    assert [side.tolist() for side in fit([found])] == [side.tolist() for side in fit([turned])]


def test_a_lead_over_rivals_tells_more_than_odds_alone(gathered: Pairs) -> None:
    """Where of two counterparts the likelier is of the fact, however likely either is."""
    found = worth(rivals(gathered, FIRST), LEVEL + np.where(FIRST, 0.5, -0.5))

    assert max(found["own"], found["other_lead"]) < found["lead"]


def test_a_misleading_lead_is_ignored_rather_than_turned_round(gathered: Pairs) -> None:
    """Where the likelier counterpart is the wrong one, a lead is worth nothing."""
    found = worth(rivals(gathered, ~FIRST), LEVEL + np.where(FIRST, 0.5, -0.5))

    assert 0.0 == found["lead"]
    assert 0.0 <= min(found.values())


def test_agreeing_pairs_are_rivals_but_teach_nothing(gathered: Pairs) -> None:
    """Whether they are annotated changes nothing, how likely they are does."""
    noise = np.sin(NUMBER[: 2 * FACTS])
    log_odds = LEVEL + noise
    likely = FIRST ^ (NUMBER[: 2 * FACTS] % 7 == 0)
    fitted = NUMBER[: 2 * FACTS] % 4 != 1  # every other claim has one counterpart that agrees
    found = worth(rivals(gathered, likely, fitted), log_odds)

    assert found == worth(rivals(gathered, np.where(fitted, likely, ~likely), fitted), log_odds)
    assert found != worth(rivals(gathered, likely, fitted), np.where(fitted, log_odds, log_odds + 2 * noise))


def test_a_third_source_that_goes_with_both_is_worth_its_word(gathered: Pairs) -> None:
    """Where it tells the value of the one and they are of one fact; what was never heard is worth nothing."""
    found = heard_worth(triples(gathered, NUMBER[:FACTS] % 2 == 0, agrees=True))

    assert 1.0 < found.pop("vouched")
    assert {0.0} == set(found.values())


def test_a_third_value_is_worth_no_more_than_real_sources_grant_it(gathered: Pairs) -> None:
    """However well it tells two facts of made-up ones."""
    found = heard_worth(triples(gathered, NUMBER[:FACTS] % 2 == 0, agrees=False))

    assert MOST["third_value"] == found.pop("third_value")
    assert {0.0} == set(found.values())


def test_misleading_words_of_others_are_ignored_rather_than_turned_round(gathered: Pairs) -> None:
    """Where a third source goes with both of two that are of two facts, and the other way round."""
    vouched = triples(gathered, NUMBER[:FACTS] % 2 == 0, agrees=True)
    third = triples(gathered, NUMBER[:FACTS] % 2 == 0, agrees=False)

    for found in (vouched, third):
        assert {0.0} == set(heard_worth(replace(found, same=~found.same)).values())


def test_all_that_others_say_is_fitted() -> None:
    """Each part of a corroboration once."""
    assert sorted(field.name for field in fields(Corroboration)) == sorted(OTHERS)
    assert set(OTHERS) > AGAINST | MOST.keys()


def test_a_kind_that_is_oftener_of_one_fact_stands_higher(gathered: Pairs) -> None:
    """Among pairs that stand alike, all of the dates against half of the times."""
    number = NUMBER[: 2 * FACTS]
    found = rivals(gathered, (number % 4 < 2) | FIRST)
    kinds = np.eye(len(KINDS))[np.where(number % 4 < 2, 0, 1)]
    prior = fit_standing([replace(found, kinds=kinds)], [np.zeros(2 * FACTS)])[: len(KINDS)]

    assert prior[1] < prior[0]


def test_the_pairs_of_two_texts_are_gathered(gathered: Pairs) -> None:
    """The annotated conflict is one fact, the day told alike is but a rival; within one text nothing is compared."""
    told = {
        (m.left.claim.value, m.right.claim.value): (bool(same), bool(fitted))
        for m, same, fitted in zip(gathered.matches, gathered.same, gathered.fitted, strict=True)
    }

    assert (True, True) == told["1852-05-03", "1852-05-04"]
    assert (False, False) == told["1852-05-09", "1852-05-09"]
    assert {(0, 1)} == {(m.left.document, m.right.document) for m in gathered.matches}


def test_only_differing_pairs_are_left_to_fit_on(gathered: Pairs) -> None:
    """Every column keeps the same rows."""
    found = gathered.differing()
    size = int(gathered.fitted.sum())

    assert 0 < size < len(gathered.same)
    assert gathered.evidence[gathered.fitted].tolist() == found.evidence.tolist()
    assert [size] * 5 == [len(rows) for rows in (found.kinds, found.offset, found.same, found.fitted, found.matches)]
    assert found.fitted.all()


@given(
    st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 9999)), min_size=1, max_size=5),
    st.lists(st.integers(0, 9999), min_size=len(LEADS), max_size=len(LEADS)),
    st.lists(st.integers(0, 9999), min_size=len(OTHERS), max_size=len(OTHERS)),
)
def test_the_table_keeps_what_was_fitted(
    hundredths: list[tuple[int, int]], thousandths: list[int], others: list[int]
) -> None:
    """Read again, numbers are the same to their decimals; what is added to the last prior stands beside it."""
    columns = [f"evidence_{n}" for n in range(len(hundredths))]
    factor = np.array([side[n] / 100 for n in (0, 1) for side in hundredths])
    prior, among = np.array([-1.25, -2.5, -3.75, -5.0]), np.array([0.5, -0.25, 1.0, -2.0])
    leads, heard = np.array(thousandths) / 1000, np.array(others) / 1000
    standing = np.concatenate([among, leads])
    read = tomllib.loads(table(columns, prior, factor, standing, np.array([-0.5, *heard])))

    assert ["prior", "for", "against", "standing", "corroboration"] == list(read)
    assert {"prior": -0.5, "lean": LEAN, **dict(zip(OTHERS, heard, strict=True))} == read["corroboration"]
    assert dict(zip(KINDS, prior, strict=True)) == read["prior"]
    assert dict(zip(columns, factor[: len(columns)], strict=True)) == read["for"]
    assert dict(zip(columns, factor[len(columns) :], strict=True)) == read["against"]
    assert dict(zip(KINDS, among, strict=True)) == read["standing"].pop("prior")
    assert dict(zip(LEADS, leads, strict=True)) == read["standing"]


def test_the_kept_table_is_as_it_was_written() -> None:
    """Nothing in it was added or noted by hand."""
    text = TABLE.read_text(encoding="utf-8")
    kept = tomllib.loads(text)
    prior = np.array([kept["prior"][kind] for kind in KINDS])
    factor = np.array([*kept["for"].values(), *kept["against"].values()])
    among = np.array([kept["standing"]["prior"][kind] for kind in KINDS])
    standing = np.concatenate([among, [kept["standing"][name] for name in LEADS]])
    heard = np.array([kept["corroboration"][name] for name in ("prior", *OTHERS)])

    assert text == table(list(kept["for"]), prior, factor, standing, heard)


def test_the_kept_leads_are_those_of_a_standing() -> None:
    """In the order in which they are fitted."""
    assert [field.name for field in fields(Standing)] == list(LEADS)


def test_no_held_out_collection_is_fitted() -> None:
    """They are there to measure what was fitted on the others."""
    fitted = {folder for folder, _ in collections()}
    held_out = {gold.parent for gold in (WRITTEN / "held_out").glob("*/gold.jsonl")}

    assert held_out
    assert {gold.parent for gold in (WRITTEN / "fitted").glob("*/gold.jsonl")} <= fitted
    assert set() == fitted & held_out
