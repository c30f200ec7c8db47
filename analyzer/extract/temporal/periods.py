"""Rules for seasons, decades, centuries, and ranges whose first half can't be read alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.temporal.dates import DAY, YEAR, astronomical, point_of
from analyzer.extract.temporal.expressions import Point, Vague, Written
from analyzer.extract.temporal.guards import in_title, left_of, names_event, year_is_meant
from analyzer.extract.temporal.rules import Rule
from analyzer.extract.temporal.words import (
    CARDINALS,
    DASH,
    ERA,
    MONTH,
    MONTH_SHORT,
    ORDINAL_WORD,
    ORDINALS,
    SEASON,
    SEASONS,
    alternatives,
    month_number,
)

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Expression

_TO = rf"(?:{DASH}|\s+(?:to|until|till|through)\s+)"
_JOIN = rf"(?:{DASH}|\s+(?:to|until|till|through|and|or)\s+(?:the\s+)?)"
_DAY_JOIN = rf"(?:{_JOIN}|\s?/\s?)"
_DAY_TWO = DAY.replace("<day>", "<day2>").replace("<nth>", "<nth2>")
_SEASON_OPENER = re.compile(
    r"\b(?:in|by|of|since|until|till|from|during|before|after|through|to|early|late|mid|last|next|this|that|each|every|"
    r"the|following|previous|same|throughout|around|by|winter|for)[\s-]+$",
    re.IGNORECASE,
)
_ANY_SEASON = re.compile(
    r"\b(?:an?|your|his|her|their|our|my|every|each|cold|mild|hot|harsh|severe|first|second|like|unlike|between)\s+$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_FALL_OF = re.compile(
    r"\s+(?:of|to|in(?!\s+\d)|from|under|short|out|apart|behind|into|on|guy|back|off|line|was|and(?!\s+winter))\b"
)


def _read_season(m: re.Match[str]) -> Expression | None:
    word, left = m["season"], left_of(m.string, m.start())
    written = m["year"] or m["early"] or m["ad"] or m["short"]
    if not written:
        if names_event(m.string, m.end("season")) or in_title(m.string, m.start(), m.end()):
            return None
        if word.lower() in {"fall", "spring"} and not _SEASON_OPENER.search(left):
            return None
        if word.lower() == "fall" and (_FALL_OF.match(m.string, m.end()) or re.search(r"\bto\s+$", left)):
            return None
        if word[0].isupper() and re.match(r"\s+[A-Z]", m.string[m.end() : m.end() + 3]):
            return None
        if _ANY_SEASON.search(left):
            return Vague()
    return Written((Point(year=point_of(m).year, season=SEASONS[word.lower()], short=bool(m["short"])),))


def _read_decade(m: re.Match[str]) -> Expression | None:
    if m["era"] is None and m["decade"] is not None and len(m["decade"]) < 4:
        return None
    if m["short"]:
        return Written((Point(year=int(m["short"]), span="decade", short=True),))
    year = int(m["decade"])
    if m["era"] and m["era"].startswith("B"):
        return Written((Point(year=1 - year - 9, span="decade"),))
    whole = year % 100 == 0 and year < 2000  # "the 1700s" is the century far more often than its first decade
    return Written((Point(year=year, span="century" if whole else "decade"),))


def _read_century(m: re.Match[str]) -> Expression | None:
    number = int(m["number"]) if m["number"] else ORDINALS[m["word"].lower()]
    if not 1 <= number <= 30:
        return None
    first = -100 * number + 1 if m["era"] and m["era"].startswith("B") else 100 * (number - 1)
    return Written((Point(year=first, span="century"),))


def _read_day_range(m: re.Match[str]) -> Expression | None:
    """Such as "3–4 July 1918", "July 3–4": two days of one month."""
    month, first, second = month_number(m["month"]), int(m["day"]), int(m["day2"])
    named = bool(re.search(r"\b(?:and|or)\b", m.string[m.start() : m.end()]))
    between = _BETWEEN.search(left_of(m.string, m.start()))
    if re.search(r"\d\s?/", m[0]) and second != first + 1:
        return None
    if second <= first or (named and second != first + 1 and not between):
        return None
    return Written((point_of(m, month=month, day=first), point_of(m, month=month, day=second)))


def _read_month_range(m: re.Match[str]) -> Expression | None:
    """Such as "May–June 1918", "January and February 1918"; with two years written it is read elsewhere."""
    first, second = month_number(m["month"]), month_number(m["month2"])
    last = point_of(m, month=second)
    year = last.year if last.year is None or first <= second else last.year - 1
    return Written((Point(year, first, short=last.short), last))


def _read_year_range(m: re.Match[str]) -> Expression | None:
    if not m["era"] and not year_is_meant(m.string, m.start("year"), m.end("year")):
        return None
    if re.match(r"[\s-]*(?:men|troops|soldiers|people|km|miles|m\b|tons|casualties)", m.string[m.end() : m.end() + 14]):
        return None
    first, tail = int(m["year"]), m["tail"]
    if len(tail) <= 2 and not m["era"] and re.search(r"[a-z]", m[0]):
        return None
    second = int(m["year"][: -len(tail)] + tail) if len(tail) < len(m["year"]) and not m["era"] else int(tail)
    first, second = astronomical(first, m["era"]), astronomical(second, m["era"])
    return Written((Point(first), Point(second))) if first < second and second - first <= 1500 else None


def _read_season_range(m: re.Match[str]) -> Expression | None:
    """Such as "the winter of 1941–42": one season that two years share."""
    return Written((Point(int(m["year"]), season=SEASONS[m["season"].lower()]),))


_TWENTIES = {f"{word[:-1]}ies": 10 * number for number, word in enumerate(list(CARDINALS)[19:27], 2)}


def _read_decade_word(m: re.Match[str]) -> Expression | None:
    left = left_of(m.string, m.start())
    if not re.search(r"\b(?:the|early|late|mid)[\s-]$", left) or re.search(r"\b(?:his|her|their|my)\b[\s\w-]*$", left):
        return None
    return Written((Point(year=_TWENTIES[m["word"].lower()], span="decade", short=True),))


RULES: tuple[Rule, ...] = (
    Rule(
        "day-range",
        ("DIGIT",),
        rf"{DAY}{_DAY_JOIN}{_DAY_TWO}(?:\s+of)?\s+(?P<month>{MONTH_SHORT})(?:,?\s+{YEAR})?(?!\w)",
        _read_day_range,
    ),
    Rule(
        "day-range",
        ("MONTH",),
        rf"(?P<month>{MONTH_SHORT})\s+{DAY}{_DAY_JOIN}{_DAY_TWO}(?:,?\s+{YEAR})?(?!\w)",
        _read_day_range,
    ),
    Rule(
        "month-range",
        ("MONTH",),
        rf"(?P<month>{MONTH})(?:{DASH}|\s(?:to|until|till|through|and|or)\s)(?P<month2>{MONTH})(?:,?\s+(?:of\s+)?{YEAR})?(?!\w|\s\d)",
        _read_month_range,
    ),
    Rule(
        "year-range",
        ("DIGIT",),
        rf"(?P<year>1\d{{3}}|20\d\d){_TO}(?P<tail>1\d{{3}}|20\d\d|\d\d?)(?![\d/–-]|[.,]\d|(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_SHORT})(?P<era>)",
        _read_year_range,
    ),
    Rule(
        "year-range",
        ("DIGIT",),
        rf"(?P<year>\d{{1,4}})(?:{_TO}|\s+and\s+)(?P<tail>\d{{1,4}})\s?(?P<era>{ERA})",
        _read_year_range,
    ),
    Rule(
        "season",
        ("SEASON",),
        rf"(?P<season>{SEASON})\b(?:,?\s+(?:of\s+)?(?:the\s+year\s+)?{YEAR})?(?!\w)",
        _read_season,
    ),
    Rule(
        "season-range",
        ("SEASON",),
        rf"(?P<season>{SEASON})\s+(?:of\s+)?(?P<year>1\d{{3}}|20\d\d)[-–/](?:1\d{{3}}|20\d\d|\d\d?)(?!\d)",
        _read_season_range,
    ),
    Rule(
        "decade",
        ("DIGIT", "SHORT"),
        rf"(?:(?P<decade>\d{{1,3}}0)|['’](?P<short>\d0))['’]?s\b(?:\s?(?P<era>{ERA}))?",
        _read_decade,
    ),
    Rule("decade-word", tuple(_TWENTIES), rf"(?P<word>(?i:{alternatives(_TWENTIES)}))\b", _read_decade_word),
    Rule(
        "century",
        ("DIGIT", "ORDINAL"),
        rf"(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>(?i:{ORDINAL_WORD})))[\s-]+[Cc]entur(?:y|ies)\b(?:\s?(?P<era>{ERA}))?",
        _read_century,
    ),
)
