"""Predicates of a parsed sentence: verbs and event nouns, the tokens of their clause, and who depends on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.extract.events.lexicon import families, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_COPULA_PLACES = {"ROOT", "conj", "ccomp", "advcl", "relcl", "xcomp", "pcomp", "acl", "parataxis", "csubj"}
_NESTED = {"conj", "advcl", "ccomp", "relcl", "acl", "parataxis", "csubj", "xcomp", "pcomp"}
_NEAR = 2  # "founded and led": one word between
_LOCAL = {"in", "on", "off", "up", "down", "out", "about", "through", "by", "at"}
_MOTION = {"travel", "arrive", "depart", "return", "sail", "move", "die", "live"}
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_AUXILIARIES = {"aux", "auxpass"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or event noun; `own` are the indices of the tokens of its clause without the clauses inside it."""

    token: Token
    lemma: str
    family: str
    nominal: bool
    passive: bool
    own: tuple[int, ...]


def predicates(doc: Doc) -> tuple[Predicate, ...]:
    """All predicates of a sentence in order of position."""
    verbs = {token.i for token in doc if _is_verb(token) and not _is_cleft(token) and _participle(token) is None}
    found = (_verb(token, verbs) if token.i in verbs else _noun(token, verbs) for token in doc)
    return tuple(predicate for predicate in found if predicate is not None)


def _is_verb(token: Token) -> bool:
    if token.pos_ == "VERB":
        return token.dep_ not in {"amod", "compound", "aux", "auxpass", "prep", "det", "nmod", "nummod"}
    return token.pos_ == "AUX" and token.dep_ in _COPULA_PLACES


def _is_cleft(token: Token) -> bool:
    """Whether a "be" only puts something in front: "it was not until May that he left"."""
    if token.lemma_ != "be" or not any(c.lower_ == "it" and c.dep_ in _SUBJECTS for c in token.children):
        return False
    clauses = [c for c in token.children if c.dep_ in {"ccomp", "advcl", "relcl"} and c.i > token.i]
    marks = [m for c in clauses for m in c.children if m.lower_ == "that"]
    adjective = any(c.dep_ == "acomp" for c in token.children)
    return bool(marks) and not adjective


def _verb(token: Token, verbs: set[int]) -> Predicate:
    lemma, family = families().of_verb(verb_lemma(token), tuple(_companions(token)))
    hung = lemma == "hang" and token.lower_ == "hung"  # things are hung, men are hanged
    if hung or (family == "born" and lemma == "bear" and token.tag_ != "VBN"):
        family = ""
    copula = _copula(token)
    return Predicate(token, lemma, family, nominal=False, passive=is_passive(token), own=_own(copula or token, verbs))


def _participle(token: Token) -> Token | None:
    """The participle that the parser took for an adjective beside "be": "was exiled to the coast" is a passive."""
    if token.lemma_ != "be":
        return None
    return next((c for c in token.children if c.dep_ == "acomp" and c.tag_ == "VBN" and c.pos_ == "VERB"), None)


def _copula(token: Token) -> Token | None:
    """The "be" whose participle a verb is, as far as the parser did not see the passive."""
    return token.head if token.dep_ == "acomp" and _participle(token.head) == token else None


def verb_lemma(token: Token) -> str:
    """Lower-case lemma of a verb; a silent e that the lemmatizer lost ("hoped" to "hop") is put back."""
    lemma = str(token.lemma_).lower()
    known = families().verbs.keys() | words("planned", "verbs") | words("speech", "verbs")
    if lemma not in known and lemma.endswith("e") and lemma[:-1] in known:
        return lemma[:-1]
    doubled = token.lower_.startswith(lemma + lemma[-1:])
    return f"{lemma}e" if lemma not in known and not doubled and f"{lemma}e" in known else lemma


def _noun(token: Token, verbs: set[int]) -> Predicate | None:
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "amod", "nmod"}:
        return None
    lemma = token.lemma_.lower()
    family = families().nouns.get(lemma, "")
    if not family or token.ent_type_ == "PERSON" or (lemma in words("groups", "nouns") and token.pos_ == "PROPN"):
        return None
    return Predicate(token, lemma, family, nominal=True, passive=family in families().passive, own=_own(token, verbs))


def _companions(token: Token) -> Iterator[str]:
    """What may make a phrase with the verb: particles, prepositions, the complement, then object nouns.

    A particle comes first with the object it has, or with a trailing "_" where it has none.
    """
    objects = [c.lemma_.lower() for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
    for particle in (c.lower_ for c in token.children if c.dep_ == "prt"):
        yield from (f"{particle}_{noun}" for noun in objects or ("",))
    for deps in (("prt",), ("prep", "advmod", "acomp"), ("dobj", "attr", "oprd")):
        for child in token.children:
            if child.dep_ in deps or (deps[0] == "dobj" and child.dep_ == "xcomp" and child.tag_ == "VBN"):
                yield from _companion(child)


def _companion(child: Token) -> Iterator[str]:
    """The word itself; a preposition with its noun, and alone unless it is more often a place or a time."""
    nouns = [c.lemma_.lower() for c in child.children if c.dep_ == "pobj"] if child.dep_ == "prep" else []
    yield from (f"{child.lower_}_{noun}" for noun in nouns)
    if not (nouns and child.lower_ in _LOCAL):
        yield str(child.lemma_).lower()


def is_passive(token: Token) -> bool:
    """Whether the verb is in the passive: by its own auxiliary, as a bare participle, or as its first conjunct is."""
    children = {child.dep_ for child in token.children}
    if token.pos_ == "AUX":
        return False
    if children & {"auxpass", "nsubjpass", "agent"}:
        return True
    done_to = families().verbs.get(verb_lemma(token), "") in families().passive | {"sign"}
    past = (
        token.tag_ == "VBD" and token.dep_ == "conj" and done_to and "dobj" not in children
    )  # "was tried and expelled"
    if (token.tag_ != "VBN" and not past) or "aux" in children:
        return False
    if token.dep_ == "conj":
        return "nsubj" not in children and token.head.pos_ in {"VERB", "AUX"} and is_passive(token.head)
    return "nsubj" not in children


def _own(token: Token, verbs: set[int]) -> tuple[int, ...]:
    """Indices of the token's subtree without nested clauses."""
    out: list[int] = []
    stack = [token]
    while stack:
        current = stack.pop()
        out.append(current.i)
        stack.extend(c for c in current.children if not (c.i in verbs and c.dep_ in _NESTED))
    return tuple(sorted(out))


def grammatical_subject(token: Token) -> Token | None:
    """The token that stands as subject of a verb: its own, or that of the clause that controls it."""
    seen: set[int] = set()
    while token.i not in seen:
        seen.add(token.i)
        own = [*token.children, *(c for aux in token.children if aux.dep_ in _AUXILIARIES for c in aux.children)]
        for child in own:  # the small parser hangs some subjects on the auxiliary
            if child.dep_ in _SUBJECTS and child.dep_ != "expl":
                return _antecedent(child)
        if token.dep_ == "acl" or (token.dep_ == "relcl" and not _has_object_gap(token)):
            return token.head
        following = _controller(token)
        if following is None or isinstance(following, tuple):
            return following[0] if following else None
        token = following
    return None


def counted_whole(token: Token) -> Token:
    """The noun that a word of quantity counts out: "sailors" in "a number of the sailors"; the token itself if none."""
    if token.lemma_.lower() in words("quantities", "nouns"):
        for child in token.children:
            if child.lower_ == "of":
                return next((n for n in child.children if n.dep_ == "pobj" and n.pos_ in {"NOUN", "PROPN"}), token)
    return token


def _controller(token: Token) -> Token | tuple[Token] | None:
    """The verb whose subject a subjectless clause shares, or in a 1-tuple the noun that controls it."""
    head = token.head
    if token.dep_ == "xcomp":
        for child in head.children:
            if child.dep_ == "dobj" and child.i < token.i:
                return (child,)
        return head
    if _copula(token) is not None or (token.dep_ in {"conj", "advcl", "ccomp", "dep"} and head.pos_ in {"VERB", "AUX"}):
        return head
    if token.dep_ == "pcomp":
        return _verb_above(head)
    return None


def _verb_above(token: Token) -> Token | None:
    """The nearest verb above a preposition ("by voting", "after leaving")."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return None


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.tag_ in {"WP", "WDT"} and token.lemma_.lower() in {"who", "which", "that"}:
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return ancestor.head
    return token


def _has_object_gap(token: Token) -> bool:
    """Whether a relative clause has a subject of its own ("the ship that he sailed")."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.tag_ not in {"WP", "WDT"} for child in token.children)


def agents(token: Token) -> list[Token]:
    """Heads of the by-phrases of a passive verb."""
    return [p for child in token.children if child.dep_ == "agent" for p in child.children if p.dep_ == "pobj"]


def with_conjuncts(token: Token) -> list[Token]:
    """A noun and the nouns joined to it by "and", commas."""
    return [token, *(c for c in token.conjuncts if c.i > token.i and c.pos_ in {"NOUN", "PROPN", "PRON", "NUM"})]


def direct_objects(token: Token) -> list[Token]:
    """Heads of direct and indirect objects and of predicate nouns, with their conjuncts, in order of position."""
    out: list[Token] = []
    for child in token.children:
        if child.dep_ in {"dobj", "attr", "oprd", "dative", "acomp"} and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            out.extend(with_conjuncts(child))
    for child in token.children:
        if child.dep_ == "ccomp" and child.pos_ in {"NOUN", "PROPN"}:  # "made X minister" read as a small clause
            out.extend([*(g for g in child.children if g.dep_ == "nsubj"), child])
    named = [name for noun in out for name in appointee(noun, token)]
    return [*named, *out] or _shared_object(token)


def appointee(noun: Token, verb: Token) -> list[Token]:
    """The person's name that the parser took for part of the office: "made Adams minister"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in words("roles", "nouns"):
        return []
    if families().verbs.get(verb_lemma(verb)) not in {"appoint", "elect"} and verb.lemma_ != "make":
        return []
    names = [c for c in noun.children if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"]
    return names[-1:]


def _shared_object(token: Token) -> list[Token]:
    """The object that joined verbs share and the parser gives to one of them ("founded and led the club")."""
    if families().verbs.get(verb_lemma(token), "") in _MOTION or is_passive(token):
        return []
    if token.dep_ == "conj" and token.head.pos_ == "VERB":
        return [o for c in token.head.children if c.dep_ == "dobj" and c.i > token.i for o in with_conjuncts(c)]
    for other in token.children:
        if other.dep_ == "conj" and other.pos_ == "VERB" and other.i - token.i <= _NEAR:
            return [o for c in other.children if c.dep_ == "dobj" for o in with_conjuncts(c)]
    return []


def prepositional(token: Token, depth: int = 2) -> list[tuple[str, Token]]:
    """Preposition and head noun of the phrases that hang on a predicate, chains of prepositions included."""
    out: list[tuple[str, Token]] = []
    for child in token.children:
        if child.dep_ in {"prep", "dative", "agent"} and child.pos_ in {"ADP", "SCONJ"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    out.extend((child.lower_, n) for n in with_conjuncts(noun))
            if depth:
                out.extend(prepositional(child, depth - 1))
    return out
