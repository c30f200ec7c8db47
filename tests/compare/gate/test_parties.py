"""Values of two bearers: ages, counts of two parties, a part and what it is counted out of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.gate.parties import out_of, two_ages, two_parties
from analyzer.compare.verdicts import judge
from tests.compare.told import NO_SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.verdicts import Verdict
    from tests.compare.told import Tell

    Check = Callable[[Context, Context, Verdict], str]


def _barred(check: Check, left: Context, right: Context) -> bool:
    """Whether the check forbids the pair, either way round."""
    verdict = judge(left.claim, right.claim, NO_SIGNS)
    assert verdict is not None
    ways = {bool(check(left, right, verdict)), bool(check(right, left, verdict))}
    assert 1 == len(ways)
    return ways.pop()


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Thomas Brandt was known in Ulm before he was 20.", "The poet John Weber was 37.", True),
        ("Thomas Brandt died at Ulm, aged 37.", "Thomas Brandt died at Ulm, aged 27.", False),
        ("Thomas Brandt was 36 years old.", "Thomas Brandt was 37.", False),
        ("Thomas Brandt came to Ulm by sea at the age of 20.", "Thomas Brandt came to Ulm at the age of 37.", False),
    ],
)
def test_ages_far_apart_are_of_one_turn_of_life_only_if_both_say_so(
    tell: Tell, one: str, other: str, *, apart: bool
) -> None:
    """A slip of a year or two is no other age; a death has one age, however far off it is told."""
    left, right = (next(c for c in tell(one, other).contexts if c.document == n and c.claim.quantity) for n in (0, 1))

    assert apart is _barred(two_ages, left, right)


def test_a_mother_is_not_her_daughter(tell: Tell) -> None:
    """The age at which somebody's mother died is not their own."""
    told = tell("Anna Weber was born in 1820. Her mother died at the age of 92.", "Anna Weber died at the age of 90.")

    assert _barred(two_ages, told.context("92 a"), told.context("90 a", 1))


def test_two_parties_of_one_sentence_are_kept_apart(tell: Tell) -> None:
    """The losses of one side are not those of the other, which the sentence names as well."""
    told = tell("Denmark lost 14 ships, and Sweden eleven.", "Sweden lost 16 ships in the battle.")

    assert _barred(two_parties, told.context("14"), told.context("16", 1))


def test_one_party_under_two_names_may_be_compared(tell: Tell) -> None:
    """Where no sentence names both, the one may be the other."""
    told = tell("Denmark lost 14 ships in the battle.", "Copenhagen lost 16 ships in the battle.")

    assert not _barred(two_parties, told.context("14"), told.context("16", 1))


def test_those_aboard_are_not_the_dead(tell: Tell) -> None:
    """What a part is counted out of is no telling of that part."""
    told = tell(
        "The loss was great: 94 of the 129 children aboard were drowned.", "In the Kestrel 124 children drowned."
    )

    assert _barred(out_of, told.context("129"), told.context("124", 1))
    assert not _barred(out_of, told.context("94"), told.context("124", 1))
