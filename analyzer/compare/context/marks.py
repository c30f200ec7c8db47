"""What the words right around a value say of it: a rate, the hour it was, one more of its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from analyzer.extract.temporal.words import CARDINAL

if TYPE_CHECKING:
    from analyzer.model import Claim

    Mark = Literal["rate", "due", "hour", "portion", "lapse", "base"]
    Remainder = Literal["", "rest", "part"]

REACH = 40  # code points before a value in which the words stand that mark it
# "a thousand casualties every day", but not "three men a week later"
RATE = re.compile(
    r"(?:\s+[\w’'-]+){0,3}?\s+(?:(?:every|each|per|an?)\s+(?:second|minute|hour|day|night|week|month|year|head|man|person|"
    r"mile)\b(?!\s+(?:after|before|later|earlier|ago|or|and|long|when|he|she|it|they|that))|(?:daily|weekly|monthly|"
    r"yearly|annually|apiece|nightly)\b)"
)
# "it was now half past eleven"; "it was at five", "at five it was" tell when something happened
HOUR = re.compile(
    r"\b(?:it|time|hour|clock)\s+(?:is|was|being|wanted|must\s+be|must\s+have\s+been)\s+"
    r"(?:(?!at\b|on\b|in\b|after\b|before\b|not\b|until\b|till\b|only\b)[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
LAPSE = re.compile(r"\s+(?:after|before|later|earlier|afterwards|previously)\b(?!\s+(?:all|long)\b)")
PORTION = re.compile(r"\s+of\s+(?:the|this|that|its|their|our)\s+(?!whole\b|entire\b)[a-z]")
# "94 of the 129 aboard", "of the 350 men of the battalion, 119 fell"
COUNTED_OF = re.compile(
    rf"(?:\d|\b(?:{CARDINAL}|hundred|half|most|none|few|many))\s+of\s+(?:the|her|his|its|their|our)\s+$", re.IGNORECASE
)
OF_THEM = re.compile(r"(?:^|[.;:,]\s+)of\s+(?:the|her|his|its|their|our)\s+$", re.IGNORECASE)
COUNTED_OUT = re.compile(rf"[^.;:,]{{1,60}},\s+(?:\w+\s+)?(?:\d|(?:{CARDINAL})\b)", re.IGNORECASE)
LENGTHS = frozenset({"m", "km", "[ft_i]", "[mi_i]", "[yd_i]"})
REMAINDER = re.compile(r"\s+(?:\w+\s+)?(?:others?|more|further|additional)\b")
PART_BEFORE = re.compile(
    r"\b(?:of (?:whom|which|these|them|those)|including|among (?:them|whom|these))\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
MORE_BEFORE = re.compile(r"\b(?:another|an\s+additional|a\s+further)\s+$", re.IGNORECASE)
LAST_ONE = re.compile(r"\s+(?:last|final)\b")
DEFINITE = re.compile(
    r"\b(?:(?:the|these|those|his|her|its|their|our|my)(?:\s+(?:only|other|same|first|last|remaining|surviving))?|"
    r"next|last|both)\s+$",
    re.IGNORECASE,
)
PART_OF = re.compile(r"\bof\s+(?:the|these|those|his|her|its|their)\s+$", re.IGNORECASE)  # "one of the seven"
ALL_OF_THEM = re.compile(r"\ball\s+$", re.IGNORECASE)
NO_NOUN = re.compile(r"\s*(?:[.,;:!?)]|$|of\s+(?:them|these|those|us|you)\b)")
SMALL = 12  # numbers up to a dozen are told again with "the"


def marks(text: str, claim: Claim) -> frozenset[Mark]:
    """What the clean text around a claim says of its value.

    "rate": a count of each day or each head, no total. "due": money paid so. "hour": what hour it was when the story
    went on. "portion": a stretch cut out of something: "40 feet of the wall". "lapse": how long after or before
    something else. "base": the whole that another number is counted out of.
    """
    found: set[Mark] = set()
    if claim.quantity is not None and not claim.quantity.unit and RATE.match(text, claim.end):
        found.add("rate")
    if claim.quantity is not None and claim.quantity.form == "money" and RATE.match(text, claim.end):
        found.add("due")
    if claim.quantity is not None and claim.quantity.unit in LENGTHS and PORTION.match(text, claim.end):
        found.add("portion")
    if claim.time is not None and HOUR.search(text, max(0, claim.start - REACH), claim.start):
        found.add("hour")
    if claim.duration is not None and LAPSE.match(text, claim.end):
        found.add("lapse")
    if claim.quantity is not None and not claim.quantity.unit and _counted_out_of(text, claim):
        found.add("base")
    return frozenset(found)


def _counted_out_of(text: str, claim: Claim) -> bool:
    """Another number is counted out of this one, right before or right after it."""
    left = max(0, claim.start - REACH)
    if COUNTED_OF.search(text, left, claim.start):
        return True
    return OF_THEM.search(text, left, claim.start) is not None and COUNTED_OUT.match(text, claim.end) is not None


def remainder(text: str, claim: Claim) -> Remainder:
    """Whether the number counts the others only or the last of several ("rest"), or a part of those just counted."""
    if claim.quantity is None:
        return ""
    before = text[max(0, claim.start - REACH) : claim.start]
    last = claim.quantity.low == claim.quantity.high == 1 and LAST_ONE.match(text, claim.end)
    if last or REMAINDER.match(text, claim.end) or MORE_BEFORE.search(before):
        return "rest"
    return "part" if PART_BEFORE.search(before) else ""


def points_back(text: str, claim: Claim) -> bool:
    """The number counts anew what was counted or named before: "the two ships", "killed all three"."""
    if claim.quantity is not None and claim.quantity.form == "ordinal":
        return DEFINITE.search(text, max(0, claim.start - 12), claim.start) is not None
    small = claim.quantity is not None and claim.quantity.form == "cardinal" and claim.quantity.high <= SMALL
    left = max(0, claim.start - REACH)
    if not small or PART_OF.search(text, left, claim.start):
        return False
    if ALL_OF_THEM.search(text, left, claim.start):
        return NO_NOUN.match(text, claim.end) is not None
    return DEFINITE.search(text, left, claim.start) is not None
