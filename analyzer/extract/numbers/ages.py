"""Whether a number is somebody's age."""

from __future__ import annotations

from typing import Final

from analyzer.extract.numbers.lexicon import DASHES, FUNCTION_WORDS, words
from analyzer.extract.numbers.tokens import Token, at

_OF_PEOPLE: Final = words("children child boys boy girls girl men man women woman people persons those anyone youths")
_ONE_PERSON: Final = words("boy girl man woman lad youth lady gentleman")
_BESIDE: Final = words("with in who whose and at from when")
_KIN: Final = words("father mother son daughter brother sister husband wife widow")
_PERSONS: Final = words("he she who i")
_PAUSES: Final = frozenset((",", ")", ".", ";", ":", ""))
_THEN: Final = words("when at and but or in while")


def is_age(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the number in tokens `[first, last]` is an age, by the words on both sides.

    "aged 60", "at the age of 60", "60 years old", "a 60-year-old", "then 23,", "she was eleven when", "Smith, 41, ...".
    """
    return (
        _years_old(tokens, last)
        or _led(tokens, first, last)
        or _told(tokens, first, last)
        or _apposed(tokens, first, last)
    )


def _years_old(tokens: list[Token], last: int) -> bool:
    after = [at(tokens, last + k).lower for k in range(1, 5) if at(tokens, last + k).text not in DASHES]
    return after[:1] in (["years"], ["year"], ["yrs"]) and (
        after[1:2] in (["old"], ["olds"]) or after[1:3] == ["of", "age"]
    )


def _led(tokens: list[Token], first: int, last: int) -> bool:
    before = [at(tokens, first - k).lower for k in (2, 1)]
    k = first - 1 - (at(tokens, first - 1).lower in ("about", "nearly", "some", "over", "almost"))
    if at(tokens, k).lower == "of" and at(tokens, k - 1).lower in _ONE_PERSON and at(tokens, last + 1).lower in _BESIDE:
        return True
    if at(tokens, k).lower == "of" and at(tokens, k - 1).lower in _OF_PEOPLE:
        return at(tokens, last + 1).text in _PAUSES and (last > first or len(tokens[first].text) > 1)
    return before[1] in ("aged", "age") or before in (["age", "of"], ["ages", "of"], ["ages", "between"])


def _told(tokens: list[Token], first: int, last: int) -> bool:
    """As in "he was nine when", "when she was nine,", "then 23,", "children under 12", "married at 19."."""
    before, verb = at(tokens, first - 1).lower, at(tokens, first - 2).lower
    after = at(tokens, last + 1)
    pause = after.text in _PAUSES
    if before in ("under", "over") and verb in _OF_PEOPLE:
        return pause or after.lower in FUNCTION_WORDS
    if before == "than" and verb in ("younger", "older"):
        return pause or after.lower in FUNCTION_WORDS
    if before in ("then", "now"):
        return pause and verb in (",", "was", "is", "(")
    if before in ("was", "turned", "is"):
        opened = any(at(tokens, first - k).lower in ("when", "while", "until", "since") for k in range(3, 7))
        return (pause or after.lower in _THEN) and (opened or before == "turned" or verb in _PERSONS)
    return before == "at" and _grown(tokens, first, last) and (pause or after.lower in _PERSONS)


def _grown(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the number can be no hour of the day: "at 19," but not "at six,"."""
    return tokens[first].text.isdecimal() and 12 < int(tokens[first].text) < 110 if first == last else True


def _apposed(tokens: list[Token], first: int, last: int) -> bool:
    """As in "Smith, 41, was"."""
    name = at(tokens, first - 2)
    named = name.kind == "word" and (name.text[0].isupper() or name.lower in _KIN) and at(tokens, first - 1).text == ","
    return named and first == last and at(tokens, last + 1).text == "," and len(tokens[first].text) == 2
