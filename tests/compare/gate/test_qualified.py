"""Numbers of one kind of thing, and of a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.align.words import read_words
from analyzer.compare.gate.qualified import (
    converted,
    other_kind,
    other_namesake,
    other_number,
    other_row,
    twice_converted,
)

if TYPE_CHECKING:
    from tests.compare.told import Tell

BETWEEN = " The winter was long, and nobody left the valley before Easter. "


def why(tell: Tell, one: str, other: str) -> str:
    """What parts the first number of two sentences of one source."""
    told = tell(one + BETWEEN + other)
    words = [read_words(document) for document in told.documents]
    numbers = [c for c in told.contexts if c.claim.kind == "number"]
    later = next(c for c in numbers if c.claim.sentence > numbers[0].claim.sentence)

    assert bool(other_kind(numbers[0], later, words)) == bool(other_kind(later, numbers[0], words))
    return other_kind(numbers[0], later, words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hale holds 16 reporters in its jail.", "Only two investigative reporters are left in the jail of Hale."),
        ("Hale elected two new council members.", "Three sitting council members of Hale chose not to run again."),
        ("In four weeks 90,000 prisoners were taken.", "The guards alone took 30,000 prisoners in the last week."),
        ("Hale, with its 4,000-strong rifle garrison, fell.", "Ulm was held by a 6,000-strong rifle brigade."),
    ],
)
def test_a_qualified_number_is_of_a_part_or_of_another_kind(tell: Tell, one: str, other: str) -> None:
    """Two investigative reporters may be among sixteen; new members do not sit, one party alone is not all."""
    assert why(tell, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hale holds 16 reporters in its jail.", "Only two reporters are left in the jail of Hale."),
        ("Hale holds two reporters in its jail.", "There are 16 investigative reporters in the jail of Hale."),
        ("Hale holds two print reporters in its jail.", "Six print reporters are left in the jail of Hale."),
        ("He was one of seven members of the first council.", "She was one of five full members of the first council."),
    ],
)
def test_the_same_kind_stays_comparable(tell: Tell, one: str, other: str) -> None:
    """Without a qualifier, with the same one, with more of the part than of the whole, or out of one named whole."""
    assert "" == why(tell, one, other)


def test_alone_on_both_sides_parts_nothing(tell: Tell) -> None:
    """The machine alone is the machine alone in both."""
    one, other = "The machine alone costs one million euros.", "The machine alone costs three billion euros."

    assert why(tell, one, other) == ""


def test_two_sources_may_qualify_as_they_like(tell: Tell) -> None:
    """Between sources one says what the other leaves out."""
    told = tell("Hale holds 16 reporters in its jail.", "Hale holds only two print reporters in its jail.")
    words = [read_words(document) for document in told.documents]
    a, b = (c for c in told.contexts if c.claim.kind == "number")

    assert "" == other_kind(a, b, words)


def test_years_that_name_elections_tell_two_of_them_apart(tell: Tell) -> None:
    """The year is part of the name, and no date of one event."""
    told = tell(
        "Hart won the 1860 presidential election."
        + BETWEEN
        + "The war was the issue of the 1872 presidential election."
    )
    words = [read_words(document) for document in told.documents]
    first, second = (c for c in told.contexts if c.claim.date and c.claim.value in {"1860", "1872"})

    assert other_namesake(first, second, words)
    assert [] == told.of("conflict")


def test_years_that_date_are_compared(tell: Tell) -> None:
    """A year that stands alone names nothing."""
    told = tell("Hart won the election of 1860." + BETWEEN + "Hart won the election in 1872.")
    words = [read_words(document) for document in told.documents]
    first, second = (c for c in told.contexts if c.claim.date and c.claim.value in {"1860", "1872"})

    assert "" == other_namesake(first, second, words)


def test_a_value_in_a_bracket_behind_another_is_a_conversion(tell: Tell) -> None:
    """Also the second of two; what stands before the bracket is not."""
    told = tell("She could steam for 12,000 nautical miles (22,000 km; 14,000 mi) at a speed of 10 knots (19 km/h).")
    text = told.documents[0].source.text

    assert {"22000 km": True, "14000 [mi_i]": True, "12000 [nmi_i]": False, "10 [kn_i]": False, "19 km/h": True} == {
        c.claim.value: converted(c, text) for c in told.contexts if c.claim.kind == "number"
    }


def test_two_conversions_are_left_to_what_they_convert(tell: Tell) -> None:
    """One difference is called once, with the values that the text gives first."""
    told = tell("The tower is 30 m (98 ft) high." + BETWEEN + "The tower is 40 m (131 ft) high.")
    words = [read_words(document) for document in told.documents]
    first, second = (c for c in told.contexts if c.claim.value.endswith("[ft_i]"))

    assert twice_converted(first, second, words)
    assert [("30 m", "40 m")] == [tuple(r.value for r in f.readings) for f in told.of("conflict")]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("On 3 May Task Force 16 sailed.", "On 5 May Task Force 17 sailed.", True),
        ("On 3 May the men of Unit IV rested.", "On 5 May the men of Unit III rested.", True),
        ("On 3 May Task Force 16 sailed.", "On 5 May Task Force 16 sailed.", False),
        ("On 3 May the mill burned.", "On 5 May the mill burned.", False),
        ("Some 200 men left on 3 May.", "Some 300 men left on 5 May.", False),
        ("The mill burned on May 3.", "The mill burned on May 5.", False),
    ],
)
def test_two_of_one_name_are_told_apart_by_their_numbers(tell: Tell, one: str, other: str, apart: bool) -> None:
    """No day behind a month is such a number, nor one behind the capital of a sentence."""
    told = tell("It was 1942. " + one + BETWEEN + other)
    words = [read_words(document) for document in told.documents]
    first, second = [c for c in told.contexts if c.claim.date and c.claim.date.granularity == "day"]

    assert apart == bool(other_number(first, second, words)) == bool(other_number(second, first, words))


@pytest.mark.parametrize(
    ("last", "apart"), [("10:08 The divers enter.", True), ("It was 10:08 when the divers entered.", False)]
)
def test_two_rows_of_a_log_are_two_events(tell: Tell, last: str, apart: bool) -> None:
    """Each row opens with its hour; a sentence that tells an hour again does not."""
    told = tell(f"Monday\n\n11:00 The divers enter.\n\n16:45 The boat is late.\n\nTuesday\n\n{last}\n")
    words = [read_words(document) for document in told.documents]
    hours = [c for c in told.contexts if c.claim.time]

    assert apart == bool(other_row(hours[0], hours[-1], words))
    assert not (apart and told.of("conflict"))
