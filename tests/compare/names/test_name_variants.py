"""One bearer spelled in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare import compare
from analyzer.compare.names.name_bearers import SURENESS

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told


def names(told: Told) -> list[set[str]]:
    """The values of every name variant."""
    return [{reading.value for reading in finding.readings} for finding in told.of("name_variant")]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Yuri Dmitrievich Volkov", "Yuriy Dmitrievich Volkov", "transliteration"),
        ("Gábor Németh", "Gabor Nemeth", "diacritics"),
    ],
)
def test_two_spellings_of_one_name_are_a_variant(tell: Tell, one: str, other: str, code: str) -> None:
    """The finding shows both spellings and says how they differ."""
    told = tell(f"The flight was planned by {one} in Pest.", f"{other} planned the flight in Pest.")

    assert [{one, other}] == names(told)
    assert {code} == {reason.code for reason in told.of("name_variant")[0].reasons}


def test_three_spellings_of_one_name_are_one_finding(tell: Tell) -> None:
    """A bearer has one finding, however many spellings."""
    told = tell(
        "The flight was planned by Yuri Dmitrievich Volkov in May.",
        "Yuriy Dmitrievich Volkov planned the flight.",
        "Yurii Dmitrievich Volkov planned it.",
    )

    assert [{"Yuri Dmitrievich Volkov", "Yuriy Dmitrievich Volkov", "Yurii Dmitrievich Volkov"}] == names(told)


def test_two_spellings_in_one_source_are_within(tell: Tell) -> None:
    """A source may spell one name in two ways."""
    told = tell("The treaty was signed by Gábor Németh at Pest. Gabor Nemeth then left the city.")

    assert ["within"] == [finding.scope for finding in told.of("name_variant")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert Ashby", "Samuel Ashby"),
        ("Anna Weber", "Karl Weber"),
        ("Johann Weber", "Johanna Weber"),
        ("The National Liberation Front", "The National Front"),
        ("The Iranian Navy", "The Iraqi Navy"),
        ("The U.S. Navy", "The US Navy"),
        ("Elle", "Ellie"),
        ("The National Guardsman", "The National Guardsmen"),
        ("Frederick Ashby", "Frederick Wilmot"),
    ],
)
def test_other_first_names_or_surnames_are_other_people(tell: Tell, one: str, other: str) -> None:
    """A name in common makes no one bearer."""
    told = tell(f"{one} owned the mine and built the quay.", f"{other} taught Greek at Durham.")

    assert [] == told.held


def test_surnames_of_two_people_are_never_one_bearer(tell: Tell) -> None:
    """When each source gives its own first name, a like surname is another family's."""
    one, other = "Samuel Zinovyev built the quay.", "Robert Zinoviev taught Greek."
    told = tell(f"{one} Zinovyev owned the mine.", f"{other} Zinoviev lived at Durham.")

    assert [] == names(told)


def test_one_ordinal_written_in_three_ways_is_one_name(tell: Tell) -> None:
    """Figures, Roman figures and words number one congress."""
    told = tell(
        "He spoke at the 13th Party Congress.", "At the XIIIth Party Congress he spoke.", "The Twelfth Party Congress."
    )

    assert [{"13th Party Congress", "XIIIth Party Congress"}] == names(told)


def test_a_surname_and_a_full_name_in_two_spellings_are_one_finding(tell: Tell) -> None:
    """Where the text knows one bearer of the surname only."""
    told = tell("Pauline Németh planned it. Németh left.", "Pauline Nemeth wrote. They met Nemeth in Pest.")

    assert [{"Pauline Németh", "Pauline Nemeth", "Németh", "Nemeth"}] == names(told)


def test_surnames_of_several_bearers_stay_by_themselves(tell: Tell) -> None:
    """Nobody can tell which of them is meant."""
    told = tell(
        "Pauline Németh planned it. Németh left.", "Pauline Nemeth wrote. Robert Nemeth sang. They met Nemeth in Pest."
    )

    assert [{"Pauline Németh", "Pauline Nemeth"}, {"Németh", "Nemeth"}] == names(told)


def test_a_title_hides_no_other_spelling(tell: Tell) -> None:
    """A title left out is no variant, but takes none away."""
    told = tell("The flight was planned by General Yuri Volkov.", "Yuriy Volkov planned the flight in Pest.")

    assert [{"transliteration"}] == [{reason.code for reason in finding.reasons} for finding in told.of("name_variant")]


def test_the_surname_alone_is_no_variant(tell: Tell) -> None:
    """Every text shortens names it has given in full."""
    told = tell("The mine was owned by Robert Ashby. Ashby built the quay.", "Ashby owned a mine.")

    assert [] == names(told)


def test_a_variant_is_a_detail_with_a_known_sureness(tell: Tell) -> None:
    """Spellings change no story, and the way of differing gives the confidence."""
    told = tell("The treaty was signed by Gábor Németh at Pest.", "Gabor Nemeth signed the treaty at Pest.")

    assert [(1, SURENESS["diacritics"], "name")] == [(f.severity, f.confidence, f.kind) for f in told.held]


def test_names_that_a_source_says_are_one_bearers_are_a_finding(tell: Tell) -> None:
    """The second name is shown where it is used, not where it is explained."""
    told = tell("They sailed to Abaco (aka Lucayoneque). On Lucayoneque they built a quay.", "Lucayoneque has a quay.")
    found = told.of("name_variant")

    assert [["Abaco", "Lucayoneque", "Lucayoneque"]] == [[r.value for r in f.readings] for f in found]
    assert found[0].readings[1].text.startswith("On Lucayoneque")
    assert found[0].readings[0].text.startswith("They sailed")
    assert "One place of several names: Abaco, Lucayoneque?" == found[0].question


def test_a_name_broken_by_scanning_is_the_whole_name(tell: Tell) -> None:
    """Shown beside the place where its bearer is named in full."""
    told = tell("The board was made up of Ashby, Macken zie, and Weber.", "Clara Mackenzie came. Mackenzie left.")

    assert [{"Macken zie", "Mackenzie"}] == names(told)


def test_an_explained_name_that_is_never_used_stands_beside_the_one_that_is(tell: Tell) -> None:
    """Two places tell more than one."""
    told = tell("They sailed to Abaco (aka Lucayoneque). On Abaco they built a quay.")

    assert [["Lucayoneque", "Abaco"]] == [[r.value for r in f.readings] for f in told.of("name_variant")]


def test_declared_names_are_one_bearer(tell: Tell) -> None:
    """What the manifest says of names is believed."""
    told = tell("The poet Anna Seghers lived in Mexico.", "Netty Seghers wrote novels. Anna Seghers was ill.")
    analysis = told.analysis
    declared = compare(
        analysis.documents, analysis.alignments, analysis.extractions, aliases=[("Anna Seghers", "Netty Seghers")]
    )

    assert [] == names(told)
    assert [{"alias"}] == [
        {reason.code for reason in finding.reasons}
        for finding in declared.findings
        if finding.relation == "name_variant"
    ]


def test_the_words_around_a_name_are_whole(tell: Tell) -> None:
    """A quote that ends in the middle of a word looks like damage."""
    text = "Some time later the old guardsman {} ran all alone along the whole railway line to stop the express."
    told = tell(text.format("Antonín Dvořák"), text.format("Antonin Dvorak"))
    readings = [r for f in told.findings if f.kind == "name" for r in f.readings]

    assert 2 == len(readings)
    assert all(f" {r.text} " in f" {text.format(r.value)} " for r in readings)
