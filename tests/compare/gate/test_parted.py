"""What parts two values of two sources is weighed, not obeyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.calendar_evidence import CalendarEvidence
from analyzer.compare.gate.bars import LIKELY, bar, objections
from analyzer.compare.gate.likeness import in_same_words
from analyzer.compare.gate.parted import PREFIX, WEIGHT, parted, said
from analyzer.compare.verdicts import judge

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.verdicts import Verdict
    from tests.compare.told import Tell, Told

NO_SIGNS = CalendarEvidence()
PLANNED = "One tells what was planned, the other what was asserted."


def _pair(told: Told) -> tuple[Context, Context, Verdict]:
    left, right = (next(c for c in told.contexts if c.document == n and c.claim.kind == "date") for n in (0, 1))
    verdict = judge(left.claim, right.claim, NO_SIGNS)
    assert verdict is not None
    return left, right, verdict


@pytest.fixture(scope="module")
def plan(tell: Tell) -> Told:
    """A plan and a deed, told by two authors in words of their own."""
    return tell(
        "The new bridge at Wells was to be opened by the mayor on 3 June 1834.",
        "Crowds lined the river on 9 June 1834, when Hale cut the ribbon and the first carts rolled over to Wells.",
    )


@pytest.fixture(scope="module")
def copied(tell: Tell) -> Told:
    """The same, told in the same words."""
    return tell("The bridge was to be opened on 3 June 1834.", "The bridge was opened on 9 June 1834.")


def test_between_authors_a_plan_speaks_against_one_fact(plan: Told) -> None:
    """It bars nothing; its weight and its sentence stand among the evidence."""
    left, right, verdict = _pair(plan)
    weight, reason = parted(left, right, verdict)[PREFIX + "moods"]

    assert not in_same_words(left, right)
    assert not bar(left, right, verdict)
    assert WEIGHT == weight
    assert reason is not None
    assert PLANNED == reason.sentence == said([reason])


def test_in_the_same_words_a_plan_bars(copied: Told) -> None:
    """The one word that differs is meant, and is not weighed a second time."""
    left, right, verdict = _pair(copied)

    assert in_same_words(left, right)
    assert PLANNED == bar(left, right, verdict)
    assert not any(objections(left, right, verdict).values())
    assert [] == copied.of("conflict")


def test_it_does_not_matter_who_tells_the_plan(plan: Told) -> None:
    """Evidence is the same both ways round, one entry for every check."""
    left, right, verdict = _pair(plan)
    weights = {name: weight for name, (weight, _) in parted(left, right, verdict).items()}

    assert weights == {name: weight for name, (weight, _) in parted(right, left, verdict).items()}
    assert len(LIKELY) == len(weights)


def test_without_a_reason_nothing_is_said() -> None:
    """Other reasons part nobody."""
    assert said([]) == ""
