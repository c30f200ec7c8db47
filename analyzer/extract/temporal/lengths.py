"""Rules for durations and ages: so many days, a year and a half, a three-week siege, aged forty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from analyzer.extract.temporal.expressions import Length
from analyzer.extract.temporal.guards import left_of
from analyzer.extract.temporal.rules import Rule
from analyzer.extract.temporal.words import CARDINAL, FRACTION, UNIT, UNITS, number_value
from analyzer.values.durations import Duration, DurationUnit

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Expression

Bound = Literal["", "under", "over", "nearly", "at least", "at most"]

VAGUE_NUMBER = r"(?:a\s+few|several|many|some|a\s+couple(?:\s+of)?|a\s+number\s+of|numerous|couple\s+of|few)"
NUMBER = (
    rf"(?:\d{{1,3}}(?:{FRACTION}|(?:,\d{{3}})?(?:\.\d+)?)|(?:a\s+)?{CARDINAL}|(?i:{VAGUE_NUMBER})|"
    r"[Aa]n?(?:other|\ssingle)?|[Oo]ne)"
)
_BETWEEN = rf"(?:\d{{1,3}}\s?[-–]\s?|{NUMBER}(?:\s?–\s?|\s+(?:to|or)\s+))?"
_ADJECTIVE = (
    r"(?:full|whole|long|short|more|straight|consecutive|bloody|brutal|mere|further|additional|solid|entire|successive)"
)
_SHARE = r"(?:(?:a\s+)?(?:half|quarter)|three[- ]quarters)"
_HALF = rf"(?:\s+and\s+{_SHARE}|-and-a-half)"
COUNTED = (
    rf"(?P<low>{_BETWEEN})(?P<count>{NUMBER})(?P<half>{_HALF})?(?:\s+{_ADJECTIVE})?[\s-]+(?P<unit>{UNIT})\b"
    rf"(?P<half2>\s+and\s+{_SHARE}\b|-and-a-half)?"
)
_SPANS: dict[str, Bound] = {
    "more than": "over",
    "over": "over",
    "longer than": "over",
    "less than": "under",
    "under": "under",
    "fewer than": "under",
    "no less than": "at least",
    "not less than": "at least",
    "no fewer than": "at least",
    "not fewer than": "at least",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
    "at least": "at least",
    "at most": "at most",
    "up to": "at most",
    "just under": "under",
    "just over": "over",
    "within": "at most",
}
_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|some|circa|nearly|almost)\s+$", re.IGNORECASE)
_BOUND = re.compile(rf"\b(?P<bound>{'|'.join(sorted(_SPANS, key=len, reverse=True))})\s+(?:a\s+)?$", re.IGNORECASE)
_PARTS = {
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("day", "hour"): 24,
    ("week", "day"): 7,
    ("year", "month"): 12,
}
_MONTH_DAYS, _MONTH_SLACK = 30.436875, 2  # mean Gregorian month; months differ by up to two days from it
_RATE = re.compile(  # "25 miles an hour", "1,000 loaves a day", "£500 a year"
    rf"(?:(?:[$£€]\s?\d[\d,.]*|(?:\d|\b(?:{CARDINAL}|thousand|million))[\s-]+(?!(?:{UNIT}|times)\b)(?:[a-z]+\s+)?[a-z]+)"
    r"|\b(?:once|twice|times))\s+$"
)
_NO_LENGTH = re.compile(  # "a night shift", "a day school", "a week day": the unit only says which kind is meant
    r"\s+(?:shift|watch|watchman|nurse|school|train|boat|express|porter|guard|attack|raid|march|battle|action|fighter|"
    r"bomber|flight|labou?rer|trip|tripper|trippers|boarder|return|hand|bell|glass|book|room|duty|patrol|landing|sky|"
    r"air)\b"
)
_UNCOUNTED = re.compile(r"\b(?:for|of|within|in|after|took|taking|lasted|many|recent)\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s")
_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_VAGUE_RANGE = {"couple": (2.0, 3.0), "few": (2.0, 9.0), "several": (3.0, 9.0), "some": (2.0, 30.0)}


def iso_length(amount: float | None, unit: str) -> str:
    """The ISO 8601 form; `PXD` where the number is vague; decades and centuries are told in years.

    >>> iso_length(40, "day"), iso_length(2.5, "year"), iso_length(None, "week"), iso_length(1, "decade")
    ('P40D', 'P2.5Y', 'PXW', 'P10Y')
    """
    factor = {"decade": 10, "century": 100}.get(unit, 1)
    letter = _LETTERS.get(unit, "Y")
    number = "X" if amount is None else f"{amount * factor:g}"
    return f"P{'T' if unit in {'second', 'minute', 'hour'} else ''}{number}{letter}"


def share_told(m: re.Match[str]) -> float:
    """The part of a unit that a match of COUNTED adds to the whole: "an hour and a quarter"."""
    words = (m["half"] or m["half2"] or "").lower()
    return 0.5 if "half" in words else 0.75 if "three" in words else 0.25 if words else 0.0


def amount_range(words: str, *, share: float = 0.0) -> tuple[float | None, float, float]:
    """(exact number or None, lowest, highest) of a numeral in words."""
    exact = number_value(words)
    if exact is not None:
        exact += share
        return exact, exact, exact
    lowered = words.lower()
    for word, (low, high) in _VAGUE_RANGE.items():
        if word in lowered:
            return None, low, high
    return None, 2.0, 99.0


def length(words: str, unit_word: str, left: str, *, share: float = 0.0, low_words: str = "") -> Duration:
    """The duration of a numeral and a unit, with the bound or approximation that stands before it."""
    unit = UNITS[unit_word.lower()]
    exact, low, high = amount_range(words, share=share)
    if unit_word.lower().startswith("fortnight") and exact is not None:
        exact, low, high = exact * 2, low * 2, high * 2
    if low_words:
        low = amount_range(re.sub(r"[\s–-]+(?:(?:to|or)\s+)?$", "", low_words))[1]
    bound = _BOUND.search(left)
    value = iso_length(exact, unit) if not low_words else f"{iso_length(low, unit)}/{iso_length(exact, unit)}"
    return Duration(
        value,
        low,
        high,
        cast("DurationUnit", unit),
        approximate=bool(_ABOUT.search(left)) or exact is None,
        modifier=_SPANS[re.sub(r"\s+", " ", bound["bound"].lower())] if bound else "",
    )


def _read_counted(m: re.Match[str]) -> Expression | None:
    left = left_of(m.string, m.start())
    if m["unit"].lower() in {"second", "seconds"} and number_value(m["count"]) is None:
        return None
    if re.search(r"[$£€\d.,/]$", left) or (m["unit"] == "second" and not m["count"].isdecimal()):
        return None
    if m["count"].lower() in {"a", "an"} and _NO_LENGTH.match(m.string, m.end()):
        return None
    if m["count"].lower() in {"a", "an"} and _RATE.search(left_of(m.string, m.start(), 60)):
        return None
    return Length(length(m["count"], m["unit"], left, share=share_told(m), low_words=m["low"] or ""))


def _read_compound(m: re.Match[str]) -> Expression | None:
    """Such as "two hours and forty minutes": told in the smaller unit."""
    large, small = UNITS[m["large"].lower()], UNITS[m["unit"].lower()]
    many, few = number_value(m["many"]), number_value(m["count"])
    if (large, small) not in _PARTS or many is None or few is None:
        return None
    total = many * _PARTS[large, small] + few
    first, second = iso_length(many, large), iso_length(few, small)
    value = first + (second.removeprefix("PT") if first.startswith("PT") else second.removeprefix("P"))
    rest = number_value(m["rest"]) if m["rest"] else None
    finest = UNITS[m["finest"].lower()] if m["finest"] else ""
    if rest is not None and (small, finest) == ("month", "day"):
        whole = round(total * _MONTH_DAYS + rest)
        return Length(Duration(f"{value}{rest:g}D", whole - _MONTH_SLACK, whole + _MONTH_SLACK, "day"))
    if rest is not None and (small, finest) not in _PARTS:
        return None
    if rest is not None:
        total, small = total * _PARTS[small, finest] + rest, finest
        value += iso_length(rest, finest).removeprefix("PT")
    return Length(Duration(value, total, total, cast("DurationUnit", small)))


def _read_bare_unit(m: re.Match[str]) -> Expression | None:
    """Such as "for months", "months of siege": a length that is not counted."""
    left = left_of(m.string, m.start())
    if not (_UNCOUNTED.search(left) or _OF.match(m.string, m.end())):
        return None
    unit = UNITS[m["unit"].lower()]
    return Length(Duration(iso_length(None, unit), 2.0, 99.0, cast("DurationUnit", unit), approximate=True))


def _read_aged(m: re.Match[str]) -> Expression | None:
    years = number_value(m["count"])
    return None if years is None else Length(Duration(iso_length(years, "year"), years, years, "year"))


def _read_half(m: re.Match[str]) -> Expression | None:
    unit = UNITS[m["unit"].lower()]
    return Length(Duration(iso_length(0.5, unit), 0.5, 0.5, cast("DurationUnit", unit)))


def _read_quarters(m: re.Match[str]) -> Expression | None:
    share, unit = 0.75 if (m["many"] or "").lower() == "three" else 0.25, UNITS[m["unit"].lower()]
    left = left_of(m.string, m.start())
    approximate = bool(_ABOUT.search(left))
    bound = _BOUND.search(left)
    modifier = _SPANS[re.sub(r"\s+", " ", bound["bound"].lower())] if bound else ""
    value = iso_length(share, unit)
    return Length(Duration(value, share, share, cast("DurationUnit", unit), approximate=approximate, modifier=modifier))


def _read_long(m: re.Match[str]) -> Expression | None:
    unit = UNITS[m["unit"].lower()]
    return Length(Duration(iso_length(1.0, unit), 1.0, 1.0, cast("DurationUnit", unit)))


_OPEN = ("DIGIT", "CARDINAL", "a", "an", "another", "several", "many", "some", "few", "numerous", "couple")
_COMPOUND = (
    rf"(?P<many>\d{{1,3}}|{CARDINAL}|[Aa]n?)\s+(?P<large>{UNIT}),?\s+(?:and\s+)?"
    rf"(?P<count>\d{{1,3}}|{CARDINAL}|an?)\s+(?P<unit>{UNIT})\b"
)
RULES: tuple[Rule, ...] = (
    Rule(
        "age",
        ("DIGIT", "CARDINAL"),
        rf"(?P<count>\d{{1,3}}(?:\.\d+)?|{CARDINAL})[\s-]+years?(?:[\s-]+old\b|\s+of\s+age\b)",
        _read_aged,
    ),
    Rule("duration", _OPEN, COUNTED + r"(?:[\s-]long\b|[\s-]period\b)?", _read_counted),
    Rule("duration", _OPEN, _COMPOUND + r"(?P<rest>)(?P<finest>)", _read_compound),
    Rule(
        "duration",
        _OPEN,
        _COMPOUND + rf",?\s+(?:and\s+)?(?P<rest>\d{{1,3}}|{CARDINAL}|an?|one)\s+(?P<finest>days?|minutes?|seconds?)\b",
        _read_compound,
    ),
    Rule("duration", ("half",), rf"[Hh]alf(?:\s+an?\s+|[\s-])(?P<unit>{UNIT})\b", _read_half),
    Rule(
        "duration",
        ("a", "CARDINAL", "quarter"),
        rf"(?:(?P<many>[Tt]hree|[Aa]|[Oo]ne)[\s-]+)?[Qq]uarters?\s+of\s+an?\s+(?P<unit>{UNIT})\b",
        _read_quarters,
    ),
    Rule("duration", ("UNIT",), r"(?P<unit>day|week|month|year|decade|century)-long\b", _read_long),
    Rule(
        "duration-vague",
        ("UNIT",),
        r"(?P<unit>(?i:hours|days|weeks|months|years|decades|centuries))\b",
        _read_bare_unit,
    ),
)
