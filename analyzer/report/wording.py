"""The words a reader sees for relations, severities and normal values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.values.date_words import describe, range_words
from analyzer.values.edtf import EdtfError, parse_edtf
from analyzer.values.quantity_words import unit_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
RELATIONS = {
    "conflict": "Conflict",
    "calendar_variant": "Two calendars, one day",
    "granularity": "One is less exact",
    "rounding": "Rounded",
    "name_variant": "One name, two spellings",
    "complementary": "Two aspects",
    "agreement": "Agreement",
}
RELATION_SIGNS = {
    "conflict": "≠",
    "calendar_variant": "≅",
    "granularity": "⊃",
    "rounding": "≈",
    "name_variant": "∼",
    "complementary": "+",
    "agreement": "=",
}
RELATION_MEANINGS = {
    "conflict": "The readings can't all be right.",
    "calendar_variant": "The same day, once in the Julian and once in the Gregorian calendar.",
    "granularity": "One reading contains the other.",
    "rounding": "The same quantity at another precision.",
    "name_variant": "Spellings, transliterations or former names of one person or place; spellings of one quotation.",
    "complementary": "The same event, another aspect of it.",
    "agreement": "The same value, told independently or in other words.",
}
SEVERITIES = {3: "serious", 2: "notable", 1: "detail"}
SEVERITY_SIGNS = {3: "▲▲▲", 2: "▲▲△", 1: "▲△△"}
SEVERITY_MEANINGS = {
    3: "changes the story: a key event, a person's role, an order of magnitude",
    2: "a fact a careful reader would want to settle",
    1: "hardly matters to the story",
}
INFORMATION = {  # the number of the Admiralty code, in words that do not claim to know the truth
    1: "confirmed by independent accounts",
    2: "probable",
    3: "possible",
    4: "doubtful",
    5: "improbable",
    6: "can't be judged",
}
INNOCENT = {  # words in a reason's code -> the innocent explanation it tries
    "calendar": "calendar",
    "conver": "calendar",
    "julian": "calendar",
    "granularity": "granularity",
    "contain": "granularity",
    "rounding": "rounding",
    "approx": "rounding",
    "about": "rounding",
    "inferred": "inferred part",
    "unit": "unit",
    "scope": "scope",
    "zone": "time zone",
    "copy": "copying",
    "reuse": "copying",
    "slip": "slip of the pen",
    "modality": "planned or done",
    "attribution": "hearsay",
    "alias": "name variant",
    "translit": "name variant",
    "middle": "name variant",
    "spacing": "name variant",
    "given-form": "name variant",
    "initial": "name variant",
    "diacritic": "name variant",
    "former": "name variant",
    "near_variant": "name variant",
    "name_variant": "name variant",
    "spelling": "name variant",
}
NO_TRIAL = frozenset({"no_conversion"})  # says that no other calendar could be meant: nothing was tried
NUMBER = re.compile(r"(~?)(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?(?: (\S.*))?")
UNIT = re.compile(r"\[[A-Za-z_]{2,12}\](?:/h)?")
CURRENCIES = {"[EUR]": "euros", "[USD]": "US dollars", "[GBP]": "pounds sterling"}
LONE_DATE = re.compile(r"[\dX]{4}(?:-\d{2}){0,2}")
DATE = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2}))?([~?%]?)")
DURATION = re.compile(r"P(?:(X|\d+(?:\.\d+)?)([YMWD]))?(?:T(?:(X|\d+(?:\.\d+)?)([HMS])))?")
DURATION_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


def innocent(code: str) -> str:
    """The innocent explanation a reason of this code tries; empty when it tries none.

    >>> innocent("calendar_offset"), innocent("same_event")
    ('calendar', '')
    """
    if code in NO_TRIAL:
        return ""
    return next((word for key, word in INNOCENT.items() if key in code), "")


def counted(n: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "text"), counted(2_000, "text"), counted(0, "witness", "witnesses")
    ('1 text', '2,000 texts', '0 witnesses')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """Words in a row.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""


def spoken(value: str, kind: str, calendar: str = "") -> str:
    """A normal value as a person writes it; what has no such form is given back as it is.

    >>> spoken("1907-09-12", "date", "julian"), spoken("~1200 t", "number"), spoken("PT20M", "duration")
    ('12 September 1907 (Julian)', 'about 1,200 tonnes', '20 minutes')
    >>> spoken("1918-22", "date"), spoken("192X", "date")
    ('summer 1918', 'the 1920s')
    """
    if kind == "date" or (kind == "other" and LONE_DATE.fullmatch(value)):
        ends = [_date(part) for part in value.split("/") if part]
        said = range_words(*ends) if len(ends) == 2 else " to ".join(ends)
        return f"{said} (Julian)" if calendar == "julian" else said
    if kind == "duration":
        return _duration(value)
    if kind == "number":
        return _number(value)
    return value


def _number(value: str) -> str:
    match = NUMBER.fullmatch(value)
    if not match:
        return said_units(value.replace("~", "about ").replace("..", " to "))
    about, low, high, unit = match.groups()
    figure = " to ".join(_grouped(part) for part in (low, high) if part)
    return " ".join(part for part in ("about" if about else "", figure, unit_word(unit or "")) if part)


def _grouped(digits: str) -> str:
    whole, point, part = digits.lstrip("-").partition(".")
    return f"{'-' * digits.startswith('-')}{int(whole):,}{point}{part}"


def unit_word(code: str) -> str:
    """A unit in words, money included.

    >>> unit_word("[mi_i]"), unit_word("[EUR]"), unit_word("%")
    ('miles', 'euros', '%')
    """
    return CURRENCIES.get(code) or unit_in_words(code)


def said_units(text: str) -> str:
    """Words in which every unit's code is replaced by its name.

    >>> said_units("3 [mi_i] | 5 [ft_i]")
    '3 miles | 5 feet'
    """
    return UNIT.sub(lambda match: unit_word(match.group()), text)


def _date(edtf: str) -> str:
    match = DATE.fullmatch(edtf)
    if not match or not 1 <= int(match[2] or 1) <= len(MONTHS):  # a season, a decade, a day of no known year
        try:
            return describe(parse_edtf(edtf))
        except EdtfError:
            return edtf
    year, month, day, clock, doubt = match.groups()
    number = int(year)
    parts = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else ""]
    parts.append(str(number) if number > 0 else f"{1 - number} BC")
    said = " ".join(part for part in parts if part) + (f", {clock}" if clock else "")
    return f"about {said}" if doubt in ("~", "%") else said


def _duration(value: str) -> str:
    match = DURATION.fullmatch(value.removeprefix("~"))
    if not match or value == "P":
        return value
    days, unit, clock, clock_unit = match.groups()
    parts = [(days, unit), (clock, f"T{clock_unit}")]
    said = " ".join(_amount(number, DURATION_UNITS[unit]) for number, unit in parts if number)
    return f"about {said}" if value.startswith("~") else said


def _amount(number: str, unit: str) -> str:
    if number == "1":
        return f"1 {unit}"
    if number == "0.5":
        return f"half {'an' if unit == 'hour' else 'a'} {unit}"
    return f"some {unit}s" if number == "X" else f"{number} {unit}s"


def percent(share: float) -> str:
    r"""A probability in whole per cent, never rounded to certainty; the space does not break.

    >>> [percent(share).replace("\xa0", " ") for share in (0.5, 0.999, 0.001)]
    ['50 %', '>99 %', '<1 %']
    """
    if 0.99 < share < 1:
        return ">99\xa0%"
    return "<1\xa0%" if 0 < share < 0.01 else f"{round(100 * share)}\xa0%"
