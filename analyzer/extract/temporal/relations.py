"""Rules for times told by their distance from another: "two days later", "the following month", "that night", "now"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.temporal.expressions import Deictic, Shift, Vague
from analyzer.extract.temporal.guards import left_of
from analyzer.extract.temporal.lengths import COUNTED, VAGUE_NUMBER, length
from analyzer.extract.temporal.expressions import Length
from analyzer.extract.temporal.rules import Rule
from analyzer.extract.temporal.words import CARDINAL, DAY_PART, SEASON, SEASONS, UNITS, number_value

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Expression, Which
    from analyzer.values.dates import Modifier

_AFTER = {"later", "after", "afterwards", "afterward", "hence", "thereafter", "following", "since"}
_PARTS = frozenset("morning forenoon afternoon evening night dawn dusk daybreak noon midnight".split())
_DEICTIC_UNIT = rf"(?P<unit>day|week|month|year|decade|century|weekend|{DAY_PART}|{SEASON})"
_WHICH: dict[str, Which] = {"following": "next", "next": "next", "previous": "previous", "preceding": "previous"}
_WHICH |= {"prior": "previous", "same": "same", "that": "same", "this": "same", "very": "same", "last": "last"}
_MODIFIERS: dict[str, Modifier] = {"early": "early", "beginning": "early", "start": "early", "first half": "early"}
_MODIFIERS |= {"mid": "mid", "middle": "mid", "late": "late", "end": "late", "later": "late", "latter part": "late"}
_MODIFIERS |= {"close": "late", "second half": "late", "earlier": "early", "rest": "late", "remainder": "late"}
_MODIFIERS |= {"last part": "late", "early part": "early", "latter half": "late"}


def _read_shift(m: re.Match[str]) -> Expression | None:
    word = m["way"].lower().split()[0]
    sign = 1 if word in _AFTER else -1
    amount = number_value(m["count"]) if m["count"] else None
    if amount is not None and (m["half"] or m["half2"]):
        amount += 0.5
    if m["count"] and m["unit"].startswith("fortnight") and amount:
        amount *= 2
    return Shift(None if m["low"] else amount, UNITS[m["unit"].lower()], sign, now=word == "ago")


def _read_event_shift(m: re.Match[str]) -> Expression | None:
    """ "four weeks after the break-in": the event has no date here, so the length is what can be said."""
    if m["way"].lower() in {"later", "earlier"}:
        return _read_shift(m)
    return Length(length(m["count"], m["unit"], left_of(m.string, m.start()), half=bool(m["half"] or m["half2"])))


def _read_uncounted_shift(m: re.Match[str]) -> Expression | None:
    return Shift(None, UNITS[m["unit"].lower()], 1 if m["way"].lower() in _AFTER else -1)


def _unit_and_part(word: str) -> tuple[str, str, int | None]:
    word = word.lower()
    if word in _PARTS:
        return "day", word, None
    return ("season", "", SEASONS[word]) if word in SEASONS else (word, "", None)


def _read_deictic(m: re.Match[str]) -> Expression | None:
    """ "the following day", "that night", "this year", "the same month", "next spring"."""
    word = m["which"].lower().split()[-1]
    unit, part, season = _unit_and_part(m["unit"])
    if m["lead"] is None and word in {"following", "previous", "preceding", "prior", "same", "very"}:
        return None
    if unit == "weekend":
        return Vague()
    return Deictic(_WHICH[word], unit, _MODIFIERS.get((m["mod"] or "").strip().lower(), ""), part, season=season)


def _read_day_side(m: re.Match[str]) -> Expression | None:
    """ "the day before", "the night after": beside the anchor only when no event follows."""
    event = re.match(r"\s+(?!when|he|she|they|and|but|in|at|on|by|with|to\b)[\w'’]+", m.string[m.end() : m.end() + 30])
    if event and not re.match(r"\s*[.,;:)]", m.string[m.end() : m.end() + 2]):
        return Vague()
    unit, part, season = _unit_and_part(m["unit"])
    return Deictic("previous" if m["way"] in {"before", "prior"} else "next", unit, part=part, season=season)


def _read_part_of(m: re.Match[str]) -> Expression | None:
    """ "the end of the year", "later that month", "early in the year"."""
    unit, part, season = _unit_and_part(m["unit"])
    which = m["which"].lower().split()[-1] if m["which"] else "same"
    mod = re.sub(r"\s+", " ", m["mod"].lower())
    return Deictic(_WHICH.get(which, "same"), unit, _MODIFIERS.get(mod, ""), part, season=season)


def _read_vague(m: re.Match[str]) -> Expression | None:
    return Vague()


def _read_time_noun(m: re.Match[str]) -> Expression | None:
    """ "at that time", "during this period": needs the preposition that makes it temporal."""
    left = left_of(m.string, m.start())
    if m[0].lower().endswith(("time", "moment")) and not _TIME_PREPOSITION.search(left):
        return None
    return None if m[0].lower() == "the same time" and re.match(r"\s*,?\s*(?:but|as)", left) else Vague()


def _read_next_length(m: re.Match[str]) -> Expression | None:
    """ "the next few months", "the following two years", "the past decade"."""
    words = m["count"] or "one"
    return Length(length(words, m["unit"], left_of(m.string, m.start())))


_TIME_PREPOSITION = re.compile(r"\b(?:at|by|from|since|until|till|during|before|after|of|around|about|to|for)\s+$", re.I)
_NUM = rf"(?:\d{{1,3}}|{CARDINAL}|(?i:{VAGUE_NUMBER}))"
_LATER = r"(?P<way>later|earlier|afterwards?|previously|ago|hence|thereafter|before(?=\s*[.,;:)]|\s+(?:and|but|he|she|they|had|was|were|when)\b)|after(?=\s*[.,;:)]))"
_MOD_OF = (
    r"(?P<mod>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose|[Rr]est|[Rr]emainder|[Ff]irst\s+half|[Ss]econd\s+half|[Ll]atter\s+(?:part|half)|"
    r"[Ll]ast\s+part|[Ee]arly\s+part)\s+of"
)
RULES: tuple[Rule, ...] = (
    Rule("shift", ("DIGIT", "CARDINAL", "a", "an", "several", "some", "many", "few"),
         rf"{COUNTED}\s+{_LATER}\b", _read_shift),
    Rule("shift-event", ("DIGIT", "CARDINAL", "a", "an", "several", "some", "many", "few"),
         rf"{COUNTED}\s+(?P<way>after|before|following|prior\s+to|from|since|into)\b", _read_event_shift),
    Rule("shift-vague", ("UNIT",), r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\s+(?P<way>later|earlier|before|after|afterwards)\b",
         _read_uncounted_shift),
    Rule("deictic", ("the", "that", "this", "next", "last", "early", "late", "later", "earlier"),
         rf"(?:(?P<mod>[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier|[Mm]id)(?:\s+on|\s+in)?\s+)?(?P<lead>[Tt]he\s+(?:very\s+)?|(?=[TtNnLl]))(?P<which>following|next|previous|preceding|prior|[Tt]hat(?:\s+same|\s+very)?|[Tt]his(?:\s+same|\s+very)?|same|very|[Nn]ext|[Ll]ast)\s+{_DEICTIC_UNIT}\b(?!['’\w-])",
         _read_deictic),
    Rule("day-side", ("the",), rf"[Tt]he\s+(?P<unit>day|week|month|year|{DAY_PART})\s+(?P<way>before|after|prior|following)\b", _read_day_side),
    Rule("part-of-unit", ("end", "beginning", "start", "middle", "close", "rest", "remainder", "first", "second", "latter", "last", "early"),
         rf"{_MOD_OF}\s+(?P<which>(?:the\s+|that\s+|this\s+)(?:same|following|next|previous)?)\s*{_DEICTIC_UNIT}\b", _read_part_of),
    Rule("part-of-unit", ("early", "late", "later", "earlier"),
         rf"(?P<mod>[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier)\s+(?:on\s+)?in\s+(?P<which>the\s+|that\s+|this\s+){_DEICTIC_UNIT}\b", _read_part_of),
    Rule("span-ahead", ("the", "next", "last", "past"),
         rf"(?:[Tt]he\s+)?(?:next|following|last|past|previous|first|final|intervening|coming|preceding|remaining)\s+(?P<count>{_NUM})?\s*(?P<unit>hours|days|weeks|months|years|decades|centuries|decade|century)\b", _read_next_length),
    Rule("reference", ("now", "currently", "recently", "presently", "nowadays", "today", "tonight", "tomorrow", "yesterday", "former", "formerly", "future", "current", "recent", "daily", "weekly", "monthly", "annually", "yearly", "annual", "shortly"),
         r"(?:[Nn]ow|[Cc]urrently|[Rr]ecently|[Pp]resently|[Nn]owadays|[Tt]oday|[Tt]onight|[Tt]omorrow|[Yy]esterday|[Ff]ormer(?:ly)?|[Ff]uture|[Cc]urrent|[Rr]ecent|[Dd]aily|[Ww]eekly|[Mm]onthly|[Aa]nnually|[Ss]hortly\s+afterwards?)\b", _read_vague),
    Rule("reference", ("this", "that", "the", "these", "those"),
         r"(?:[Tt]h(?:is|at|e\s+same|ese|ose)\s+(?:time|period|moment|times|days)|[Tt]he\s+(?:time\s+being|present(?:\s+day)?|past(?=[.,;:)])|moment))\b", _read_time_noun),
    Rule("reference", ("present", "modern"), r"(?:[Pp]resent|[Mm]odern)[\s-]day\b", _read_vague),
    Rule("reference", ("per", "each", "every", "all"), rf"(?:[Pp]er|[Ee]ach|[Ee]very)\s+(?:second|minute|hour|day|week|month|year|{DAY_PART})\b", _read_vague),
)
