"""Word-level differences inside near-copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.align.edits import equal_share, word_edits
from analyzer.align.words import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.model import Document

    Make = Callable[[str, Sequence[str]], Document]


def _edits(make: Make, left: str, right: str) -> list[tuple[str, str, str]]:
    a, b = (read_words(make("x", [text])) for text in (left, right))
    found = word_edits(a.sentence(0), b.sentence(0))
    return [(e.kind, left[slice(*e.left)], right[slice(*e.right)]) for e in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The fire began on 8 October 1871.", "The fire began on 9 October 1871.", ("date", "8", "9")),
        ("Founded in 1871.", "Founded in 1817.", ("date", "1871", "1817")),
        ("It cost 300 pounds in all.", "It cost 3000 pounds in all.", ("number", "300", "3000")),
        ("They met Captain Clerke at noon.", "They met Captain Gore at noon.", ("name", "Clerke", "Gore")),
        ("The mast was sprung again.", "The mast was broken again.", ("word", "sprung", "broken")),
        ("A grey dawn came up.", "A gray dawn came up.", ("spelling", "grey", "gray")),
        ("He went ashore at once.", "He went ashore.", ("delete", "at once", "")),
        ("He went ashore.", "He never went ashore.", ("insert", "", "never")),
    ],
)
def test_each_difference_is_typed_by_what_it_changes(
    make_document: Make, left: str, right: str, expected: tuple[str, str, str]
) -> None:
    """One difference each, with the words on both sides."""
    assert [expected] == _edits(make_document, left, right)


def test_values_do_not_lower_the_share_of_equal_words(make_document: Make) -> None:
    """Numbers and months count as equal when near-copies are recognised."""
    a, b = (read_words(make_document("x", [t])) for t in ("Sunk on 3 May 1781.", "Sunk on 12 June 1782."))

    assert 1.0 == equal_share(a.sentence(0), b.sentence(0))
