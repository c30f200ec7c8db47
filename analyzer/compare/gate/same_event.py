"""The same-event gate: how probable it is that two claims are told of one fact, and why."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.compare.context.ages import is_age
from analyzer.compare.context.counted_kinds import kinds
from analyzer.compare.context.kinship import kindred, single
from analyzer.compare.context.rarity import words
from analyzer.compare.context.scenes import SCENES
from analyzer.compare.gate.bars import bar
from analyzer.compare.gate.counts import counted, others, wholes
from analyzer.compare.gate.eras import years_apart
from analyzer.compare.gate.fitted import fitted
from analyzer.compare.gate.likeness import containment, similarity
from analyzer.compare.gate.odds import probability
from analyzer.compare.gate.parted import parted, said
from analyzer.extract.events.lexicon import families
from analyzer.model import Reason

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.context.meaning import Meaning
    from analyzer.compare.context.rarity import Rarity
    from analyzer.compare.context.word_by_word import WordByWord
    from analyzer.compare.gate.nearness import Nearness
    from analyzer.compare.gate.own_words import OwnWords
    from analyzer.compare.gate.rivals import Rivals
    from analyzer.compare.gate.surroundings import Surroundings
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import Mention, PassageRelation
    from analyzer.settings import CompareSettings


LIGHT_VERBS = frozenset({"be", "have", "do", "make", "take", "get", "go", "come"})  # verbs that say no event
LEAST_TOLD = 0.1  # log odds from which a piece of evidence is worth a line to the reader
OTHER_SIZE = 9.0  # ratio of two numbers less 1
POSTS = frozenset({"elect", "appoint", "become", "join", "resign", "remove", "serve"})
OTHER_POST = 0.34  # share of the words of two posts in common below which they are two
WISHES = frozenset("demand request ask propose promise plan threaten advise urge call want wish hope suggest".split())
OTHER_YEAR = 366  # days
OTHER_EXTENT = 0.2  # share of the longer of two stretches of time by which one fact's ends hardly differ


@dataclass(frozen=True, slots=True)
class EventMatch:
    """Two claims weighed against each other.

    `probability` (0-1) is that of the same fact, before the values are compared. `aligned` is the relation of the
    passages they stand in. `blocked` says in words what forbids to compare them, empty when nothing does. `restated`
    marks one statement that a source makes twice with two values. `parted` says what by its sense speaks against one
    fact, and is weighed in the probability.
    """

    left: Context
    right: Context
    verdict: Verdict
    probability: float
    aligned: PassageRelation | None
    reasons: tuple[Reason, ...]
    blocked: str = ""
    restated: bool = False
    parted: str = ""

    def ends(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Each claim with the document of its counterpart."""
        return (self.left.index, self.right.document), (self.right.index, self.left.document)


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate with what it knows of the collection.

    Rare words, how near values lie, whom all texts are about, and what each source's own words say.
    """

    rare: Rarity
    near: Nearness
    main: frozenset[str]
    settings: CompareSettings
    own: OwnWords
    rivals: Rivals
    around: Surroundings
    meaning: Meaning
    words: WordByWord

    def match(
        self, left: Context, right: Context, verdict: Verdict, aligned: PassageRelation | None, score: float
    ) -> EventMatch:
        """Weigh two claims of one kind; `score` (0-1) is that of the passages' alignment, 0 without one."""
        again = self.own.restated(left, right, verdict)
        blocked = bar(left, right, verdict, restated=again) or self.own.bar(left, right, verdict)
        if blocked:
            return EventMatch(left, right, verdict, 0.0, aligned, (), blocked, again)
        evidence = self.evidence(left, right, verdict, aligned, score)
        weights = {name: weight for name, (weight, _) in evidence.items()}
        if left.document == right.document:  # a sentence that repeats another tells of the same fact after all
            prior = self.settings.prior_logit + self.settings.within_logit * (1 - containment(left, right))
            logit = prior + math.fsum(weights.values())
        else:
            akin = self.settings.between_logit * self.rivals.akin(left.document, right.document)
            model = fitted()
            logit = akin + model.log_odds(left.claim.kind, weights)
            weights = {name: weight * model.factor(name, weight) for name, weight in weights.items()}
        reasons = tuple(r for name, (_, r) in evidence.items() if r and abs(weights[name]) >= LEAST_TOLD)
        return EventMatch(left, right, verdict, probability(logit), aligned, reasons, "", again, said(reasons))

    def evidence(
        self, left: Context, right: Context, verdict: Verdict, aligned: PassageRelation | None, score: float
    ) -> dict[str, tuple[float, Reason | None]]:
        """Natural-log odds for one fact by the name of the evidence, each with its reason, 0 where it says nothing."""
        told, bearers, again = self.own.evidence(left, right, verdict)
        return {
            "wording": self._wording(left, right),
            "meaning": self.meaning.weight(left, right),
            "word_by_word": self.words.weight(left, right),
            "same_event": _passages(aligned, score) if aligned == "same_event" else (0.0, None),
            "passages": _passages(aligned, score) if aligned != "same_event" else (0.0, None),
            "families": _families(left, right),
            "wishes": _wishes(left, right),
            "actors": self._actors(left, right),
            "partners": _partners(left, right),
            "ordinals": _ordinals(left, right),
            "occasions": _occasions(left, right),
            "others": others(left, right),
            "counted": (0.0, None) if left.remainder != right.remainder else counted(left, right, self.rivals),
            "wholes": wholes(left, right),
            "lasting": _lasting(left, right),
            "ages": _ages(left, right),
            "known": _known(left, right),
            "figures": _figures(left, right),
            "retold": told,
            "bearers": bearers,
            "restated": again,
            "rivals": self.rivals.weight(left, right),
            "eras": self.rivals.eras.weight(left, right),
            "field": self.rivals.field(left, right),
            "surroundings": self.around.weight(left, right),
            "slips": _slips(left, right, verdict),
            "nearness": (self.near.weight(left, right, verdict), None),
            "extent": (-_other_extent(left, right), None),
            "coarse": (-_coarse(left, right), None),
            "scenes": (-_scenes(left, right), None),
            "moods": _moods(left, right),
            "once": self._once(left, right, verdict),
            "whom": _whom(left, right),
            "posts": _posts(left, right),
            **parted(left, right, verdict),
        }

    def _wording(self, left: Context, right: Context) -> tuple[float, Reason | None]:
        value = similarity(left, right)
        shared = sorted(
            left.spelled.keys() & right.features.keys(),
            key=lambda w: (-left.features[w] * right.features.get(w, 0.0), w),
        )[:5]
        sentence = f"Both sentences speak of {', '.join(left.spelled[w] for w in shared)}." if shared else ""
        reason = Reason("wording", sentence, round(value, 3)) if shared else None
        repeated = self.settings.repeat_weight * max(0.0, containment(left, right) - 0.4)
        return self.settings.wording_weight * value + repeated, reason

    def _actors(self, left: Context, right: Context) -> tuple[float, Reason | None]:
        """The share of participants in common, by rarity; the rarest of them counts once more.

        What both count is weighed as such, and not as a participant again.
        """
        both = left.counted & right.counted
        things = {w for w in left.actors | right.actors if kinds((w,)) & both} if both else frozenset[str]()
        common, either = (left.actors & right.actors) - things, (left.actors | right.actors) - things
        total = math.fsum(self.rare.of(w) for w in sorted(either))
        if not left.actors or not right.actors or not total:
            return 0.0, None
        share = math.fsum(self.rare.of(w) for w in sorted(common)) / total
        rarest = min(max((self.rare.of(w) for w in common), default=0.0), 4.0)
        weight = self.settings.actor_weight * (share - 0.15) + self.settings.rarest_actor_weight * rarest
        spelled = {**right.spelled, **left.spelled}
        named = ", ".join(sorted({spelled[w] for w in common if w in spelled}))
        sentence = f"Both name {named}." if named else ""
        return weight, Reason("participants", sentence, round(share, 3)) if sentence else None

    def _once(self, left: Context, right: Context, verdict: Verdict) -> tuple[float, Reason | None]:
        """Nobody is born or dies twice: with one and the same subject it is one event, with two it is not.

        Where one text names nobody ("the master died"), the one all texts are about is likely meant.
        """
        dated = left.claim.kind in {"date", "time"} or (is_age(left.claim) and is_age(right.claim))
        if not dated or not single(left.families, right.families):
            return 0.0, None
        if not left.undergoer or not right.undergoer:
            return (1.2 if self.main & (left.undergoer | right.undergoer) else 0.0), None
        one, other = (" ".join(c.spelled.get(w, w) for w in sorted(c.undergoer)) for c in (left, right))
        guessed = left.document == right.document and not (left.befallen and right.befallen)
        if guessed and verdict.gap > OTHER_YEAR and not verdict.hint:  # rather is "he" another than meant here
            return 0.0, None
        if left.undergoer <= right.undergoer or right.undergoer <= left.undergoer:
            return 2.5, Reason("once", f"This happens only once to the same one ({min(one, other, key=len)}).")
        if not (left.befallen and right.befallen):  # "his mother" may be the one the other calls by her name
            return 0.0, None
        return -2.5, Reason("once", f"It befell {one} in one source, {other} in the other.")


def _passages(aligned: PassageRelation | None, score: float) -> tuple[float, Reason | None]:
    """Aligned passages speak of the same; a copy more surely than another telling of the same event."""
    if aligned is None:
        return 0.0, None
    words = {"same_text": "the same text", "paraphrase": "paraphrases", "same_event": "about the same event"}[aligned]
    weight = {"same_text": 3.0, "paraphrase": 2.2, "same_event": 0.9}[aligned]
    return weight * score, Reason("aligned", f"The two passages are {words}.", round(score, 3))


def _families(left: Context, right: Context) -> tuple[float, Reason | None]:
    if not left.lemma or not right.lemma:
        return 0.0, None
    if left.families & right.families:
        name = min(left.families & right.families)
        return 1.3 if left.lemma == right.lemma else 1.0, Reason(
            "event", f"Both tell of the same kind of event: to {name.replace('_', ' ')}.", left.lemma, right.lemma
        )
    if left.lemma == right.lemma and left.lemma not in SCENES | LIGHT_VERBS:
        return 1.0, Reason("event", f"Both use the verb “{left.lemma}”.", left.lemma, right.lemma)
    if kindred(left.families, right.families):
        return 0.5, Reason("event", "The two events may be one, seen from two sides.", left.lemma, right.lemma)
    if left.families and right.families:
        same_count = left.claim.kind == "number" and left.counted and left.counted == right.counted
        units = {c.claim.quantity.unit for c in (left, right) if c.claim.quantity}
        # one source counts again in every other act
        alike = left.document != right.document and (same_count or bool(units - {""}))
        return -0.3 if alike else -1.3, Reason(
            "event", f"“{left.lemma}” and “{right.lemma}” are different kinds of event."
        )
    return -0.3, None


def _partners(left: Context, right: Context) -> tuple[float, Reason | None]:
    """The same act done to others, or with others, is another act; names tell that more surely than nouns."""
    if not left.families & right.families or left.frame is None or right.frame is None:
        return 0.0, None
    one, other = ([m for m in f.objects if m.key] for f in (left.frame, right.frame))
    if not one or not other or any(set(words(a.key)) & set(words(b.key)) for a in one for b in other):
        return 0.0, None
    named = all(any(m.text[:1].isupper() for m in side) for side in (one, other))
    if named:
        return -1.5, Reason("partners", f"One names {one[0].text}, the other {other[0].text}.")
    return (-0.6 if left.document == right.document else 0.0), None


def _wishes(left: Context, right: Context) -> tuple[float, Reason | None]:
    """To ask for a thing is not to do it."""
    if not left.lemma or not right.lemma or (left.lemma in WISHES) == (right.lemma in WISHES):
        return 0.0, None
    return -1.5, Reason("wish", f"“{left.lemma}” and “{right.lemma}”: one asks for it, the other does it.")


def _ordinals(left: Context, right: Context) -> tuple[float, Reason | None]:
    if not left.ordinals or not right.ordinals:
        alone = -1.0 if left.document == right.document else -0.3  # a source that says "second" tells of the first too
        return (alone if left.ordinals != right.ordinals else 0.0), None
    if left.ordinals & right.ordinals:
        return 0.8, None
    return -4.0, Reason("ordinal", f"{min(left.ordinals)} is not {min(right.ordinals)}: another of the same kind.")


def _occasions(left: Context, right: Context) -> tuple[float, Reason | None]:
    """A numbered event is the same one whatever is told of it; another number is another event."""
    one, other = left.occasion, right.occasion
    if one is None or other is None or not one.of_series(other):
        return 0.0, None
    if one.ordinal != other.ordinal:
        return -8.0, Reason("ordinal", f"{one.ordinal} is not {other.ordinal}: another of the same kind.")
    return 3.0, Reason("occasion", f"Both date the same {one.said}.")


def _lasting(left: Context, right: Context) -> tuple[float, Reason | None]:
    """How long something lasted is asked of one subject."""
    a, b = (c.frame.subject if c.frame else None for c in (left, right))
    if not left.claim.duration or a is None or b is None:
        return 0.0, None
    same = set(words(a.key)) & set(words(b.key))
    return (1.5, Reason("lasting", f"Both tell how long it lasted: {a.text}.")) if same else (-1.0, None)


def _ages(left: Context, right: Context) -> tuple[float, Reason | None]:
    """An age dates an event of a life: two ages are of one fact only if the event is, and most lives tell many."""
    if not (is_age(left.claim) or is_age(right.claim)):
        return 0.0, None
    if single(left.families, right.families):
        return 1.0, Reason("age", "Both give the age at the same turn of life.")
    return (-1.5 if left.families & right.families else -3.5), None


def _known(left: Context, right: Context) -> tuple[float, Reason | None]:
    """What points back ("the two ships") does not count anew."""
    return (-1.5 if left.definite or right.definite else 0.0), None


def _figures(left: Context, right: Context) -> tuple[float, Reason | None]:
    """Two dates of sentences that give one and the same figure date one statement."""
    common = left.figures & right.figures
    if not left.claim.date or not common:
        return 0.0, None
    return 1.5, Reason("figures", f"Both sentences give the figure {min(common):,.10g}.")


def _slips(left: Context, right: Context, verdict: Verdict) -> tuple[float, Reason | None]:
    """Two dates that a slip of the pen makes of each other are one date; in one source all others are two events.

    Ten times as many are others, but for a slip and for what one source says again.
    """
    between = left.document != right.document
    if left.claim.kind == "number" and verdict.gap > OTHER_SIZE and not verdict.hint and between:
        return -1.5, None
    if verdict.agrees or not left.claim.date:
        return 0.0, None
    if years_apart(left, right) and verdict.gap:
        return -1.5, None
    if verdict.hint and verdict.outcome == "conflict":
        return 0.6, None
    repeated = left.document == right.document and not single(left.families, right.families)
    return (-1.5 if repeated and verdict.gap > 60 else 0.0), None


def _other_extent(left: Context, right: Context) -> float:
    """Log odds against one fact where the two dates extend over different stretches of time.

    A stretch and a day seldom tell of one thing ("between A and B" is a day not known better), nor do two stretches
    that overlap but begin or end far apart.
    """
    stretches = [c for c in (left, right) if c.claim.date and c.claim.date.granularity == "interval"]
    if len(stretches) == 1:
        return 0.0 if stretches[0].between else 1.5
    if len(stretches) == 2:
        (a, b), (c, d) = (s.claim.date.bounds() if s.claim.date else (None, None) for s in stretches)
        if a is not None and b is not None and c is not None and d is not None and a <= d and c <= b:
            return 1.5 if max(abs(a - c), abs(b - d)) > max(b - a, d - c) * OTHER_EXTENT else 0.0
    return 0.0


def _coarse(left: Context, right: Context) -> float:
    """Log odds against one fact of two sources where one date is a mere year: many things are told of a year."""
    years = [c.claim.date is not None and c.claim.date.granularity == "year" for c in (left, right)]
    return 1.0 if left.document != right.document and years[0] != years[1] else 0.0


def _scenes(left: Context, right: Context) -> float:
    """Log odds against one fact where a date hangs on a mere scene: a war, a revolution, a picture."""
    return 1.2 * sum(c.lemma in SCENES or (c.caption and c.claim.date is not None) for c in (left, right))


def _whom(left: Context, right: Context) -> tuple[float, Reason | None]:
    """The same act done to the same person, or to another: an arrest, an election, an expulsion."""
    acted_on = left.families & right.families & families().passive
    patients = [c.frame.objects[0] for c in (left, right) if acted_on and c.frame and c.frame.objects]
    if len(patients) == 2 and sorted((p.entity == "person", _several(p)) for p in patients) == [
        (False, True),
        (True, False),
    ]:
        one, other = (p.head if p.resolved else p.text for p in patients)
        return -4.0, Reason("whom", f"It was done to {one} in one, to {other} in the other.")
    if not acted_on or single(left.families, right.families) or not left.undergoer or not right.undergoer:
        return 0.0, None
    if left.undergoer & right.undergoer or not (left.befallen and right.befallen):
        return (0.3 if left.undergoer & right.undergoer else 0.0), None
    one, other = (" ".join(c.spelled.get(w, w) for w in sorted(c.undergoer)) for c in (left, right))
    return -1.5, Reason("whom", f"It was done to {one} in one, to {other} in the other.")


def _several(patient: Mention) -> bool:
    """A common noun in the plural: its last word is not the singular it is filed under."""
    last = patient.text.split(" of ", 1)[0].rsplit(" ", 1)[-1]
    return last.islower() and last.endswith("s") and last != patient.head


def _posts(left: Context, right: Context) -> tuple[float, Reason | None]:
    """The same person elected, appointed or admitted to two bodies is two events."""
    if left.frame is None or right.frame is None or not left.families & right.families & POSTS:
        return 0.0, None
    one, other = (words(" ".join(m.text for m in f.objects[1:])) for f in (left.frame, right.frame))
    if not one or not other:
        return 0.0, None
    share = len(set(one) & set(other)) / len({*one, *other})
    if share < OTHER_POST:
        return -1.2, Reason("post", "The two posts are told in other words.", round(share, 3))
    return 0.4, None


def _moods(left: Context, right: Context) -> tuple[float, Reason | None]:
    """A plan is no deed, and a denial is no date."""
    a, b = left.frame, right.frame
    if a is None or b is None:
        return 0.0, None
    if a.modality != b.modality and "asserted" in {a.modality, b.modality}:
        return -1.2, Reason("modality", f"One tells what was {a.modality}, the other what was {b.modality}.")
    if a.negated != b.negated:
        return -1.2, Reason("polarity", "One of the two is a negation.")
    return 0.0, None
