"""Frames: one for each predicate of a document, with its participants, mood and clause."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.events import clauses, mood
from analyzer.extract.events.coreference import Resolver
from analyzer.extract.events.entities import collect
from analyzer.extract.events.lexicon import families, words
from analyzer.extract.events.lives import life_frames
from analyzer.extract.events.ordinals import ordinals_of
from analyzer.extract.events.quotations import Quotations
from analyzer.extract.events.voices import voice
from analyzer.extract.language import MASKS, parse
from analyzer.model import Frame, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from analyzer.extract.events.clauses import Predicate
    from analyzer.extract.events.entities import Entities
    from analyzer.extract.language import Parsed
    from analyzer.model import Claim, Document

_PLACE_PREPOSITIONS = frozenset("in at to from near into toward towards off through outside around onto for".split())
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}
_LIGHT_ROLES = {"dobj", "attr"}
# Verbs that in the passive belong to another family: when done to a person, when done to a thing.
_PASSIVE_SENSES = {"leave": ("", ""), "recall": ("remove", ""), "hold": ("arrest", "meet")}
_HAPPENING = frozenset({"have", "undergo", "experience", "hold"})  # what they carry is the event
_OCCURRING = frozenset({"occur", "happen", "come", "follow", "take place", "ensue"})  # what they tell is their subject
_ALONE = {"run": "", "blow up": "explode"}  # verbs of another family without an object
_ACTING = frozenset({"person", "group"})
_OF_OFFICE = {"be": "serve", "make": "appoint"}
# Verbs that leave it to their object to say what was done: "made a charge", "signed his abdication".
_CARRIERS = frozenset({"make", "give", "sign", "deliver", "suffer", "launch", "mount", "pay", "take"})
_SPECIAL = frozenset(MASKS.values())


def read_frames(document: Document, values: Sequence[Claim]) -> tuple[Frame, ...]:
    """The frames of `read_events` alone."""
    return read_events(document, values)[0]


def read_events(document: Document, values: Sequence[Claim]) -> tuple[tuple[Frame, ...], Entities]:
    """All predicates of a document as frames, in order of position, and what the document tells of its names.

    Neither frames nor names are read in a language other than English.

    Roles are those of meaning: in "the club was founded by Ada" the subject is Ada, the club an object, as in "Ada
    founded the club"; a passive without "by" has no subject. `values` are the temporal and numeric claims read before;
    dates and times among them are hidden from the parser.

    Raises:
        LanguageModelError: the language model is missing or was changed.

    """
    parsed = list(parse(document, values))
    entities = collect((piece.doc for piece in parsed), document.source.title, document.source.text)
    resolver = Resolver(entities, document.source.text)
    quotations = Quotations(document)
    frames: list[Frame] = []
    dates: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in values:
        if claim.kind == "date":
            dates[claim.sentence].append(claim)
    for piece in parsed:
        sentence = document.sentences[piece.sentence]
        resolver.enter(sentence.section, _title(document, sentence.section), sentence.passage)
        reader = _SentenceReader(document, piece, resolver.read(piece))
        frames.extend(quotations.attribute(reader.frames(), piece, reader.mentions))
        frames.extend(life_frames(document, piece.sentence, list(reader.mentions.values()), dates[piece.sentence]))
    return tuple(sorted(frames, key=lambda f: (f.sentence, f.trigger, f.lemma))), entities


def _title(document: Document, section: int) -> str:
    path = document.sections[section].path if 0 <= section < len(document.sections) else ()
    return path[-1] if path else ""


class _SentenceReader:
    """Builds the frames of one parsed sentence."""

    def __init__(self, document: Document, parsed: Parsed, mentions: dict[int, Mention]) -> None:
        self._document = document
        self._parsed = parsed
        self.mentions = mentions

    def frames(self) -> list[Frame]:
        """All frames of the sentence in order of their trigger."""
        found = (self._frame(predicate) for predicate in clauses.predicates(self._parsed.doc))
        return [frame for frame in found if frame is not None]

    def _frame(self, predicate: Predicate) -> Frame | None:
        token = predicate.token
        try:
            trigger = self._parsed.clean(token.idx, token.idx + len(token.text))
            clause = self._range(predicate)
        except ValueError:
            return None
        subject, objects, places = self._participants(predicate)
        lemma, family = _event(predicate, objects)
        return Frame(
            self._document.id,
            self._parsed.sentence,
            clause,
            trigger,
            lemma,
            family,
            subject,
            objects,
            places,
            ordinals_of(self._qualified(predicate)),
            mood.is_negated(predicate),
            mood.modality(predicate),
            self._attribution(predicate),
            self._terms(predicate),
        )

    def _range(self, predicate: Predicate) -> tuple[int, int]:
        """Clean range from the first to the last word of the predicate's own tokens."""
        doc = self._parsed.doc
        own = [i for i in predicate.own if not doc[i].is_punct and not doc[i].is_space] or [predicate.token.i]
        last = doc[own[-1]]
        return self._parsed.clean(doc[own[0]].idx, last.idx + len(last.text))

    def _participants(self, predicate: Predicate) -> tuple[Mention | None, tuple[Mention, ...], tuple[Mention, ...]]:
        if predicate.nominal:
            return self._of_noun(predicate)
        token = predicate.token
        if (event := _occurring(predicate)) is not None:
            doer, done, places = self._of_noun(event)
            others, there = self._prepositional(token)
            return doer, _distinct((*done, *others), doer), (*places, *there)
        subject_token = clauses.grammatical_subject(token)
        subject = self._mention(subject_token)
        objects = self._mentions(clauses.direct_objects(token))
        if predicate.passive:
            patients = self._mentions(clauses.with_conjuncts(subject_token)) if subject_token is not None else ()
            objects = (*patients, *objects)
            subject = next(iter(self._mentions(clauses.agents(token))), None)
        others, places = self._prepositional(token)
        about, there = self._carried(token)
        return subject, _distinct((*objects, *others, *about), subject), (*places, *there)

    def _of_noun(self, predicate: Predicate) -> tuple[Mention | None, tuple[Mention, ...], tuple[Mention, ...]]:
        """Participants of an event noun: its possessor, "of" and "by" phrases, and the subject of a light verb."""
        token = predicate.token
        by = [n for p, n in clauses.prepositional(token, 0) if p == "by"]
        of = [n for p, n in clauses.prepositional(token, 0) if p in {"of", "between"}]
        owner = [c for c in token.children if c.dep_ == "poss"]
        others, places = self._prepositional(token, skip=("by", "of", "between"))
        doer, done = self._mentions(by), self._mentions([*owner, *of])
        if predicate.passive:
            return next(iter(doer), None), _distinct((*done, *others), None), places
        subject = next(iter((*doer, *self._mentions(owner), *self._light_subject(token), *self._mentions(of))), None)
        return subject, _distinct((*self._mentions(of), *others), subject), places

    def _carried(self, token: Token) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """What the noun is about that a light verb only carries: "made an attack on the fort"."""
        others: list[Mention] = []
        places: list[Mention] = []
        if token.lemma_.lower() in words("light", "verbs"):
            for noun in clauses.direct_objects(token):
                if noun.lemma_.lower() in families().nouns:
                    about, there = self._prepositional(noun)
                    others += about
                    places += there
        return tuple(others), tuple(places)

    def _light_subject(self, token: Token) -> tuple[Mention, ...]:
        """Who had the stroke, made the attack: the subject of a verb that only carries the noun."""
        verb = token.head
        if token.dep_ in _LIGHT_ROLES and verb.lemma_.lower() in words("light", "verbs"):
            mention = self._mention(clauses.grammatical_subject(verb))
            return (mention,) if mention is not None else ()
        return ()

    def _prepositional(
        self, token: Token, skip: tuple[str, ...] = ()
    ) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Participants after prepositions: things and people, then places."""
        others: list[Mention] = []
        places: list[Mention] = []
        for preposition, noun in clauses.prepositional(token):
            mention = self._mention(noun)
            if mention is None or preposition in skip or preposition == "by" or noun.text in _SPECIAL:
                continue
            if mention.head in words("abstract", "nouns") and mention.entity != "place":
                continue
            at_place = mention.entity == "place" and preposition in _PLACE_PREPOSITIONS
            (places if at_place else others).append(mention)
        return tuple(others), tuple(places)

    def _mention(self, token: Token | None) -> Mention | None:
        if (
            token is None
            or token.text in _SPECIAL
            or _is_figure(token)
            or token.lemma_.lower() in words("times", "nouns")
        ):
            return None
        return self.mentions.get(clauses.counted_whole(token).i)

    def _mentions(self, tokens: Iterable[Token]) -> tuple[Mention, ...]:
        found = (self._mention(token) for token in tokens)
        return tuple(mention for mention in found if mention is not None)

    def _qualified(self, predicate: Predicate) -> list[Token]:
        """The tokens whose ordinals qualify the event."""
        token = predicate.token
        if predicate.nominal:
            return [token]
        subject = clauses.grammatical_subject(token)
        return [token, *clauses.direct_objects(token), *([subject] if subject is not None else [])]

    def _attribution(self, predicate: Predicate) -> str:
        said = mood.speaker(predicate)
        if isinstance(said, str):
            return said
        return voice(self._mention(said), said)

    def _terms(self, predicate: Predicate) -> frozenset[str]:
        tokens = (self._parsed.doc[i] for i in predicate.own)
        return frozenset(
            t.lemma_.lower()
            for t in tokens
            if t.pos_ in _CONTENT and t.is_alpha and not t.is_stop and t.text not in _SPECIAL
        )


def _is_figure(token: Token) -> bool:
    """Whether a number stands alone; "one of the men" is a man."""
    return bool(token.like_num) and not any(c.lower_ == "of" for c in token.children)


def _event(predicate: Predicate, objects: tuple[Mention, ...]) -> tuple[str, str]:
    """Lemma and family; those of the noun where the verb only says that the event took place ("had a debate")."""
    if (event := _occurring(predicate)) is not None:
        return event.lemma, event.family
    if predicate.lemma in _HAPPENING and not predicate.family:
        nouns = families().nouns
        carried = next((o.head.lower() for o in objects if o.head.lower() in nouns), "")
        return (carried, nouns[carried]) if carried else (predicate.lemma, "")
    return predicate.lemma, _family(predicate, objects)


def _occurring(predicate: Predicate) -> Predicate | None:
    """The event noun that a verb only says to have occurred: "the explosion came at nine"; None for others."""
    subject = clauses.grammatical_subject(predicate.token) if predicate.lemma in _OCCURRING else None
    if subject is None or subject.pos_ != "NOUN" or predicate.passive:
        return None
    noun = subject.lemma_.lower()
    family = families().nouns.get(noun, "")
    passive = family in families().passive
    return (
        replace(predicate, token=subject, lemma=noun, family=family, nominal=True, passive=passive) if family else None
    )


def _family(predicate: Predicate, objects: tuple[Mention, ...]) -> str:
    """The lexicon's family; "be" and "become" with an office are holding and taking it."""
    office = any(o.head.lower() in words("roles", "nouns") for o in objects)
    if office and predicate.lemma in _OF_OFFICE:
        return _OF_OFFICE[predicate.lemma]
    if predicate.passive and predicate.lemma in _PASSIVE_SENSES:
        of_person, of_thing = _PASSIVE_SENSES[predicate.lemma]
        return of_person if objects and objects[0].entity == "person" else of_thing
    if not objects and not predicate.passive and predicate.lemma in _ALONE:
        return _ALONE[predicate.lemma]
    if predicate.lemma == "fire" and not (predicate.nominal or any(o.entity in _ACTING for o in objects)):
        return ""
    if predicate.lemma in _CARRIERS:
        nouns = families().nouns
        return next((nouns[o.head.lower()] for o in objects if o.head.lower() in nouns), predicate.family)
    return predicate.family or _phase(predicate.token)


def _phase(token: Token) -> str:
    """Begin or end, for an act without a family that is only begun or ended: "began to sit"."""
    family = families().verbs.get(token.head.lemma_.lower(), "") if token.dep_ == "xcomp" else ""
    return family if family in {"begin", "end"} else ""


def _distinct(mentions: Iterable[Mention], subject: Mention | None) -> tuple[Mention, ...]:
    """Mentions in order without repeated places, and without the subject's own words."""
    taken = {(subject.start, subject.end)} if subject is not None else set()
    out: list[Mention] = []
    for mention in mentions:
        if (mention.start, mention.end) not in taken:
            taken.add((mention.start, mention.end))
            out.append(mention)
    return tuple(out)
