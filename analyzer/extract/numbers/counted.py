"""What a number counts: the head of the noun phrase to its right, or the state or verb that stands for it."""

from __future__ import annotations

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
from analyzer.extract.numbers.states import STATES, state_after, state_before
from analyzer.extract.numbers.tokens import Token, at

_LONGEST: Final = 7  # words to the right that are looked at for a head
_GENERIC: Final = frozenset(("people", "person", "individual", "soul", "other", "life", "more"))
_STOP: Final = (PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | PRONOUNS) - {"like", "out"}
_GROUPING: Final = words(
    "population crew army force strength total number toll membership audience garrison majority fleet circulation "
    "salary income price cost sum fine debt speed height length depth width weight area altitude distance attendance "
    "enrolment enrollment budget capacity edition run turnout population"
)


_QUOTES: Final = frozenset("“”\"‘'")
# Past forms that end a noun phrase begun before them; forms in -ed are seen by their ending.
_VERBS: Final = words(
    "went made took came gave found held began met saw said won fell rose grew left led built wrote fought fled broke "
    "became brought bought sold sent spent stood struck drew drove got kept knew lay paid put ran sang sat set spoke "
    "taught told thought threw wore echo remain live exist include join vote voted took followed"
)


def counted(tokens: list[Token], first: int, last: int, *, plural: bool) -> str:
    """Lower-case lemma of what the number in tokens `[first, last]` counts, with its state; empty if untold."""
    phrase = _right(tokens, last + 1, plural=plural)
    if phrase:
        head, after = phrase
        state = state_after(tokens, after) or state_before(tokens, first)
        return _joined(head, state)
    return state_after(tokens, last + 1) or state_before(tokens, first) or _left(tokens, first)


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
    if at(tokens, i).lower in ADVERBS - {"more", "less"}:
        return None
    heads: list[int] = []
    j = i
    while j < min(len(tokens), i + _LONGEST) and _continues(tokens, j):
        token = tokens[j]
        if heads and _verbal(token):
            break
        if token.kind == "word" and token.lower not in DETERMINERS | ADVERBS:
            heads.append(j)
            if plural and _closes(tokens, j):
                break
        j += 1
    if not heads or (tokens[heads[0]].lower in STATES and not _is_adjective(tokens, heads)):
        return None
    best = next((k for k in heads if is_plural(tokens[k].lower)), heads[-1]) if plural else heads[-1]
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
        return token.text in _QUOTES or (token.text in DASHES and tokens[j - 1].end == token.start)
    return token.kind == "word" and token.lower not in _STOP


def _verbal(token: Token) -> bool:
    """Whether a word after a possible head looks like the verb of the clause."""
    return token.lower in _VERBS or token.lower in STATES or (token.lower.endswith("ed") and len(token.lower) > 4)


def _closes(tokens: list[Token], j: int) -> bool:
    """A plural ends the phrase, unless another plural noun follows at once ("sports teams") or a genitive."""
    return is_plural(tokens[j].lower) and not is_plural(at(tokens, j + 1).lower)


def _is_adjective(tokens: list[Token], heads: list[int]) -> bool:
    """As in "wounded men", "missing ships": a state before a plural noun belongs to the phrase."""
    return any(is_plural(tokens[k].lower) and tokens[k].lower not in STATES for k in heads[1:3])


def _plain(word: str) -> str:
    """Without a genitive ending."""
    return word.removesuffix("'s").removesuffix("’s")


def _with_partner(tokens: list[Token], head: str, after: int) -> tuple[str, int]:
    """As in "passengers and crew" count together."""
    partner = at(tokens, after + 1)
    joint = at(tokens, after).lower in ("and", "or") and partner.kind == "word" and partner.lower not in DETERMINERS
    if joint and (is_plural(partner.lower) or partner.lower == "crew") and partner.lower not in STATES:
        return f"{head} and {singular(partner.lower)}", after + 2
    return head, after


def _left(tokens: list[Token], first: int) -> str:
    """What stands before: "a population of 300", "the crew numbered 40", "the army grew from 800"."""
    for k in range(first - 1, max(-1, first - 12), -1):
        token = tokens[k]
        if token.lower in _GROUPING:
            return token.lower
        if token.text in (";", "."):
            break
    return ""
