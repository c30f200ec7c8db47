"""Every way a collection writes a name, with the places where a reader recognises who is meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from analyzer.align.words import FUNCTION_WORDS
from analyzer.compare.names.broken_names import broken_names
from analyzer.extract.events.lexicon import families, words
from analyzer.model import Claim
from analyzer.values.folding import fold
from analyzer.values.ordinals import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from analyzer.compare.names.stated_aliases import Statement
    from analyzer.model import Document, Extraction

NAMED = frozenset({"name", "place"})
COMMON_NUMBER = 3  # up to the third, a bare "Second Army" is any army's
_CAPITALS = re.compile(r"(?:[ \u00a0-][A-Z][\w’']+){1,4}")
_NEXT = re.compile(r"[ \u00a0]([a-z][\w’']*)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: index of the document and the claim there."""

    document: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way of writing a name, with its first place in each source, in order of source.

    `bearers` are the folded names in full that its sources give for a surname alone; `person` tells a person's name.
    """

    text: str
    places: tuple[Place, ...]
    bearers: frozenset[str] = frozenset()
    person: bool = False


def spellings(extractions: Sequence[Extraction], stated: Sequence[Sequence[Statement]] = ()) -> Mapping[str, Spelling]:
    """All spellings of persons, groups, places and numbered bodies and events, by their text.

    `stated` are the statements of each document; the names in them are looked for in all documents.
    """
    sought = _any_of(sorted({name for own in stated for s in own for name in (s.one, s.other)}))
    first: defaultdict[str, dict[int, Place]] = defaultdict(dict)
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    persons: set[str] = set()
    counted = [tuple(numbered(extraction)) for extraction in extractions]
    broken: defaultdict[int, list[Claim]] = defaultdict(list)
    for number, claim in broken_names([e.document for e in extractions], _surnames(extractions)):
        broken[number].append(claim)
    longer = {_nouns(claim) for claims in counted for claim in claims if len(claim.value.split()) > 2}
    for number, extraction in enumerate(extractions):
        named = sorted((c for c in extraction.claims if c.kind in NAMED), key=lambda c: c.start)
        full = _in_full(named)
        own = (c for c in counted[number] if len(c.value.split()) > 2 or _nouns(c) not in longer)
        claims = [*named, *own, *broken[number], *_aliases(extraction.document, sought)]
        explained = _explained(claims, stated[number] if stated else ())
        for claim in sorted(claims, key=lambda c: c.start in explained):
            text = " ".join(extraction.document.source.text[claim.start : claim.end].split())
            text = text.removesuffix("'s").removesuffix("’s").rstrip("'’")
            persons.update({text} if claim.rule == "person-name" else ())
            bearers[text].update(fold(c.value) for c in full.get(fold(text), ()))
            first[text].setdefault(number, Place(number, _introduced(claim, text, full.get(fold(text), []))))
    return {
        text: Spelling(text, tuple(places[d] for d in sorted(places)), frozenset(bearers[text]), text in persons)
        for text, places in first.items()
    }


def _surnames(extractions: Sequence[Extraction]) -> set[str]:
    """Folded last words of all persons' names."""
    persons = (c for e in extractions for c in e.claims if c.rule == "person-name")
    return {fold(claim.value).rsplit(" ", 1)[-1] for claim in persons}


def _explained(claims: Sequence[Claim], stated: Sequence[Statement]) -> set[int]:
    """Where the name of each statement stands that a reader should rather see in use: the second if it is used."""
    found: set[int] = set()
    for said in stated:
        used = {c.value for c in claims if not said.start <= c.start < said.end}
        shown_elsewhere = said.other if said.other in used else said.one
        found.update(c.start for c in claims if said.start <= c.start < said.end and c.value == shown_elsewhere)
    return found


def _any_of(names: Sequence[str]) -> re.Pattern[str] | None:
    """A pattern for any of some names as whole words; None for no names."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    joined = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if names else None


def _aliases(document: Document, sought: re.Pattern[str] | None) -> Iterator[Claim]:
    """Every place of names that some document states to be of one bearer."""
    for match in sought.finditer(document.source.text) if sought else ():
        sentence = document.sentences[document.sentence_at(match.start())]
        if sentence.start <= match.start() and match.end() <= sentence.end:
            value = " ".join(match[0].split())
            yield Claim(document.id, "name", match.start(), match.end(), value, sentence.index, "alias")


def numbered(extraction: Extraction) -> Iterator[Claim]:
    """Names with an ordinal before them ("the 13th Party Congress"), as claims of kind name."""
    text = extraction.document.source.text
    for claim in extraction.claims:
        if claim.quantity is None or claim.quantity.form != "ordinal" or claim.sentence < 0:
            continue
        run = _CAPITALS.match(text, claim.end)
        if run and _is_name(run[0].split(), text, run.end(), claim.quantity.low):
            value = " ".join(text[claim.start : run.end()].split())
            yield replace(claim, kind="name", end=run.end(), value=value, rule="numbered-name", quantity=None)


def _nouns(claim: Claim) -> tuple[str, str]:
    """Figure and last noun of a numbered name: what its shortened form keeps."""
    parts = claim.value.split()
    return ordinal(parts[0]), fold(parts[-1])


def _is_name(named: Sequence[str], text: str, end: int, number: float) -> bool:
    """Whether capitals after an ordinal are a whole name, not the beginning of a phrase ("the first Dutch ship")."""
    if len(named) == 1 and number <= COMMON_NUMBER:
        return False
    classes = words("groups", "nouns") | words("places", "nouns") | words("vessels", "nouns") | families().nouns.keys()
    following = _NEXT.match(text, end)
    if following and following[1] == "of":
        return False
    return named[-1].lower() in classes or following is None or following[1].lower() in FUNCTION_WORDS


def _in_full(named: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Persons named with more than a surname, in order, by the folded last word."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in named:
        parts = fold(claim.value).split()
        if claim.rule == "person-name" and len(parts) > 1 and parts[0] not in _titles():
            found[parts[-1]].append(claim)
    return found


def untitled(name: str) -> str:
    """A folded name without its titles.

    >>> untitled("Captain Robert Scott")
    'robert scott'
    """
    return " ".join(word for word in fold(name).split() if word not in _titles())


@cache
def _titles() -> frozenset[str]:
    return words("titles", "male") | words("titles", "female") | words("titles", "either")


def _introduced(claim: Claim, text: str, full: Sequence[Claim]) -> Claim:
    """The surname where its bearer was last named in full before, in its spelling, else where it stands alone."""
    before = bisect_left(full, claim.start, key=lambda c: c.start) - 1
    if before < 0:
        return claim
    whole = full[before]
    surname = whole.value.rsplit(" ", 1)[-1]
    return replace(whole, start=whole.end - len(surname), value=surname) if surname == text else claim
