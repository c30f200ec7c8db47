"""What is known of a claim from the words around it."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.context.rarity import Rarity, words
from analyzer.compare.gate.likeness import containment, similarity

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told


@given(st.text())
@settings(deadline=None, max_examples=100)
def test_no_text_breaks_the_reading_of_words(text: str) -> None:
    """Any text gives stems in lower case, longer than a letter."""
    assert all(len(word) > 1 and word == word.lower() for word in words(text))


def test_words_are_stems_without_small_words_and_numbers() -> None:
    """Only what tells one sentence from another is left."""
    assert words("the founding of 3 harbours") == words("They founded a harbour's 4")


def test_a_rarer_word_weighs_more() -> None:
    """A word of one sentence tells more than a word of all, and even that one counts a little."""
    rare = Rarity(100, {"ship": 100, "mole": 3})

    assert rare.of("unheard") > rare.of("mole") > rare.of("ship") > 0


def test_contexts_are_numbered_in_order_of_document_and_place(ferry: Told) -> None:
    """The index of a context is its place in the list."""
    assert list(range(len(ferry.contexts))) == [c.index for c in ferry.contexts]
    assert all((a.document, a.claim.start) <= (b.document, b.claim.start) for a, b in pairwise(ferry.contexts))


def test_the_date_of_a_heading_is_no_statement(tell: Tell) -> None:
    """A title names its subject, it does not date it."""
    told = tell("# The storm of 3 May 1848\n\nThe ferry sank on 4 May 1848.\n", names=("storm.md",))

    assert {"1848-05-03", "1848-05-04"} <= {claim.value for claim in told.claims}
    assert ["1848-05-04"] == [c.claim.value for c in told.contexts if c.claim.kind == "date"]


@pytest.mark.parametrize(
    "text",
    [
        "Robbers killed Karl Weber on 3 March 1871.",
        "Karl Weber was killed by robbers on 3 March 1871.",
        "Karl Weber was born in Ulm. He died on 3 March 1871.",
    ],
)
def test_the_one_an_event_befell_is_known_in_every_voice(tell: Tell, text: str) -> None:
    """Active, passive or told of "he", it is Weber who died."""
    assert "weber" in tell(text).context("1871-03-03").undergoer


def test_life_dates_are_two_facts(tell: Tell) -> None:
    """A range in brackets after a name is a birth and a death of its bearer."""
    told = tell("Anna Weber (1801–1861) was a painter.")

    assert [("1801", frozenset({"born"})), ("1861", frozenset({"die"}))] == [
        (c.claim.value, c.families) for c in told.contexts if c.claim.kind == "date"
    ]
    assert {"anna", "weber"} == told.context("1861").undergoer


def test_a_number_of_others_is_a_remainder(tell: Tell) -> None:
    """Others stand beside those already named."""
    told = tell("The smack Ellen rescued 41 others and 7 goats from the wreck.")

    assert told.context("41").remainder
    assert not told.context("7").remainder


def test_what_a_number_is_counted_out_of_is_kept(tell: Tell) -> None:
    """Five members of the first board are counted out of that board."""
    told = tell("The fire killed five members of the first board in 1871.")

    assert {"first", "board"} == told.context("5").whole


def test_a_stretch_told_with_between_is_a_day_not_known_better(tell: Tell) -> None:
    """A letter written between two days was written on one day."""
    told = tell("The letter was written between 3 and 9 May 1843. The congress sat from 3 to 9 June 1843.")

    assert told.context("1843-05-03/1843-05-09").between
    assert not told.context("1843-06-03/1843-06-09").between


def test_a_war_that_is_only_the_scene_is_no_event(tell: Tell) -> None:
    """A book written in the war of 1848 is no war."""
    told = tell("Odo wrote his book during the war of 1848.")

    assert frozenset() == told.context("1848").families


@pytest.mark.parametrize("row", ["3 May 1871. Death of Anna Weber at sea.", "3 May 1871: Death of Anna Weber."])
def test_a_death_that_opens_a_row_is_no_title(tell: Tell, row: str) -> None:
    """Its capital is that of the row, behind the date."""
    assert frozenset({"die"}) == tell(f"The chronicle\n\n{row}\n").context("1871-05-03").families


@pytest.mark.parametrize(
    ("after", "pointed"),
    [
        ("It was 3 May 1871.", True),
        ("That happened on 3 May 1871.", True),
        ("The fair was on 3 May 1871.", False),
        ("It was 3 May 1871 when he saw her.", False),
    ],
)
def test_a_date_that_names_no_act_is_that_of_the_sentence_before(tell: Tell, after: str, pointed: bool) -> None:
    """What "it" was is told right before."""
    told = tell(f"The crew landed at Alma. {after}").context("1871-05-03")

    assert pointed == ("arrive" in told.families)
    assert pointed == ("alma" in told.actors)


def test_an_act_with_a_date_of_its_own_takes_no_other(tell: Tell) -> None:
    """Two dates of two sentences are not both those of the first."""
    told = tell("The crew landed on 2 May 1871. It was on 3 May 1871.")

    assert frozenset() == told.context("1871-05-03").families


def test_likeness_is_symmetric_and_between_nothing_and_all(ferry: Told) -> None:
    """Both measures are shares, whichever side comes first."""
    for left, right in combinations(ferry.contexts[::5], 2):
        for measure in (similarity, containment):
            assert measure(left, right) == pytest.approx(measure(right, left))
            assert 0 <= measure(left, right) <= 1 + 1e-6


def test_a_sentence_is_like_itself(tell: Tell) -> None:
    """Without headings, the likeness of a context to itself is all."""
    context = tell("The mill of Wells burned down on 3 May 1852.").context("1852-05-03")

    assert similarity(context, context) == pytest.approx(1)


def test_a_repeated_part_of_a_longer_sentence_is_contained_in_it(tell: Tell) -> None:
    """A short telling that a long one holds is contained rather than like."""
    told = tell(
        "The brig Iona struck a rock off Wells and sank with all her cargo of wine, wool and salt on 3 May 1848, and "
        "nobody has ever found the smallest trace of her timbers in the deep water of the channel.",
        "The brig Iona struck a rock on 4 May 1848.",
    )
    left, right = told.context("1848-05-03"), told.context("1848-05-04")

    assert containment(left, right) > similarity(left, right)


def test_an_event_noun_alone_names_what_it_is_about(tell: Tell) -> None:
    """ "The harbour toll debate" has neither subject nor object, and yet it says enough to be known again."""
    told = tell("During the 1820 harbour toll debate, everybody lost.")

    assert {"harbour", "toll"} <= next(c for c in told.contexts if c.claim.value == "1820").actors


def test_who_shoots_is_not_the_one_shot(tell: Tell) -> None:
    """Where nobody is named whom it befell, the doer does not stand in for him."""
    assert tell("Karl Weber shot twice on 3 March 1871.").context("1871-03-03").undergoer == frozenset()


def test_the_narrators_of_two_sources_are_two_people(tell: Tell) -> None:
    """ "I" of one text is never "I" of the other."""
    told = tell("I was born on 3 March 1871.", "I was born on 9 March 1871.")

    assert told.context("1871-03-03").undergoer.isdisjoint(told.context("1871-03-09").undergoer)
