"""What a source tells of only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.gate.rivals import ONLY_COUNT, ONLY_HOUR, ONLY_LOSSES, Rivals

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told


def weight(told: Told, one: str, other: str) -> float:
    """The log odds for two values of a collection's first and second text."""
    return Rivals.of(told.contexts).weight(told.context(one, 0), told.context(other, 1))[0]


def test_the_only_count_of_the_hurt_is_easily_found_again(tell: Tell) -> None:
    """Two accounts that count the injured once each count the same injured."""
    told = tell("The blast injured 9000 people.", "Some streets fell, and 8000 persons were wounded.")

    assert ONLY_LOSSES == weight(told, "9000", "8000")


def test_other_things_counted_once_say_less(tell: Tell) -> None:
    """Casks are counted of many things."""
    told = tell("The ship took 70 casks.", "They sold 60 casks.")

    assert ONLY_COUNT == weight(told, "70", "60")


def test_one_of_several_counts_could_be_any_of_them(tell: Tell) -> None:
    """Where a source counts the injured of two places, nothing says which are meant."""
    told = tell("The blast injured 9000 people. At Wells it injured 70.", "In the streets 8000 persons were injured.")

    assert weight(told, "9000", "8000") == 0.0


def test_one_source_does_not_tell_a_thing_again_for_being_alone(tell: Tell) -> None:
    """Being told only once means something between two sources."""
    told = tell("The blast injured 9000 people.", "All was still.")
    claim = told.context("9000", 0)

    assert Rivals.of(told.contexts).weight(claim, claim)[0] == 0.0


def test_the_only_hour_of_a_kind_of_act_is_easily_found_again(tell: Tell) -> None:
    """Both accounts tell of one explosion with its hour."""
    told = tell("At 9:04 the cargo exploded.", "The explosion occurred at 9:09.")

    assert ONLY_HOUR == weight(told, "09:04", "09:09")


def test_what_was_done_to_another_is_no_such_act(tell: Tell) -> None:
    """The arrest of his brother is not his."""
    told = tell("Brandt was arrested on 3 May 1852.", "His brothers were arrested on 9 May 1852.")

    assert weight(told, "1852-05-03", "1852-05-09") == 0.0


def test_texts_on_two_subjects_do_not_tell_of_one_thing_for_telling_it_once(tell: Tell) -> None:
    """Who names nobody that the other names tells of something else."""
    names = (
        "Ada Pell Jon Askew Karl Weber Leo Brandt Max Orr Tom Ware",
        "Ulm Kars Wells Trent Hale Mons Lyons Bath Cork Rye",
    )
    texts = [
        f"The blast injured {n} people and was heard by {', '.join(s.split())}."
        for n, s in zip((9000, 8000), names, strict=True)
    ]
    told = tell(*texts)

    assert Rivals.of(told.contexts).akin(0, 1) == 0.0
    assert weight(told, "9000", "8000") == 0.0


def field(told: Told, one: str, other: str) -> float:
    """The log odds for two values of the first and second text, by how many could be meant."""
    return Rivals.of(told.contexts).field(told.context(one, 0), told.context(other, 1))[0]


def test_the_one_price_of_two_long_accounts_is_likely_the_same(tell: Tell) -> None:
    """Two prices out of dozens are any prices; and two short texts tell little of anything."""
    crowd = " ".join(f"A mill of Wells had {n} men." for n in range(41, 81))
    prices = " ".join(f"A mill of Wells cost £{n}." for n in range(41, 81))
    one, other = "The barn of Wells was sold for £900.", "They gave £800 for it."

    long = field(tell(f"{one} {crowd}", f"{other} {crowd}"), "900 [GBP]", "800 [GBP]")
    many = field(tell(f"{one} {prices}", f"{other} {prices}"), "900 [GBP]", "800 [GBP]")
    short = field(tell(one, other), "900 [GBP]", "800 [GBP]")

    assert long > short >= many
    assert long > many == 0.0
