"""Keeps names, counts and labels from being read as dates: event names, titles, troop numbers, page numbers."""

from __future__ import annotations

import re

from analyzer.extract.temporal.words import MONTH, SEASON

_EVENT_NOUN = (
    "Revolution|Revolutions|Days?|Manifesto|Uprising|Rising|Crisis|Coup|Theses|War|Wars|Events?|Offensive|Agreement|Bloc|"
    "Massacre|Constitution|Laws?|Conspiracy|Plot|Decrees?|Declaration|Movement|Group|League|Party|Monarchy|Palace|Purge|"
    "Riots?|Rebellion|Insurrection|Putsch|Ordinances|Conference|Congress|Treaty|Accords?|Protocols?|Program(?:me)?|Plan|"
    "Olympics|Games|Festival|Society|Brigade|Line|Street|Square|Bank|Awakening|Harvest|Storm|Guards?|Theatre|Quarters|"
    "revolution|days|theses|manifesto|uprising|insurrection|putsch|monarchy|coup"
)
_NAMED_EVENT = re.compile(rf"['’]?\s+(?:[A-Z]\w+\s+)?(?:{_EVENT_NOUN})\b")
_TITLE_BEFORE = re.compile(r"[\w,;’'\"”][\s]+(?:[A-Z][a-z]+s?)\s+of\s+$|[\"“‘'][A-Z][a-z]+\s+of\s+$")
_TIME_WORD = re.compile(
    r"(?:Beginning|End|Middle|Start|Late|Early|Spring|Summer|Autumn|Winter|Fall|Morning|Night|Evening|Afternoon|First|"
    r"Ides|Calends|Kalends|Nones|Month|Year|Days?)\s+of\s+$"
)
_MONTH_OPENER = re.compile(
    r"\b(?:in|by|of|since|until|till|from|during|before|after|through|to|early|late|mid|last|next|this|that|between|"
    rf"throughout|around|about|for|a|{MONTH}\s(?:and|or))[\s-]+$",
    re.IGNORECASE,
)
_YEAR_OPENER = re.compile(
    r"\b(?:in|by|since|until|till|during|before|after|circa|ca?\.|early|late|mid|year|throughout|most\s+of|"
    rf"{SEASON}|{MONTH}|autumn)[\s,-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"(?:[$£€¥#§&/]|\b(?:pp?|no|nos|vol|ch|fig|nr|op)\.\s?|\b(?:[Ff]light|[Rr]oute|[Nn]umber|[Hh]ighway|[Mm]odel|[Pp]ages?|"
    r"[Rr]esolution|[Dd]irective|[Oo]rder|[Uu]nit|[Rr]egiment|[Ll]ine|[Cc]hapter|[Ss]ection|[Aa]rticle|[Rr]oom|[Hh]ill|"
    r"[Ss]quadron|[Cc]hannel|[Ii]tem|[Pp]aragraph|[Cc]ode|Boeing|Apollo|Airbus|Windows|Mark|MiG|Security Council)\s)$"
)
_COUNT_BEFORE = re.compile(
    r"\b(?:than|least|most|nearly|almost|over|some|only|another|additional|approximately|roughly|estimated|exactly|"
    r"those|these|all|other|under|up to|total of|force of|crew of|population of|garrison of|number of|out of|with|"
    r"lost|killed|captured|wounded|hundred|numbering|numbered|totall?ed|totall?ing|took|sent|had|has|have)\s+$"
)
_COUNTED = re.compile(
    r"[\s-]+(?:(?!(?:with|to|in|by|from|of|and|the|was|were|for|on|at|as|when|but)\b)\w+[\s-]){0,2}?(?:(?P<measure>miles?|kilomet\w+|km|tons?|tonnes|rubles|roubles|dollars|pounds|francs|"
    r"marks|lire|pesos|met(?:er|re)s?|m|ft|feet|yards|acres|hectares|sq|square|horsepower|hp|calories|degrees|kg|"
    r"kilograms|lbs?|words|pages|talents|rounds)|(?P<noun>men|people|troops|soldiers|workers|members|killed|wounded|dead|"
    r"strikers|prisoners|demonstrators|casualties|aircraft|planes|tanks|guns|copies|cavalry\w*|infantry\w*|horse\w*|"
    r"sailors|victims|civilians|refugees|volunteers|officers|deaths|pieces|bodies|houses|homes|inhabitants|residents|"
    r"students|delegates|votes|seats|ships|vessels|boats|rifles|weapons|fighters|militia\w*|regulars|slaves|warriors|"
    r"hoplites|triremes|Americans|Germans|Russians|Soviets|Marines))\b(?!['’])|\s?[%°]|,\d{3}"
)
_SURNAME = re.compile(r"\s+[A-Z][a-z]+\b")
_ADDRESS = re.compile(r"\s+(?:[A-Z]\w+\s+){1,3}(?:Avenue|Street|Road|Lane|Boulevard|Drive|Place)\b")
_NEAR_COUNTED = re.compile(r"[\s-]+(?:strong|were\s+(?:killed|wounded|captured|taken))\b")
_QUOTE_BEFORE = re.compile(r"[\"“‘„«]$")
_QUOTE_AFTER = re.compile(r"[\"”’“»]")
_NUMERAL_GLUE_BEFORE = re.compile(r"[\d][.,:/-]$|[A-Za-z]-$|[-–.,/]$")
_MID_PREFIX = re.compile(r"\b(?:[Mm]id|[Ll]ate|[Ee]arly|[Pp]re|[Pp]ost)-$|\s[-–—]$|[A-Za-z)][–—]$|[a-z][.,]$")


def left_of(text: str, position: int, width: int = 40) -> str:
    """At most `width` characters before `position`."""
    return text[max(0, position - width) : position]


def names_event(text: str, end: int) -> bool:
    """Whether the word that ends at `end` opens the name of an event: "June Days", "April Theses".

    >>> names_event("the June Days of 1848", 8), names_event("in June he left", 7)
    (True, False)
    """
    return _NAMED_EVENT.match(text, end) is not None


def in_title(text: str, start: int, end: int) -> bool:
    """Whether `[start, end)` is the tail of a title ("Heroes of May") or stands alone in quotation marks."""
    left = left_of(text, start)
    return in_quotes(text, start, end) or (bool(_TITLE_BEFORE.search(left)) and not _TIME_WORD.search(left))


def in_quotes(text: str, start: int, end: int) -> bool:
    """Whether `[start, end)` fills a pair of quotation marks."""
    return bool(_QUOTE_BEFORE.search(text[max(0, start - 1) : start]) and _QUOTE_AFTER.match(text, end))


def month_is_meant(text: str, start: int, end: int) -> bool:
    """Whether a bare month name is a month: no event name, title or person; "May" and "March" need a preposition."""
    if names_event(text, end) or in_title(text, start, end):
        return False
    if text[start:end].lower() not in {"may", "march"} and not _SURNAME.match(text, end):
        return True
    return _MONTH_OPENER.search(left_of(text, start)) is not None


def year_is_meant(text: str, start: int, end: int) -> bool:
    """Whether a bare number of four digits is a year and not a count, a label or part of a longer number."""
    left = left_of(text, start)
    if _LABEL_BEFORE.search(left) or (_NUMERAL_GLUE_BEFORE.search(left) and not _MID_PREFIX.search(left)):
        return False
    if _counts(text, end, opened=_YEAR_OPENER.search(left) is not None):
        return False
    if in_quotes(text, start, end) or text[end : end + 1] in {"°", "%", "$"}:
        return False
    if _ADDRESS.match(text, end) and not _YEAR_OPENER.search(left):
        return False
    return not (_COUNT_BEFORE.search(left) or _NEAR_COUNTED.match(text, end))


def _counts(text: str, end: int, *, opened: bool) -> bool:
    """Whether a counted noun follows; after "in", "since" and their like only a measure directly beside it counts."""
    m = _COUNTED.match(text, end)
    if m is None or not opened:
        return m is not None
    return m["noun"] is None and (m["measure"] is None or m.start("measure") - end == 1)
