"""Rules for times of day: digits with or without a.m. and p.m., military hours, noon and midnight, zones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.temporal.clock_context import in_context
from analyzer.extract.temporal.expressions import Clock
from analyzer.extract.temporal.guards import left_of
from analyzer.extract.temporal.rules import Rule
from analyzer.values.times import ClockTime

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Expression

HALF_DAY = r"(?:[aApP]\.?\s?[mM]\b\.?)"
ZONE = (
    r"(?:\s*\(?(?P<zone>(?:GMT|UTC|UT|Z|EST|EDT|ET|CST|CDT|MST|MDT|PST|PDT|CET|CEST|EET|EEST|BST|MSK|JST|IST|AEST)\b"
    r"(?:\s?[+−-]\s?\d{1,2}(?::\d\d)?)?|(?:[A-Z]\w+\s){0,2}(?:(?:[Ll]ocal|[Ss]tandard|[Dd]aylight|[Ss]ummer|[Mm]ean)\s)"
    r"[Tt]ime|[A-Z]\w+\s[Tt]ime)\b\)?)?"
)
DIGITS = (
    r"(?P<hour>[01]?\d|2[0-4])(?:(?P<mark>[:.h])(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?)?(?!\d|[.,:]\d)"
    rf"(?:\s?(?P<half>{HALF_DAY})|\s?(?P<hours>(?:hrs|hours|h)\b\.?)|\s?(?P<oclock>o['’]clock\b))?{ZONE}"
)
_COLUMN = re.compile(r"[ ]*(?:[|\t–—]|--|-[ ]|:\s)")
_ENTRY = re.compile(r"\.\s+[A-Z].*[.!?]", re.DOTALL)
_ENDED = re.compile(r"[.!?:][”\"’)]?\s+$")
_GLUED = re.compile(r"[\d.,:/]$|(?<!:\d\d)[–-]$")
AT = re.compile(
    r"\b(?:at|about|around|by|until|till|from|before|after|since|approximately|towards?|between|past|nearly|almost|near)\s+$",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"{AT.pattern}|\b(?:[Ii]t|clock|watch)\s+(?:was|is|said|showed|read)\s+$", re.IGNORECASE)
_NOT_TIME = re.compile(
    r"\s*(?:[%/]|°|per\s?cent|million|billion|km|miles?|dollars|pounds|euros|percent|degrees|N\b|S\b|E\b|W\b|"
    r"[′'’″]|m\b|kg|metres|meters|feet|victory|win|loss|defeat|draw|seconds)"
)
_MONEY_BEFORE = re.compile(
    r"(?:[$£€¥]|\b(?:latitude|longitude|lat|lon|scores?(?:\s+(?:of|was))?|won|lost|verse|ratio of)\.?)\s?$"
)


def _refused(m: re.Match[str]) -> bool:
    """Degrees, prices, scores, verses: digits that only look like a time."""
    if m["half"] or m["oclock"] or m["zone"] or (m["minute"] is not None and _opens_entry(m)):
        return False
    left = left_of(m.string, m.start())
    if _NOT_TIME.match(m.string, m.end()) or _MONEY_BEFORE.search(left) or _GLUED.search(left):
        return True
    if m["hours"]:
        return m["minute"] is None
    if m["minute"] is not None and _heads_line(m):
        return False
    if m["minute"] is None or ((m["mark"] == "." or len(m["hour"]) == 1) and not _TOLD.search(left)):
        return True
    return m["mark"] == "h" and bool(re.match(r"\w", m.string[m.end() : m.end() + 1]))


def _opens_entry(m: re.Match[str]) -> bool:
    """Whether the digits open an entry of a chronicle that is a sentence: "5.30. First explosion."."""
    left = left_of(m.string, m.start())
    return (not left.strip() or _ENDED.search(left) is not None) and _ENTRY.match(m.string, m.end()) is not None


def _heads_line(m: re.Match[str]) -> bool:
    """Whether the digits open a row of a table of hours: "07.20 | ...", "5.30 - ..."."""
    opens = not m.start() or m.string[m.start() - 1] == "\n"
    return opens and _COLUMN.match(m.string, m.end()) is not None


def _read_digits(m: re.Match[str]) -> Expression | None:
    if _refused(m):
        return None
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    second = int(m["second"]) if m["second"] else None
    half = (m["half"] or "")[:1].lower()
    if half and hour == 0 and m["minute"] is None:
        return None
    if half and not 1 <= hour <= 12:
        half = ""  # "14:05 p.m." is only said twice
    twelve = 1 <= hour <= 12 and m["hour"][0] != "0" and (second is None or len(m["hour"]) == 1)
    ambiguous = not half and not m["hours"] and twelve and (m["mark"] != "h" or bool(m["oclock"]))
    return told(m, clock(hour, minute, second, half=half, zone=m["zone"] or "", ambiguous=ambiguous))


def _read_military(m: re.Match[str]) -> Expression | None:
    hour, minute = int(m["hour"]), int(m["minute"])
    return clock(hour, minute, None, zone=m["zone"] or "") if hour < 24 else None


def _read_noon(m: re.Match[str]) -> Expression | None:
    midnight = m["noon"].lower() == "midnight"
    return told(m, Clock(ClockTime("00:00", 0, 0) if midnight else ClockTime("12:00", 12, 0)))


def told(m: re.Match[str], time: Clock) -> Clock:
    """The time as the words around it have it: about, shortly before, in the evening."""
    return Clock(in_context(m.string, m.start(), m.end(), time.time))


def clock(
    hour: int, minute: int, second: int | None, *, half: str = "", zone: str = "", ambiguous: bool = False
) -> Clock:
    """A time of the 12-hour clock where `half` is "a" or "p", else of the 24-hour clock."""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
        ambiguous = False
    hour %= 24
    value = f"{hour:02d}:{minute:02d}" + ("" if second is None else f":{second:02d}")
    return Clock(ClockTime(value, hour, minute, second, ambiguous=ambiguous, zone=zone))


RULES: tuple[Rule, ...] = (
    Rule("clock", ("DIGIT",), DIGITS, _read_digits),
    Rule(
        "military-hours",
        ("DIGIT",),
        rf"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?(?:hrs|hours|h)\b\.?{ZONE}",
        _read_military,
    ),
    Rule(
        "military-hours",
        ("DIGIT",),
        r"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?(?P<zone>GMT|UTC|Zulu|Z|EST|EDT|CET|local\s+time)\b",
        _read_military,
    ),
    Rule("noon", ("noon", "midday", "midnight"), r"(?P<noon>[Nn]oon|[Mm]idday|[Mm]idnight)\b", _read_noon),
)
