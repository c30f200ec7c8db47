"""Rules for words that point to a time without naming one: now, formerly, at that time, the third day, every week."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.temporal.expressions import Vague
from analyzer.extract.temporal.guards import left_of
from analyzer.extract.temporal.rules import Rule
from analyzer.extract.temporal.words import DAY_PART, ORDINAL_WORD

if TYPE_CHECKING:
    from analyzer.extract.temporal.expressions import Expression

_NOW = (
    "now currently recently presently nowadays today tonight tomorrow yesterday former formerly future current recent"
)
_OFTEN = "daily weekly monthly annually"
_TIME_PREPOSITION = re.compile(
    r"\b(?:at|by|from|since|until|till|during|before|after|of|around|about|to|for)\s+$", re.IGNORECASE
)
_PREPOSITIONS = {"past": r"\bin\s+$", "date": r"\bto\s+$", "night": r"\b(?:at|by|all|of)\s+$"}
_LEFT_OF_WORD = {word: re.compile(pattern, re.IGNORECASE) for word, pattern in _PREPOSITIONS.items()}
_CONTRAST = re.compile(r"\s+(?:conference|one|latter|and\s+latter|an?\b|was|were|is|are)\b|\s*[,;.]")
_UNIT_ONE = rf"(?:second|minute|hour|day|week|month|year|{DAY_PART})"


def _read_always(m: re.Match[str]) -> Expression | None:
    """A word that always points to a time; "the former" (and the latter) does not."""
    if m[0].lower() == "former" and re.search(r"\b[Tt]he\s+$", left_of(m.string, m.start())):
        return None if _CONTRAST.match(m.string, m.end()) else Vague()
    return Vague()


def _read_time_noun(m: re.Match[str]) -> Expression | None:
    """Such as "at that time": without a preposition "this time" means "on this occasion"."""
    left = left_of(m.string, m.start())
    if m[0].lower().endswith(("time", "moment")) and not _TIME_PREPOSITION.search(left):
        return None
    return Vague()


def _read_after_preposition(m: re.Match[str]) -> Expression | None:
    return Vague() if _LEFT_OF_WORD[m["word"].lower()].search(left_of(m.string, m.start())) else None


RULES: tuple[Rule, ...] = (
    Rule("reference", tuple(_NOW.split()), rf"(?i:{'|'.join(_NOW.split())})\b", _read_always),
    Rule("reference", ("shortly",), r"[Ss]hortly\s+afterwards?\b", _read_always),
    Rule("frequency", tuple(_OFTEN.split()), rf"(?i:{'|'.join(_OFTEN.split())})\b", _read_always),
    Rule("frequency", ("per", "each", "every"), rf"(?i:per|each|every)\s+{_UNIT_ONE}\b", _read_always),
    Rule(
        "reference",
        ("this", "that", "the", "these", "those"),
        r"[Tt]h(?:is|at|e\s+same|ese|ose)\s+(?:time|period|moment|times|days)\b",
        _read_time_noun,
    ),
    Rule(
        "reference", ("the",), r"[Tt]he\s+(?:time\s+being|present(?:\s+day)?|moment|time(?!\s+of\b))\b", _read_time_noun
    ),
    Rule("reference", ("the",), r"[Tt]he\s+(?:past(?=[.,;:)])|duration\s+of\b)", _read_always),
    Rule("reference", ("past", "date", "night"), r"(?P<word>[Pp]ast|date|night)\b(?![-'’])", _read_after_preposition),
    Rule("reference", ("present", "modern"), r"(?i:present|modern)[\s-]day\b", _read_always),
    Rule("reference", ("one",), r"[Oo]ne\s+(?:morning|afternoon|evening|night)\b", _read_always),
    Rule(
        "reference",
        ("the",),
        rf"[Tt]he\s+(?:{ORDINAL_WORD}|final|last)\s+(?:day|night|evening|morning|hour)\b(?!\s+after)",
        _read_always,
    ),
    Rule("reference", ("dry", "rainy", "monsoon"), r"(?i:dry|rainy|monsoon)\s+season\b", _read_always),
)
