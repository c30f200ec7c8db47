"""Whether two numbers of one source count one kind of thing: "two print reporters" are some of "sixteen reporters"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.align.words import FUNCTION_WORDS, HIDDEN
from analyzer.compare.rarity import words as stems
from analyzer.compare.stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.words import Token, Words
    from analyzer.compare.contexts import Context

MOST = 5  # words between a number and the noun it counts
CONVERTED = re.compile(r"\d[^()]{0,40}\((?:[^();]{1,40}[;,]\s*)?$")  # a value in other units opens a bracket behind one
REACH = 90  # code points before a value in which the one it converts stands


def other_kind(left: Context, right: Context, words: Sequence[Words]) -> str:
    """Why two differing numbers of one source are not of one kind of thing, in words; empty when they may be.

    Each has a qualifier the other lacks, or the smaller is qualified alone; not where both are counted out of one
    named whole.
    """
    if left.document != right.document or not left.counted & right.counted or left.whole & right.whole:
        return ""
    own = words[left.document]
    one, other = (_qualifiers(c, own.sentence(c.claim.sentence)) for c in (left, right))
    first, second = one - other, other - one
    if first and second:
        return f"One counts what is {min(first)}, the other what is {min(second)}."
    a, b = (c.claim.quantity.low if c.claim.quantity else 0.0 for c in (left, right))
    if (first and a < b) or (second and b < a):
        return f"Only the smaller number is of what is {min(first or second)}: a part of the other."
    return ""


def _qualifiers(context: Context, sentence: Sequence[Token]) -> frozenset[str]:
    """The content words between a number and the head of what it counts, as the text writes them."""
    behind = [t for t in sentence if t.start >= context.claim.end][: MOST + 1]
    head = set(stems(context.claim.counted))
    at = next((n for n, token in enumerate(behind) if stem(token.form) in head), 0)
    return frozenset(t.form for t in behind[:at] if t.form not in FUNCTION_WORDS and t.blind != HIDDEN)


def converted(context: Context, text: str) -> bool:
    """The value says again in other units what stands before its bracket. `text` is the clean text."""
    start = context.claim.start
    unit = context.claim.quantity.unit if context.claim.quantity else ""
    return bool(unit) and CONVERTED.search(text, max(0, start - REACH), start) is not None


def twice_converted(left: Context, right: Context, words: Sequence[Words]) -> str:
    """Why two values of one source need not be compared, in words: those that they convert are; else empty."""
    if left.document != right.document:
        return ""
    text = words[left.document].document.source.text
    if converted(left, text) and converted(right, text):
        return "Both say again in other units what stands before their brackets; those values are compared."
    return ""
