"""The rule table's row, and the dispatch of rules by the word an expression opens with."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from analyzer.extract.temporal.expressions import Expression
from analyzer.extract.temporal.words import CARDINALS, FEASTS, MONTHS, ORDINALS, SEASONS, UNITS, WEEKDAYS

Builder = Callable[[re.Match[str]], Expression | None]
Compiled = tuple[str, re.Pattern[str], Builder]

# Classes of opening words that rules may name instead of single words.
OPENERS: dict[str, tuple[str, ...]] = {
    "DIGIT": ("0",),
    "SHORT": ("'",),
    "MONTH": tuple(MONTHS),
    "WEEKDAY": tuple(WEEKDAYS),
    "SEASON": tuple(SEASONS),
    "CARDINAL": tuple(CARDINALS),
    "ORDINAL": (*(word for word in ORDINALS if "-" not in word), "twenty", "thirty"),
    "UNIT": tuple(UNITS),
    "FEAST": (*{name.split()[0].split("'")[0]: "" for name in FEASTS}, "saint"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to write a time: its name, the words or classes of words it opens with, its pattern, and its reading.

    The builder gives None to refuse a match (a guard). Patterns are bounded: no unbounded repeat inside another.
    """

    name: str
    opens: tuple[str, ...]
    pattern: str
    build: Builder


@cache
def dispatch(rules: tuple[Rule, ...]) -> dict[str, tuple[Compiled, ...]]:
    """For each opening word the compiled rules to try there, in table order."""
    table: dict[str, list[Compiled]] = {}
    for rule in rules:
        compiled = (rule.name, re.compile(rule.pattern), rule.build)
        words = dict.fromkeys(word for opener in rule.opens for word in OPENERS.get(opener, (opener,)))
        for word in words:
            table.setdefault(word, []).append(compiled)
    return {word: tuple(entries) for word, entries in table.items()}
