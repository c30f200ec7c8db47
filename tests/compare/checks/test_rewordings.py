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


BARN = "The Long Barn was read at court. Ann Weller liked the Long Barn. Seven Nights made Ann Weller known at court."
ALSO = " Then it rained for a week. "


@pytest.mark.parametrize(
    ("short", "long", "code"),
    [
        (
            "The Long Barn is the first tale of Ann Weller's Seven Nights.",
            "The Long Barn is the fourth and final tale of Ann Weller's Seven Nights, a book on thrift and weather.",
            "ordinal",
        ),
        (
            "The storm did not reach the Azores by 19 August.",
            "First seen far in the east on 17 August, the storm reached the Azores by 19 August.",
            "negation",
        ),
        (
            "The Hera class is a class of oil-fired boats being built for the royal navy.",
            "The Hera class (Greek, for a queen) is a class of steam-powered boats being built for the royal navy.",
            "word",
        ),
        (
            "This was the fourth fire in the long history of the Hale dairy.",
            "This was the third fire in the long history of the Hale dairy, the owner said.",
            "ordinal",
        ),
    ],
)
def test_a_sentence_turned_inside_a_longer_one_is_found_among_common_words(
    tell: Tell, short: str, long: str, code: str
) -> None:
    """Words that a source uses all the time still tell in pairs; a change counts once, of however many words."""
    told = tell(f"{BARN} {short}{ALSO}{BARN} {long}")

    assert [(code, "within")] == [(f.reasons[-1].code, f.scope) for f in told.of("conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "That season she was named best player of the Hale club.",
            "The next year she was named best player of the Hale club.",
        ),
        (
            "The play was staged by Adam Keller, Tom Rook and Ann Weller.",
            "Blue Barn was staged by Adam Keller, Tom Rook and Ann Weller.",
        ),
        (
            "In spring, games were played on a Friday night and a double game on Saturday afternoon.",
            "In autumn they met instead on a Thursday night for a double game on Saturday afternoon.",
        ),
        (
            "Brandt ran in the tenth heat of the long race against seven strong runners.",
            "Keller ran in the eighth heat of the short race against seven strong runners.",
        ),
        (
            "Hart was also inducted into the Port Hale Walk of Fame.",
            "Late in spring the brothers were also inducted into the Port Hale Sports Hall of Fame.",
        ),
        ("The upper deck was wholly of Baltic oak.", "The lower deck was wholly of Baltic oak."),
        (
            "The Owl is the fifth play of the third season of the Hale theatre.",
            "The Owl is the second play of the Hale theatre to have been staged by Tom Rook.",
        ),
        (
            "Lists are written in brackets, are mutable and cannot serve as keys of a table.",
            "Tuples are written in brackets, are fixed and can serve as keys of a table.",
        ),
        (
            "The walls still stand, with some traces of red paint on them, but there is no roof.",
            "The walls stand, with some traces of red paint on them, but the roof has gone.",
        ),
    ],
)
def test_like_sentences_on_several_things_do_not_contradict(tell: Tell, one: str, other: str) -> None:
    """Where the subject or other words are exchanged too, the source tells of two things in one pattern."""
    assert [] == tell(f"{one}{ALSO}{other}").of("conflict")


def test_which_copy_comes_first_changes_nothing(tell: Tell) -> None:
    """A change is found from both sides."""
    texts = (GARRISON, GARRISON.replace("northern", "southern"))

    assert only(tell(*texts)).id == only(tell(*reversed(texts))).id
