"""The smallest stretch of raw text that lets a reader recognise a fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare.readings import LONGEST, reading, stretch

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told

WORDY = (
    "The ferry Kestrel, built at Dunmore for the carriage of cattle and of the poorer sort of passenger, "
    + "and twice repaired at the cost of the town, " * 12
    + "sank off Wells on 3 May 1848, "
    + "as the owners and the newspapers of the county wrote for months, " * 12
    + "and lies there still."
)


@pytest.fixture(scope="module")
def wordy(tell: Tell) -> Told:
    """A sentence longer than any reading may be."""
    return tell(WORDY)


def test_a_reading_holds_its_value_and_is_verbatim(ferry: Told) -> None:
    """The quote is a stretch of the raw file around the value, its text the same words without markup."""
    for context in ferry.contexts:
        document = ferry.documents[context.document]
        found = reading(document, context.claim, context.clause)
        start, end = document.source.offsets.raw(context.claim.start, context.claim.end)

        assert document.source.raw[found.start : found.end] == found.quote
        assert found.start <= start < end <= found.end
        assert document.source.text[context.claim.start : context.claim.end] in found.text


def test_a_short_clause_is_widened_to_its_sentence(tell: Tell) -> None:
    """Two words are too few to recognise a fact by."""
    told = tell("The mill burned, wrote Rowe, on 3 May 1852.")
    context = told.context("1852-05-03")
    found = reading(told.documents[0], context.claim, (context.claim.start, context.claim.end))

    assert "The mill burned, wrote Rowe, on 3 May 1852." == found.quote


def test_a_quote_holds_one_value_of_its_kind(tell: Tell) -> None:
    """Where two dates are joined, each is quoted with what it dates."""
    told = tell("The mill of Wells was founded on 1 May 1848 by Rowe, and the dam above it burst on 7 June 1852.")
    quotes = [reading(told.documents[0], c.claim, c.clause, c.room).quote for c in told.contexts if c.claim.date]

    assert ["The mill of Wells was founded on 1 May 1848 by Rowe", "the dam above it burst on 7 June 1852."] == quotes


def test_a_quote_ends_in_no_loose_conjunction(tell: Tell) -> None:
    """Whatever the parser counts to a clause."""
    told = tell("On 13 March 1848 the resignation of Karl Weber was accepted, and the guild chose Rowe in May 1850.")
    context = told.context("1848-03-13")

    assert reading(told.documents[0], context.claim, context.clause, context.room).quote.endswith("accepted")


def test_a_reading_stays_in_its_sentence(tell: Tell) -> None:
    """What stands before and after is another statement."""
    told = tell("Snow fell on the town. The mill of Wells burned down on 3 May 1852. The miller wept.")
    context = told.context("1852-05-03")
    whole = (0, len(told.documents[0].source.text))

    assert "The mill of Wells burned down on 3 May 1852." == reading(told.documents[0], context.claim, whole).quote


def test_a_long_sentence_is_cut_around_the_value_at_whole_words(wordy: Told) -> None:
    """No reading is longer than the contract allows, nor ends within a word."""
    context = wordy.context("1848-05-03")
    found = reading(wordy.documents[0], context.claim, (0, len(WORDY)))

    assert found.end - found.start <= LONGEST
    assert "3 May 1848" in found.quote
    assert found.quote in f" {WORDY} "
    assert set(found.quote.split()) <= set(WORDY.split()) | {word.strip(",.") for word in WORDY.split()}


WORDS = [(found.start(), found.end()) for found in re.finditer(r"[\w’'-]+", WORDY)]


@given(first=st.integers(0, len(WORDS) - 4), count=st.integers(0, 4))
@settings(deadline=None, max_examples=40)
def test_changed_words_are_shown_in_their_sentence(wordy: Told, first: int, count: int) -> None:
    """Wherever a change lies and however short, its reading is short, anchored and says something."""
    start = WORDS[first][0]
    found = stretch(wordy.documents[0], 0, (start, WORDS[first + count - 1][1] if count else start))

    assert 0 < found.end - found.start <= LONGEST
    assert wordy.documents[0].source.raw[found.start : found.end] == found.quote
    assert found.value


def test_a_reading_names_its_place(tell: Tell) -> None:
    """A person finds the words by section and line."""
    told = tell("# The fires\n\nThe mill of Wells burned down on 3 May 1852.\n", names=("fires.md",))
    context = told.context("1852-05-03")

    assert "The fires" in reading(told.documents[0], context.claim, context.clause).locator


def test_markup_is_in_the_quote_and_not_in_the_text(tell: Tell) -> None:
    """The quote is raw, the text is what a reader reads."""
    told = tell("The mill of *Wells* burned down on 3 May 1852.\n", names=("fires.md",))
    context = told.context("1852-05-03")
    found = reading(told.documents[0], context.claim, context.clause)

    assert "*Wells*" in found.quote
    assert "of Wells burned" in found.text


def test_long_markup_counts_for_the_length_of_a_quote(tell: Tell) -> None:
    """An address of 600 letters behind a word is left out of the quote rather than cut."""
    told = tell(f"The [mill](https://example.org/{'a' * 600}) of Wells burned down on 3 May 1852.\n", names=("m.md",))
    context = told.context("1852-05-03")
    found = reading(told.documents[0], context.claim, context.clause)

    assert found.end - found.start <= LONGEST
    assert "burned down on 3 May 1852" in found.quote
