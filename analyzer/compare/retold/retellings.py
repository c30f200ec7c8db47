"""Where one source tells a value again in other words: "ninety feet long", and later "that eighty-foot barn".

Most like values of a source are of different things. Two signs say that a value was told before: words that point back
("those four hours on the pier"), and a line of a fact box, which sums up what the text tells. What the value is of,
in its own phrase, then has to stand beside one other value of the kind, in words that the source hardly uses elsewhere.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.compare.candidates import COMPARED
from analyzer.compare.context.ages import is_age
from analyzer.compare.context.contexts import mentions
from analyzer.compare.context.marks import REMAINDER
from analyzer.compare.context.rarity import WORD, words
from analyzer.compare.gate.bars import bar
from analyzer.compare.gate.qualified import LABEL, converted
from analyzer.compare.gate.same_event import EventMatch
from analyzer.compare.verdicts import judge
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import Extraction, Sentence

POINTS_BACK = re.compile(
    r"\b(?:the|that|this|those|these|his|her|its|their|our|my|whose)\s+(?:full |whole |entire |same |said |long )?$",
    re.IGNORECASE,
)
PHRASE = re.compile(r"[^.,;:!?()\[\]\"“”\n]{0,80}")
LEFT_OVER = re.compile(r"\s+(?:\w+\s+)?(?:remaining|left)\b")
YEARLY = re.compile(
    r"\b(?:anniversar|centenar|birthday|annual|yearly|every year|years? later|to the day)", re.IGNORECASE
)
PRONOUNS = frozenset("it its they their there this these he she his her".split())
FEW = 12  # counts up to a dozen are made of everything
TWICE = 1.05  # ratio of two values less 1 up to which one may be a slip of the other
LENT = 0.6  # weight of a word that the sentence before lends a pronoun
LEAST = 1.2  # rarity (log of sentences per use) of what ties a value that points back to the other
LEAST_IN_BOX = 3.0  # the same for a line of a fact box, which nothing points back from
ONLY_TWO = 3.0  # the same that lies in counting what else is not counted
NEAR = 0.3  # ratio of two values less 1 up to which they may count the same things without another word in common
MARGIN = 0.3  # by which the tie to the next best value has to be weaker
PROBABILITY = 0.8


@dataclass(frozen=True, slots=True)
class Telling:
    """A value with the words that say what it is of, by rarity, and all its sentence tells it with."""

    context: Context
    phrase: frozenset[str]
    around: Mapping[str, float]
    boxed: bool
    back: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """Another value of the kind, with the verdict on the two, and the rarity of the words that tie them."""

    other: Telling
    verdict: Verdict
    weight: float
    shared: frozenset[str]


def retellings(
    extractions: Sequence[Extraction], found: Sequence[Context], calendars: CalendarEvidence
) -> Iterator[EventMatch]:
    """One match for each value that a source tells again with another value, in order."""
    for number, extraction in enumerate(extractions):
        uses = _uses(extraction)
        told = [c for c in found if c.document == number]
        own = [_telling(c, extraction, uses) for c in told if _measures(c, extraction)]
        again = [m for t in own if t.boxed or t.back for m in _told_before(t, own, calendars)]
        yield from _closest((*again, *_other_years(told, extraction, calendars)))


def _closest(matches: Iterable[EventMatch]) -> Iterator[EventMatch]:
    """Each value in one match at most: the one whose values lie closest."""
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.verdict.gap, m.left.index, m.right.index)):
        pair = {match.left.index, match.right.index}
        if not pair & taken:
            taken |= pair
            yield match


def _other_years(own: Sequence[Context], extraction: Extraction, calendars: CalendarEvidence) -> Iterator[EventMatch]:
    """Acts of one kind that a source dates to one day of two years: a slip, as things hardly happen on one day twice.

    A third date of the day and kind tells of something that does, and so does an anniversary.
    """
    text, sentences = extraction.document.source.text, extraction.document.sentences
    days: defaultdict[tuple[int, int, str], list[Context]] = defaultdict(list)
    for context in own:
        date, sentence = context.claim.date, sentences[context.claim.sentence]
        if date is None or date.first is None or date.granularity != "day" or date.inferred or "/" in date.edtf:
            continue
        for family in () if YEARLY.search(text, sentence.start, sentence.end) else sorted(context.families):
            days[date.first.month, date.first.day, family].append(context)
    for told in days.values():
        verdict = judge(told[0].claim, told[1].claim, calendars) if len(told) == 2 else None
        if verdict is None or verdict.agrees or told[0].claim.sentence == told[1].claim.sentence:
            continue
        left, right = told
        others = left.undergoer and right.undergoer and not left.undergoer & right.undergoer
        if not others and not bar(left, right, verdict, restated=True):
            reason = Reason("retold", "The source dates acts of one kind to the same day of two years.")
            yield EventMatch(left, right, verdict, PROBABILITY, None, (reason,), "", restated=True)


def _measures(context: Context, extraction: Extraction) -> bool:
    """A duration, a measure, or a count too large to be made of everything; no part and no age."""
    claim, text = context.claim, extraction.document.source.text
    part = context.remainder or REMAINDER.match(text, claim.end) or LEFT_OVER.match(text, claim.end)
    if part or is_age(claim) or converted(context, text):
        return False
    if claim.duration:
        return "X" not in claim.value and claim.duration.low > 0
    quantity = claim.quantity
    if quantity is None or quantity.form not in {"cardinal", "measure", "money"}:
        return False
    return bool(quantity.unit) or quantity.low > FEW


def _uses(extraction: Extraction) -> Mapping[str, float]:
    """How rare each stem is in the document: log of its sentences per use, at least two uses."""
    document = extraction.document
    counts: Counter[str] = Counter()
    for sentence in document.sentences:
        counts.update(set(words(document.text(sentence))))
    return {word: math.log(max(1.0, len(document.sentences) / max(2, n))) for word, n in counts.items()}


def _telling(context: Context, extraction: Extraction, uses: Mapping[str, float]) -> Telling:
    document, claim = extraction.document, context.claim
    sentence, text = document.sentences[claim.sentence], document.source.text
    label = LABEL.match(text, sentence.start, sentence.end)
    boxed = label is not None and label.end() <= claim.start + 1
    back = not text[claim.start :].lower().startswith("the ") and bool(
        POINTS_BACK.search(text, max(sentence.start, claim.start - 16), claim.start)
    )
    values = [(c.start, c.end) for c in extraction.claims if c.sentence == claim.sentence and c.kind in COMPARED]
    around = {w: uses.get(w, 0.0) for w in _stems(text, sentence, values)}
    if context.frame:
        for mention in mentions(context.frame):
            for word in words(mention.key if mention.resolved else ""):
                around.setdefault(word, LENT * uses.get(word, 0.0))
    opening = WORD.search(text, sentence.start, sentence.end)
    if opening and opening.group().lower() in PRONOUNS and claim.sentence:
        before = document.sentences[claim.sentence - 1]
        if before.section == sentence.section:
            for word in words(document.text(before)):
                around.setdefault(word, LENT * uses.get(word, 0.0))
    phrase = PHRASE.match(text, claim.end, sentence.end)
    told = around.keys() if boxed else words(phrase.group() if phrase else "")
    return Telling(context, frozenset(told), around, boxed, back)


def _stems(text: str, sentence: Sentence, values: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Stems of a sentence's words, without those of its values."""
    ranges = list(values)
    for match in WORD.finditer(text, sentence.start, sentence.end):
        if not any(a <= match.start() < b for a, b in ranges):
            yield from words(match.group())


def _told_before(telling: Telling, own: Sequence[Telling], calendars: CalendarEvidence) -> Iterator[EventMatch]:
    """The one other telling that the value's phrase is tied to; none where one says the same, or two are as near."""
    ranked = sorted(_ties(telling, own, calendars), key=lambda t: -t.weight)
    if not ranked or any(tie.verdict.agrees for tie in ranked):
        return
    best = ranked[0]
    least = LEAST if telling.back else LEAST_IN_BOX
    rivals = [t for t in ranked[1:] if t.weight > best.weight - MARGIN and t.verdict.gap <= best.verdict.gap]
    left, right = sorted((telling.context, best.other.context), key=lambda c: c.index)
    one, other = (_presumed(c) if telling.back and c is telling.context else c for c in (left, right))
    if best.weight < least or rivals or bar(one, other, best.verdict, restated=True):
        return
    spelled = {**best.other.context.spelled, **telling.context.spelled}
    named = ", ".join(sorted({spelled[w] for w in best.shared if w in spelled}))
    sign = "points back to what the source has told" if telling.back else "sums up what the text tells"
    common = f"both speak of {named}" if named else f"only these two count {telling.context.claim.counted}"
    reason = Reason("retold", f"One of the two {sign}, and {common}.")
    yield EventMatch(left, right, best.verdict, PROBABILITY, None, (reason,), "", restated=True)


def _presumed(context: Context) -> Context:
    """What points back holds whatever is said of it: to forget those days does not undo them."""
    frame = context.frame
    return replace(context, frame=replace(frame, negated=False, modality="asserted")) if frame else context


def _only_two(left: Context, right: Context, own: Iterable[Telling]) -> bool:
    """The two numbers are near each other and the only ones of the source to count that kind of thing."""
    things = (left.counted & right.counted) - {"person"}
    counts = [t.context for t in own if t.context.counted & things]
    return bool(things) and len(counts) == 2 and _ratio(left, right) <= NEAR


def _ties(telling: Telling, own: Sequence[Telling], calendars: CalendarEvidence) -> Iterator[Tie]:
    """What ties a value to the others of its kind, by the words of its phrase that they are told with."""
    for other in own:
        if other.context.claim.sentence == telling.context.claim.sentence or (telling.boxed and other.boxed):
            continue
        shared = telling.phrase & other.around.keys()
        weight = math.fsum(min(telling.around.get(w, 0.0), other.around[w]) for w in sorted(shared))
        weight += ONLY_TWO if telling.boxed and _only_two(telling.context, other.context, own) else 0.0
        verdict = _comparable(telling.context, other.context, calendars) if weight else None
        if verdict is not None:
            yield Tie(other, verdict, weight, frozenset(shared))


def _comparable(left: Context, right: Context, calendars: CalendarEvidence) -> Verdict | None:
    """The verdict on two values of one kind and size; None for those of other kinds of thing."""
    if left.claim.kind != right.claim.kind:
        return None
    a, b = left.claim.quantity, right.claim.quantity
    if a and b and (a.unit != b.unit or (not a.unit and not left.counted & right.counted)):
        return None
    first, second = (left, right) if left.index < right.index else (right, left)
    verdict = judge(first.claim, second.claim, calendars)
    if verdict is None or verdict.agrees:
        return verdict
    return verdict if _ratio(left, right) <= TWICE else None


def _ratio(left: Context, right: Context) -> float:
    """How many times one value is the other, less 1."""
    low, high = sorted(_size(c) for c in (left, right))
    return high / low - 1 if low > 0 else math.inf


def _size(context: Context) -> float:
    from analyzer.values.durations import days_of

    claim = context.claim
    if claim.duration:
        return sum(days_of(claim.duration)) / 2
    return abs(claim.quantity.low) if claim.quantity else 0.0
