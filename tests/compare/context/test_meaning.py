"""How alike two sentences are in meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.context.meaning import ALIKE, ELSEWHERE, LEAST, MOST, Meaning, sentence_vectors

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from tests.compare.told import Tell

PARAPHRASES = (
    ("The ship set sail at dawn.", "Their vessel weighed anchor early."),
    ("He was wed in Rome.", "Their marriage took place at Italy's capital."),
    ("The doctor cured his illness.", "A physician healed her disease."),
)
TEXTS = st.lists(st.text(max_size=40), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def pair(tell: Tell) -> tuple[Context, Context]:
    """Claims of the first sentence of two texts."""
    told = tell("The mill burned in 1851.", "The mill burned in 1852.")
    return told.context("1851"), told.context("1852")


@given(TEXTS)
@settings(deadline=None)
def test_a_sentence_is_a_unit_vector(texts: list[str]) -> None:
    """Only an empty text has none."""
    lengths = np.linalg.norm(sentence_vectors(texts), axis=1)

    assert [float(text != "") for text in texts] == pytest.approx(lengths.tolist(), abs=1e-5)


@given(TEXTS)
@settings(deadline=None)
def test_a_vector_is_that_of_its_own_sentence(texts: list[str]) -> None:
    """Longer sentences read along with it change nothing."""
    assert [sentence_vectors([text])[0].tolist() for text in texts] == sentence_vectors(texts).tolist()


def test_a_sentence_is_closest_to_itself() -> None:
    """No paraphrase comes nearer."""
    rows = sentence_vectors([text for both in PARAPHRASES for text in both])

    assert list(range(len(rows))) == (rows @ rows.T).argmax(axis=1).tolist()


@pytest.mark.parametrize("own", range(len(PARAPHRASES)))
def test_a_paraphrase_without_a_shared_word_is_nearer_than_another_subject(own: int) -> None:
    """Each sentence finds its counterpart among those of all subjects."""
    first, second = (sentence_vectors(side) for side in zip(*PARAPHRASES, strict=True))
    words = [set(text.lower().strip(".").split()) for text in PARAPHRASES[own]]

    assert set() == words[0] & words[1]
    assert own == int((second @ first[own]).argmax())


@given(TEXTS, st.floats(-1, 1), st.floats(0.001, 1))
@settings(deadline=None)
def test_likeness_is_symmetric_and_bounded(
    pair: tuple[Context, Context], texts: list[str], usual: float, spread: float
) -> None:
    """Whatever the sentences say and however alike those of the collection are."""
    left, right = pair
    rows = sentence_vectors([texts[0], texts[-1]])
    found = Meaning((rows[:1], rows[1:]), usual, spread)

    assert found.weight(left, right) == found.weight(right, left)
    assert LEAST <= found.weight(left, right)[0] <= MOST


def test_likeness_counts_spreads_above_the_usual(pair: tuple[Context, Context]) -> None:
    """Vectors of a cosine of 0.6 lie two spreads of 0.2 above 0.2."""
    one, other = np.array([[1.0, 0.0]], dtype=np.float32), np.array([[0.6, 0.8]], dtype=np.float32)

    assert 2.0 == Meaning((one, other), 0.2, 0.2).weight(*pair)[0]


def test_a_reader_is_told_of_a_clear_likeness_only(pair: tuple[Context, Context]) -> None:
    """The reason comes with its weight; a slight likeness counts without a line."""
    one, other = np.array([[1.0, 0.0]], dtype=np.float32), np.array([[0.6, 0.8]], dtype=np.float32)
    value, reason = Meaning((one, other), 0.2, 0.2).weight(*pair)
    slight, none = Meaning((one, other), 0.35, 0.2).weight(*pair)

    assert reason is not None
    assert ("meaning", value) == (reason.code, reason.left)
    assert 0 < slight < ALIKE < value
    assert none is None


def test_one_source_is_not_compared_with_itself(pair: tuple[Context, Context]) -> None:
    """It speaks of its subject in all its sentences."""
    rows = sentence_vectors(["The ship set sail at dawn."])
    left, _ = pair

    assert (0.0, None) == Meaning((rows, rows), ELSEWHERE.mean, ELSEWHERE.spread).weight(left, left)


def test_nothing_to_compare_leaves_what_is_usual_elsewhere() -> None:
    """A collection without a sentence has no likeness of its own."""
    found = Meaning.of([])

    assert (ELSEWHERE.mean, ELSEWHERE.spread) == pytest.approx((found.usual, found.spread))


def test_one_likeness_says_less_where_all_sentences_are_alike(tell: Tell) -> None:
    """Of two collections with the same pair of sentences, the one on a single subject rates it lower."""
    mill = " ".join(f"The mill by the river was burned in {year}." for year in range(1801, 1831))
    usual, likeness = [], []
    for rest in ("", mill):
        told = tell(f"The mill burned in 1851. {rest}", f"The mill burned in 1852. {rest}")
        found = Meaning.of(told.documents)
        usual.append(found.usual)
        likeness.append(found.weight(told.context("1851"), told.context("1852"))[0])

    assert usual[0] < usual[1]
    assert likeness[1] < likeness[0]


def test_only_later_claims_alike_enough_are_alike(tell: Tell) -> None:
    """A higher bar lets through no others."""
    told = tell(
        "The fleet set sail for Sicily on 3 May 1860. Butter cost 12 pence. The ships left for Sicily on 5 May 1860."
    )
    meaning, found = Meaning.of(told.documents), told.contexts
    alike = meaning.alike(found, 0.0)

    assert all(n < m and meaning.likeness(found[n], found[m]) >= 0 for n, some in alike.items() for m in some)
    assert found.index(found[-1]) in alike[0]
    assert not any(meaning.alike(found, 1000.0).values())
