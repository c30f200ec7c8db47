"""Text that was split into tokens."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from analyzer.load.spaced import gaps

LISTED = "Oats , rye , wheat , barley , flax , and hops grew there . "


def joined(text: str) -> str:
    """The text without its gaps, after a sentence that shows how it is written."""
    raw, kept, at = LISTED + text, "", 0
    for start, end in gaps(raw):
        kept, at = kept + raw[at:start], end
    return (kept + raw[at:]).removeprefix("Oats, rye, wheat, barley, flax, and hops grew there. ")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It sank ; all died .", "It sank; all died."),
        ("The ship ( a brig ) was hers .", "The ship (a brig) was hers."),
        ("The mayor 's house was n't his .", "The mayor's house wasn't his."),
        ("It cost $ 50 or £ 12 , not 8 % more .", "It cost $50 or £12, not 8% more."),
        ("A 19 - man crew , once 25 .", "A 19-man crew, once 25."),
        ("The brig – a well - known ship – sank .", "The brig – a well-known ship – sank."),
        ("A well @-@ known ship of 2 @,@ 180 tons .", "A well-known ship of 2,180 tons."),
        ("It is 3 . 5 or 11. 70 km long .", "It is 3.5 or 11.70 km long."),
        ("They counted 1 , 250 , 000 sheep .", "They counted 1,250,000 sheep."),
        ("On October 7 , 200 men left .", "On October 7, 200 men left."),
        ("It ended in 1990. 20 men were left .", "It ended in 1990. 20 men were left."),
        ("He saw her - too late .", "He saw her - too late."),
    ],
)
def test_what_tokenising_put_in_is_found(text: str, written: str) -> None:
    """Spaces at punctuation, clitics, hyphens and in numbers, and none that the writer may have put there."""
    assert written == joined(text)


@pytest.mark.parametrize(
    "text",
    ["It sank, and 3 . 5 men were lost .", "Oats, rye, wheat, barley, hops, and , by a slip , a - b .", "", "3 . 5"],
)
def test_text_written_as_usual_has_no_gaps(text: str) -> None:
    """A few spaces before commas are slips."""
    assert [] == gaps(text)


@hypothesis_settings(deadline=None, max_examples=150)
@given(st.text(alphabet="a1 .,;-@'($–", max_size=80))
def test_gaps_are_in_order_and_hold_no_word(text: str) -> None:
    """Whatever the text, only spaces and the signs beside them are left out."""
    raw = LISTED + text
    found = gaps(raw)

    assert found == sorted(found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    assert {c for start, end in found for c in raw[start:end]} <= set(" \t@")
