"""How well the words of two tellings find counterparts in each other."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.context.word_by_word import (
    ALIKE,
    BEFORE,
    COMMON,
    ELSEWHERE,
    IN_CLAUSE,
    IN_SENTENCE,
    LEAST,
    MOST,
    WordByWord,
)
from analyzer.model import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document
    from tests.compare.told import Tell, Told

PARAPHRASES = (
    ("The ship set sail at dawn.", "Their vessel weighed anchor early."),
    ("He was wed in Rome.", "Their marriage took place at Italy's capital."),
    ("The doctor cured his illness.", "A physician healed her disease."),
)
TEXTS = st.lists(st.text(max_size=30), min_size=1, max_size=3)


@pytest.fixture(scope="module")
def told(tell: Tell) -> Told:
    """Two texts that give the burning of one mill two years."""
    return tell("The mill burned in 1851.", "The mill burned in 1852.")


class Tellings:
    """Texts of given sentences, with one claim each: of the last sentence, its clause and its value given as words."""

    def __init__(self, told: Told, *texts: Sequence[str], clause: str = "", value: str = "") -> None:
        self.documents = [_text(told.documents[0], sentences) for sentences in texts]
        claims = zip(self.documents, texts, strict=True)
        self.contexts = [
            _claim(told.contexts[0], n, document.sentences[-1], (sentences[-1], clause, value))
            for n, (document, sentences) in enumerate(claims)
        ]
        self.found = WordByWord.of(self.documents, self.contexts)

    def weight(self, left: int, right: int) -> float:
        """What the claims of two texts weigh."""
        return self.found.weight(self.contexts[left], self.contexts[right])[0]


def _text(document: Document, sentences: Sequence[str]) -> Document:
    """The document with these sentences, parted by a space."""
    starts = [sum(len(text) + 1 for text in sentences[:n]) for n in range(len(sentences))]
    made = (Sentence(n, 0, 0, at, at + len(sentences[n])) for n, at in enumerate(starts))
    return replace(document, source=replace(document.source, text=" ".join(sentences)), sentences=tuple(made))


def _claim(context: Context, number: int, sentence: Sentence, words: tuple[str, str, str]) -> Context:
    """The context with a claim of one sentence; without a clause given it is the whole sentence."""
    text, clause, value = words
    start, first = sentence.start + text.find(value), sentence.start + text.find(clause)
    claim = replace(context.claim, start=start, end=start + len(value), sentence=sentence.index)
    return replace(context, index=number, document=number, claim=claim, clause=(first, first + len(clause or text)))


def fixed(likeness: float, usual: float, spread: float) -> WordByWord:
    """Two tellings of one piece each, as near as given."""
    one = np.array([1.0])
    return WordByWord((one, one), lambda _left, _right: (one * likeness, one * likeness), usual, spread)


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_likeness_is_symmetric_and_bounded(told: Told, one: list[str], other: list[str]) -> None:
    """Whichever claim is asked first and whichever source was read first, whatever they say."""
    there, back = Tellings(told, one, other), Tellings(told, other, one)

    assert there.weight(0, 1) == there.weight(1, 0) == back.weight(0, 1)
    assert LEAST <= there.weight(0, 1) <= MOST


@pytest.mark.parametrize("text", [text for both in PARAPHRASES for text in both])
def test_the_same_words_are_as_alike_as_can_be(told: Told, text: str) -> None:
    """Every piece finds itself."""
    assert MOST == Tellings(told, [text], [text]).weight(0, 1)


@pytest.mark.parametrize("own", range(len(PARAPHRASES)))
def test_a_paraphrase_without_a_shared_word_is_nearer_than_another_subject(told: Told, own: int) -> None:
    """Each sentence finds its counterpart among those of all subjects."""
    others = [[text] for _, text in PARAPHRASES]
    tellings = Tellings(told, [PARAPHRASES[own][0]], *others)
    weights = [tellings.weight(0, n + 1) for n in range(len(others))]

    assert own == weights.index(max(weights))


def test_the_sentence_before_says_what_is_spoken_of(told: Told) -> None:
    """ "It burned" is the mill's burning where the mill was named right before."""
    mill, it, other = "The mill of Wells was old.", "It burned in May.", "The mill of Wells burned in June."
    tellings = Tellings(told, [mill, it], ["The night was dark.", it], [other])

    assert tellings.weight(0, 2) > tellings.weight(1, 2)


def test_only_the_sentence_before_is_read_along(told: Told) -> None:
    """What stands two sentences off is told of something else."""
    rest = ["Rain fell.", "It burned in May."]
    tellings = Tellings(told, ["The mill of Wells was old.", *rest], rest)

    assert tellings.found.counts[0].size == tellings.found.counts[1].size


def test_a_piece_counts_by_where_it_stands(told: Told) -> None:
    """Most in the clause of the value, less in the rest of its sentence, least in the sentence before."""
    counts = Tellings(told, ["Alder.", "Cedar 1851 elm"], clause="Cedar 1851", value="1851").found.counts[0]
    rare = math.log(2) + COMMON

    assert BEFORE < IN_SENTENCE < IN_CLAUSE
    assert pytest.approx(sorted(share * rare for share in (BEFORE, IN_SENTENCE, IN_CLAUSE))) == sorted(set(counts))


def test_a_piece_said_twice_counts_by_its_better_place(told: Told) -> None:
    """The sentence before takes nothing from what the clause says again."""
    again = Tellings(told, ["Cedar.", "Cedar 1851"], value="1851").found.counts[0]

    assert IN_CLAUSE * COMMON == pytest.approx(max(again))


def test_a_piece_of_the_value_counts_nothing(told: Told) -> None:
    """Two values are compared elsewhere; a word of the value that stands outside it too does count."""
    once = Tellings(told, ["Cedar May"], value=" May").found.counts[0]
    twice = Tellings(told, ["Cedar May, May"], value=" May").found.counts[0]

    assert 0.0 == min(once) < max(once)
    assert 0.0 < min(twice)


def test_figures_count_nothing(told: Told) -> None:
    """Only pieces with a letter are words."""
    assert [] == Tellings(told, ["1851, 240; 36."]).found.counts[0].tolist()


def test_a_piece_of_every_sentence_hardly_counts(told: Told) -> None:
    """One of a single sentence counts the more, the more sentences lack it."""
    few = Tellings(told, ["Cedar elm"], ["Cedar"]).found.counts[0]
    many = Tellings(told, ["Cedar elm"], ["Cedar"], ["Cedar"], ["Cedar"]).found.counts[0]

    assert COMMON == pytest.approx(min(few)) == pytest.approx(min(many))
    assert COMMON < max(few) < max(many)


@given(st.text())
@settings(deadline=None)
def test_one_source_is_not_compared_with_itself(told: Told, text: str) -> None:
    """It speaks of its subject everywhere."""
    tellings = Tellings(told, [text])
    (claim,) = tellings.contexts

    assert (0.0, None) == tellings.found.weight(claim, claim)


def test_likeness_counts_spreads_above_the_usual(told: Told) -> None:
    """A nearness of 0.6 lies two spreads of 0.2 above 0.2; what nobody says is not above it at all."""
    pair = told.context("1851"), told.context("1852")

    assert 2.0 == fixed(0.6, 0.2, 0.2).weight(*pair)[0]
    assert -1.0 == fixed(0.0, 0.2, 0.2).weight(*pair)[0]


def test_a_reader_is_told_of_a_clear_likeness_only(told: Told) -> None:
    """The reason comes with its weight; a slight likeness counts without a line."""
    pair = told.context("1851"), told.context("1852")
    value, reason = fixed(0.6, 0.2, 0.2).weight(*pair)
    slight, none = fixed(0.6, 0.35, 0.2).weight(*pair)

    assert reason is not None
    assert ("word_by_word", value) == (reason.code, reason.left)
    assert 0 < slight < ALIKE < value
    assert none is None


def test_nothing_to_compare_leaves_what_is_usual_elsewhere() -> None:
    """A collection without a claim has no likeness of its own."""
    found = WordByWord.of([], [])

    assert (ELSEWHERE.mean, ELSEWHERE.spread) == pytest.approx((found.usual, found.spread))


def test_one_source_alone_leaves_what_is_usual_elsewhere(tell: Tell) -> None:
    """Only tellings of two sources are measured."""
    told = tell("The mill burned in 1851. The forge burned in 1852.")
    found = WordByWord.of(told.documents, told.contexts)

    assert len(told.contexts) == 2
    assert (ELSEWHERE.mean, ELSEWHERE.spread) == pytest.approx((found.usual, found.spread))


def test_one_likeness_says_less_where_all_tellings_are_alike(told: Told) -> None:
    """Of two collections with the same pair of tellings, the one on a single subject rates it lower."""
    pair = ["The mill burned."], ["A fire took the miller's house."]
    subjects = "The mill by the river burned.", "He sang.", "Corn grew dear."
    alike, mixed = (Tellings(told, *pair, *rest) for rest in ([[subjects[0]]] * 28, [[s] for s in subjects] * 9))

    assert mixed.found.usual < alike.found.usual
    assert alike.weight(0, 1) < mixed.weight(0, 1)
