from __future__ import annotations

import re
from itertools import pairwise

import pytest

from analyzer.extract.events import read_frames
from analyzer.extract.names import read_names
from analyzer.extract.places import read_places
from analyzer.extract.roles import read_roles
from analyzer.model import Claim, Document, Passage, Sentence, Source
from analyzer.offsets import OffsetMap

STORY = """Captain Henry Kendall was appointed commander of the liner in May.
The British explorer Robert Falcon Scott met Henry Kendall in Quebec.
Kendall's sister was never a captain of the fleet.
The Central Committee elected Ada Byron its second secretary, and she moved to Vienna.
Despite Kendall the officers stayed in the harbour of Hobart."""


def document(text: str) -> Document:
    offsets = OffsetMap.build((i, i + 1) for i in range(len(text)))
    source = Source("s", "s.txt", "", "text/plain", "utf-8", "", text, text, offsets)
    lines = re.finditer(r"[^\n]+", text)
    sentences = tuple(Sentence(i, 0, 0, line.start(), line.end()) for i, line in enumerate(lines))
    return Document(source, (), (Passage(0, 0, "paragraph", 0, len(text)),), sentences)


@pytest.fixture(scope="module")
def claims() -> dict[str, tuple[Claim, ...]]:
    made = document(STORY)
    frames = read_frames(made, ())
    return {"name": read_names(made, frames), "place": read_places(made, frames), "role": read_roles(made, frames)}


def test_names_are_claimed_as_written(claims: dict[str, tuple[Claim, ...]]) -> None:
    """Titles stay, function words and adjectives of peoples before the name do not."""
    expected = ["Captain Henry Kendall", "Robert Falcon Scott", "Henry Kendall", "Kendall", "Central Committee"]

    assert [*expected, "Ada Byron", "Kendall"] == [claim.value for claim in claims["name"]]


def test_places_of_events_are_claimed_by_name(claims: dict[str, tuple[Claim, ...]]) -> None:
    """The common noun before the name is left out."""
    assert {"Quebec", "Vienna", "Hobart"} == {claim.value for claim in claims["place"]}


def test_roles_are_offices_in_the_singular(claims: dict[str, tuple[Claim, ...]]) -> None:
    """Only what someone becomes, holds or loses; "the officers" is no office."""
    assert ["commander of the liner", "captain of the fleet", "second secretary"] == [c.value for c in claims["role"]]


@pytest.mark.parametrize("kind", ["name", "place", "role"])
def test_each_value_is_the_text_of_its_range(claims: dict[str, tuple[Claim, ...]], kind: str) -> None:
    """The offsets hold the value and nothing else, in order, none nested."""
    found = claims[kind]

    assert [STORY[c.start : c.end] for c in found] == [c.value for c in found]
    assert all(a.end <= b.start for a, b in pairwise(found))
