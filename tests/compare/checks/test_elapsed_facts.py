"""Stated lengths and ages against the dates of the same source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell


@pytest.mark.parametrize(("age", "relation"), [("60", "agreement"), ("66", "conflict"), ("48", "conflict")])
def test_an_age_is_checked_against_birth_and_death(tell: Tell, age: str, relation: str) -> None:
    """Born 1801 and dead 1861 is sixty years, and no other number."""
    told = tell(f"Clara Brandt was born on 3 May 1801 in Ulm. She died on 4 June 1861, aged {age}.")

    assert [(relation, ("1801-05-03", "1861-06-04", f"{age} a"))] == told.verdicts


def test_a_wrong_age_shows_the_arithmetic(tell: Tell) -> None:
    """The reader sees what the dates give."""
    told = tell("Clara Brandt was born on 3 May 1801 in Ulm. She died on 4 June 1861, aged 66.")

    assert "aged 60, not 66" in told.findings[0].explanation


@pytest.mark.parametrize(("days", "relation"), [("108", "agreement"), ("98", "conflict"), ("180", "conflict")])
def test_a_length_is_checked_against_the_range_beside_it(tell: Tell, days: str, relation: str) -> None:
    """A siege from the first of January to the eighteenth of April lasts 108 days in a common year."""
    told = tell(f"The siege lasted {days} days, from 1 January 1850 to 18 April 1850.")

    assert [(relation, ("1850-01-01/1850-04-18", f"P{days}D"))] == told.verdicts


def test_a_round_length_that_fits_is_no_conflict(tell: Tell) -> None:
    """Three months are as good as 108 days, told roughly."""
    told = tell("The siege lasted nearly four months, from 1 January 1850 to 18 April 1850.")

    assert [] == told.of("conflict")


def test_a_length_after_an_event_is_counted_from_that_event(tell: Tell) -> None:
    """Four weeks after the fire lead from the fire's date to the one beside it."""
    told = tell(
        "The fire broke out on 1 March 1823 and destroyed the mill. "
        "Four weeks after the fire, on 29 March 1823, the mill reopened."
    )

    assert [("agreement", ("1823-03-01", "1823-03-29", "P4W"))] == told.verdicts


def test_a_length_before_an_event_is_counted_back_from_it(tell: Tell) -> None:
    """The end of the stretch is the event named."""
    told = tell(
        "Four weeks before the fire, on 1 February 1823, the mill reopened. The fire broke out on 1 March 1823."
    )

    assert [("agreement", ("1823-02-01", "1823-03-01", "P4W"))] == told.verdicts


def test_a_length_is_not_counted_from_another_event_than_the_one_named(tell: Tell) -> None:
    """Words in common do not make her arrival her death."""
    told = tell(
        "In September 1862 Anna Lind entered the new mill of Ulm. "
        "Anna Lind entered the mill of Ulm again on 28 October 1893, nine days before her death."
    )

    assert [] == told.verdicts


def test_a_length_that_two_dates_beside_it_give_agrees(tell: Tell) -> None:
    """A long count of days that fits is no chance."""
    told = tell("The ship left Hull on 1 March 1823. It returned on 17 June 1823. The voyage had lasted 108 days.")

    assert [("agreement", ("1823-03-01", "1823-06-17", "P108D"))] == told.verdicts


def test_a_length_that_two_dates_merely_near_it_do_not_give_is_no_conflict(tell: Tell) -> None:
    """Dates told in other sentences need not be the ends of the stretch meant."""
    told = tell("The ship left Hull on 1 March 1823. It returned on 17 June 1823. The repairs had lasted 40 days.")

    assert [] == told.of("conflict")


@pytest.mark.parametrize(
    "text",
    [
        "For three years from January 1886 she taught in Ulm. In November 1891 she went to Paris.",
        "Lind was made treasurer on 8 May 1702. In 1704 the Queen gave 17,000 pounds a year from taxes to the poor.",
    ],
)
def test_a_length_counted_from_something_else_than_the_dates_near_it_is_no_conflict(tell: Tell, text: str) -> None:
    """A misfit with dates that merely stand near proves nothing."""
    assert [] == tell(text).of("conflict")


def test_an_age_of_one_act_is_not_checked_against_the_date_of_another(tell: Tell) -> None:
    """Who fell ill at nineteen may have begun to play at any age."""
    told = tell(
        "Clara Brandt was born on 3 May 1801 in Ulm. "
        "Diagnosed with a fever at the age of nineteen, Brandt started playing chess in 1827."
    )

    assert [] == told.of("conflict")


def test_an_age_told_of_her_beside_another_name_is_not_checked(tell: Tell) -> None:
    """In a sentence on Mary, "she" is hardly the Anne whose birth is told elsewhere."""
    told = tell(
        "Anne Stuart was born in London on 6 February 1665. Anne quarrelled with her sister. "
        "Mary died at Kensington on 28 December 1694, when she was 32 years old."
    )

    assert [] == told.of("conflict")


def test_arithmetic_stands_within_one_source(tell: Tell) -> None:
    """The dates of one source are not counted with the length of another."""
    told = tell("The siege lasted 98 days.", "The siege went on from 1 January 1850 to 18 April 1850.")

    assert [] == told.held


def test_the_scope_of_arithmetic_is_within(tell: Tell) -> None:
    """A source that miscounts contradicts itself, whatever others say."""
    text = "The siege lasted 98 days, from 1 January 1850 to 18 April 1850."
    told = tell(text, "The poet Lind lived in Bergen.")

    assert ["within"] == [finding.scope for finding in told.of("conflict")]


STAY = (
    "Clara Brandt arrived in Lisbon on 13 January 1907. She stayed for nearly three months in an inn by the quay."
    " It was a cold winter. Bread was dear."
)


def test_a_stay_is_checked_against_coming_and_leaving(tell: Tell) -> None:
    """The act that ends the stay may be told some sentences on."""
    told = tell(STAY + " Clara Brandt left Lisbon on 27 March 1907.")

    assert [("rounding", ("1907-01-13", "1907-03-27", "P3M"))] == told.verdicts


@pytest.mark.parametrize(
    "end",
    [
        pytest.param("Clara Brandt wrote a play on 27 March 1907.", id="an act that ends no stay"),
        pytest.param("Anton Moser left Lisbon on 27 March 1907.", id="another's leaving"),
        pytest.param("Clara Brandt left Lisbon on 27 June 1907.", id="a length that doesn't fit"),
    ],
)
def test_other_dates_say_nothing_of_a_stay(tell: Tell, end: str) -> None:
    """Much may lie between the two, so that a misfit proves nothing."""
    assert [] == tell(f"{STAY} {end}").verdicts


def test_an_age_is_checked_against_the_birth_another_source_tells(tell: Tell) -> None:
    """One text says how old she died, the other when she was born."""
    told = tell("Anna Weber was born at Trent on 3 May 1799.", "Anna Weber died at Ulm on 9 March 1847, aged 49.")
    found = [f for f in told.of("conflict") if f.kind == "number"]

    assert [("between", ("1799-05-03", "1847-03-09", "49 a"))] == [
        (f.scope, tuple(r.value for r in f.readings)) for f in found
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Anna Weber died at Ulm on 9 March 1847, aged 47.",
        "Anna Weber died at Ulm on 9 March 1847, aged 49. Anna Weber was born in 1797.",
        "Karl Weber died at Ulm on 9 March 1847, aged 49.",
        "Anna Weber was a widow at 49, and on 9 March 1847 her house was sold.",
    ],
)
def test_an_age_that_may_fit_is_left_alone(tell: Tell, other: str) -> None:
    """It fits, its own source tells another birth, it is of another person, or of another day."""
    told = tell("Anna Weber was born at Trent on 3 May 1799.", other)

    assert [] == [f for f in told.of("conflict") if f.kind == "number" and f.scope == "between"]


def test_a_sentence_that_only_gives_the_age_goes_on_with_the_death(tell: Tell) -> None:
    """The day of the death stands in the sentence before."""
    told = tell("Anna Weber was born on 3 May 1799. Anna Weber died on 9 March 1847. She was in her fiftieth year.")

    assert ["number"] == [f.kind for f in told.of("conflict")]


def test_an_age_is_not_held_against_a_stretch_of_years(tell: Tell) -> None:
    """From 1268 to 1894 anybody turned fourteen."""
    told = tell(
        "Clara Brandt was born on 3 May 1851 in Ulm. The town was free from 1268 to 1894."
        " Its mayor died when Clara Brandt was fourteen years of age."
    )

    assert [] == told.verdicts
