"""Changes of wording that leave every statement of a copy true to its original."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from benchmarks.mutation import spotting
from benchmarks.mutation.calendars import converted
from benchmarks.mutation.changes import Kind
from benchmarks.mutation.conflicts import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from benchmarks.mutation.documents import Account
    from benchmarks.mutation.spotting import Day

Site = tuple[int, int, str]
GREGORIAN_EVERYWHERE = 1923
SPELLINGS = {
    "harbour": "harbor",
    "metres": "meters",
    "kilometres": "kilometers",
    "millimetres": "millimeters",
    "centimetres": "centimeters",
    "programme": "program",
    "colour": "color",
    "honour": "honor",
    "centre": "center",
    "neighbouring": "neighboring",
    "criticised": "criticized",
    "travelled": "traveled",
    "travelling": "traveling",
    "defence": "defense",
    "quarrelled": "quarreled",
    "theatre": "theater",
}
# Unit, other unit, factor: international yard and pound agreement of 1959.
CONVERSIONS = {
    "miles": ("kilometres", 1.609344),
    "kilometres": ("miles", 1 / 1.609344),
    "feet": ("metres", 0.3048),
    "metres": ("feet", 1 / 0.3048),
    "yards": ("metres", 0.9144),
}
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SYNONYMS = {
    "began": "started",
    "near": "close to",
    "received": "got",
    "sent": "dispatched",
    "built": "constructed",
    "lived": "resided",
    "ordered": "commanded",
    "helped": "assisted",
    "journey": "trip",
    "many": "a lot of",
    "ship": "vessel",
    "war": "fighting",
    "recovered": "retrieved",
    "died": "passed away",
    "appointed": "named",
    "created": "set up",
    "whole": "entire",
    "removed": "taken off",
    "refused": "declined",
    "answered": "replied to",
    "destroyed": "ruined",
    "fixed": "set",
    "enemy": "foe",
    "allowed": "permitted",
    "reached": "arrived at",
    "lasted": "went on for",
}
_MEASURE = re.compile(rf"(?<![\d,.])(\d[\d,]*(?:\.\d+)?) ({'|'.join(CONVERSIONS)})\b(?! per)")
_ON_DAY = re.compile(r"\b([Oo])n $")


def _other_calendar(account: Account, d: Day) -> date | None:
    return converted(date(d.year, d.month, d.day), account.calendar) if d.year < GREGORIAN_EVERYWHERE else None


def _marked(account: Account, _: Random) -> list[Site]:
    mark = "N.S." if account.calendar == "julian" else "O.S."
    found = ((d, _other_calendar(account, d)) for d in spotting.days(account.text))
    return [(d.start, d.end, f"{written(new)} ({mark})") for d, new in found if new]


def _unmarked(account: Account, _: Random) -> list[Site]:
    if not account.both_calendars:
        return []
    found = ((d, _other_calendar(account, d)) for d in spotting.days(account.text))
    return [(d.start, d.end, written(new)) for d, new in found if new]


def _coarser(account: Account, rng: Random) -> list[Site]:
    """ "On 3 May 1878" becomes "in May 1878" or "in 1878"; other days keep their preposition and are left alone."""
    sites = []
    for d in spotting.days(account.text):
        on = _ON_DAY.search(account.text[max(0, d.start - 4) : d.start])
        if on:
            word = "In" if on[1] == "O" else "in"
            coarse = rng.choice((f"{spotting.MONTHS[d.month - 1]} {d.year}", str(d.year)))
            sites.append((d.start - 3, d.end, f"{word} {coarse}"))
    return sites


def _reformatted(account: Account, rng: Random) -> list[Site]:
    return [(d.start, d.end, rng.choice(_forms(d))) for d in spotting.days(account.text)]


def _forms(d: Day) -> tuple[str, ...]:
    month = spotting.MONTHS[d.month - 1]
    ending = "th" if 10 < d.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(d.day % 10, "th")
    return (
        f"{month} {d.day}, {d.year}",
        f"{d.day}{ending} {month} {d.year}",
        f"the {d.day}{ending} of {month}, {d.year}",
        f"{d.day} {month[:3]} {d.year}" if month != "May" else f"{month} {d.day}, {d.year}",
        f"{d.year:04}-{d.month:02}-{d.day:02}",
    )


def _rounded(account: Account, _: Random) -> list[Site]:
    """ "1,477" becomes "about 1,500"; "of the 138" and "a crew of" would read badly and are left alone."""
    sites = []
    for n in spotting.numbers(account.text):
        step = 10 ** (len(str(n.value)) - 2)
        new = round(n.value / step) * step
        clumsy = re.search(r"\b(?:the|its|their|to|every) $", account.text[max(0, n.start - 6) : n.start])
        if n.value > 100 and new != n.value and not n.vague and not clumsy:
            sites.append((n.start, n.end, f"about {new:,}"))
    return sites


def _spelled(account: Account, _: Random) -> list[Site]:
    found = [n for n in spotting.numbers(account.text) if not n.spelled and n.value < 1_000_000]
    return [(n.start, n.end, in_words(n.value)) for n in found]


def in_words(value: int) -> str:
    """A whole number below a million in British words.

    >>> in_words(1057), in_words(98), in_words(34000)
    ('one thousand and fifty-seven', 'ninety-eight', 'thirty-four thousand')
    """
    thousands, rest = divmod(value, 1000)
    if thousands:
        joint = "" if not rest else (" and " if rest < 100 else " ")
        return f"{in_words(thousands)} thousand{joint}{in_words(rest) if rest else ''}"
    hundreds, rest = divmod(value, 100)
    if hundreds:
        return f"{SMALL[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if value < len(SMALL):
        return SMALL[value]
    return TENS[value // 10 - 2] + (f"-{SMALL[value % 10]}" if value % 10 else "")


def worded(table: dict[str, str]) -> Callable[[Account, Random], list[Site]]:
    """A proposer that puts the right side of the table for its left."""
    pattern = re.compile(rf"\b(?:{'|'.join(table)})\b")

    def propose(account: Account, _: Random) -> list[Site]:
        body = account.text.index("\n")
        return [(m.start(), m.end(), table[m.group()]) for m in pattern.finditer(account.text, body)]

    return propose


def _units(account: Account, _: Random) -> list[Site]:
    return list(_conversions(account.text))


def _conversions(text: str) -> Iterator[Site]:
    for m in _MEASURE.finditer(text):
        unit, factor = CONVERSIONS[m[2]]
        value = float(f"{float(m[1].replace(',', '')) * factor:.3g}")
        yield m.start(), m.end(), f"{value:,.10g} {unit}"


def _full_day_clock(account: Account, _: Random) -> list[Site]:
    return [
        (c.start, c.end, f"{c.minute_of_day // 60:02}:{c.minute_of_day % 60:02}") for c in spotting.clocks(account.text)
    ]


MOVED, DROPPED = "sentence moved", "sentence dropped"
_DATE, _TIME, _NUMBER = frozenset({"date"}), frozenset({"date", "time"}), frozenset({"number", "duration"})

HARMLESS = (
    Kind("other calendar, marked", "harmless", _marked, _DATE),
    Kind("other calendar, unmarked", "harmless", _unmarked, _DATE),
    Kind("coarser date", "harmless", _coarser, _DATE),
    Kind("other date format", "harmless", _reformatted, _DATE),
    Kind("24-hour clock", "harmless", _full_day_clock, _TIME),
    Kind("rounded, about", "harmless", _rounded, _NUMBER),
    Kind("number in words", "harmless", _spelled, _NUMBER),
    Kind("unit converted", "harmless", _units, _NUMBER),
    Kind("American spelling", "harmless", worded(SPELLINGS)),
    Kind("synonym", "harmless", worded(SYNONYMS)),
)
