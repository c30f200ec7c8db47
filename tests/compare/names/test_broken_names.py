"""Names broken in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.names.broken_names import broken_names

if TYPE_CHECKING:
    from tests.compare.told import Tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was Macken zie, and nobody else.", ["Macken zie"]),
        ("It was Maeken zie, and nobody else.", ["Maeken zie"]),
        ("It was Macken zie, or a zie like him.", []),
        ("It was Macken and nobody else.", []),
        ("It was Mackenzie who came.", []),
        ("It was Harken zie, and nobody else.", []),
    ],
)
def test_a_torn_name_is_known_by_the_whole(tell: Tell, text: str, expected: list[str]) -> None:
    """One letter may be damaged too; a part that is a word elsewhere, or a small word, was not torn off."""
    told = tell(text, "They met at noon.")

    assert expected == [claim.value for _, claim in broken_names(told.documents, ["mackenzie"])]


def test_short_names_are_not_pieced_together(tell: Tell) -> None:
    """Five letters meet by chance."""
    assert [] == list(broken_names(tell("It was Mar ly, and nobody else.").documents, ["marly"]))
