"""What a number counts: the head of the noun phrase to its right, or the state or verb that stands for it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from analyzer.extract.numbers.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    words,
)
from analyzer.extract.numbers.nouns import is_plural, singular
from analyzer.extract.numbers.tokens import Token, at

_LONGEST: Final = 7  # words to the right that are looked at for a head
# What befell people: these tell "26 killed" from "26 killed and wounded" and stand in for a noun.
_STATES: Final = words(
    "killed wounded injured dead missing drowned captured arrested executed shot hanged imprisoned saved rescued lost "
    "survived died perished deported exiled evacuated homeless aboard hurt hospitalized hospitalised slain massacred "
    "burned burnt destroyed damaged displaced infected condemned sentenced present absent elected enrolled employed "
    "sunk wrecked surrendered deserted detained interned released trapped buried"
)
_CAUSING: Final = {
    "killing": "killed",
    "kills": "killed",
    "wounding": "wounded",
    "injuring": "injured",
    "drowning": "drowned",
    "capturing": "captured",
    "arresting": "arrested",
    "executing": "executed",
    "destroying": "destroyed",
    "sinking": "sunk",
    "saving": "saved",
    "rescuing": "rescued",
    "sank": "sunk",
    "displacing": "displaced",
    "claiming": "killed",
    "claimed": "killed",
}
_GENERIC: Final = frozenset(("people", "person", "individual", "soul", "other", "life", "more"))
_LINKS: Final = frozenset(
    ("was", "were", "been", "being", "are", "is", "had", "have", "has", "also", "reported", "confirmed", "left")
)
_STOP: Final = (PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | PRONOUNS) - {"like", "out"}
_GROUPING: Final = words(
    "population crew army force strength total number toll membership audience garrison majority fleet circulation "
    "salary income price cost sum fine debt speed height length depth width weight area altitude distance attendance "
    "enrolment enrollment budget capacity edition run turnout population"
)
_GROWTH_SKIP: Final = words("had has have been was were is from to quickly steadily slowly rapidly further")


def counted(tokens: list[Token], first: int, last: int, *, plural: bool) -> str:
    """Lower-case lemma of what the number in tokens `[first, last]` counts, with its state; empty if untold."""
    phrase = _right(tokens, last + 1, plural=plural)
    if phrase:
        head, after = phrase
        state = _state(tokens, after) or _cause(tokens, first)
        return _joined(head, state)
    return _state(tokens, last + 1) or _cause(tokens, first) or _left(tokens, first)


def _joined(head: str, state: str) -> str:
    """As in "people" and "killed" give "killed"; "passenger" and "drowned" give "passenger drowned"."""
    if not state or state in head:
        return head
    if state == "aboard":
        return "people aboard" if head in _GENERIC else f"{head} aboard"
    return state if head in _GENERIC else f"{head} {state}"


def _right(tokens: list[Token], i: int, *, plural: bool) -> tuple[str, int] | None:
    """Head of the noun phrase that begins at token `i`, and the token after it."""
    i = _enter(tokens, i)
    heads: list[int] = []
    j = i
    while j < min(len(tokens), i + _LONGEST) and _continues(tokens, j):
        token = tokens[j]
        if token.kind == "word" and token.lower not in DETERMINERS | ADVERBS:
            heads.append(j)
            if plural and _closes(tokens, j):
                break
        j += 1
    if not heads or (tokens[heads[0]].lower in _STATES and not _is_adjective(tokens, heads)):
        return None
    best = heads[-1]
    if plural:
        best = next((k for k in heads if is_plural(tokens[k].lower)), _before_verb(tokens, heads))
    return _with_partner(tokens, singular(_plain(tokens[best].lower)), best + 1)


def _enter(tokens: list[Token], i: int) -> int:
    """Step over "of the", "of his", a hyphen ("seven-member"), quotation marks and "more"."""
    if at(tokens, i).text in DASHES:
        i += 1
    if at(tokens, i).lower in ("more", "other", "others") and at(tokens, i + 1).lower not in _STOP:
        i += at(tokens, i + 1).kind == "word"
    if at(tokens, i).lower == "of" and at(tokens, i + 1).lower not in ("them", "us", "whom", "which", "these", "those"):
        i += 1
        while at(tokens, i).lower in DETERMINERS:
            i += 1
    if at(tokens, i).lower in DETERMINERS:
        i += 1
    return i + (at(tokens, i).text in ("“", '"', "‘", "'"))


def _continues(tokens: list[Token], j: int) -> bool:
    """Whether token `j` may still belong to the noun phrase."""
    token = tokens[j]
    if token.kind == "mark":
        return token.text in DASHES and tokens[j - 1].end == token.start
    return token.kind == "word" and token.lower not in _STOP


def _closes(tokens: list[Token], j: int) -> bool:
    """A plural ends the phrase, unless another plural noun follows at once ("sports teams") or a genitive."""
    return is_plural(tokens[j].lower) and not is_plural(at(tokens, j + 1).lower)


def _is_adjective(tokens: list[Token], heads: list[int]) -> bool:
    """As in "wounded men", "missing ships": a state before a plural noun belongs to the phrase."""
    return any(is_plural(tokens[k].lower) and tokens[k].lower not in _STATES for k in heads[1:3])


def _before_verb(tokens: list[Token], heads: list[int]) -> int:
    """Without a plural, the word before the first one that looks like a verb in the past; else the first word."""
    for k, after in pairwise(heads):
        if tokens[after].lower.endswith("ed"):
            return k
    return heads[-1] if len(heads) <= 2 else heads[0]


def _plain(word: str) -> str:
    """Without a genitive ending."""
    return word.removesuffix("'s").removesuffix("’s")


def _with_partner(tokens: list[Token], head: str, after: int) -> tuple[str, int]:
    """As in "passengers and crew" count together."""
    partner = at(tokens, after + 1)
    joint = at(tokens, after).lower in ("and", "or") and partner.kind == "word" and partner.lower not in DETERMINERS
    if joint and (is_plural(partner.lower) or partner.lower == "crew") and partner.lower not in _STATES:
        return f"{head} and {singular(partner.lower)}", after + 2
    return head, after


def _state(tokens: list[Token], i: int) -> str:
    """The state told of the counted ones right after them: "were killed", "killed and wounded", "on board"."""
    j = i
    while at(tokens, j).lower in _LINKS and j < i + 4:
        j += 1
    word = at(tokens, j).lower
    if word == "on" and at(tokens, j + 1).lower == "board":
        return "aboard"
    if word == "lost" and at(tokens, j + 1).lower in ("their", "his", "her"):
        return "died" if at(tokens, j + 2).lower in ("lives", "life") else ""
    if word not in _STATES or (j == i and at(tokens, j + 1).kind == "numeral"):
        return ""
    other = at(tokens, j + 2).lower
    if at(tokens, j + 1).lower in ("and", "or") and other in _STATES:
        return f"{word} and {other}"
    return word


def _cause(tokens: list[Token], first: int) -> str:
    """The verb before the number: "killing 26", "killed about 300 people"; not a passive ("was killed. 26 ...")."""
    for k in range(first - 1, max(-1, first - 5), -1):
        word = at(tokens, k).lower
        if at(tokens, k).kind == "mark" and at(tokens, k).text not in ("$", "£"):
            return ""
        if word in _CAUSING:
            return _CAUSING[word]
        if word in _STATES:
            passive = at(tokens, k - 1).lower in AUXILIARIES or at(tokens, k + 1).lower in (
                "in",
                "on",
                "at",
                "with",
                "by",
                "from",
                "to",
            )
            return "" if passive else word
    return ""


def _left(tokens: list[Token], first: int) -> str:
    """What stands before: "a population of 300", "the crew numbered 40", "the army grew from 800"."""
    for k in range(first - 1, max(-1, first - 12), -1):
        token = tokens[k]
        if token.lower in _GROUPING:
            return token.lower
        if token.text in (";", "."):
            break
    return ""
