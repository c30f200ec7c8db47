"""What a source's own words say of two of its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.gate.own_words import OwnWords
from tests.compare.told import match

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from tests.compare.told import Tell, Told

BETWEEN = " The winter was long, and nobody left the valley before Easter. "


def numbers(told: Told) -> list[Context]:
    return [c for c in told.contexts if c.claim.kind == "number"]


def codes(told: Told, left: Context, right: Context) -> list[str]:
    """The codes of the reasons that the words of a source give for or against one fact."""
    own = OwnWords.of(told.analysis.extractions, told.rare)
    return [reason.code for _, reason in own.evidence(left, right, match(left, right).verdict) if reason]


def test_years_told_in_between_do_not_part_a_statement_made_twice(tell: Tell) -> None:
    """How many sons one had is asked of a life, not of a year."""
    told = tell(
        "In 1801 Walter Hart came to Ulm. Walter Hart had three sons. In 1851 the mill burned. He had a cat. "
        "Walter Hart had two sons, Adam and Peter."
    )
    first, second = (c for c in numbers(told) if c.counted)

    assert "restated" in codes(told, first, second)
    assert "era" not in codes(told, first, second)


def test_years_told_in_between_part_what_is_counted_again(tell: Tell) -> None:
    """A mill sells what it sells in a year."""
    told = tell("In 1801 the mill opened. The mill sold 300 sacks. In 1851 the mill closed. The mill sold 450 sacks.")

    assert ["era"] == codes(told, *numbers(told))


def test_whom_two_pronouns_stand_for_proves_no_same_bearer(tell: Tell) -> None:
    """A guess made twice is no name in common."""
    told = tell(f"Anna Hart lived in Ulm. They had one child, but he died.{BETWEEN}She left her two children behind.")

    assert [] == told.of("conflict")


def test_two_sources_are_not_weighed_by_the_words_of_one(tell: Tell) -> None:
    """Nothing bars two sources from telling one number with and without a qualifier."""
    told = tell("Hale holds 16 reporters.", "Hale holds two print reporters.")
    left, right = numbers(told)

    assert "" == OwnWords.of(told.analysis.extractions, told.rare).bar(left, right, match(left, right).verdict)
