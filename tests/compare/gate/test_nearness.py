"""What the nearness of two values says, measured against the collection's own values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.gate.nearness import BOUNDS, TOLD_OF_ONE, Nearness
from tests.compare.told import match

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from tests.compare.told import Tell, Told


@pytest.fixture(scope="module")
def life(tell: Tell) -> Told:
    """A life told over sixty years by two sources."""
    years = "".join(f" In {year} the painter lived in Ulm." for year in range(1801, 1861, 4))
    return tell(
        f"The mill burned on 3 May 1852.{years}", "The mill burned on 4 May 1852. The forge burned on 9 May 1859."
    )


@pytest.fixture(scope="module")
def night(tell: Tell) -> Told:
    """Few days told by two sources."""
    days = "".join(f" On {day} May 1852 the painter lived in Ulm." for day in range(1, 15))
    return tell(
        f"The mill burned on 3 May 1852.{days}", "The mill burned on 4 May 1852. The forge burned on 9 May 1859."
    )


def weight(nearness: Nearness, left: Context, right: Context) -> float:
    return nearness.weight(left, right, match(left, right).verdict)


def test_the_nearer_day_speaks_more_for_one_fact(life: Told) -> None:
    """A day apart says more than seven years."""
    near = Nearness.of(life.contexts, 1.0)
    day, next_day, later = (life.context(v) for v in ("1852-05-03", "1852-05-04", "1859-05-09"))

    assert weight(near, day, next_day) > weight(near, day, later)


def test_nearness_says_less_where_all_values_lie_near(life: Told, night: Told) -> None:
    """In the story of one night a day apart is nothing special, in a life it is."""
    told = [
        weight(Nearness.of(t.contexts, 1.0), t.context("1852-05-03"), t.context("1852-05-04")) for t in (life, night)
    ]

    assert told[0] > told[1]


def test_the_weight_is_symmetric(life: Told) -> None:
    """Neither side comes first."""
    near = Nearness.of(life.contexts, 1.0)
    day, other = life.context("1852-05-03"), life.context("1852-05-04")

    assert weight(near, day, other) == weight(near, other, day)


def test_without_strength_nearness_says_nothing(life: Told) -> None:
    """Strength scales the weight down to nothing."""
    near = Nearness.of(life.contexts, 0.0)

    assert 0 == weight(near, life.context("1852-05-03"), life.context("1852-05-04"))


def test_shares_add_up_to_one(ferry: Told) -> None:
    """Every kind has a share for each class of distance, and nothing is left over."""
    near = Nearness.of(ferry.contexts, 1.0)

    for kind, bounds in BOUNDS.items():
        assert len(bounds) == len(near.unrelated[kind]) == len(TOLD_OF_ONE[kind])
        assert 1 == pytest.approx(sum(near.unrelated[kind]))
        assert 1 == pytest.approx(sum(TOLD_OF_ONE[kind]))


def test_no_values_at_all_make_no_error() -> None:
    """A collection without values has even shares."""
    assert all(len(set(shares)) == 1 for shares in Nearness.of((), 1.0).unrelated.values())


def test_dates_that_only_meet_say_as_little_as_they_are_long(tell: Tell) -> None:
    """ "About 1852" and 1853 meet, yet many things happen within a few years: nothing like one and the same day."""
    years = "".join(f" In {year} the painter lived in Ulm." for year in range(1801, 1861, 4))
    told = tell(f"The mill burned on 3 May 1852.{years}", "The mill burned on 3 May 1852. The forge burned about 1852.")
    near = Nearness.of(told.contexts, 1.0)
    first, second = (told.context("1852-05-03", document) for document in (0, 1))

    assert weight(near, first, second) > weight(near, first, told.context("1852~")) > 0
