"""Ordinal words, figures and Roman numerals as plain figures."""

from __future__ import annotations

import re

_UNITS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
_TEENS = "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
_WORDS = {word: i for i, word in enumerate(_UNITS + _TEENS)} | {
    f"{tens}{joint}{word}": 10 * t + i
    for t, tens in ((2, "twenty"), (3, "thirty"))
    for joint in ("-", " ")
    for i, word in enumerate(_UNITS[:10])
    if i
}
_WORDS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
_FIGURE = re.compile(r"(\d{1,4})(?:st|nd|rd|th|d)", re.IGNORECASE)
_ROMAN = re.compile(r"([IVXL]{1,8})(?:st|nd|rd|th)?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def ordinal(word: str) -> str:
    """The ordinal's figure, "again" or "last"; empty for other words.

    >>> [ordinal(w) for w in ("first", "13th", "XIIIth", "thirteenth", "anew", "ship")]
    ['1', '13', '13', '13', 'again', '']
    """
    lower = word.lower()
    if lower in {"again", "anew", "afresh"}:
        return "again"
    if lower == "last":
        return lower
    if lower in _WORDS:
        return str(_WORDS[lower])
    if figure := _FIGURE.fullmatch(word):
        return str(int(figure[1]))
    roman = _ROMAN.fullmatch(word)
    return str(roman_value(roman[1])) if roman and len(word) > 1 else ""


def ordinal_word(figure: str) -> str:
    """The word of an ordinal given as a figure, where one is known; empty for others.

    >>> ordinal_word("13")
    'thirteenth'
    """
    return next((word for word, value in _WORDS.items() if str(value) == figure), "")


def roman_value(numeral: str) -> int:
    """Value of a Roman numeral up to 89, read by subtraction; no check of well-formedness.

    >>> roman_value("XIV")
    14
    """
    values = [_ROMAN_VALUES[c] for c in numeral.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
