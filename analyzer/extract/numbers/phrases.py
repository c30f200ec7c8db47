"""The noun phrase to the right of a number, found without a parser."""

from __future__ import annotations

from typing import Final, NamedTuple

from analyzer.extract.numbers.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    NUMBER_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    words,
)
from analyzer.extract.numbers.nouns import is_plural, singular
from analyzer.extract.numbers.states import STATES
from analyzer.extract.numbers.tokens import Token, at, touching

_LONGEST: Final = 8  # tokens to the right that are looked at for a head
_STOP: Final = (PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | PRONOUNS) - {"like", "out"}
_NO_HEAD: Final = DETERMINERS | ADVERBS | {"out"}
_QUOTES: Final = frozenset("“”\"‘'")
_POINTING: Final = words("them us whom which these those it this that")
# Past forms that end a noun phrase begun before them; forms in -ed are seen by their ending.
_VERBS: Final = words(
    "went made took came gave found held began met saw said won fell rose grew left led built wrote fought fled broke "
    "became brought bought sold sent spent stood struck drew drove got kept knew lay paid put ran sang sat set spoke "
    "taught told thought threw wore echo remain live exist include join vote voted took followed"
)
# Those of them that are no nouns as well: right after a number they say what the ones counted did.
_FINITE: Final = _VERBS - words("found left built lay set saw spoke led cut run vote echo remain live record join")


class Phrase(NamedTuple):
    """Lower-case lemma of the head, and the token after the phrase."""

    head: str
    after: int


def phrase_right(tokens: list[Token], i: int, *, plural: bool) -> Phrase | None:
    """The noun phrase that begins at token `i`.

    With `plural` its first plural noun is the head, else its last
    word; after a hyphen ("a seven-member committee") the word joined.
    """
    if at(tokens, i).text in DASHES and touching(tokens, i) and at(tokens, i + 1).kind == "word":
        return Phrase(singular(at(tokens, i + 1).lower), i + 2)
    i = _enter(tokens, i)
    if at(tokens, i).lower in ADVERBS - {"more", "less"}:
        return _predicate(tokens, i)
    heads = _heads(tokens, i, plural=plural)
    if not heads:
        return _predicate(tokens, i)
    participle = tokens[heads[0]].lower.endswith("ed") and len(heads) == 1
    if participle or tokens[heads[0]].lower in _FINITE:
        return None
    if tokens[heads[0]].lower in STATES and not _is_adjective(tokens, heads):
        return None
    return _with_partner(tokens, singular(tokens[heads[-1]].lower), heads[-1] + 1)


def _heads(tokens: list[Token], i: int, *, plural: bool) -> list[int]:
    """The words from token `i` on that may be the head, up to the end of the phrase."""
    heads: list[int] = []
    for j in range(i, min(len(tokens), i + _LONGEST)):
        token = tokens[j]
        if plural and heads and heads[-1] == j - 1 and _joins_origins(tokens, j):
            continue
        if not _continues(tokens, j, started=bool(heads)) or (heads and _verbal(token, plural=plural)):
            break
        if token.kind == "word" and not _leads_on(tokens, j):
            heads.append(j)
            if plural and is_plural(token.lower) and not is_plural(at(tokens, j + 1).lower):
                break
    return heads


def _joins_origins(tokens: list[Token], j: int) -> bool:
    """Whether token `j` joins two words of origin before one plural noun: "19 Siberian and Manchurian ponies"."""
    one, other, noun = (at(tokens, k) for k in (j - 1, j + 1, j + 2))
    named = one.text[:1].isupper() and other.text[:1].isupper() and not is_plural(one.lower)
    return tokens[j].lower in ("and", "or") and named and noun.text.islower() and is_plural(noun.lower)


def _leads_on(tokens: list[Token], j: int) -> bool:
    """A word that can't be the head: a determiner, a genitive, a number, the first half of a hyphened word."""
    word = tokens[j].lower
    hyphened = at(tokens, j + 1).text in DASHES and touching(tokens, j + 1) and touching(tokens, j + 2)
    return hyphened or word in _NO_HEAD or word in NUMBER_WORDS or word.endswith(("'s", "’s"))


def _enter(tokens: list[Token], i: int) -> int:
    """Step over "more", "other", "of the", "of his"."""
    if at(tokens, i).lower in ("more", "other", "others") and at(tokens, i + 1).lower not in _STOP:
        i += at(tokens, i + 1).kind == "word"
    if at(tokens, i).lower == "of" and at(tokens, i + 1).lower not in _POINTING:
        i += 1
    while at(tokens, i).lower in DETERMINERS:
        i += 1
    return i


def _continues(tokens: list[Token], j: int, *, started: bool) -> bool:
    """Whether token `j` may still belong to the noun phrase."""
    token = tokens[j]
    if token.kind == "mark":
        genitive = token.text in ("'", "’") and tokens[j - 1].lower.endswith("s")
        return genitive or token.text in _QUOTES or (token.text in "-‐‑" and touching(tokens, j))
    if token.kind == "numeral":
        return not started
    return token.lower not in _STOP


def _verbal(token: Token, *, plural: bool) -> bool:
    """Whether a word after a possible head looks like the verb of the clause."""
    if plural and token.lower.endswith("ing") and len(token.lower) > 5:
        return True
    return token.lower in _VERBS or token.lower in STATES or (token.lower.endswith("ed") and len(token.lower) > 4)


def _is_adjective(tokens: list[Token], heads: list[int]) -> bool:
    """As in "wounded men", "missing ships": a state before a plural noun belongs to the phrase."""
    return any(is_plural(tokens[k].lower) and tokens[k].lower not in STATES for k in heads[1:3])


def _predicate(tokens: list[Token], i: int) -> Phrase | None:
    """As in "five were chiefs": the noun that the verb to be says of the ones counted."""
    noun = at(tokens, i + 1)
    if at(tokens, i).lower not in ("was", "were", "are") or not is_plural(noun.lower) or noun.lower in STATES:
        return None
    return Phrase(singular(noun.lower), i + 2)


def _with_partner(tokens: list[Token], head: str, after: int) -> Phrase:
    """As in "passengers and crew", counted together; a person named beside them ("and Ward") is stepped over."""
    partner = at(tokens, after + 1)
    if at(tokens, after).lower not in ("and", "or") or partner.kind != "word" or partner.lower in DETERMINERS | STATES:
        return Phrase(head, after)
    if is_plural(partner.lower) or partner.lower == "crew":
        return Phrase(f"{head} and {singular(partner.lower)}", after + 2)
    return Phrase(head, after + 2 if partner.text[0].isupper() else after)
