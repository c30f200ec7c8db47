"""What a text says of two names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.names.stated_aliases import statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They lived on Abaco (aka Lucayoneque) for years.", [("Abaco", "Lucayoneque")]),
        ("The club was led by Albert Ashby, alias Paul Wilmot, in May.", [("Albert Ashby", "Paul Wilmot")]),
        ("When Abaco, also known as the Great Isle, fell", [("Abaco", "Great Isle")]),
        ("He was born in Krasnaya or Krasna, a village.", [("Krasnaya", "Krasna")]),
        ("Clara Ashby (née Clara Wilmot) sang.", [("Clara Ashby", "Clara Wilmot")]),
        ("Clara Ashby, born Paris 1871, sang.", []),
        ("He was known as Prince.", []),
        ("The bush elk, or Great Elk, commonly known as African elk", []),
        ('Paul Ashby, better known as Francisco "Pancho" Ashby, came.', []),
        ("They, also known as Lucayans, left.", []),
        ("Ashby or Wilmot has to go.", []),
        ("Ashby wrote to Wilmot.", []),
    ],
)
def test_two_names_of_one_bearer_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    """By words that only join two names; "or" joins likely spellings, "born" a person's names."""
    assert expected == [(s.one, s.other) for s in statements(text)]


def test_a_statement_runs_from_the_first_name_to_the_end_of_the_second() -> None:
    """Without the small word that begins the sentence."""
    text = "When Abaco (aka Lucayoneque) fell"

    assert ["Abaco (aka Lucayoneque"] == [text[s.start : s.end] for s in statements(text)]


@given(st.text(alphabet="Abc or,()akn.'-\n", max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Names stand inside their statement, and statements in order."""
    found = list(statements(text))

    assert all(0 <= s.start < s.end <= len(text) and s.one and s.other for s in found)
    assert sorted(found, key=lambda s: s.end) == found
