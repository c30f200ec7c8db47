"""Whether two numbers of one source count one kind of thing: "two print reporters" are some of "sixteen reporters"."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from analyzer.align.words import FUNCTION_WORDS, HIDDEN, MONTHS
from analyzer.compare.context.rarity import words as stems
from analyzer.compare.context.stems import stem
from analyzer.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.words import Token, Words
    from analyzer.compare.context.contexts import Context

MOST = 5  # words between a number and the noun it counts
# A value in other units opens a bracket behind one.
CONVERTED = re.compile(r"(?:\d|hundred|thousand|[mb]illion)[^()]{0,40}\((?:[^();]{1,40}[;,]\s*)?(?:about |c\. ?)?$")
NEAR = 4  # words before a number in which somebody "alone" is named
LABEL = re.compile(r"([A-Z][^.:;!?,\"“\s]*(?: [^.:;!?,\"“\s]+){0,3}): +\S")  # what a line of a fact box opens with
LONGEST_ARTICLE = 6  # code points
YEAR_OF_NAME = re.compile(r"\b(?:the|a|his|her|its|their) \d{3,4}$", re.IGNORECASE)
NOUN = re.compile(r" ([A-Za-z][\w.’'-]+)")
# A name that ends in a number: "Task Force 16", "Unit IV"; not one of which more digits follow.
NUMBERED = re.compile(r"\b((?:[A-Z][\w’'-]*\.? )*[A-Z][\w’'-]*)\.? (\d{1,3}|[IVX]+)\b(?![.,:]?\d)")
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
    small, large = (left, right) if a < b else (right, left)
    if _alone(small, own.sentence(small.claim.sentence)) and not _alone(large, own.sentence(large.claim.sentence)):
        return "The smaller number is of one party alone: a part of the other."
    return ""


def _qualifiers(context: Context, sentence: Sequence[Token]) -> frozenset[str]:
    """The content words between a number and the head of what it counts, as the text writes them."""
    behind = [t for t in sentence if t.start >= context.claim.end][: MOST + 1]
    head = set(stems(context.claim.counted))
    if head == {"strong"}:  # "a 4,000-strong garrison" is of the garrison
        named = takewhile(lambda t: t.form not in FUNCTION_WORDS, behind)
        return frozenset(t.form for t in named if t.form != "strong" and t.blind != HIDDEN)
    at = next((n for n, token in enumerate(behind) if stem(token.form) in head), 0)
    return frozenset(t.form for t in behind[:at] if t.form not in FUNCTION_WORDS and t.blind != HIDDEN)


def _alone(context: Context, sentence: Sequence[Token]) -> bool:
    """Right before the number somebody "alone" is named."""
    before = [t.form for t in sentence if t.end <= context.claim.start][-NEAR:]
    return "alone" in before


def other_namesake(left: Context, right: Context, words: Sequence[Words]) -> str:
    """Why two years of one source only tell which event is meant, in words: "the 1960 election"; empty otherwise."""
    if left.document != right.document or not (left.claim.date and right.claim.date):
        return ""
    text = words[left.document].document.source.text
    if _in_name(left, text) and _in_name(right, text):
        return "Each year is part of a name and tells which one of several is meant."
    return ""


def other_line(left: Context, right: Context, words: Sequence[Words]) -> str:
    """Why two values stand in two lines of a fact box, which gives every fact once, in words; empty otherwise."""
    if left.document != right.document:
        return ""
    document = words[left.document].document
    text, spans = document.source.text, [document.sentences[c.claim.sentence] for c in (left, right)]
    one, other = (LABEL.match(text, s.start, s.end) for s in spans)
    if one is None or other is None or one[1].lower() == other[1].lower():
        return ""
    return f"One stands under “{one[1]}”, the other under “{other[1]}”."


def other_row(left: Context, right: Context, words: Sequence[Words]) -> str:
    """Why two dates or hours of one source open two entries of annals, rows or sentences alike, in words."""
    if left.document != right.document or not (left.claim.date or left.claim.time):
        return ""
    sentences = words[left.document].document.sentences
    if all(c.claim.start == sentences[c.claim.sentence].start for c in (left, right)):
        return "Each opens an entry of its own; entries tell what happened one after the other."
    return ""


def other_number(left: Context, right: Context, words: Sequence[Words]) -> str:
    """Why two values of one source are told of two things of one name, in words: of Unit 3 and of Unit 4."""
    if left.document != right.document:
        return ""
    document = words[left.document].document
    one, other = (_numbered(document.text(document.sentences[c.claim.sentence])) for c in (left, right))
    for name in sorted(one.keys() & other.keys()):
        if one[name].isdisjoint(other[name]):
            return f"One is told of {name} {min(one[name])}, the other of {name} {min(other[name])}."
    return ""


def _numbered(text: str) -> dict[str, set[str]]:
    """The numbers that stand behind each name of a sentence; not the days behind a month."""
    found: dict[str, set[str]] = {}
    for match in NUMBERED.finditer(text):
        name, number = match.groups()
        opens = match.start() == 0 and " " not in name  # the capital of a sentence: "Some 200"
        named = [word for word in name.split() if not _month(word)]
        if not opens and not _month(name.split()[-1]):
            found.setdefault(" ".join(named), set()).add(number)
    return found


def _month(word: str) -> bool:
    return fold(word.rstrip(".")) in MONTHS


def _in_name(context: Context, text: str) -> bool:
    """A bare year between an article and a noun."""
    claim = context.claim
    behind = NOUN.match(text, claim.end)
    named = behind is not None and behind[1].lower() not in FUNCTION_WORDS
    return named and YEAR_OF_NAME.search(text, max(0, claim.start - LONGEST_ARTICLE), claim.end) is not None


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
