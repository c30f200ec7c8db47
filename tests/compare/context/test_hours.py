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
