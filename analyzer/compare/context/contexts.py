"""What surrounds a claim: the event, the participants, the thing counted and the weighted words of its sentence."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from analyzer.compare.context.ages import as_age
from analyzer.compare.context.counted_kinds import kinds
from analyzer.compare.context.hours import has_hour, hour_of
from analyzer.compare.context.kinship import single
from analyzer.compare.context.life_dates import lives
from analyzer.compare.context.marks import marks, points_back, remainder
from analyzer.compare.context.neighbours import Neighbours
from analyzer.compare.context.occasions import occasion
from analyzer.compare.context.pointing import told_before
from analyzer.compare.context.rarity import WORD, words
from analyzer.compare.context.scenes import SCENES, told_of
from analyzer.compare.context.stems import STOP_WORDS, stem
from analyzer.extract.events.lexicon import families
from analyzer.extract.events.lexicon import words as lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from analyzer.compare.context.life_dates import LifeDate
    from analyzer.compare.context.marks import Mark, Remainder
    from analyzer.compare.context.neighbours import Dating
    from analyzer.compare.context.occasions import Occasion
    from analyzer.compare.context.rarity import Rarity
    from analyzer.model import Claim, Extraction, Frame, Mention, Sentence
    from analyzer.values.dates import UncertainDate

SECTION = "section:"  # marks a word of the section's title, which says nothing between two sentences under it
OWNERS = frozenset({"the", "his", "her", "its", "their", "my", "our", "a", "an"})
NEWS_OF = re.compile(
    r"\b(?:news|report|reports|account|story|anniversary|memory|cause|circumstances|rumou?rs?|notice|intelligence|word|"
    r"scene|manner|question)\s+of\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
ROW_MARKS = (".", ":", "–", "—", "|", "-", ")")  # behind the date of a row
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
OUT_OF = re.compile(r"(?:\s+[\w’'-]+){1,3}?\s+of((?:\s+[\w’'-]+){1,5})")
CLAUSE_WEIGHT = 1.0
SENTENCE_WEIGHT = 0.4  # words of another clause say less about the value
SECTION_WEIGHT = 0.3
NAME_BONUS = 1.4  # a name says more about which event is meant than a common word of the same rarity


@dataclass(frozen=True, slots=True)
class Context:
    """A claim with all that helps to decide which fact it is told of.

    `actors` are stems of the words of subject, objects and places, and of the names in the clause; `features` maps a
    stem to its weight (idf times nearness), scaled to length 1. `document` is an index into the extractions, `index`
    one into all contexts; `spelled` gives the word a stem stands for, as the sentence writes it.
    `remainder` tells a number of "others" ("rest") or "of whom" ("part"); `whole` holds the stems of what a number is
    counted out of ("five members of the first board": first, board). `undergoer` holds the stems of the name of the one
    whom the event befell (the object of "kill", the subject of "die"); empty when nobody is named.
    `befallen` is that person's name as written, empty for a pronoun. `occasion` is the numbered event it dates;
    `figures` are the numbers of its sentence that are too large to be shared by chance; `room` is the clean range
    around the claim that tells no other value of its kind.
    `when` is the date its sentence tells a claim of; `year` the year the narrative has reached, if need be earlier;
    `dating` says how surely. `marks` are what the words right around it say; `sums` what it adds up to with another
    count of its sentence, `beside` those told in it of the same unit or of none.
    """

    index: int
    document: int
    claim: Claim
    families: frozenset[str]
    lemma: str
    actors: frozenset[str]
    ordinals: frozenset[str]
    counted: frozenset[str]
    names: frozenset[str]
    frame: Frame | None
    clause: tuple[int, int]
    remainder: Remainder
    whole: frozenset[str]
    between: bool
    definite: bool
    caption: bool
    undergoer: frozenset[str]
    befallen: str
    occasion: Occasion | None
    figures: frozenset[float]
    room: tuple[int, int]
    when: UncertainDate | None
    year: int | None
    dating: Dating
    marks: frozenset[Mark]
    sums: frozenset[float]
    beside: frozenset[float]
    features: Mapping[str, float] = field(repr=False)
    spelled: Mapping[str, str] = field(repr=False)


def contexts(extractions: Sequence[Extraction], rare: Rarity) -> tuple[Context, ...]:
    """One context for each claim of all documents, in order of document and position."""
    found: list[Context] = []
    for number, extraction in enumerate(extractions):
        by_sentence = _words_by_sentence(extraction)
        persons = lives(extraction)
        values = Neighbours(extraction)
        for claim in (
            as_age(c, extraction) for c in extraction.claims if c.sentence >= 0
        ):  # a heading's date is no statement
            whole = _context(len(found), number, told_of(claim, extraction), extraction, by_sentence, rare)
            whole = replace(
                whole,
                when=values.when(claim),
                year=values.year(claim),
                dating=values.dating(claim),
                figures=values.figures(claim),
                sums=values.sums(claim),
                beside=values.beside(claim),
                ordinals=whole.ordinals or (frozenset() if _told_of_somebody(whole.frame) else values.opening(claim)),
                room=values.room(claim),
            )
            life = persons.get(claim.start, ())
            found.extend(_life(whole, end, n) for n, end in enumerate(life))
            found.extend(() if life else (whole,))
            if has_hour(whole.claim) and not life:
                found.append(replace(whole, index=len(found), claim=hour_of(whole.claim)))
    return tuple(found)


def _told_of_somebody(frame: Frame | None) -> bool:
    """Whether a predicate has a subject or an object, whose ordinals are its own; a row of a list has none."""
    return frame is not None and bool(frame.subject or frame.objects)


def _life(whole: Context, end: LifeDate, number: int) -> Context:
    """The context of a birth or a death told as life dates in brackets."""
    named = words(end.person)
    return replace(
        whole,
        index=whole.index + number,
        claim=end.claim,
        families=frozenset({end.family}),
        lemma=end.family,
        actors=frozenset(named),
        undergoer=frozenset(named),
        befallen=end.person,
        frame=None,
    )


def _words_by_sentence(extraction: Extraction) -> dict[int, list[tuple[int, str, bool]]]:
    """For each sentence its content words: clean offset, stem, and whether it is written like a name."""
    found: dict[int, list[tuple[int, str, bool]]] = {}
    taken = {i for claim in extraction.claims if claim.kind not in _NAMED for i in range(claim.start, claim.end)}
    for sentence in extraction.document.sentences:
        found[sentence.index] = [w for w in _located(extraction, sentence) if w[0] not in taken]
    return found


_NAMED = frozenset({"name", "place", "role"})


def _located(extraction: Extraction, sentence: Sentence) -> Iterable[tuple[int, str, bool]]:
    text = extraction.document.text(sentence)
    last: tuple[int, str, bool] | None = None
    for match in WORD.finditer(text):
        word = match.group().lower().replace("’", "'").removesuffix("'s")
        if len(word) > 1 and word not in STOP_WORDS:
            here = (sentence.start + match.start(), stem(word), match.group()[0].isupper() and match.start() > 0)
            yield here
            if last and (last[2] or here[2]):
                yield here[0], f"{last[1]} {here[1]}", False
            last = here


def _context(
    index: int,
    number: int,
    claim: Claim,
    extraction: Extraction,
    by_sentence: Mapping[int, list[tuple[int, str, bool]]],
    rare: Rarity,
) -> Context:
    frames = [extraction.frames[i] for i in claim.frames]
    frame = frames[0] if frames else None
    sentence = extraction.document.sentences[claim.sentence]
    located = by_sentence.get(claim.sentence, [])
    if frame and _in_title(frame, extraction.document.source.text, sentence.start):
        frame = None
    clause = frame.clause if frame else (sentence.start, sentence.end)
    told = clause
    if pointed := told_before(frame, claim, extraction):
        frame, told, located = pointed, pointed.clause, [*by_sentence.get(pointed.sentence, ()), *located]
    befallen = _befallen(frame)
    section = extraction.document.sections[sentence.section].path[-1:]
    return Context(
        index=index,
        document=number,
        claim=claim,
        families=_families(frame, extraction.document.source.text, sentence.start),
        lemma=frame.lemma if frame else "",
        actors=frozenset(_actor_words(frame, located, told)),
        ordinals=frozenset(frame.ordinals) if frame else frozenset(),
        counted=kinds(words(claim.counted)),
        names=frozenset(word for _, word, name in located if name),
        frame=frame,
        clause=clause,
        between=bool(BETWEEN.search(extraction.document.source.text, max(0, claim.start - 12), claim.start)),
        caption=extraction.document.passages[sentence.passage].kind == "caption",
        definite=points_back(extraction.document.source.text, claim),
        whole=frozenset(_whole(extraction.document.source.text, claim.end)) if claim.quantity else frozenset(),
        remainder=remainder(extraction.document.source.text, claim),
        undergoer=_undergoer(befallen, number),
        befallen=_name(befallen) if befallen and _bears_name(befallen) else "",
        occasion=occasion(extraction.document.source.text, claim),
        figures=frozenset(),
        room=clause,
        when=None,
        year=None,
        dating="",
        marks=marks(extraction.document.source.text, claim),
        sums=frozenset(),
        beside=frozenset(),
        features=_features(located, told, words(" ".join(section)), frame, rare),
        spelled=_spelled(extraction.document.source.text, located),
    )


def _whole(text: str, end: int) -> Iterable[str]:
    """Content words right after "... of", up to the first small word that follows one."""
    found = OUT_OF.match(text, end)
    begun = False
    for word in found.group(1).split() if found else ():
        content = words(word)
        if begun and not content:
            return
        begun = begun or bool(content)
        yield from content


def _families(frame: Frame | None, text: str, start: int) -> frozenset[str]:
    """The event family of a frame.

    None for a single act only told of ("the news of his death"), nor for a war or revolution that is only the scene.
    """
    if frame is None or not frame.family or frame.lemma in SCENES:
        return frozenset()
    named = frozenset({frame.family})
    told_of = NEWS_OF.search(text, max(start, frame.trigger[0] - 60), frame.trigger[0]) is not None
    return frozenset() if told_of and single(named, named) else named


def _in_title(frame: Frame, text: str, start: int) -> bool:
    """A single act written with a capital inside a sentence stands in a title: "Before I Die" (1951).

    Not one that opens a row behind its date: "3 May. Death of the founder".
    """
    named = frozenset({frame.family})
    opens = text[start : frame.trigger[0]].rstrip(" “\"'").endswith(ROW_MARKS)
    return frame.trigger[0] > start and not opens and text[frame.trigger[0]].isupper() and single(named, named)


def _actor_words(
    frame: Frame | None, located: Sequence[tuple[int, str, bool]], clause: tuple[int, int]
) -> Iterable[str]:
    """Participants as the frame has them, and every name of the clause, in case the parse missed one."""
    if frame:
        yield from _participants(frame)
        if frame.subject is None and not frame.objects:  # "the trade union debate" names what it is about
            yield from words(" ".join(sorted(frame.terms - {frame.lemma})))
    yield from (word for offset, word, name in located if name and clause[0] <= offset < clause[1])


def _participants(frame: Frame) -> Iterable[str]:
    for mention in mentions(frame):
        if mention.key != "speaker":  # the narrators of two sources are two people
            yield from words(f"{mention.key} {mention.text}")


def _befallen(frame: Frame | None) -> Mention | None:
    """The one by name whom the event befell: whom they killed, who died; none for "the master" or an unnamed thing."""
    if frame is None:
        return None
    acted_on = frame.family in families().passive
    subject = (frame.subject,) if frame.subject and not _killer(frame) else ()
    concerned: tuple[Mention, ...] = (*frame.objects, *subject) if acted_on else (*subject, *frame.objects)
    found = concerned[0] if concerned else None
    if found is None or not (found.resolved or _named(found)):
        return None
    return None if _by_office(found) else found


def _bears_name(mention: Mention) -> bool:
    """Whether a person's name stands in the text; "Eleven wives" begins with a capital and is none."""
    return not mention.resolved and mention.entity == "person" and mention.head[:1].isupper()


def _killer(frame: Frame) -> bool:
    """Whether the subject did the deed, to somebody left unnamed: "he shot twice", not "he went to the gallows"."""
    return frame.family == "kill" and " " not in frame.lemma


def _named(mention: Mention) -> bool:
    """Whether a name stands in the words for somebody; "Her dog" and "daughter of a smith of Ulm" give none."""
    words_of = _name(mention).split(" of ")[0].split()
    return any(word[:1].isupper() and word.lower() not in OWNERS for word in words_of)


def _by_office(mention: Mention) -> bool:
    """Whether somebody goes by an office, a calling or a kinship alone: "the Emperor", "a man", "Her father"."""
    persons = lexicon("roles", "nouns") | lexicon("persons", "nouns")
    offices = persons | lexicon("titles", "male") | lexicon("titles", "female")
    kin = frozenset().union(*(lexicon("relations", part) for part in ("male", "female", "either")))
    said = mention.key if mention.resolved else _name(mention)
    own = [word.lower() for word in said.split() if word.lower() not in OWNERS]
    return len(own) == 1 and own[0] in offices | kin


def _name(mention: Mention) -> str:
    """Its words, or the name beside them: "the engineer Thomas Pell" is mentioned as "engineer" with the head Pell."""
    return mention.text if any(word[:1].isupper() for word in mention.text.split()) else mention.head


def _undergoer(befallen: Mention | None, document: int) -> frozenset[str]:
    """The stems of a name, or one key for a relative of somebody; each source's narrator is somebody else."""
    if befallen is None:
        return frozenset()
    if befallen.key.split(" of ")[-1] == "speaker":
        return frozenset({f"{befallen.key.replace('speaker', 'narrator')} {document + 1}"})
    if " of " in befallen.key:  # a relative of somebody is not somebody
        return frozenset({befallen.key})
    return frozenset(words(befallen.key))


def mentions(frame: Frame) -> tuple[Mention, ...]:
    """Subject, objects and places of a frame, in this order."""
    return ((frame.subject,) if frame.subject else ()) + frame.objects + frame.places


def _spelled(text: str, located: Sequence[tuple[int, str, bool]]) -> dict[str, str]:
    """The word of the text for each stem; the first where a stem stands for several."""
    found: dict[str, str] = {}
    for offset, word, _ in located:
        match = WORD.match(text, offset)
        if match and " " not in word:
            found.setdefault(word, match.group().removesuffix("’s").removesuffix("'s"))
    return found


def _features(
    located: Sequence[tuple[int, str, bool]],
    clause: tuple[int, int],
    section: Sequence[str],
    frame: Frame | None,
    rare: Rarity,
) -> dict[str, float]:
    weights: dict[str, float] = {}
    for word in section:
        weights[SECTION + word] = SECTION_WEIGHT * rare.of(word)
    for offset, word, name in located:
        near = CLAUSE_WEIGHT if clause[0] <= offset < clause[1] else SENTENCE_WEIGHT
        weights[word] = max(weights.get(word, 0.0), near * rare.of(word) * (NAME_BONUS if name else 1.0))
    if frame:
        for word in _participants(frame):  # a pronoun resolved to its name counts as if the name stood there
            weights[word] = max(weights.get(word, 0.0), CLAUSE_WEIGHT * rare.of(word))
        if frame.family:
            weights[f"family:{frame.family}"] = 2.0
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {word: round(weights[word] / length, 9) for word in sorted(weights)}


def protagonist(found: Sequence[Context]) -> frozenset[str]:
    """The stem of the name that most claims are told of, in at least half of the documents; empty without one."""
    told: dict[str, Counter[int]] = {}
    for context in found:
        for word in context.undergoer & context.actors:
            told.setdefault(word, Counter())[context.document] += 1
    half = len({context.document for context in found}) / 2
    common = [word for word, documents in told.items() if len(documents) >= half]
    return frozenset(sorted(common, key=lambda w: (-told[w].total(), w))[:1])
