"""What copies change inside quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told

BEFORE = "The harbour master wrote to the company in the spring of that year. "
SPOKEN = 'He told the court that Miller was "in love with {}," and that nobody on the quay believed a word of it. '
AFTER = "The company never answered any of his letters, and the matter was soon forgotten in the town."


def found(told: Told) -> list[tuple[str, ...]]:
    """The values of the findings on quotations."""
    return [tuple(r.value for r in f.readings) for f in told.findings if f.kind == "quote"]


def test_a_respelled_word_of_a_quotation_is_a_variant(tell: Tell) -> None:
    """Quoted words are copied letter by letter, or they are not quite quoted."""
    told = tell(*(BEFORE + SPOKEN.format(word) + AFTER for word in ("organisation", "organization")))

    assert [("organisation", "organization")] == found(told)
    assert ["name_variant"] == [f.relation for f in told.findings if f.kind == "quote"]


@pytest.mark.parametrize(
    ("template", "words"),
    [
        pytest.param(SPOKEN.replace('"', ""), ("organisation", "organization"), id="the authors' own words"),
        pytest.param(SPOKEN, ("organisation", "organisation"), id="one spelling"),
        pytest.param(SPOKEN, ("this craft", "his craft"), id="two words"),
    ],
)
def test_nothing_else_is(tell: Tell, template: str, words: tuple[str, str]) -> None:
    """House style outside quotations, equal words and other words are no variant of a quotation."""
    assert [] == found(tell(*(BEFORE + template.format(word) + AFTER for word in words)))


def test_a_block_quotation_needs_no_marks(tell: Tell) -> None:
    """A paragraph set off as a quotation is one."""
    pages = (
        f"# Letters\n\n{BEFORE}\n\n> {SPOKEN.format(w).replace(chr(34), '')}\n\n{AFTER}" for w in ("labour", "labor")
    )
    told = tell(*pages, names=("a.md", "b.md"))

    assert [("labour", "labor")] == found(told)


FULL = 'The English have a saying, "My harbour, right or wrong", whether it is right or wrong, it is my harbour.'
SHORT = 'The English have a saying, "My harbour, right or wrong"...'


def test_words_left_out_behind_dots_are_reported(tell: Tell) -> None:
    """The fuller copy contains the shorter one: a reader knows where to quote from."""
    told = tell(*(BEFORE + text + " " + AFTER for text in (FULL, SHORT)))

    assert [(FULL, SHORT)] == found(told)
    assert ["granularity"] == [f.relation for f in told.findings if f.kind == "quote"]


@pytest.mark.parametrize(
    "short",
    [
        pytest.param(SHORT.replace("...", "."), id="no dots"),
        pytest.param(SHORT.replace("wrong", "left"), id="another word"),
        pytest.param(FULL, id="nothing left out"),
    ],
)
def test_only_what_dots_stand_for_is(tell: Tell, short: str) -> None:
    """A shorter sentence alone, or one that differs in more, is no abridged quotation."""
    assert [] == found(tell(*(BEFORE + text + " " + AFTER for text in (FULL, short))))
