"""Names as the documents write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.names.spellings import numbered, spellings

if TYPE_CHECKING:
    from tests.compare.told import Tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At the 13th Party Congress he spoke.", ["13th Party Congress"]),
        ("At the XIIIth Party Congress he spoke.", ["XIIIth Party Congress"]),
        ("She sang at the Fourth Congress elected in May.", ["Fourth Congress"]),
        ("He sat on the first Dutch ship.", []),
        ("He led the Second Army.", []),
        ("He spoke at the Fifth Congress of Miners.", []),
    ],
)
def test_numbered_bodies_and_events_have_names(tell: Tell, text: str, expected: list[str]) -> None:
    """An ordinal and capitals make one; what many armies are called, and what goes on after "of", make none."""
    extraction = tell(text).analysis.extractions[0]

    assert expected == [claim.value for claim in numbered(extraction)]


def test_a_short_form_of_a_longer_numbered_name_is_left_out(tell: Tell) -> None:
    """Its bearer has a finding already."""
    told = tell("At the 13th Party Congress he spoke. At the 13th Congress he fell.", "The Tenth Congress met.")
    known = spellings(told.analysis.extractions)

    assert {"13th Party Congress", "Tenth Congress"} == known.keys() & {
        "13th Party Congress",
        "13th Congress",
        "Tenth Congress",
    }


def test_a_surname_is_shown_where_its_bearer_was_introduced(tell: Tell) -> None:
    """The last full name before the surname alone tells who is meant."""
    told = tell("Robert Ashby came first. Samuel Ashby came last. Then Ashby built the quay.")
    place = spellings(told.analysis.extractions)["Ashby"].places[0]
    text = told.documents[0].source.text

    assert "Samuel Ashby" == text[place.claim.start - len("Samuel ") : place.claim.end]


def test_a_surname_knows_its_bearers(tell: Tell) -> None:
    """All whom its sources name in full."""
    told = tell("Robert Ashby came first. Samuel Ashby came last. Then Ashby built the quay.")

    assert {"robert ashby", "samuel ashby"} == spellings(told.analysis.extractions)["Ashby"].bearers
