"""What a near-copy turned round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from analyzer.model import Finding
    from tests.compare.told import Tell, Told

GARRISON = "The garrison of Fort Hale surrendered the northern gate to the besieging army after a long bombardment."
REGIMENT = "The third regiment crossed the river at dawn and burned the wooden bridge behind it."
MAYOR = "Mayor Blake signed the petition against the toll road in the town hall."
OPERA = "The opera was conducted by Anna Keller at the old theatre in Graz before the court."


def only(told: Told) -> Finding:
    """The single finding of a collection."""
    assert 1 == len(told.held)
    return told.held[0]


@pytest.mark.parametrize(
    ("text", "old", "new", "code"),
    [
        (GARRISON, "surrendered", "never surrendered", "negation"),
        (MAYOR, "signed", "did not sign", "negation"),
        (GARRISON, "northern", "southern", "opposite"),
        (REGIMENT, "third", "fourth", "ordinal"),
        (GARRISON, "Hale", "Dunmore", "name"),
        (OPERA, "Anna Keller", "Maria Vogt", "name"),
    ],
)
def test_one_change_that_turns_the_sense_is_a_conflict(tell: Tell, text: str, old: str, new: str, code: str) -> None:
    """The rest of the sentence is the same, so both can't be right."""
    finding = only(tell(text, text.replace(old, new)))

    assert ("conflict", "between", code) == (finding.relation, finding.scope, finding.reasons[-1].code)


def test_the_changed_words_are_the_values(tell: Tell) -> None:
    """The reader sees which word stands against which."""
    finding = only(tell(REGIMENT, REGIMENT.replace("third", "fourth")))

    assert [("a", "third"), ("b", "fourth")] == [(reading.source, reading.value) for reading in finding.readings]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (GARRISON, "long", "lengthy"),
        (GARRISON, "besieging army", "army that besieged them"),
        (OPERA, "Anna Keller", "A. Keller"),
        (MAYOR, "town hall", "Town Hall"),
        (MAYOR, "Mayor Blake", "Blake"),
    ],
)
def test_another_word_for_the_same_is_no_conflict(tell: Tell, text: str, old: str, new: str) -> None:
    """Synonyms, initials, capitals and titles leave the sense."""
    assert [] == tell(text, text.replace(old, new)).of("conflict")


def test_a_copy_without_change_has_nothing_to_tell(tell: Tell) -> None:
    """The same sentence twice is no finding."""
    assert [] == tell(GARRISON, GARRISON).held


def test_a_negation_in_another_sentence_is_no_change(tell: Tell) -> None:
    """Two sentences on other things may have as many negations as they like."""
    told = tell(GARRISON, "The besieging army never paid the miller of Wells for his flour, his mules or his pigs.")

    assert [] == told.held


def test_a_source_that_repeats_a_sentence_and_turns_it_contradicts_itself(tell: Tell) -> None:
    """The scope of such a finding is within."""
    finding = only(tell(f"{REGIMENT} Then it rained for a week. {REGIMENT.replace('third', 'fourth')}"))

    assert ("conflict", "within") == (finding.relation, finding.scope)


def test_which_copy_comes_first_changes_nothing(tell: Tell) -> None:
    """A change is found from both sides."""
    texts = (GARRISON, GARRISON.replace("northern", "southern"))

    assert only(tell(*texts)).id == only(tell(*reversed(texts))).id
