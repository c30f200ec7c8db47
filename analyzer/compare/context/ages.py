"""Reads numbers as ages, whichever way they are told, and finds the turn of life an age is told of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.values.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Claim, Extraction, Frame
    from analyzer.values.quantities import Approximator

OLDEST = 115  # years
TURNS = frozenset({"die", "kill", "marry", "appoint", "elect"})  # events that are told with somebody's age
ENDS = frozenset({"die", "kill"})  # of those somebody else's age may date the end
PRONOUNS = frozenset({"he", "she", "they", "i", "we", "you"})
REACH = 40  # code points around an age in which the words stand that say what it is told of
OF_LIFE = re.compile(r"\b(?:his|her|my|their)\s+$", re.IGNORECASE)
OF_AGE = re.compile(r"\s*year\s+of\s+(?:his|her|my|their)\s+(?:age|life)\b")
BIRTHDAY = re.compile(r"[-\s]+birthdays?\b")
YEAR_OF_LIFE = re.compile(r"[-\s]+years?\b(?!\s+(?:as|at|in|of|on|with|there|here)\b)")
WHEN_AFTER = re.compile(r"(?:\s+years?(?:\s+(?:old|of\s+age))?)?,?\s+(?:when|as|at\s+the\s+time)\b")
WHEN_BEFORE = re.compile(
    r"\b(?:when|while)\s+(?P<who>[\w’'-]+)\s+(?:[\w’'-]+\s+){0,2}?(?:was|were)\s+(?:(?:about|only|just|barely|but|not\s+yet|scarcely)\s+)?$",
    re.IGNORECASE,
)
OTHERWISE = re.compile(r"\bor\s+$")
BESIDE = re.compile(r",?\s+(?:then\s+|now\s+|already\s+)?")
LED = re.compile(r"\b(?:aged|age\s+of)\s+(?:about\s+|only\s+)?$", re.IGNORECASE)


def as_age(claim: Claim, extraction: Extraction) -> Claim:
    """An age as a number of years told of the event it dates; a claim that is no age comes back as it is.

    "58 years old", "at the age of 58", "was 58" and "in his fifty-ninth year" are one value.
    """
    text = extraction.document.source.text
    frames = [extraction.frames[i] for i in claim.frames]
    years = _of_length(claim) or _of_ordinal(claim, text) or _of_bare(claim, frames[0] if frames else None, text)
    if years is not None:
        claim = replace(claim, kind="number", value=years.value, duration=None, quantity=years, counted="")
    if claim.quantity is None or claim.quantity.form != "age":
        return claim
    turn = _turn(claim, extraction, text)
    return claim if turn is None else replace(claim, frames=tuple(dict.fromkeys((turn, *claim.frames))))


def is_age(claim: Claim) -> bool:
    """The claim, read by `as_age`, says how old somebody was."""
    return claim.rule == "age" or (claim.quantity is not None and claim.quantity.form == "age")


def _age(low: float, high: float, about: Approximator = "") -> Quantity:
    value = f"{low:g} a" if low == high else f"{low:g}..{high:g} a"
    return Quantity(value, low, high, "age", "a", about, 2)


def _of_length(claim: Claim) -> Quantity | None:
    length = claim.duration
    if claim.rule != "age" or length is None or length.unit != "year":
        return None
    return _age(length.low, length.high, "about" if length.approximate else "")


def _of_ordinal(claim: Claim, text: str) -> Quantity | None:
    """One's nth year is told of somebody n - 1 years old, one's nth birthday of somebody aged n."""
    number = claim.quantity
    if number is None or number.form != "ordinal" or not 1 < number.low <= OLDEST:
        return None
    owned = OF_LIFE.search(text, max(0, claim.start - REACH), claim.start) is not None
    if owned and BIRTHDAY.match(text, claim.end):
        return _age(number.low, number.low)
    if OF_AGE.match(text, claim.end) or (owned and YEAR_OF_LIFE.match(text, claim.end)):
        return _age(number.low - 1, number.low - 1)
    return None


def _of_bare(claim: Claim, frame: Frame | None, text: str) -> Quantity | None:
    """A bare number that somebody "was", and not the second of two ("thirty-five or six")."""
    number = claim.quantity
    if OTHERWISE.search(text, max(0, claim.start - REACH), claim.start):
        return None
    if number is None or number.form != "cardinal" or claim.counted or number.unit or not 1 < number.high <= OLDEST:
        return None
    subject = frame.subject if frame else None
    if frame is None or frame.lemma != "be" or subject is None or subject.entity != "person":
        return None
    return _age(number.low, number.high, number.approximator)


def _turn(claim: Claim, extraction: Extraction, text: str) -> int | None:
    """The predicate an age is told of, as an index into the frames; None where its own clause tells."""
    here = [i for i, frame in enumerate(extraction.frames) if frame.sentence == claim.sentence and frame.family]
    if found := WHEN_AFTER.match(text, claim.end):
        return _first_after(here, found.end(), extraction.frames)
    left = max(extraction.document.sentences[claim.sentence].start, claim.start - REACH)
    if found := WHEN_BEFORE.search(text, left, claim.start):
        before = [i for i in here if extraction.frames[i].trigger[0] < found.start()]
        if before and extraction.frames[before[-1]].family in ENDS and found["who"].lower() not in PRONOUNS:
            return None  # "his father died when Brandt was three"
        return before[-1] if before else _first_after(here, claim.end, extraction.frames)
    if led := LED.search(text, left, claim.start):
        if (bearer := _told_of(claim, led.start(), extraction.frames, text)) is not None:
            return bearer
        before = [i for i in here if extraction.frames[i].trigger[0] < claim.start]
        ends = [i for i in before if extraction.frames[i].family in TURNS]  # "died of a fever, aged fifty"
        return next(iter((*ends[-1:], *before[-1:])), None)
    return None


def _told_of(claim: Claim, at: int, frames: Sequence[Frame], text: str) -> int | None:
    """The predicate whose subject stands right before its age: "Brandt, then aged 29, swore"."""
    for i, frame in enumerate(frames):
        subject = frame.subject if frame.sentence == claim.sentence else None
        if subject is not None and not subject.resolved and BESIDE.fullmatch(text, subject.end, at):
            return i
    return None


def _first_after(here: Sequence[int], at: int, frames: Sequence[Frame]) -> int | None:
    return next((i for i in here if frames[i].trigger[0] >= at), None)
