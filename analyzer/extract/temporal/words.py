"""The words time is told in: month names, numerals, units, seasons, feasts, and the pattern pieces made of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10}
_SHORT |= {"nov": 11, "dec": 12}
MONTHS: dict[str, int] = {name: number for number, name in enumerate(_MONTHS, 1)} | _SHORT

WEEKDAYS: dict[str, int] = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # EDTF codes

_UNITS_TEXT = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_UNITS_TEXT += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS: dict[str, int] = {word: number for number, word in enumerate(_UNITS_TEXT.split(), 1)}
CARDINALS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
CARDINALS |= {"hundred": 100, "dozen": 12}

_ORDINAL_TEXT = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
_ORDINAL_TEXT += " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_ORDINAL_TEXT.split(), 1)}
ORDINALS |= {"thirtieth": 30}
ORDINALS |= {f"twenty-{word}": 20 + number for word, number in list(ORDINALS.items())[:9]} | {"thirty-first": 31}

UNITS: dict[str, str] = {
    name: name for name in ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
}
UNITS |= {f"{name}s": name for name in UNITS} | {"centuries": "century", "fortnight": "week", "fortnights": "week"}
UNITS |= {"night": "day", "nights": "day"}
del UNITS["centurys"]

# (month, day) of feasts that keep their day every year; Easter and its kin move and stay unread.
FEASTS: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "may day": (5, 1),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "valentine's day": (2, 14),
    "michaelmas": (9, 29),
    "bastille day": (7, 14),
    "epiphany": (1, 6),
    "candlemas": (2, 2),
    "st valentine's day": (2, 14),
    "st david's day": (3, 1),
    "st patrick's day": (3, 17),
    "lady day": (3, 25),
    "st george's day": (4, 23),
    "decoration day": (5, 30),
    "midsummer day": (6, 24),
    "lammas": (8, 1),
    "all saints day": (11, 1),
    "guy fawkes day": (11, 5),
    "guy fawkes night": (11, 5),
    "martinmas": (11, 11),
    "armistice day": (11, 11),
    "st andrew's day": (11, 30),
    "st nicholas day": (12, 6),
    "st stephen's day": (12, 26),
}


def alternatives(words: Iterable[str], *, capital: bool = False) -> str:
    """A pattern for any of `words`, longest first; `capital` asks for Capital or CAPITAL letters."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if capital:
        ordered = [form for word in ordered for form in (word.capitalize(), word.upper())]
    return "(?:" + "|".join(ordered) + ")"


MONTH = alternatives(_MONTHS, capital=True)
MONTH_SHORT = f"(?:{MONTH}|{alternatives(_SHORT, capital=True)}\\b\\.?)"
WEEKDAY = alternatives(WEEKDAYS, capital=True)
SEASON = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_ONES = alternatives(list(CARDINALS)[:9])
_BELOW_HUNDRED = rf"(?:{alternatives(_TENS)}(?:[- ]{_ONES})?|{alternatives(list(CARDINALS)[:19])})\b"
_HUNDREDS = rf"(?:a|{_ONES})[- ]hundred\b(?:(?:[- ]and)?[- ]{_BELOW_HUNDRED})?"
CARDINAL = f"(?i:{_HUNDREDS}|{_ONES}[- ]and[- ]{alternatives(_TENS)}|{alternatives(CARDINALS)}(?:[- ]{_ONES})?)"
ORDINAL_WORD = f"(?i:{alternatives(ORDINALS)})"
UNIT = alternatives(UNITS)
DAY_PART = "(?:morning|forenoon|afternoon|evening|night|dawn|dusk|daybreak|midnight|noon)"
DASH = r"\s?[-–—‒−]\s?"
ERA = r"(?:BCE?\b|B\.\s?C\b\.?(?:\s?E\.)?|AD\b|A\.\s?D\.|CE\b|C\.E\.)"


def month_number(word: str) -> int:
    """1-12 for a month name as written, with or without a full stop."""
    return MONTHS[word.rstrip(".").lower()]


_VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
FRACTION = r"(?:[½¼¾⅓⅔]|[- ][1-9]/[2-9](?!\d))"
_MIXED = re.compile(rf"(?P<whole>\d+)(?P<share>{FRACTION})")


def number_value(words: str) -> float | None:
    """The number a numeral stands for, in digits or in words below a thousand; None when it is vague.

    >>> number_value("forty-five"), number_value("1,500"), number_value("several"), number_value("2-1/2")
    (45.0, 1500.0, None, 2.5)
    >>> number_value("five-and-twenty")
    25.0
    >>> number_value("three hundred and forty-nine"), number_value("two hundred")
    (349.0, 200.0)
    """
    bare = words.lower().replace(",", "").strip()
    mixed = _MIXED.fullmatch(bare)
    if mixed:
        return float(mixed["whole"]) + _share(mixed["share"])
    if bare.replace(".", "", 1).isdecimal():
        return float(bare)
    if bare in {"a", "an", "one", "another", "each", "a single"}:
        return 1.0
    many, hundred, rest = bare.replace("-", " ").partition(" hundred")
    if hundred:
        times, more = number_value(many), number_value(rest) if rest else 0.0
        return None if times is None or more is None else times * 100 + more
    parts = [CARDINALS.get(part) for part in bare.removeprefix("a ").replace("-", " ").split() if part != "and"]
    known = [part for part in parts if part is not None]
    return float(sum(known)) if known and len(known) == len(parts) else None


def _share(written: str) -> float:
    if written in _VULGAR:
        return _VULGAR[written]
    top, bottom = int(written[1]), int(written[3])
    return top / bottom
