"""No text makes the reader raise, nest its claims, or take more than linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.extract.temporal import read_text
from analyzer.values.edtf import parse_edtf

PIECES = st.sampled_from(
    "the of 3 14 31 1917 1648/49 44 BC AD May June March 10.30 p.m. – / - ( ) [ ] O.S. N.S. later before two weeks "
    "half past 23rd century 1920s '89 spring Sunday , . \n now between and to from New Year's Day 99999 000".split(" ")
)
HARD = ["1 " * 400, "(" * 400, "a few " * 200, "May " * 300, "1917–" * 200, "the " * 400, " " * 800, "\n \n" * 300]


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    """Whatever the characters, an answer comes back."""
    for claim in read_text(text):
        assert 0 <= claim.start < claim.end <= len(text)


@settings(deadline=None, max_examples=250)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["", "Russia", "England", "nowhere"]))
def test_claims_are_sorted_apart_and_their_values_parse(pieces: list[str], country: str) -> None:
    """Words of dates in any order give claims that do not overlap and whose EDTF can be read back."""
    text = " ".join(pieces)
    claims = read_text(text, country=country)

    assert all(a.end <= b.start for a, b in pairwise(claims))
    for claim in claims:
        if claim.date is not None:
            parse_edtf(claim.value.split("T")[0])


@settings(deadline=None, max_examples=60)
@given(st.integers(1500, 2099), st.integers(1, 12), st.integers(1, 28))
def test_a_written_day_is_read_back_as_itself(year: int, month: int, day: int) -> None:
    """Writing a day in words and reading it gives the day."""
    names = "January February March April May June July August September October November December".split()
    claims = read_text(f"It was on {day} {names[month - 1]} {year} that he came.")

    assert [f"{year}-{month:02d}-{day:02d}"] == [c.value for c in claims]


def _seconds(text: str) -> float:
    best = 9.9
    for _ in range(3):
        began = time.process_time()
        read_text(text)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize("piece", [*HARD, "On 3 May 1815 he left; two days later, at half past two, he was back. "])
def test_time_grows_with_the_length_only(piece: str) -> None:
    """Eight times the text takes at most about eight times as long (margin for a busy machine)."""
    read_text(piece)
    short, long = _seconds(piece * 2), _seconds(piece * 16)

    assert long < 8 * 3 * max(short, 0.002)
