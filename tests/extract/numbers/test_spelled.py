from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.extract.numbers.spelled import read_spelled
from analyzer.extract.numbers.tokens import tokenize

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int) -> str:
    """An independent speller, for the way back."""
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{spell(number // scale)} {name}" + (joint + spell(rest) if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")


@settings(deadline=None, max_examples=300)
@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_spelled_number_comes_back(number: int) -> None:
    """Words with hyphens and "and" give the number they spell, over all their tokens."""
    tokens = tokenize(spell(number))
    amount = read_spelled(tokens, 0)

    assert amount is not None
    assert (number, len(tokens) - 1) == (int(amount.value), amount.last)
