"""Reads where a text says itself that two names are of one bearer: "Abaco (also known as Great Abaco)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.align.words import FUNCTION_WORDS
from analyzer.extract.events.lexicon import words
from analyzer.values.folding import fold
from analyzer.values.spellings import word_reason

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w’'-]{0,30}[\w]"
_NAME = rf"{_WORD}(?:[ \u00a0](?:(?:of|van|von|de|der) )?{_WORD}){{0,3}}"
_FIRST = re.compile(rf"(?<![\w’'-]){_NAME}$")
_SECOND = re.compile(_NAME)
_KNOWN = r"(?:(?:also|otherwise|better|commonly|popularly|sometimes) (?:known as|called)|known as|a\.k\.a\.|aka|alias)"
_BORN = r"(?:born|née|nee|real name|born as)"
_JOINT = re.compile(
    rf",?[ \u00a0]\(?(?:(?P<how>{_KNOWN}|{_BORN})[ \u00a0](?:the )?|(?P<either>or)[ \u00a0])(?=[^\W\d_a-z])"
)
_NEXT = re.compile(r"(?:['’]s)?[ \u00a0]([^\W\d_A-Z]\w*|[\"“])")
_REACH = 120  # code points before the joint that hold the first name
_PERSONAL = re.compile(_BORN)


@dataclass(frozen=True, slots=True)
class Statement:
    """Two names that a text says are of one bearer, and the clean range where it says so."""

    one: str
    other: str
    start: int
    end: int


def statements(text: str) -> Iterator[Statement]:
    """All statements of a text, in order.

    >>> [(s.one, s.other) for s in statements("They landed on Abaco (also known as Lucayoneque) in May.")]
    [('Abaco', 'Lucayoneque')]
    """
    for joint in _JOINT.finditer(text):
        first = _FIRST.search(text[max(0, joint.start() - _REACH) : joint.start()])
        second = _SECOND.match(text, joint.end())
        if first is None or second is None or not _ends(text, second.end()):
            continue
        start = joint.start() - len(first[0]) + len(_opener(first[0]))
        one, other = (_plain(name) for name in (text[start : joint.start()], second[0]))
        if not one or fold(one) == fold(other) or fold(other) in FUNCTION_WORDS:
            continue
        if joint["either"]:
            stated = " " not in one + other and word_reason(fold(one), fold(other)) is not None
        else:
            stated = not _PERSONAL.fullmatch(joint["how"]) or _is_person(other)
        if stated:
            yield Statement(one, other, start, second.end())


def _ends(text: str, end: int) -> bool:
    """Whether a name is whole: no word of content and no nickname goes on after it."""
    following = _NEXT.match(text, end)
    return following is None or following[1].lower() in FUNCTION_WORDS


def _opener(run: str) -> str:
    """The capitalised function words before a name at the beginning of a sentence."""
    at = 0
    for word in re.finditer(r"\S+\s*", run):
        if fold(word[0]) not in FUNCTION_WORDS:
            break
        at = word.end()
    return run[:at]


def _plain(name: str) -> str:
    return " ".join(name.split()).removesuffix("'s").removesuffix("’s")


def _is_person(name: str) -> bool:
    """Whether a name begins with a first name: one is born in a place too ("born Paris 1871")."""
    return fold(name).split(" ", 1)[0] in words("given", "male") | words("given", "female")
