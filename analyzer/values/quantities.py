"""A number in running text: an interval with unit, approximator, and the thing counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Approximator = Literal["", "about", "over", "under", "nearly", "at least", "at most"]
QuantityForm = Literal[
    "cardinal", "ordinal", "fraction", "percent", "money", "vote", "score", "measure", "age", "range"
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity from `low` to `high` (equal when a single number was written).

    `value` is the contract's form: plain digits, `~` for about, `a..b` for ranges, a UCUM unit after a space.
    `digits` is how many significant digits were written ("3 million" has 1), so that rounding can be judged.
    """

    value: str
    low: float
    high: float
    form: QuantityForm = "cardinal"
    unit: str = ""
    approximator: Approximator = ""
    digits: int = 1
