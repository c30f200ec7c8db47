"""Claims of kind name: the persons and groups a document names, wherever it names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from analyzer.extract.events.lexicon import words
from analyzer.extract.spotting import claims_at
from analyzer.values.folding import fold
from analyzer.values.spellings import GIVEN_FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.extract.events.entities import Entities
    from analyzer.model import Claim, Document, Frame, Mention

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’]*(?:[-–][^\W\d_][\w'’]*)*"
_RUN = re.compile(
    rf"(?:[A-Z]\.|{_WORD})(?:(?:[ \u00a0]|(?<=\.))(?:(?:van|von|de|der|du|la|of) ){{0,2}}(?:[A-Z]\.|{_WORD}))*"
)
_PART = re.compile(r"(?:[A-Z]\.)(?=[A-Z])|\S+")
_POSSESSIVE = re.compile(r"['’]s?$")
_END = re.compile(r"(?<=[\w.][ \u00a0][A-Z])\.$")  # the full stop of a sentence: "in World War I."
_OPENERS = frozenset(
    "the a an in on at by for from with as when while after before although but and or if since during until he she it"
    " they his her their its this that these those there then thus however both according under where who which of to"
    " despite besides unlike like comrade citizen among between against without within nor not only even though because"
    " several".split()
)


@dataclass(frozen=True, slots=True)
class _Known:
    """Folded names a document knows: last words of persons, persons in full, groups, and first names by last word."""

    persons: frozenset[str]
    full: frozenset[str]
    groups: frozenset[str]
    givens: dict[str, frozenset[str]]


def read_names(document: Document, frames: Sequence[Frame], entities: Entities) -> tuple[Claim, ...]:
    """The persons and groups named in a document, each value as written, titles included.

    A person who takes part in an event is known by the surname, all others by the whole name; a group by its whole
    name. Other runs of capitals are left out.
    """
    known = _known(frames, entities)
    return claims_at(document, "name", _found(document, known))


def _known(frames: Sequence[Frame], entities: Entities) -> _Known:
    persons: set[str] = set()
    bodies = words("groups", "nouns")
    groups = {name for name, kind in entities.kinds.items() if kind == "group" and name.rsplit(" ", 1)[-1] in bodies}
    for mention in _mentions(frames):
        named = mention.head[:1].isupper() and not mention.resolved
        if named and mention.entity == "person" and mention.head.lower() not in words("roles", "nouns"):
            persons.add(fold(mention.head).rsplit(" ", 1)[-1])
        elif named and mention.entity == "group":
            groups.update({fold(mention.text), mention.key})
    full = {name for name, kind in entities.kinds.items() if kind == "person" and _is_full(name)}
    givens = {surname: frozenset(g for group in rows for g in group) for surname, rows in entities.surnames.items()}
    return _Known(frozenset(persons), frozenset(full), frozenset(groups), givens)


def _is_full(name: str) -> bool:
    """Whether a folded name has a first name and a last one, and ends in no word for a thing or a body."""
    last = name.rsplit(" ", 1)[-1]
    return " " in name and last not in words("things", "nouns") | words("groups", "nouns") | words("places", "nouns")


def _mentions(frames: Sequence[Frame]) -> Iterator[Mention]:
    for frame in frames:
        yield from (m for m in (frame.subject, *frame.objects) if m is not None)


def _found(document: Document, known: _Known) -> Iterator[tuple[int, int, str]]:
    text = document.source.text
    for match in (m for s in document.sentences for m in _RUN.finditer(text, s.start, s.end)):
        start, end = _trimmed(match[0], match.start())
        parts = list(_PART.finditer(text, start, end))
        folded = [fold(part[0]) for part in parts]
        whole = " ".join(folded)
        if not whole or _is_pair(parts[-1][0], known):
            continue
        own = max((i + 1 for i, part in enumerate(parts[:-1]) if _POSSESSIVE.search(part[0])), default=0)
        numbered = len(folded) > own + 1 and folded[-1] == "i"  # the first of a name is told of without the number too
        first = _first_of_person(folded[own:-1] if numbered else folded[own:], known)
        if first >= 0:
            yield parts[own + first].start(), end, "person-name"
        elif whole in known.groups and " " in text[start:end]:
            yield start, end, "group-name"


def _first_of_person(folded: Sequence[str], known: _Known) -> int:
    """Index of the word of a run where a person's name begins; -1 when no person's name ends it.

    It begins at the title or first name ("British explorer Robert Scott", "Minister of War Robert Scott").
    """
    last = folded[-1].rsplit(" ", 1)[-1]
    if last not in known.persons and not any(" ".join(folded[i:]) in known.full for i in range(len(folded))):
        return -1
    titles = words("titles", "male") | words("titles", "female") | words("titles", "either")
    own = known.givens.get(last, frozenset())
    ahead = range(len(folded) - 1)
    start = next((i for i in ahead if _is_given(folded[i]) or (len(folded) > 2 and folded[i] in own)), -1)
    if start < 0:
        after = max((i + 1 for i in ahead if folded[i] == "of"), default=0)
        titled = next((i for i in ahead if folded[i] in titles), after)
        return titled if len(folded) > 2 else _after_group(folded)
    while start > 0 and folded[start - 1] in titles:
        start -= 1
    return start


def _is_pair(word: str, known: _Known) -> bool:
    """Whether a hyphen joins two persons, not the parts of one name ("the Ashby-Wilmot letters")."""
    sides = [fold(side) for side in re.split("[-–]", word)]
    return len(sides) > 1 and all(side in known.persons for side in sides) and fold(word) not in known.full


def _after_group(folded: Sequence[str]) -> int:
    """A body's name may run into that of a person ("At the last Congress Ashby spoke")."""
    return len(folded) - 1 if folded[0] in words("groups", "nouns") else 0


@cache
def _first_names() -> frozenset[str]:
    return (words("given", "male") | words("given", "female")).union(*GIVEN_FORMS)


def _is_given(word: str) -> bool:
    """Whether a folded word is a first name or an initial."""
    return len(word) == 1 or word in _first_names()


def _trimmed(run: str, start: int) -> tuple[int, int]:
    """The run's range without a capitalised function word before it and a possessive ending after it."""
    while True:
        first = re.match(r"[\w'’.-]+[ \u00a0]", run)
        if first is None or first[0].strip().lower() not in _OPENERS:
            break
        start, run = start + first.end(), run[first.end() :]
    return start, start + len(_END.sub("", _POSSESSIVE.sub("", run)))
