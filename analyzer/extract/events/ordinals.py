"""Which of several: the ordinals that qualify an event or its participants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.values.ordinals import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token


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
    if child.dep_ == "advmod" and child.lower_ not in {"again", "anew", "afresh"}:
        return child.i == token.i - 1
    return child.dep_ in {"amod", "advmod", "nummod", "compound", "nmod"} and token.lemma_ not in {"name", "time"}
