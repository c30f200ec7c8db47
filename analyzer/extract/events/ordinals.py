"""Which of several: the ordinals that qualify an event or its participants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.values.ordinals import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token


LONGEST = 3  # digits of a number that names one of a series; four are a year


def ordinals_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Ordinals among the modifiers of some tokens, in order of position, without repetition; "Unit 3" is the third."""
    found: dict[str, None] = {}
    for token in tokens:
        for child in token.children:
            if _qualifies(child, token) and (value := ordinal(child.text)):
                found[value] = None
            elif _numbers(child, token):
                found[child.text] = None
    return tuple(found)


def _numbers(child: Token, token: Token) -> bool:
    """Whether a bare number behind a capitalised common word names one of a series: "Unit 3", "Boat 14"."""
    named = token.text[:1].isupper() and token.text[1:].islower() and not token.is_stop
    digits = child.text.isdecimal() and len(child.text) <= LONGEST
    return named and digits and child.dep_ in {"nummod", "appos", "npadvmod"} and child.i == token.i + 1


def _qualifies(child: Token, token: Token) -> bool:
    """Whether a modifier may number its head; "first" after a verb or apart from it only puts things in order."""
    if child.dep_ == "advmod" and child.lower_ not in {"again", "anew", "afresh"}:
        return child.i == token.i - 1
    return child.dep_ in {"amod", "advmod", "nummod", "compound", "nmod"} and token.lemma_ not in {"name", "time"}
