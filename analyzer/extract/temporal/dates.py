"""Rules for calendar dates: day, month and year in every usual order, bare months and bare years."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.expressions import Deictic, Point, Written
from analyzer.extract.temporal.guards import left_of, month_is_meant, year_is_meant
from analyzer.extract.temporal.rules import Rule
from analyzer.extract.temporal.words import (
    DAY_PART,
    ERA,
    FEASTS,
    MONTH,
    MONTH_SHORT,
    ORDINAL_WORD,
    ORDINALS,
    WEEKDAY,
    WEEKDAYS,
    alternatives,
    month_number,
)
from analyzer.values.calendars import Day, from_jdn, month_length, to_jdn

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Expression, Which

DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?P<nth>st|[nr]?d|th)?(?!\d|[.,:]\d)"
DAY_WORD = rf"(?:{DAY}|(?P<word>{ORDINAL_WORD}))"
YEAR = (
    r"(?:(?:AD|A\.\s?D\.|CE)\s?(?P<ad>\d{1,4})(?!\d)|(?P<year>1\d{3}|20\d{2})(?!\d|[.,:]\d)|(?P<early>\d{1,4})(?=\s?"
    + ERA
    + r")"
    r"|['’](?P<short>\d{2})(?!\d))(?:[/-](?P<dual>\d{1,2})(?!\d|[-/]\d))?(?:\s?(?P<era>" + ERA + "))?"
)
_OF_YEAR = r"(?:,?\s+(?:of\s+)?(?:the\s+year\s+)?" + YEAR + ")?"
_WHICH_YEAR = (
    r"(?:,?\s+(?:of|in)\s+(?P<which>that(?:\s+same)?|the\s+same|this|last|the\s+(?:following|next|previous|preceding))\s+year"
    r"|\s+(?P<beside>following|next|last)\b(?=\s*[.,;:)]|\s+(?:the|he|she|it|they|and|but|was|were|had)\b))?"
)
DAY_MONTH_YEAR = rf"{DAY_WORD}(?:\s+day)?(?:\s+of)?[\s-]+(?P<month>{MONTH_SHORT}){_OF_YEAR}{_WHICH_YEAR}(?![\w])"
MONTH_DAY_YEAR = rf"(?P<month>{MONTH_SHORT})\s+(?:the\s+)?{DAY_WORD}{_OF_YEAR}{_WHICH_YEAR}(?!\w)"
MONTH_YEAR = rf"(?P<month>{MONTH_SHORT}),?(?:\s+of)?(?:\s+the\s+year)?\s+{YEAR}(?!\w)"
MONTH_ONLY = rf"(?P<month>{MONTH})\b{_WHICH_YEAR}(?!\w)"
YEAR_ONLY = rf"{YEAR}(?!\w|[.,]?\d)"


def astronomical(year: int, era: str | None) -> int:
    """The astronomical year of a written one: 1 BC is 0."""
    return 1 - year if era and era.replace(" ", "").startswith("B") else year


def point_of(m: re.Match[str], *, month: int | None = None, day: int | None = None) -> Point:
    """The point of a match with the groups of YEAR; of a dual year (1648/49) the second, which is our reckoning."""
    groups = m.groupdict()
    if groups.get("short"):
        return Point(year=int(groups["short"]), month=month, day=day, short=True)
    written = groups.get("year") or groups.get("early") or groups.get("ad")
    if not written:
        return Point(month=month, day=day)
    year = int(written)
    if groups.get("dual") and month is not None and int(str(year + 1)[-len(groups["dual"]) :]) == int(groups["dual"]):
        year += 1
    return Point(year=astronomical(year, groups.get("era")), month=month, day=day)


def day_of(m: re.Match[str]) -> int:
    """The day of a match with the groups of DAY_WORD."""
    return int(m["day"]) if m["day"] else ORDINALS[m["word"].lower()]


_WHICH: dict[str, Which] = {
    "the": "same",
    "that": "same",
    "same": "same",
    "this": "same",
    "said": "same",
    "following": "next",
    "next": "next",
    "previous": "previous",
    "preceding": "previous",
    "last": "last",
}


def _told_year(m: re.Match[str], month: int, day: int | None) -> Deictic | None:
    """Such as "25 July of that year": the year hangs on the anchor."""
    if m["beside"]:
        return Deictic("last" if m["beside"] == "last" else "next", "month", month=month, day=day)
    if not m["which"]:
        return None
    return Deictic(_WHICH[m["which"].split()[-1].lower()], "year", month=month, day=day)


def read_day(m: re.Match[str]) -> Expression | None:
    """Day and month, perhaps with a year."""
    if m["day"] is None and m.start("month") < m.start("word") and not m["word"]:
        return None
    month, day = month_number(m["month"]), day_of(m)
    told = _told_year(m, month, day)
    if told:
        return told
    point = point_of(m, month=month, day=day)
    if m["dual"] is not None and point.year is not None:
        return Written((point,), calendar="julian", basis="marked", dual_year=True)
    return Written((point,))


def _read_day_of_month(m: re.Match[str]) -> Expression | None:
    """Such as "the 26th of the same month", "the fifth of the following month"."""
    return Deictic(_WHICH[m["which"].split()[-1].lower()], "month", day=day_of(m))


def _read_edge_of_month(m: re.Match[str]) -> Expression | None:
    """Such as "the last day of June", "the first night of May 1861"."""
    month, point = month_number(m["month"]), point_of(m)
    if m["edge"].lower() == "last" and month == 2 and point.year is None:
        return None
    day = 1 if m["edge"].lower() == "first" else month_length(point.year or 1, month, "gregorian")
    part = m["part"].lower()
    return Written((replace(point, month=month, day=day),), part="" if part == "day" else part)


def _read_day_of_week(m: re.Match[str]) -> Expression | None:
    """Such as "Tuesday the 30th": month and year hang on what was said before."""
    closed = CLOSED.match(m.string, m.end()) or _SOMEBODY.match(m.string, m.end())
    if not closed or not (m["nth"] or m["word"]):
        return None
    return Written((Point(day=day_of(m), weekday=WEEKDAYS[m["weekday"].lower()]),))


def _read_year_first(m: re.Match[str]) -> Expression | None:
    """Such as "1821, March." or "1821, 3 March." at the head of a line."""
    if not _LINE_HEAD.search(left_of(m.string, m.start())):
        return None
    day = int(m["day"] or m["day2"]) if m["day"] or m["day2"] else None
    return Written((Point(int(m["year"]), month_number(m["month"]), day),))


def _read_month_year(m: re.Match[str]) -> Expression | None:
    return Written((point_of(m, month=month_number(m["month"])),))


def _read_month(m: re.Match[str]) -> Expression | None:
    month = month_number(m["month"])
    if not month_is_meant(m.string, m.start("month"), m.end("month")):
        return None
    return _told_year(m, month, None) or Written((Point(month=month),))


def _read_year(m: re.Match[str]) -> Expression | None:
    if m["dual"] is not None:
        return None
    if m["year"] and not m["era"] and not year_is_meant(m.string, m.start(), m.end()):
        return None
    if m["short"] and not re.search(
        r"\b(?:in|of|by|since|until|from|late|early|mid|to)[\s-]$", left_of(m.string, m.start())
    ):
        return None
    return Written((point_of(m),))


def _read_early_year(m: re.Match[str]) -> Expression | None:
    """Such as "in 480": a year only where the text tells of ancient times."""
    if not _EARLY_OPENER.search(left_of(m.string, m.start())) or not CLOSED.match(m.string, m.end()):
        return None
    return Written((Point(year=int(m["number"]), early=True),))


def _read_iso(m: re.Match[str]) -> Expression | None:
    month, day = int(m["month"]), int(m["day"])
    return Written((Point(int(m["year"]), month, day),)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _read_numeric(m: re.Match[str]) -> Expression | None:
    """Such as 25.12.1991 or 12/25/1991; where both orders can be meant the day is taken first and marked uncertain."""
    first, second, year = int(m["a"]), int(m["b"]), int(m["year"])
    day, month = (second, first) if second > 12 else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    unclear = first <= 12 and second <= 12 and first != second and m["mark"] == "/"
    return Written((Point(year, month, day),), uncertain=unclear)


_NIGHT_OF = re.compile(
    rf"\b{DAY_PART}\s+of\s+(?:the\s+)?$|\b(?i:on|by|until|till|from|since|of|before|after)\s+the\s+$"
)
_EARLY_OPENER = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Aa]fter|[Bb]efore|of|[Ff]rom)\s+(?:early\s+|late\s+)?$"
)
CLOSED = re.compile(
    r"\s*(?:[.,;:)\]–—]|$)|\s+(?:the|he|she|it|they|his|her|their|a|an|and|or|was|were|when|at|in|to|but|who|which|that|by|"
    r"with|as|after|before|because|while|had|did|saw|came)\b"
)
_SOMEBODY = re.compile(
    r"\s+(?:I|we|you|my|our|your|its|this|there|some|all|every|no|nobody|everybody|somebody|one|two|three|of|from|for|on|"
    r"came|went|until|till)\b"
)  # what stands after a day beside its weekday, and after no ordinal that numbers a thing
_OPENS = re.compile(r"(?:^|[.!?”\"]\s+|\n)The\s+$")
_DAY_ACTS = re.compile(r"\s+(?:was|fell|dawned|broke|opened|began|brought|found|saw|passed)\b")
_PART_OF = re.compile(rf"\b{DAY_PART}\s+of\s+(?:the\s+)?$")
_GOES_ON = re.compile(r"\s+(?:into|under|from|for|upon|over|through|among|near|without)\b")
_DONE = re.compile(
    r"\s+(?:taken|put|brought|found|shot|sent|seen|held|given|driven|[a-z]{2,}[^e\W]ed)\s+(?:with|to|from|into|by|in|at)\b"
)
_NAME_ACTS = re.compile(r"\s+[A-Z][a-z]+\s+(?:was|were|had|[a-z]+ed)\b")


def _read_bare_day(m: re.Match[str]) -> Expression | None:
    """Such as "the night of the 23rd": month and year hang on what was said before."""
    left = left_of(m.string, m.start())
    part = _PART_OF.search(left) is not None
    behind = (CLOSED, _GOES_ON, *((_NAME_ACTS, _DONE) if part else ()))
    closed = any(pattern.match(m.string, m.end()) for pattern in behind)
    opens = _OPENS.search(left) and _DAY_ACTS.match(m.string, m.end())
    if not m["nth"] or not (opens or (_NIGHT_OF.search(left) and closed)):
        return None
    return Written((Point(day=int(m["day"])),))


def _read_feast(m: re.Match[str]) -> Expression | None:
    name = re.sub(r"\s+", " ", re.sub(r"^(?:st\.?|saint)\s", "st ", m["feast"].lower().replace("’", "'")))
    if m["side"]:
        return _beside_feast(m, FEASTS[name])
    if _kept_on_a_date(m):
        month, day = FEASTS[name]
        return Written((point_of(m, month=month, day=day),), told=False)
    if name == "christmas" and not m["year"] and not _AT_CHRISTMAS.search(left_of(m.string, m.start())):
        return None
    if name == "christmas" and _CHRISTMAS_THING.match(m.string, m.end()):
        return None
    month, day = FEASTS[name]
    return Written((point_of(m, month=month, day=day),))


def _beside_feast(m: re.Match[str], feast: tuple[int, int]) -> Expression | None:
    """Such as "the day after Christmas"."""
    written = point_of(m)
    there = from_jdn(
        to_jdn(Day(written.year or 1, *feast), "gregorian") + (1 if m["side"] == "after" else -1), "gregorian"
    )
    year = None if written.year is None else there.year
    part = m["part"].lower()
    return Written((Point(year, there.month, there.day),), part="" if part == "day" else part)


def _kept_on_a_date(m: re.Match[str]) -> bool:
    """Such as "Christmas Day was spent on the 27th": the feast is what was kept, the day is told beside it."""
    if _WAS_KEPT.match(m.string, m.end()):
        return True
    return bool(_KEPT.search(left_of(m.string, m.start())) and _ON_DAY.match(m.string, m.end()))


def _read_weekday(m: re.Match[str]) -> Expression | None:
    """A weekday alone; before a date it belongs to that, and "Bloody Sunday" is a name."""
    if _DATE_FOLLOWS.match(m.string, m.end()) or _NAMED_DAY.search(left_of(m.string, m.start())):
        return None
    return Written((Point(weekday=WEEKDAYS[m["weekday"].lower()]),))


_DATE_FOLLOWS = re.compile(rf",?\s+(?:the\s+)?(?:\d|{MONTH_SHORT}\s+\d)|['’]s?\s+[A-Z]|\s+[A-Z]")
_NAMED_DAY = re.compile(r"\b(?!On |In |By |The |Last |Next |That )[A-Z][\w']+\s+$")
_AT_CHRISTMAS = re.compile(r"\b(?:at|by|on|before|after|since|until|till|around|over|of|for)\s+$", re.IGNORECASE)
_KEEP = r"(?:spent|kept|celebrated|observed|held|marked|honou?red)"
_ON_DAY = re.compile(rf"\s+(?:only\s+)?on\s+(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:\d|{MONTH_SHORT}\s|{ORDINAL_WORD}\b)")
_WAS_KEPT = re.compile(
    r"\s+(?:was|is|were|being|to\s+be|(?:had|has|have)\s+been)\s+(?:\w+\s+)?"
    rf"{_KEEP}[^.;:!?\d]{{0,40}}?{_ON_DAY.pattern}"
)
_KEPT = re.compile(rf"\b(?:{_KEEP}|keep(?:ing)?|celebrat(?:e|ing)|observ(?:e|ing))\s+(?:their\s+|the\s+)?$")
_CHRISTMAS_THING = re.compile(
    r"\s+(?:trees?|season|cards?|gifts?|presents?|part(?:y|ies)|carols?|dinner|toys?|songs?|markets?|stor(?:y|ies)|play|"
    r"special|shopping|holidays?|vacation|lights|music|cake|pudding|bonus|album|movie|film|episode|Island)\b"
)
_LINE_HEAD = re.compile(r"(?:^|\n)[ \t•*·–—-]*$")
_DAY_AFTER = DAY.replace("<day>", "<day2>").replace("<nth>", "<nth2>")
_FEAST = alternatives(
    [re.sub(r"^st ", r"(?:st\\.?|saint) ", n).replace("'", "['’]").replace(" ", r"\s+") for n in FEASTS]
)
_FEAST_DAY = rf"(?P<feast>(?i:{_FEAST}))(?:,?\s+(?:of\s+|in\s+)?{YEAR})?(?!\w)"

RULES: tuple[Rule, ...] = (
    Rule("day-month-year", ("DIGIT", "ORDINAL"), DAY_MONTH_YEAR, read_day),
    Rule("month-day-year", ("MONTH",), MONTH_DAY_YEAR, read_day),
    Rule("month-year", ("MONTH",), MONTH_YEAR, _read_month_year),
    Rule("month", ("MONTH",), MONTH_ONLY, _read_month),
    Rule("year", ("DIGIT", "SHORT", "ad", "a"), YEAR_ONLY, _read_year),
    Rule("early-year", ("DIGIT",), r"(?P<number>[1-9]\d{2})(?![\w%°]|[.,]\d)", _read_early_year),
    Rule("iso-date", ("DIGIT",), r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![-\d])", _read_iso),
    Rule(
        "numeric-date",
        ("DIGIT",),
        r"(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>1\d{3}|20\d\d)(?![-./]?\d)",
        _read_numeric,
    ),
    Rule("bare-day", ("DIGIT",), DAY + r"(?!\w)", _read_bare_day),
    Rule("feast", ("FEAST",), rf"(?P<part>)(?P<side>){_FEAST_DAY}", _read_feast),
    Rule(
        "feast",
        ("the", "day", "night", "morning", "evening"),
        rf"(?:[Tt]he\s+)?(?P<part>day|{DAY_PART})\s+(?P<side>after|before)\s+{_FEAST_DAY}",
        _read_feast,
    ),
    Rule(
        "day-of-month",
        ("DIGIT", "ORDINAL"),
        rf"{DAY_WORD}\s+(?:day\s+)?of\s+(?P<which>that(?:\s+same)?|(?:the|this)\s+same|this|the\s+"
        r"(?:said|following|next|previous|preceding)|the)\s+month\b",
        _read_day_of_month,
    ),
    Rule(
        "month-edge",
        ("the", "last", "first"),
        rf"(?:[Tt]he\s+(?:very\s+)?)?(?P<edge>[Ll]ast|[Ff]irst)\s+(?P<part>day|{DAY_PART})\s+(?:of|in)\s+(?P<month>{MONTH})\b"
        rf"{_OF_YEAR}(?!\w)",
        _read_edge_of_month,
    ),
    Rule(
        "weekday-day",
        ("WEEKDAY",),
        rf"(?P<weekday>{WEEKDAY}),?\s+the\s+{DAY_WORD}(?!\w|,?\s+(?:day\s+)?(?:of\b|{MONTH_SHORT}))",
        _read_day_of_week,
    ),
    Rule(
        "year-first",
        ("DIGIT",),
        rf"(?P<year>1\d{{3}}|20\d\d)[,:]?[ \t]+(?:{DAY}[ \t]+)?(?P<month>{MONTH_SHORT})(?:[ \t]+{_DAY_AFTER})?"
        r"(?=\s*(?:[.:;,|(–—]|-|$))",
        _read_year_first,
    ),
    Rule("weekday", ("WEEKDAY",), rf"(?P<weekday>{WEEKDAY})\b", _read_weekday),
)
