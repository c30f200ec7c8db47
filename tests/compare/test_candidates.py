"""Which pairs of claims are worth weighing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analyzer.compare.candidates import COMPARED, AlignedSentences, candidates
from analyzer.compare.context.meaning import Meaning
from analyzer.model import Alignment, AlignmentSet, Side
from analyzer.settings import CompareSettings

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told

NOTHING_ALIGNED = AlignmentSet((), ())


@pytest.fixture(scope="module")
def bridge(tell: Tell) -> Told:
    """One fact told in two sentences that share hardly a phrase, among others."""
    return tell(
        "The lighthouse of Skerry was built by Alan Reid in 1844. It cost 87,000 pounds.",
        "A storm had drowned 16 sailors in 1838. Engineer Alan Reid then built the Skerry lighthouse in 1845.",
    )


def values(told: Told, *, aligned: bool = True, settings: CompareSettings | None = None) -> set[tuple[str, str]]:
    """The values of all candidate pairs."""
    looked_up = told.aligned if aligned else AlignedSentences(NOTHING_ALIGNED, told.documents)
    pairs = candidates(told.contexts, looked_up, Meaning.of(told.documents), settings or CompareSettings())
    return {(told.contexts[i].claim.value, told.contexts[j].claim.value) for i, j in pairs}


def test_pairs_are_sorted_and_told_once(ferry: Told) -> None:
    """A pair comes once, the earlier claim first."""
    pairs = candidates(ferry.contexts, ferry.aligned, Meaning.of(ferry.documents), CompareSettings())

    assert sorted(set(pairs)) == list(pairs)
    assert all(i < j for i, j in pairs)


def test_pairs_are_of_one_kind_with_a_value(ferry: Told) -> None:
    """Dates meet dates, numbers meet numbers; names and references meet nothing here."""
    for i, j in candidates(ferry.contexts, ferry.aligned, Meaning.of(ferry.documents), CompareSettings()):
        left, right = ferry.contexts[i].claim, ferry.contexts[j].claim

        assert left.kind == right.kind
        assert left.kind in COMPARED


def test_two_values_of_one_sentence_are_no_pair(tell: Tell) -> None:
    """A sentence that tells two dates tells two facts."""
    told = tell("The barn at Wells was built in 1841 and the barn at Wells burned in 1852.")

    assert set() == values(told)


def test_a_fact_is_found_without_alignment(bridge: Told) -> None:
    """Rare words, events and participants lead from one telling to the other."""
    assert ("1844", "1845") in values(bridge, aligned=False)


def test_an_index_of_nothing_finds_nothing(bridge: Told) -> None:
    """Words that too many claims share are not looked up."""
    assert set() == values(bridge, aligned=False, settings=CompareSettings(index_cap=0, meaning_best=0))


def test_aligned_sentences_need_no_index(tell: Tell) -> None:
    """What the alignment brings together is compared even when no word of it is rare."""
    told = tell("The mill of Wells burned down on 3 May 1852.", "The mill of Wells burned down on 4 May 1852.")

    assert {("1852-05-03", "1852-05-04")} == values(told, settings=CompareSettings(index_cap=0, meaning_best=0))


def test_words_lead_from_no_subject_to_another(tell: Tell) -> None:
    """Only likeness in meaning, which ranks whatever there is, brings two subjects together."""
    told = tell(
        "The potato reached Ireland about 1590 and was grown by 3,000 farmers.",
        "The composer Lind wrote 14 symphonies. She was born in 1801.",
    )

    assert set() == values(told, settings=CompareSettings(meaning_best=0))


def test_an_alignment_is_found_from_both_sides(tell: Tell) -> None:
    """It does not matter which source is named first."""
    told = tell("The mill of Wells burned down on 3 May 1852.", "The mill of Wells burned down on 4 May 1852.")
    left, right = told.context("1852-05-03"), told.context("1852-05-04")

    assert told.aligned.between(left, right)
    assert told.aligned.between(left, right) == told.aligned.between(right, left)


def test_the_closest_relation_of_two_sentences_counts(tell: Tell) -> None:
    """Aligned as a copy and as the same event, two sentences are a copy."""
    told = tell("The mill of Wells burned down on 3 May 1852.", "The mill of Wells burned down on 4 May 1852.")
    left, right = told.context("1852-05-03"), told.context("1852-05-04")
    copy = Alignment("p1", "same_text", 0.9, Side("a", 0, 0, 0, 44), Side("b", 0, 0, 0, 44))
    event = replace(copy, id="p2", relation="same_event", score=0.99)

    for pairs in ((copy, event), (event, copy)):
        found = AlignedSentences(AlignmentSet(pairs, ()), told.documents).between(left, right)

        assert found is not None
        assert ("same_text", 0.9) == (found.relation, found.score)


def test_a_fact_is_found_without_a_word_in_common(tell: Tell) -> None:
    """The sentence nearest in meaning is looked at; others only if this one is their own nearest."""
    told = tell(
        "The dam was 72 feet high. A cook had 9 dollars.",
        "Cooks earned 5 dollars. Masonry of 85 feet held the lake.",
    )
    nearest = values(told, aligned=False, settings=CompareSettings(index_cap=0, meaning_best=1))

    assert {("72 [ft_i]", "85 [ft_i]"), ("9 [USD]", "5 [USD]")} == nearest
    assert set() == values(told, aligned=False, settings=CompareSettings(index_cap=0, meaning_best=0))


def test_many_sources_leave_each_other_fewer_candidates(tell: Tell) -> None:
    """The work grows with the claims, not with their pairs."""
    texts = [f"The mill of Wells burned in 18{n}. The barn of Wells burned in 17{n}." for n in range(51, 55)]
    told = tell(*texts)
    some = values(told, aligned=False, settings=CompareSettings(index_cap=0, meaning_best=9, index_most=3))
    every = values(told, aligned=False, settings=CompareSettings(index_cap=0, meaning_best=9))

    assert some < every
