"""Noun phrases of a parsed sentence: their extent, the name in them, and what kind of reference they make."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from analyzer.extract.events.clauses import appointee
from analyzer.extract.events.lexicon import words as lexicon_words
from analyzer.extract.language import MASKS

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "plural"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours"), "speaker"),
}
_LEFT = {"compound", "amod", "nummod", "nmod", "poss", "quantmod", "npadvmod", "punct", "advmod", "flat"}
_COMPLEMENTS = {"of", "for"}
_APPOSED = 4  # tokens from a noun to the name beside it
_MAX_TOKENS = 14  # longer phrases are lists or misparsed clauses


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, tokens `[first, last)` without article; `name` holds the words of the proper name in it."""

    head: Token
    first: int
    last: int
    name: tuple[str, ...]
    pronoun: str
    definite: bool
    articled: bool
    possessor: Token | None


def phrase(head: Token) -> Phrase:
    """The noun phrase of a head noun."""
    first, last = _start(head), _end(head)
    if last - first > _MAX_TOKENS:
        first, last = head.i, head.i + 1
    determiner = next((c.lower_ for c in head.children if c.dep_ == "det" and c.i < head.i), "")
    possessor = next((c for c in head.children if c.dep_ == "poss"), None)
    return Phrase(
        head,
        first,
        last,
        name_words(head) or _apposed_name(head),
        PRONOUNS.get(head.lower_, "") if head.pos_ in {"PRON", "DET"} else "",
        determiner in {"the", "this", "that", "these", "those"},
        determiner == "the" and head.i > 0 and head.doc[max(0, name_start(head) - 1)].lower_ == "the",
        possessor,
    )


def _apposed_name(head: Token) -> tuple[str, ...]:
    """The name in apposition to a common noun: "the steamer Sirius", "his sister, Ada"."""
    if head.pos_ != "NOUN" or head.lemma_.lower() not in _bearers():
        return ()
    for child in [*head.rights, *head.head.children]:
        twin = child.dep_ == head.dep_ and name_start(child) == head.i + 1  # both read as subjects
        beside = child.dep_ == "appos" if child.head == head else twin
        if beside and child.pos_ == "PROPN" and 0 < child.left_edge.i - head.i <= _APPOSED:
            return _full_name(child) if head.lower_ in lexicon_words("vessels", "nouns") else name_words(child)
    return ()


@lru_cache(maxsize=1)
def _bearers() -> frozenset[str]:
    """Common nouns whose bearers have names of their own."""
    relations = (lexicon_words("relations", part) for part in ("male", "female", "either"))
    others = (lexicon_words(part, "nouns") for part in ("roles", "vessels", "groups", "places", "callings"))
    return frozenset().union(
        *relations, *others, {"man", "woman", "boy", "girl", "opera", "magazine", "historian", "watchman"}
    )


def name_words(head: Token) -> tuple[str, ...]:
    """Words of the proper name that ends in `head`; empty for common nouns.

    "of" and a second name follow a one-word group or event name ("Treaty of Ghent").
    """
    if is_office(head):
        return ()
    return _full_name(head) if _is_name(head) else _class_name(head)


def _full_name(head: Token) -> tuple[str, ...]:
    start = name_start(head)
    words = [t.text for t in head.doc[start : head.i + 1] if _spells(t)]
    if len(words) == 1 and (head.lower_ in _openers() or is_office(head)):
        words.extend(_of_name(head))
    return tuple(words)


def is_office(head: Token) -> bool:
    """Whether a noun names an office or post, not its holder ("Minister of War", "chairman")."""
    if head.lemma_.lower() not in lexicon_words("roles", "nouns") or head.ent_type_ == "PERSON":
        return False
    return not any(c.lower_ in lexicon_words("vessels", "nouns") for c in head.lefts)


def _class_name(head: Token) -> tuple[str, ...]:
    """A name that ends in a common noun: "the Liberal party", "the Ohio river"."""
    start = name_start(head) if head.pos_ == "NOUN" else head.i
    classes = lexicon_words("groups", "nouns") | lexicon_words("places", "nouns")
    if start == head.i or head.lower_ not in classes or head.doc[start].dep_ == "poss":
        return ()
    return tuple(t.text for t in head.doc[start : head.i + 1] if _spells(t))


def name_start(head: Token) -> int:
    """Index of the first token of the proper name that ends in `head`."""
    start = head.i
    while start > 0 and _joins(head.doc[start - 1], head.doc[start]):
        start -= 1
    while start < head.i and not _is_name(head.doc[start]):
        start += 1
    return start


def _joins(token: Token, following: Token) -> bool:
    """Whether a token belongs to the proper name that goes on with `following`."""
    if _is_name(token):
        return token.dep_ not in {"nsubj", "dobj", "pobj"} or (token.head.i >= token.i and token.ent_iob_ != "O")
    if not token.whitespace_ and (token.text in {"-", "–"} or following.text in {"-", "–"}):
        return True
    if token.lower_ in {"van", "von", "de", "der", "du", "la", "le", "del", "da", "di", "bin", "al", "zu"}:
        return True
    if token.text in {"'s", "’s", "'", "’"}:
        return following.text[:1].isupper() and token.ent_iob_ == "I" and token.ent_type_ not in {"PERSON", "GPE"}
    return False


def _spells(token: Token) -> bool:
    """Whether a token is a word of a name, not a mark or a possessive ending."""
    return token.text[0].isalpha() and token.tag_ != "POS"


def _is_name(token: Token) -> bool:
    if token.pos_ == "PROPN":
        return token.text[:1].isupper()
    if token.i and token.text[:1].isupper() and token.pos_ in {"NOUN", "ADJ", "VERB"}:
        return not token.is_sent_start and token.doc[token.i - 1].text not in {'"', "“", "(", ":", "'", "‘"}
    return False


def _openers() -> frozenset[str]:
    return lexicon_words("groups", "nouns") | {"treaty", "battle", "siege", "peace", "order", "house"}


def _of_name(head: Token) -> list[str]:
    """The words after "of" that complete a one-word name."""
    for child in head.rights:
        if child.lower_ == "of":
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.pos_ == "PROPN":
                    return ["of", *(t.text for t in head.doc[name_start(noun) : noun.i + 1] if t.is_alpha)]
    return []


def _start(head: Token) -> int:
    holders = appointee(head, head.head)
    first = head.i
    for child in reversed(list(head.lefts)):
        if child in holders or child.dep_ not in _LEFT or child.dep_ == "det" or child.right_edge.i != first - 1:
            break
        first = child.left_edge.i
    first = min(first, name_start(head)) if _is_name(head) else first
    while first < head.i and _outside(head.doc[first]):
        first += 1
    return first


def _outside(token: Token) -> bool:
    """Whether a token before a name is no part of it: an article, a mark, a date ("On 8 December Anna left")."""
    return token.dep_ == "det" or not token.text[0].isalnum() or token.text in MASKS.values()


def _end(head: Token, depth: int = 3) -> int:
    last = head.i + 1
    for child in head.rights:
        if child.i != last or child.dep_ != "prep" or child.lower_ not in _COMPLEMENTS or not depth:
            break
        nouns = [n for n in child.children if n.dep_ == "pobj" and n.pos_ in {"NOUN", "PROPN"}]
        if not nouns or nouns[0].ent_type_ in {"DATE", "TIME"} or nouns[0].text in {"1900", "noon"}:
            break
        last = _end(nouns[0], depth - 1)
    return last
