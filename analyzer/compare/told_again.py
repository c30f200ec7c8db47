"""Where one source tells a value again far from the first telling, with another value.

Text and summary, early and late chapter: a pair of values is judged against its rivals. The words around a value that
is told again tie it to one other value of the document far more closely than anything else is tied to either of them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.compare.candidates import COMPARED
from analyzer.compare.context.contexts import mentions
from analyzer.compare.context.rarity import WORD, words
from analyzer.compare.gate.bars import bar
from analyzer.compare.gate.odds import probability
from analyzer.compare.gate.same_event import EventMatch
from analyzer.compare.verdicts import judge
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import Gate
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import Extraction

    Words = Mapping[str, float]

# Log odds, fitted on the differing pairs of values within each document of fifteen annotated collections.
PRIOR = -1.8
TIE, LEAD = 0.12, 0.4  # for each unit of rarity that two values share, and that they are ahead of their rivals
SAME_ACT, OTHER_ACT, SAME_THING = 1.1, -0.9, 0.2
FAR_APART, AT_AN_END = 1.6, 1.0  # for the whole length of the document between the two; one opens or closes it
MEANING = 0.3  # for each standard deviation by which the sentences are more alike than usual
DOUBLE, CLOSE, SMALL = -2.0, 1.2, -1.5  # one value is twice the other or more; both nearly equal; counts of a few
OTHER_YEAR, OTHER_HOUR = -0.7, -1.2
HINT, SLIP = 0.4, 1.5
CROWD = -0.8  # for each e-fold of the values of the kind in the document
WEIGHED = {
    "slips": 0.9,
    "nearness": 1.2,
    "ordinals": 0.35,
    "others": 0.2,
    "extent": 2.0,
}  # factors of the gate's own evidence
MOST_BY_VALUES = HINT + CLOSE + SLIP
LEAST = 0.7  # log odds from which a pair stands
SURER = 0.5  # added by hand to the log odds told to the reader
SPARED = 3.0  # log odds below that, from which the gate's own evidence is not even looked at
MOST_TIE, MOST_LEAD = 12.0, 6.0
MOST_SHARED = 60  # values a word may stand beside and still tell them apart
BESIDE = 2  # sentences within which words are shared for being on one theme
BESIDE_WEIGHT = 0.7
FADING = 4  # content words between a word and the value by which it says less of it
EDGE = 0.1  # share of a document that opens or closes it
FEW, LARGE = 12, 100


@dataclass(frozen=True, slots=True)
class Surrounding:
    """A value with the words that its sentence tells it with, and with those of the sentence before, by rarity."""

    context: Context
    near: Words
    far: Words


def told_again(
    extractions: Sequence[Extraction], found: Sequence[Context], gate: Gate, calendars: CalendarEvidence
) -> Iterator[EventMatch]:
    """The pairs of differing values of one source that stand out, likeliest first; each value in one pair at most."""
    for number, extraction in enumerate(extractions):
        told = [c for c in found if c.document == number and c.claim.kind in COMPARED]
        rare = _rarity(extraction)
        own = [_surrounding(c, extraction, rare) for c in told]
        yield from _standing_out(own, len(extraction.document.sentences), gate, calendars)


def _rarity(extraction: Extraction) -> Words:
    """How rare each stem is in the document: log of its sentences per use."""
    document = extraction.document
    counts: Counter[str] = Counter()
    for sentence in document.sentences:
        counts.update(set(words(document.text(sentence))))
    return {w: math.log(max(1.0, (len(document.sentences) + 1) / max(1.5, n))) for w, n in counts.items()}


def _surrounding(context: Context, extraction: Extraction, rare: Words) -> Surrounding:
    document, claim = extraction.document, context.claim
    sentence, text = document.sentences[claim.sentence], document.source.text
    values = [(c.start, c.end) for c in extraction.claims if c.sentence == claim.sentence and c.kind in COMPARED]
    told = [
        (match.start(), stem)
        for match in WORD.finditer(text, sentence.start, sentence.end)
        if not any(a <= match.start() < b for a, b in values)
        for stem in words(match.group())
    ]
    near: dict[str, float] = {}
    for side in ([t for t in told if t[0] < claim.start][::-1], [t for t in told if t[0] >= claim.end]):
        for n, (start, stem) in enumerate(side):
            inside = context.clause[0] <= start < context.clause[1]
            weight = 0.35 + (0.65 if inside else 0.3) * math.exp(-n / FADING)
            near[stem] = max(near.get(stem, 0.0), weight)
    for mention in mentions(context.frame) if context.frame else ():
        for stem in words(mention.key if mention.resolved else ""):
            near.setdefault(stem, 0.6)
    before: dict[str, float] = {}
    if claim.sentence and document.sentences[claim.sentence - 1].section == sentence.section:
        lent = 0.45 if len(told) < 5 else 0.25
        before = dict.fromkeys(words(document.text(document.sentences[claim.sentence - 1])), lent)
    return Surrounding(context, _weighted(near, rare), _weighted({**before, **near}, rare))


def _weighted(told: Words, rare: Words) -> Words:
    return {stem: weight * rare[stem] for stem, weight in told.items() if rare.get(stem)}


def _ties(own: Sequence[Surrounding]) -> Mapping[int, Mapping[int, float]]:
    """For each value (by its place in `own`) the others of its kind and unit in other sentences that share words."""
    by_word: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for n, value in enumerate(own):
        quantity = value.context.claim.quantity
        for stem in value.far:
            by_word[stem, value.context.claim.kind, quantity.unit if quantity else ""].append(n)
    ties: dict[int, dict[int, float]] = {n: {} for n in range(len(own))}
    for members in by_word.values():
        for i, j in combinations(members, 2) if len(members) <= MOST_SHARED else ():
            if j not in ties[i] and own[i].context.claim.sentence != own[j].context.claim.sentence:
                ties[i][j] = ties[j][i] = _tie(own[i], own[j])
    return ties


def _tie(left: Surrounding, right: Surrounding) -> float:
    """The rarity of the words in common, as near to both values as to the farther one."""
    beside = _beside(left.context, right.context)
    one, other = (left.near, right.near) if beside else (left.far, right.far)
    return math.fsum(min(one[w], other[w]) for w in sorted(one.keys() & other.keys())) * (
        BESIDE_WEIGHT if beside else 1
    )


def _beside(left: Context, right: Context) -> bool:
    return abs(left.claim.sentence - right.claim.sentence) <= BESIDE


def _standing_out(
    own: Sequence[Surrounding], length: int, gate: Gate, calendars: CalendarEvidence
) -> Iterator[EventMatch]:
    ties = _ties(own)
    kinds = Counter(value.context.claim.kind for value in own)
    ranked = []
    for i, tied in ties.items():
        for j, tie in tied.items():
            left, right = own[i].context, own[j].context
            if i > j or not tie or _beside(left, right):  # neighbours tell two things in like words
                continue
            lead = tie - max(_closest_rival(ties, own, i, j), _closest_rival(ties, own, j, i))
            odds = TIE * min(MOST_TIE, tie) + LEAD * max(-MOST_LEAD, min(MOST_LEAD, lead))
            odds += CROWD * math.log(kinds[left.claim.kind]) + _place(left, right, length) + _kinship(left, right)
            odds += MEANING * gate.meaning.likeness(left, right) + PRIOR
            verdict = judge(left.claim, right.claim, calendars) if odds + MOST_BY_VALUES >= LEAST - SPARED else None
            if verdict is None or verdict.agrees:
                continue
            odds += _values(left, right, verdict)
            if odds < LEAST - SPARED or bar(left, right, verdict) or gate.own.bar(left, right, verdict):
                continue
            evidence = gate.evidence(left, right, verdict, None, 0.0)
            odds += math.fsum(factor * evidence[name][0] for name, factor in WEIGHED.items())
            if odds >= LEAST:
                ranked.append((-odds, i, j, verdict))
    taken: set[int] = set()
    for odds, i, j, verdict in sorted(ranked, key=lambda r: r[:3]):
        if not taken & {i, j}:
            taken |= {i, j}
            yield _match(own[i], own[j], verdict, -odds)


def _closest_rival(ties: Mapping[int, Mapping[int, float]], own: Sequence[Surrounding], i: int, j: int) -> float:
    """The closest tie of value `i` to one that does not stand in the sentence of `j`."""
    there = own[j].context.claim.sentence
    return max((tie for k, tie in ties[i].items() if own[k].context.claim.sentence != there), default=0.0)


def _place(left: Context, right: Context, length: int) -> float:
    """Log odds for where the two stand: what opens or closes a text sums up what lies far from it."""
    first, last = left.claim.sentence / length, right.claim.sentence / length
    return FAR_APART * abs(last - first) + (
        AT_AN_END if min(first, last) < EDGE or max(first, last) > 1 - EDGE else 0.0
    )


def _kinship(left: Context, right: Context) -> float:
    """Log odds for the acts and things that the two are told of."""
    act = SAME_ACT if left.families & right.families else OTHER_ACT if left.families and right.families else 0.0
    return act + (SAME_THING if left.counted & right.counted else 0.0)


def _values(left: Context, right: Context, verdict: Verdict) -> float:
    """Log odds for how far the two values lie apart, and whether one is a slip of the pen for the other."""
    odds = HINT if verdict.hint else 0.0
    if left.claim.date:
        return odds + (OTHER_YEAR if verdict.gap > 366 else 0.0)
    if left.claim.time:
        return odds + (OTHER_HOUR if verdict.gap > 90 else 0.0)
    low, high = sorted(_size(c) for c in (left, right))
    odds += DOUBLE if high > 2.05 * low else CLOSE if high < 1.3 * low else 0.0
    if left.claim.quantity and not left.claim.quantity.unit and high <= FEW:
        odds += SMALL
    return odds + (SLIP if left.claim.quantity and high >= LARGE and _miswritten(low, high) else 0.0)


def _size(context: Context) -> float:
    from analyzer.values.durations import days_of

    claim = context.claim
    if claim.duration:
        return sum(days_of(claim.duration)) / 2
    return abs(claim.quantity.low) if claim.quantity else 0.0


def _miswritten(low: float, high: float) -> bool:
    """One digit is another, or two have changed places."""
    one, other = str(int(low)), str(int(high))
    unlike = [n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(one) == len(other) and (
        len(unlike) == 1 or (len(unlike) == 2 and [one[n] for n in unlike] == [other[n] for n in reversed(unlike)])
    )


def _match(left: Surrounding, right: Surrounding, verdict: Verdict, odds: float) -> EventMatch:
    shared = sorted(left.near.keys() & right.near.keys(), key=lambda w: (-min(left.near[w], right.near[w]), w))[:4]
    spelled = {**right.context.spelled, **left.context.spelled}
    named = ", ".join(spelled[w] for w in shared if w in spelled)
    told = f"Of all values of the source these two are told most alike: both speak of {named}."
    reason = Reason("stands_out", told if named else "Of all values of the source these two are told most alike.")
    return EventMatch(
        left.context, right.context, verdict, probability(odds + SURER), None, (reason,), "", restated=True
    )
