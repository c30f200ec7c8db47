"""Crude stems of English words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.context.stems import SHORTEST, STOP_WORDS, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("founded", "founding"), ("deserters", "deserter"), ("rescued", "rescue"), ("ships", "ship"), ("killed", "kills")],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    """Endings of number, tense and person are cut."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["was", "sea", "king", "sing", "red"])
def test_short_words_stay_whole(word: str) -> None:
    """A shorter stem would join unrelated words."""
    assert word == stem(word)


@given(st.text(alphabet="abcdefghinlorsty'", max_size=20))
def test_a_stem_begins_its_word_and_is_not_short(word: str) -> None:
    """Only endings are cut, and never too much."""
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(len(word), SHORTEST)


def test_small_words_are_in_lower_case() -> None:
    """They are looked up as the text is folded."""
    assert all(word == word.lower().strip() for word in STOP_WORDS)
