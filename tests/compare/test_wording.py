"""The words of a finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.wording import either, question, said, spoken_date
from analyzer.values.dates import day_date, decade, interval, month_date, year_date

if TYPE_CHECKING:
    from analyzer.values.dates import UncertainDate
    from tests.compare.told import Tell


@pytest.mark.parametrize(
    ("date", "spoken"),
    [
        (day_date(1815, 6, 18), "18 June 1815"),
        (month_date(1815, 6), "June 1815"),
        (year_date(1815), "1815"),
        (decade(1810), "the 1810s"),
        (interval(day_date(1815, 6, 15), day_date(1815, 6, 18)), "15 to 18 June 1815"),
        (interval(year_date(1801), year_date(1805)), "1801 to 1805"),
        (interval(month_date(1801, 5), month_date(1805, 6)), "May 1801 to June 1805"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(date: UncertainDate, spoken: str) -> None:
    """No day is made of a month, no month of a year."""
    assert spoken == spoken_date(date)


@pytest.mark.parametrize(
    ("values", "phrase"),
    [
        (["5"], "5"),
        (["early June 1911", "5 June 1911"], "early June 1911 or 5 June 1911"),
        (["5", "7"], "5 or 7"),
        (["5", "7", "9"], "5, 7 or 9"),
        (["8 October 1917", "12 October 1917"], "8 or 12 October 1917"),
        (["8 October 1917", "8 May 1917"], "8 October or 8 May 1917"),
        (["5", "5"], "5"),
    ],
)
def test_alternatives_share_what_they_have_in_common(values: list[str], phrase: str) -> None:
    """Month and year are said once, and no value is said twice."""
    assert phrase == either(values)


@given(st.lists(st.text(alphabet="abc 123", min_size=1, max_size=8), min_size=1, max_size=4))
def test_any_alternatives_make_a_phrase(values: list[str]) -> None:
    """No list of values breaks the wording."""
    assert isinstance(either(values), str)


def test_numbers_are_said_as_the_source_writes_them(tell: Tell) -> None:
    """Ninety-seven stays ninety-seven, a date is said in full."""
    told = tell("The lifeboat saved ninety-seven sailors from the Iona on May 3rd, 1852.")
    text = told.documents[0].source.text

    assert "ninety-seven" == said(told.context("97").claim, text)
    assert "3 May 1852" == said(told.context("1852-05-03").claim, text)


@pytest.mark.parametrize(
    ("one", "other", "asking"),
    [
        ("The mill of Wells burned down on 3 May 1852.", "The mill of Wells burned down on 4 May 1852.", "When"),
        ("The Kestrel sank at 8.05 p.m. off Wells.", "Off Wells the Kestrel sank at 8.25 p.m.", "At what time"),
        ("The siege of Ardmore lasted 108 days.", "The siege of Ardmore lasted 98 days.", "How long"),
    ],
)
def test_a_question_asks_for_the_kind_of_value(tell: Tell, one: str, other: str, asking: str) -> None:
    """A date is asked for with "when", a length with "how long"."""
    finding = tell(one, other).of("conflict")[0]

    assert finding.question.startswith(asking)


def test_what_was_denied_is_quoted_and_not_asked_after(tell: Tell) -> None:
    """No "when did the council open it" where the text says that it did not."""
    denied = "The council of Ulm did not open the bridge on 3 May 1718"

    (finding,) = tell(f"{denied}.", f"{denied} in the rain.").of("agreement")

    assert finding.question.startswith("“The council of Ulm did not open")


def test_what_stands_after_a_passive_verb_is_not_what_it_was_done_to(tell: Tell) -> None:
    """Nobody arrests a suspicion, even where the reader of events missed whom they arrested."""
    told = tell("Karl Weber was arrested by the guard on suspicion of theft on 3 May 1852.")
    whole = told.context("1852-05-03")
    assert whole.frame is not None
    missed = replace(whole, frame=replace(whole.frame, objects=whole.frame.objects[1:]))
    texts = [document.source.text for document in told.documents]

    assert question([whole], texts, ["3 May 1852"]).startswith("When was Karl Weber arrested")
    assert "was suspicion" not in question([missed], texts, ["3 May 1852"])


def test_alternative_ranges_stay_whole() -> None:
    """What two ranges end with belongs to each of them."""
    ranges = ["25 May 1922 to 9 March 1923", "26 May 1922 to 10 March 1923"]

    assert "25 May 1922 to 9 March 1923 or 26 May 1922 to 10 March 1923" == either(ranges)


def test_a_question_ends_with_the_alternatives(tell: Tell) -> None:
    """Both values stand in it, shared words once."""
    told = tell("The mill of Wells burned down on 3 May 1852.", "The mill of Wells burned down on 4 May 1852.")

    assert told.findings[0].question.endswith(": 3 or 4 May 1852?")


def test_the_topic_names_the_participant(tell: Tell) -> None:
    """A reader sees whose fact it is."""
    told = tell("The mill of Wells burned down on 3 May 1852.", "The mill of Wells burned down on 4 May 1852.")

    assert "mill" in told.findings[0].topic


def test_a_verb_that_carries_a_noun_is_asked_with_its_own_word(tell: Tell) -> None:
    """ "Had a debate" is filed under the debate, yet nobody "debates a debate"."""
    told = tell(*(f"In {year} the Harbour Board had a debate over the tolls at Ulm." for year in (1820, 1823)))

    assert "When did the Harbour Board have a debate: 1820 or 1823?" == told.findings[0].question


def test_a_question_has_no_capital_of_a_sentence_inside(tell: Tell) -> None:
    """ "Other seamen" began the sentence; in the question they stand in the middle."""
    told = tell(*(f"Other seamen left the harbour of Ulm on {day} May 1820." for day in (3, 9)))

    assert "When did other seamen leave the harbour of Ulm: 3 or 9 May 1820?" == told.findings[0].question


def test_a_pronoun_in_a_question_gives_way_to_its_name(tell: Tell) -> None:
    """Whoever reads the question alone has to know who was freed."""
    told = tell(*(f"Robert Vane was a smuggler. On {day} May 1820 the court freed him." for day in (3, 9)))

    assert "When did the court free Vane: 3 or 9 May 1820?" == told.findings[0].question


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        (
            "On {} May 1820 commander Robert Vane ordered the retreat.",
            "When did commander Robert Vane order the retreat",
        ),
        ("The treaty was signed in April 1820 and ratified on {} May 1820.", "When was the treaty ratified"),
    ],
)
def test_a_question_neither_takes_a_date_for_a_name_nor_an_object_for_a_doer(
    tell: Tell, text: str, asking: str
) -> None:
    """The third of May is no title, and no treaty ratifies."""
    told = tell(*(text.format(day) for day in (3, 9)))

    assert f"{asking}: 3 or 9 May 1820?" in [f.question for f in told.findings]
