"""Slips of the pen that turn one number into another."""

from __future__ import annotations

from typing import Final, Literal

Slip = Literal["", "off by one", "transposed digits", "factor 10", "factor 100", "factor 1000", "dropped digit"]

_FACTORS: Final[dict[str, Slip]] = {"0": "factor 10", "00": "factor 100", "000": "factor 1000"}


def slip(left: str, right: str) -> Slip:
    """The slip that explains the difference of two whole numbers in plain digits; empty when none does. Symmetric.

    >>> slip("1836", "1863"), slip("60", "61"), slip("3000", "300"), slip("1523", "153")
    ('transposed digits', 'off by one', 'factor 10', 'dropped digit')
    """
    if left == right or not (left.isdecimal() and right.isdecimal()):
        return ""
    if abs(int(left) - int(right)) == 1:
        return "off by one"
    short, long = sorted((left, right), key=lambda text: (len(text), text))
    zeros = long.removeprefix(short)
    if zeros in _FACTORS and short != "0":
        return _FACTORS[zeros]
    if _swapped(short, long):
        return "transposed digits"
    return "dropped digit" if len(short) > 1 and _dropped(short, long) else ""


def _swapped(a: str, b: str) -> bool:
    """Whether two neighbouring digits changed places."""
    places = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(places) != 2 or places[1] != places[0] + 1:
        return False
    i, j = places
    return a[i] == b[j] and a[j] == b[i]


def _dropped(short: str, long: str) -> bool:
    """Whether the longer number becomes the shorter one when one digit is left out."""
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
