"""Claims of kind place: where the events of a document are said to happen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.spotting import claims_at
from analyzer.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.extract.events.entities import Entities
    from analyzer.model import Claim, Document, Frame

_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]*(?: (?:(?:of|the|de|am|an|sur|upon|la) ){0,2}[^\W\d_a-zß-öø-ÿ][\w'’-]*)*")

_PEOPLE = re.compile(r"(?:an|ish|ese|ch|ic|ist)$")  # ends of adjectives of peoples


def read_places(document: Document, frames: Sequence[Frame], entities: Entities) -> tuple[Claim, ...]:
    """The named places of a document, each value as written: the name alone, without the common noun before it."""
    return claims_at(
        document, "place", (*_ranges(document.source.text, frames), *_elsewhere(document.source.text, entities))
    )


def _elsewhere(text: str, entities: Entities) -> Iterator[tuple[int, int, str]]:
    """Every run of capitals that the document knows as a place, wherever it stands."""
    for match in _NAME.finditer(text):
        name = match[0].removesuffix("'s").removesuffix("’s").rstrip("'’")
        if entities.kinds.get(fold(name)) == "place" and entities.kind(name.split()) == "place":
            yield match.start(), match.start() + len(name), "place-name"


def _ranges(text: str, frames: Sequence[Frame]) -> Iterator[tuple[int, int, str]]:
    for frame in frames:
        for mention in (*frame.places, *(o for o in frame.objects if o.entity == "place")):
            matches = list(_NAME.finditer(text, mention.start, mention.end))
            if not matches or mention.resolved or "'" in mention.text or "’" in mention.text:
                continue
            last = matches[-1]
            if last.end() == mention.end:
                yield last.start(), last.end(), "event-place"
            elif not _PEOPLE.search(last[0]):  # "Elba island", but not "a Greek island"
                yield last.start(), mention.end, "event-place"
