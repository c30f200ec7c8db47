"""Reads claims and the events they are told of out of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.model import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analyzer.model import Claim, Document


def extract(document: Document) -> Extraction:
    """All claims and frames of one document.

    Dates, times and durations are read first, numbers from what they leave, then the predicates that govern both.
    Names, roles and places are claims too; where two expressions overlap the earlier kind wins.
    """
    from analyzer.extract.events import attach, read_events
    from analyzer.extract.names import read_names
    from analyzer.extract.numbers import read_numbers
    from analyzer.extract.places import read_places
    from analyzer.extract.roles import read_roles
    from analyzer.extract.temporal import read_temporal

    facts = document.source.facts
    temporal = read_temporal(document, country=facts.country, language=facts.language, headings=True)
    values = temporal + read_numbers(document, temporal)
    frames, entities = read_events(document, values)
    places = read_places(document, frames, entities)
    named = read_roles(document, frames) + places + read_names(document, frames, entities)
    return Extraction(document, attach(_disjoint(values + named), frames, document), frames)


def _disjoint(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in order of position, none overlapping another; the first given wins."""
    kept: list[Claim] = []
    taken: set[int] = set()
    for claim in claims:
        span = range(claim.start, claim.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(claim)
    return tuple(sorted(kept, key=lambda c: (c.start, c.end)))


__all__ = ["extract"]
