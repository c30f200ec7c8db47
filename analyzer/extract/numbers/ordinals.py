"""Ordinals in all forms: "13th", "thirteenth", "twenty-first", "XIIIth"."""

from __future__ import annotations

import re
from typing import Final

from analyzer.extract.numbers.lexicon import (
    DASHES,
    FUNCTION_WORDS,
    NUMBER_WORDS,
    ORDINAL_SCALES,
    ORDINAL_SMALL,
    ORDINAL_TENS,
    TENS,
    words,
)
from analyzer.extract.numbers.tokens import Token, at, touching

_ROMAN_ORDINAL = re.compile(r"(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})(?:th|st|nd|rd)")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
# "first" and "second" also order a tale or make other words; these neighbours show it.
_ADVERBIAL_BEFORE: Final = words("at from who which when he she it they and was were had is are to but i we you")
_RANKING: Final = words("ranked ranks finished finishing finish placed came seeded coming ranking")
_IDIOM_AFTER: Final = words(
    "time times of and place instance hand class rate name names cousin cousins to sight aid glance lieutenant lady "
    "mate officer person thought thoughts nature , . ; :"
)


def read_ordinal(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Value and last token of the ordinal that begins at token `i`; None when none begins there."""
    token, after = at(tokens, i), at(tokens, i + 1)
    if token.kind == "numeral":
        glued = after.lower in _SUFFIXES and touching(tokens, i + 1)
        digits = token.text.replace(",", "")
        return (int(digits), i + 1) if glued and digits.isdecimal() else None
    if token.lower in TENS and after.text in DASHES and 0 < ORDINAL_SMALL.get(at(tokens, i + 2).lower, 0) < 10:
        return TENS[token.lower] + ORDINAL_SMALL[tokens[i + 2].lower], i + 2
    value = ORDINAL_SMALL.get(token.lower) or ORDINAL_TENS.get(token.lower) or ORDINAL_SCALES.get(token.lower)
    if value:
        return value, i
    match = _ROMAN_ORDINAL.fullmatch(token.text)
    return (roman(token.text[:-2]), i) if match and roman(token.text[:-2]) else None


def roman(text: str) -> int:
    """The value of a Roman numeral up to 399.

    >>> roman("XIII"), roman("XLIX")
    (13, 49)
    """
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


def is_rank(tokens: list[Token], first: int, last: int) -> bool:
    """Whether an ordinal is a place in an order: "finished third", "won second place", "the second of seven"."""
    before, after = at(tokens, first - 1).lower, at(tokens, last + 1)
    if before in _RANKING and (after.kind == "mark" or after.lower in FUNCTION_WORDS):
        return True
    if after.lower in ("place", "position"):
        return before != "the"
    many = at(tokens, last + 2)
    return before == "the" and after.lower == "of" and (many.lower in NUMBER_WORDS or many.kind == "numeral")


def orders_something(tokens: list[Token], first: int, last: int) -> bool:
    """Whether an ordinal orders a thing (the second stroke) and not the tale (at first, a second time)."""
    before, after = at(tokens, first - 1).lower, at(tokens, last + 1)
    if after.lower in _IDIOM_AFTER or after.kind != "word" or after.lower in FUNCTION_WORDS | NUMBER_WORDS:
        return False
    if after.text in ("Street", "Avenue", "Ave", "St"):
        return False
    if before == "the" and at(tokens, first - 2).lower in ("of", "among") and _one_of(tokens, first - 3):
        return False
    if at(tokens, first).lower in ("first", "second") and before in _ADVERBIAL_BEFORE:
        return False
    return not (after.lower.endswith(("ed", "ly")) and before not in ("the", "a", "his", "her", "its", "their"))


def _one_of(tokens: list[Token], i: int) -> bool:
    """Whether "one of the first ..." ends here: such a first is no rank."""
    return at(tokens, i).lower in ("one", "some", "many") or at(tokens, i + 1).lower == "among"
