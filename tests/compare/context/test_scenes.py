"""Years that name a war or a revolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell


@pytest.mark.parametrize(
    ("relation", "first", "last"),
    [("before", None, 1848), ("after", 1848, None), ("during", 1848, 1848), ("since", 1848, None)],
)
def test_the_year_of_a_revolution_dates_what_is_told_beside_it(
    tell: Tell, relation: str, first: int | None, last: int | None
) -> None:
    """ "He joined before the 1848 revolution" bounds the year he joined."""
    context = tell(f"Karl Weber joined the guild {relation} the 1848 Revolution.").context("1848")
    date = context.claim.date

    assert date is not None
    assert "join" == context.lemma
    assert (first, last) == (date.first and date.first.year, date.last and date.last.year)


def test_the_year_of_any_other_event_stays_its_own(tell: Tell) -> None:
    """A fire of 1848 dates the fire."""
    assert "fire" == tell("Karl Weber joined the guild before the 1848 fire of Wells.").context("1848").lemma


def test_a_month_before_a_revolution_agrees_with_it(tell: Tell) -> None:
    """One source is less exact; the other does not contradict it."""
    told = tell(
        "In July 1848, Karl Weber joined the guild of weavers.",
        "Karl Weber joined the guild of weavers just before the 1848 Revolution.",
    )

    assert ["granularity"] == [relation for relation, _ in told.verdicts]
