"""Rules for times told by their distance from another: "two days later", "the following month", "that night"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.temporal.expressions import Deictic, Length, Shift, Vague
from analyzer.extract.temporal.guards import left_of
from analyzer.extract.temporal.lengths import COUNTED, VAGUE_NUMBER, length, share_told
from analyzer.extract.temporal.rules import Rule
from analyzer.extract.temporal.words import (
    CARDINAL,
    DAY_PART,
    MONTH,
    SEASON,
    SEASONS,
    UNITS,
    month_number,
    number_value,
)

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Expression, Which
    from analyzer.values.dates import Modifier

_AFTER = {"later", "after", "afterwards", "afterward", "hence", "thereafter", "following", "since"}
_WITHIN_A_DAY = frozenset({"second", "minute", "hour"})  # so many of them lead to no other date: the length is told
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
    if amount is not None:
        amount += share_told(m)
    if m["count"] and m["unit"].startswith("fortnight") and amount:
        amount *= 2
    if amount is not None and UNITS[m["unit"].lower()] in _WITHIN_A_DAY and not m["low"]:
        return Length(length(m["count"], m["unit"], left_of(m.string, m.start()), share=share_told(m)))
    return Shift(None if m["low"] else amount, UNITS[m["unit"].lower()], sign, now=word == "ago")


def _read_event_shift(m: re.Match[str]) -> Expression | None:
    """Such as "four weeks after the break-in": the event has no date here, so the length is what can be said."""
    if m["way"].lower() in {"later", "earlier"}:
        return _read_shift(m)
    return Length(length(m["count"], m["unit"], left_of(m.string, m.start()), share=share_told(m)))


def _read_uncounted_shift(m: re.Match[str]) -> Expression | None:
    return Shift(None, UNITS.get(m["unit"].lower(), "minute"), 1 if m["way"].lower() in _AFTER else -1)


def _unit_and_part(word: str) -> tuple[str, str, int | None]:
    word = word.lower()
    if word in _PARTS:
        return "day", word, None
    return ("season", "", SEASONS[word]) if word in SEASONS else (word, "", None)


def _read_deictic(m: re.Match[str]) -> Expression | None:
    """Such as "the following day", "that night", "this year", "the same month", "next spring"."""
    word = m["which"].lower().split()[-1]
    unit, part, season = _unit_and_part(m["unit"])
    if m["lead"] is None and word in {"following", "previous", "preceding", "prior", "same", "very"}:
        return None
    if unit == "weekend":
        return Vague()
    return Deictic(_WHICH[word], unit, _MODIFIERS.get((m["mod"] or "").strip().lower(), ""), part, season=season)


def _read_month_beside(m: re.Match[str]) -> Expression | None:
    """Such as "the previous April", "next June": the nearest such month on that side of the anchor."""
    word = m["which"].lower()
    return Deictic(_WHICH[word], "month", month=month_number(m["month"]))


def _read_day_side(m: re.Match[str]) -> Expression | None:
    """Such as "the day before", "the night after": beside the anchor only when no event follows."""
    event = re.match(r"\s+(?!when|he|she|they|and|but|in|at|on|by|with|to\b)[\w'’]+", m.string[m.end() : m.end() + 30])
    if event and not re.match(r"\s*[.,;:)]", m.string[m.end() : m.end() + 2]):
        return Vague()
    unit, part, season = _unit_and_part(m["unit"])
    return Deictic("previous" if m["way"] in {"before", "prior"} else "next", unit, part=part, season=season)


def _read_part_of(m: re.Match[str]) -> Expression | None:
    """Such as "the end of the year", "later that month", "early in the year"."""
    unit, part, season = _unit_and_part(m["unit"])
    which = m["which"].lower().split()[-1] if m["which"] else "same"
    mod = re.sub(r"\s+", " ", m["mod"].lower())
    return Deictic(_WHICH.get(which, "same"), unit, _MODIFIERS.get(mod, ""), part, season=season)


def _read_next_length(m: re.Match[str]) -> Expression | None:
    """Such as "the next few months", "the following two years", "the past decade"."""
    words = m["count"] or ("several" if m["unit"].endswith("s") else "one")
    return Length(length(words, m["unit"], ""))


_MONTH_BESIDE = (
    rf"(?:[Tt]he\s+)?(?P<which>following|next|previous|preceding|last|[Tt]hat|[Tt]his|same|[Nn]ext)\s+(?P<month>{MONTH})\b"
    r"(?!\s+\d)"
)
_NUM = rf"(?:\d{{1,3}}|{CARDINAL}|(?i:{VAGUE_NUMBER}))"
_LATER = (
    r"(?P<way>later|earlier|afterwards?|previously|ago|hence|thereafter|after(?=\s*[.,;:)])|"
    r"before(?=\s*[.,;:)]|\s+(?:and|but|he|she|they|had|was|were|when)\b))"
)
_MANY = r"(?i:moments|minutes|hours|days|weeks|months|years|decades|centuries)"
_WHICH_WORD = (
    r"(?P<which>following|next|previous|preceding|prior|[Tt]hat(?:\s+same|\s+very)?|[Tt]his(?:\s+same|\s+very)?|same|"
    r"very|[Nn]ext|[Ll]ast)"
)
_BESIDE = r"(?:next|following|last|past|previous|first|final|intervening|coming|preceding|remaining)"
_COUNT_OPENERS = ("DIGIT", "CARDINAL", "a", "an", "several", "some", "many", "few")
_MOD_OF = (
    r"(?P<mod>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose|[Rr]est|[Rr]emainder|[Ff]irst\s+half|[Ss]econd\s+half|[Ll]atter\s+(?:part|half)|"
    r"[Ll]ast\s+part|[Ee]arly\s+part)\s+of"
)
RULES: tuple[Rule, ...] = (
    Rule("shift", _COUNT_OPENERS, rf"{COUNTED}\s+{_LATER}\b", _read_shift),
    Rule(
        "duration-event",
        _COUNT_OPENERS,
        rf"{COUNTED}(?=\s+(?P<way>after|before|following|prior\s+to|from|since|into)\b)",
        _read_event_shift,
    ),
    Rule(
        "shift-vague",
        ("UNIT", "moments"),
        rf"(?P<unit>{_MANY})\s+(?P<way>later|earlier|before|after|afterwards)\b",
        _read_uncounted_shift,
    ),
    Rule(
        "deictic",
        ("the", "that", "this", "next", "last", "early", "late", "later", "earlier"),
        r"(?:(?P<mod>[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier|[Mm]id)(?:\s+on|\s+in)?\s+)?"
        rf"(?P<lead>[Tt]he\s+(?:very\s+)?|(?=[TtNnLl])){_WHICH_WORD}\s+{_DEICTIC_UNIT}\b(?![\w-])",
        _read_deictic,
    ),
    Rule("month-beside", ("the", "that", "this", "next", "last"), _MONTH_BESIDE, _read_month_beside),
    Rule(
        "day-side",
        ("the",),
        rf"[Tt]he\s+(?P<unit>day|week|month|year|{DAY_PART})\s+(?P<way>before|after|prior|following)\b",
        _read_day_side,
    ),
    Rule(
        "part-of-unit",
        tuple("end beginning start middle close rest remainder first second latter last early".split()),
        rf"{_MOD_OF}\s+(?P<which>(?:the\s+|that\s+|this\s+)(?:same|following|next|previous)?)\s*{_DEICTIC_UNIT}\b",
        _read_part_of,
    ),
    Rule(
        "part-of-unit",
        ("early", "late", "later", "earlier"),
        r"(?P<mod>[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier)\s+(?:on\s+)?in\s+"
        rf"(?P<which>the\s+|that\s+|this\s+){_DEICTIC_UNIT}\b",
        _read_part_of,
    ),
    Rule("part-of-unit", ("month", "year"), r"(?P<which>)(?P<unit>month|year)['’]s\s+(?P<mod>end)\b", _read_part_of),
    Rule(
        "span-beside",
        ("the", "next", "last", "past"),
        rf"(?:[Tt]he\s+)?{_BESIDE}\s+(?:(?P<count>{_NUM})\s+)?(?P<unit>hours|days|weeks|months|years|decades|centuries|"
        r"decade|century|(?<=past\s)(?:month|year))\b",
        _read_next_length,
    ),
)
