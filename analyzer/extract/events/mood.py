"""Whether a clause says that something happened: negation, modality, and whose words it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analyzer.extract.events.clauses import verb_lemma
from analyzer.extract.events.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from analyzer.extract.events.clauses import Predicate

Modality = Literal["asserted", "possible", "planned", "ordered", "counterfactual"]
UNNAMED = "unnamed"
_NEGATIONS = {"not", "n't", "never", "no", "nor", "neither", "hardly", "scarcely"}
_PUT_OFF = {"before", "until", "till"}
_ANYBODY = {"they", "people", "we", "you"}  # "as they say" is a turn of phrase
_POSSIBLE = {"may", "might", "could", "can"}
_FINITE = {"VBD", "VBZ", "VBP"}
_COMPLEMENTS = {"xcomp", "ccomp", "acl", "advcl", "pcomp"}


def is_negated(predicate: Predicate) -> bool:
    """Whether the clause denies what its predicate says ("did not", "never", "refused to", "no attack")."""
    token = predicate.token
    if any((c.dep_ == "neg" or c.lower_ in _NEGATIONS) and not _limits(c) for c in token.children):
        return not _begins_late(token)
    if not predicate.nominal and any(_denies(c) for c in _participant_words(token)):
        return True
    above = _above(token)
    return above is not None and above.lemma_.lower() in words("negative", "verbs")


def _limits(token: Token) -> bool:
    """Whether a "not" only sets a limit: "not until Sunday", "not fewer than ten", "not only"."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return following in {"until", "till", "only", "fewer", "less", "more", "merely", "just", "long", "later", "earlier"}


def _begins_late(token: Token) -> bool:
    """Whether a denied act is only put off: "did not begin before noon", "was not signed till May"."""
    return any(
        c.i > token.i and (c.lower_ in _PUT_OFF or any(g.dep_ == "mark" and g.lower_ in _PUT_OFF for g in c.children))
        for c in token.children
    )


def _denies(token: Token) -> bool:
    """Whether a word leaves no one: "nobody", "no ship", "none"; but "none other than she" is she."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in {"no", "nobody", "none"} and following != "other"


def modality(predicate: Predicate) -> Modality:
    """How far the clause is told as done."""
    token = predicate.token
    auxiliaries = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
    if (auxiliaries & {"would", "could", "should", "might"} and auxiliaries & {"have", "'ve"}) or _only_nearly(token):
        return "counterfactual"
    if auxiliaries & _POSSIBLE or any(c.lower_ in words("possible", "words") for c in token.children):
        return "possible"
    above = _above(token)
    if above is not None and not _destined(token, above) and (inherited := _set_by(above)):
        return inherited
    if ("must" in auxiliaries and "have" not in auxiliaries) or (
        "should" in auxiliaries and any(c.lower_ == "that" for c in token.children)
    ):
        return "ordered"
    purpose = token.dep_ == "advcl" and "to" in auxiliaries and not _outcome(token)
    future = purpose or bool(auxiliaries & {"will", "shall"}) or _as_designed(token) or _fixed(token)
    return "planned" if future else "possible" if _conditional(token) else "asserted"


def _only_nearly(token: Token) -> bool:
    """Whether it did not quite come to it: "nearly sank her", "came within an inch of killing him"."""
    if token.i and token.nbor(-1).lower_ in words("near", "words") and token.nbor(-1).head == token:
        return True
    over = token.head
    return token.dep_ == "pcomp" and over.lower_ in {"of", "to"} and over.head.lower_ in words("near", "nouns")


def _as_designed(token: Token) -> bool:
    """Whether it is what a drawing, a plan or a timetable says: "her first plans showed twelve arches"."""
    subjects = [c.lemma_.lower() for c in token.children if c.dep_ == "nsubj"]
    return any(s in words("design", "nouns") for s in subjects) and verb_lemma(token) in words("design", "verbs")


def _fixed(token: Token) -> bool:
    """Whether only the time of it was fixed: "was set for Easter Sunday"."""
    passive = any(c.dep_ == "auxpass" for c in token.children)
    ahead = any(c.dep_ == "prep" and c.lower_ == "for" and c.i == token.i + 1 for c in token.children)
    return passive and ahead and verb_lemma(token) in words("fixed", "verbs")


def _outcome(token: Token) -> bool:
    """Whether an infinitive set off by a comma tells what came of it: "went up the valley, to be stranded there"."""
    to = next((c for c in token.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    passive = any(c.dep_ == "auxpass" for c in token.children)
    return to is not None and passive and to.i > 0 and to.nbor(-1).text == "," and token.head.i < to.i


def _destined(token: Token, above: Token) -> bool:
    """Whether "was to" looks ahead to what nobody planned: "he was to die there", "was to live for fifty years"."""
    return above.lemma_ == "be" and above.tag_ == "VBD" and verb_lemma(token) in words("destined", "verbs")


def _set_by(above: Token) -> Modality | None:
    """The modality that a verb or noun gives its infinitive; None when it says nothing of it."""
    lemma = verb_lemma(above) if above.pos_ == "VERB" else above.lemma_.lower()
    if lemma == "ought":
        return "counterfactual"
    if lemma == "have" and above.tag_ in {"VBD", "VBN"}:
        return None  # who had to wait did wait
    part = "nouns" if above.pos_ == "NOUN" else "verbs"
    if lemma in words("ordered", part):
        return "ordered"
    if lemma in words("planned", part) or lemma == "be":  # "was to pay"
        return "planned"
    return "possible" if lemma in words("possible", part) else None


def _above(token: Token) -> Token | None:
    """The verb or noun whose infinitive or that-clause with a future auxiliary this is."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"} and first.tag_ not in _FINITE:
        first = first.head
    if first.dep_ not in _COMPLEMENTS:
        return None
    marks = {c.lower_ for c in first.children if c.dep_ in {"aux", "mark"}}
    if first.dep_ in {"xcomp", "acl", "ccomp"} and marks & {"to", "would", "should", "will"}:
        return first.head
    if first.dep_ == "pcomp":  # "prevented him from leaving"
        return first.head.head if first.head.lower_ == "from" else None
    return first.head if first.dep_ == "xcomp" and first.tag_ == "VBG" else None


def _conditional(token: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in token.children)


def _participant_words(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}:
            yield child
            yield from (c for c in child.children if c.dep_ == "det")


def speaker(predicate: Predicate) -> Token | str:
    """Whose words the clause is by grammar: the head of a noun phrase, UNNAMED for hearsay, "" for the narrator."""
    token = predicate.token
    if named := according_to(token.doc):
        return named
    if any(c.lower_ in words("hearsay", "words") for c in token.children):
        return UNNAMED
    for current in [token, *token.ancestors]:
        head = current.head
        if current.dep_ == "ccomp" and _reports(head, current):
            return _speaking_subject(head) or ("" if _own_words(head) else UNNAMED)
        if current.dep_ == "xcomp" and head.tag_ == "VBN" and head.lemma_.lower() in words("told", "verbs"):
            return UNNAMED  # "is said to have"
        if current.dep_ == "acl" and head.lemma_.lower() in words("speech", "nouns"):
            return UNNAMED
    return _as_told(token) or ""


def _reports(verb: Token, clause: Token) -> bool:
    """Whether a verb of speech has a clause as what is said, not beside it or beside another object."""
    if verb_lemma(verb) not in words("speech", "verbs") or any(c.dep_ == "dobj" for c in verb.children):
        return False
    between = verb.doc[min(verb.i, clause.i) : max(verb.i, clause.i)]
    return not any(t.text in {";", ":"} and clause.i < verb.i for t in between)


def _own_words(verb: Token) -> bool:
    """Whether it is the writer who speaks: "it is noted that" in a report, "to think that"; not "it is said that"."""
    impersonal = any(c.dep_ == "auxpass" for c in verb.children) and verb_lemma(verb) in words("noted", "verbs")
    return impersonal or (verb.dep_ == "ROOT" and verb.tag_ == "VB")


def _as_told(token: Token) -> Token | None:
    """The authority of "as X notes" beside a clause."""
    for current in [token, *token.ancestors]:
        for child in current.children:
            marks = {m.lower_ for m in child.children if m.dep_ in {"mark", "advmod"}}
            if child.dep_ == "advcl" and "as" in marks and verb_lemma(child) in words("speech", "verbs"):
                said_by = _speaking_subject(child)
                return None if said_by is not None and said_by.lower_ in _ANYBODY else said_by
    return None


def _speaking_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ not in {"it", "which", "that", "who"}:
            return child
    if verb.dep_ == "conj":
        return _speaking_subject(verb.head)
    return None


def according_to(doc: Doc) -> Token | None:
    """The authority of "according to X" in a sentence."""
    for token in doc:
        if token.lower_ == "according":
            for child in token.subtree:
                if child.dep_ == "pobj":
                    return child
    return None


def speaking(doc: Doc) -> Token | None:
    """The subject of the first verb of speech of a sentence that stands outside its quotations."""
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_.lower() in words("speech", "verbs"):
            subject = _speaking_subject(token)
            if subject is not None:
                return subject
    return None
