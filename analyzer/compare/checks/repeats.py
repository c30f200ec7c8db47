"""Where one source says a sentence again with a change, and whether it is the same statement for all the rest."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Literal

from analyzer.align.words import FUNCTION_WORDS, HIDDEN
from analyzer.compare.context.stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.words import Token, Words
    from analyzer.model import Edit

Change = Literal["negation", "opposite", "ordinal", "name", "word"]

RARE = 6  # a word, or pair of words, in more sentences of a source finds no copies there
REPEATED = 0.85  # share of the words that stay, from which a change of any name or word turns the sense
ARTICLES = frozenset("the a an this that these those its his her their both of in at on".split())
PAUSE = re.compile(r"[,;:()–—]")
RELATIVES = frozenset("that which who whom whose where while because although though but".split())


def repeats(words: Words) -> list[tuple[int, int]]:
    """Sentences of one source that share several of its rare words, or of the rare pairs of words that follow.

    The work grows with the words: no key brings more than a few sentences together.
    """
    by_words: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for sentence in words.document.sentences:
        forms = [stem(t.blind) for t in words.sentence(sentence.index) if t.form not in FUNCTION_WORDS]
        for key in sorted({(form,) for form in forms if form != HIDDEN} | set(pairwise(forms))):
            by_words[key].append(sentence.index)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for sentences in by_words.values():
        if len(sentences) <= RARE:
            for pair in combinations(sentences, 2):
                shared[pair] += 1
    return sorted(pair for pair, count in shared.items() if count >= 2)


def one_statement(
    words: Words, pair: tuple[int, int], edits: Sequence[Edit], edit: Edit, change: Change, stays: float
) -> bool:
    """Whether two sentences of a source are one statement but for `edit`, a change of the class `change`.

    `pair` are the numbers of the sentences, `edits` all that differs between them, and `stays` (0-1) the share of the
    words that do not. Another name or word makes two statements of one only behind what both tell of, and where
    nearly all stays; an opposite at the head of a short sentence tells of the other of two things ("the upper deck").
    Where other words are exchanged as well, or values put in, the source tells of like things. A clause that leads to
    the statement may differ, and so may what another clause adds to it; a denial is of the whole statement, so that
    nothing may be added to it without a pause.
    """
    a, b = (words.sentence(number) for number in pair)
    begun = _begun(a, edit.left) and _begun(b, edit.right)
    if change in {"name", "word"} and (stays < REPEATED or not begun):
        return False
    if change == "opposite" and stays < REPEATED and not (_led(a, edit.left) and _led(b, edit.right)):
        return False
    return all(_leaves(words, (a, b), edits, edit, other, change) for other in edits if other != edit)


def tells(token: Token) -> bool:
    """A content word; no single letter, which may be left of a clitic."""
    return token.form not in FUNCTION_WORDS and len(token.form) > 1


def _begun(sentence: Sequence[Token], changed: tuple[int, int]) -> bool:
    """A content word stands before the change."""
    return any(t.end <= changed[0] and tells(t) for t in sentence)


def _led(sentence: Sequence[Token], changed: tuple[int, int]) -> bool:
    """More than an article stands before the change."""
    return any(t.end <= changed[0] and t.form not in ARTICLES for t in sentence)


def _leaves(
    words: Words,
    sides: tuple[Sequence[Token], Sequence[Token]],
    edits: Sequence[Edit],
    edit: Edit,
    other: Edit,
    change: Change,
) -> bool:
    """Another difference of the two sentences leaves the statement what it is."""
    ranges = (other.left, other.right)
    changed = [[t for t in side if r[0] <= t.start < r[1]] for side, r in zip(sides, ranges, strict=True)]
    one, two = ({stem(t.form) for t in side if tells(t)} for side in changed)
    exchanged = bool(one - two and two - one)
    values = any(t.blind == HIDDEN for side in changed for t in side)
    if other.left > edit.left:
        added = exchanged or values or (change == "negation" and bool(one | two))
        return not added or any(_pauses(words, side, r[0]) for side, r in zip(sides, ranges, strict=True))
    closed = [_closes(words, side, r) for side, r in zip(sides, ranges, strict=True)]
    if exchanged:
        return all(closed) and not values
    return not values or any(closed) or _leads(sides[0], other.left[0], edits)


def _leads(sentence: Sequence[Token], start: int, edits: Sequence[Edit]) -> bool:
    """Nothing that both tell stands before."""
    changed = [e.left for e in edits]
    return not any(t.end <= start and tells(t) and not any(a <= t.start < b for a, b in changed) for t in sentence)


def _pauses(words: Words, sentence: Sequence[Token], start: int) -> bool:
    """At the word at an offset another clause begins: a comma or the like stands before it, or it is a relative."""
    before = max((t.end for t in sentence if t.end <= start and tells(t)), default=start)
    first = next((t for t in sentence if t.start >= start), None)
    relative = first is not None and first.form in RELATIVES
    after = first.start if first else start
    return relative or PAUSE.search(words.document.source.text, before, after) is not None


def _closes(words: Words, sentence: Sequence[Token], changed: tuple[int, int]) -> bool:
    """Some changed words end with a comma or the like, as a clause does that leads to another."""
    after = min((t.start for t in sentence if t.start >= changed[1]), default=changed[1])
    return changed[0] < changed[1] and PAUSE.search(words.document.source.text, changed[1], after) is not None
