from __future__ import annotations

import re
from itertools import pairwise

import pytest

from analyzer.extract.events import read_events
from analyzer.extract.names import read_names
from analyzer.extract.places import read_places
from analyzer.extract.roles import read_roles
from analyzer.model import Claim, Document, Passage, Sentence, Source
from analyzer.offsets import OffsetMap

STORY = """Captain Henry Kendall was appointed commander of the liner at noon.
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
    frames, entities = read_events(made, ())
    return {
        "name": read_names(made, frames, entities),
        "place": read_places(made, frames, entities),
        "role": read_roles(made, frames),
    }


def test_names_are_claimed_as_written(claims: dict[str, tuple[Claim, ...]]) -> None:
    """Titles stay, function words and adjectives of peoples before the name do not."""
    expected = ["Captain Henry Kendall", "Robert Falcon Scott", "Henry Kendall", "Kendall", "Central Committee"]

    assert [*expected, "Ada Byron", "Kendall"] == [claim.value for claim in claims["name"]]


def test_places_of_events_are_claimed_by_name(claims: dict[str, tuple[Claim, ...]]) -> None:
    """The common noun before the name is left out."""
    assert {"Quebec", "Vienna", "Hobart"} == {claim.value for claim in claims["place"]}


def test_places_are_claimed_wherever_they_stand() -> None:
    """In lists and appositions too, without the possessive; a person called like a place is none."""
    made = document(
        "He lived in Vienna and in Quebec.\nThe streets, those of Vienna and Quebec's harbour, were dark.\n"
        "Robert Hobart spoke at length.\nHobart left."
    )

    assert ["Vienna", "Quebec", "Vienna", "Quebec"] == [c.value for c in read_places(made, *read_events(made, ()))]


def test_roles_are_offices_in_the_singular(claims: dict[str, tuple[Claim, ...]]) -> None:
    """Only what someone becomes, holds or loses; "the officers" is no office."""
    assert ["commander of the liner", "captain of the fleet", "second secretary"] == [c.value for c in claims["role"]]


def names_in(text: str) -> list[str]:
    made = document(text)
    return [claim.value for claim in read_names(made, *read_events(made, ()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The treaty was signed in the presence of J. R. Ashby and others.", ["J. R. Ashby"]),
        ("It was the work of the founder of English geology William Ashby.", ["William Ashby"]),
        ("The guests, among them Albert Ashby and Clara Wilmot, left at noon.", ["Albert Ashby", "Clara Wilmot"]),
        ("They wrote to Commissioner of Finance Albert Ashby in May.", ["Albert Ashby"]),
        ("They wrote to General Albert Ashby in May.", ["General Albert Ashby"]),
    ],
)
def test_persons_are_named_wherever_they_stand(text: str, expected: list[str]) -> None:
    """Behind prepositions, in lists and appositions too; titles belong to the name, a field of office does not."""
    assert expected == names_in(text)


def test_the_full_stop_of_a_sentence_is_no_part_of_a_name() -> None:
    """An initial that ends a sentence stands without it."""
    found = names_in("King Ashby I left Pest.\nThey met King Ashby I.\nNobody spoke.")

    assert ["King Ashby I", "King Ashby I"] == found


def test_two_persons_joined_by_a_hyphen_are_no_name() -> None:
    """A pact of two is nobody's name."""
    found = names_in("Albert Ashby wrote. Clara Wilmot answered. He signed the Ashby-Wilmot pact. Ashby left.")

    assert ["Albert Ashby", "Clara Wilmot", "Ashby"] == found


def test_what_a_person_owns_is_no_part_of_the_name() -> None:
    """The name begins after the owner's."""
    assert "Albert Ashby" in names_in("Albert Ashby left. They read Clara Wilmot's Albert Ashby in May.")


@pytest.mark.parametrize("kind", ["name", "place", "role"])
def test_each_value_is_the_text_of_its_range(claims: dict[str, tuple[Claim, ...]], kind: str) -> None:
    """The offsets hold the value and nothing else, in order, none nested."""
    found = claims[kind]

    assert [STORY[c.start : c.end] for c in found] == [c.value for c in found]
    assert all(a.end <= b.start for a, b in pairwise(found))
