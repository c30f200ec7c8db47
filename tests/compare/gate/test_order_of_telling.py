"""Facts told in the same order by two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.gate.order_of_telling import in_sequence
from tests.compare.told import match

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from tests.compare.told import Tell, Told


@pytest.fixture(scope="module")
def mills(tell: Tell) -> Told:
    """Two tellings of three days, the last of them far from the others in one."""
    told = (
        "The mill burned on 3 May 1852. The forge fell on 9 May 1852. The barn was sold on 2 June 1852.",
        "The mill burned on 3 May 1852. Its forge was gone by 8 May 1852. They sold the barn on 4 June 1852.",
    )
    return tell(*told)


def dates(told: Told, document: int) -> list[Context]:
    return [c for c in told.contexts if c.document == document and c.claim.kind == "date"]


def test_what_stands_right_beside_a_shared_fact_is_likelier_shared(mills: Told) -> None:
    """The forge comes right after the mill in both texts, and right before the barn."""
    (mill, forge, barn), (burned, gone, sold) = dates(mills, 0), dates(mills, 1)
    around = [match(mill, burned, 0.95), match(barn, sold, 0.95)]
    one = in_sequence([match(forge, gone, 0.3), around[0]], mills.contexts)[0].probability
    both = in_sequence([match(forge, gone, 0.3), *around], mills.contexts)[0].probability

    assert 0.3 < one < both
    assert both > 0.5


def test_the_reason_is_given(mills: Told) -> None:
    """A reader sees why two sentences in different words were brought together."""
    (mill, forge, _), (burned, gone, _) = dates(mills, 0), dates(mills, 1)
    found = in_sequence([match(forge, gone, 0.3), match(mill, burned, 0.95)], mills.contexts)[0]

    assert ["sequence"] == [reason.code for reason in found.reasons]


def test_only_a_sure_fact_gives_a_place(mills: Told) -> None:
    """One guess does not hold up another."""
    (mill, forge, _), (burned, gone, _) = dates(mills, 0), dates(mills, 1)
    found = in_sequence([match(forge, gone, 0.3), match(mill, burned, 0.5)], mills.contexts)

    assert [0.3, 0.5] == [m.probability for m in found]


def test_another_claim_of_the_kind_between_takes_the_place(mills: Told) -> None:
    """The barn does not stand right beside the mill: the forge does."""
    (mill, _, barn), (burned, _, sold) = dates(mills, 0), dates(mills, 1)
    found = in_sequence([match(barn, sold, 0.3), match(mill, burned, 0.95)], mills.contexts)[0]

    assert found.probability == 0.3


def test_before_and_after_are_two_places(mills: Told) -> None:
    """What one text tells before a fact and the other after it is not told in one order."""
    (mill, forge, _), (burned, gone, _) = dates(mills, 0), dates(mills, 1)
    found = in_sequence([match(mill, gone, 0.3), match(forge, burned, 0.95)], mills.contexts)[0]

    assert found.probability == 0.3


def test_a_barred_pair_stays_barred(mills: Told) -> None:
    """No order of telling makes one fact of two acts."""
    (mill, forge, _), (burned, gone, _) = dates(mills, 0), dates(mills, 1)
    found = in_sequence([match(forge, gone, 0.0, "Two acts."), match(mill, burned, 0.95)], mills.contexts)[0]

    assert found.probability == 0.0
