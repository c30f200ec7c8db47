"""Whether one source says a sentence again, as a whole or inside a longer one, with only the value changed."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from analyzer.align.words import FUNCTION_WORDS, HIDDEN, MONTHS
from analyzer.compare.context.rarity import words as stems
from analyzer.compare.context.stems import stem
from analyzer.compare.gate.opposites import NEGATIONS, opposites

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.words import Token, Words
    from analyzer.compare.context.contexts import Context

KEPT = 0.8  # share of the shorter sentence's content words that the other has in the same order
LEAST = 3  # content words kept; of what happens once or holds for life one fewer will do
PUT_IN = 2  # content words that the longer sentence has put between those kept
CONVERSION = re.compile(r"\s*\([^()]{0,20}\d[^()]{0,40}\)")
SLOT = "\0"  # stands for the value in both
# Acts that mostly befall a thing once; others are told with the same words whenever they happen again.
ONCE = frozenset("found form end build launch publish release destroy discover invent die kill born".split())
# Who belongs to a person for life: how many there are does not depend on the year that the story has reached.
KIN = frozenset(map(stem, "son daughter child children brother sister sibling grandchild grandchildren".split()))
PRONOUNS = frozenset("i he she it we you they his her its our your their him them this that these those".split())
# Words that say which of several like values is meant.
STAGES = frozenset(
    "initial initially original originally former formerly previous previously current currently later latest early "
    "earlier final finally new old average total maximum minimum peak additional another other others more less fewer "
    "further half remaining combined next following same separate different".split()
)

WHICH = STAGES - {"total", "new", "old", "more", "less", "fewer", "other", "others", "half"}
NEAR = 5  # words before a value, other values aside, in which it is said which one is meant


def restated(left: Context, right: Context, words: Sequence[Words]) -> bool:
    """Whether the two sentences are one statement made twice, but for the values of the two claims.

    `words` are those of all documents. Only sentences of one source count: another source may copy a sentence and
    tell it of something else.
    """
    if left.document != right.document or left.claim.sentence == right.claim.sentence or _another_time(left, right):
        return False
    if len(left.features.keys() & right.features.keys()) < LEAST - 1:  # most pairs: not worth an alignment
        return False
    own = words[left.document]
    one, other = (own.sentence(c.claim.sentence) for c in (left, right))
    sides = (left, one), (right, other)
    (short, a), (long, b) = sides if _content(one) <= _content(other) else sides[::-1]
    slots = _slot(short, a, own.document.source.text), _slot(long, b, own.document.source.text)
    return _subject_told(short, long) and _contains(short, a, long, b, slots)


def other_stage(left: Context, right: Context, words: Sequence[Words]) -> str:
    """Why two values of one source are told of two stages of a thing, in words: an initial peak is not the peak."""
    if left.document != right.document or left.claim.date or left.claim.time:
        return ""
    own = words[left.document]
    one, other = (_stages(c, own.sentence(c.claim.sentence)) for c in (left, right))
    return f"Only one of the two is said to be {min(one ^ other)}." if one != other else ""


def _stages(context: Context, tokens: Sequence[Token]) -> frozenset[str]:
    """What the few words before a value say of which one is meant."""
    before = [t.form for t in tokens if t.end <= context.claim.start and t.blind != HIDDEN][-NEAR:]
    return WHICH.intersection(before)


def _another_time(left: Context, right: Context) -> bool:
    """What happens again and again, or is told of another year, is no statement made twice."""
    if left.claim.date or left.claim.time:
        return not left.families & right.families & ONCE
    if left.counted & right.counted & KIN:
        return False
    years = {c.when.first.year if c.when and c.when.first else c.year for c in (left, right)} - {None}
    return len(years) > 1


def _content(tokens: Sequence[Token]) -> int:
    return sum(token.form not in FUNCTION_WORDS for token in tokens)


def _subject_told(short: Context, long: Context) -> bool:
    """What a pronoun stands for is the same in both; a name or noun is looked for among the words kept."""
    a, b = (c.frame.subject if c.frame else None for c in (short, long))
    if a is None or b is None:
        return a is b
    if a.text.lower() in PRONOUNS or b.text.lower() in PRONOUNS:
        return bool(set(stems(a.key)) & set(stems(b.key)))
    return True


def _contains(
    short: Context, a: Sequence[Token], long: Context, b: Sequence[Token], slots: tuple[range, range]
) -> bool:
    """The longer sentence has the shorter one's words around the same slot, and nothing that changes the sense."""
    slot, place = slots
    pairs = _aligned(_keys(a, slot), _keys(b, place))
    if (slot.start, place.start) not in pairs or _exchanged(a, b, pairs, slot.start):
        return False
    kept = [(i, j) for i, j in pairs if i not in slot and _tells(a[i])]
    told = sum(_tells(token) for i, token in enumerate(a) if i not in slot)
    least = LEAST - (short.claim.date is not None or bool(short.counted & long.counted & KIN))
    if len(kept) < max(least, KEPT * told) or not _keeps_subject(short, [a[i] for i, _ in pairs]):
        return False
    ends = [j for _, j in kept] + [place.start, place.stop - 1]
    used, matched = {i for i, _ in pairs} | set(slot), {j for _, j in pairs} | set(place)
    put_in = [b[j] for j in range(min(ends), max(ends) + 1) if j not in matched]
    left_out = [token for i, token in enumerate(a) if i not in used]
    clause = [t for j, t in enumerate(b) if long.clause[0] <= t.start < long.clause[1] and j not in matched]
    return sum(map(_tells, put_in)) <= PUT_IN and not _turns(left_out, put_in) and not any(map(_dates, clause))


def _slot(context: Context, tokens: Sequence[Token], text: str) -> range:
    """The positions of the words of the value, and of a bracket behind it that says it in other units."""
    bracket = CONVERSION.match(text, context.claim.end)
    end = bracket.end() if bracket else context.claim.end
    inside = [i for i, t in enumerate(tokens) if context.claim.start <= t.start < end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _keys(tokens: Sequence[Token], slot: range) -> list[str]:
    """What the alignment compares: stems, and one sign for the whole value."""
    keys = [stem(token.form) for token in tokens]
    for i in slot:
        keys[i] = SLOT if i == slot.start else f"{SLOT}{i - slot.start}"
    return keys


def _aligned(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of equal words in order."""
    from rapidfuzz.distance import Indel

    equal = (op for op in Indel.opcodes(left, right) if op.tag == "equal")
    return [(op.src_start + n, op.dest_start + n) for op in equal for n in range(op.src_end - op.src_start)]


def _exchanged(a: Sequence[Token], b: Sequence[Token], pairs: Sequence[tuple[int, int]], slot: int) -> bool:
    """Somewhere one content word stands for another; an opposite after the value contradicts with it."""
    edges = [(-1, -1), *pairs, (len(a), len(b))]
    for (i, j), (k, m) in pairwise(edges):
        one, other = ([t.form for t in side if _tells(t)] for side in (a[i + 1 : k], b[j + 1 : m]))
        opposite = i >= slot and any(frozenset({x, y}) in opposites() for x in one for y in other)
        if one and other and j >= 0 and not opposite:
            return True
    return False


def _tells(token: Token) -> bool:
    return token.form not in FUNCTION_WORDS


def _keeps_subject(short: Context, kept: Sequence[Token]) -> bool:
    subject = short.frame.subject if short.frame else None
    return subject is None or any(subject.start <= token.start < subject.end for token in kept)


def _turns(left_out: Sequence[Token], put_in: Sequence[Token]) -> bool:
    """A negation, another value or one of several stages on either side, or one pronoun for another."""
    sides = [{t.form for t in side} for side in (left_out, put_in)]
    if any(t.blind == HIDDEN for t in (*left_out, *put_in)) or (sides[0] | sides[1]) & (NEGATIONS | STAGES):
        return True
    return bool(sides[0] & PRONOUNS and sides[1] & PRONOUNS)


def _dates(token: Token) -> bool:
    """A year, or a month with its capital ("may" is a verb)."""
    return (token.form in MONTHS and token.name) or (token.form.isdigit() and 1000 <= int(token.form) < 2100)
