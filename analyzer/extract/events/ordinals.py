"""Which of several: ordinal words, figures and Roman numerals that qualify an event or its participants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

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

    >>> [ordinal(w) for w in ("first", "13th", "XIIIth", "thirteenth", "again", "ship")]
    ['1', '13', '13', '13', 'again', '']
    """
    lower = word.lower()
    if lower in {"again", "last"}:
        return lower
    if lower in _WORDS:
        return str(_WORDS[lower])
    if figure := _FIGURE.fullmatch(word):
        return str(int(figure[1]))
    roman = _ROMAN.fullmatch(word)
    return str(roman_value(roman[1])) if roman and len(word) > 1 else ""


def roman_value(numeral: str) -> int:
    """Value of a Roman numeral up to 89, read by subtraction; no check of well-formedness.

    >>> roman_value("XIV")
    14
    """
    values = [_ROMAN_VALUES[c] for c in numeral.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def ordinals_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Ordinals among the modifiers of some tokens, in order of position, without repetition."""
    found: dict[str, None] = {}
    for token in tokens:
        for child in token.children:
            if _qualifies(child, token) and (value := ordinal(child.text)):
                found[value] = None
    return tuple(found)


def _qualifies(child: Token, token: Token) -> bool:
    """Whether a modifier may number its head; "first" after a verb or apart from it only puts things in order."""
    if child.dep_ == "advmod" and child.lower_ != "again":
        return child.i == token.i - 1
    return child.dep_ in {"amod", "advmod", "nummod", "compound", "nmod"} and token.lemma_ not in {"name", "time"}
