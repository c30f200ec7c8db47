"""The numbered event a date stands beside: a congress, a crusade, a battle that is one of several."""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from analyzer.compare.context.stems import STOP_WORDS, stem
from analyzer.extract.events.lexicon import families
from analyzer.values.ordinals import ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Claim

REACH = 80  # code points before or after a date in which its occasion is named
LONGEST = 5  # words of a name after its ordinal
WORD = re.compile(r"[^\W_][\w’'-]*")
TO_DATE = re.compile(r"(?:,?\s+(?:held\s+)?(?:in|on|of|at|from)|\s*[(,])(?:\s+(?:early|late|mid|the))?\s*$")
BREAK = re.compile(r"[.,;:!?()\n]")
PLACED = frozenset({"in", "at", "on"})  # "the 2nd congress in London": where, not which
JOINED = frozenset({"and", "or", "by", "to", "for", "with", "from", "is", "are", "was", "were"})
FROM_DATE = re.compile(r",?\s+(?:at|during)\s+(?:the|its|their|his|her)\s+")


@dataclass(frozen=True, slots=True)
class Occasion:
    """A numbered event: its ordinal as a figure, the stem of what it is one of, and the stems that tell it apart.

    `said` is the name as written.
    """

    ordinal: str
    head: str
    apart: frozenset[str]
    said: str

    def of_series(self, other: Occasion) -> bool:
        """Both are of one series: "10th Congress" and "Tenth Guild Congress", not the congresses of two bodies."""
        return self.head == other.head and (self.apart <= other.apart or other.apart <= self.apart)


def occasion(text: str, claim: Claim) -> Occasion | None:
    """The numbered event named right before a date, or right after it with "at" or "during"; None without one.

    `text` is the clean text of the claim's document. What is numbered is an event noun, or a name in capitals.
    """
    if claim.date is None:
        return None
    if joint := TO_DATE.search(text, max(0, claim.start - REACH), claim.start):
        words = WORD.findall(BREAK.split(text[max(0, claim.start - REACH) : joint.start()])[-1])
        numbered = [i for i, word in enumerate(words) if ordinal(word).isdigit()]
        return _named(words[numbered[-1] :]) if numbered else None
    if joint := FROM_DATE.match(text, claim.end):
        words = WORD.findall(BREAK.split(text[joint.end() : joint.end() + REACH])[0])
        return _named(list(takewhile(lambda w: w.lower() not in STOP_WORDS or w in {"of", "the"}, words)))
    return None


def _named(words: Sequence[str]) -> Occasion | None:
    """The occasion of an ordinal and the words after it; None unless they name one event."""
    words = list(takewhile(lambda w: w not in PLACED, words))
    if not 2 <= len(words) <= LONGEST + 1 or not ordinal(words[0]).isdigit() or words[1] in month_name:
        return None
    head = words[words.index("of") - 1 if "of" in words else -1]
    if JOINED & set(words) or not (head.lower() in families().nouns or any(w[:1].isupper() for w in words[1:])):
        return None
    apart = {stem(word.lower()) for word in words[1:] if word.lower() not in STOP_WORDS}
    return Occasion(ordinal(words[0]), stem(head.lower()), frozenset(apart - {stem(head.lower())}), " ".join(words))
