"""From noun phrases to participants: names to keys, pronouns and definite descriptions to what they stand for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.extract.events.clauses import appointee, grammatical_subject
from analyzer.extract.events.lexicon import words
from analyzer.extract.events.phrases import PRONOUNS, Phrase, is_office, phrase
from analyzer.model import Mention
from analyzer.values.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

    from analyzer.extract.events.entities import Entities, Kind
    from analyzer.extract.language import Parsed

_POSSESSIVE = re.compile(r"['’]s\b")
_REACH = 3  # sentences a pronoun looks back; beyond that a narrator repeats the name
_MEMORY = 60  # mentions kept for definite descriptions ("the ship")
_TOPIC = 1.5  # what a person told of six times or more has before one just named
_OFTEN, _TOPIC_REACH = 6, 8  # mentions that make a topic; sentences that a topic stays in mind
_OWN_SUBJECT = 2.0  # what a possessive finds in the subject of its own sentence
_SURE = 2.0  # what is less salient yields to the one whom the whole document is about
_COMMON = 1.5  # what somebody loses who is told of without a name
# What a mention loses whose gender nothing tells: of women most texts say it, by a first name or a title.
_UNTOLD = {"male": 1.0, "female": 2.5}
_STEP = 1.5  # what one sentence of distance costs against the weight of a grammatical role
_WEIGHTS = {"nsubj": 3.0, "nsubjpass": 3.0, "dobj": 2.0, "attr": 1.5, "conj": 1.5, "poss": 1.0, "appos": 0.5}
_SUBJECTS = {"nsubj", "nsubjpass"}
_GOING_ON = {"poss", *_SUBJECTS}  # roles of a pronoun that most often goes on with the subject of its sentence
_MODIFIERS = {"compound", "amod", "nummod", "expl", "det", "punct", "quantmod"}
_GENDERED = {
    **dict.fromkeys("man boy lad gentleman fellow nobleman monk priest".split(), "male"),
    **dict.fromkeys("woman girl lady actress nun nurse midwife waitress gentlewoman".split(), "female"),
}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention that later words may refer to."""

    mention: Mention
    sentence: int
    token: int
    weight: float
    gender: str
    plural: bool
    clause: int
    role: str
    passage: int
    vessel: bool = False


class Resolver:
    """Reads the mentions of one document sentence by sentence, remembering what was named before."""

    def __init__(self, entities: Entities, text: str) -> None:
        """Start with nothing mentioned yet in the clean text of a document."""
        self._text = text
        self._entities = entities
        self._seen: list[_Seen] = []
        self._section = self._passage = -1
        self._main = entities.main
        self._learned: dict[str, set[str]] = {}
        self._told: Counter[str] = Counter()

    def enter(self, section: int, title: str, passage: int = 0) -> None:
        """Move to a passage of a section; who is named in the section's title becomes what pronouns fall back on."""
        self._passage = passage
        if section != self._section:
            self._section = section
            named = [w for w in fold(_POSSESSIVE.sub("", title)).split() if w in self._entities.surnames]
            self._main = named[0] if named else self._entities.main

    def read(self, parsed: Parsed) -> dict[int, Mention]:
        """The mentions of one sentence by the index of their head token."""
        out: dict[int, Mention] = {}
        for token in parsed.doc:
            if token.pos_ not in _NOMINAL and not (token.dep_ == "poss" and token.pos_ in {"DET", "PRON"}):
                continue
            if token.dep_ in _MODIFIERS and not (token.dep_ == "compound" and appointee(token.head, token.head.head)):
                continue
            mention = self._mention(token, parsed, out)
            if mention is not None:
                out[token.i] = mention
                self._remember(token, mention, parsed.sentence)
                self._remember_pair(token, parsed, out)
        return out

    def _remember_pair(self, last: Token, parsed: Parsed, mentions: dict[int, Mention]) -> None:
        """Joined subjects ("Anna and Paul") as one plural participant that "they" may mean."""
        joined = [last, *last.conjuncts]
        if last.dep_ == "conj" and last.i == max(t.i for t in joined):
            i = min(t.i for t in joined)
            token, first = parsed.doc[i], mentions.get(i)
            others = [mentions[t.i] for t in sorted(joined, key=lambda t: t.i)[1:] if t.i in mentions]
            if token.dep_ in {"nsubj", "nsubjpass"} and others and first is not None and first.entity == "person":
                key = " and ".join(m.key for m in (first, *others))
                pair = replace(first, key=key, head=key, end=others[-1].end)
                weight = _WEIGHTS["nsubj"] + 1.0
                self._seen.append(
                    _Seen(
                        pair,
                        parsed.sentence,
                        i,
                        weight,
                        "both",
                        plural=True,
                        clause=_clause(token),
                        role="",
                        passage=self._passage,
                    )
                )

    def _mention(self, token: Token, parsed: Parsed, before: dict[int, Mention]) -> Mention | None:
        if token.tag_ in {"WP", "WDT", "DT", "EX", "WP$"}:
            return None
        found = phrase(token)
        start, end = found.first, found.last
        try:
            a, b = parsed.clean(token.doc[start].idx, token.doc[end - 1].idx + len(token.doc[end - 1].text))
        except ValueError:
            return None
        text = " ".join(self._text[a:b].split())
        if found.pronoun:
            return self._pronoun(token, found.pronoun, parsed.sentence, (text, a, b))
        key, kind, resolved = self._key(found, before)
        if not key:
            return None
        head = token.lemma_.lower()
        if found.name:
            head = token.text if token.text in found.name else found.name[-1]
        return Mention(text, head, key, kind, a, b, resolved)

    def _key(self, found: Phrase, before: dict[int, Mention]) -> tuple[str, Kind, bool]:
        """Key and kind of a phrase that is no pronoun; resolved when a pronoun stands in it."""
        if not found.name and self._entities.knows(found.head.text):
            found = replace(found, name=(found.head.text,))  # a name that the tagger took for a noun
        if found.name:
            return self._named(found)
        lemma = found.head.lemma_.lower()
        if not lemma.replace("-", "").isalnum():
            return "", "thing", False
        owner = before.get(found.possessor.i) if found.possessor is not None else None
        relative = any(lemma in words("relations", g) for g in ("male", "female", "either"))
        if owner is not None and relative:
            return f"{lemma} of {owner.key}", "person", owner.resolved
        whole = self._content(found)
        if found.definite and (known := self._called(lemma, whole[:-1])):
            return known.key, known.entity, True
        if found.definite and len(whole) == 1 and self._main and lemma in words("callings", "nouns"):
            return self._main, "person", True
        return " ".join(whole) if is_office(found.head) and whole else lemma, common_kind(lemma), False

    def _named(self, found: Phrase) -> tuple[str, Kind, bool]:
        """Key and kind by name; a common noun beside the name is kept as what the bearer may be called by."""
        noun = found.head.lemma_.lower() if found.head.pos_ == "NOUN" else ""
        if noun in words("vessels", "nouns"):
            key = self._entities.key(found.name, "thing")
            self._learned.setdefault(key, set()).update({noun, "ship", "vessel"})
            return key, "thing", False
        kind = self._entities.kind(found.name, articled=found.articled, label=found.head.ent_type_)
        key = self._entities.key(found.name, kind)
        if noun:
            self._learned.setdefault(key, set()).add(noun)
        return key, kind, False

    @staticmethod
    def _content(found: Phrase) -> list[str]:
        """The folded content words of a phrase."""
        tokens = found.head.doc[found.first : found.last]
        return [w for t in tokens if t.is_alpha and (not t.is_stop or t.pos_ == "PROPN") for w in fold(t.text).split()]

    def _called(self, lemma: str, modifiers: list[str]) -> Mention | None:
        """The latest named participant called by a noun and its modifiers ("the committee")."""
        if lemma in words("generic", "nouns"):
            return None
        for seen in reversed(self._seen):
            key = seen.mention.key
            called = self._entities.classes.get(key, frozenset()) | self._learned.get(key, set())
            if key != lemma and lemma in called and called.issuperset(modifiers):
                return seen.mention
        return None

    def _pronoun(self, token: Token, sort: str, sentence: int, place: tuple[str, int, int]) -> Mention | None:
        text, start, end = place
        if sort == "speaker":
            return Mention(text, text.lower(), "speaker", "person", start, end, resolved=True)
        best = self._best(token, sort, sentence)
        if best is not None:
            return Mention(text, best.head, best.key, best.entity, start, end, resolved=True)
        main = self._fallback(sort) if sort in {"male", "female"} else ""
        return Mention(text, main, main, "person", start, end, resolved=True) if main else None

    def _fallback(self, gender: str) -> str:
        """Whom a pronoun means when nobody near fits: the main subject of the document or section, if there is one."""
        return self._main if self._main and self._entities.genders.get(self._main) == gender else ""

    def _best(self, token: Token, sort: str, sentence: int) -> Mention | None:
        """The most salient mention before a pronoun that agrees with it."""
        if token.lower_.endswith(("self", "selves")):
            return next(
                (s.mention for s in reversed(self._seen) if s.sentence == sentence and s.clause == _clause(token)), None
            )
        best: tuple[float, int] | None = None
        chosen: Mention | None = None
        for order, seen in enumerate(self._seen):
            distance = sentence - seen.sentence + (seen.passage != self._passage)
            topic = self._told[seen.mention.key] >= _OFTEN
            if (
                distance > (_TOPIC_REACH if topic else _REACH)
                or not _agrees(seen, sort)
                or _same_clause(token, seen, distance)
            ):
                continue
            score = (
                seen.weight - _STEP * (min(distance, 2) if topic else distance) + self._bonus(seen, sort, token.dep_)
            )
            if token.dep_ in _GOING_ON and distance == 0 and seen.role in _SUBJECTS:
                score += _OWN_SUBJECT  # "Anna taught until her death": hers who is the subject
            if best is None or (score, order) >= best:
                best, chosen = (score, order), seen.mention
        weak = best is not None and best[0] < _SURE and bool(self._fallback(sort))
        return None if weak else chosen

    def _bonus(self, seen: _Seen, sort: str, role: str) -> float:
        """What speaks for a mention besides its place: the main subject, a name, a known gender, a plural."""
        bonus = 2.0 if seen.mention.key == self._main else 0.0
        if role == "dobj":  # an object goes on with an object more often than with the main subject
            bonus = bonus / 2 + (1.5 if seen.role == "dobj" else 0.0)
        if sort == "plural":
            return bonus + (1.5 if seen.plural else 0.0)
        if sort in {"male", "female"}:
            kin = " of " in seen.mention.key and bool(_relation_gender(seen.mention.key))  # in the shadow of "her"
            bonus -= 1.5 if kin else 0.0
            bonus += 0.0 if kin else min(_TOPIC, self._told[seen.mention.key] / 4)
            common = seen.mention.head.islower() and not seen.mention.resolved and not kin
            unknown = _UNTOLD[sort] if seen.gender != sort or (seen.vessel and self._fallback(sort)) else 0.0
            bonus -= (_COMMON if common else 0.0) + unknown
        return bonus

    def _remember(self, token: Token, mention: Mention, sentence: int) -> None:
        if mention.key == "speaker" or (mention.entity == "thing" and mention.head.isnumeric()):
            return
        own = mention.key == self._main if mention.resolved else mention.head[:1].isupper()
        if mention.entity == "person" and own:  # a pronoun is a guess, which must not make the next one surer
            self._told[mention.key] += 1
        gender = self._entities.genders.get(mention.key, "") or _relation_gender(mention.key)
        role = token.head.dep_ if token.dep_ == "poss" and token.head.dep_ in _SUBJECTS else token.dep_
        weight = _WEIGHTS.get(role, 1.0) + _clause_weight(token)  # "Her health failed" is told of her
        told = token.lower_ in PRONOUNS or _described(token)
        weight += 1.0 if told else 0.0  # what is told of goes by a pronoun
        plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"they", "them", "their"}
        vessel = not plural and self._is_vessel(mention)
        gender = "female" if vessel else gender
        place = _clause(token), token.dep_, self._passage
        self._seen.append(_Seen(mention, sentence, token.i, weight, gender, plural, *place, vessel))
        del self._seen[:-_MEMORY]

    def _is_vessel(self, mention: Mention) -> bool:
        """Whether a participant is a ship by its noun, or was called one beside its name."""
        called = {mention.head.lower(), *self._learned.get(mention.key, ())}
        return mention.entity == "thing" and not called.isdisjoint(words("vessels", "nouns"))


def common_kind(lemma: str) -> Kind:
    """Kind of a participant known by a common noun alone."""
    if any(lemma in words("relations", g) for g in ("male", "female", "either")) or lemma in words("roles", "nouns"):
        return "person"
    titles = words("titles", "male") | words("titles", "female")
    if lemma in titles | words("persons", "nouns") | words("callings", "nouns"):
        return "person"
    if lemma in words("groups", "nouns"):
        return "group"
    return "place" if lemma in words("places", "nouns") else "thing"


def _agrees(seen: _Seen, sort: str) -> bool:
    """Whether a mention can be what a pronoun of this sort stands for."""
    mention = seen.mention
    if sort == "female" and seen.vessel:  # a ship is "she"
        return True
    if sort in {"male", "female"}:
        return mention.entity == "person" and not seen.plural and seen.gender in {"", sort}
    if sort == "plural":
        return mention.entity in {"group", "person"} and (seen.plural or mention.entity == "group")
    return mention.entity in {"thing", "group"} and not seen.plural and seen.weight >= 2.0


def _same_clause(token: Token, seen: _Seen, distance: int) -> bool:
    """Whether the mention is a participant of the very clause whose object the pronoun is ("he hit him")."""
    if distance or token.dep_ == "poss" or token.lower_.endswith("self") or token.dep_ in _SUBJECTS:
        return False
    clause = _clause(token)
    doer = grammatical_subject(token.doc[clause]) if clause >= 0 else None  # "he dealt in cloth and sold him a coat"
    return seen.clause == clause or (doer is not None and doer.i == seen.token)


def _clause(token: Token) -> int:
    """Index of the verb a noun depends on."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return int(ancestor.i)
    return -1


def _described(token: Token) -> bool:
    """Whether a clause goes on to tell of somebody: "Weber, who was born at Ulm"."""
    clauses = (c for c in token.rights if c.dep_ == "relcl")
    return any(w.lower_ == "who" and w.dep_ in _SUBJECTS for c in clauses for w in c.children)


def _clause_weight(token: Token) -> float:
    """Subjects of main clauses stay in mind longest."""
    return {"ROOT": 0.0, "conj": -0.25, "ccomp": -0.25}.get(token.head.dep_, -0.5)


def _relation_gender(key: str) -> str:
    noun = key.split(" of ", maxsplit=1)[0]
    if noun in _GENDERED:
        return _GENDERED[noun]
    return next((g for g in ("male", "female") if noun in words("relations", g) | words("titles", g)), "")
