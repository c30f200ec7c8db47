"""The hour told with a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.compare.told import Tell


def test_an_hour_told_with_its_day_is_met_by_an_hour_alone(tell: Tell) -> None:
    """One text joins day and hour, the other tells them apart."""
    told = tell(
        "General Brandt surrendered the fort of Kars at half past three in the afternoon of 29 April 1816.",
        "On 29 April 1816 all was lost. At 3.50 p.m. General Brandt surrendered the fort of Kars.",
    )

    assert [("time", ("15:30", "15:50"))] == [(f.kind, tuple(r.value for r in f.readings)) for f in told.of("conflict")]


def test_two_hours_with_their_days_are_one_difference(tell: Tell) -> None:
    """Day and hour are compared together, and once."""
    told = tell(
        "General Brandt surrendered the fort of Kars at half past three in the afternoon of 29 April 1816.",
        "General Brandt surrendered the fort of Kars at four in the afternoon of 29 April 1816.",
    )

    assert ["date"] == [f.kind for f in told.of("conflict")]


def test_noon_of_a_day_is_an_hour(tell: Tell) -> None:
    """The part of the day that is a moment meets an hour of the clock."""
    told = tell(
        "General Brandt surrendered the fort of Kars on 29 April 1816, at noon.",
        "On 29 April 1816 all was lost. At 10.50 a.m. General Brandt surrendered the fort of Kars.",
    )

    assert [("time", ("10:50", "12:00"))] == [
        (f.kind, tuple(sorted(r.value for r in f.readings))) for f in told.of("conflict")
    ]


def test_an_hour_of_a_day_without_its_half_fits_both(tell: Tell) -> None:
    """Half past three of a day may be 15:30; ten to four may not."""
    told = tell(
        "General Brandt surrendered the fort of Kars on 29 April 1816 at half past three.",
        "On 29 April 1816 all was lost. At 3.30 p.m. General Brandt surrendered the fort of Kars.",
    )

    assert [] == told.of("conflict")
