"""Claims of kind name: the persons and groups a document names, wherever it names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.events.lexicon import words
from analyzer.extract.spotting import claims_at
from analyzer.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Claim, Document, Frame, Mention

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’]*(?:[-–][^\W\d_][\w'’]*)*"
_RUN = re.compile(
    rf"(?:{_WORD}|[A-Z]\.)(?:(?:[ \u00a0]|(?<=\.))(?:(?:van|von|de|der|du|la|of) ){{0,2}}(?:{_WORD}|[A-Z]\.))*"
)
_PART = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’]s?$")
_OPENERS = frozenset(
    "the a an in on at by for from with as when while after before although but and or if since during until he she it"
    " they his her their its this that these those there then thus however both according under where who which of to"
    " despite besides unlike like comrade citizen among between against without within nor not only even".split()
)


def read_names(document: Document, frames: Sequence[Frame]) -> tuple[Claim, ...]:
    """The persons and groups named in a document, each value as written, titles included.

    A name is known by the frames: a person by the surname, a group by its whole name. Runs of capitals that no frame
    knows as a participant are left out.
    """
    persons, groups = _known(frames)
    return claims_at(document, "name", _found(document.source.text, persons, groups))


def _known(frames: Sequence[Frame]) -> tuple[frozenset[str], frozenset[str]]:
    """Last words of persons' keys, and the folded names of groups."""
    persons: set[str] = set()
    groups: set[str] = set()
    for mention in _mentions(frames):
        named = mention.head[:1].isupper() and not mention.resolved
        if named and mention.entity == "person" and mention.head.lower() not in words("roles", "nouns"):
            persons.add(fold(mention.head).rsplit(" ", 1)[-1])
        elif named and mention.entity == "group":
            groups.update({fold(mention.text), mention.key})
    return frozenset(persons), frozenset(groups)


def _mentions(frames: Sequence[Frame]) -> Iterator[Mention]:
    for frame in frames:
        yield from (m for m in (frame.subject, *frame.objects) if m is not None)


def _found(text: str, persons: frozenset[str], groups: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    for match in _RUN.finditer(text):
        start, end = _trimmed(match[0], match.start())
        folded = fold(text[start:end])
        if folded and folded.rsplit(" ", 1)[-1] in persons:
            yield _first_of_person(text, start, end), end, "person-name"
        elif folded in groups and " " in text[start:end]:
            yield start, end, "group-name"


def _first_of_person(text: str, start: int, end: int) -> int:
    """Where a person's name begins in a long run: at the title or first name ("British explorer Robert Scott")."""
    known = words("titles", "male") | words("titles", "female") | words("titles", "either")
    known = known | words("given", "male") | words("given", "female")
    parts = list(_PART.finditer(text, start, end))
    starts = [p.start() for p in parts[:-1] if fold(p[0]).rstrip(".") in known]
    return starts[0] if len(parts) > 2 and starts else start


def _trimmed(run: str, start: int) -> tuple[int, int]:
    """The run's range without a capitalised function word before it and a possessive ending after it."""
    while True:
        first = re.match(r"[\w'’.-]+[ \u00a0]", run)
        if first is None or first[0].strip().lower() not in _OPENERS:
            break
        start, run = start + first.end(), run[first.end() :]
    return start, start + len(_POSSESSIVE.sub("", run))
