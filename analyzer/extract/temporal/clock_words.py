"""Rules for times of day in words: hours with o'clock or a part of the day, minutes past, half an hour before noon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.temporal.clocks import AT, HALF_DAY, ZONE, clock, told
from analyzer.extract.temporal.guards import left_of
from analyzer.extract.temporal.rules import Rule
from analyzer.extract.temporal.words import CARDINALS, alternatives

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Expression

_HOUR_WORD = f"(?i:{alternatives(list(CARDINALS)[:12])})"
_HOUR = rf"(?:(?P<word>{_HOUR_WORD})\b|(?P<digits>\d\d?)(?![\d:,]|\.\d))"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = rf"(?:twenty|thirty|forty|fifty)(?:[-‐‑ ](?:{_ONES})\b)?"
_TEENS = alternatives(list(CARDINALS)[9:19])
_SPELLED = rf"(?i:{_TENS}|ten|eleven|twelve|fifteen)"
_MINUTES = rf"(?i:(?:{_ONES})[-‐‑ ]and[-‐‑ ]twenty|{_TENS}|{_TEENS}|{_ONES}|\d\d?)"
_NOT_COUNTED = r"\b(?![-‐‑ ]?(?:year|mile|day|foot|minute|hour|dollar|pound))"
_PAST = (
    r"(?P<past>(?i:half|(?:a\s+)?quarter|five[-‐‑ ]and[-‐‑ ]twenty|five|ten|twenty[-‐‑ ]five|twenty)|"
    rf"{_MINUTES}(?=\s+minutes?\b))(?:\s+minutes?)?[-‐‑\s]+(?P<way>past|to|after|before)"
)
_OCLOCK = r"(?P<oclock>\s+o['’]clock\b)"
_DAY_PART = (
    r"(?:\s+(?:in\s+the|each|every|that|the\s+same)\s+(?P<part>(?:early\s+)?morning|forenoon|afternoon|evening)\b|"
    r"\s+at\s+(?P<night>night)\b)"
)
_HALF = rf"(?:\s?(?P<half>{HALF_DAY}))?"
_TAIL = rf"{_HALF}{_DAY_PART}?{ZONE}"
_LATE = frozenset({"afternoon", "evening"})
_ASKED = re.compile(rf"\b(?:[Ii]t\s+(?:was|is)|{_HOUR_WORD}\s+(?:and|to|or)|towards?|between|past|nearly|almost)\s+$")
# not "by": motions are carried by seven, and matches won by two
_ASKS_HOUR = re.compile(r"\b(?:at|about|before|after|until|till|towards?|since|past)\s+$", re.IGNORECASE)
_FREE = re.compile(
    r"\s*(?:[,;:)!?—–]|\.(?!\d)|$)|\s+(?:but|when|while|as|the|that|this|these|his|her|its|their|our|my|all|both|every|"
    r"an?|he|she|it|they|we|i|on|in|by|with|for|until|till|before|after|came|was|were|had|did|or|to|"
    r"and(?!\s+(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b))\s|\s+[A-Z]"
)
_OTHER_CLOCK = re.compile(
    r"\bo['’]clock|\b[Hh]alf[-\s]past|\bquarter\s+(?:past|to|before|after)|\b\d?\d[:.]\d\d\b(?![\d%])|"
    r"\b\d?\d\s?[aApP]\.?\s?[mM]\b|\b(?:noon|midday|midnight)\b"
)
_STRUCK = re.compile(
    r"\b(?:clocks?|bells?|it|had|was|were)\s+(?:just\s+|already\s+)?(?:struck|striking|strikes)\s+$", re.IGNORECASE
)
_BY_CLOCK = re.compile(r"\s+by\s+(?:[\w'’]+\s+){1,2}(?:clock|watch|chronometer|timepiece)\b", re.IGNORECASE)
_NEARBY = 400  # code points around a bare hour in which another clock time shows that hours are told
_LENGTH = (
    r"(?:(?P<whole>(?i:an?|\d\d?|" + alternatives(list(CARDINALS)[:12]) + r"))\s+hours?(?P<more>\s+and\s+a\s+half)?|"
    r"(?P<share>(?i:half|(?:a\s+)?quarter\s+of|three[- ]quarters\s+of))\s+an\s+hour|"
    rf"(?P<minutes>{_MINUTES}|(?i:an?))\s+minutes?)"
)
_SHARES = {"half": 30, "quarter": 15, "three": 45}


def _asked(m: re.Match[str]) -> bool:
    """Whether the words before ask for a time: "at", "about", "it was"."""
    left = left_of(m.string, m.start())
    return AT.search(left) is not None or _ASKED.search(left) is not None


def _half(m: re.Match[str], hour: int) -> str:
    """The half of the day told beside the hour ("a", "p"); empty when it is not; nights run from six to five."""
    if m["half"]:
        return m["half"][0].lower()
    if m["night"]:
        return "p" if hour % 12 >= 6 else "a"
    return ("p" if m["part"] in _LATE else "a") if m["part"] else ""


def _hour(m: re.Match[str]) -> int | None:
    hour = CARDINALS[m["word"].lower()] if m["word"] else int(m["digits"])
    return hour if 1 <= hour <= 12 else None


def _read_hour(m: re.Match[str]) -> Expression | None:
    """Such as "five o'clock"; without that word only "at five in the morning"."""
    hour = _hour(m)
    if hour is None or not (m["oclock"] or ((m["part"] or m["night"]) and _asked(m))):
        return None
    half = _half(m, hour)
    return told(m, clock(hour, 0, None, half=half, zone=m["zone"] or "", ambiguous=not half))


def _read_bare(m: re.Match[str]) -> Expression | None:
    """Such as "at six," or "a little before eight the boats": a bare hour where others are told by the clock."""
    hour = _hour(m)
    left = left_of(m.string, m.start())
    if hour is None or not _ASKS_HOUR.search(left) or not _FREE.match(m.string, m.end()):
        return None
    if hour == 1 and not re.search(r"\b(?:at|until|till)\s+$", left):  # "about one", "after one": a thing, no hour
        return None
    near = (max(0, m.start() - _NEARBY), m.start()), (m.end(), m.end() + _NEARBY)
    if not any(_OTHER_CLOCK.search(m.string, a, b) for a, b in near):
        return None
    return told(m, clock(hour, 0, None, ambiguous=True))


def _read_struck(m: re.Match[str]) -> Expression | None:
    """Such as "eleven had already struck", "it struck nine"."""
    hour = _hour(m)
    if hour is None or not (m["struck"] or _STRUCK.search(left_of(m.string, m.start()))):
        return None
    if not m["struck"] and not _FREE.match(m.string, m.end()):
        return None
    return told(m, clock(hour, 0, None, ambiguous=True))


def _read_past(m: re.Match[str]) -> Expression | None:
    """Such as "half past two", "ten minutes to six": but "ten to five" may be a score, so "at" must stand before."""
    hour, way = _hour(m), m["way"]
    sure = way == "past" or "quarter" in m["past"] or m["oclock"] or m["part"] or m["night"] or m["half"]
    sure = sure or _BY_CLOCK.match(m.string, m.end())
    if hour is None or not (sure or _asked(m)):
        return None
    minute = _minutes(m["past"])
    if not 0 < minute < 60:
        return None
    half = _half(m, hour)
    if way in {"to", "before"}:
        hour, minute = (hour - 1) or 12, 60 - minute
    return told(m, clock(hour, minute, None, half=half, zone=m["zone"] or "", ambiguous=not half))


def _read_spelled(m: re.Match[str]) -> Expression | None:
    """Hour and minute in words ("at nine-fifteen"), only after a word that asks for a time."""
    if not AT.search(left_of(m.string, m.start())):
        return None
    hour = CARDINALS[m["word"].lower()]
    half = _half(m, hour)
    return told(m, clock(hour, _minutes(m["spelled"]), None, half=half, ambiguous=not half))


def _minutes(words: str) -> int:
    """The minutes a numeral or a share of the hour stands for.

    >>> [_minutes(words) for words in ("a quarter", "half", "five-and-twenty", "twenty-five", "8")]
    [15, 30, 25, 25, 8]
    """
    pieces = re.split(r"[-‐‑\s]+", words.lower())
    shares = [_SHARES[piece] for piece in pieces if piece in {"half", "quarter"}]
    return shares[0] if shares else sum(int(p) if p.isdecimal() else CARDINALS.get(p, 0) for p in pieces)


def _read_beside(m: re.Match[str]) -> Expression | None:
    """Such as "half an hour before midnight": told by its distance from a fixed hour."""
    length = _length(m)
    if length is None or not 0 < length < (60 if m["way"] == "to" else 12 * 60):
        return None
    fixed = 0 if m["fixed"].lower() == "midnight" else 12 * 60
    minutes = (fixed + (-length if m["way"] in {"before", "to"} else length)) % (24 * 60)
    return told(m, clock(minutes // 60, minutes % 60, None))


def _length(m: re.Match[str]) -> int | None:
    if m["share"]:
        return _SHARES[re.split(r"[-\s]", m["share"].lower().removeprefix("a "))[0]]
    word = (m["whole"] or m["minutes"]).lower()
    number = 1 if word in {"a", "an"} else _minutes(word)
    return number * 60 + (30 if m["more"] else 0) if m["whole"] else number


RULES: tuple[Rule, ...] = (
    Rule(
        "clock-struck",
        ("CARDINAL",),
        rf"(?P<word>{_HOUR_WORD})(?P<digits>)\b(?P<struck>\s+(?:had\s+|has\s+)?(?:just\s+|already\s+|hardly\s+)?(?:struck|strikes(?=\s*[,.;:!]|\s+(?:and|when|as)\b))\b)?",
        _read_struck,
    ),
    Rule("clock-words", ("CARDINAL",), rf"(?P<word>{_HOUR_WORD})(?P<digits>)?{_OCLOCK}?{_TAIL}", _read_hour),
    Rule("clock-words", ("DIGIT",), rf"(?P<word>)(?P<digits>\d\d?){_OCLOCK}?{_HALF}{_DAY_PART}{ZONE}", _read_hour),
    Rule("clock-bare", ("CARDINAL", "DIGIT"), rf"{_HOUR}(?![-‐‑–—])", _read_bare),
    Rule(
        "clock-words",
        ("half", "quarter", "a", "CARDINAL", "DIGIT"),
        rf"{_PAST}\s+{_HOUR}{_OCLOCK}?{_TAIL}",
        _read_past,
    ),
    Rule(
        "clock-words",
        ("CARDINAL",),
        rf"(?P<word>{_HOUR_WORD})[-‐‑ ](?P<spelled>{_SPELLED}){_NOT_COUNTED}{_TAIL}",
        _read_spelled,
    ),
    Rule(
        "clock-beside",
        ("half", "quarter", "a", "an", "CARDINAL", "DIGIT"),
        rf"{_LENGTH}\s+(?P<way>before|after|past|to)\s+(?P<fixed>[Nn]oon|[Mm]idday|[Mm]idnight)\b",
        _read_beside,
    ),
)
